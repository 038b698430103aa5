import { countDecimals, toDecimal } from "../model/decimal.ts";
import { halfDigit } from "../model/interval.ts";
import { divideRatio, ratioOf, roundRatio, timesRatio } from "../model/ratio.ts";
import { wholesFor } from "../model/whole-numbers.ts";
import type { Grid } from "./broadcast.ts";
import { broadcast, toGrid } from "./broadcast.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { describedFunction } from "./measure-function.ts";
import { readNumbers } from "./numbers.ts";
import type { MeasureResult } from "./result.ts";
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
function wholes(cells: readonly unknown[]): MeasureResult<readonly number[]> {
  const numbers = readNumbers(cells);
  if (!numbers.ok) return numbers;
  const [count = 0, percent = 0] = numbers.value;
  if (!Number.isInteger(count) || count < 0)
    return unmeasured({ reason: "not-a-count", parameter: 0 });
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
  return found.length === 0 ? unmeasured({ reason: "no-whole", parameter: 1 }) : measured(found);
}

/** One call lists to the right; a column of calls a list in each row, a row of calls a list in each column. */
function evaluate([count, percent]: readonly unknown[]): Grid<MeasureResult<number | string>> {
  const lists = broadcast([toGrid(count), toGrid(percent)], wholes);
  if (lists === undefined) return [[unmeasured({ reason: "sizes-differ" })]];
  const width = lists[0]?.length ?? 1;
  if (lists.length > 1 && width > 1) return [[unmeasured({ reason: "not-a-line", parameter: 0 })]];
  const lines = lists.flat();
  const longest = Math.max(...lines.map((list) => (list.ok ? list.value.length : 1)));
  const rows = lines.map((list) =>
    Array.from({ length: longest }, (_one, index) => itemAt(list, index))
  );
  if (width === 1) return rows;
  return Array.from({ length: longest }, (_one, index) => lines.map((list) => itemAt(list, index)));
}

function itemAt(
  list: MeasureResult<readonly number[]>,
  index: number
): MeasureResult<number | string> {
  if (!list.ok) return index === 0 ? list : measured("");
  return measured(list.value[index] ?? "");
}

export const WHOLE_CALL: MeasureCall = {
  id: "ZONE_WHOLE",
  parameters: PARAMETERS,
  evaluate,
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
