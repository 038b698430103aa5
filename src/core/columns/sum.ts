import Big from "big.js";
import { toDecimal } from "../model/decimal.ts";
import { halfDigit } from "../model/interval.ts";
import { ERROR, HALF, NOISE } from "../model/near.ts";
import type { SumRelation } from "./relation.ts";
import { UNDECIDED } from "./screen.ts";
import { FIRST_NUMBER, KIND } from "./typed-column.ts";
import { VERDICT, verdictOnClaim, verdictOnOperand } from "./verdict.ts";

/**
 * Judges a typed total against its members: it may be off by half a last digit of the column for each of them and for
 * itself, and by the binary noise of a sum. A blank among the members adds nothing; what cannot be read leaves the sum
 * open.
 */
export function judgeSum(relation: SumRelation): number {
  const { column, total } = relation;
  const kind = column.kinds[total] ?? KIND.blank;
  if (kind < FIRST_NUMBER) return verdictOnClaim(kind);
  const code = screenSum(relation, kind);
  return code === UNDECIDED ? decide(relation) : code;
}

function screenSum({ column, total, members, decimals: kept }: SumRelation, kind: number): number {
  const { values, decimals, kinds } = column;
  const keptHalf = HALF[kept] ?? 0;
  const stated = values[total] ?? 0;
  const totalHalf = Math.min(keptHalf, HALF[decimals[total] ?? 0] ?? 0);
  // A module's names are looked up anew each time, in some bundles.
  const isStated = KIND.stated;
  let sum = 0;
  let size = 0;
  let plain = 0;
  let others = 0;
  let allowed = kind === KIND.stated ? totalHalf : 0;
  for (let row = members.from; row < members.to; row += 1) {
    const value = values[row] ?? 0;
    const memberKind = kinds[row] ?? 0;
    if (memberKind === isStated && (decimals[row] ?? 0) <= kept) {
      plain += 1;
    } else if (memberKind >= FIRST_NUMBER) {
      others += 1;
      if (memberKind === KIND.stated) allowed += HALF[decimals[row] ?? 0] ?? 0;
    } else if (memberKind === KIND.error || memberKind === KIND.unreadable) {
      return verdictOnOperand(memberKind);
    } else continue;
    sum += value;
    size += Math.abs(value);
  }
  const count = plain + others;
  if (count === 0) return VERDICT.missing;
  allowed += plain * keptHalf + size * NOISE;
  const off = Math.abs(stated - sum);
  // Adding n doubles one by one is off by at most n roundings of the largest partial sum.
  const margin = (ERROR + count * 2.3e-16) * 2 * (size + Math.abs(stated) + allowed);
  if (off > allowed + margin) return VERDICT.disagrees;
  return off < allowed - margin ? VERDICT.fits : UNDECIDED;
}

function decide({ column, total, members, decimals: kept }: SumRelation): number {
  const { values, decimals, kinds } = column;
  const half = (row: number): Big =>
    kinds[row] === KIND.stated ? halfDigit(Math.max(kept, decimals[row] ?? 0)) : new Big(0);
  let sum = new Big(0);
  let allowed = half(total);
  for (let row = members.from; row < members.to; row += 1) {
    if ((kinds[row] ?? 0) < FIRST_NUMBER) continue;
    const value = toDecimal(values[row] ?? 0);
    sum = sum.plus(value);
    allowed = allowed.plus(half(row)).plus(value.abs().times(NOISE));
  }
  const off = toDecimal(values[total] ?? 0)
    .minus(sum)
    .abs();
  return off.lte(allowed) ? VERDICT.fits : VERDICT.disagrees;
}
