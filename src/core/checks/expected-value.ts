import { observationAt } from "../model/table.ts";
import type { Field } from "../model/table.ts";
import type { Measure } from "../model/measure.ts";
import { fillingKey, isFilled, isOwnLevel } from "../model/filling.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import { readPlace } from "../model/table-index.ts";
import type { Filling, Place } from "../model/table-index.ts";
import { printedHalf } from "../model/printed-half.ts";
import { isSummable } from "./summable.ts";

const ENOUGH = 0.8;
const FEWEST_PEERS = 2;

/** Whether a number belongs in a blank cell: nearly all its peers have one, or its own row needs it. */
export function isExpected(place: Place): boolean {
  // It is no zone of their kind: what every county gives, an office gives of itself only where its own row needs it.
  if (isOwnLevel(place.subject)) return isNeededByRow(place);
  const { filled, all } = peersOf(place);
  if (all >= FEWEST_PEERS) return filled / all >= ENOUGH;
  return (
    (all === 0 || filled === all) &&
    (isNeededByRow(place) || isGivenByAll(place) || isLeftByTotal(place))
  );
}

const FEWEST_OF_ALL = 4;

/** The one 旅游度假区 among industrial zones, whose row gives the indicator, as do all others, but for this number. */
function isGivenByAll({ index, subject, field }: Place): boolean {
  const others = index.table.subjects.filter(
    (other) => other.role === "zone" && other.index !== subject.index
  );
  const given = others.filter((other) => readPlace(index, other, field).kind === "number");
  const isInRow = index.table.fields.some(
    (other) =>
      other !== field &&
      other.indicator.id === field.indicator.id &&
      GIVEN.has(other.measure) &&
      readPlace(index, subject, other).kind === "number"
  );
  return isInRow && others.length >= FEWEST_OF_ALL && given.length >= others.length * ENOUGH;
}

/**
 * The one zone of its kind in a column that all others fill, whose typed total is more than they come to: what is left
 * belongs to the blank, if it is no larger than what the others give.
 */
function isLeftByTotal({ index, subject, field }: Place): boolean {
  if (!isSummable(field)) return false;
  return index.table.subjects.some((total) => {
    if (!total.members.includes(subject.index)) return false;
    const stated = readPlace(index, total, field);
    if (stated.kind !== "number" || stated.observation.formula !== null) return false;
    const others = total.members.flatMap((member) => {
      const other = index.table.subjects[member];
      const reading = other === undefined ? undefined : readPlace(index, other, field);
      return reading?.kind === "number" ? [reading.stated] : [];
    });
    if (others.length < FEWEST_OF_ALL || others.length !== total.members.length - 1) return false;
    const left = stated.stated.value - others.reduce((sum, { value }) => sum + value, 0);
    const tail = [stated.stated, ...others].reduce((sum, one) => sum + printedHalf(one), 0);
    const largest = Math.max(...others.map(({ value }) => value));
    // Beyond rounding, and beyond the binary noise of a sum.
    return left > tail + largest * 1e-9 && left <= largest;
  });
}

const GIVEN: ReadonlySet<Measure> = new Set(["actual", "actual-month", "growth"]);

/** The other zones of the same kind that the field has a cell for. */
export function peersOf({ index, subject, field }: Place): Filling {
  const { filled, all } = index.filling.get(fillingKey(field.index, subject)) ?? {
    filled: 0,
    all: 0,
  };
  const own = observationAt(index.table, subject.index, field.index);
  if (own === undefined || subject.role !== "zone") return { filled, all };
  return { filled: filled - (isFilled(own) ? 1 : 0), all: all - 1 };
}

const NEEDING_A_LEVEL: readonly Measure[] = [
  "prior",
  "growth",
  "share",
  "attainment",
  "increase",
  "done",
  "remaining",
];

/**
 * A level is needed where the row has a growth, share, prior or finished part of it, or a place by it. A growth is needed where the row has both levels and
 * nearly all rows of its kind give theirs: many offices print none of 户 and 个.
 */
function isNeededByRow({ index, subject, field }: Place): boolean {
  if (isRanked({ index, subject, field })) return true;
  if (field.measure !== "growth") {
    return NEEDING_A_LEVEL.some((measure) => hasNumber(index, subject, field, measure));
  }
  const hasLevels = (of: Field): boolean =>
    hasNumber(index, subject, of, "actual") && hasNumber(index, subject, of, "prior");
  if (!hasLevels(field)) return false;
  const peers = index.table.fields.filter(
    (other) =>
      other !== field &&
      other.line === field.line &&
      other.measure === "growth" &&
      other.indicator.kind === field.indicator.kind &&
      hasLevels(other)
  );
  const given = peers.filter((other) => readPlace(index, subject, other).kind === "number");
  return peers.length >= FEWEST_PEERS && given.length >= peers.length * ENOUGH;
}

const RANKED: ReadonlySet<Measure> = new Set(["actual", "growth", "share", "attainment", "rate"]);

/** 位次 | 开发区 | 总量: a zone that has its place has the number it is the place of, where the list gives no other. */
function isRanked({ index, subject, field }: Place): boolean {
  if (!hasNumber(index, subject, field, "rank")) return false;
  const ranked = index.table.fields.filter(
    ({ indicator, measure }) => indicator.id === field.indicator.id && RANKED.has(measure)
  );
  return ranked.length === 1 && ranked[0] === field;
}

function hasNumber(
  index: Place["index"],
  subject: Place["subject"],
  field: Field,
  measure: Measure
): boolean {
  const other = findField(index, field.indicator.id, measure, field, isPriorPeriod);
  return readPlace(index, subject, other).kind === "number";
}
