import Big from "big.js";
import type { Hint } from "../findings/finding.ts";
import { toDecimal } from "../model/decimal.ts";
import type { Ratio } from "../model/ratio.ts";
import { roundRatio, timesRatio, ratioOf, truncateRatio } from "../model/ratio.ts";

/** Powers of ten by which a decimal point slips, nearest first; 4 is 万 for 亿. */
const POINT_SLIPS = [1, -1, 2, -2, 3, -3] as const;
const UNIT_SLIPS = [4, -4, 8, -8] as const;

/**
 * The typing slip that turns the computed value into the stated one, if one does: cut off instead of rounded, minus
 * lost, decimal point moved, 万 for 亿, two neighbouring digits swapped (the difference is then divisible by 9).
 */
export function findHint(stated: number, computed: Ratio, decimals: number): Hint | null {
  const printed = toDecimal(stated);
  if (printed.eq(0) || computed.num.eq(0)) return null;
  if (truncateRatio(computed, decimals).eq(printed)) return "truncated";
  const rounded = roundRatio(computed, decimals);
  if (rounded.times(-1).eq(printed)) return "minus-lost";
  if (POINT_SLIPS.some((power) => isSlip(printed, computed, power, decimals))) return "point-moved";
  if (UNIT_SLIPS.some((power) => isSlip(printed, computed, power, decimals))) return "unit-slip";
  return isSwap(printed, rounded, decimals) ? "digits-swapped" : null;
}

function isSlip(printed: Big, computed: Ratio, power: number, decimals: number): boolean {
  const shifted = timesRatio(computed, ratioOf(new Big(10).pow(power)));
  const places = Math.max(0, Math.min(decimals, decimals - power));
  return roundRatio(shifted, places).eq(printed.round(places, Big.roundHalfUp)) && !printed.eq(0);
}

function isSwap(a: Big, b: Big, decimals: number): boolean {
  if (a.s !== b.s) return false;
  const left = a.abs().toFixed(decimals).replace(".", "");
  const right = b.abs().toFixed(decimals).replace(".", "");
  if (left.length !== right.length) return false;
  const apart = Array.from({ length: left.length }, (_, index) => index).filter(
    (index) => left.charAt(index) !== right.charAt(index)
  );
  const [first, second] = apart;
  if (apart.length !== 2 || first === undefined || second !== first + 1) return false;
  return left[first] === right[second] && left[second] === right[first];
}
