import { describe, expect, test } from "@jest/globals";
import { evaluate } from "../../../src/core/evaluation/evaluate.ts";
import { formatFinding } from "../../../src/core/findings/messages.ts";
import { formatArea } from "../../../src/core/workbook/address.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";

const ZONES = ["盐湖", "河津", "闻喜", "永济", "绛县", "垣曲", "万荣", "稷山"].map(
  (name) => `${name}经济开发区`
);
const NOW = [14.26, 2.43, 8.66, 20.51, 31.17, 5.32, 12.08, 9.4];
const BEFORE = [12.1, 2.21, 9.02, 18.23, 30.05, 4.98, 11.7, 8.8];

function evaluateGrid(grid: readonly (readonly GridCell[])[]) {
  const result = evaluate({ book: bookOf(sheetOf("表", grid)), rulesFile: null, sheets: null });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.findings.filter(({ severity }) => severity !== "information");
}

function told(grid: readonly (readonly GridCell[])[]): readonly string[] {
  return evaluateGrid(grid).map(
    ({ code, severity, at }) => `${severity} ${code} ${formatArea(at.area)}`
  );
}

/** Growths on a base so many times last year's published one, with other numbers at some places (B3 is the first). */
function growthsOn(
  bases: readonly number[],
  changes: Readonly<Record<string, number>> = {},
  indicator = "工业投资",
  header = "同比增长(%)"
): readonly (readonly GridCell[])[] {
  const sign = header.includes("降幅") ? -1 : 1;
  const rows = ZONES.map((zone, row) => {
    const [now = 1, before = 1] = [NOW[row], BEFORE[row]];
    const growth = sign * Number(((now / (before * (bases[row] ?? 1)) - 1) * 100).toFixed(2));
    return [
      zone,
      ...[now, before, growth].map(
        (value, column) => changes[`${"BCD".charAt(column)}${row + 3}`] ?? value
      ),
    ];
  });
  return [["2024年1-6月开发区主要指标"], ["开发区", indicator, "上年同期", header], ...rows];
}

const OFF_BY_6 = ZONES.map(() => 0.94);
/** No two zones re-aligned alike. */
const SCATTERED = [0.9, 1.1, 0.94, 1.06, 0.88, 0.97, 1.12, 0.93];
const COLUMN = "warning growth-mismatch D3:D10";

describe("a column that follows another base is one question", () => {
  test.each<[string, readonly number[]]>([
    ["by one factor", OFF_BY_6],
    ["each zone by its own", SCATTERED],
    ["two of them by more", [0.94, 0.94, 0.7, 0.94, 0.94, 1.3, 0.94, 0.94]],
  ])("re-aligned %s", (_, bases) => {
    expect(told(growthsOn(bases))).toEqual([COLUMN]);
  });

  test.each<[string, readonly number[], Readonly<Record<string, number>>, readonly string[]]>([
    ["a fall of more than all", OFF_BY_6, { D6: -178.8 }, ["warning growth-mismatch D6"]],
    [
      "the same where the column scatters",
      SCATTERED,
      { D6: -178.8 },
      ["warning growth-mismatch D6"],
    ],
    ["a point that moved", OFF_BY_6, { D6: 196.9 }, ["warning growth-mismatch D6"]],
    ["a minus that was lost", OFF_BY_6, { D5: 10.03, D6: -19.69 }, ["warning growth-mismatch D6"]],
    [
      "two of eight",
      OFF_BY_6,
      { D6: 196.9, D9: -98.4 },
      ["warning growth-mismatch D6", "warning growth-mismatch D9"],
    ],
    ["a level", OFF_BY_6, { B5: 86.6 }, ["warning growth-mismatch D5"]],
    ["last year's level", OFF_BY_6, { C5: 90.2 }, ["warning growth-mismatch C5"]],
    ["a little more than the others", OFF_BY_6, { D6: 27.5 }, []],
    ["three of eight, which leave no rule", OFF_BY_6, { D4: 250, D6: 390, D9: 180 }, []],
  ])("and %s is a question of its own", (_, bases, changes, own) => {
    expect([...told(growthsOn(bases, changes))].sort()).toEqual([COLUMN, ...own].sort());
  });

  test("a nominal column and one of falls likewise", () => {
    expect(told(growthsOn(OFF_BY_6, { D6: -178.8 }, "税收收入"))).toEqual([
      COLUMN,
      "warning growth-mismatch D6",
    ]);
    expect(told(growthsOn(OFF_BY_6, { D6: 178.8 }, "工业投资", "降幅(%)"))).toContain(
      "warning growth-mismatch D6"
    );
  });

  test("the levels are named beside the growth that one of them has moved", () => {
    const [, finding] = evaluateGrid(growthsOn(OFF_BY_6, { B5: 86.6 }));
    expect(finding?.alternatives.flat().map(({ area }) => formatArea(area))).toEqual(["B5", "C5"]);
  });

  test("without the two that do not go with it the column follows, and is no question", () => {
    const follows = ZONES.map(() => 1);
    expect(told(growthsOn(follows, { D4: 99.5, D9: -103.2 }))).toEqual([
      "warning growth-mismatch D4",
      "warning growth-mismatch D9",
    ]);
  });

  test("what the others would make of it is told in both languages, with its arithmetic", () => {
    const finding = evaluateGrid(growthsOn(OFF_BY_6, { D6: -178.8 })).find(
      ({ at }) => formatArea(at.area) === "D6"
    );
    if (finding === undefined) throw new Error("nothing found");
    const chinese = formatFinding(finding, "zh-CN");
    expect(chinese.message).toBe(
      "表内 -178.80%,与本列其余各行的口径不合:照其余各行推算约为 19.69%"
    );
    expect(chinese.arithmetic).toContain("(20.51 ÷ 18.23 × 1.064 − 1) × 100 ≈ 19.69");
    expect(formatFinding(finding, "en-US").message).toBe(
      "The sheet says -178.80%, which does not go with the rest of its column: that would make it about 19.69%"
    );
  });
});

describe("a column of shares of another whole", () => {
  const shares = (whole: number, changes: Readonly<Record<string, number>>) => [
    ["2024年1-6月开发区主要指标"],
    ["开发区", "税收收入", "占全市(%)"],
    ...ZONES.map((zone, row) => {
      const now = NOW[row] ?? 0;
      return [zone, now, changes[`C${row + 3}`] ?? Number(((now / whole) * 100).toFixed(2))];
    }),
    ["全市", 177.53, null],
    ["全省开发区", 365.4, null],
  ];

  test.each<[string, number, Readonly<Record<string, number>>, readonly string[]]>([
    ["of the sheet", 365.4, {}, []],
    ["of the sheet, and one of none", 365.4, { C6: 45.2 }, ["warning share-mismatch C6"]],
    ["of no sheet", 213.7, {}, []],
    ["of no sheet, and one of another still", 213.7, { C6: 45.2 }, ["warning share-mismatch C6"]],
  ])("%s", (_, whole, changes, own) => {
    expect(told(shares(whole, changes))).toEqual(["warning share-mismatch C3:C10", ...own]);
  });
});

describe("a column of rates of another basis", () => {
  test("is one question, and a rate that goes with none of them another", () => {
    const all = [20, 35, 18, 44, 61, 27, 30, 22];
    const done = [14, 22, 11, 30, 45, 13, 21, 16];
    const grid = (changes: Readonly<Record<string, number>>) => [
      ["2024年1-6月审计问题整改"],
      ["开发区", "审计问题总数(个)", "已完成(个)", "完成率(%)"],
      ...ZONES.map((zone, row) => {
        const [whole = 1, part = 0] = [all[row], done[row]];
        const rate = Number(((part / whole) * 90).toFixed(2));
        return [zone, whole, part, changes[`D${row + 3}`] ?? rate];
      }),
    ];
    expect(told(grid({}))).toEqual(["warning rate-mismatch D3:D10"]);
    expect(told(grid({ D6: 6.14 }))).toEqual([
      "warning rate-mismatch D3:D10",
      "warning rate-mismatch D6",
    ]);
  });
});

describe("a growth that nothing is computed for", () => {
  const grid = (indicator: string, growth: number, header = "同比增长(%)") => [
    ["2024年1-6月开发区主要指标"],
    ["开发区", indicator, header],
    ...ZONES.map((zone, row) => [zone, NOW[row] ?? 0, row === 3 ? growth : 4.2 + row]),
  ];

  test.each<[string, number, string, readonly string[]]>([
    ["规上工业增加值", -178.8, "同比增长(%)", ["warning order-violation C6"]],
    ["规上工业增加值", 178.8, "降幅(%)", ["warning order-violation C6"]],
    ["规上工业增加值", -100, "同比增长(%)", []],
    ["规上工业增加值", -99.5, "同比增长(%)", []],
    ["利润总额", -178.8, "同比增长(%)", []],
  ])("%s at %d under %s: no amount falls by more than all of it", (name, growth, header, found) => {
    const orders = evaluateGrid(grid(name, growth, header)).filter(
      ({ code }) => code === "order-violation"
    );
    expect(
      orders.map(({ code, severity, at }) => `${severity} ${code} ${formatArea(at.area)}`)
    ).toEqual(found);
  });
});
