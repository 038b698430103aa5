import type { Operand } from "../findings/finding-base.ts";
import {
  divide,
  constant,
  growthOf,
  minus,
  overlaps,
  quantityOf,
  rangeOf,
  scale,
} from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { Address } from "../workbook/address.ts";

/** An amount with no more digits than its operands carry. */
export interface Amount {
  readonly value: number;
  readonly decimals: number;
}

/** What a target that is not reached still asks for, in the unit of the level. */
export interface StillNeeded {
  readonly unit: string | null;
  /** What is lacking at this time: target × base of the same months, less what is done. */
  readonly now: Amount | null;
  /** What the rest of the year must bring; null where the book does not have the whole year's base or target. */
  readonly rest: Amount | null;
  /**
   * implied: the base is worked back from the printed growth, as 同口径 growth is not on last year's printed level ·
   * whole: of a share, its whole as it stands.
   */
  readonly base: "stated" | "implied" | "whole" | "none";
  /** Months of the year after the period; null where the period does not say. */
  readonly monthsLeft: number | null;
  readonly operands: readonly Operand[];
  /** Of a total: which of its zones fall short, the largest first. */
  readonly shortfalls: readonly Shortfall[];
}

export interface Shortfall {
  readonly zone: string;
  readonly amount: Amount;
  readonly at: Address;
}

/** target − actual. */
export function neededForLevel(actual: StatedNumber, target: number): Amount | null {
  return toAmount(minus(constant(target), quantityOf(actual)), [actual.decimals]);
}

/**
 * base × (1 + target ÷ 100) − actual: for the base of the same months what is lacking now, for that of the whole of
 * last year what the rest of the year must bring.
 */
export function neededForGrowth(
  actual: StatedNumber,
  base: { readonly quantity: Quantity; readonly decimals: number },
  targetGrowth: number
): Amount | null {
  const aim = scale(base.quantity, Number((1 + targetGrowth / 100).toPrecision(15)));
  return toAmount(minus(aim, quantityOf(actual)), [actual.decimals, base.decimals]);
}

/** whole × target ÷ 100 − part, for a whole that stays what it is. */
export function neededForShare(
  part: StatedNumber,
  whole: { readonly quantity: Quantity; readonly decimals: number },
  targetShare: number
): Amount | null {
  const aim = scale(whole.quantity, Number((targetShare / 100).toPrecision(15)));
  return toAmount(minus(aim, quantityOf(part)), [part.decimals, whole.decimals]);
}

/** Last year's level behind a printed growth: actual ÷ (1 + growth ÷ 100); undefined at −100 % and below. */
export function impliedBase(actual: StatedNumber, growth: StatedNumber): Quantity | undefined {
  const factor = scale(minus(quantityOf(growth), constant(-100)), 0.01);
  return divide(quantityOf(actual), factor);
}

/** Whether a printed growth can be that of these two levels. */
export function isGrowthOf(
  growth: StatedNumber,
  actual: StatedNumber,
  prior: StatedNumber
): boolean {
  const computed = growthOf(quantityOf(actual), quantityOf(prior));
  return computed !== undefined && overlaps(computed.range, rangeOf(growth));
}

/** Rounded to the coarsest operand, and further where the operands' rounding moves the last place by more than one. */
function toAmount(quantity: Quantity, decimals: readonly number[]): Amount | null {
  const doubt = (toNumber(quantity.range.high) - toNumber(quantity.range.low)) / 2;
  let places = Math.min(...decimals);
  while (places > 0 && doubt > 10 ** -places * (1 + 1e-9)) places -= 1;
  const value = Number(roundRatio(quantity.value, places).toString());
  return value > 0 ? { value, decimals: places } : null;
}
