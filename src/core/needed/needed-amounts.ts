/** What a growth, a share or a level that misses its target lacks, in the unit of the level. */

import type { CheckContext } from "../checks/check.ts";
import { operandOf } from "../checks/describe.ts";
import { inUnitOf, isNotDue, targetAt } from "../checks/target-at.ts";
import { findWholes } from "../checks/wholes.ts";
import type { Operand } from "../findings/finding.ts";
import { constant, overlaps, quantityOf, rangeOf, scale, shareOf } from "../model/interval.ts";
import { periodOf, readPlace } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { isWholeYear } from "../rules/target-columns.ts";
import type { Target } from "../rules/target.ts";
import {
  impliedBase,
  isGrowthOf,
  neededForGrowth,
  neededForLevel,
  neededForShare,
} from "./still-needed.ts";
import type { Amount, Shortfall, StillNeeded } from "./still-needed.ts";
import { baseOf, readBeside } from "./beside-growth.ts";

interface Amounts extends Pick<StillNeeded, "now" | "rest"> {
  readonly needed: Omit<StillNeeded, "shortfalls">;
  readonly at: Shortfall["at"];
}

/** What one cell lacks of `target`; null where nothing can be said. */
export function amountsAt(context: CheckContext, place: Place, target: number): Amounts | null {
  if (place.field.indicator.direction === "lower-is-better") return null;
  switch (place.field.measure) {
    case "growth":
      return amountsOfGrowth(context, place, target);
    case "share":
      return amountsOfShare(context, place, target);
    case "actual":
    case "done":
      return place.field.indicator.kind === "rate" ? null : amountsOfLevel(context, place, target);
    default:
      return null;
  }
}

function amountsOfLevel(context: CheckContext, place: Place, target: number): Amounts | null {
  const reading = readPlace(place.index, place.subject, place.field);
  if (reading.kind === "none") return null;
  const required = targetAt(context, place);
  const amount = neededForLevel(reading.stated, target);
  if (amount === null) return null;
  const isOfYear = isForTheYear(required, place);
  return toAmounts(reading, [], {
    now: isOfYear ? null : amount,
    rest: isOfYear ? amount : null,
    base: "none",
  });
}

/**
 * 占工业投资 82 %: of the whole that the header names or the printed share fits, less what is done. Where the book sets
 * the whole's amount for the year, the rest of the year must bring the share of that.
 */
function amountsOfShare(context: CheckContext, place: Place, target: number): Amounts | null {
  const share = readPlace(place.index, place.subject, place.field);
  if (share.kind === "none") return null;
  for (const whole of findWholes(context, place.field)) {
    const part =
      whole.part === null
        ? readBeside(context, place, "actual")
        : readPlace(place.index, place.subject, whole.part);
    const value = whole.valueFor(place.subject);
    if (part?.kind !== "number" || value === undefined) continue;
    const factor = unitFactor(value.unit, part.place.field.unit);
    if (factor === undefined) continue;
    const by = factor * value.scale;
    const quantity = scale(quantityOf(value.stated), by);
    const computed = shareOf(quantityOf(part.stated), quantity);
    // A share that its own whole does not give says nothing of what is lacking.
    if (computed === undefined || !overlaps(computed.range, rangeOf(share.stated))) continue;
    const decimals = Math.max(0, value.stated.decimals - Math.round(Math.log10(by)));
    return toAmounts(part, [], {
      now: neededForShare(part.stated, { quantity, decimals }, target),
      rest: restOfShare(context, part, value.reading, target),
      base: "whole",
      whole: value.operand,
    });
  }
  return null;
}

/** The share of the whole's amount for the year, less what is done. */
function restOfShare(
  context: CheckContext,
  part: NumberReading,
  whole: NumberReading | null,
  target: number
): Amount | null {
  if (whole === null) return null;
  const aim = targetAt({ ...context, index: whole.place.index }, whole.place);
  if (aim?.rule.kind !== "annual-level") return null;
  const value = inUnitOf(aim, part.place.field.unit);
  if (value === undefined) return null;
  return neededForShare(
    part.stated,
    { quantity: constant(value), decimals: part.stated.decimals },
    target
  );
}

/** A year's amount is due at its end; one for a part of the year is due now. */
function isForTheYear(required: Target | undefined, place: Place): boolean {
  const period = periodOf(place.index.table, place.field);
  const isYear = period !== null && isWholeYear(period);
  return required !== undefined && isNotDue(required.rule, isYear);
}

function amountsOfGrowth(context: CheckContext, place: Place, target: number): Amounts | null {
  const growth = readPlace(place.index, place.subject, place.field);
  const actual = readBeside(context, place, "actual");
  if (growth.kind === "none" || actual === undefined) return null;
  const prior = readBeside(context, place, "prior");
  const year = readBeside(context, place, "prior-year");
  const stated =
    prior !== undefined && isGrowthOf(growth.stated, actual.stated, prior.stated)
      ? baseOf(prior, actual)
      : undefined;
  const implied = stated === undefined ? impliedBase(actual.stated, growth.stated) : undefined;
  const base =
    stated ??
    (implied === undefined ? undefined : { quantity: implied, decimals: actual.stated.decimals });
  const ofYear = year === undefined ? undefined : baseOf(year, actual);
  const now = base === undefined ? null : neededForGrowth(actual.stated, base, target);
  const period = periodOf(actual.place.index.table, actual.place.field);
  const isOver = period !== null && isWholeYear(period);
  const rest =
    ofYear === undefined || isOver ? null : neededForGrowth(actual.stated, ofYear, target);
  if (now === null && rest === null) return null;
  const operands = [
    ...(stated !== undefined && prior !== undefined ? [{ role: "prior", reading: prior }] : []),
    ...(rest !== null && year !== undefined ? [{ role: "prior-year", reading: year }] : []),
  ];
  return toAmounts(actual, operands, {
    now,
    rest,
    base: stated === undefined ? "implied" : "stated",
  });
}

function toAmounts(
  actual: NumberReading,
  others: readonly { readonly role: string; readonly reading: NumberReading }[],
  amounts: Pick<StillNeeded, "now" | "rest" | "base"> & { readonly whole?: Operand }
): Amounts {
  const { whole, ...said } = amounts;
  const first = operandOf("actual", actual);
  return {
    now: amounts.now,
    rest: amounts.rest,
    at: {
      sheet: actual.place.index.table.sheet,
      area: { ...actual.observation.at, rows: 1, columns: 1 },
    },
    needed: {
      ...said,
      unit: first.unit,
      monthsLeft: monthsLeft(actual),
      operands: [
        first,
        ...others.map(({ role, reading }) => operandOf(role, reading)),
        ...(whole === undefined ? [] : [whole]),
      ],
    },
  };
}

function monthsLeft({ place }: NumberReading): number | null {
  const period = periodOf(place.index.table, place.field);
  const done =
    period?.kind === "cumulative"
      ? period.months
      : period?.kind === "stock"
        ? period.month
        : undefined;
  return done === undefined || done >= 12 ? null : 12 - done;
}
