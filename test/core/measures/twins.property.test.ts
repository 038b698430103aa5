import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { formatCell } from "../../../src/core/index.ts";
import { EXACT, MEASURE_FUNCTIONS } from "../../../src/core/measures/index.ts";
import type { Call, Input } from "../../../src/tools/twins/calls.ts";
import {
  asHostValue,
  callsOf,
  errorOf,
  isNearTie,
  rankedOf,
} from "../../../src/tools/twins/calls.ts";
import type { SavableEngine } from "../../../src/workbench/engine/engine.ts";
import { loadEngine } from "../../support/engine.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { packageBookOf } from "../../support/package-book.ts";

jest.setTimeout(300_000);

/** A spreadsheet evaluates the twin, core the function: over random numbers, blanks, marks, texts and errors. */
const CALLS = 300;
const VALUES_COLUMN = 8;
const VALUES = 7;
const withFormula = MEASURE_FUNCTIONS.filter(({ twin }) => twin.kind === "formula");

const asGridCell = (value: Input): GridCell => value;

describe("native twins, computed by a spreadsheet", () => {
  const seed = Date.now() % 1_000_000;
  const calls = new Map<string, readonly Call[]>();
  const ranked = rankedOf(VALUES, CALLS, seed);
  let engine: SavableEngine;

  beforeAll(async () => {
    const sheets = withFormula.map((measure) => {
      const own = callsOf(measure, CALLS, seed);
      calls.set(measure.id, own);
      const rows = own.map(({ inputs, decimals }, row): GridCell[] => {
        const cells = inputs.map((_one, column) => formatCell({ row, column }));
        const values = ranked[row] ?? [];
        const last = VALUES_COLUMN + VALUES - 1;
        const among = `${formatCell({ row, column: VALUES_COLUMN })}:${formatCell({ row, column: last })}`;
        const args =
          measure.id === "ZONE_RANK"
            ? [cells[0] ?? "", among, ["", "0", "1"][row % 3] ?? ""]
            : [...cells, ...(decimals === undefined ? [] : [String(decimals)])];
        const formula =
          measure.twin.kind === "formula" ? measure.twin.write(args, EXACT) : undefined;
        if (formula === undefined) throw new Error(`No twin of ${measure.id}`);
        // A value's rank is asked among values that hold it, mostly.
        const held = row % 5 === 0 ? values : [inputs[0] ?? null, ...values.slice(1)];
        return [
          ...inputs.map(asGridCell),
          ...Array.from({ length: VALUES_COLUMN - 1 - inputs.length }, () => null),
          { f: formula, v: null },
          ...(measure.id === "ZONE_RANK" ? held.map(asGridCell) : []),
        ];
      });
      return sheetOf(measure.id, rows);
    });
    engine = loadEngine().createNodeEngine(packageBookOf(bookOf(...sheets)));
    await engine.settled();
  });
  afterAll(() => {
    engine.dispose();
  });

  test.each(withFormula.map((measure) => [measure.id, measure] as const))("%s", (id, measure) => {
    const sheet = engine.sheets().find(({ name }) => name === id)?.id ?? "";
    const own = calls.get(id) ?? [];
    const area = { row: 0, column: 0, rows: own.length, columns: VALUES_COLUMN + VALUES };
    const values = engine.readValues(sheet, area);
    let numbers = 0;
    let errors = 0;
    const differences = own.flatMap(({ inputs, decimals }, row): readonly string[] => {
      const among = (values[row]?.slice(VALUES_COLUMN) ?? []).map(asHostValue);
      const order = [undefined, 0, 1][row % 3];
      const host = inputs.map(asHostValue);
      const result =
        id === "ZONE_RANK"
          ? measure.evaluate([host[0], [among], order])[0]?.[0]
          : measure.evaluate([...host, decimals])[0]?.[0];
      if (result === undefined) throw new Error("no result");
      const twin = asHostValue(values[row]?.[VALUES_COLUMN - 1] ?? null);
      const told = (value: unknown) =>
        `${id}(${JSON.stringify(inputs)},${String(decimals)}) is ${String(value)}, its twin ${String(twin)}; seed ${seed}`;
      if (!result.ok) {
        errors += 1;
        return twin === errorOf(result) ? [] : [told(errorOf(result))];
      }
      if (typeof result.value === "number" && decimals === undefined) {
        numbers += 1;
        const scale = Math.max(
          1,
          Math.abs(result.value),
          ...host.map((one) => Math.abs(Number(one)))
        );
        return Math.abs(Number(twin) - result.value) / scale < 1e-12 ? [] : [told(result.value)];
      }
      if (decimals !== undefined && isNearTie(measure, host, decimals)) return [];
      numbers += 1;
      return twin === result.value ? [] : [told(result.value)];
    });
    expect(differences).toEqual([]);
    expect(numbers).toBeGreaterThan(CALLS / 4);
    expect(errors).toBeGreaterThan(CALLS / 30);
  });
});
