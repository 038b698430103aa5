import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { ZONE_TARGET } from "../../../src/core/measures/index.ts";
import type { MeasureFailure } from "../../../src/core/measures/result.ts";
import { locatorOf } from "../../../src/core/portable/index.ts";
import { toNative } from "../../../src/core/portable/native-formula.ts";
import { asHostValue } from "../../../src/tools/twins/calls.ts";
import type { SavableEngine } from "../../../src/workbench/engine/engine.ts";
import { loadEngine } from "../../support/engine.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { packageBookOf } from "../../support/package-book.ts";
import { createDraw } from "../sheet/families/draw.ts";

jest.setTimeout(300_000);

/** As the edge of the functions shows a failure. */
function errorShown(failure: MeasureFailure): string {
  if (failure.reason === "error-operand") return failure.error;
  return failure.reason === "no-rule" || failure.reason === "missing" ? "#N/A" : "#VALUE!";
}

/**
 * The twin of ZONE_TARGET: a spreadsheet evaluates what a portable copy writes, core the function. A third of the calls stand
 * in cells of their own, a third are over ranges, and a third have words that only the spreadsheet calculates.
 */
const CALLS = 3000;
const BLOCK = 10;
const ZONES = [
  "河津开发区",
  "河津经济技术开发区",
  "永济经开区",
  "绛县开发区",
  "新绛农业示范区",
  "运城市开发区",
];
const INDICATORS = [
  "工业投资",
  "工业 投资",
  "其中:工业投资",
  "税收",
  "税收 同比",
  "新签项目",
  "外资",
];
const OTHERS: readonly GridCell[] = [null, "", "—", 17, "没有的", { error: "#DIV/0!" }];
const RULES: readonly (readonly GridCell[])[] = [
  ["指标", "口径", "适用", "目标值"],
  ["工业投资", "同比", "工业类开发区", 17],
  ["工业投资", "同比", "河津开发区", 16],
  ["工业投资", "同比", "农业示范区", 8.5],
  ["税收", "同比", "全部", "9.5%"],
  ["税收", "同比", "绛县开发区、永济开发区", 11],
  ["新签项目", "总量", "河津开发区", 3],
  ["外资", "总量", "全部", "力争3个"],
];
const RANGE = `规则!$A$1:$D$${RULES.length}`;

describe("the native twin of ZONE_TARGET, computed by a spreadsheet", () => {
  const seed = Date.now() % 1_000_000;
  const draw = createDraw(seed);
  const any = (words: readonly string[]): GridCell =>
    draw.chance(0.85) ? draw.oneOf(words) : draw.oneOf(OTHERS);
  const rows = Array.from({ length: CALLS }, (): readonly [GridCell, GridCell] => [
    any(ZONES),
    any(INDICATORS),
  ]);
  const kindOf = (row: number): number => Math.floor(row / BLOCK) % 3;
  /** Rows of ranges in which no call finds a rule: a portable copy cannot tell where they are, and keeps their values. */
  const kept = new Set<number>();
  let engine: SavableEngine;

  beforeAll(async () => {
    const book = bookOf(sheetOf("数", rows), sheetOf("规则", RULES));
    const [home] = book.sheets;
    if (home === undefined) throw new Error("no sheet");
    const formulaAt = (row: number): string | null => {
      const r = row + 1;
      if (kindOf(row) === 1) {
        if (row % BLOCK !== 0) return null;
        const last = r + BLOCK - 1;
        return `=ZONE_TARGET(A${r}:A${last},B${r}:B${last},${RANGE})`;
      }
      return kindOf(row) === 0
        ? `=ZONE_TARGET(A${r},B${r},${RANGE})`
        : `=ZONE_TARGET(REPT(A${r},1),REPT(B${r},1),${RANGE})`;
    };
    const withTwins = rows.map((cells, row): GridCell[] => {
      const formula = formulaAt(row);
      if (formula === null) return [...cells, null];
      const native = toNative(formula, locatorOf(book, home, { row, column: 2 }));
      if (native.kind === "formula") return [...cells, { f: native.formula, v: null }];
      const isKept = native.kind === "value" && native.reason === "not-located";
      if (!isKept || kindOf(row) !== 1) throw new Error(`${formula} has no twin; seed ${seed}`);
      for (let at = row; at < row + BLOCK; at += 1) kept.add(at);
      return [...cells, null];
    });
    engine = loadEngine().createNodeEngine(
      packageBookOf(bookOf(sheetOf("数", withTwins), sheetOf("规则", RULES)))
    );
    await engine.settled();
  });
  afterAll(() => {
    engine.dispose();
  });

  test("gives the function's targets and errors, in cells, over ranges and of calculated words", () => {
    const [sheet] = engine.sheets();
    const values = engine.readValues(sheet?.id ?? "", {
      ...{ row: 0, column: 2 },
      ...{ rows: CALLS, columns: 1 },
    });
    const counts = { numbers: 0, errors: 0 };
    const differences = rows.flatMap((cells, row): readonly string[] => {
      // A calculated word of a blank or a number is another: "" and "17".
      const isCalculated = kindOf(row) === 2;
      const [zone, indicator] = cells.map((cell) => {
        const value = asHostValue(cell as never);
        if (!isCalculated) return value;
        return value === null ? "" : typeof value === "number" ? String(value) : value;
      });
      const [result] = ZONE_TARGET.evaluate([zone, indicator, RULES])[0] ?? [];
      if (result === undefined) throw new Error("no result");
      counts[result.ok ? "numbers" : "errors"] += 1;
      const expected = result.ok ? result.value : errorShown(result.failure);
      const twin = asHostValue(values[row]?.[0] ?? null);
      return (kept.has(row) ? !result.ok : twin === expected)
        ? []
        : [
            `row ${row + 1} (${kindOf(row)}): ${JSON.stringify(cells)} is ${String(expected)}, its twin ${String(twin)}; seed ${seed}`,
          ];
    });
    expect(differences.slice(0, 20)).toEqual([]);
    expect(counts.numbers).toBeGreaterThan(CALLS / 3);
    expect(counts.errors).toBeGreaterThan(CALLS / 10);
  });
});
