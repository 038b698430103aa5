import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Finding, Flag, FlagStyle } from "../../../src/core/index.ts";
import { formatArea, formatCell } from "../../../src/core/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { findingAt, planOf, unmet } from "./evaluations.ts";

const S = "指标";
const ROWS = 12;
const COLUMNS = 6;

const value: fc.Arbitrary<GridCell> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  fc.integer({ min: -3, max: 3 }),
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.constantFrom<GridCell>(null, true, { error: "#REF!" }, '"', "=1", "'", "18.0亿")
);
const grid = fc.array(fc.array(value, { minLength: COLUMNS, maxLength: COLUMNS }), {
  minLength: ROWS,
  maxLength: ROWS,
});

/** A finding of some kind at a random cell; whether the sheet bears it out does not matter here. */
const finding: fc.Arbitrary<Finding> = fc
  .record({
    row: fc.nat({ max: ROWS - 1 }),
    column: fc.nat({ max: COLUMNS - 1 }),
    kind: fc.constantFrom("unmet", "missing", "text", "share", "sum", "error"),
    number: fc.integer({ min: -50, max: 50 }),
    severity: fc.constantFrom("error", "warning"),
  })
  .map(({ row, column, kind, number, severity }) => {
    const cell = formatCell({ row, column });
    const beside = formatCell({ row, column: (column + 1) % COLUMNS });
    const above = formatCell({ row: (row + 1) % ROWS, column });
    switch (kind) {
      case "unmet":
        return unmet(S, cell, number, number + 1, { targetCell: beside });
      case "missing":
        return findingAt("missing-value", S, cell, {
          severity,
          params: { filledPeers: 1, peers: 1 },
        });
      case "text":
        return findingAt("not-a-number", S, cell, {
          severity,
          params: { text: "", nearest: null },
        });
      case "share":
        return findingAt("share-mismatch", S, cell, {
          severity,
          stated: number,
          operands: [`part=${number}@${beside}`, `whole=3@${above}`],
          params: {
            part: number,
            whole: 3,
            wholeName: "全市",
            computed: number,
            fits: null,
            wholeColumn: false,
            hint: null,
          },
        });
      case "sum":
        return findingAt("sum-mismatch", S, cell, {
          severity,
          operands: [`member=${number}@${beside}`, `member=1@${above}`],
          params: {
            stated: number + 9,
            sum: number + 1,
            members: 2,
            unit: null,
            cause: null,
            hint: null,
          },
        });
      case "error":
        return findingAt("formula-error", S, cell, { severity, params: { error: "#REF!" } });
    }
  });

function cellsOf(flags: readonly Flag[], style: FlagStyle): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const flag of flags) {
    if (flag.style !== style) continue;
    for (const area of flag.areas) {
      for (let row = area.row; row < area.row + area.rows; row += 1) {
        for (let column = area.column; column < area.column + area.columns; column += 1) {
          cells.add(formatCell({ row, column }));
        }
      }
    }
  }
  return cells;
}

function styleOf(found: Finding): FlagStyle {
  if (found.class === "target") return "unmet";
  return found.severity === "error" ? "error" : "warning";
}

test("flags stand on the cells the evaluation names and on no others, within all of Excel's limits", () => {
  fc.assert(
    fc.property(grid, fc.array(finding, { maxLength: 60 }), (cells, findings) => {
      const plan = planOf(bookOf(sheetOf(S, cells)), ...findings);
      const flags = plan.flatMap((intent) => (intent.kind === "put-flags" ? intent.flags : []));
      for (const style of ["error", "warning", "unmet"] as const) {
        const named = findings.filter((found) => styleOf(found) === style);
        const expected = new Set(named.map((found) => formatArea(found.at.area)));
        expect(cellsOf(flags, style)).toEqual(expected);
      }
      for (const flag of flags) {
        const [first] = flag.areas;
        expect(first.row).toBe(Math.min(...flag.areas.map((area) => area.row)));
        expect(first.column).toBe(Math.min(...flag.areas.map((area) => area.column)));
        expect(flag.areas.map(formatArea).join(",").length).toBeLessThanOrEqual(8000);
        expect(flag.formula.length).toBeLessThanOrEqual(8192);
        const literals = flag.formula.match(/"(?:[^"]|"")*"/g) ?? [];
        for (const literal of literals) expect(literal.length).toBeLessThanOrEqual(257);
        const bare = flag.formula.replace(/"(?:[^"]|"")*"/g, "");
        expect(bare).not.toMatch(/["!]/);
        expect(bare).not.toMatch(/[<>=]\(?-?[\d.]+E/);
        expect(bare.split("(").length).toBe(bare.split(")").length);
        expect(flag.formula).not.toMatch(/[\u0000-\u001f\ufffe\uffff]/);
      }
    }),
    { numRuns: 300 }
  );
});
