import { describe, expect, test } from "@jest/globals";
import { createColumn, judgeColumns, putNumber, VERDICT } from "../../../src/core/columns/index.ts";
import type { Relation, TypedColumn } from "../../../src/core/columns/index.ts";

function columnOf(...values: readonly (number | null)[]): TypedColumn {
  const column = createColumn(values.length);
  values.forEach((value, row) => {
    if (value !== null) putNumber(column, row, { value, decimals: 1, precision: "stated" });
  });
  return column;
}

const each = (column: TypedColumn) => ({ column, row: null, scale: 1 });

function growth(claim: TypedColumn, now: TypedColumn, before: TypedColumn): Relation {
  const rows = { from: 0, to: claim.values.length };
  return { kind: "growth", rows, claim, top: each(now), bottom: each(before) };
}

const now = columnOf(11, 12, 13, 14, 15, 16);
const before = columnOf(10, 10, 10, 10, 10, 10);

describe("typed columns to columnar findings", () => {
  test("a cell that does not follow its column is a finding there, and all tests are counted", () => {
    const claim = columnOf(10, 20, 99, 40, null, 60);
    const { rows, relations, verdicts, checked, notEvaluable } = judgeColumns([
      growth(claim, now, before),
    ]);
    expect([...rows]).toEqual([2]);
    expect([...relations]).toEqual([0]);
    expect([...verdicts]).toEqual([VERDICT.disagrees]);
    expect({ checked, notEvaluable }).toEqual({ checked: 5, notEvaluable: 0 });
  });

  test("a column that does not follow the relation is asked once", () => {
    const claim = columnOf(1, 2, 3, 4, 5, 6);
    const { rows, verdicts, checked, notEvaluable } = judgeColumns([growth(claim, now, before)]);
    expect([...rows]).toEqual([0]);
    expect([...verdicts]).toEqual([VERDICT.notEstablished]);
    expect({ checked, notEvaluable }).toEqual({ checked: 1, notEvaluable: 5 });
  });

  test("findings of thousands of rows grow and keep the order of relations and rows", () => {
    const rows = 5000;
    const claim = columnOf(...Array.from({ length: rows }, (_, row) => row % 5));
    const target: Relation = {
      kind: "target",
      rows: { from: 0, to: rows },
      claim,
      comparison: "at-least",
      limit: 2,
      exceptions: [
        { row: 0, limit: 0 },
        { row: 4, limit: 7 },
      ],
    };
    const told = judgeColumns([target, target]);
    const unmet = Array.from({ length: rows }, (_, row) => row).filter(
      (row) => row === 4 || (row !== 0 && row % 5 < 2)
    );
    expect([...told.rows]).toEqual([...unmet, ...unmet]);
    expect([...new Set(told.relations)]).toEqual([0, 1]);
    expect(told.checked).toBe(2 * rows);
  });

  test("a total off by more than its members' rounding is one finding at the total", () => {
    const sum = (total: number): Relation => ({
      kind: "sum",
      column: columnOf(1.1, 2.2, null, 3.3, total),
      total: 4,
      members: { from: 0, to: 4 },
      decimals: 1,
    });
    expect(judgeColumns([sum(6.6), sum(6.8), sum(6.9)])).toMatchObject({ count: 1, checked: 3 });
    expect([...judgeColumns([sum(6.9)]).rows]).toEqual([4]);
  });
});
