import { compareDecimals } from "../model/decimal.ts";
import { asOperand } from "./guard.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { elementwise, describedFunction } from "./measure-function.ts";
import { readNumbers } from "./numbers.ts";
import { isMissing, readText } from "./operand.ts";
import type { MeasureResult } from "./result.ts";
import { measured, unmeasured } from "./result.ts";
import { INVALID, invalid, isNone, isOneOf, twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "完成值", en: "actual" }, kind: "number" },
  { name: { zh: "目标值", en: "target" }, kind: "number" },
  { name: { zh: "比较", en: "comparison" }, kind: "comparison" },
];

type StatusComparison = ">=" | ">" | "<=" | "<";

/** Words and signs of a comparison; the words of the trade with and without the number itself. */
const COMPARISONS: Readonly<Record<string, StatusComparison>> = {
  ">=": ">=",
  "≥": ">=",
  不低于: ">=",
  不少于: ">=",
  达到: ">=",
  以上: ">=",
  ">": ">",
  高于: ">",
  超过: ">",
  突破: ">",
  大于: ">",
  "<=": "<=",
  "≤": "<=",
  不高于: "<=",
  不超过: "<=",
  以内: "<=",
  以下: "<=",
  "<": "<",
  低于: "<",
  少于: "<",
  小于: "<",
};

/**
 * Whether a target is met: 达到 or 未达到. Stored values are compared, so that 16 against 16 is met; 不低于 (the default)
 * includes the number itself, 高于 does not.
 * Source: 是否达到目标 of the trade's forms.
 */
function status([actual, target, comparison]: readonly unknown[]): MeasureResult<string> {
  const numbers = readNumbers([actual, target]);
  if (!numbers.ok) return numbers;
  const [a = 0, t = 0] = numbers.value;
  const sign = readComparison(comparison);
  if (!sign.ok) return sign;
  const order = compareDecimals(a, t);
  return measured(isMet(order, sign.value) ? "达到" : "未达到");
}

function isMet(order: number, sign: StatusComparison): boolean {
  switch (sign) {
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0;
  }
}

function readComparison(value: unknown): MeasureResult<StatusComparison> {
  if (isMissing(value)) return measured(">=");
  const text = readText(value, 2);
  if (!text.ok) return text;
  const sign = COMPARISONS[text.value.normalize("NFKC")];
  if (sign !== undefined) return measured(sign);
  return unmeasured({ reason: "unknown-comparison", parameter: 2, text: text.value });
}

export const STATUS_CALL: MeasureCall = {
  id: "ZONE_STATUS",
  parameters: PARAMETERS,
  ...elementwise(status, PARAMETERS),
};

export const ZONE_STATUS: MeasureFunction = /* @__PURE__ */ describedFunction(STATUS_CALL, {
  formula: {
    zh: "完成值 ≥ 目标值 → 达到,否则 未达到",
    en: "actual ≥ target → 达到 (met), otherwise 未达到 (not met)",
  },
  source: {
    zh: "按单元格存储的数值比较,恰好等于目标为达到;比较可写 不低于(默认)、高于、不高于、低于 或 >=、>、<=、<。",
    en: "Compares the stored values; exactly on target is met. The comparison is one of >= (default), >, <=, < or its Chinese word.",
  },
  twin: {
    kind: "formula",
    write: ([actual = "", target = "", comparison], style) =>
      twinOfNumbers(
        [actual, target],
        `IF(${twinTest(actual, target, comparison)},"达到","未达到")`,
        style
      ),
  },
  examples: [
    { formula: "=ZONE_STATUS(16.41,16)", inputs: [16.41, 16], result: "达到" },
    { formula: "=ZONE_STATUS(-17.92,17)", inputs: [-17.92, 17], result: "未达到" },
    {
      formula: '=ZONE_STATUS(0.86,0.9,"不高于")',
      inputs: [0.86, 0.9, "不高于"],
      result: "达到",
    },
  ],
});

/** The test as Excel writes it: one sign for a literal, a choice by the cell's word where the comparison is a cell. */
function twinTest(actual: string, target: string, comparison: string | undefined): string {
  const test = (sign: StatusComparison) => `${asOperand(actual)}${sign}${asOperand(target)}`;
  if (comparison === undefined || comparison === "") return test(">=");
  const literal = /^"(.*)"$/u.exec(comparison)?.[1];
  if (literal !== undefined) {
    const sign = COMPARISONS[literal.normalize("NFKC")];
    return sign === undefined ? INVALID : test(sign);
  }
  const choose = (sign: StatusComparison, otherwise: string) =>
    `IF(${isOneOf(comparison, wordsOf(sign))},${test(sign)},${otherwise})`;
  const byWord = choose(">=", choose(">", choose("<=", choose("<", invalid([comparison])))));
  return `IF(${isNone(comparison)},${test(">=")},${byWord})`;
}

function wordsOf(sign: StatusComparison): readonly string[] {
  return Object.entries(COMPARISONS)
    .filter(([, meaning]) => meaning === sign)
    .map(([word]) => word);
}
