import { roundTo } from "../../core/index.ts";

/** Part of a whole in percent, as the form prints it. */
export function share(part: number, whole: number, decimals = 2): number {
  return roundTo((part / whole) * 100, decimals);
}

/** Nominal growth in percent, as the form prints it. */
export function growth(current: number, prior: number, decimals = 2): number {
  return roundTo((current / prior - 1) * 100, decimals);
}

/** Difference of two rates in points, as the form prints it. */
export function difference(rate: number, reference: number, decimals: number): number {
  return roundTo(rate - reference, decimals);
}

/** Place in the ranking, larger first. */
export function rankOf(value: number, values: readonly number[]): number {
  return 1 + values.filter((other) => other > value).length;
}

export function verdict(actual: number, target: number): "达到" | "未达到" {
  return actual >= target ? "达到" : "未达到";
}
