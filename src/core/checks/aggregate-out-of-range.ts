import type { NotEvaluableReason, Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import { formatFixed } from "../findings/format-number.ts";
import { growthOf, judge as judgeNumber, quantityOf } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import { toDecimal } from "../model/decimal.ts";
import { compareRatio, toNumber } from "../model/ratio.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import type { Check } from "./check.ts";
import { addressOf, found, notEvaluable, operandOf, passed, shownDecimals } from "./describe.ts";
import { isOfStatedPlan } from "./wholes.ts";
import { leafMembers } from "../model/leaf-members.ts";
import { readClaim } from "./read-claim.ts";
import { aboutCell, quantityIn } from "./relation.ts";
import { allowanceFor } from "./sum-allowance.ts";

const ID = "aggregate-out-of-range";

/**
 * The growth, attainment or rate of a total, and its share in another indicator, lies between the smallest and the
 * largest of its members: true for every weighting, so that the basis of the growth does not matter.
 */
export const aggregateOutOfRange: Check = {
  id: ID,
  severity: "warning",
  run: ({ index }) => {
    const fields = index.table.fields.filter(isWeightedMean);
    const totals = index.table.subjects.filter(
      ({ role }) => role === "total" || role === "subtotal"
    );
    return totals.flatMap((subject) => {
      const members = leafMembers(index.table, subject);
      return fields.flatMap((field) => judge({ index, subject, field }, members));
    });
  },
};

/** 拉动力, 贡献率: what each part adds to the whole, all of which together is the whole's. */
const ADDED_UP = /拉动|贡献/u;

/** A share in 全市 or in the total adds up over zones; one in another indicator of the same row is a mean. */
function isWeightedMean(field: Field): boolean {
  switch (field.measure) {
    case "growth":
    case "fall":
      return field.against === null && field.indicator.kind !== "rate";
    case "share":
      return field.against?.kind === "indicator";
    case "attainment":
      // What its own header prints as the plan may be that of all together.
      return field.indicator.kind !== "rate" && !isOfStatedPlan(field);
    case "rate":
      return true;
    default:
      return (
        field.measure === "actual" &&
        field.indicator.kind === "rate" &&
        !ADDED_UP.test(field.indicator.name)
      );
  }
}

function judge(place: Place, members: readonly Subject[]): readonly Outcome[] {
  const claim = readClaim(ID, place);
  if (claim.kind === "none" || members.length === 0) return [];
  if (claim.kind === "outcome") return [claim.outcome];
  const { reading } = claim;
  const at = addressOf(place.index, reading.observation.at);
  const readings = readMembers(place, members);
  if (typeof readings === "string") return [notEvaluable(ID, at, readings)];
  // 占工业投资比重 of industries that make it up, 占全市年度任务%: parts of one whole, and no mean of theirs.
  const isPart = place.field.measure === "share" || place.field.measure === "attainment";
  if (isPart && readings.length > 1 && addsUp(reading, readings)) return [passed(ID, at, false)];
  return judgeSpan(reading, readings);
}

/** Whether a number lies between the smallest and the largest of those it is a mean of. */
export function judgeSpan(
  reading: NumberReading,
  readings: readonly NumberReading[]
): readonly Outcome[] {
  const at = addressOf(reading.place.index, reading.observation.at);
  const range = spanOf(readings);
  if (range === undefined) return [notEvaluable(ID, at, "missing-operand")];
  const own = quantityOf(reading.stated).range;
  const isBelow = compareRatio(own.high, range.lowest.range.low) < 0;
  const isAbove = compareRatio(own.low, range.highest.range.high) > 0;
  const identity: Identity = { kind: "span", claim: reading, members: readings };
  if (!isBelow && !isAbove) return [passed(ID, at, false, identity)];
  // A growth that follows from its own levels is right: one of its members is not, and is told by itself.
  if (followsFromLevels(reading)) return [notEvaluable(ID, at, "relation-not-established")];
  const low = toNumber(range.lowest.value);
  const high = toNumber(range.highest.value);
  const decimals = shownDecimals(reading);
  const [stated, limit] = [reading.stated.value, isBelow ? low : high].map((value) =>
    formatFixed(value, decimals)
  );
  return [
    found(
      {
        ...aboutCell(reading, {
          severity: "warning",
          expected: { low, high },
          operands: [
            ...readings.map((member) => operandOf("member", member)),
            operandOf("stated", reading),
          ],
          arithmetic: `${stated ?? ""} ${isBelow ? "<" : ">"} ${limit ?? ""}`,
          allowed: null,
          decimals,
        }),
        code: ID,
        params: { low, high, members: readings.length },
      },
      identity
    ),
  ];
}

/** The members' numbers, or why they say nothing: all of them must be there, with a base above zero. */
function readMembers(
  { index, subject, field }: Place,
  members: readonly Subject[]
): readonly NumberReading[] | NotEvaluableReason {
  const level = findField(index, field.indicator.id, "actual", field);
  const prior = findField(index, field.indicator.id, "prior", field, isPriorPeriod);
  const numbers: NumberReading[] = [];
  const levels: NumberReading[] = [];
  for (const member of members) {
    const reading = readPlace(index, member, field);
    const amount = readPlace(index, member, level);
    const base = readPlace(index, member, prior);
    if (base.kind === "number" && base.stated.value <= 0) return "no-base";
    if (amount.kind === "number") levels.push(amount);
    if (reading.kind === "number") numbers.push(reading);
    else if (amount.kind === "number" || reading.reason !== "missing-operand")
      return reading.reason;
  }
  const total = readPlace(index, subject, level);
  // A total that adds up other rows than these is no mean of theirs.
  if (total.kind === "number" && !addsUp(total, levels)) return "relation-not-established";
  return numbers.length < 2 ? "missing-operand" : numbers;
}

function followsFromLevels(reading: NumberReading): boolean {
  const { index, subject, field } = reading.place;
  if (field.measure !== "growth") return false;
  const now = readPlace(index, subject, findField(index, field.indicator.id, "actual", field));
  const then = readPlace(
    index,
    subject,
    findField(index, field.indicator.id, "prior", field, isPriorPeriod)
  );
  if (now.kind === "none" || then.kind === "none") return false;
  const base = quantityIn(then, now.place.field.unit);
  const growth = base === undefined ? undefined : growthOf(quantityOf(now.stated), base);
  return growth !== undefined && judgeNumber(reading.stated, growth) !== "disagrees";
}

function addsUp(total: NumberReading, members: readonly NumberReading[]): boolean {
  if (members.length === 0 || total.place.field.indicator.kind === "rate") return true;
  const sum = members.reduce(
    (all, member) => all.plus(toDecimal(member.stated.value)),
    toDecimal(0)
  );
  const off = toDecimal(total.stated.value).minus(sum).abs();
  return off.lte(allowanceFor(total, members, 0).soft);
}

function spanOf(
  readings: readonly NumberReading[]
): { readonly lowest: Quantity; readonly highest: Quantity } | undefined {
  let lowest: Quantity | undefined;
  let highest: Quantity | undefined;
  for (const { stated } of readings) {
    const quantity = quantityOf(stated);
    if (lowest === undefined || compareRatio(quantity.value, lowest.value) < 0) lowest = quantity;
    if (highest === undefined || compareRatio(quantity.value, highest.value) > 0)
      highest = quantity;
  }
  return lowest === undefined || highest === undefined ? undefined : { lowest, highest };
}
