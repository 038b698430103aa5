import { beforeAll, describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import { LEDGER_SHEET, isMarkedFormula } from "../../src/core/index.ts";
import { openPackage } from "../../src/xlsx/index.ts";
import { CLEAN, bookOfRows } from "./books.ts";
import { diskOf, runOn } from "./memory.ts";
import type { MemoryDisk, Ran } from "./memory.ts";

let clean: Uint8Array;
let faulty: Uint8Array;
let unmet: Uint8Array;
let missingTotal: Uint8Array;

beforeAll(async () => {
  clean = await bookOfRows();
  missingTotal = await bookOfRows(CLEAN, { total: 700 });
  faulty = await bookOfRows([["运城经济技术开发区", null, 100, 20], ...CLEAN.slice(1)]);
  unmet = await bookOfRows(CLEAN, { target: 15 });
});

async function functionBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("表");
  sheet.addRow(["河津", 16.41, 16]);
  sheet.getCell("B2").value = { formula: "ZONE_GAP(B1,C1)", result: 0.41 };
  sheet.getCell("C2").value = { formula: "ZONE_WHOLE(90,75)", result: 120 };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

interface Entry {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}
interface Report {
  readonly schema: string;
  readonly books: readonly {
    readonly file: string;
    readonly summary: Readonly<Record<string, number>>;
    readonly findings: readonly { readonly code: string; readonly cell: string }[];
  }[];
  readonly failures: readonly Entry[];
}

function reportOf(ran: Ran): Report {
  return JSON.parse(ran.out) as Report;
}

function flagged(disk: MemoryDisk, path: string): { flags: number; sheets: readonly string[] } {
  const opened = openPackage(disk.content.get(path) ?? new Uint8Array(), path);
  if (!opened.ok) throw new Error(opened.failure.code);
  const formulas = opened.value.sheets.flatMap((sheet) =>
    sheet.conditionalFormats.flatMap((format) => format.formulas)
  );
  return {
    flags: formulas.filter(isMarkedFormula).length,
    sheets: opened.value.book.sheets.map(({ name }) => name),
  };
}

describe("zone-check validate", () => {
  test("passes a clean workbook, says so on stdout, and is quiet on stderr", async () => {
    const ran = await runOn(diskOf({ "a.xlsx": clean }), ["validate", "a.xlsx"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("a.xlsx");
    expect(ran.out).not.toContain("\u001b[");
  });

  test("returns 2 when something must be corrected", async () => {
    const ran = await runOn(diskOf({ "a.xlsx": missingTotal }), ["validate", "a.xlsx"]);
    expect(ran).toMatchObject({ code: 2, err: "" });
    expect(ran.out).toContain("合计");
  });

  test.each([
    ["error", 0],
    ["warning", 0],
    ["unmet", 2],
    ["never", 0],
  ])("returns for an unmet target with --fail-on %s: %i", async (failOn, code) => {
    const argv = ["validate", "a.xlsx", "--fail-on", failOn];
    expect(await runOn(diskOf({ "a.xlsx": unmet }), argv)).toMatchObject({ code });
  });

  test("judges several workbooks and reports them together as JSON", async () => {
    const disk = diskOf({ "a.xlsx": clean, "b/c.xlsx": faulty });
    const ran = await runOn(disk, ["validate", "a.xlsx", "b/c.xlsx", "--format", "json"]);
    const report = reportOf(ran);
    expect(report.schema).toBe("zone-check/evaluation@1");
    expect(report.books.map(({ file }) => file)).toEqual(["a.xlsx", "b/c.xlsx"]);
    expect(report.books[0]?.findings).toEqual([]);
    expect(report.books[1]?.findings).toContainEqual(
      expect.objectContaining({ code: "missing-value", cell: "B5" })
    );
    expect(report.failures).toEqual([]);
    expect(ran.code).toBe(2);
  });

  test.each([
    ["no-such.xlsx", "file-not-found"],
    ["folder", "is-a-folder"],
    ["text.xlsx", "not-a-zip"],
    ["nothing*.xlsx", "file-not-found"],
  ])("judges the others beside %s, and returns 1 whatever was found", async (path, code) => {
    const disk = diskOf({ "a.xlsx": missingTotal, "text.xlsx": "zone" }, { folders: ["folder"] });
    const argv = ["validate", path, "a.xlsx", "--format", "json", "--fail-on", "never"];
    const ran = await runOn(disk, argv);
    expect(ran.code).toBe(1);
    const report = reportOf(ran);
    expect(report.books.map(({ file }) => file)).toEqual(["a.xlsx"]);
    expect(report.failures).toMatchObject([{ file: path, code }]);
    expect(ran.err).toContain(path);
    expect(ran.err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("keeps failures off stdout in the text report", async () => {
    const ran = await runOn(diskOf({}), ["validate", "a.xlsx"]);
    expect(ran.code).toBe(1);
    expect(ran.out).toBe("");
    expect(ran.err).toBe("找不到文件:a.xlsx。检查文件名和所在文件夹。\n");
    const english = await runOn(diskOf({ "a.xlsx": "x" }), [
      "validate",
      "a.xlsx",
      "--locale",
      "en-US",
    ]);
    expect(english.err).toMatch(/^a\.xlsx: .+\. .+\.\n$/);
  });

  test("expands patterns where the shell did not, without lock files and hidden ones", async () => {
    const disk = diskOf({
      "d/a1.xlsx": clean,
      "d/a2.xlsx": clean,
      "d/~$a1.xlsx": "lock",
      "d/.a3.xlsx": "hidden",
      "d/b.xlsx": clean,
      "a9.xlsx": clean,
    });
    const files = async (pattern: string): Promise<readonly string[]> => {
      const ran = await runOn(disk, ["validate", pattern, "--format", "json"]);
      return reportOf(ran).books.map(({ file }) => file);
    };
    expect(await files("d/a?.xlsx")).toEqual(["d/a1.xlsx", "d/a2.xlsx"]);
    expect(await files("d/*.xlsx")).toEqual(["d/a1.xlsx", "d/a2.xlsx", "d/b.xlsx"]);
    expect(await files("*.xlsx")).toEqual(["a9.xlsx"]);
  });

  test("takes a file whose name holds a star as that file", async () => {
    const disk = diskOf({ "[a]*.xlsx": clean, "[a]1.xlsx": clean });
    const ran = await runOn(disk, ["validate", "[a]*.xlsx", "--format", "json"]);
    expect(reportOf(ran).books.map(({ file }) => file)).toEqual(["[a]*.xlsx"]);
  });

  test.each([
    ["is missing", {}],
    ["is no JSON", { "r.json": "rules" }],
    ["has another schema", { "r.json": '{"schema":"x","rules":[]}' }],
  ])("returns 78 and judges nothing when the rules file %s", async (_, files) => {
    const disk = diskOf({ "a.xlsx": clean, ...files });
    const ran = await runOn(disk, ["validate", "a.xlsx", "--rules", "r.json"]);
    expect(ran).toMatchObject({ code: 78, out: "" });
    expect(ran.err).toContain("r.json");
  });

  test("judges by the rules file", async () => {
    const rules = {
      schema: "zone-check/rules@1",
      rules: [
        {
          id: "growth",
          indicator: "工业投资",
          measure: "growth",
          comparison: "at-least",
          value: 12,
        },
      ],
    };
    const disk = diskOf({ "a.xlsx": clean, "r.json": `\ufeff${JSON.stringify(rules)}` });
    const argv = ["validate", "a.xlsx", "--rules", "r.json", "--format", "json"];
    const ran = await runOn(disk, [...argv, "--fail-on", "unmet"]);
    expect(ran.err).toBe("");
    expect(reportOf(ran).books[0]?.findings.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      "target-unmet D6",
      "target-unmet D7",
      "target-unmet D8",
    ]);
    expect(ran.code).toBe(2);
  });

  test("--across holds the workbooks of the run to each other, under their own reports", async () => {
    const other = await bookOfRows([["运城经济技术开发区", 125, 100, 25], ...CLEAN.slice(1)]);
    const disk = diskOf({ "a.xlsx": clean, "b.xlsx": other });
    const apart = await runOn(disk, ["validate", "a.xlsx", "b.xlsx"]);
    expect(apart.out).not.toContain("各工作簿之间");
    const together = await runOn(disk, ["validate", "a.xlsx", "b.xlsx", "--across"]);
    expect(together.out.startsWith(apart.out)).toBe(true);
    expect(together.out.slice(apart.out.length)).toMatch(/各工作簿之间[^]*b\.xlsx[^]*\[a\.xlsx\]/u);
    const json = await runOn(disk, [
      "validate",
      "a.xlsx",
      "b.xlsx",
      "--across",
      "--format",
      "json",
    ]);
    const { across } = JSON.parse(json.out) as {
      across: readonly { file: string; code: string }[];
    };
    expect(new Set(across.map(({ file, code }) => `${file} ${code}`))).toEqual(
      new Set(["b.xlsx cross-sheet-mismatch"])
    );
    const alone = await runOn(disk, ["validate", "a.xlsx", "--format", "json"]);
    expect(JSON.parse(alone.out)).toMatchObject({ across: null });
  });

  test("--explain tells of each finding its rule, its cells, and what to do", async () => {
    const disk = diskOf({ "a.xlsx": missingTotal });
    const brief = await runOn(disk, ["validate", "a.xlsx"]);
    const explained = await runOn(disk, ["validate", "a.xlsx", "--explain"]);
    expect(brief.out).not.toContain("规则:");
    expect(explained.out).toContain("规则:");
    expect(explained.out).toContain("办法:");
    expect(explained.code).toBe(brief.code);
  });

  test("has colours on a terminal, but not where the user said no", async () => {
    const disk = diskOf({ "a.xlsx": missingTotal });
    const colours = async (variables: Record<string, string>): Promise<boolean> => {
      const ran = await runOn(disk, ["validate", "a.xlsx"], { isTerminal: true, variables });
      return ran.out.includes("\u001b[");
    };
    expect(await colours({})).toBe(true);
    expect(await colours({ NO_COLOR: "" })).toBe(true);
    expect(await colours({ NO_COLOR: "1" })).toBe(false);
    expect(await colours({ TERM: "dumb" })).toBe(false);
  });

  test("speaks the language asked for, before that of the machine", async () => {
    const disk = diskOf({});
    const english = { variables: { LANG: "en_US.UTF-8" } };
    expect((await runOn(disk, ["validate", "a.xlsx"])).err).toMatch(/\p{Script=Han}/u);
    expect((await runOn(disk, ["validate", "a.xlsx"], english)).err).not.toMatch(/\p{Script=Han}/u);
    const asked = await runOn(disk, ["validate", "a.xlsx", "--locale", "zh-CN"], english);
    expect(asked.err).toMatch(/\p{Script=Han}/u);
  });
});

describe("zone-check flag and clear", () => {
  test("flag a copy, with a ledger where asked for, and leave the original as it is", async () => {
    const disk = diskOf({ "a.xlsx": missingTotal });
    const ran = await runOn(disk, ["flag", "a.xlsx", "b.xlsx", "--ledger"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("b.xlsx");
    expect(disk.content.get("a.xlsx")).toBe(missingTotal);
    const result = flagged(disk, "b.xlsx");
    expect(result.flags).toBeGreaterThan(0);
    expect(result.sheets).toContain(LEDGER_SHEET);
  });

  test("make no ledger unasked", async () => {
    const disk = diskOf({ "a.xlsx": missingTotal });
    await runOn(disk, ["flag", "a.xlsx", "b.xlsx"]);
    expect(flagged(disk, "b.xlsx").sheets).toEqual(["经济指标"]);
  });

  test("clear takes the flags off and leaves the ledger", async () => {
    const disk = diskOf({ "a.xlsx": missingTotal });
    await runOn(disk, ["flag", "a.xlsx", "b.xlsx", "--ledger"]);
    expect(await runOn(disk, ["clear", "b.xlsx", "c.xlsx"])).toMatchObject({ code: 0, err: "" });
    expect(flagged(disk, "c.xlsx")).toEqual({ flags: 0, sheets: ["经济指标", LEDGER_SHEET] });
  });

  test("portable and restore say what they did, and leave the original as it is", async () => {
    const disk = diskOf({ "a.xlsx": await functionBook() });
    const copied = await runOn(disk, ["portable", "a.xlsx", "b.xlsx"]);
    expect(copied).toMatchObject({ code: 0 });
    expect(copied.out).toContain("1 个公式换成 Excel 自带公式,1 个换成数值");
    expect(copied.err).toContain("表!C2:没有等价的自带公式,已换成数值。");
    const back = await runOn(disk, ["restore", "b.xlsx", "c.xlsx", "--locale", "en-US"]);
    expect(back).toMatchObject({ code: 0, err: "", out: "Wrote c.xlsx: 2 formulas are back.\n" });
    const none = await runOn(disk, ["restore", "a.xlsx", "d.xlsx"]);
    expect(none.out).toContain("没有可换回的公式");
  });

  test("flag tells on stderr of a protected sheet, and still writes the rest", async () => {
    const disk = diskOf({ "a.xlsx": await bookOfRows(CLEAN, { total: 700, isProtected: true }) });
    const ran = await runOn(disk, ["flag", "a.xlsx", "b.xlsx"]);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain("经济指标");
    expect(flagged(disk, "b.xlsx").flags).toBe(0);
  });

  test.each([
    ["the input itself", ["flag", "a.xlsx", "a.xlsx"]],
    ["the input by another name", ["clear", "a.xlsx", "link.xlsx"]],
    ["a folder", ["flag", "a.xlsx", "folder"]],
    ["another kind of file", ["flag", "a.xlsx", "b.xlsm"]],
  ])("refuse to write onto %s", async (_, argv) => {
    const disk = diskOf(
      { "a.xlsx": clean },
      { links: { "link.xlsx": "a.xlsx" }, folders: ["folder"] }
    );
    const ran = await runOn(disk, argv);
    expect(ran).toMatchObject({ code: 64, out: "" });
    expect(ran.err).toContain(argv[2] === "link.xlsx" ? "a.xlsx" : (argv[2] ?? ""));
    expect(disk.content.get("a.xlsx")).toBe(clean);
  });

  test.each([
    ["an input that is not there", ["flag", "x.xlsx", "b.xlsx"], 1],
    ["an input that is no workbook", ["clear", "text.xlsx", "b.xlsx"], 1],
    ["an output that cannot be written", ["flag", "a.xlsx", "locked.xlsx"], 1],
    ["rules that are none", ["flag", "a.xlsx", "b.xlsx", "--rules", "text.xlsx"], 78],
  ])("fail on %s and write nothing", async (_, argv, code) => {
    const disk = diskOf({ "a.xlsx": clean, "text.xlsx": "x" }, { locked: ["locked.xlsx"] });
    const ran = await runOn(disk, argv);
    expect(ran).toMatchObject({ code, out: "" });
    expect(ran.err).not.toBe("");
    expect([...disk.content.keys()]).toEqual(["a.xlsx", "text.xlsx"]);
  });
});

describe("zone-check by itself", () => {
  test("--help goes to stdout, in both languages", async () => {
    expect(await runOn(diskOf({}), ["--help"])).toMatchObject({ code: 0, err: "" });
    const english = await runOn(diskOf({}), ["validate", "--help", "--locale", "en-US"]);
    expect(english.out).toContain("Usage");
    expect(english.out).toContain("--fail-on");
  });

  test("--version is the version alone", async () => {
    expect(await runOn(diskOf({}), ["--version"])).toEqual({ code: 0, out: "1.2.3\n", err: "" });
  });

  test.each([
    [[], "zh-CN"],
    [["chek"], "zh-CN"],
    [["validate"], "en-US"],
    [["validate", "a.xlsx", "--format", "csv"], "en-US"],
  ])("a wrong line %j is told on stderr with the way to the help", async (argv, locale) => {
    const ran = await runOn(diskOf({}), [...argv, "--locale", locale]);
    expect(ran).toMatchObject({ code: 64, out: "" });
    expect(ran.err).toContain("zone-check --help");
  });
});
