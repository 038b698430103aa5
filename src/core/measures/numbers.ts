import type { Calculation, Formula } from "./arithmetic.ts";
import { BOUNDED_ARITHMETIC, BOUNDED_REGISTERS, finishBounded } from "./bounded-arithmetic.ts";
import { EXACT_ARITHMETIC, finishExact } from "./exact-arithmetic.ts";
import type { Parameter } from "./measure-function.ts";
import { elementwise } from "./measure-function.ts";
import { readDecimals, readNumber } from "./operand.ts";
import type { MeasureResult } from "./result.ts";
import { measured, measuredNumber, unmeasured } from "./result.ts";
import { WHOLE_ARITHMETIC, WHOLE_REGISTERS, finishWhole } from "./whole-arithmetic.ts";

/**
 * A function of numbers, with 小数位数 as its last parameter where it has one. Computes cell by cell over ranges; rounded
 * once, at the end, half away from zero.
 */
export function ofNumbers(
  parameters: readonly Parameter[],
  calculation: Calculation
): ReturnType<typeof elementwise> & { readonly calculation: Calculation } {
  const count = parameters.filter(({ kind }) => kind !== "decimals").length;
  const evaluation = elementwise((cells) => {
    const places = cells[count];
    if (arePlainNumbers(cells, count) && isPlainPlaces(places)) {
      return calculate(calculation, cells, count, places ?? undefined);
    }
    const numbers = readNumbers(cells.slice(0, count));
    if (!numbers.ok) return numbers;
    const decimals = readDecimals(places, count);
    return decimals.ok ? calculate(calculation, numbers.value, count, decimals.value) : decimals;
  }, parameters);
  return { ...evaluation, calculation };
}

/** Nearly every cell of a form; what else may stand there is read with more care. */
function arePlainNumbers(cells: readonly unknown[], count: number): cells is readonly number[] {
  for (let index = 0; index < count; index += 1) {
    if (!Number.isFinite(cells[index])) return false;
  }
  return true;
}

function isPlainPlaces(cell: unknown): cell is number | null | undefined {
  if (cell === undefined || cell === null) return true;
  return typeof cell === "number" && Number.isInteger(cell) && cell >= 0 && cell <= 10;
}

function calculate(
  { refuse, formula }: Calculation,
  numbers: readonly unknown[],
  count: number,
  decimals: number | undefined
): MeasureResult {
  const a = operand(numbers, 0, count);
  const b = operand(numbers, 1, count);
  const c = operand(numbers, 2, count);
  const d = operand(numbers, 3, count);
  const failure = refuse?.(a, b, c, d);
  if (failure !== undefined) return unmeasured(failure);
  return measuredNumber(
    calculateWhole(formula, a, b, c, d, decimals) ??
      calculateBounded(formula, a, b, c, d, decimals) ??
      calculateExactly(formula, a, b, c, d, decimals)
  );
}

function operand(numbers: readonly unknown[], index: number, count: number): number {
  const value = index < count ? numbers[index] : 0;
  return typeof value === "number" ? value : 0;
}

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
export const calculateWhole: Calculate<number | undefined> = (formula, a, b, c, d, decimals) => {
  const { of } = WHOLE_ARITHMETIC;
  WHOLE_REGISTERS.start();
  const [first, second, third, fourth] = [of(a), of(b), of(c), of(d)];
  return WHOLE_REGISTERS.areNumbers()
    ? finishWhole(formula(WHOLE_ARITHMETIC, first, second, third, fourth), decimals)
    : undefined;
};

/** The same number where places are given, or undefined; without places, to 1e-12 of it. */
export const calculateBounded: Calculate<number | undefined> = (formula, a, b, c, d, decimals) => {
  const { of } = BOUNDED_ARITHMETIC;
  BOUNDED_REGISTERS.start();
  return finishBounded(formula(BOUNDED_ARITHMETIC, of(a), of(b), of(c), of(d)), decimals);
};

/**
 * The operands of a call as numbers. A blank among them comes before an error, an error before a text, wherever they
 * stand: a row not yet filled in is #N/A, whatever else is wrong with it. The native twins keep the same order.
 */
export function readNumbers(cells: readonly unknown[]): MeasureResult<readonly number[]> {
  if (arePlainNumbers(cells, cells.length)) return measured(cells.slice());
  const read = cells.map((cell, parameter) => readNumber(cell, parameter));
  const failures = read.flatMap((one) => (one.ok ? [] : [one.failure]));
  const first =
    failures.find(({ reason }) => reason === "missing") ??
    failures.find(({ reason }) => reason === "error-operand") ??
    failures[0];
  if (first !== undefined) return unmeasured(first);
  return measured(read.flatMap((one) => (one.ok ? [one.value] : [])));
}
