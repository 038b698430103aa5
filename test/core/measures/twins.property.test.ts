import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { formatCell } from "../../../src/core/index.ts";
import type { MeasureFunction, MeasureResult } from "../../../src/core/measures/index.ts";
import { EXACT, MEASURE_FUNCTIONS } from "../../../src/core/measures/index.ts";
import type { SavableEngine } from "../../../src/workbench/engine/engine.ts";
import { loadEngine } from "../../support/engine.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { packageBookOf } from "../../support/package-book.ts";

jest.setTimeout(300_000);

/** A spreadsheet evaluates the twin, core the function: over random numbers, blanks, marks, texts and errors. */
type Input = number | string | boolean | null | { readonly error: string };
interface Call {
  readonly inputs: readonly Input[];
  readonly decimals: number | undefined;
}

const CALLS = 300;
const VALUES_COLUMN = 8;
const VALUES = 7;
const withFormula = MEASURE_FUNCTIONS.filter(({ twin }) => twin.kind === "formula");

const number = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => digits / 10 ** places);
const positive = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => digits / 10 ** places);
const bad = fc.constantFrom<Input>(
  null,
  "",
  "-",
  "—",
  "/",
  "无",
  " ",
  "不考核",
  "约12",
  "17",
  "*",
  "?",
  true,
  false,
  { error: "#DIV/0!" },
  { error: "#N/A" },
  { error: "#VALUE!" },
  0
);
const input = fc.oneof(
  { weight: 5, arbitrary: positive },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: bad }
);

const comparison = fc.constantFrom<Input>(
  ...[">=", ">", "<=", "<", "≥", "不低于", "高于", "不高于", "低于", "超过", "以内"],
  ...[null, "", "左右", ">>", "*", 3, { error: "#N/A" }]
);

function inputOf(measure: MeasureFunction, parameter: number): fc.Arbitrary<Input> {
  const name = measure.parameters[parameter]?.name.en;
  if (name === "comparison") return comparison;
  if (name === "month") {
    return fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }) },
      { weight: 1, arbitrary: fc.constantFrom<Input>(0, 13, 6.5, -1) },
      { weight: 1, arbitrary: bad }
    );
  }
  if (name === "growth" || name === "growth_target") {
    return fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: -9999, max: 30_000 }).map((n) => n / 100) },
      { weight: 1, arbitrary: fc.constantFrom<Input>(-100, -100.01, -250) },
      { weight: 1, arbitrary: bad }
    );
  }
  return input;
}

const inputsOf = (measure: MeasureFunction): number =>
  measure.parameters.filter(({ kind }) => kind === "number" || kind === "comparison").length;

function callsOf(measure: MeasureFunction, seed: number): readonly Call[] {
  const takesDecimals = measure.parameters.some(({ kind }) => kind === "decimals");
  const call = fc.record({
    inputs: fc.tuple(
      ...Array.from({ length: inputsOf(measure) }, (_one, index) => inputOf(measure, index))
    ),
    decimals: takesDecimals
      ? fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined })
      : fc.constant(undefined),
  });
  return fc.sample(call, { numRuns: CALLS, seed });
}

const asGridCell = (value: Input): GridCell => value;
const asHostValue = (value: Input): unknown =>
  typeof value === "object" && value !== null ? value.error : value;

/** The error a failure is shown as; what the edge of the functions says in its own words. */
function errorOf(result: MeasureResult<number | string>): string {
  if (result.ok) throw new Error("no failure");
  switch (result.failure.reason) {
    case "zero-base":
      return "#DIV/0!";
    case "missing":
    case "negative-base":
    case "growth-too-low":
    case "not-among":
      return "#N/A";
    case "error-operand":
      return result.failure.error;
    default:
      return "#VALUE!";
  }
}

describe("native twins, computed by a spreadsheet", () => {
  const seed = Date.now() % 1_000_000;
  const calls = new Map<string, readonly Call[]>();
  const ranked = fc.sample(fc.array(input, { minLength: VALUES, maxLength: VALUES }), {
    numRuns: CALLS,
    seed,
  });
  let engine: SavableEngine;

  beforeAll(async () => {
    const sheets = withFormula.map((measure) => {
      const own = callsOf(measure, seed);
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

/** A spreadsheet rounds 15 binary-born digits, the function decimals: nearer to a tie than this they may part. */
function isNearTie(measure: MeasureFunction, host: readonly unknown[], decimals: number): boolean {
  const exact = measure.evaluate(host)[0]?.[0];
  if (exact?.ok !== true || typeof exact.value !== "number") return false;
  const scaled = Math.abs(exact.value) * 10 ** decimals;
  return Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-9 * Math.max(1, scaled);
}
