import { describe, expect, test } from "@jest/globals";
import { correctReading, undoCorrection, validate } from "../../src/actions/index.ts";
import type { Evaluation, ReadingCorrection } from "../../src/core/index.ts";
import {
  directEvaluator,
  formatOwnPart,
  parseOwnPart,
  readCorrections,
} from "../../src/core/index.ts";
import { openFilePort } from "../../src/xlsx/index.ts";
import type { FilePort } from "../../src/xlsx/index.ts";
import { CLEAN, bookOfRows } from "../cli/books.ts";
import { diskOf, runOn } from "../cli/memory.ts";

const GROWTH: ReadingCorrection = {
  kind: "line",
  sheet: "经济指标",
  path: ["工业投资", "同比增长(%)"],
  nth: 0,
  change: { kind: "set-aside" },
};
const UNIT: ReadingCorrection = {
  ...GROWTH,
  path: ["工业投资", "完成"],
  change: { kind: "meaning", indicator: null, measure: null, unit: "万元", against: null },
};
/** 20 % growth printed as 25: a mismatch as long as the column is read as growth. */
const FAULTY = [["运城经济技术开发区", 120, 100, 25], ...CLEAN.slice(1)] as typeof CLEAN;

async function opened(bytes: Uint8Array | null = null): Promise<FilePort> {
  return openFilePort(bytes ?? (await bookOfRows(FAULTY)), "上半年.xlsx");
}

async function evaluationOf(port: FilePort): Promise<Evaluation> {
  const outcome = await validate(port, directEvaluator(), { flags: "leave" });
  if (!outcome.ok) throw new Error(outcome.failure.failure.code);
  return outcome.value.evaluation;
}

async function partOf(port: FilePort): Promise<string | null> {
  const read = await port.read();
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.part;
}

async function corrected(port: FilePort, correction: ReadingCorrection): Promise<void> {
  const result = await correctReading(port, correction);
  if (!result.ok) throw new Error(result.failure.failure.code);
}

describe("correcting how a sheet is read", () => {
  test("is kept with the file and used when it is opened again", async () => {
    const port = await opened();
    expect((await evaluationOf(port)).findings.map(({ code }) => code)).toContain(
      "growth-mismatch"
    );
    await corrected(port, GROWTH);
    const again = await opened(port.bytes());
    const evaluation = await evaluationOf(again);
    expect(evaluation.kept).toEqual({ part: "read", corrections: [GROWTH] });
    expect(evaluation.findings.map(({ code }) => code)).not.toContain("growth-mismatch");
  });

  test("is used by the command line", async () => {
    const port = await opened();
    const findings = async (): Promise<string> =>
      (await runOn(diskOf({ "a.xlsx": port.bytes() }), ["validate", "a.xlsx", "--format", "json"]))
        .out;
    expect(await findings()).toContain("growth-mismatch");
    await corrected(port, GROWTH);
    expect(await findings()).not.toContain("growth-mismatch");
  });

  test("changes no cell", async () => {
    const port = await opened();
    const before = await port.read();
    await corrected(port, UNIT);
    const after = await port.read();
    if (!before.ok || !after.ok) throw new Error("unread");
    expect({ ...after.value, part: null }).toEqual(before.value);
  });

  test("stands in the place of what was said of the same column before", async () => {
    const port = await opened();
    await corrected(port, GROWTH);
    await corrected(port, UNIT);
    await corrected(port, { ...UNIT, change: { kind: "set-aside" } });
    expect(readCorrections(await partOf(port)).corrections).toEqual([
      GROWTH,
      { ...UNIT, change: { kind: "set-aside" } },
    ]);
  });

  test("is undone, and the last one takes the part with it", async () => {
    const port = await opened();
    await corrected(port, GROWTH);
    await corrected(port, UNIT);
    await undoCorrection(port, GROWTH);
    expect(readCorrections(await partOf(port)).corrections).toEqual([UNIT]);
    await undoCorrection(port, UNIT);
    expect(await partOf(port)).toBeNull();
    const nothing = await undoCorrection(port, UNIT);
    expect(nothing).toMatchObject({ ok: true, value: { done: [] } });
  });

  test("leaves everything else in the part as it is", async () => {
    const port = await opened();
    const receipt = formatOwnPart(new Map([["receipt", "{}"]]));
    await port.apply([{ kind: "put-part", xml: receipt ?? "" }]);
    await corrected(port, GROWTH);
    await undoCorrection(port, GROWTH);
    expect(parseOwnPart(await partOf(port))).toEqual({
      kind: "read",
      sections: new Map([["receipt", "{}"]]),
    });
  });

  test("is refused, and nothing written, where a newer version keeps the records", async () => {
    const port = await opened();
    const xml =
      '<workbook xmlns="urn:zone-check:workbook@1" schema="2"><corrections v="2"/></workbook>';
    await port.apply([{ kind: "put-part", xml }]);
    const result = await correctReading(port, GROWTH);
    expect(result).toEqual({
      ok: false,
      failure: { failure: { code: "part-too-new", version: 2 }, done: [] },
    });
    expect(await partOf(port)).toContain('schema="2"');
    expect((await evaluationOf(port)).kept).toEqual({ part: "newer", corrections: [] });
  });

  test("replaces a part that nobody can read", async () => {
    const port = await opened();
    const xml = '<workbook xmlns="urn:zone-check:workbook@1"><a><b/></a></workbook>';
    await port.apply([{ kind: "put-part", xml }]);
    expect((await evaluationOf(port)).kept?.part).toBe("unreadable");
    await corrected(port, GROWTH);
    expect(readCorrections(await partOf(port)).corrections).toEqual([GROWTH]);
  });
});
