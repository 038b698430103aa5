import type { Calculation, Formula } from "./arithmetic.ts";
import type { Block } from "./blocks.ts";
import {
  BOUNDED_ARITHMETIC,
  BOUNDED_REGISTERS,
  boundedOf,
  finishBounded,
} from "./bounded-arithmetic.ts";
import { EXACT_ARITHMETIC, finishExact } from "./exact-arithmetic.ts";
import type { Operands } from "./registers.ts";
import { LANES } from "./registers.ts";
import { WHOLE_ARITHMETIC, WHOLE_REGISTERS, finishWhole, wholeOf } from "./whole-arithmetic.ts";

/** Calculations that wait until there are as many as are made at a time, and where their results belong. */
export interface Waiting {
  readonly operands: Operands;
  readonly rows: Uint32Array;
  readonly columns: Uint32Array;
  readonly results: Float64Array;
}

export function newWaiting(): Waiting {
  return {
    operands: [lanes(), lanes(), lanes(), lanes()],
    rows: new Uint32Array(LANES),
    columns: new Uint32Array(LANES),
    results: lanes(),
  };
}

function lanes(): Float64Array {
  return new Float64Array(LANES);
}

/**
 * Computes the first `count` of the waiting: operands of few digits by whole numbers, longer ones by bounded doubles, and
 * what either leaves open by exact fractions. The results are those of the fractions.
 */
export function calculateWaiting(
  { formula }: Calculation,
  { operands, results }: Pick<Waiting, "operands" | "results">,
  digits: "short" | "long",
  count: number,
  decimals: number | undefined
): void {
  if (digits === "short") wholeLanes(formula, operands, count, decimals, results);
  else boundedLanes(formula, operands, count, decimals, results);
  decideOpen(formula, operands, digits, count, decimals, results);
}

/** The same for operands of few digits that are scaled to whole numbers already. */
export function calculateScaled(
  { formula }: Calculation,
  { operands, scaled, results }: Block,
  count: number,
  decimals: number | undefined
): void {
  const [a, b, c, d] = scaled;
  WHOLE_REGISTERS.start(count);
  finishWhole(formula(WHOLE_ARITHMETIC, a, b, c, d), decimals, results);
  decideOpen(formula, operands, "short", count, decimals, results);
}

/** What the first way left open. */
function decideOpen(
  formula: Formula,
  operands: Operands,
  digits: "short" | "long",
  count: number,
  decimals: number | undefined,
  results: Float64Array
): void {
  const [a, b, c, d] = operands;
  for (let i = 0; i < count; i += 1) {
    if (!Number.isNaN(results[i])) continue;
    results[i] = calculateOne(digits, formula, at(a, i), at(b, i), at(c, i), at(d, i), decimals);
  }
}

function calculateOne(
  digits: "short" | "long",
  ...call: Parameters<typeof calculateExactly>
): number {
  const bounded = digits === "short" ? calculateBounded(...call) : undefined;
  return bounded ?? calculateExactly(...call);
}

function at(column: Float64Array, lane: number): number {
  return column[lane] ?? NaN;
}

type CalculateLanes = (
  formula: Formula,
  operands: Operands,
  count: number,
  decimals: number | undefined,
  results: Float64Array
) => void;

const wholeLanes: CalculateLanes = (formula, [a, b, c, d], count, decimals, results) => {
  WHOLE_REGISTERS.start(count);
  const lanes = formula(WHOLE_ARITHMETIC, wholeOf(a), wholeOf(b), wholeOf(c), wholeOf(d));
  finishWhole(lanes, decimals, results);
};

const boundedLanes: CalculateLanes = (formula, [a, b, c, d], count, decimals, results) => {
  BOUNDED_REGISTERS.start(count);
  const lanes = formula(BOUNDED_ARITHMETIC, boundedOf(a), boundedOf(b), boundedOf(c), boundedOf(d));
  finishBounded(lanes, decimals, results);
};

type Calculate<Result> = (
  formula: Formula,
  a: number,
  b: number,
  c: number,
  d: number,
  decimals: number | undefined
) => Result;

/** What decides. */
export const calculateExactly: Calculate<number> = (formula, a, b, c, d, decimals) => {
  const { of } = EXACT_ARITHMETIC;
  return finishExact(formula(EXACT_ARITHMETIC, of(a), of(b), of(c), of(d)), decimals);
};

/** The same number for operands of few digits, or undefined. */
export const calculateWhole: Calculate<number | undefined> = alone(wholeLanes);

/** The same number where places are given, or undefined; without places, to 1e-12 of it. */
export const calculateBounded: Calculate<number | undefined> = alone(boundedLanes);

function alone(calculate: CalculateLanes): Calculate<number | undefined> {
  const [a1, b1, c1, d1, results] = [lanes(), lanes(), lanes(), lanes(), lanes()] as const;
  return (formula, a, b, c, d, decimals) => {
    a1[0] = a;
    b1[0] = b;
    c1[0] = c;
    d1[0] = d;
    calculate(formula, [a1, b1, c1, d1], 1, decimals, results);
    const [result = NaN] = results;
    return Number.isNaN(result) ? undefined : result;
  };
}
