import { countDecimals } from "../model/decimal.ts";
import { growthOf, judge, minus, quantityOf, scale, shareOf } from "../model/interval.ts";
import type { Quantity, Verdict } from "../model/interval.ts";
import { nearConstant, nearDivide, nearMinus, nearOf, nearScale, screen } from "../model/near.ts";
import type { Near } from "../model/near.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { Grid } from "./broadcast.ts";
import { broadcast, toGrid } from "./broadcast.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { describedFunction, evaluation } from "./measure-function.ts";
import { readNumbers } from "./numbers.ts";
import { isMissing, readNumber, readText } from "./operand.ts";
import type { MeasureFailure, MeasureResult } from "./result.ts";
import { measured, unmeasured } from "./result.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "表内数", en: "stated" }, kind: "number" },
  { name: { zh: "操作数和算法", en: "operands_then_kind" }, kind: "operands" },
];

type Kind = "quotient" | "growth" | "difference" | "sum";

const KINDS: Readonly<Record<string, Kind>> = {
  share: "quotient",
  rate: "quotient",
  attainment: "quotient",
  占比: "quotient",
  比重: "quotient",
  率: "quotient",
  完成率: "quotient",
  growth: "growth",
  增速: "growth",
  同比: "growth",
  increase: "difference",
  difference: "difference",
  gap: "difference",
  增减额: "difference",
  增加额: "difference",
  差: "difference",
  百分点: "difference",
  差额: "difference",
  差距: "difference",
  sum: "sum",
  total: "sum",
  合计: "sum",
  总计: "sum",
};

const WORDS: Readonly<Record<Verdict, string>> = {
  agrees: "吻合",
  "within-rounding": "尾差",
  disagrees: "不符",
};

/**
 * Whether a stated number follows from others, judged by intervals: 吻合 where the recomputation rounds to it, 尾差 where
 * the rounding of the operands allows it, else 不符. Each number counts with the digits it holds. Operands come first, the
 * way to compute last. A sum over a single stated number takes every number of its ranges, blanks left out.
 * Source: the four verdicts of stated numbers; 185.76 + 14.29 and 1.00 of 3.00 alike.
 */
function evaluateInto<T>(
  [stated, ...rest]: readonly unknown[],
  failed: (failure: MeasureFailure) => T
): Grid<string | T> {
  const shown = (result: MeasureResult<string>): string | T =>
    result.ok ? result.value : failed(result.failure);
  const read = readKind(rest.at(-1));
  if (!read.ok) return [[failed(read.failure)]];
  const { kind, word } = read.value;
  const operands = rest.slice(0, -1).map(toGrid);
  const printed = toGrid(stated);
  const isOne = printed.length === 1 && printed[0]?.length === 1;
  if (kind === "sum" && isOne) return [[shown(sumOver(printed[0]?.[0], operands))]];
  const wanted = kind === "sum" ? Math.max(1, operands.length) : 2;
  if (operands.length !== wanted) {
    return [[failed({ reason: "operand-count", kind: word, wanted })]];
  }
  const judged = broadcast([printed, ...operands], (cells) => shown(verdictOf(kind, cells)));
  return judged ?? [[failed({ reason: "sizes-differ" })]];
}

function readKind(
  argument: unknown
): MeasureResult<{ readonly kind: Kind; readonly word: string }> {
  const text = readText(toGrid(argument)[0]?.[0], 1);
  if (!text.ok) {
    return text.failure.reason === "error-operand"
      ? text
      : unmeasured({ reason: "unknown-kind", parameter: 1, text: "" });
  }
  const kind = KINDS[text.value.toLowerCase()];
  if (kind === undefined) {
    return unmeasured({ reason: "unknown-kind", parameter: 1, text: text.value });
  }
  return measured({ kind, word: text.value });
}

function sumOver(stated: unknown, operands: readonly Grid[]): MeasureResult<string> {
  const own = readNumber(stated, 0);
  if (!own.ok) return own;
  const cells = operands.flatMap((grid) => grid.flat()).filter((cell) => !isMissing(cell));
  const members = readNumbers(cells);
  if (!members.ok) return withParameter(members);
  if (members.value.length === 0) return unmeasured({ reason: "missing", parameter: 1 });
  return judgeNumber(own.value, sumOf(members.value));
}

function verdictOf(kind: Kind, cells: readonly unknown[]): MeasureResult<string> {
  const numbers = readNumbers(cells);
  if (!numbers.ok) return withParameter(numbers);
  const [stated = 0, ...operands] = numbers.value;
  if (kind === "sum") return judgeNumber(stated, sumOf(operands));
  const [a = 0, b = 0] = operands;
  return screenPair(kind, stated, a, b) ?? judgePair(kind, stated, a, b);
}

type PairKind = Exclude<Kind, "sum">;

/** Nearly every verdict is far from the edge of an interval, and doubles tell it; undefined near one. */
export function screenPair(
  kind: PairKind,
  stated: number,
  a: number,
  b: number
): MeasureResult<string> | undefined {
  const computed = computeNear(kind, nearOf(numberOf(a)), nearOf(numberOf(b)));
  const verdict = computed === null ? undefined : screen(numberOf(stated), computed);
  return verdict === undefined ? undefined : measured(WORDS[verdict]);
}

function computeNear(kind: PairKind, a: Near, b: Near): Near | null {
  if (kind === "difference") return nearMinus(a, b);
  const quotient = nearDivide(a, b);
  if (quotient === null) return null;
  return nearScale(kind === "growth" ? nearMinus(quotient, ONE) : quotient, 100);
}

const ONE = nearConstant(1);

/** On exact intervals: what decides. */
export function judgePair(
  kind: PairKind,
  stated: number,
  a: number,
  b: number
): MeasureResult<string> {
  const [first, second] = [quantityOf(numberOf(a)), quantityOf(numberOf(b))];
  if (kind === "difference") return judgeNumber(stated, minus(first, second));
  const computed = kind === "growth" ? growthOf(first, second) : shareOf(first, second);
  if (computed === undefined) {
    return unmeasured({ reason: b < 0 ? "negative-base" : "zero-base", parameter: 1 });
  }
  return judgeNumber(stated, computed);
}

/** All operands stand behind one parameter in the host's list. */
function withParameter(result: Extract<MeasureResult, { ok: false }>): typeof result {
  const { failure } = result;
  return "parameter" in failure
    ? unmeasured({ ...failure, parameter: Math.min(failure.parameter, 1) })
    : result;
}

function sumOf(values: readonly number[]): Quantity {
  const zero: Quantity = quantityOf({ ...numberOf(0), precision: "count" });
  return values.reduce(
    (total, value) => minus(total, scale(quantityOf(numberOf(value)), -1)),
    zero
  );
}

function judgeNumber(stated: number, computed: Quantity): MeasureResult<string> {
  return measured(WORDS[judge(numberOf(stated), computed)]);
}

function numberOf(value: number): StatedNumber {
  return { value, decimals: countDecimals(value), origin: "typed", precision: "stated" };
}

export const CONSISTENT_CALL: MeasureCall = {
  id: "ZONE_CONSISTENT",
  parameters: PARAMETERS,
  ...evaluation(evaluateInto),
};

export const ZONE_CONSISTENT: MeasureFunction = /* @__PURE__ */ describedFunction(CONSISTENT_CALL, {
  formula: {
    zh: "由操作数重算:舍入后相等 → 吻合;在舍入误差之内 → 尾差;否则 → 不符",
    en: "recomputed from the operands: equal once rounded → 吻合 (agrees); within rounding → 尾差; else → 不符 (disagrees)",
  },
  source: {
    zh: "按区间判断,不设容差:109.24 表示 109.235 到 109.245。最后一个参数写算法:占比、率、完成率、增速、增减额、差(百分点)、差额、合计。每个数按它自己的小数位数计,30.90 请连同两位小数填列。",
    en: "Judged by intervals, without tolerances: 109.24 means 109.235 to 109.245. The last argument names the way to compute: share, rate, attainment, growth, increase, difference (points), gap or sum. Each number counts with the digits it holds.",
  },
  twin: {
    kind: "value",
    why: {
      zh: "要按每个数的小数位数作区间运算,写成 Excel 公式长得无法核对。",
      en: "Interval arithmetic over the digits of each number makes a formula nobody could verify.",
    },
  },
  examples: [
    {
      formula: '=ZONE_CONSISTENT(61.53,109.24,177.53,"占比")',
      inputs: [61.53, 109.24, 177.53, "占比"],
      result: "吻合",
    },
    {
      formula: '=ZONE_CONSISTENT(91.4,18.5,20.2,"率")',
      inputs: [91.4, 18.5, 20.2, "率"],
      result: "尾差",
    },
    {
      formula: '=ZONE_CONSISTENT(200.05,185.76,14.3,"sum")',
      inputs: [200.05, 185.76, 14.3, "sum"],
      result: "尾差",
    },
  ],
});
