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
import { watchedNumber, watching } from "./watch.ts";
import { spanKey, spansOfBook, zoneName } from "./spans.ts";
import { unitFactor } from "../model/unit-factor.ts";

const ID = "cumulative-decrease";

/**
 * A cumulative value does not fall within a year: 1-6月 is at least 1-5月, save revisions, which are explained. Only of
 * flows that cannot be negative; profits, balances and stocks may fall.
 */
export const cumulativeDecrease: Check = {
  id: ID,
  severity: "warning",
  run: ({ index, book }) => {
    const indicators = new Set(
      index.table.fields.filter(isGrowing).map(({ indicator }) => indicator.id)
    );
    return [...indicators].flatMap((indicator) => checkSeries(index, book, indicator));
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

function checkSeries(
  index: TableIndex,
  book: readonly TableIndex[],
  indicator: string
): readonly Outcome[] {
  const steps = [...fieldsOf(index, indicator, "actual"), ...fieldsOf(index, indicator, "previous")]
    .flatMap((field) => {
      const step = stepOf(index, field);
      return step === undefined || field.against !== null ? [] : [step];
    })
    .sort((a, b) => a.year - b.year || a.months - b.months);
  const within = steps.flatMap((step, place) => {
    const before = steps[place - 1];
    if (before?.year !== step.year || before.months === step.months) return [];
    return index.table.subjects.flatMap((subject): Outcome[] => {
      if (subject.role === "average") return [];
      const now = readPlace(index, subject, step.field);
      const then = readPlace(index, subject, before.field);
      return now.kind === "none" || then.kind === "none" ? [] : compare(now, then);
    });
  });
  return [...within, ...againstOtherSheets(index, book, steps)];
}

function compare(now: NumberReading, then: NumberReading): Outcome[] {
  const { unit } = now.place.field;
  const earlier = quantityIn(then, unit);
  if (earlier === undefined) return [];
  const isLess = compareRatio(quantityOf(now.stated).range.high, earlier.range.low) < 0;
  const factor = unitFactor(then.place.field.unit, unit) ?? 1;
  const identity: Identity = { kind: "order", small: then, large: now, factor };
  if (isLess) return [found(findingOf(now, then), identity)];
  const at = addressOf(now.place.index, now.observation.at);
  return [
    watching(passed(ID, at, false, identity), {
      kind: "order",
      at,
      severity: "warning",
      upper: watchedNumber("other", then, factor),
      lower: watchedNumber("stated", now),
    }),
  ];
}

const FEWEST_ROWS = 3;

/**
 * 1-6月 against the sheet of 1-5月, for the first period a table gives. Where most rows fall the two sheets count
 * different things, and nothing is said.
 */
function againstOtherSheets(
  index: TableIndex,
  book: readonly TableIndex[],
  steps: readonly Step[]
): readonly Outcome[] {
  const [first] = steps;
  if (book.length < 2 || first?.field.measure !== "actual" || first.year === 0) return [];
  const all = spansOfBook(book);
  const outcomes = index.table.subjects.flatMap((subject): Outcome[] => {
    const name = zoneName(subject);
    const now = readPlace(index, subject, first.field);
    if (name === undefined || now.kind === "none") return [];
    for (let last = first.months - 1; last > 0; last -= 1) {
      const span = spanKey(first.field.indicator.id, { first: 1, last }, first.year);
      const then = all.get(`${name}|${span}`);
      if (then !== undefined && then !== null) return compare(now, then);
    }
    return [];
  });
  const off = outcomes.filter(({ kind }) => kind === "fail").length;
  const isOther = off >= FEWEST_ROWS && off * 2 > outcomes.length;
  return isOther ? [] : outcomes;
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
