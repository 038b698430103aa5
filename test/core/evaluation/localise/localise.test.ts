import { describe, expect, test } from "@jest/globals";
import { formatFinding } from "../../../../src/core/findings/messages.ts";
import { formatArea } from "../../../../src/core/workbook/address.ts";
import { evaluateLiteral } from "../../../support/check-cases.ts";
import type {
  CellLiteral,
  ColumnLiteral,
  RowLiteral,
  TableLiteral,
} from "../../../support/table.ts";
import { textNumber } from "../../../support/table.ts";

const CITY = { kind: "reference", scope: "city", stated: null } as const;
/** C now, D last year, E growth, F share of 全市. */
const COLUMNS: readonly ColumnLiteral[] = [
  { of: "tax-revenue", measure: "actual", format: "0.00" },
  { of: "tax-revenue", measure: "prior", format: "0.00" },
  { of: "tax-revenue", measure: "growth", format: "0.00" },
  { of: "tax-revenue", measure: "share", against: CITY, format: "0.00" },
];

/** Rows 5–9 are zones, 10 their total, 11 全市. */
const RIGHT: readonly (readonly CellLiteral[])[] = [
  [14.26, 12.1, 17.85, 8.03],
  [8.66, 9.0, -3.78, 4.88],
  [20.5, 18.2, 12.64, 11.55],
  [31.17, 30.05, 3.73, 17.56],
  [34.65, 33.1, 4.68, 19.52],
  [109.24, 102.45, 6.63, 61.53],
  [177.53, 170.6, 4.06, null],
];

function formWith(changes: Readonly<Record<string, CellLiteral>>): TableLiteral {
  const names = ["甲", "乙", "丙", "丁", "戊", "合计", "全市"];
  return {
    columns: COLUMNS,
    rows: RIGHT.map((cells, row): RowLiteral => {
      const changed = cells.map(
        (cell, column) => changes[`${"CDEF".charAt(column)}${row + 5}`] ?? cell
      );
      const name = names[row] ?? "";
      if (name === "合计") return { name, role: "total", cells: changed };
      return name === "全市"
        ? { name, reference: "city", cells: changed }
        : { name, cells: changed };
    }),
  };
}

function told(changes: Readonly<Record<string, CellLiteral>>): readonly string[] {
  return evaluateLiteral(formWith(changes)).findings.map(({ code, at, consequences }) => {
    const cells = consequences.map((one) => ` > ${formatArea(one.at.area)}`).join("");
    return `${code} ${formatArea(at.area)}${cells}`;
  });
}

describe("one wrong cell is one finding at that cell, with what follows under it", () => {
  test("the sheet as it should be says nothing", () => {
    expect(told({})).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, CellLiteral>>, readonly string[]]>([
    ["a typed total with two digits swapped", { C10: 109.42 }, ["sum-mismatch C10 > E10 > F10"]],
    ["a member of the total", { C5: 41.26 }, ["sum-mismatch C5 > E5 > F5 > C10"]],
    ["last year's value of a zone", { D7: 12.8 }, ["sum-mismatch D7 > E7 > D10"]],
    ["last year's total", { D10: 120.45 }, ["sum-mismatch D10 > E10"]],
    ["a growth that only follows from others", { E6: 3.78 }, ["growth-mismatch E6"]],
    ["a share that only follows from others", { F8: 15.76 }, ["share-mismatch F8"]],
  ])("%s", (_, changes, findings) => {
    expect(told(changes)).toEqual(findings);
  });

  test("the root is as severe as the most severe of what it explains", () => {
    const [root] = evaluateLiteral(formWith({ D7: 12.8 })).findings;
    expect(root).toMatchObject({ severity: "error", remark: "none", stated: 12.8 });
    expect(root?.expected?.low).toBeLessThanOrEqual(18.2);
    expect(root?.expected?.high).toBeGreaterThanOrEqual(18.2);
  });

  test("digits swapped are told at the cell at fault, in both languages", () => {
    const [root] = evaluateLiteral(formWith({ C5: 12.46 })).findings;
    if (root === undefined) throw new Error("nothing found");
    expect(formatFinding(root, "zh-CN").message).toMatch(/^此格填 12\.46,改为 14\.2/u);
    expect(formatFinding(root, "zh-CN").message).toContain(";由此引起:");
    expect(formatFinding(root, "en-US").message).toMatch(/^This cell says 12\.46; with 14\.2/u);
  });

  test("two faults that have nothing to do with each other are two findings", () => {
    expect(told({ C10: 109.42, E6: 3.78 })).toEqual([
      "sum-mismatch C10 > E10 > F10",
      "growth-mismatch E6",
    ]);
  });

  test("a number in the wrong unit hides no wrong total: with the right one it would not agree either", () => {
    const findings = told({ C6: 86600, C10: 109.42 });
    expect(findings.map((one) => one.split(" > ")[0])).toEqual([
      "unit-suspect C6",
      "sum-mismatch C10",
    ]);
  });

  test("a member and an unrelated share are told apart by what else holds", () => {
    expect(told({ C5: 41.26, F7: 13.55 })).toEqual([
      "sum-mismatch C5 > E5 > F5 > C10",
      "share-mismatch F7",
    ]);
  });
});

describe("where the arithmetic cannot tell", () => {
  const two = (total: CellLiteral): TableLiteral => ({
    columns: [{ of: "tax-revenue", measure: "actual", format: "0.00" }],
    rows: [
      { name: "甲", cells: [14.26] },
      { name: "乙", cells: [8.66] },
      { name: "丙", cells: [20.5] },
      { name: "合计", role: "total", cells: [total] },
    ],
  });

  test("the finding stays at the tested cell and names every other that would do", () => {
    const [finding, ...rest] = evaluateLiteral(two(48.42)).findings;
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ code: "sum-mismatch", at: { area: { row: 7, column: 2 } } });
    expect(finding?.alternatives.map((set) => set.map(({ area }) => formatArea(area)))).toEqual([
      ["C5"],
      ["C6"],
      ["C7"],
    ]);
    expect(finding === undefined ? [] : formatFinding(finding, "zh-CN").trace).toContain(
      "也可能有误(改其中一处同样能吻合):C5、C6、C7"
    );
  });

  test("a formula over the very cells is at fault itself, not what it adds up", () => {
    const [finding] = evaluateLiteral(two({ formula: "=SUM(C5:C6)", value: 22.92 })).findings;
    expect(finding).toMatchObject({ at: { area: { row: 7 } }, alternatives: [] });
  });
});

describe("a text, a blank or an error takes what depends on it", () => {
  test("a text number that SUM leaves out: total and its share are listed under it", () => {
    expect(
      told({
        C5: textNumber("14.26 ", 14.26),
        C10: { formula: "=SUM(C5:C9)", value: 94.98 },
      })
    ).toEqual(["text-number C5 > C10 > E10 > F10"]);
  });

  test("an error that formulas pass on is told where it comes from", () => {
    const error = { kind: "error", error: "#REF!" } as const;
    const literal = formWith({ C6: error, E6: error });
    const evaluation = evaluateLiteral(literal);
    // Neither cell has a formula: both are told.
    expect(evaluation.findings.map(({ at }) => formatArea(at.area))).toEqual(["C6", "E6"]);
  });

  test("a total whose text member was read is not put down to it when it is off by something else", () => {
    expect(
      told({
        C5: textNumber("14.26 ", 14.26),
        C10: { formula: "=SUM(C5:C9)", value: 94.98 },
        F10: 55.53,
      })
    ).toContain("share-mismatch F10");
  });
});

describe("folding hides nothing", () => {
  test("every failed test is a finding or a consequence of one", () => {
    const spoilt = ["C5", "C7", "D6", "E8", "F9", "C10", "D10"];
    for (const first of spoilt) {
      for (const second of spoilt) {
        const changes = { [first]: 66.6, [second]: 55.5 };
        const evaluation = evaluateLiteral(formWith(changes));
        const listed = evaluation.findings.reduce(
          (count, { consequences, cause }) =>
            count + consequences.length + (cause?.kind === "elsewhere" ? 0 : 1),
          0
        );
        const { checked, passed } = evaluation.summary;
        expect(listed).toBe(checked - passed);
      }
    }
  });
});

describe("ranks, references and columns", () => {
  const GROWTHS = [18.2, 15.1, 12.4, 9.7, 6.3, 2.8];
  const ranked = (growths: readonly number[], ranks: readonly number[]): TableLiteral => ({
    columns: [
      { of: "industrial-added-value", measure: "growth", format: "0.0" },
      { of: "industrial-added-value", measure: "rank", path: ["规上工业增加值", "增速位次"] },
    ],
    rows: growths.map((growth, index) => ({
      name: `区${index}`,
      cells: [growth.toFixed(1), ranks[index] ?? 0],
    })),
  });
  const placesIn = (literal: TableLiteral): readonly string[] =>
    evaluateLiteral(literal).findings.map(({ code, at }) => `${code} ${formatArea(at.area)}`);

  test("a growth that jumped over others takes their ranks with it", () => {
    const wrong = [18.2, -15.1, 12.4, 9.7, 6.3, 2.8];
    expect(placesIn(ranked(wrong, [1, 2, 3, 4, 5, 6]))).toEqual(["rank-mismatch C6"]);
  });

  test("a rank typed wrong stays at the rank, one beyond the rows as well", () => {
    expect(placesIn(ranked(GROWTHS, [1, 2, 5, 4, 5, 6]))).toEqual(["rank-mismatch D7"]);
    expect(placesIn(ranked(GROWTHS, [1, 2, 30, 4, 5, 6]))).toEqual(["rank-mismatch D7"]);
  });

  test("one wrong 全市 is one finding at 全市, with the shares under it", () => {
    const findings = told({ C11: 277.53 });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/-mismatch C11 > /u);
  });
});
