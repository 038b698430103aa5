import { afterEach, describe, expect, test } from "@jest/globals";
import { insertCall } from "../../src/actions/index.ts";
import type { CellValue } from "../../src/core/index.ts";
import type { ExcelOnMemory } from "../support/excel-on-memory.ts";
import { openExcelOnMemory } from "../support/excel-on-memory.ts";

const S = "经济指标";
let excel: ExcelOnMemory | null = null;

afterEach(() => {
  excel?.close();
});

/** Fills a column beside so many zones; how many requests that took. */
async function requestsFor(zones: number): Promise<number> {
  excel?.close();
  excel = openExcelOnMemory([S]);
  const rows: (readonly CellValue[])[] = [
    ["运城市开发区2023年1-6月主要经济指标", null, null],
    ["开发区", "税收收入(亿元)", "上年同期税收收入(亿元)"],
    ...Array.from({ length: zones }, (_, index) => [`第${index + 1}开发区`, 100 + index, 100]),
  ];
  excel.engine.put(S, { row: 0, column: 0 }, rows);
  const outcome = await insertCall(
    excel.port,
    {
      name: "ZONE_GROWTH",
      args: ["B3", "C3", "2"],
      at: { sheet: S, area: { row: 2, column: 4, rows: 1, columns: 1 } },
      span: "table",
      customFunctions: "available",
    },
    "ask"
  );
  expect(outcome).toMatchObject({ ok: true, value: { kind: "inserted", cells: zones } });
  expect(excel.engine.cell(S, zones + 1, 4).formula).toBe(
    `=IF(COUNT(B${zones + 2},C${zones + 2})<2,NA(),ZONE_GROWTH(B${zones + 2},C${zones + 2},2))`
  );
  return excel.requests.length;
}

describe("a column filled through Office.js", () => {
  test("takes as many round trips for 200 zones as for two", async () => {
    expect(await requestsFor(200)).toBe(await requestsFor(2));
  });
});
