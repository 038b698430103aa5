import type { Outcome } from "../evaluation/evaluation.ts";
import { formatFixed } from "../findings/format-number.ts";
import { formatCell } from "../workbook/address.ts";
import { toDecimal } from "../model/decimal.ts";
import { observationAt } from "../model/table.ts";
import type { Check } from "./check.ts";
import { found, operandOf, shownDecimals } from "./describe.ts";
import { evaluatePlain } from "./plain-formula.ts";
import { qualityAt } from "./quality.ts";
import { readPlace } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";

const ID = "stale-value";
/** Binary noise of a few operations. */
const NOISE = 1e-9;

/**
 * A workbook that calculates by hand is recalculated before it is submitted. Only formulas of + − × ÷, SUM and ROUND over
 * cells of the book's tables are recomputed here; of others nothing is said.
 */
export const staleValue: Check = {
  id: ID,
  severity: "warning",
  run: ({ index, book, calculation }) => (calculation === "manual" ? judgeTable(index, book) : []),
};

function judgeTable(index: TableIndex, book: readonly TableIndex[]): Outcome[] {
  const values = valuesOfBook(book);
  const { sheet } = index.table;
  return index.table.subjects.flatMap((subject) =>
    index.table.fields.flatMap((field): Outcome[] => {
      const reading = readPlace(index, subject, field);
      if (reading.kind === "none") return [];
      const { formula, numberFormat } = reading.observation;
      if (formula === null) return [];
      const raw = evaluatePlain(formula, (cell, other) => values.get(`${other ?? sheet}!${cell}`));
      if (raw === undefined || !Number.isFinite(raw)) return [];
      // A percent format's 0.6153 is read as 61.53.
      const computed = numberFormat.includes("%") ? raw * 100 : raw;
      const cached = reading.stated.value;
      if (Math.abs(computed - cached) <= NOISE * Math.max(1, Math.abs(computed))) return [];
      const decimals = shownDecimals(reading);
      const value = toDecimal(computed).toNumber();
      return [
        found({
          ...qualityAt(reading.place, reading.observation, {
            severity: "warning",
            remark: "optional",
            stated: cached,
            expected: { low: value, high: value },
            operands: [operandOf("stated", reading)],
            arithmetic: `${formula.replace(/^=/u, "")} = ${formatFixed(value, decimals)} ≠ ${formatFixed(cached, decimals)}`,
            decimals,
          }),
          code: ID,
          params: { cached, computed: value },
        }),
      ];
    })
  );
}

const known = new WeakMap<readonly TableIndex[], ReadonlyMap<string, number>>();

/** The same of all tables, by sheet and cell. */
function valuesOfBook(book: readonly TableIndex[]): ReadonlyMap<string, number> {
  const before = known.get(book);
  if (before !== undefined) return before;
  const values = new Map(
    book.flatMap((index) =>
      [...valuesOf(index)].map(([cell, value]) => [`${index.table.sheet}!${cell}`, value] as const)
    )
  );
  known.set(book, values);
  return values;
}

/** What cells of a table hold, as formulas see it; a text or an error leaves a formula open. */
function valuesOf(index: TableIndex): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const subject of index.table.subjects) {
    for (const field of index.table.fields) {
      const observation = observationAt(index.table, subject.index, field.index);
      const content = observation?.content;
      if (observation === undefined || content?.kind !== "number" || content.fromText !== null)
        continue;
      const isPercent = observation.numberFormat.includes("%");
      const { value } = content.stated;
      values.set(formatCell(observation.at), isPercent ? value / 100 : value);
    }
  }
  return values;
}
