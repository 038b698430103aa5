import { compareDecimals } from "../model/decimal.ts";
import type { Grid } from "./broadcast.ts";
import { broadcast, toGrid } from "./broadcast.ts";
import { asOperand, isRange, whereNumbers } from "./guard.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { describedFunction, evaluation } from "./measure-function.ts";
import { basicValueOf, isMissing, readNumber } from "./operand.ts";
import type { MeasureFailure, MeasureResult } from "./result.ts";
import { measured, unmeasured } from "./result.ts";
import { EXACT, exactly, invalid, isNone, isOneOf } from "./twin.ts";
import type { TwinStyle } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "数值", en: "value" }, kind: "number" },
  { name: { zh: "全部数值", en: "values" }, kind: "numbers" },
  { name: { zh: "次序", en: "order" }, kind: "order" },
];

type Order = "largest-first" | "smallest-first";

const ORDERS: Readonly<Record<Order, readonly string[]>> = {
  "largest-first": ["0", "FALSE", "降序", "由高到低", "从高到低", "由大到小"],
  "smallest-first": ["1", "TRUE", "升序", "由低到高", "从低到高", "由小到大"],
};

/**
 * Rank of values among values, ties sharing the better place (1 2 2 4). Largest first unless the order says otherwise
 * (能耗 and other indicators where lower is better). Blanks, declared nones and texts among the values take no place;
 * an error among them spoils every rank.
 * Source: 位次 of the trade's forms; offices that print 1 2 2 3 or break ties otherwise rank by hand.
 */
function evaluateInto<T>(
  [value, values, order]: readonly unknown[],
  failed: (failure: MeasureFailure) => T
): Grid<number | T> {
  const grid = toGrid(value);
  const among = readValues(values);
  const direction = readOrder(order);
  const rank = !among.ok
    ? undefined
    : grid.length === 1 && grid[0]?.length === 1
      ? (own: number) => countAhead(among.value, own)
      : sortedAhead(among.value);
  const rankOf = ([cell]: readonly unknown[]): number | T => {
    const own = readNumber(cell, 0);
    if (!own.ok) return failed(own.failure);
    if (!among.ok) return failed(among.failure);
    if (!direction.ok) return failed(direction.failure);
    const ahead = rank?.(own.value);
    if (ahead === undefined) return failed({ reason: "not-among", parameter: 0 });
    return 1 + (direction.value === "largest-first" ? ahead.larger : ahead.smaller);
  };
  return broadcast([grid], rankOf) ?? [[failed({ reason: "sizes-differ" })]];
}

/** How many values stand on either side of a number. */
interface Ahead {
  readonly smaller: number;
  readonly larger: number;
}

/** Of one number, which must be among the values. */
function countAhead(values: readonly number[], own: number): Ahead | undefined {
  let smaller = 0;
  let larger = 0;
  for (const one of values) {
    const order = compareDecimals(one, own);
    if (order < 0) smaller += 1;
    else if (order > 0) larger += 1;
  }
  return smaller + larger === values.length ? undefined : { smaller, larger };
}

/** The same for many numbers: sorted once, a look-up each, where counting would take the square of the values. */
function sortedAhead(values: readonly number[]): (own: number) => Ahead | undefined {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  const at = (index: number): number => sorted[index] ?? NaN;
  // Of each value, the first of those that stand for the same decimal, and the first behind them.
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  for (let start = 0, end = 0; start < count; start = end) {
    end = start + 1;
    while (end < count && compareDecimals(at(end), at(start)) === 0) end += 1;
    starts.fill(start, start, end);
    ends.fill(end, start, end);
  }
  const isSame = (index: number, own: number): boolean =>
    index >= 0 && index < count && compareDecimals(at(index), own) === 0;
  return (own) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (at(middle) < own) low = middle + 1;
      else high = middle;
    }
    // The same decimal may stand as a double a little below.
    const found = isSame(low, own) ? low : low - 1;
    if (!isSame(found, own)) return undefined;
    return { smaller: starts[found] ?? 0, larger: count - (ends[found] ?? count) };
  };
}

function readValues(values: unknown): MeasureResult<readonly number[]> {
  const numbers: number[] = [];
  for (const row of toGrid(values)) {
    for (const cell of row) {
      if (typeof cell === "number" && Number.isFinite(cell)) {
        numbers.push(cell);
        continue;
      }
      const read = readNumber(cell, 1);
      if (read.ok) numbers.push(read.value);
      else if (read.failure.reason === "error-operand") return read;
    }
  }
  return numbers.length === 0 ? unmeasured({ reason: "missing", parameter: 1 }) : measured(numbers);
}

function readOrder(cell: unknown): MeasureResult<Order> {
  const value = basicValueOf(cell);
  if (isMissing(value)) return measured("largest-first");
  const text =
    typeof value === "string"
      ? value.trim()
      : typeof value === "boolean" || typeof value === "number"
        ? String(value).toUpperCase()
        : "";
  for (const order of ["largest-first", "smallest-first"] as const) {
    if (ORDERS[order].includes(text)) return measured(order);
  }
  const read = readNumber(value, 2);
  if (!read.ok && read.failure.reason === "error-operand") return read;
  return unmeasured({ reason: "unknown-order", parameter: 2, text });
}

/**
 * Counts the values ahead. Over one cell by SUMPRODUCT; over several by COUNTIF, which alone takes them one by one, and
 * only where the values are cells. +0*SUM(…) hands on an error among the values.
 */
function twinFormula(
  [value = "", values = "", order = ""]: readonly string[],
  { computed, named }: Pick<Extract<TwinStyle, { readonly kind: "exact" }>, "computed" | "named">
): string | undefined {
  if (value === "" || values === "") return "NA()";
  const [own, all] = [asOperand(value), asOperand(values)];
  const isSeveral = isRange(value) || (NAME.test(value) && named?.(value) !== "one");
  const areCells = CELLS_ONLY.test(values) || named?.(values) === "cells";
  const counted = (sign: ">" | "<" | "="): string =>
    isSeveral
      ? `COUNTIF(${values},"${sign}"&${own})`
      : `SUMPRODUCT(ISNUMBER(${all})*(${all}${sign}${own}))`;
  if (isSeveral && !areCells) return undefined;
  const rank = (sign: ">" | "<"): string => `1+${counted(sign)}`;
  const byOrder =
    order === ""
      ? rank(">")
      : /^[01]$/u.test(order)
        ? rank(order === "0" ? ">" : "<")
        : `IF(${isNone(order)}+${isOneOf(order, ORDERS["largest-first"])},${rank(">")},IF(${isOneOf(order, ORDERS["smallest-first"])},${rank("<")},${invalid([order])}))`;
  const found = `IF(${counted("=")}+0*SUM(${values})=0,NA(),${byOrder})`;
  return exactly([value], found, computed);
}

/** Excel's own RANK, which ranks cells only; undefined where the call asks more of it. */
function plainFormula([value = "", values = "", order = ""]: readonly string[]):
  string | undefined {
  const isPlain = CELLS_ONLY.test(values) && !isRange(value) && /^[01]?$/u.test(order);
  return isPlain ? whereNumbers([value], `RANK(${value},${values},${order || "0"})`) : undefined;
}

/** Cells of a sheet, whole columns or rows of it, or a column of a table. */
const CELLS_ONLY =
  /^(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)$|^[\p{L}_][\p{L}\p{N}_.]*\[[^[\]@#]+\]$/u;
const NAME =
  /^(?!\$?[A-Za-z]{1,3}\d+$|(?:TRUE|FALSE)$)(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?![A-Za-z]{1,3}\d+$)[\p{L}_][\p{L}\p{N}_.]*$/iu;

export const RANK_CALL: MeasureCall = {
  id: "ZONE_RANK",
  parameters: PARAMETERS,
  ...evaluation(evaluateInto),
};

export const ZONE_RANK: MeasureFunction = /* @__PURE__ */ describedFunction(RANK_CALL, {
  formula: {
    zh: "1 + 比它高的个数(并列取同一位次)",
    en: "1 + how many are ahead (ties share a place)",
  },
  source: {
    zh: "位次。并列的取靠前的位次,如 1 2 2 4。次序填 1 为由低到高,用于能耗等越低越好的指标。空格、“-”和文字不参加排位。",
    en: "Ties share the better place: 1 2 2 4. Order 1 ranks the smallest first, for indicators where lower is better. Blanks, “-” and texts take no place.",
  },
  twin: {
    kind: "formula",
    write: (args, style) => {
      const short = style.kind === "plain" ? plainFormula(args) : undefined;
      const formula = short ?? twinFormula(args, style.kind === "exact" ? style : EXACT);
      return formula === undefined ? undefined : `=${formula}`;
    },
  },
  examples: [
    {
      formula: "=ZONE_RANK(8.66,{12.3;8.66;8.66;5})",
      inputs: [8.66, [[12.3], [8.66], [8.66], [5]]],
      result: 2,
    },
    {
      formula: "=ZONE_RANK(0.86,{0.9;0.86;1.2},1)",
      inputs: [0.86, [[0.9], [0.86], [1.2]], 1],
      result: 1,
    },
  ],
});
