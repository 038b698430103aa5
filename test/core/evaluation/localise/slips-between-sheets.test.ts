import { describe, expect, test } from "@jest/globals";
import { evaluate } from "../../../../src/core/evaluation/evaluate.ts";
import type { Finding } from "../../../../src/core/findings/finding.ts";
import { formatAddress } from "../../../../src/core/workbook/address.ts";
import { bookOf, sheetOf } from "../../../support/grid.ts";
import type { GridCell } from "../../../support/grid.ts";

type Grid = readonly (readonly GridCell[])[];

const ZONES = ["盐湖", "河津", "闻喜", "永济", "绛县", "垣曲"].map((name) => `${name}经济开发区`);
const NOW = [14.26, 2.43, 8.66, 20.51, 31.17, 5.32];
const BEFORE = [12.1, 2.21, 9.02, 18.23, 30.05, 4.98];
const GROWTH = NOW.map((now, row) => round((now / (BEFORE[row] ?? 1) - 1) * 100, 2));

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

interface Unit {
  readonly name: string;
  readonly factor: number;
  readonly decimals: number;
}

const YI: Unit = { name: "亿元", factor: 1, decimals: 2 };
const WAN: Unit = { name: "万元", factor: 10_000, decimals: 0 };

type Form = "alone" | "with last year" | "with growth" | "across";

/** A sheet of one indicator over six zones: B4 is the first zone's value, or B3 with the zones across. */
function sheetFor(form: Form, unit: Unit, values: readonly number[]): Grid {
  const before = BEFORE.map((value) => round(value * unit.factor, unit.decimals));
  const head = (width: number): Grid => [
    ["2024年1-6月各开发区税收收入"],
    [...Array.from({ length: width - 1 }, () => null), `单位:${unit.name}、%`],
  ];
  const rows = (...columns: readonly (readonly number[])[]): Grid =>
    ZONES.map((zone, row) => [zone, ...columns.map((column) => column[row] ?? null)]);
  switch (form) {
    case "alone":
      return [...head(2), ["开发区", "税收收入"], ...rows(values)];
    case "with last year":
      return [...head(3), ["开发区", "税收收入", "上年同期"], ...rows(values, before)];
    case "with growth":
      return [
        ...head(4),
        ["开发区", "税收收入", "上年同期", "同比增长(%)"],
        ...rows(values, before, GROWTH),
      ];
    case "across":
      return [...head(7), ["指标", ...ZONES], ["税收收入", ...values]];
  }
}

interface SheetPlan {
  readonly name: string;
  readonly form: Form;
  readonly unit: Unit;
}

/** What is told of a book in one sheet of which the value of one zone is another. */
function told(sheets: readonly SheetPlan[], at: string, row: number, wrong: number): string[] {
  const book = bookOf(
    ...sheets.map(({ name, form, unit }) => {
      const values = NOW.map((value, index) =>
        name === at && index === row ? wrong : round(value * unit.factor, unit.decimals)
      );
      return sheetOf(name, sheetFor(form, unit, values));
    })
  );
  const result = evaluate({ book, rulesFile: null, sheets: null });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.findings
    .filter(({ severity }) => severity !== "information")
    .map(({ at: where }: Finding) => formatAddress(where));
}

const SLIPS: readonly (readonly [string, (value: number, unit: Unit) => number])[] = [
  ["ten thousand times as much", (value) => round(value * 10_000, 0)],
  ["a ten-thousandth", (value, { decimals }) => round(value / 10_000, decimals + 4)],
  ["a hundred times as much", (value, { decimals }) => round(value * 100, decimals)],
  ["a hundredth", (value, { decimals }) => round(value / 100, decimals + 2)],
];
const FORMS: readonly Form[] = ["alone", "with last year", "with growth", "across"];

describe("a value of two sheets that is out of scale in one of them is told there", () => {
  test.each(SLIPS)("%s, in whichever sheet and unit", (_, slip) => {
    for (const first of FORMS) {
      for (const second of FORMS) {
        for (const [own, other] of [
          [YI, YI],
          [YI, WAN],
          [WAN, YI],
        ] as const) {
          const sheets = [
            { name: "汇总", form: first, unit: own },
            { name: "分析", form: second, unit: other },
          ];
          for (const { name, form, unit } of sheets) {
            const row = 1;
            const wrong = slip(round((NOW[row] ?? 0) * unit.factor, unit.decimals), unit);
            const cell = form === "across" ? "C4" : "B5";
            expect([first, second, unit.name, told(sheets, name, row, wrong)]).toEqual([
              first,
              second,
              unit.name,
              [`${name}!${cell}`],
            ]);
          }
        }
      }
    }
  });

  test.each(SLIPS)("%s, in one of three sheets", (_, slip) => {
    const sheets: readonly SheetPlan[] = [
      { name: "汇总", form: "alone", unit: YI },
      { name: "分析", form: "with last year", unit: WAN },
      { name: "台账", form: "across", unit: YI },
    ];
    for (const { name, form, unit } of sheets) {
      const wrong = slip(round(20.51 * unit.factor, unit.decimals), unit);
      const cell = form === "across" ? "E4" : "B7";
      expect(told(sheets, name, 3, wrong)).toEqual([`${name}!${cell}`]);
    }
  });

  test("ten times as much beside last year's value, and with a digit more than its column", () => {
    const pair = (first: Form, second: Form): readonly SheetPlan[] => [
      { name: "汇总", form: first, unit: YI },
      { name: "分析", form: second, unit: YI },
    ];
    expect(told(pair("with last year", "alone"), "汇总", 3, 205.1)).toEqual(["汇总!B7"]);
    expect(told(pair("alone", "alone"), "汇总", 3, 2.051)).toEqual(["汇总!B7"]);
    expect(told(pair("alone", "alone"), "分析", 3, 2.051)).toEqual(["分析!B7"]);
  });

  test("where both values go with their columns, the finding names the one and the other", () => {
    const sheets: readonly SheetPlan[] = [
      { name: "汇总", form: "alone", unit: YI },
      { name: "分析", form: "alone", unit: YI },
    ];
    const book = bookOf(
      ...sheets.map(({ name, form, unit }) =>
        sheetOf(
          name,
          sheetFor(
            form,
            unit,
            NOW.map((value, row) => (name === "汇总" && row === 3 ? 25.01 : value))
          )
        )
      )
    );
    const result = evaluate({ book, rulesFile: null, sheets: null });
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    const [finding, ...rest] = result.value.findings;
    expect(rest).toEqual([]);
    const named = [finding?.at, ...(finding?.alternatives.flat() ?? [])].flatMap((at) =>
      at === undefined ? [] : [formatAddress(at)]
    );
    expect(named.sort()).toEqual(["分析!B7", "汇总!B7"]);
  });

  test("of two zones only what is thousands of times beyond the other is out of scale", () => {
    const few = (value: number): Grid => [
      ["2024年1-6月各开发区税收收入"],
      [null, "单位:亿元"],
      ["开发区", "税收收入"],
      ["河津经济开发区", 14.26],
      ["永济经济开发区", value],
    ];
    for (const [first, second] of [
      [24_300, 2.43],
      [2.43, 24_300],
    ] as const) {
      const book = bookOf(sheetOf("汇总", few(first)), sheetOf("分析", few(second)));
      const result = evaluate({ book, rulesFile: null, sheets: null });
      if (!result.ok) throw new Error(JSON.stringify(result.failure));
      expect(result.value.findings.map(({ at }) => formatAddress(at))).toEqual([
        first > second ? "汇总!B5" : "分析!B5",
      ]);
    }
  });
});
