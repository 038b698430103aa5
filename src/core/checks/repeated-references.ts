import type { Outcome } from "../evaluation/evaluation.ts";
import type { RepeatedReference } from "../model/around.ts";
import { overlaps, quantityOf, toInterval } from "../model/interval.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import { findField } from "../model/find-field.ts";
import { readPlace } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { areaOfCell } from "../workbook/address.ts";
import type { Check } from "./check.ts";
import { addressOf, found, looseOperand, operandOf, passed, subtraction } from "./describe.ts";
import { aboutCell } from "./relation.ts";

const ID = "cross-sheet-mismatch";

/**
 * A value of 全市 or 全省开发区 in a title, note or header is that of the row that gives it too; a question, since texts
 * are loose.
 */
export const repeatedReferences: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) =>
    [...index.table.around.repeated, ...inHeaders(index)].flatMap((repeated) =>
      check(index, repeated)
    ),
};

/** 占全市(177.53亿元)比重, 与全市(-7.8%)比: the whole of the column beside it. */
function inHeaders(index: TableIndex): readonly RepeatedReference[] {
  return index.table.fields.flatMap((field): readonly RepeatedReference[] => {
    const { against, indicator, header } = field;
    if (against?.kind !== "reference" || against.stated === null) return [];
    const isShare = field.measure === "share";
    if (!isShare && field.measure !== "difference") return [];
    const own = findField(index, indicator.id, isShare ? "actual" : "growth", field);
    const factor = isShare ? unitFactor(against.statedUnit ?? null, own?.unit ?? null) : 1;
    if (own === undefined || factor !== 1 || (isShare && against.statedUnit === undefined))
      return [];
    const { scope, stated } = against;
    const words = field.path.at(-1) ?? "";
    return [{ scope, field: own.index, stated, words, at: header }];
  });
}

function check(index: TableIndex, repeated: RepeatedReference): readonly Outcome[] {
  const field = index.table.fields[repeated.field];
  return index.table.subjects.flatMap((subject): readonly Outcome[] => {
    if (subject.reference !== repeated.scope) return [];
    const reading = readPlace(index, subject, field);
    if (reading.kind === "none") return [];
    const range = quantityOf(repeated.stated).range;
    return overlaps(quantityOf(reading.stated).range, range)
      ? [passed(ID, addressOf(index, reading.observation.at), false)]
      : [found(findingOf(index, repeated, reading))];
  });
}

function findingOf(index: TableIndex, repeated: RepeatedReference, reading: NumberReading) {
  const stated = operandOf("stated", reading);
  const { value } = repeated.stated;
  const decimals = Math.max(stated.decimals, repeated.stated.decimals);
  const at = { sheet: index.table.sheet, area: areaOfCell(repeated.at) };
  const other = { ...looseOperand("other", repeated.words, { value, decimals }, stated.unit), at };
  const { low, high } = toInterval(quantityOf(repeated.stated).range);
  return {
    ...aboutCell(reading, {
      severity: "warning",
      expected: { low, high },
      operands: [other, stated],
      arithmetic: subtraction(stated, other, decimals),
      allowed: null,
      decimals,
    }),
    code: ID,
    params: {
      other: value,
      otherSheet: repeated.words,
      otherStanding: false,
      wholeColumn: false,
      hint: null,
    },
    alternatives: [[at]],
  } as const;
}
