import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { readTables } from "../../../../src/core/index.ts";
import type { IndicatorTable } from "../../../../src/core/index.ts";
import { checkDraft } from "../../../../src/core/narrative/check/index.ts";
import type { Claim } from "../../../../src/core/narrative/check/index.ts";
import { openFilePort } from "../../../../src/xlsx/index.ts";
import { bookOf } from "../../../support/grid.ts";
import { typed } from "../../../support/typed-sheet.ts";

const REPORT = readFileSync(join(__dirname, "../data/half-year-report.txt"), "utf8");

async function tablesOf(file: string): Promise<readonly IndicatorTable[]> {
  const bytes = readFileSync(join(__dirname, "../../../../assets/samples", file));
  const book = await openFilePort(new Uint8Array(bytes), file).read();
  if (!book.ok) throw new Error(book.failure.code);
  return readTables(book.value, { sheets: null }).flatMap(({ tables }) => tables);
}

/** The paragraphs that the sample workbooks give, out of the published report, line breaks of its page gone. */
function section(from: string, to: string): string {
  return REPORT.slice(REPORT.indexOf(from), REPORT.indexOf(to)).replace(/\n+(?=69)/u, "");
}

describe.each([
  ["yuncheng-2023-h1.xlsx", section("1-6月,10个", "二、产业发展情况")],
  ["jincheng-2023-h1.xlsx", section("1-6月份,规上", "二、奋力攻坚克难")],
])("the published paragraph against %s", (file, draft) => {
  let tables: readonly IndicatorTable[] = [];
  const claimsOf = (text: string): readonly Claim[] => checkDraft({ draft: text, tables }).claims;

  beforeAll(async () => {
    tables = await tablesOf(file);
  });

  test("every number agrees with its cell, and none is left over", () => {
    const check = checkDraft({ draft, tables });
    expect(check.claims.filter(({ verdict }) => verdict !== "agrees")).toEqual([]);
    expect(check.coverage.unclaimed).toEqual([]);
  });

  test("a changed digit is told at its number, and nowhere else", () => {
    const numbers = [...draft.matchAll(/\d+\.\d+/gu)];
    expect(numbers.length).toBeGreaterThan(12);
    for (const { 0: digits, index } of numbers) {
      const last = digits.slice(-1);
      const first = digits.slice(0, 1);
      for (const changed of [
        digits.slice(0, -1) + String((Number(last) + 5) % 10),
        String((Number(first) % 9) + 1) + digits.slice(1),
      ]) {
        const text = draft.slice(0, index) + changed + draft.slice(index + digits.length);
        const wrong = claimsOf(text).filter(({ verdict }) => verdict === "disagrees");
        expect([changed, wrong.map(({ start }) => start <= index && index - start < 2)]).toEqual([
          changed,
          [true],
        ]);
      }
    }
  });
});

test("a number of another city is not in this workbook", async () => {
  const tables = await tablesOf("yuncheng-2023-h1.xlsx");
  const draft = "1-6月,全市开发区进出口总额完成12.3亿元,同比增长3.2%。";
  const { claims } = checkDraft({ draft, tables });
  expect(claims.map(({ verdict }) => verdict)).toEqual(["unverifiable", "unverifiable"]);
});

test("single zones, ranks and shares are found by their names", async () => {
  const tables = await tablesOf("yuncheng-2023-h1.xlsx");
  const said = (draft: string): readonly string[] =>
    checkDraft({ draft, tables }).claims.map(({ text, verdict }) => `${text} ${verdict}`);
  expect(said("1-6月,河津开发区工业投资完成14.26亿元。")).toEqual(["14.26亿元 agrees"]);
  expect(said("1-6月,河津开发区工业投资完成142600万元。")).toEqual(["142600万元 agrees"]);
  expect(said("1-6月,河津开发区工业投资完成14.62亿元。")).toEqual(["14.62亿元 disagrees"]);
});

test.each([
  ["运城、河津开发区工业投资完成109.24亿元,同比增长9.7%。", "109.24亿元 agrees|9.7% agrees"],
  ["运城、河津开发区工业投资完成119.24亿元。", "119.24亿元 disagrees"],
  ["运城、河津开发区工业投资分别完成60.24亿元、49亿元。", "60.24亿元 agrees|49亿元 agrees"],
  ["运城、河津开发区工业投资分别完成60.24亿元、46亿元。", "60.24亿元 agrees|46亿元 disagrees"],
  ["运城和河津两个开发区共完成工业投资109.24亿元。", "109.24亿元 agrees"],
])("zones named together have their sum, or a number each: %s", (draft, expected) => {
  const sheet = typed(
    "表",
    `运城市开发区2023年1-6月工业投资完成情况
     单位:亿元、%
     开发区|工业投资|同比增长
     运城|60.24|11.0
     河津|49|8.1
     合计|109.24|9.7`
  );
  const tables = readTables(bookOf(sheet), { sheets: null }).flatMap((read) => read.tables);
  const { claims } = checkDraft({ draft: `1-6月,${draft}`, tables });
  expect(claims.map(({ text, verdict }) => `${text} ${verdict}`).join("|")).toBe(expected);
});
