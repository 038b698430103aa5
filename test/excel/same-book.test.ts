import { beforeAll, describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book } from "../../src/core/index.ts";
import { openExcelPort } from "../../src/excel/index.ts";
import { createHost } from "../../src/workbench/host/host.ts";
import { openNodeSession } from "../../src/workbench/transport/node-session.ts";
import { openFilePort, openPackage } from "../../src/xlsx/index.ts";
import { loadEngine } from "../support/engine.ts";
import { runInExcel } from "../support/excel-on-memory.ts";

const folder = join(process.cwd(), "assets/samples");
const samples = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));

beforeAll(() => {
  loadEngine();
}, 60_000);

async function readThroughExcel(bytes: Uint8Array, name: string): Promise<Book> {
  const opened = openPackage(bytes, name);
  if (!opened.ok) throw new Error(opened.failure.code);
  const engine = loadEngine().createNodeEngine(opened.value);
  const host = createHost(engine);
  const close = openNodeSession(host);
  try {
    const read = await openExcelPort(runInExcel).read();
    if (!read.ok) throw new Error(read.failure.code);
    return read.value;
  } finally {
    close();
    host.dispose();
    engine.dispose();
  }
}

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
