import { countDecimals, toDecimal } from "../model/decimal.ts";
import { halfDigit } from "../model/interval.ts";
import { divideRatio, ratioOf, roundRatio, timesRatio } from "../model/ratio.ts";
import { wholesFor } from "../model/whole-numbers.ts";
import { POWERS } from "./arithmetic.ts";
import type { Grid } from "./broadcast.ts";
import { broadcast, toGrid } from "./broadcast.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { describedFunction, evaluation } from "./measure-function.ts";
import { readNumbers } from "./numbers.ts";
import type { MeasureFailure, MeasureResult } from "./result.ts";
import { measured, unmeasured } from "./result.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "个数", en: "count" }, kind: "number" },
  { name: { zh: "占比", en: "percent" }, kind: "number" },
];
/** More than these nobody reads, and a percentage so coarse proves nothing. */
const MOST_LISTED = 200;

/**
 * The whole numbers N for which count ÷ N × 100, rounded to the digits of the percentage, is that percentage; ascending.
 * Counts over counts only, never amounts.
 * Source: Brown & Heathers, The GRIM Test (2017), turned to percentages: 90个,占75% is possible of 120 only.
 */
function wholes(cells: readonly unknown[]): MeasureResult<Run> {
  const numbers = readNumbers(cells);
  if (!numbers.ok) return numbers;
  const [count = 0, percent = 0] = numbers.value;
  if (!Number.isInteger(count) || count < 0)
    return unmeasured({ reason: "not-a-count", parameter: 0 });
  return runShort(count, percent) ?? runExactly(count, percent);
}

/** Whole numbers one after another, both ends included. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** On decimals of any size: what decides. */
export function runExactly(count: number, percent: number): MeasureResult<Run> {
  const decimals = countDecimals(percent);
  const half = halfDigit(decimals);
  const stated = toDecimal(percent);
  const { first, last } = wholesFor(toDecimal(count), stated.minus(half), stated.plus(half));
  if (first === undefined) return unmeasured({ reason: "no-whole", parameter: 1 });
  if (last === undefined || last - first >= MOST_LISTED)
    return unmeasured({ reason: "too-many-wholes", parameter: 1 });
  const hundredfold = timesRatio(ratioOf(count), ratioOf(100));
  const found = Array.from({ length: last - first + 1 }, (_one, index) => first + index).filter(
    (whole) => roundRatio(divideRatio(hundredfold, ratioOf(whole)), decimals).eq(stated)
  );
  const [from] = found;
  const to = found.at(-1);
  return from === undefined || to === undefined
    ? unmeasured({ reason: "no-whole", parameter: 1 })
    : measured({ first: from, last: to });
}

/**
 * The same for a count and a percentage of a form, in whole numbers that doubles hold; undefined for others. With the
 * percentage as P last digits, N is a whole where (2P − 1) × N ≤ 200 × count × 10^digits < (2P + 1) × N.
 */
export function runShort(count: number, percent: number): MeasureResult<Run> | undefined {
  const decimals = countDecimals(percent);
  const power = POWERS[decimals] ?? NaN;
  const digits = Math.round(percent * power);
  const scaled = 200 * count * power;
  const isHeld = count > 0 && digits > 0 && digits < 1e15 && scaled < Number.MAX_SAFE_INTEGER;
  if (!isHeld) return undefined;
  const [below, above] = [2 * digits - 1, 2 * digits + 1];
  const last = floorOf(scaled, below);
  const beyond = floorOf(scaled, above);
  // Where the percentage lies on the upper edge it is rounded up, and the number is not a whole; it counts as listed.
  const closed = Math.max(count, beyond * above === scaled ? beyond : beyond + 1);
  if (closed > last) return unmeasured({ reason: "no-whole", parameter: 1 });
  if (last - closed >= MOST_LISTED) return unmeasured({ reason: "too-many-wholes", parameter: 1 });
  const first = Math.max(count, beyond + 1);
  return first > last
    ? unmeasured({ reason: "no-whole", parameter: 1 })
    : measured({ first, last });
}

/** Largest whole number not above a ÷ b: the quotient may have been rounded up to the next one. */
function floorOf(a: number, b: number): number {
  const guess = Math.floor(a / b);
  return guess * b > a ? guess - 1 : guess;
}

/** One call lists to the right; a column of calls a list in each row, a row of calls a list in each column. */
function evaluateInto<T>(
  [count, percent]: readonly unknown[],
  failed: (failure: MeasureFailure) => T
): Grid<number | string | T> {
  const lists = broadcast([toGrid(count), toGrid(percent)], wholes);
  if (lists === undefined) return [[failed({ reason: "sizes-differ" })]];
  const width = lists[0]?.length ?? 1;
  if (lists.length > 1 && width > 1) return [[failed({ reason: "not-a-line", parameter: 0 })]];
  const lines = lists.flat();
  const longest = lines.reduce((most, list) => Math.max(most, lengthOf(list)), 1);
  const itemAt = (list: MeasureResult<Run>, index: number): number | string | T => {
    if (!list.ok) return index === 0 ? failed(list.failure) : "";
    const whole = list.value.first + index;
    return whole <= list.value.last ? whole : "";
  };
  if (width === 1) {
    return lines.map((list) =>
      Array.from({ length: longest }, (_one, index) => itemAt(list, index))
    );
  }
  return Array.from({ length: longest }, (_one, index) => lines.map((list) => itemAt(list, index)));
}

function lengthOf(list: MeasureResult<Run>): number {
  return list.ok ? list.value.last - list.value.first + 1 : 1;
}

export const WHOLE_CALL: MeasureCall = {
  id: "ZONE_WHOLE",
  parameters: PARAMETERS,
  ...evaluation(evaluateInto),
};

export const ZONE_WHOLE: MeasureFunction = /* @__PURE__ */ describedFunction(WHOLE_CALL, {
  formula: {
    zh: "所有使 个数 ÷ N × 100 舍入后等于占比的整数 N",
    en: "every whole N for which count ÷ N × 100 rounds to percent",
  },
  source: {
    zh: "“90个,占75%”的总数只能是120;没有这样的整数时,个数和占比必有一个不对。只用于个数,不用于金额。占比按所填的位数判断。",
    en: "“90, or 75 %” is possible of 120 only; where no whole number fits, the count or the percentage is wrong. For counts, never for amounts. The percentage counts with the digits it is written with.",
  },
  twin: {
    kind: "value",
    why: {
      zh: "结果是一列个数不定的整数,Excel 2016 的函数列不出来。",
      en: "The result is a list of unknown length, which functions of Excel 2016 cannot give.",
    },
  },
  examples: [
    { formula: "=ZONE_WHOLE(90,75)", inputs: [90, 75], result: 120 },
    { formula: "=ZONE_WHOLE(71,74)", inputs: [71, 74], result: 96 },
  ],
});
