import type { Outcome } from "../evaluation/evaluation.ts";
import { formatFixed } from "../findings/format-number.ts";
import { countDecimals } from "../model/decimal.ts";
import { observationAt } from "../model/table.ts";
import type { Content, Field } from "../model/table.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Check } from "./check.ts";
import { found, operandOf, shownDecimals, writtenAfter } from "./describe.ts";
import { qualityAt } from "./quality.ts";
import { zoneNumbers } from "./zone-rows.ts";

const ID = "sign-suspect";

/** 下降-17.92%, 负增长-5%: the word has the sign already. 增长-8.92% is only style. */
const DOUBLE_NEGATIVE = /(下降|减少|降低|下滑|负增长|降幅为?)\s*[-−－]\s*\d/u;

/** A text with a number that says the fall twice, and the word it says it with. */
interface DoubleNegative {
  readonly word: string;
  readonly size: number;
}

/** What unread text says twice; undefined where it is unreadable for another reason. */
export function doubleNegative(content: Content): DoubleNegative | undefined {
  if (content.kind !== "unreadable" || content.nearest === null) return undefined;
  const word = DOUBLE_NEGATIVE.exec(content.text)?.[1];
  return word === undefined ? undefined : { word, size: Math.abs(content.nearest) };
}

/** A column of falls that holds more negative numbers than this prints its falls with a sign. */
const FEW = 0.2;
const FEWEST_ROWS = 4;

/** Where a word gives the direction, 下降 or 降幅, the number is positive: with a minus it says the opposite. */
export const signSuspect: Check = {
  id: ID,
  severity: "warning",
  run: ({ index }) =>
    index.table.fields.flatMap((field): Outcome[] => {
      const numbers = zoneNumbers(index, field);
      const texts = textsThatSayItTwice(index, field);
      if (field.measure !== "fall") return [...numbers.flatMap(judgeText), ...texts];
      const negative = numbers.filter(({ stated }) => stated.value < 0);
      const isConvention = numbers.length < FEWEST_ROWS || negative.length / numbers.length > FEW;
      const word = field.path.at(-1) ?? "";
      return isConvention
        ? texts
        : [...negative.map((reading) => suspect(reading, word)), ...texts];
    }),
};

function judgeText(reading: NumberReading): Outcome[] {
  const { content } = reading.observation;
  const text = content.kind === "number" ? content.fromText : null;
  const word = text === null ? undefined : DOUBLE_NEGATIVE.exec(text)?.[1];
  return word === undefined ? [] : [suspect(reading, word)];
}

/** Text that says the fall twice gives no number to use; what it is likely to mean is told. */
function textsThatSayItTwice(index: TableIndex, field: Field): Outcome[] {
  return index.table.subjects.flatMap((subject): Outcome[] => {
    const observation = observationAt(index.table, subject.index, field.index);
    const content = observation?.content;
    if (observation === undefined || content?.kind !== "unreadable") return [];
    const said = doubleNegative(content);
    if (said === undefined) return [];
    const { word, size } = said;
    const likely = field.measure === "fall" ? size : -size;
    const decimals = countDecimals(size);
    return [
      found({
        ...qualityAt({ index, subject, field }, observation, {
          severity: "warning",
          remark: "required",
          stated: content.text,
          expected: { low: likely, high: likely },
          operands: [],
          arithmetic: `-1 × (-${formatFixed(size, decimals)}) = ${formatFixed(size, decimals)}`,
          decimals,
        }),
        code: ID,
        params: { value: -size, word },
      }),
    ];
  });
}

function suspect(reading: NumberReading, word: string): Outcome {
  const { value } = reading.stated;
  const stated = operandOf("stated", reading);
  return found({
    ...qualityAt(reading.place, reading.observation, {
      severity: "warning",
      remark: "required",
      stated: value,
      expected: { low: -value, high: -value },
      operands: [stated],
      // The word turns the sign once, the minus a second time.
      arithmetic: `-1 × ${writtenAfter({ ...stated, value: -Math.abs(value) })} = ${formatFixed(Math.abs(value), stated.decimals)}`,
      decimals: shownDecimals(reading),
    }),
    code: ID,
    params: { value: -Math.abs(value), word },
  });
}
