import { describe, expect, test } from "@jest/globals";
import type { Sheet } from "../../../src/core/index.ts";
import {
  columnOffers,
  fillCells,
  formatCell,
  parseArea,
  readTables,
} from "../../../src/core/index.ts";
import type { GridCell } from "../../support/grid.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";

const S = "经济指标";
const HEAD = [["运城市开发区2023年1-6月主要经济指标"], ["单位:亿元、%"]] as const;

function tablesOf(sheet: Sheet) {
  return readTables(bookOf(sheet), { sheets: null }).flatMap(({ tables }) => tables);
}

function offersOf(...rows: readonly (readonly GridCell[])[]): readonly string[] {
  const sheet = sheetOf(S, [...HEAD, ...rows]);
  return columnOffers(tablesOf(sheet), sheet).map(
    ({ function: name, indicator, operands, at, column }) =>
      `${name} ${indicator ?? "-"} ${operands.map(({ cell }) => formatCell(cell)).join(",")} → ${formatCell(at)} ${column}`
  );
}

const TAX = [
  ["开发区", "税收收入", null, null, null, null],
  [null, "完成", "上年同期", "同比增长(%)", "省定目标(%)", "与目标差距(百分点)"],
] as const;

describe("columns a table could have", () => {
  test("a form's own column is offered while it is blank, one it lacks beside the table", () => {
    expect(
      offersOf(
        ...TAX,
        ["运城开发区", 120, 100, 20, 17, null],
        ["河津开发区", 116, 100, 16, 16, null],
        ["合计", 236, 200, 18, 17, null]
      )
    ).toEqual([
      "ZONE_GAP 税收收入 D5,E5 → F5 own",
      "ZONE_STATUS 税收收入 D5,E5 → G5 beside",
      "ZONE_SHARE 税收收入 B5,B7 → G5 beside",
    ]);
  });

  test("a column that holds numbers already is not offered", () => {
    const offers = offersOf(
      ...TAX,
      ["运城开发区", 120, 100, 20, 17, 3],
      ["河津开发区", 116, 100, 16, 16, null],
      ["合计", 236, 200, 18, 17, null]
    );
    expect(offers.some((offer) => offer.startsWith("ZONE_GAP"))).toBe(false);
  });

  test("a column that is computed already, under no header, is not offered again", () => {
    const offers = offersOf(
      ...TAX,
      ["运城开发区", 120, 100, 20, 17, null, { f: "=ZONE_STATUS($D5,$E5)", v: "达到" }],
      ["河津开发区", 116, 100, 16, 16, null, { f: "=ZONE_STATUS($D6,$E6)", v: "达到" }]
    );
    expect(offers.map((offer) => offer.split(" ")[0])).toEqual(["ZONE_GAP"]);
  });

  test("a growth is offered where it follows from the levels, and never of investment", () => {
    const rows = (name: string): readonly string[] =>
      offersOf(
        ["开发区", name, null],
        [null, "完成", "上年同期"],
        ["运城开发区", 120, 100],
        ["河津开发区", 116, 100]
      );
    expect(rows("税收收入")).toContain("ZONE_GROWTH 税收收入 B5,C5 → D5 beside");
    expect(rows("工业投资").some((offer) => offer.startsWith("ZONE_GROWTH"))).toBe(false);
  });

  test("a share of 全市 stands on the city's own line", () => {
    expect(
      offersOf(["开发区", "税收收入"], ["运城开发区", 120], ["河津开发区", 116], ["全市", 600])
    ).toEqual(["ZONE_SHARE 税收收入 B4,B6 → C4 beside"]);
  });

  const across = [
    ["指标", "项目", "运城开发区", "河津开发区", "合计"],
    ["税收收入", "完成", 120, 116, 236],
    [null, "上年同期", 100, 90, 190],
    [null, "同比增长(%)", 20, 28.9, 24.2],
    [null, "省定目标(%)", 17, 16, null],
  ] as const;

  test("where the zones stand in columns, a row is offered, with the city's column fixed", () => {
    expect(offersOf(...across)).toEqual([
      "ZONE_GAP 税收收入 C6,C7 → C8 beside",
      "ZONE_STATUS 税收收入 C6,C7 → C8 beside",
      "ZONE_SHARE 税收收入 C4,E4 → C8 beside",
    ]);
  });

  test("a row that is computed already is not offered again", () => {
    const computed = [
      { f: "=ZONE_GAP(C6,C7)", v: 3 },
      { f: "=ZONE_GAP(D6,D7)", v: 12.9 },
    ];
    expect(
      offersOf(...across, [null, null, ...computed, null]).map((offer) => offer.split(" ")[0])
    ).toEqual(["ZONE_STATUS", "ZONE_SHARE"]);
  });

  const headersOf = (...rows: readonly (readonly GridCell[])[]): readonly string[] => {
    const sheet = sheetOf(S, [...HEAD, ...rows]);
    return columnOffers(tablesOf(sheet), sheet).map(({ header }) =>
      header === null ? "-" : `${formatCell(header.at)} ${header.text}`
    );
  };

  test("a new column or row is given a header; one that the form has, or whose header cell is taken, none", () => {
    const form = [
      ...TAX,
      ["运城开发区", 120, 100, 20, 17, null],
      ["河津开发区", 116, 100, 16, 16, null],
      ["合计", 236, 200, 18, 17, null],
    ];
    expect(headersOf(...form)).toEqual([
      "-",
      "G4 税收收入是否达到目标",
      "G4 税收收入占合计比重(%)",
    ]);
    expect(headersOf(...across)).toEqual([
      "B8 税收收入与目标差距",
      "B8 税收收入是否达到目标",
      "B8 税收收入占合计比重(%)",
    ]);
    const withUnits = across.map(([first, second, ...rest], index) => [
      first,
      second,
      index === 0 ? "计量单位" : "%",
      ...rest,
    ]);
    expect(headersOf(...withUnits)[0]).toBe("B8 税收收入与目标差距");
  });

  test("what a new column is headed with is read again as what it is", () => {
    const rows = [
      ["开发区", "税收收入", null, null, null],
      [null, "完成", "上年同期", "同比增长(%)", "省定目标(%)"],
      ["运城开发区", 120, 100, 20, 17],
      ["河津开发区", 116, 100, 16, 16],
      ["合计", 236, 200, 18, 17],
      ["全市", 600, 500, 20, null],
    ] as const;
    const sheet = sheetOf(S, [...HEAD, ...rows]);
    const measures = columnOffers(tablesOf(sheet), sheet).map(({ function: name, header }) => {
      const added = rows.map((row, index) => [
        ...row,
        index === 0
          ? null
          : index === 1
            ? (header?.text ?? "")
            : name === "ZONE_STATUS"
              ? "达到"
              : 3,
      ]);
      const again = sheetOf(S, [...HEAD, ...added]);
      const field = tablesOf(again)[0]?.fields.at(-1);
      return [name, field?.indicator.name, field?.measure];
    });
    expect(measures).toEqual([
      ["ZONE_GAP", "税收收入", "gap"],
      ["ZONE_STATUS", "税收收入", "verdict"],
      ["ZONE_SHARE", "税收收入", "share"],
      ["ZONE_DIFF", "税收收入", "difference"],
    ]);
  });

  test("a sheet that says nothing offers nothing", () => {
    expect(offersOf(["x", "y"], [1, 2])).toEqual([]);
  });
});

function filled(sheet: Sheet, at: string, ...operands: readonly string[]): string {
  const cell = (a1: string) => parseArea(a1) ?? { row: 0, column: 0 };
  return fillCells(tablesOf(sheet), sheet, cell(at), operands.map(cell)).map(formatCell).join(" ");
}

describe("the cells a formula is filled into", () => {
  const zones = sheetOf(S, [
    ...HEAD,
    ...TAX,
    ["运城开发区", 120, 100, 20, 17, null],
    ["河津开发区", null, null, null, null, null],
    ["合计", 236, 200, 18, 17, null],
    ["全市", 600, 520, 15.4, null, null],
    ["填表人:", null, null, null, null, null],
  ]);

  test("are those of zones, filled in or not; of other lines where the operands are", () => {
    expect(filled(zones, "F5", "D5", "E5")).toBe("F5 F6 F7");
    expect(filled(zones, "G5", "B5", "C5")).toBe("G5 G6 G7 G8");
    expect(filled(zones, "F6", "D6", "E6")).toBe("F6 F7");
  });

  test("run along the table where the zones stand in columns", () => {
    const across = sheetOf(S, [
      ...HEAD,
      ["指标", "运城开发区", "河津开发区", "永济开发区"],
      ["税收收入", 120, 116, 103],
      ["工业投资", 21, 14, 9],
      ["固定资产投资", 50, 40, 30],
    ]);
    expect(filled(across, "B8", "B4", "B6")).toBe("B8 C8 D8");
  });

  test("outside of tables go down as long as the operands do", () => {
    const loose = sheetOf(S, [
      [1, 2],
      [3, null],
      [null, 4],
      [null, null],
      [5, 6],
    ]);
    expect(filled(loose, "D1", "A1", "B1")).toBe("D1 D2 D3");
    expect(filled(loose, "D1")).toBe("D1");
  });
});
