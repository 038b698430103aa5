import type { Content } from "../model/table.ts";
import type { Measure } from "../model/measure.ts";

/** A column of amounts, by which 全市 is known for the sum of its rows or for something larger. */
export interface Amounts {
  readonly contents: readonly (Content | null)[];
  readonly formulas: readonly (string | null)[];
}

const ADDED: ReadonlySet<Measure> = new Set([
  "actual",
  "actual-month",
  "prior-month",
  "prior",
  "previous",
  "done",
  "remaining",
  "opening",
]);

/** Whether a measure's amounts add up over zones. Growth, shares, rates, targets and ranks never do. */
export function isAddedUp(measure: Measure): boolean {
  return ADDED.has(measure);
}

/** A column's numbers by row: NaN where there is none. Doubles will do, since every comparison has a rounding's room. */
export interface AmountColumn {
  readonly values: Float64Array;
  readonly decimals: Uint8Array;
  /** The digits most of its numbers have: a typed 8 among 8.05 and 7.93 is 8.00. */
  readonly usual: number;
  readonly formulas: readonly (string | null)[];
}

/** What stands for the digits of a formula's result that nothing rounds. */
const EXACT = 9;

export function toColumn({ contents, formulas }: Amounts): AmountColumn {
  const values = new Float64Array(contents.length).fill(Number.NaN);
  const decimals = new Uint8Array(contents.length);
  contents.forEach((content, i) => {
    if (content?.kind !== "number") return;
    values[i] = content.stated.value;
    decimals[i] = content.stated.precision === "exact" ? EXACT : content.stated.decimals;
  });
  const sorted = decimals
    .filter((places, i) => places < EXACT && !Number.isNaN(values[i] ?? Number.NaN))
    .sort();
  return { values, decimals, usual: sorted[sorted.length >> 1] ?? 0, formulas };
}

interface SumEvidence {
  readonly equal: number;
  readonly near: number;
  readonly other: number;
}

/** How many columns of amounts say that a row is the sum of these members. */
export function evidence(
  index: number,
  members: readonly number[],
  amounts: readonly AmountColumn[]
): SumEvidence {
  let [equal, near, other] = [0, 0, 0];
  for (const { values, decimals, usual } of amounts) {
    const stated = values[index] ?? Number.NaN;
    if (Number.isNaN(stated)) continue;
    let [total, parts, places] = [0, 0, decimals[index] ?? 0];
    for (const member of members) {
      const value = values[member] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      total += value;
      parts += 1;
      places = Math.min(places, decimals[member] ?? 0);
    }
    if (parts < 1 || parts < members.length / 2) continue;
    places = Math.max(places, usual);
    const distance = Math.abs(stated - total);
    if (distance <= ((parts + 1) / 2) * 10 ** -places + 1e-9) equal += 1;
    else if (distance <= Math.abs(total) * 0.02) near += 1;
    else other += 1;
  }
  return { equal, near, other };
}

function isOwnSum(index: number, amounts: readonly AmountColumn[]): boolean {
  return amounts.some(({ formulas }) => /^=\s*(?:SUM|SUBTOTAL)\(/iu.test(formulas[index] ?? ""));
}

/** A SUM over the rows says it outright; else the numbers do. Smaller than its rows, or without amounts, it is a reference. */
export function isSumOf(
  index: number,
  zones: readonly number[],
  amounts: readonly AmountColumn[]
): boolean {
  if (zones.length === 0) return false;
  if (isOwnSum(index, amounts)) return true;
  const { equal, near, other } = evidence(index, zones, amounts);
  if (equal === 0) return near > 0 && other === 0;
  return equal + near >= other;
}

/** Beside 合计, one column in which 全市 is the same may be a slip, as where 合计 was typed twice: more must be. */
export function isByChance(
  index: number,
  zones: readonly number[],
  amounts: readonly AmountColumn[]
): boolean {
  if (isOwnSum(index, amounts)) return false;
  const { equal, near, other } = evidence(index, zones, amounts);
  return equal < 2 || equal <= near + other;
}

export function fits(
  index: number,
  members: readonly number[],
  amounts: readonly AmountColumn[]
): boolean {
  if (members.length === 0) return false;
  const found = evidence(index, members, amounts);
  return found.equal > 0 && found.equal >= found.other + found.near;
}
