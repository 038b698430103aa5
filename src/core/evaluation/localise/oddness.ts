import { countDecimals } from "../../model/decimal.ts";
import type { Interval } from "../../model/stated-number.ts";
import { findField } from "../../model/find-field.ts";
import { isPriorPeriod } from "../../model/same-period.ts";
import { readPlace } from "../../model/table-index.ts";
import type { NumberReading } from "../../model/table-index.ts";
import { unitFactor } from "../../model/unit-factor.ts";
import { peersOf } from "./peers.ts";
import type { Explanation } from "./search.ts";

/** Fewer numbers beside it say nothing of what a column is like. */
const FEWEST_PEERS = 3;

/**
 * How much better the cells of a set would fit in with what stands about them, were they what the set asks for: with
 * their column, with last year's value and the growth printed beside it, with the digits of their column. In powers of
 * ten, so that what several contexts say adds up; negative where right cells would be made odd.
 */
export function gainOf({ suspects, values }: Explanation): number {
  return suspects.reduce((sum, { key, reading }) => {
    const range = values.get(key);
    if (reading === null || range === undefined) return sum;
    const now = reading.stated.value;
    const then = nearestTo(now, range);
    if (then === undefined) return sum;
    const gain = oddness(reading, now) - oddness(reading, then);
    return sum + gain + (isMoved(now, then) ? oddDigits(reading) : 0);
  }, 0);
}

/** The middle of a range, or its one end. */
function nearestTo(value: number, { low, high }: Interval): number | undefined {
  if (Number.isFinite(low) && Number.isFinite(high)) return (low + high) / 2;
  if (Number.isFinite(low)) return Math.max(low, value);
  return Number.isFinite(high) ? Math.min(high, value) : undefined;
}

function oddness(reading: NumberReading, value: number): number {
  return besideItself(reading, value) + amongPeers(reading, value);
}

/** How far a level is from what last year's value and the printed growth ask for; last year's level likewise. */
function besideItself({ place }: NumberReading, value: number): number {
  const { index, subject, field } = place;
  const isPrior = field.measure === "prior";
  if (!isPrior && field.measure !== "actual") return 0;
  const otherField = isPrior
    ? findField(index, field.indicator.id, "actual", field, (a, b) => isPriorPeriod(b, a))
    : findField(index, field.indicator.id, "prior", field, isPriorPeriod);
  const other = readPlace(index, subject, otherField);
  if (other.kind === "none") return 0;
  const factor = unitFactor(other.place.field.unit, field.unit);
  if (factor === undefined) return 0;
  const growth = readPlace(
    index,
    subject,
    findField(index, field.indicator.id, "growth", isPrior ? other.place.field : field)
  );
  const base = other.stated.value * factor;
  const grown = growth.kind === "number" ? 1 + growth.stated.value / 100 : 1;
  const times = grown > 0 ? grown : 1;
  // The growth may be what is wrong: a level is odd that goes neither with last year's nor with it.
  return Math.min(
    logDistance(value, base),
    logDistance(value, base * (isPrior ? 1 / times : times))
  );
}

/** What few numbers beside it say of a column is true within a power of ten. */
const ROUGHLY = 1;
/** 全市 is no more than some dozens of its zones. */
const OF_ZONES = 2;

/** How far a number is beyond all others of its column: a zone's beyond the zones', 全市 beyond what holds them. */
function amongPeers(reading: NumberReading, value: number): number {
  const { subject, field } = reading.place;
  const { count, low, high } = peersOf(reading);
  if (count === 0) return 0;
  // Growths, differences and targets have no scale: one of them may well be far from the others.
  const isLevel = field.measure === "actual" || field.measure === "prior";
  if (!isLevel || field.indicator.kind === "rate" || low <= 0) return 0;
  if (subject.role !== "zone") {
    if (subject.role !== "reference") return 0;
    return value < high
      ? logDistance(value, high)
      : Math.max(0, logDistance(value, high) - OF_ZONES);
  }
  if (value >= low && value <= high) return 0;
  const distance = logDistance(value, value > high ? high : low);
  return count < FEWEST_PEERS ? Math.max(0, distance - ROUGHLY) : distance;
}

/** What is of another sign is as odd as what is ten times as large. */
function logDistance(a: number, b: number): number {
  return a * b > 0 ? Math.abs(Math.log10(a / b)) : 1;
}

/** Whether a number would be another with its point moved: only then do its digits tell. */
function isMoved(now: number, then: number): boolean {
  const power = Math.log10(now / then);
  return Math.round(power) !== 0 && Math.abs(power - Math.round(power)) < 0.01;
}

/** One number in ten ends on a nought that is not typed; hardly one has more digits than all others. */
const NOUGHT = 0.1;
const MORE = 0.01;

/** How rare it is in its column that a typed number has so few or so many digits: a point that moved leaves a trace. */
function oddDigits(reading: NumberReading): number {
  const { observation, stated } = reading;
  if (observation.formula !== null || stated.precision !== "stated") return 0;
  if (reading.place.subject.role !== "zone") return 0;
  const { digits } = peersOf(reading);
  const typed = digits.reduce((all, count) => all + count, 0);
  if (typed < FEWEST_PEERS) return 0;
  const own = countDecimals(stated.value);
  const usual = digits.reduce((last, count, places) => (count > 0 ? places : last), 0);
  if (own === usual) return 0;
  const isFewer = own < usual;
  const alike = digits.reduce(
    (all, count, places) => ((isFewer ? places <= own : places >= own) ? all + count : all),
    0
  );
  const chance = isFewer ? NOUGHT ** (usual - own) : MORE;
  return -Math.log10(Math.max(chance, (alike + chance) / (typed + 1)));
}
