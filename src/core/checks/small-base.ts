import type { Outcome } from "../evaluation/evaluation.ts";
import { formatFixed } from "../findings/format-number.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Check } from "./check.ts";
import { addressOf, found, operandOf, passed, shownDecimals, written } from "./describe.ts";
import { aboutCell } from "./relation.ts";
import { watchedNumber, watching } from "./watch.ts";

const ID = "small-base";

/** A growth of 994.56 % is seen in good sheets; from tenfold on, the base decides. */
const HIGHEST_GROWTH = 1000;
/** A base this much smaller than its column's middle one is small, where there is a column to compare it with … */
const SMALL_PART = 0.1;
const FEWEST_PEERS = 3;
/** … and it is less than one 亿元, or than ten of anything else. */
const SMALL_MONEY = 1e8;
const SMALL_NUMBER = 10;

/** A growth above a thousand per cent from a base that is small beside the column's others is real, but explained. */
export const smallBase: Check = {
  id: ID,
  severity: "warning",
  run: ({ index }) =>
    index.table.fields
      .filter((field) => field.measure === "growth" && field.against === null)
      .flatMap((field) => checkField(index, field)),
};

function checkField(index: TableIndex, field: Field): Outcome[] {
  const priorField = findField(index, field.indicator.id, "prior", field, isPriorPeriod);
  const priors = index.table.subjects.flatMap((subject) => {
    const reading = readPlace(index, subject, priorField);
    return subject.role === "zone" && reading.kind === "number" ? [reading] : [];
  });
  const bases = priors.map((prior) => watchedNumber("base", prior));
  const middle = medianOf(priors.map(({ stated }) => stated.value));
  return index.table.subjects.flatMap((subject): Outcome[] => {
    const growth = readPlace(index, subject, field);
    const base = readPlace(index, subject, priorField);
    if (growth.kind === "none" || base.kind === "none") return [];
    if (subject.role !== "zone" && subject.role !== "part") return [];
    const at = addressOf(index, growth.observation.at);
    const isBesidePeers = priors.length <= FEWEST_PEERS || base.stated.value < middle * SMALL_PART;
    const isSmall = isBesidePeers && base.stated.value * moneyFactor(base) < smallest(base);
    const isFine = growth.stated.value < HIGHEST_GROWTH || base.stated.value <= 0 || !isSmall;
    const outcome = isFine ? passed(ID, at, false) : found(findingOf(growth, base));
    return [
      watching(outcome, {
        kind: "small-base",
        at,
        severity: "warning",
        growth: watchedNumber("stated", growth),
        base: watchedNumber("base", base),
        bases,
        highest: HIGHEST_GROWTH,
        least: smallest(base) / moneyFactor(base),
        part: SMALL_PART,
        few: FEWEST_PEERS,
      }),
    ];
  });
}

function findingOf(growth: NumberReading, base: NumberReading) {
  const prior = operandOf("base", base);
  const decimals = shownDecimals(growth);
  return {
    ...aboutCell(growth, {
      severity: "warning",
      expected: null,
      operands: [prior, operandOf("stated", growth)],
      arithmetic: `${formatFixed(growth.stated.value, decimals)} > ${HIGHEST_GROWTH}; ${written(prior)} < ${smallest(base) / moneyFactor(base)}`,
      allowed: null,
      decimals,
    }),
    code: ID,
    params: { growth: growth.stated.value, base: prior.value, unit: prior.unit },
  } as const;
}

function moneyFactor(reading: NumberReading): number {
  const { unit } = reading.place.field;
  return unit?.family === "money" ? unit.factor : 1;
}

function smallest(reading: NumberReading): number {
  return reading.place.field.unit?.family === "money" ? SMALL_MONEY : SMALL_NUMBER;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
