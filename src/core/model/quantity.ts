import { subtract, toDecimal } from "./decimal.ts";

declare const brand: unique symbol;

/** A rate in the unit of the sheets: 61.53 means 61.53 %. */
export type Percent = number & { readonly [brand]: "percent" };
/** The difference of two rates: 10.1 means 10.1 个百分点. */
export type PercentagePoints = number & { readonly [brand]: "percentage-points" };
/** A rate as Excel stores it under a percent format: 0.6153 means 61.53 %. */
export type Fraction = number & { readonly [brand]: "fraction" };

export const percent = (value: number): Percent => value as Percent;
export const percentagePoints = (value: number): PercentagePoints => value as PercentagePoints;
export const fraction = (value: number): Fraction => value as Fraction;

/** 0.6153 → 61.53, on decimals, since 0.6153 × 100 is 61.529999999999994 in binary. */
export function toPercent(value: Fraction): Percent {
  return percent(toDecimal(value).times(100).toNumber());
}

/** Percent − Percent = PercentagePoints; the sign is that of the difference. */
export function subtractRates(rate: Percent, reference: Percent): PercentagePoints {
  return percentagePoints(subtract(rate, reference));
}
