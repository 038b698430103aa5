import { describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import { importRules, insertRules, readRules, saveRules } from "../../src/actions/index.ts";
import type { RulesReading } from "../../src/actions/index.ts";
import {
  RULES_SHEET,
  cellAt,
  findSheet,
  formatRulesFile,
  parseRulesFile,
} from "../../src/core/index.ts";
import { openFilePort } from "../../src/xlsx/index.ts";
import type { FilePort } from "../../src/xlsx/index.ts";

type Cells = readonly (readonly (string | number | null)[])[];

/** An office's own sheet: another order, a column of its own, percent formats, a note below. */
const OWN: Cells = [
  ["2023年目标", null, null, null, null],
  ["责任人", "目标值", "指标", "适用", "口径"],
  ["张", 0.17, "工业投资", "工业类开发区", "同比"],
  ["李", "16%", null, "河津开发区", null],
  ["王", 82, "转型项目当年完成投资", "全部", "占工业投资"],
];

async function opened(rows: Cells | null): Promise<FilePort> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("经济指标").addRow(["开发区", "工业投资"]);
  if (rows !== null) {
    const sheet = book.addWorksheet(RULES_SHEET);
    sheet.addRows(rows.map((row) => [...row]));
    sheet.getCell("B3").numFmt = "0%";
  }
  return openFilePort(new Uint8Array(await book.xlsx.writeBuffer()), "a.xlsx");
}

async function read(port: FilePort): Promise<RulesReading> {
  const result = await readRules(port);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** "indicator value unit zones: except" of every rule. */
async function rulesIn(port: FilePort): Promise<readonly string[]> {
  const { rules, problems } = await read(port);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return rules.map(
    ({ indicator, measure, comparison, value, unit, zones, zoneKind, except }) =>
      `${indicator} ${measure} ${comparison} ${value}${unit ?? ""} ${[...zones, ...(zones.length > 0 ? [] : [zoneKind ?? "all"])].join("+")}` +
      except.map((one) => `, ${one.zone} ${one.value}`).join("")
  );
}

async function cell(port: FilePort, row: number, column: number): Promise<unknown> {
  const result = await port.read();
  const sheet = result.ok ? findSheet(result.value, RULES_SHEET) : undefined;
  if (sheet === undefined) throw new Error("no sheet");
  return cellAt(sheet, row, column);
}

describe("the 目标规则 sheet", () => {
  test("is made from the template, and every row of it is a rule", async () => {
    const port = await opened(null);
    expect((await read(port)).sheet).toBe("absent");
    await insertRules(port, "template");
    expect(await rulesIn(port)).toEqual([
      "industrial-investment growth at-least 17% industrial, 河津 16",
      "industrial-value-added growth at-least 16% industrial, 河津 15",
      expect.stringMatching(/ share at-least 82% industrial, 运城 88$/),
      expect.stringMatching(/^fixed-asset-investment growth at-least 18% agricultural$/),
      expect.stringMatching(/ actual at-least 2亿元 agricultural$/),
      expect.stringMatching(/ at-least 48% agricultural$/),
      expect.stringMatching(/ rate at-least 90% all$/),
      expect.stringMatching(/ rate at-least 40% all$/),
      expect.stringMatching(/ rate at-least 90% all$/),
    ]);
    expect((await read(port)).rules.some(({ indicator }) => indicator.startsWith("other:"))).toBe(
      false
    );
  });

  test("is made empty, and never made over one that is there", async () => {
    const port = await opened(null);
    await insertRules(port, "empty");
    expect(await read(port)).toEqual({ sheet: "there", rows: [], rules: [], problems: [] });
    await insertRules(port, "template");
    const before = port.bytes();
    await insertRules(port, "empty");
    expect(port.bytes()).toEqual(before);
  });

  test("is edited cell by cell: the office's columns, order and formats stay", async () => {
    const port = await opened(OWN);
    const { rows } = await read(port);
    const [first, second] = rows;
    if (first === undefined || second === undefined) throw new Error("no rows");
    expect(first.texts).toEqual({
      目标值: "17%",
      指标: "工业投资",
      适用: "工业类开发区",
      口径: "同比",
    });
    await saveRules(port, {
      changed: [
        { was: first, texts: { ...first.texts, 目标值: "18%" } },
        { was: second, texts: { ...second.texts, 目标值: "15" } },
      ],
      added: [{ 指标: "固定资产投资", 口径: "同比增速", 适用: "全部", 目标值: "18", 单位: "%" }],
      removed: [],
    });
    expect(await rulesIn(port)).toEqual([
      "industrial-investment growth at-least 18% industrial",
      "industrial-investment growth at-least 15 河津",
      "transformation-investment share at-least 82 all",
      "fixed-asset-investment growth at-least 18% all",
    ]);
    expect(await cell(port, 2, 1)).toMatchObject({ value: 0.18, numberFormat: "0%" });
    expect(await cell(port, 2, 0)).toMatchObject({ value: "张" });
    expect(await cell(port, 1, 5)).toMatchObject({ value: "单位" });
    expect(await cell(port, 5, 0)).toMatchObject({ value: null });
  });

  test("takes a rule away without the cells beside it", async () => {
    const port = await opened(OWN);
    const { rows } = await read(port);
    await saveRules(port, { changed: [], added: [], removed: rows.slice(2) });
    expect((await rulesIn(port)).join()).not.toContain("transformation");
    expect(await cell(port, 4, 0)).toMatchObject({ value: "王" });
  });

  test("finds a row again that has moved, and refuses to write over one that was edited meanwhile", async () => {
    const port = await opened(OWN);
    const { rows } = await read(port);
    const last = rows[2];
    if (last === undefined) throw new Error("no row");
    const moved = { ...last, row: last.row + 3 };
    expect(
      await saveRules(port, {
        changed: [{ was: moved, texts: { ...last.texts, 目标值: "83" } }],
        added: [],
        removed: [],
      })
    ).toMatchObject({ ok: true });
    expect(await rulesIn(port)).toContain("transformation-investment share at-least 83 all");
    const before = port.bytes();
    expect(
      await saveRules(port, {
        changed: [{ was: last, texts: { ...last.texts, 目标值: "84" } }],
        added: [],
        removed: [],
      })
    ).toEqual({ ok: false, failure: { failure: { code: "rules-moved" }, done: [] } });
    expect(port.bytes()).toEqual(before);
  });

  test("tells the cells no rule can be made of, and keeps their rows to be corrected", async () => {
    const port = await opened([
      ["指标", "目标值", "比较"],
      ["工业投资", "约17", "约等于"],
    ]);
    const { rows, problems } = await read(port);
    expect(problems).toMatchObject([{ path: "B2" }]);
    expect(rows).toHaveLength(1);
  });

  test("takes in a rules file: values change in place, the rest is added, and a second time changes nothing", async () => {
    const port = await opened(OWN);
    const text = JSON.stringify({
      schema: "zone-check/rules@1",
      rules: [
        {
          indicator: "工业投资",
          measure: "growth",
          value: 19,
          unit: "%",
          zoneKind: "industrial",
          except: [
            { zone: "河津", value: 14 },
            { zone: "永济", value: 12 },
          ],
        },
        { indicator: "固定资产投资", measure: "growth", value: 18, unit: "%" },
      ],
    });
    await importRules(port, { name: "province.json", text });
    expect(await cell(port, 2, 1)).toMatchObject({ value: 0.19 });
    expect(await rulesIn(port)).toEqual([
      "industrial-investment growth at-least 19% industrial, 河津 14, 永济 12",
      "transformation-investment share at-least 82 all",
      "fixed-asset-investment growth at-least 18% all",
    ]);
    const once = await read(port);
    await importRules(port, { name: "province.json", text });
    expect(await read(port)).toEqual(once);
  });

  test("is exported as a file that gives the same rules", async () => {
    const port = await opened(null);
    await insertRules(port, "template");
    const file = formatRulesFile((await read(port)).rules);
    const other = await opened(null);
    await importRules(other, { name: "rules.json", text: file });
    expect(await rulesIn(other)).toEqual(await rulesIn(port));
    expect(parseRulesFile(file, "rules.json")).toMatchObject({ ok: true });
  });

  test("takes nothing from a file with a problem", async () => {
    const port = await opened(OWN);
    const before = port.bytes();
    const result = await importRules(port, {
      name: "x.json",
      text: '{"schema":"zone-check/rules@1","rules":[{}]}',
    });
    expect(result).toMatchObject({
      ok: false,
      failure: { failure: { code: "rules-invalid", file: "x.json" } },
    });
    expect(port.bytes()).toEqual(before);
  });
});
