import type {
  Operand,
  Relation,
  Rows,
  TargetRelation,
  TypedColumn,
} from "../../src/core/columns/index.ts";
import {
  columnAt,
  DECIMALS,
  EXCEPTION,
  GROWTH_TARGET,
  LEVEL_TARGET,
  SHARE_TARGET,
} from "./form.ts";
import type { Form, PlantedCode } from "./form.ts";

/** A relation of the form, with the column and the code its findings are told with. */
export interface NamedRelation {
  readonly relation: Relation;
  readonly column: number;
  readonly code: PlantedCode | "sum-mismatch";
}

/** All that the form claims, and its targets: three growths, three shares, a gap, six sums, ten targets. */
export function relationsOf({ layout, zones, columns }: Form): readonly NamedRelation[] {
  const all = { from: 0, to: zones + 2 };
  const judged = { from: 0, to: zones + 1 };
  const members = { from: 0, to: zones };
  const named: NamedRelation[] = [];
  for (const first of layout.firsts) {
    const now = columnAt(columns, first);
    const before = columnAt(columns, first + 1);
    const growth = columnAt(columns, first + 2);
    const share = columnAt(columns, first + 3);
    const city = { column: now, row: zones + 1, scale: 1 };
    named.push(
      ratio("growth", first + 2, "growth-mismatch", all, growth, now, each(before)),
      ratio("share", first + 3, "share-mismatch", judged, share, now, city),
      sum(first, now, zones, members),
      sum(first + 1, before, zones, members),
      target(first + 2, growth, members, GROWTH_TARGET, first === layout.firsts[0] ? OWN : NONE),
      target(first + 3, share, members, SHARE_TARGET, NONE),
      target(first, now, members, LEVEL_TARGET, NONE)
    );
  }
  if (layout.target !== null) {
    const growth = columnAt(columns, layout.firsts[0] + 2);
    named.push(gap(layout.target, columns, growth, members));
  }
  return named;
}

const NONE: TargetRelation["exceptions"] = [];
const OWN: TargetRelation["exceptions"] = [{ row: EXCEPTION.row, limit: EXCEPTION.target }];

function each(column: TypedColumn): Operand {
  return { column, row: null, scale: 1 };
}

function ratio(
  kind: "growth" | "share",
  column: number,
  code: PlantedCode,
  rows: Rows,
  claim: TypedColumn,
  top: TypedColumn,
  bottom: Operand
): NamedRelation {
  return { relation: { kind, rows, claim, top: each(top), bottom }, column, code };
}

function sum(place: number, column: TypedColumn, total: number, members: Rows): NamedRelation {
  const relation: Relation = { kind: "sum", column, total, members, decimals: DECIMALS };
  return { relation, column: place, code: "sum-mismatch" };
}

function target(
  column: number,
  claim: TypedColumn,
  rows: Rows,
  limit: number,
  exceptions: TargetRelation["exceptions"]
): NamedRelation {
  const comparison = "at-least";
  const relation: Relation = { kind: "target", rows, claim, comparison, limit, exceptions };
  return { relation, column, code: "target-unmet" };
}

function gap(
  place: number,
  columns: readonly TypedColumn[],
  growth: TypedColumn,
  rows: Rows
): NamedRelation {
  const relation: Relation = {
    kind: "difference",
    rows,
    claim: columnAt(columns, place + 1),
    own: each(growth),
    other: each(columnAt(columns, place)),
    otherIs: "exact",
  };
  return { relation, column: place + 1, code: "difference-mismatch" };
}
