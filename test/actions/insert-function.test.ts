import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { insertFunction } from "../../src/actions/index.ts";
import type {
  ActionResult,
  InsertableFunction,
  InsertedFunction,
} from "../../src/actions/index.ts";
import type { Sheet } from "../../src/core/index.ts";
import { RULES_SHEET, cellAt, findSheet, formatFailure, parseArea } from "../../src/core/index.ts";
import { openFilePort } from "../../src/xlsx/index.ts";
import type { FilePort } from "../../src/xlsx/index.ts";
import { bookOf, sheetOf } from "../support/grid.ts";
import type { RecordedPort } from "./fakes.ts";
import { portOf } from "./fakes.ts";

const S = "经济指标";

function insertAt(
  port: FilePort | RecordedPort,
  name: InsertableFunction,
  place: string,
  customFunctions: "available" | "missing" = "available"
): Promise<ActionResult<InsertedFunction>> {
  const area = parseArea(place);
  if (area === undefined) throw new Error(`not an area: ${place}`);
  return insertFunction(port, { name, at: { sheet: S, area }, customFunctions });
}

/** The formulas that are planned on a book of literal sheets. */
async function inserted(
  name: InsertableFunction,
  place: string,
  ...sheets: readonly Sheet[]
): Promise<readonly string[]> {
  const port = portOf(bookOf(...sheets));
  await insertAt(port, name, place);
  return port.plans
    .flat()
    .flatMap((intent) => (intent.kind === "set-formulas" ? intent.formulas.flat() : []));
}

async function failureOf(
  name: InsertableFunction,
  place: string,
  ...sheets: readonly Sheet[]
): Promise<string> {
  const port = portOf(bookOf(...sheets));
  const outcome = await insertAt(port, name, place);
  expect(port.plans).toEqual([]);
  return outcome.ok ? "inserted" : formatFailure(outcome.failure.failure, "zh-CN").message;
}

const HEADER = [
  ["运城市开发区2023年1-6月主要经济指标"],
  ["单位:亿元、%"],
  ["开发区", "工业投资", null, null, null, null],
  [null, "完成", "上年同期", "同比增长(%)", "省定目标(%)", "与目标差距(百分点)"],
] as const;
const form = sheetOf(S, [
  ...HEADER,
  ["运城开发区", 120, 100, { v: 0.2, nf: "0.0%" }, 17, null],
  ["河津开发区", 116, 100, { v: 0.16, nf: "0.0%" }, 16, null],
  ["合计", 236, 200, { v: 0.18, nf: "0.0%" }, 17, 1],
  ["全市", 600, 520, { v: 0.154, nf: "0.0%" }, null, null],
]);
const rules = sheetOf(RULES_SHEET, [
  ["指标", "口径", "适用", "比较", "目标值", "单位"],
  ["工业投资", "同比", "全部", "不低于", 17, "%"],
  ["工业投资", "同比", "河津开发区", "不低于", 16, "%"],
]);

describe("inserting a function into a table", () => {
  test.each([
    ["ZONE_GAP", "=IF(COUNT(D6,E6)<2,NA(),ZONE_GAP(D6*100,E6))"],
    ["ZONE_STATUS", "=IF(COUNT(D6,E6)<2,NA(),ZONE_STATUS(D6*100,E6))"],
    ["ZONE_SHARE", "=IF(COUNT(B6,B$8)<2,NA(),ZONE_SHARE(B6,B$8))"],
    ["ZONE_GROWTH", "=IF(COUNT(B6,C6)<2,NA(),ZONE_GROWTH(B6,C6))"],
    ["ZONE_DIFF", "=IF(COUNT(D6,D$8)<2,NA(),ZONE_DIFF(D6*100,D$8*100))"],
    [
      "ZONE_TARGET",
      '=IF(COUNTA($A6,"工业投资")<2,NA(),ZONE_TARGET($A6,"工业投资",目标规则!$A$1:$F$3))',
    ],
  ] as const)(
    "%s takes what the row says, a percent format in the unit of the sheets",
    async (name, formula) => {
      expect(await inserted(name, "F6", form, rules)).toEqual([formula]);
    }
  );

  test.each([
    ["ZONE_GAP", "=IF(COUNT(D6,E6)<2,NA(),(D6*100)-E6)"],
    ["ZONE_STATUS", '=IF(COUNT(D6,E6)<2,NA(),IF((D6*100)>=E6,"达到","未达到"))'],
    ["ZONE_SHARE", "=IF(COUNT(B6,B$8)<2,NA(),B6/B$8*100)"],
    ["ZONE_TARGET", "=INDEX(目标规则!$A$1:$F$3,3,5)"],
  ] as const)(
    "an Excel without custom functions gets the native formula of %s",
    async (name, formula) => {
      const port = portOf(bookOf(form, rules));
      const outcome = await insertAt(port, name, "F6", "missing");
      expect(outcome).toMatchObject({ ok: true, value: { becomes: "native", refused: [] } });
      expect(port.plans.flat()).toMatchObject([{ kind: "set-formulas", formulas: [[formula]] }]);
    }
  );

  test("fills every row of the selection", async () => {
    expect(await inserted("ZONE_GROWTH", "F5:F6", form)).toEqual([
      "=IF(COUNT(B5,C5)<2,NA(),ZONE_GROWTH(B5,C5))",
      "=IF(COUNT(B6,C6)<2,NA(),ZONE_GROWTH(B6,C6))",
    ]);
  });

  test("overwrites nothing: the cell must be blank", async () => {
    expect(await failureOf("ZONE_GAP", "F5:F7", form)).toBe("F7 里已有内容,没有插入函数。");
  });

  test("says so where the row has no such two numbers", async () => {
    const bare = sheetOf(S, [
      ["运城市开发区2023年1-6月主要经济指标"],
      ["开发区", "工业投资(亿元)", "固定资产投资(亿元)", null],
      ["运城开发区", 120, 200, null],
      ["河津开发区", 116, 190, null],
    ]);
    expect(await failureOf("ZONE_GROWTH", "D3", bare)).toContain("ZONE_GROWTH");
    expect(await failureOf("ZONE_TARGET", "H40", bare, rules)).toContain("H40");
  });

  test("says that the rules sheet is missing, and writes nothing", async () => {
    const port = portOf(bookOf(form));
    expect(await insertAt(port, "ZONE_TARGET", "F6")).toMatchObject({
      ok: true,
      value: { done: [], refused: [{ reason: "sheet-missing", sheet: RULES_SHEET }] },
    });
    expect(port.plans).toEqual([]);
  });

  test("outside every table takes the two nearest numbers on the left of the row", async () => {
    const loose = sheetOf(S, [[16, "x", 17, null]]);
    expect(await inserted("ZONE_GAP", "D1", loose)).toEqual([
      "=IF(COUNT(A1,C1)<2,NA(),ZONE_GAP(A1,C1))",
    ]);
    expect(await failureOf("ZONE_GAP", "D9", loose)).toContain("D9");
  });
});

describe("the operands of a share", () => {
  const projects = sheetOf(S, [
    ["运城市开发区2023年上半年“三个一批”活动项目情况表"],
    ["单位:个、%"],
    ["开发区", "签约一批", null, null, "开工一批", null, null, "绿色有机农产品覆盖率"],
    [null, "个数", "其中:战新项目", "战新占比%", "个数", "其中:战新项目", "战新占比%", "完成%"],
    ["运城开发区", 18, 14, 78, 17, 12, null, 71],
    ["河津开发区", 15, 12, 80, 15, 11, null, 69],
    ["合计", 33, 26, 79, 32, 23, 72, 70],
  ]);

  test("are those of the share's own batch of projects", async () => {
    expect(await inserted("ZONE_SHARE", "G5", projects)).toEqual([
      "=IF(COUNT(F5,E5)<2,NA(),ZONE_SHARE(F5,E5))",
    ]);
  });

  test("are never a rate and its total", async () => {
    expect(await inserted("ZONE_SHARE", "I5", projects)).toEqual([
      "=IF(COUNT(F5,E5)<2,NA(),ZONE_SHARE(F5,E5))",
    ]);
  });
});

describe("inserting a function into a sample", () => {
  const open = (name: string): FilePort =>
    openFilePort(readFileSync(resolve(__dirname, "../../assets/samples", name)), name);

  test.each([
    ["ZONE_GAP", "=IF(COUNT(S8,T8)<2,NA(),ZONE_GAP(S8,T8))"],
    ["ZONE_SHARE", "=IF(COUNT(R8,C8)<2,NA(),ZONE_SHARE(R8,C8))"],
    ["ZONE_GROWTH", "=IF(COUNT(C8,D8)<2,NA(),ZONE_GROWTH(C8,D8))"],
    ["ZONE_DIFF", "=IF(COUNT(K8,K$17)<2,NA(),ZONE_DIFF(K8,K$17))"],
    ["ZONE_STATUS", "=IF(COUNT(S8,T8)<2,NA(),ZONE_STATUS(S8,T8))"],
  ] as const)("%s beside 河津开发区 in the 运城 sample", async (name, formula) => {
    const port = open("yuncheng-2023-h1.xlsx");
    expect(await insertAt(port, name, "V8")).toMatchObject({ ok: true });
    const read = await port.read();
    const sheet = read.ok ? findSheet(read.value, S) : undefined;
    expect(sheet === undefined ? null : cellAt(sheet, 7, 21).formula).toBe(formula);
  });
});
