import fc from "fast-check";
import type { MeasureFunction, MeasureResult } from "../../core/measures/index.ts";

/** What a cell of an operand may hold. */
export type Input = number | string | boolean | null | { readonly error: string };

export interface Call {
  readonly inputs: readonly Input[];
  readonly decimals: number | undefined;
}

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
  "\u3000",
  "\u00a0-\u3000\u3000",
  "\n",
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

/** Random calls of a function: mostly numbers, and whatever else a cell of a form may hold. */
export function callsOf(measure: MeasureFunction, count: number, seed: number): readonly Call[] {
  const takesDecimals = measure.parameters.some(({ kind }) => kind === "decimals");
  const call = fc.record({
    inputs: fc.tuple(
      ...Array.from({ length: inputsOf(measure) }, (_one, index) => inputOf(measure, index))
    ),
    decimals: takesDecimals
      ? fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined })
      : fc.constant(undefined),
  });
  return fc.sample(call, { numRuns: count, seed });
}

/** Values to be ranked, in lists of one length. */
export function rankedOf(
  length: number,
  count: number,
  seed: number
): readonly (readonly Input[])[] {
  return fc.sample(fc.array(input, { minLength: length, maxLength: length }), {
    numRuns: count,
    seed,
  });
}

/** As the host hands it to a function. */
export function asHostValue(value: Input): unknown {
  return typeof value === "object" && value !== null ? value.error : value;
}

/** The error a failure is shown as; what the edge of the functions says in its own words. */
export function errorOf(result: MeasureResult<number | string>): string {
  if (result.ok) throw new Error("no failure");
  switch (result.failure.reason) {
    case "zero-base":
    case "growth-to-nothing":
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

/** A spreadsheet rounds 15 binary-born digits, the function decimals: nearer to a tie than this they may part. */
export function isNearTie(
  measure: MeasureFunction,
  host: readonly unknown[],
  decimals: number
): boolean {
  const exact = measure.evaluate(host)[0]?.[0];
  if (exact?.ok !== true || typeof exact.value !== "number") return false;
  const scaled = Math.abs(exact.value) * 10 ** decimals;
  return Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-9 * Math.max(1, scaled);
}
