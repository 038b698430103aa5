import { beforeAll, describe, expect, test } from "@jest/globals";
import { CLEAN, bookOfRows } from "./books.ts";
import { diskOf, runOn } from "./memory.ts";

let book: Uint8Array;
let missing: Uint8Array;

beforeAll(async () => {
  book = await bookOfRows();
  missing = await bookOfRows([["运城经济技术开发区", null, 100, 20], ...CLEAN.slice(1)]);
});

const TEXT = "1-6月,运城、河津、永济经济技术开发区工业投资完成670亿元,同比增长11.67%。";

describe("compose", () => {
  test("writes the text alone to stdout, in the style of the workbook's city", async () => {
    const ran = await runOn(diskOf({ "上半年.xlsx": book }), ["compose", "上半年.xlsx"]);
    expect(ran).toEqual({ code: 0, out: `${TEXT}\n`, err: "" });
  });

  test("takes a style by its name, and one from a file", async () => {
    const style = JSON.stringify({
      schema: "zone-check/style@1",
      name: "本市",
      namedZones: 2,
      words: { "growth-up": "增幅{growth}" },
    });
    const disk = diskOf({ "上半年.xlsx": book, "本市.json": style });
    const named = await runOn(disk, ["compose", "上半年.xlsx", "--style", "jincheng"]);
    expect(named.out).toBe("1-6月份,全市3个工业类开发区累计完成工业投资670亿元,同比增长11.67%。\n");
    const own = await runOn(disk, ["compose", "上半年.xlsx", "--style", "本市.json"]);
    expect(own.out).toBe("1-6月,3个工业类开发区工业投资完成670亿元,增幅11.67%。\n");
  });

  test("tells on stderr which cells the validation questions", async () => {
    const disk = diskOf({ "上半年.xlsx": await bookOfRows(CLEAN, { total: 700 }) });
    const { code, out, err } = await runOn(disk, ["compose", "上半年.xlsx"]);
    expect({ code, out }).toEqual({ code: 0, out: `${TEXT.replace("670", "700")}\n` });
    expect(err).toContain("合计不符(经济指标!B8)");
  });

  test("gives each number's place, cells and arithmetic as JSON", async () => {
    const disk = diskOf({ "上半年.xlsx": missing });
    const argv = ["compose", "上半年.xlsx", "--format", "json", "--locale", "en-US"];
    const { code, out, err } = await runOn(disk, argv);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const report = JSON.parse(out) as { readonly text: string; readonly spans: readonly object[] };
    expect(report).toMatchObject({
      schema: "zone-check/composition@1",
      file: "上半年.xlsx",
      style: "运城",
      text: TEXT,
      failures: [],
    });
    expect(report.spans).toContainEqual(
      expect.objectContaining({
        text: "11.67%",
        start: TEXT.indexOf("11.67"),
        end: TEXT.indexOf("11.67") + 6,
        measure: "growth",
        indicator: "工业投资",
        value: 11.67,
        cells: ["经济指标!D8"],
        arithmetic: "11.67",
      })
    );
  });

  test.each([
    [["--style", "运成"], 64, "没有“运成”这个文风,是不是“运城”。可用的文风:运城、晋城、通用"],
    [["--style", "太原"], 64, "没有“太原”这个文风。可用的文风:运城、晋城、通用"],
    [["--style", "没有.json"], 78, "找不到文件:没有.json"],
    [
      ["--style", "错.json"],
      78,
      "文风文件“错.json”有误:words.value 里没有 {v},可用:{indicator}、{value}。",
    ],
    [["--rules", "没有.json"], 78, "找不到文件:没有.json"],
    [["--rules", "错.json"], 78, "schema 应为 zone-check/rules@1"],
    [["--explain"], 64, "compose 没有“--explain”这个选项"],
    [["另一本.xlsx"], 64, "compose 一次写一本工作簿,这里有 2 个文件"],
  ])("refuses %j with the place and the way out", async (more, code, message) => {
    const bad = JSON.stringify({
      schema: "zone-check/style@1",
      name: "甲",
      words: { value: "{v}" },
    });
    const disk = diskOf({ "上半年.xlsx": book, "错.json": bad });
    const ran = await runOn(disk, ["compose", "上半年.xlsx", ...more]);
    expect(ran).toMatchObject({ code, out: "" });
    expect(ran.err).toContain(message);
  });

  test("without a workbook says how it is called", async () => {
    const ran = await runOn(diskOf({}), ["compose"]);
    expect(ran).toMatchObject({ code: 64, out: "" });
    expect(ran.err).toContain("zone-check compose 上半年.xlsx");
  });

  test("a workbook that cannot be read, or holds no table, is a failure in both formats", async () => {
    const empty = await bookOfRows([], {});
    const disk = diskOf({ "坏.xlsx": "not a zip", "空.xlsx": empty });
    const bad = await runOn(disk, ["compose", "坏.xlsx", "--format", "json"]);
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out)).toMatchObject({
      text: null,
      spans: [],
      failures: [{ file: "坏.xlsx", code: "not-a-zip" }],
    });
    const gone = await runOn(disk, ["compose", "没有.xlsx"]);
    expect(gone).toMatchObject({ code: 1, out: "" });
  });
});
