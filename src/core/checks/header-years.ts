import { parsePeriod } from "../catalog/index.ts";
import type { Measure } from "../model/measure.ts";
import type { Period } from "../model/period.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Area } from "../workbook/address.ts";

/** Two columns whose headers do not name one part of this year and of the last. */
export interface YearConflict {
  /** The header that is wrong, or both where nothing tells which. */
  readonly area: Area;
  readonly later: Period;
  readonly earlier: Period;
}

interface Dated {
  readonly field: Field;
  readonly period: Period;
}

const LEVELS: ReadonlySet<Measure> = new Set(["actual", "prior", "previous", "prior-year"]);
const CHANGES: ReadonlySet<Measure> = new Set(["growth", "fall", "increase"]);
/** A change that is not taken from the year before. */
const OTHER_CHANGE = /两年|三年|五年|年均|平均|累计增|环比|\d{4}|较上月|比上月/u;
/** A header left over is a year behind or ahead; further apart, the years were chosen. */
const LEFT_OVER = 2;

/**
 * 2021年1-5月 | 2023年1-5月 | 增减(%), or the same year twice: the change of a year is taken between two columns that
 * are not a year apart. Only where the indicator has these two levels and no other, and nothing says that the change
 * is of another kind.
 */
export function findYearConflict(index: TableIndex): YearConflict | undefined {
  const { table } = index;
  if (table.orientation === "zones-in-columns") return undefined;
  const indicators = new Map<string, Field[]>();
  for (const field of table.fields) {
    if (field.against !== null) continue;
    const own = indicators.get(field.indicator.id);
    if (own === undefined) indicators.set(field.indicator.id, [field]);
    else own.push(field);
  }
  for (const fields of indicators.values()) {
    const conflict = conflictOf(index, fields);
    if (conflict !== undefined) return conflict;
  }
  return undefined;
}

function conflictOf(index: TableIndex, fields: readonly Field[]): YearConflict | undefined {
  const levels = fields.filter(({ measure }) => LEVELS.has(measure));
  const isOfYear = fields
    .filter((field) => !levels.includes(field))
    .every(({ path }) => !OTHER_CHANGE.test(path.at(-1) ?? ""));
  if (!isOfYear || !fields.some(({ measure }) => CHANGES.has(measure))) return undefined;
  const [first, second, ...others] = levels.flatMap(datedOf);
  if (first === undefined || second === undefined || others.length > 0) return undefined;
  if (levels.length > 2 || first.field.line === second.field.line) return undefined;
  if (!isSamePart(first.period, second.period)) return undefined;
  const [a, b] = [first.period.year, second.period.year];
  if (a === null || b === null || (a !== b && Math.abs(a - b) !== LEFT_OVER)) return undefined;
  const [earlier, later] = a <= b ? [first, second] : [second, first];
  return {
    area: wrongOf(index, earlier, later),
    later: later.period,
    earlier: earlier.period,
  };
}

/** 2024年1-6月 over 完成 | 上年同期 is the time of the table: the lower word takes it a year back. */
const YEAR_BEFORE = /同期|上年|去年|基数|基期/u;

function datedOf(field: Field): readonly Dated[] {
  for (const text of [...field.path].reverse()) {
    const period = parsePeriod(text);
    if (period !== undefined && period.year !== null) return [{ field, period }];
    if (YEAR_BEFORE.test(text)) return [];
  }
  return [];
}

/** The title tells which of two years is left over. */
function wrongOf({ table }: TableIndex, earlier: Dated, later: Dated): Area {
  const title = table.title === null ? null : (parsePeriod(table.title)?.year ?? null);
  const isLater = later.period.year === title;
  if (isLater && earlier.period.year !== title) return earlier.field.header;
  return around(earlier.field.header, later.field.header);
}

function around(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

function isSamePart(a: Period, b: Period): boolean {
  if (a.kind === "cumulative" && b.kind === "cumulative") return a.months === b.months;
  if (a.kind === "quarter" && b.kind === "quarter") return a.quarter === b.quarter;
  if (a.kind === "month" && b.kind === "month") return a.month === b.month;
  if (a.kind === "stock" && b.kind === "stock") return a.month === b.month;
  return a.kind === b.kind && (a.kind === "year" || a.kind === "second-half");
}
