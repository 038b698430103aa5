import { compareDecimals } from "../model/decimal.ts";
import type { Comparison } from "../rules/target-rule.ts";

/** Holds a stored value against a target, exactly: 17.00 meets 17, 16.96 does not. */
export function meets(actual: number, comparison: Comparison, target: number): boolean {
  const order = compareDecimals(actual, target);
  switch (comparison) {
    case "at-least":
      return order >= 0;
    case "above":
      return order > 0;
    case "at-most":
      return order <= 0;
    case "below":
      return order < 0;
  }
}

const SIGNS: Readonly<Record<Comparison, readonly [met: string, unmet: string]>> = {
  "at-least": ["≥", "<"],
  above: [">", "≤"],
  "at-most": ["≤", ">"],
  below: ["<", "≥"],
};

/** "16.96 < 17": how a value stands to a target, as the target compares. */
export function comparisonText(actual: number, comparison: Comparison, target: number): string {
  const [met, unmet] = SIGNS[comparison];
  return `${actual} ${meets(actual, comparison, target) ? met : unmet} ${target}`;
}

/** The values that would meet it, as an interval with one open side. */
export function requiredRange(
  comparison: Comparison,
  target: number
): { readonly low: number | null; readonly high: number | null } {
  return comparison === "at-least" || comparison === "above"
    ? { low: target, high: null }
    : { low: null, high: target };
}
