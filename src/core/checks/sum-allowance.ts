import Big from "big.js";
import { halfDigit } from "../model/interval.ts";
import { readAtColumn } from "../model/column-precision.ts";
import { toDecimal } from "../model/decimal.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { NumberReading } from "../model/table-index.ts";
import { countAdditions, parseSumFormula } from "../workbook/sum-formula.ts";

/** How far a total may be off the sum of its members. */
export interface Allowance {
  /** With the digits the column is kept with. */
  readonly high: Big;
  /** With the digits each number has by itself; never less. */
  readonly soft: Big;
  /** The total adds up these very cells. */
  readonly isOwnFormula: boolean;
}

/** Binary noise of a sum, relative to its members. */
const NOISE = new Big("1e-9");

/**
 * Rounded members: half a last digit each, and half for a total that was rounded too: (n+1)/2 digits for a typed
 * total, n/2 for one by formula from elsewhere, none for one that adds up these very cells (but its own ROUND).
 */
export function allowanceFor(
  total: NumberReading,
  members: readonly NumberReading[],
  negligible: number
): Allowance {
  const decimals = total.place.index.columnOf.get(total.place.field)?.decimals ?? 0;
  const size = members.reduce((all, member) => all + Math.abs(member.stated.value), 0);
  const noise = toDecimal(size).times(NOISE);
  const { formula } = total.observation;
  const sum = formula === null ? undefined : parseSumFormula(formula);
  const isOwn =
    sum !== undefined && members.some((member) => countAdditions(sum, member.observation.at) > 0);
  const tiny = halfDigit(decimals).times(negligible);
  if (isOwn) {
    const rounding = sum.isRounded ? halfDigit(total.stated.decimals) : new Big(0);
    const high = noise.plus(rounding).plus(tiny);
    return { high, soft: high, isOwnFormula: true };
  }
  const ofTotal = formula === null ? half(total.stated) : new Big(0);
  const added = (read: (stated: StatedNumber) => StatedNumber): Big =>
    halvesOf(members.map(({ stated }) => read(stated))).plus(ofTotal.plus(noise).plus(tiny));
  return {
    high: added((stated) => readAtColumn(stated, decimals)),
    soft: added((stated) => stated),
    isOwnFormula: false,
  };
}

/** Counted by their digits: thousands of members have one or two kinds of halves. */
function halvesOf(numbers: readonly StatedNumber[]): Big {
  const counts = new Map<number, number>();
  let others = new Big(0);
  for (const stated of numbers) {
    if (stated.precision === "stated" && (stated.spread ?? 0) === 0)
      counts.set(stated.decimals, (counts.get(stated.decimals) ?? 0) + 1);
    else others = others.plus(half(stated));
  }
  return [...counts].reduce(
    (sum, [decimals, count]) => sum.plus(halfDigit(decimals).times(count)),
    others
  );
}

function half(stated: StatedNumber): Big {
  const own = stated.precision === "stated" ? halfDigit(stated.decimals) : new Big(0);
  const { spread = 0, origin } = stated;
  // What the members of a SUM leave open is counted with them.
  return spread === 0 || origin === "formula" ? own : own.plus(toDecimal(spread));
}
