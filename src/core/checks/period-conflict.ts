import { parsePeriod } from "../catalog/index.ts";
import type { Outcome } from "../evaluation/evaluation.ts";
import { formatFixed } from "../findings/format-number.ts";
import { formatPeriod } from "../model/period.ts";
import type { Period } from "../model/period.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import { periodOf, readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Area } from "../workbook/address.ts";
import type { Check } from "./check.ts";
import { findYearConflict } from "./header-years.ts";
import { periodOfOtherSheets } from "./periods-of-sheets.ts";
import { addressAround, found, operandOf, passed } from "./describe.ts";
import { aboutColumn, remarkFor } from "./relation.ts";
import { unitFactor } from "../model/unit-factor.ts";

const ID = "period-conflict";

/**
 * Title, header, sheet name and the other zones' sheets speak of the same period, a change is taken from the year before,
 * and 上年同期 holds the same months of last year: where it holds the whole year, every growth computed from it lies near
 * months/12 − 1.
 */
export const periodConflict: Check = {
  id: ID,
  severity: "warning",
  run: ({ index, book }) => {
    const title = checkTitle(index, book);
    // A header that the title contradicts is told once.
    const isTold = title.some(({ kind }) => kind === "fail");
    return [
      ...title,
      ...(isTold ? [] : checkYears(index)),
      ...index.table.fields.flatMap((field) => checkPrior(index, field)),
    ];
  },
};

/** The two years between which a change is printed are one apart. */
function checkYears(index: TableIndex): readonly Outcome[] {
  const conflict = findYearConflict(index);
  if (conflict === undefined) return [];
  const { area, later, earlier } = conflict;
  return [found(findingOf(index, area, "headers", later, earlier))];
}

function checkTitle(index: TableIndex, book: readonly TableIndex[]): readonly Outcome[] {
  const { table } = index;
  const title = table.title === null ? undefined : parsePeriod(table.title);
  if (title === undefined) return [];
  const named = parsePeriod(table.sheet);
  const top: Area = { row: table.area.row, column: table.area.column, rows: 1, columns: 1 };
  if (named !== undefined && isConflict(title, named)) {
    return [found(findingOf(index, top, "sheet-name", title, named))];
  }
  const others = periodOfOtherSheets(index, book);
  if (others !== undefined && isConflict(title, others))
    return [found(findingOf(index, top, "other-sheets", title, others))];
  // A table of several periods, one a column, is headed by the last of them or by the year.
  const headed = headedFields(index);
  const periods = new Set(
    headed.map(({ period }) => (period === null ? "" : formatPeriod(period)))
  );
  const [first] = headed;
  const period = first?.period ?? null;
  if (periods.size !== 1 || first === undefined || period === null) return [];
  return isConflict(title, period)
    ? [found(findingOf(index, first.header, "header", title, period))]
    : [passed(ID, { sheet: table.sheet, area: first.header }, false)];
}

/**
 * Fields whose own header names a period; none where a level is of the title's, so that 1-5月 beside 完成 is what it
 * says. A growth without a period belongs to the level beside it.
 */
function headedFields({ table }: TableIndex): readonly Field[] {
  const isHeaded = ({ period }: Field): boolean => period !== null && period !== table.period;
  const levels = table.fields.filter(
    ({ measure, against }) => measure === "actual" && against === null
  );
  const growths = table.fields.filter(({ measure }) => measure === "growth");
  if (!(levels.length > 0 ? levels : growths).every(isHeaded)) return [];
  return table.fields.filter(
    (field) => (field.measure === "actual" || field.measure === "growth") && isHeaded(field)
  );
}

/** Two periods that end at different times. A year alone, and a year that is not told, speak against nothing else. */
function isConflict(a: Period, b: Period): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return true;
  const [end, other] = [monthOf(a), monthOf(b)];
  return end !== undefined && other !== undefined && end !== other;
}

function monthOf(period: Period): number | undefined {
  switch (period.kind) {
    case "cumulative":
      return period.months;
    case "month":
    case "stock":
      return period.month;
    case "quarter":
      return period.quarter * 3;
    case "second-half":
      return 12;
    case "year":
      return undefined;
  }
}

function findingOf(
  index: TableIndex,
  area: Area,
  between: "header" | "headers" | "sheet-name" | "other-sheets",
  title: Period,
  other: Period
) {
  const { table } = index;
  return {
    code: ID,
    class: "consistency",
    severity: "warning",
    remark: remarkFor("warning"),
    subject: { zone: null, indicator: null, measure: null, period: formatPeriod(title) },
    at: { sheet: table.sheet, area },
    stated: between === "headers" ? null : table.title,
    expected: null,
    params: {
      between,
      title,
      other,
      impliedGrowth: null,
    },
    trace: { operands: [], arithmetic: null, allowed: null, decimals: 0 },
    alternatives: [],
    consequences: [],
  } as const;
}

const FEWEST_ROWS = 3;
/** Points around months/12 − 1 in which the middle growth lies, and every one of them: −45…−55, −40…−60 at mid-year. */
const MIDDLE = 5;
const SPREAD = 10;
/** Late in the year a whole year is no more than an ordinary fall: nothing can be told from growths of −8 or −17. */
const LAST_MONTH = 9;

/** A column of last year's values that are about 12/months times too large, in rows that do not all fall so far. */
function checkPrior(index: TableIndex, prior: Field): readonly Outcome[] {
  if (prior.measure !== "prior") return [];
  const { indicator } = prior;
  const isFlow = indicator.kind === "flow";
  const current = findField(index, indicator.id, "actual", prior, (a, b) => isPriorPeriod(b, a));
  const period = current === undefined ? null : periodOf(index.table, current);
  const months = period?.kind === "cumulative" ? period.months : undefined;
  if (!isFlow || current === undefined || period === null) return [];
  if (months === undefined || months > LAST_MONTH) return [];
  const rows: { readonly base: NumberReading; readonly growth: number }[] = [];
  for (const subject of index.table.subjects) {
    if (subject.role !== "zone") continue;
    const base = readPlace(index, subject, prior);
    const now = readPlace(index, subject, current);
    const factor = unitFactor(prior.unit, current.unit);
    if (base.kind === "none" || now.kind === "none" || factor === undefined) continue;
    if (base.stated.value <= 0) continue;
    rows.push({
      base,
      growth: (now.stated.value / (base.stated.value * factor) - 1) * 100,
    });
  }
  const [first] = rows;
  if (first === undefined || rows.length < FEWEST_ROWS) return [];
  const whole = (months / 12 - 1) * 100;
  const sorted = rows.map((row) => row.growth).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const isNear = rows.every((row) => Math.abs(row.growth - whole) <= SPREAD);
  const at = addressAround(
    index,
    rows.map(({ base }) => base.observation.at)
  );
  const isWhole = isNear && Math.abs(middle - whole) <= MIDDLE;
  if (!isWhole) return [passed(ID, at, false)];
  return [
    found({
      ...aboutColumn(
        first.base,
        rows.map(({ base }) => base),
        {
          expected: null,
          operands: [operandOf("prior", first.base)],
          arithmetic: `${months} ÷ 12 − 1 = ${formatFixed(whole, 1)}%`,
          allowed: null,
          decimals: 1,
        }
      ),
      code: ID,
      params: {
        between: "whole-year",
        title: period,
        other: null,
        impliedGrowth: Math.round(middle),
      },
    }),
  ];
}
