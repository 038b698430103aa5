import { beforeAll, describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openFilePort } from "../../src/xlsx/index.ts";
import { loadEngine } from "../support/engine.ts";
import { readThroughExcel } from "../support/read-through-excel.ts";

const folder = join(process.cwd(), "assets/samples");
const samples = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));

beforeAll(() => {
  loadEngine();
}, 60_000);

describe("a sample read through Excel and from its file", () => {
  test.each(samples)("%s is the same book either way", async (name) => {
    const bytes = readFileSync(join(folder, name));
    const fromFile = await openFilePort(bytes, name).read();
    if (!fromFile.ok) throw new Error(fromFile.failure.code);
    const fromExcel = await readThroughExcel(bytes, name);
    expect(fromExcel.sheets).toEqual(fromFile.value.sheets);
    expect({ ...fromExcel, sheets: [] }).toEqual({ ...fromFile.value, sheets: [] });
  });

  test("there are samples to read", () => {
    expect(samples.length).toBeGreaterThanOrEqual(4);
  });
});
