import type { Outcome } from "../evaluation/evaluation.ts";
import { normaliseText } from "../catalog/normalise.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Check } from "./check.ts";
import {
  addressOf,
  found,
  looseOperand,
  notEvaluable,
  operandOf,
  passed,
  written,
} from "./describe.ts";
import { aboutCell } from "./relation.ts";

const ID = "order-violation";

/** Where more marks than these exceed it, what stands behind the name is no limit. */
const MOST_ABOVE = 0.2;

/** Nobody has more points than the full marks behind the name: 经济运行(40分). */
export const fullMarks: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) =>
    index.table.fields.flatMap((field) => {
      const full = fullMarksOf(field);
      return full === null ? [] : judge(index, field, full);
    }),
};

function fullMarksOf({ measure, path }: Field): number | null {
  if (measure !== "score") return null;
  const [, marks] =
    /\((?:满分|分值|权重|计)?:?(\d{1,3}(?:\.\d+)?)分\)$/u.exec(normaliseText(path.at(-1) ?? "")) ??
    [];
  return marks === undefined ? null : Number(marks);
}

function judge(index: TableIndex, field: Field, full: number): readonly Outcome[] {
  const readings = index.table.subjects.flatMap((subject): NumberReading[] => {
    const reading = readPlace(index, subject, field);
    return reading.kind === "number" ? [reading] : [];
  });
  const above = readings.filter(({ stated }) => stated.value > full);
  const isLimit = above.length <= Math.max(1, readings.length * MOST_ABOVE) && readings.length > 2;
  return readings.map((reading) => {
    const at = addressOf(index, reading.observation.at);
    if (reading.stated.value <= full) return passed(ID, at, false);
    return isLimit
      ? found(findingOf(reading, full))
      : notEvaluable(ID, at, "relation-not-established");
  });
}

function findingOf(reading: NumberReading, full: number) {
  const { field } = reading.place;
  const part = operandOf("part", reading);
  const whole = looseOperand("whole", field.path.at(-1) ?? "", { value: full, decimals: 0 }, "分");
  return {
    ...aboutCell(reading, {
      severity: "error",
      expected: { low: null, high: full },
      operands: [part, whole],
      arithmetic: `${written(part)} > ${written(whole)}`,
      allowed: null,
      decimals: part.decimals,
    }),
    code: ID,
    params: {
      relation: "part",
      part: part.value,
      whole: full,
      partName: field.indicator.name,
      wholeName: field.path.at(-1) ?? "",
      unit: "分",
      wholeColumn: false,
    },
  } as const;
}
