import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import { quantityOf } from "../model/interval.ts";
import { formatPeriod } from "../model/period.ts";
import { compareRatio } from "../model/ratio.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import { fieldsOf, periodOf, readPlace } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Check } from "./check.ts";
import { addressOf, convertOperand, found, operandOf, passed, written } from "./describe.ts";
import { aboutCell, quantityIn } from "./relation.ts";
import { unitFactor } from "../model/unit-factor.ts";

const ID = "cumulative-decrease";

/**
 * A cumulative value does not fall within a year: 1-6月 is at least 1-5月, save revisions, which are explained. Only of
 * flows that cannot be negative; profits, balances and stocks may fall.
 */
export const cumulativeDecrease: Check = {
  id: ID,
  severity: "warning",
  run: ({ index }) => {
    const indicators = new Set(
      index.table.fields.filter(isGrowing).map(({ indicator }) => indicator.id)
    );
    return [...indicators].flatMap((indicator) => checkSeries(index, indicator));
  },
};

// 固定资产投资 is money spent, not an asset.
const MAY_FALL = /利润|净|余额|存量|资产(?!投资)|库存|增减|盈|亏|差/u;
/** Counts that only add up over a year. */
const NEW = /^new-|^standard-land|新增|新登记|当年/u;

function isGrowing({ indicator }: Field): boolean {
  if (MAY_FALL.test(indicator.name)) return false;
  return indicator.kind === "flow" || (indicator.kind === "count" && NEW.test(indicator.id));
}

interface Step {
  readonly field: Field;
  readonly year: number;
  readonly months: number;
}

function checkSeries(index: TableIndex, indicator: string): Outcome[] {
  const steps = [...fieldsOf(index, indicator, "actual"), ...fieldsOf(index, indicator, "previous")]
    .flatMap((field) => {
      const step = stepOf(index, field);
      return step === undefined || field.against !== null ? [] : [step];
    })
    .sort((a, b) => a.year - b.year || a.months - b.months);
  return steps.flatMap((step, place) => {
    const before = steps[place - 1];
    if (before?.year !== step.year || before.months === step.months) return [];
    return index.table.subjects.flatMap((subject): Outcome[] => {
      if (subject.role === "average") return [];
      const now = readPlace(index, subject, step.field);
      const then = readPlace(index, subject, before.field);
      if (now.kind === "none" || then.kind === "none") return [];
      const earlier = quantityIn(then, step.field.unit);
      if (earlier === undefined) return [];
      const isLess = compareRatio(quantityOf(now.stated).range.high, earlier.range.low) < 0;
      const factor = unitFactor(then.place.field.unit, step.field.unit) ?? 1;
      const identity: Identity = { kind: "order", small: then, large: now, factor };
      return isLess
        ? [found(findingOf(now, then), identity)]
        : [passed(ID, addressOf(index, now.observation.at), false, identity)];
    });
  });
}

/** 上月累计 beside a value of 1-6月 is that of 1-5月. */
function stepOf(index: TableIndex, field: Field): Step | undefined {
  const period = periodOf(index.table, field);
  if (period?.kind !== "cumulative") return undefined;
  const year = period.year ?? 0;
  const isOwn = field.period !== null && field.period !== index.table.period;
  if (field.measure !== "previous" || isOwn) return { field, year, months: period.months };
  return /累计/u.test(field.path.join("")) ? { field, year, months: period.months - 1 } : undefined;
}

function findingOf(now: NumberReading, then: NumberReading) {
  const current = operandOf("stated", now);
  const unit = now.place.field.unit;
  const before = convertOperand(
    operandOf("other", then),
    unitFactor(then.place.field.unit, unit) ?? 1,
    current.unit
  );
  const periodText = (reading: NumberReading): string => {
    const period = periodOf(reading.place.index.table, reading.place.field);
    return period === null ? "" : formatPeriod(period);
  };
  return {
    ...aboutCell(now, {
      severity: "warning",
      expected: { low: before.value, high: null },
      operands: [before, current],
      arithmetic: `${written(current)} < ${written(before)}`,
      allowed: null,
      decimals: Math.max(current.decimals, before.decimals),
    }),
    code: ID,
    params: {
      before: before.value,
      now: current.value,
      beforePeriod: periodText(then),
      nowPeriod: periodText(now),
      unit: current.unit,
    },
  } as const;
}
