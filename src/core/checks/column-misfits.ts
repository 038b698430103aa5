import type { Interval } from "../model/stated-number.ts";
import { median } from "./quality.ts";

/** A printed number, and what its operands allow it to be; both above zero, or there is no quotient. */
export interface Compared<T> {
  readonly row: T;
  readonly stated: number;
  readonly computed: Interval;
  /** What the printed number would be, were a minus that was lost put back. */
  readonly undone?: readonly number[];
}

/** Rows that do not go with their column, and what the others have in common. */
export interface Misfits<T> {
  readonly rows: ReadonlySet<T>;
  /** By so much the printed numbers of the others are more than the computed ones. */
  readonly factor: number;
  /** How far from that they usually are, as a part of the number. */
  readonly room: number;
}

const FEWEST_ROWS = 5;
/** In a column of less than three others per misfit nobody knows what the column is. */
const MOST = 0.25;
/** Beyond six times the usual scatter, and almost twice what the column is off by, a number is no part of it. */
const SCATTERS = 6;
const FACTOR = Math.log(1.8);
/** A lost sign tells itself where the number it was made of is what the column asks for, and this one is well away from that. */
const SLIPS_SCATTERS = 2;
const AT_RULE = 0.02;
const OFF_RULE = Math.log(1.15);
/** Of a normal scatter half the rows are nearer to the middle than this part of its deviation. */
const HALF_OF_NORMAL = 0.6745;
/** Operands that allow twice as much as they do at least say nothing of a number. */
const ROUGH = 2;

/**
 * Rows that do not follow what the rest of a deviating column has in common: another base, another whole, another scope
 * puts its numbers off by about one factor, and a number that is off by quite another is wrong by itself. Robust (median
 * and median deviation), so that the misfits do not make the rule. None where the column is too short or scatters too much.
 */
export function findMisfits<T>(compared: readonly Compared<T>[]): Misfits<T> {
  const telling = compared.filter(({ computed: { low, high } }) => low > 0 && high <= low * ROUGH);
  const quotients = telling.flatMap(({ stated, computed }) =>
    stated > 0 ? [logOf(stated, computed)] : []
  );
  const middle = median(quotients.map(({ low, high }) => (low + high) / 2));
  const scatter = median(quotients.map((one) => distance(one, middle))) / HALF_OF_NORMAL;
  const room = Math.max(AT_RULE, SLIPS_SCATTERS * scatter);
  const off = telling.filter(({ stated, computed, undone = [] }) => {
    const own = stated > 0 ? distance(logOf(stated, computed), middle) : Infinity;
    if (own > Math.max(FACTOR, SCATTERS * scatter)) return true;
    return (
      own > Math.max(OFF_RULE, SCATTERS * scatter) &&
      undone.some((other) => other > 0 && distance(logOf(other, computed), middle) <= room)
    );
  });
  const isTelling = compared.length >= FEWEST_ROWS && off.length <= compared.length * MOST;
  return {
    rows: new Set(isTelling ? off.map(({ row }) => row) : []),
    factor: Math.exp(middle),
    room,
  };
}

function logOf(stated: number, { low, high }: Interval): Interval {
  return { low: Math.log(stated / high), high: Math.log(stated / low) };
}

function distance({ low, high }: Interval, middle: number): number {
  return Math.max(0, low - middle, middle - high);
}
