import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findRuns } from "../../src/excel/write/runs.ts";

const values = fc.constantFrom("a", "b", null);
const grids = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(values, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    })
  );

describe("rectangles of equal cells", () => {
  test("painted one after the other they give the grid again, and no cell twice", () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const painted = grid.map((row) => row.map((): string | null => null));
        for (const { value, area } of findRuns(grid))
          for (let r = area.row; r < area.row + area.rows; r++)
            for (let c = area.column; c < area.column + area.columns; c++) {
              const row = painted[r] ?? [];
              expect(row[c]).toBeNull();
              row[c] = value;
            }
        expect(painted).toEqual(grid);
      })
    );
  });

  test("a column of equal cells is one rectangle", () => {
    expect(
      findRuns([
        [null, "a"],
        [null, "a"],
        ["b", "a"],
      ])
    ).toEqual([
      { value: "b", area: { row: 2, column: 0, rows: 1, columns: 1 } },
      { value: "a", area: { row: 0, column: 1, rows: 3, columns: 1 } },
    ]);
  });
});
