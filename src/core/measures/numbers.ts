import type { Calculation } from "./arithmetic.ts";
import type { Grid } from "./broadcast.ts";
import { isShortAt, newBlock, readBlock, scaleBlock } from "./blocks.ts";
import { commonSize, forEachPlace, isSingle, putAt, putNumberAt, toGrid } from "./broadcast.ts";
import type { Waiting } from "./calculate.ts";
import { calculateScaled, calculateWaiting, newWaiting } from "./calculate.ts";
import type { Evaluation, Parameter } from "./measure-function.ts";
import { evaluation } from "./measure-function.ts";
import { readDecimals, readNumber } from "./operand.ts";
import { LANES } from "./registers.ts";
import type { MeasureFailure, MeasureResult } from "./result.ts";
import { measured, unmeasured } from "./result.ts";
import { isShort } from "./whole-arithmetic.ts";

/** Kept from call to call: a call over a single cell would take longer to make them than to compute. */
const short = newWaiting();
const long = newWaiting();
const block = newBlock();

/**
 * A function of numbers, with 小数位数 as its last parameter where it has one. Computes cell by cell over ranges; rounded
 * once, at the end, half away from zero.
 */
export function ofNumbers(
  parameters: readonly Parameter[],
  calculation: Calculation
): Evaluation & { readonly calculation: Calculation } {
  const count = parameters.filter(({ kind }) => kind !== "decimals").length;
  const both = evaluation((inputs, failed) => {
    const grids = parameters.map((_parameter, index) => toGrid(inputs[index]));
    return evaluateGrids(grids, count, calculation, failed);
  });
  return { ...both, calculation };
}

function evaluateGrids<T>(
  grids: readonly Grid[],
  count: number,
  calculation: Calculation,
  failed: (failure: MeasureFailure) => T
): Grid<number | T> {
  const size = commonSize(grids);
  if (size === undefined) return [[failed({ reason: "sizes-differ" })]];
  const results = new Array<(number | T)[]>(size.rows);
  const { refuse } = calculation;
  let shorts = 0;
  let longs = 0;
  let decimals: number | undefined;
  const calculate = (digits: "short" | "long", lanes: number): void => {
    const waiting = digits === "short" ? short : long;
    calculateWaiting(calculation, waiting, digits, lanes, decimals);
    for (let lane = 0; lane < lanes; lane += 1) {
      // −0.004 rounded to two places is 0, not −0.
      const number = 0 + (waiting.results[lane] ?? NaN);
      putNumberAt(results, size, waiting.rows[lane] ?? 0, waiting.columns[lane] ?? 0, number);
    }
    if (digits === "short") shorts = 0;
    else longs = 0;
  };
  const calculateAll = (): void => {
    calculate("short", shorts);
    calculate("long", longs);
  };
  const roundTo = (places: number | undefined): void => {
    if (places === decimals) return;
    calculateAll();
    decimals = places;
  };
  const queue = (
    digits: "short" | "long",
    a: number,
    b: number,
    c: number,
    d: number,
    row: number,
    column: number
  ): void => {
    if (digits === "short") {
      if (shorts === LANES) calculate("short", shorts);
      wait(short, shorts, a, b, c, d, row, column);
      shorts += 1;
    } else {
      if (longs === LANES) calculate("long", longs);
      wait(long, longs, a, b, c, d, row, column);
      longs += 1;
    }
  };
  const visit = (cells: readonly unknown[], row: number, column: number): void => {
    const read = arePlainNumbers(cells, count) ? undefined : readNumbers(cells.slice(0, count));
    if (read?.ok === false) {
      putAt(results, size, row, column, failed(read.failure));
      return;
    }
    const places = readPlaces(cells[count], count);
    if (typeof places === "object") {
      putAt(results, size, row, column, failed(places));
      return;
    }
    const given = read?.value ?? cells;
    const a = operand(given, 0, count);
    const b = operand(given, 1, count);
    const c = operand(given, 2, count);
    const d = operand(given, 3, count);
    const failure = refuse?.(a, b, c, d);
    if (failure !== undefined) {
      putAt(results, size, row, column, failed(failure));
      return;
    }
    roundTo(places);
    const isAllShort = isShort(a) && isShort(b) && isShort(c) && isShort(d);
    queue(isAllShort ? "short" : "long", a, b, c, d, row, column);
  };
  const operands = grids.slice(0, count);
  const given = grids[count];
  const places = given === undefined || isSingle(given) ? readPlaces(given?.[0]?.[0], count) : null;
  // A column of a form, block by block; single cells, rows and tables place by place.
  const isColumn = size.columns === 1 && size.rows > 1;
  if (!isColumn || places === null || typeof places === "object") {
    forEachPlace(grids, size, visit);
    calculateAll();
    return results;
  }
  for (let from = 0; from < size.rows; from += LANES) {
    const lanes = Math.min(LANES, size.rows - from);
    if (!readBlock(operands, from, lanes, calculation, block)) {
      forEachPlace(grids, size, visit, { from, to: from + lanes });
      continue;
    }
    roundTo(places);
    const few = scaleBlock(block, count, lanes);
    if (few === "some") {
      const [a, b, c, d] = block.operands;
      for (let i = 0; i < lanes; i += 1) {
        const digits = isShortAt(block.scaled, i) ? "short" : "long";
        queue(digits, a[i] ?? NaN, b[i] ?? NaN, c[i] ?? NaN, d[i] ?? NaN, from + i, 0);
      }
      continue;
    }
    if (few === "all") calculateScaled(calculation, block, lanes, places);
    else calculateWaiting(calculation, block, "long", lanes, places);
    for (let i = 0; i < lanes; i += 1) {
      putNumberAt(results, size, from + i, 0, 0 + (block.results[i] ?? NaN));
    }
  }
  calculateAll();
  return results;
}

function wait(
  { operands: [first, second, third, fourth], rows, columns }: Waiting,
  lane: number,
  a: number,
  b: number,
  c: number,
  d: number,
  row: number,
  column: number
): void {
  first[lane] = a;
  second[lane] = b;
  third[lane] = c;
  fourth[lane] = d;
  rows[lane] = row;
  columns[lane] = column;
}

/** Nearly every cell of a form; what else may stand there is read with more care. */
function arePlainNumbers(cells: readonly unknown[], count: number): cells is readonly number[] {
  for (let index = 0; index < count; index += 1) {
    if (!Number.isFinite(cells[index])) return false;
  }
  return true;
}

const PLACES: ReadonlySet<number> = new Set([0, 1, 2, 3, 4]);

/** The places to round to, none, or why there is no telling. */
function readPlaces(cell: unknown, parameter: number): number | undefined | MeasureFailure {
  if (cell === undefined || cell === null) return undefined;
  if (typeof cell === "number" && PLACES.has(cell)) return cell;
  const places = readDecimals(cell, parameter);
  return places.ok ? places.value : places.failure;
}

function operand(numbers: readonly unknown[], index: number, count: number): number {
  const value = index < count ? numbers[index] : 0;
  return typeof value === "number" ? value : 0;
}

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
