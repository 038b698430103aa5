import type { Hint } from "../../findings/finding.ts";
import { roundTo } from "../../model/decimal.ts";
import type { Interval } from "../../model/stated-number.ts";
import type { NumberReading } from "../../model/table-index.ts";
import { shownDecimals } from "../../checks/describe.ts";

/** A typing slip, and the number it was made of. */
export interface Slip {
  readonly hint: Hint;
  readonly likely: number;
}

const POINT_SLIPS = [1, -1, 2, -2, 3, -3] as const;
const UNIT_SLIPS = [4, -4, 8, -8] as const;
/** In a range wider than this part of the number, some slip would fit by chance. */
const NARROW = 0.1;

/** The slip that explains what stands in a cell, where exactly one number of the range that would do makes it. */
export function findSlip(reading: NumberReading, range: Interval | undefined): Slip | undefined {
  const { value } = reading.stated;
  if (range === undefined || value === 0) return undefined;
  const decimals = shownDecimals(reading);
  const half = reading.stated.precision === "stated" ? 0.5 * 10 ** -decimals : 0;
  const middle = (range.low + range.high) / 2;
  const isNarrow = range.high - range.low <= Math.max(NARROW * Math.abs(middle), 2 * half);
  if (!Number.isFinite(middle) || !isNarrow) return undefined;
  // No slip makes a number out of nothing: 1 is not 0 with its point moved.
  const fits = ({ likely }: Slip): boolean =>
    likely !== value && likely !== 0 && likely >= range.low - half && likely <= range.high + half;
  // Things counted are never fewer than none, and whole: 15 is not 2 with its point moved.
  const isCount = reading.place.field.unit?.family === "count";
  const mayBeCount = ({ hint, likely }: Slip): boolean =>
    hint !== "minus-lost" && (hint === "digits-swapped" || isMultiple(value, likely));
  const found = slipsOf(value, decimals)
    .filter((slip) => !isCount || mayBeCount(slip))
    .filter(({ hint }) => hint !== "minus-lost" || mayBeNegative(reading))
    .filter(fits);
  const numbers = new Set(found.map(({ likely }) => likely));
  return numbers.size === 1 ? found[0] : undefined;
}

/** Marks are given or taken off: that one has lost its minus is likely only where the column prints others. */
function mayBeNegative({ place: { index, field } }: NumberReading): boolean {
  if (field.unit?.family !== "score") return true;
  return index.table.cells.some((row) => {
    const content = row[field.index]?.content;
    return content?.kind === "number" && content.stated.value < 0;
  });
}

function isMultiple(a: number, b: number): boolean {
  const [small, large] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))];
  return small > 0 && Number.isInteger(Math.log10(large / small));
}

function slipsOf(value: number, decimals: number): readonly Slip[] {
  const moved = (hint: Hint, power: number): Slip => ({
    hint,
    likely: roundTo(Number((value * 10 ** -power).toPrecision(15)), decimals),
  });
  return [
    { hint: "minus-lost", likely: -value },
    ...POINT_SLIPS.map((power) => moved("point-moved", power)),
    ...UNIT_SLIPS.map((power) => moved("unit-slip", power)),
    ...swapsOf(value, decimals).map((likely): Slip => ({ hint: "digits-swapped", likely })),
  ];
}

function swapsOf(value: number, decimals: number): readonly number[] {
  const digits = Math.abs(value)
    .toFixed(Math.min(20, Math.max(0, decimals)))
    .replace(".", "");
  return Array.from({ length: Math.max(0, digits.length - 1) }, (_, at) => {
    const [first = "", second = ""] = [digits[at], digits[at + 1]];
    if (first === second) return [];
    const swapped = `${digits.slice(0, at)}${second}${first}${digits.slice(at + 2)}`;
    return [roundTo((Math.sign(value) * Number(swapped)) / 10 ** decimals, decimals)];
  }).flat();
}
