import { roundRatio, toNumber } from "../model/ratio.ts";
import type { Ratio } from "../model/ratio.ts";
import type { Grid } from "./broadcast.ts";
import type { Parameter } from "./measure-function.ts";
import { elementwise } from "./measure-function.ts";
import { readDecimals, readNumber } from "./operand.ts";
import type { MeasureFailure, MeasureResult } from "./result.ts";
import { measured, measuredNumber, unmeasured } from "./result.ts";

/** What a calculation over numbers gives: an exact fraction, rounded later and once, or why there is none. */
export type Calculated = Ratio | MeasureFailure;

/**
 * A function of numbers, with 小数位数 as its last parameter where it has one. Computes cell by cell over ranges;
 * exact until the end, then rounded once, half away from zero.
 */
export function ofNumbers(
  parameters: readonly Parameter[],
  calculate: (...numbers: number[]) => Calculated
): (inputs: readonly unknown[]) => Grid<MeasureResult<number | string>> {
  const count = parameters.filter(({ kind }) => kind !== "decimals").length;
  return elementwise((cells) => {
    const numbers = readNumbers(cells.slice(0, count));
    if (!numbers.ok) return numbers;
    const places = readDecimals(cells[count], count);
    if (!places.ok) return places;
    const result = calculate(...numbers.value);
    if ("reason" in result) return unmeasured(result);
    return measuredNumber(
      places.value === undefined ? toNumber(result) : roundRatio(result, places.value).toNumber()
    );
  }, parameters);
}

/**
 * The operands of a call as numbers. A blank among them comes before an error, an error before a text, wherever they
 * stand: a row not yet filled in is #N/A, whatever else is wrong with it. The native twins keep the same order.
 */
export function readNumbers(cells: readonly unknown[]): MeasureResult<readonly number[]> {
  const read = cells.map((cell, parameter) => readNumber(cell, parameter));
  const failures = read.flatMap((one) => (one.ok ? [] : [one.failure]));
  const first =
    failures.find(({ reason }) => reason === "missing") ??
    failures.find(({ reason }) => reason === "error-operand") ??
    failures[0];
  if (first !== undefined) return unmeasured(first);
  return measured(read.flatMap((one) => (one.ok ? [one.value] : [])));
}
