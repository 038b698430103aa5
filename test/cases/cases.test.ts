import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { evaluate } from "../../src/core/index.ts";
import type { Book, Evaluation } from "../../src/core/index.ts";
import type { Expected } from "../../src/tools/cases/to-files.ts";
import { openFilePort } from "../../src/xlsx/index.ts";
import { loadEngine } from "../support/engine.ts";
import { readThroughExcel } from "../support/read-through-excel.ts";
import { differences } from "./differences.ts";
import { reportOf } from "./report-of.ts";

const FOLDER = process.env.ZC_CASES ?? __dirname;
const cases = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(FOLDER, entry.name, "book.xlsx")))
  .map(({ name }) => name);

beforeAll(() => {
  loadEngine();
}, 60_000);

function rulesOf(folder: string): { name: string; text: string } | null {
  const file = join(folder, "rules.json");
  return existsSync(file) ? { name: "rules.json", text: readFileSync(file, "utf8") } : null;
}

function evaluated(book: Book, folder: string): Evaluation {
  const evaluation = evaluate({ book, rulesFile: rulesOf(folder), sheets: null });
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.failure));
  return evaluation.value;
}

describe("a folder is a case", () => {
  test.each(cases)("%s: read and judged as is right, from the file and in Excel", async (name) => {
    const folder = join(FOLDER, name);
    const bytes = readFileSync(join(folder, "book.xlsx"));
    const { layout, planted, ...right } = JSON.parse(
      readFileSync(join(folder, "expected.json"), "utf8")
    ) as Expected;
    const fromFile = await openFilePort(bytes, "book.xlsx").read();
    if (!fromFile.ok) throw new Error(JSON.stringify(fromFile.failure));
    const evaluation = evaluated(fromFile.value, folder);
    const report = reportOf(evaluation);

    const found = differences({ ...right, unrecognised: right.unrecognised ?? [] }, report);
    const actual = join(folder, "actual.json");
    if (found.length > 0) writeFileSync(actual, `${JSON.stringify(report, null, 2)}\n`);
    else rmSync(actual, { force: true });
    expect({ layout, planted, differences: found }).toEqual({ layout, planted, differences: [] });

    const inExcel = evaluated(await readThroughExcel(bytes, "book.xlsx"), folder);
    expect(inExcel.findings).toEqual(evaluation.findings);
    expect(reportOf(inExcel)).toEqual(report);
  });

  test("there are cases, each with its clean twin", () => {
    const faulty = cases.filter((name) => !name.endsWith("-clean"));
    expect(faulty.length).toBeGreaterThan(0);
    expect(cases).toEqual(expect.arrayContaining(faulty.map((name) => `${name}-clean`)));
  });
});
