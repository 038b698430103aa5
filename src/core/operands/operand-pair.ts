/** The two cells of a row that belong together, for one indicator. */

import type { Measure } from "../model/measure.ts";
import type { Observation } from "../model/table.ts";
import type { ReferenceScope, Subject } from "../model/zone.ts";
import { targetMeasure } from "../rules/target-measure.ts";
import type { CellRef } from "../workbook/address.ts";
import { fieldOf, nearestCell } from "./operand-row.ts";
import type { OperandRow } from "./operand-row.ts";

/** Two numbers that belong together: value and target, part and whole, this year and last, rate and reference. */
export type OperandPair = "actual-target" | "part-whole" | "current-prior" | "rate-reference";

/**
 * A cell an inserted formula refers to. fixed-row: of another row than the formula's, the same for all rows (全市);
 * fixed-column likewise where the zones stand in columns.
 */
export interface OperandCell {
  readonly cell: CellRef;
  readonly line: "own" | "fixed-row" | "fixed-column";
}

/** The two operands of an indicator in a row; undefined where one of them is missing. */
export function pairOf(
  kind: OperandPair,
  row: OperandRow,
  indicator: string
): readonly [OperandCell, OperandCell] | undefined {
  const own = (measure: Measure): Observation | undefined =>
    nearestCell(row, indicator, measure, (field) => field.against?.kind !== "reference");
  // A rate is no part of anything, nor does it grow: it differs in points.
  const amount = (): Observation | undefined =>
    nearestCell(row, indicator, "actual", ({ against, indicator: { kind: of } }) => {
      return against?.kind !== "reference" && of !== "rate";
    });
  switch (kind) {
    case "actual-target": {
      const target = own("target") ?? own("target-part");
      if (target === undefined) return undefined;
      const measure = targetMeasure(row.index, fieldOf(row, target)) ?? "actual";
      const actual = measure === "share" ? nearestCell(row, indicator, measure) : own(measure);
      return both(inRow(actual), inRow(target));
    }
    case "current-prior":
      return both(inRow(amount()), inRow(own("prior")));
    case "part-whole": {
      const part = amount();
      return part === undefined ? undefined : both(inRow(part), wholeOf(row, indicator, part));
    }
    case "rate-reference": {
      const rate = own("growth") ?? own("rate");
      return rate === undefined ? undefined : both(inRow(rate), referenceOf(row, indicator, rate));
    }
  }
}

/** The whole the indicator's own share names; without one, 全市, the total, or what the indicator is a part of. */
function wholeOf(row: OperandRow, indicator: string, part: Observation): OperandCell | undefined {
  // The formula may be to stand in the share's own, blank cell.
  const share = row.cells
    .map((cell) => fieldOf(row, cell))
    .find((field) => field.indicator.id === indicator && field.measure === "share");
  const against = share?.against ?? null;
  const ofIndicator = (id: string): OperandCell | undefined =>
    inRow(nearestCell(row, id, "actual"));
  const total = (): OperandCell | undefined =>
    fixed(row, part, (subject) => subject.role === "total");
  switch (against?.kind) {
    case "indicator":
      return ofIndicator(against.indicator.id);
    case "total":
      return total();
    case "reference":
      return reference(row, indicator, part, [against.scope]);
    case undefined: {
      const parent = fieldOf(row, part).indicator.partOf;
      return (
        reference(row, indicator, part, ["city"]) ??
        total() ??
        (parent === null ? undefined : ofIndicator(parent))
      );
    }
  }
}

const SCOPES: readonly ReferenceScope[] = [
  "city",
  "province-zones",
  "province",
  "nation-zones",
  "nation",
  "benchmark",
];

/** What a difference of the indicator names; without one, the first reference there is. */
function referenceOf(
  row: OperandRow,
  indicator: string,
  rate: Observation
): OperandCell | undefined {
  const named = row.index.table.fields.flatMap(({ indicator: { id }, measure, against }) =>
    id === indicator && measure === "difference" && against?.kind === "reference"
      ? [against.scope]
      : []
  );
  return reference(row, indicator, rate, named.length > 0 ? named : SCOPES);
}

/** The reference's number for a field: in a column beside it, or in the reference's own row. */
function reference(
  row: OperandRow,
  indicator: string,
  cell: Observation,
  scopes: readonly ReferenceScope[]
): OperandCell | undefined {
  const { measure } = fieldOf(row, cell);
  for (const scope of scopes) {
    const beside = nearestCell(
      row,
      indicator,
      measure,
      ({ against }) => against?.kind === "reference" && against.scope === scope
    );
    const found = inRow(beside) ?? fixed(row, cell, (subject) => subject.reference === scope);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same field's number of another subject, in a row of its own. */
function fixed(
  row: OperandRow,
  cell: Observation,
  isWanted: (subject: Subject) => boolean
): OperandCell | undefined {
  const { table } = row.index;
  for (const subject of table.subjects.filter(isWanted)) {
    const other = table.cells[subject.index]?.[cell.field];
    if (other !== undefined && other !== null && other.at.row !== row.at.row) {
      return { cell: other.at, line: "fixed-row" };
    }
  }
  return undefined;
}

function inRow(cell: Observation | undefined): OperandCell | undefined {
  return cell === undefined ? undefined : { cell: cell.at, line: "own" };
}

function both(
  first: OperandCell | undefined,
  second: OperandCell | undefined
): readonly [OperandCell, OperandCell] | undefined {
  return first === undefined || second === undefined ? undefined : [first, second];
}
