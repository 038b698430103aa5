import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { MEASURE_FUNCTIONS } from "../../../src/core/measures/index.ts";
import type { Input } from "../../../src/tools/twins/calls.ts";
import { asHostValue, errorOf, isNearTie } from "../../../src/tools/twins/calls.ts";
import { spilledCallsOf } from "../../../src/tools/twins/spilled-calls.ts";
import type { SavableEngine } from "../../../src/workbench/engine/engine.ts";
import { loadEngine } from "../../support/engine.ts";
import type { GridCell } from "../../support/grid.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import { packageBookOf } from "../../support/package-book.ts";

jest.setTimeout(300_000);

/**
 * The twins of spilled calls: a spreadsheet evaluates each over a whole range at once, so that thousands of calls of every
 * function take seconds.
 */
const CALLS = 3000;
const TWIN_COLUMN = 8;
const withFormula = MEASURE_FUNCTIONS.filter(({ twin }) => twin.kind === "formula");

describe("native twins of spilled calls, computed by a spreadsheet", () => {
  const seed = Date.now() % 1_000_000;
  const spills = new Map(
    withFormula.map((measure) => [measure.id, spilledCallsOf(measure, CALLS, seed, 0)])
  );
  let engine: SavableEngine;

  beforeAll(async () => {
    const sheets = withFormula.map(({ id }) => {
      const rows = (spills.get(id) ?? []).flatMap(({ rows: calls, twin }) =>
        calls.map(({ inputs }, index): GridCell[] => [
          ...inputs.map((one: Input): GridCell => one),
          ...Array.from({ length: TWIN_COLUMN - inputs.length }, () => null),
          index === 0 ? { f: twin, v: null } : null,
        ])
      );
      return sheetOf(id, rows);
    });
    engine = loadEngine().createNodeEngine(packageBookOf(bookOf(...sheets)));
    await engine.settled();
  });
  afterAll(() => {
    engine.dispose();
  });

  test.each(withFormula.map((measure) => [measure.id, measure] as const))("%s", (id, measure) => {
    const sheet = engine.sheets().find(({ name }) => name === id)?.id ?? "";
    let numbers = 0;
    let errors = 0;
    let listed = 0;
    const differences: string[] = [];
    for (const { row, rows: calls, results } of spills.get(id) ?? []) {
      const area = { row, column: TWIN_COLUMN, rows: calls.length, columns: 1 };
      const values = engine.readValues(sheet, area);
      calls.forEach(({ inputs, decimals }, index) => {
        const result = results[index];
        if (result === undefined) throw new Error("no result");
        const host = inputs.map(asHostValue);
        const twin = asHostValue(values[index]?.[0] ?? null);
        const expected = result.ok ? result.value : errorOf(result);
        if (result.ok) numbers += 1;
        else errors += 1;
        let isSame = twin === expected;
        if (typeof expected === "number" && decimals === undefined) {
          const scale = Math.max(
            1,
            Math.abs(expected),
            ...host.map((one) => Math.abs(Number(one)))
          );
          isSame = Math.abs(Number(twin) - expected) / scale < 1e-12;
        } else if (!isSame && decimals !== undefined && isNearTie(measure, host, decimals)) {
          listed += 1;
          isSame = true;
        }
        if (isSame) return;
        differences.push(
          `row ${row + index + 1}: ${id}(${JSON.stringify(inputs)},${String(decimals)}) is ${String(expected)}, its twin ${String(twin)}; seed ${seed}`
        );
      });
    }
    expect(differences.slice(0, 20)).toEqual([]);
    expect(numbers).toBeGreaterThan(CALLS / 4);
    expect(errors).toBeGreaterThan(CALLS / 30);
    // Ties are told, not compared; they are rare.
    expect(listed).toBeLessThan(CALLS / 10);
  });
});
