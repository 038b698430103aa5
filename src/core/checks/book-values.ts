import { withYear } from "../catalog/periods.ts";
import { canonicalZoneName, isAllZonesLabel, isZoneLabel } from "../catalog/zones.ts";
import { formatPeriod } from "../model/period.ts";
import type { Period } from "../model/period.ts";
import { periodOf, readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import { push } from "../model/push.ts";

/** A number of the book, and of what it speaks. */
export interface BookValue {
  readonly reading: NumberReading;
  readonly period: Period | null;
  /** Read from a column of last year's values. */
  readonly isPrior: boolean;
  /** Its own sheet names no period, or no year: it is taken to be of the one that the rest of the book is of. */
  readonly isOfBook: boolean;
}

const known = new WeakMap<readonly TableIndex[], ReadonlyMap<string, readonly BookValue[]>>();

/**
 * The levels and growths of a book by zone (or reference), indicator and measure, in reading order. What one table says
 * twice is left out: nobody knows which of the two is meant. Made once for a run.
 */
export function valuesOfBook(
  book: readonly TableIndex[]
): ReadonlyMap<string, readonly BookValue[]> {
  const before = known.get(book);
  if (before !== undefined) return before;
  const values = new Map<string, BookValue[]>();
  const common = onlyPeriod(book);
  const owners = ownersOf(book);
  for (const index of book) {
    const owner = owners.get(index);
    for (const [key, value] of valuesOfTable(index, common)) {
      push(values, owner === undefined ? key : `${owner}|${key}`, value);
    }
  }
  known.set(book, values);
  return values;
}

/**
 * The zone whose own sheet a table stands on: its rows (增值税, 续建项目) are that zone's, and those of the same names on the
 * sheet of another zone are none of them.
 */
function ownersOf(book: readonly TableIndex[]): ReadonlyMap<TableIndex, string> {
  const owners = new Map<TableIndex, string>();
  for (const index of book) {
    const { sheet, subjects } = index.table;
    if (!isZoneLabel(sheet) || isAllZonesLabel(sheet)) continue;
    const owner = canonicalZoneName(sheet);
    const isOfOthers = subjects.some(
      ({ role, label, name }) => role === "zone" && (name === owner || isZoneLabel(label))
    );
    if (!isOfOthers) owners.set(index, owner);
  }
  return owners;
}

/** The one period of all tables that name one with its year; null where there are several. */
function onlyPeriod(book: readonly TableIndex[]): Period | null {
  const found = new Map<string, Period>();
  for (const { table } of book) {
    if (table.period !== null && table.period.year !== null)
      found.set(formatPeriod(table.period), table.period);
  }
  const [only] = found.values();
  return found.size === 1 && only !== undefined ? only : null;
}

/** What a value of an undated sheet is of, in a book of one period. */
function inBook(period: Period | null, common: Period | null): Period | null {
  if (common === null || common.year === null || (period !== null && period.year !== null))
    return period;
  if (period === null) return common;
  const dated = withYear(period, common.year);
  return formatPeriod(dated) === formatPeriod(common) ? common : period;
}

function valuesOfTable(
  index: TableIndex,
  common: Period | null
): readonly (readonly [string, BookValue])[] {
  const found = new Map<string, (readonly [string, BookValue])[]>();
  for (const field of index.table.fields) {
    const measure = measureOf(field);
    if (measure === undefined) continue;
    const told = toOwnYear(index, field);
    const period = field.measure === "prior" ? told : inBook(told, common);
    for (const subject of index.table.subjects) {
      const name = nameOf(index, subject);
      if (name === undefined) continue;
      const reading = readPlace(index, subject, field);
      if (reading.kind === "none") continue;
      const key = `${name}|${field.indicator.id}|${measure}`;
      const inTable = `${key}|${period === null ? "?" : formatPeriod(period)}`;
      const value = {
        reading,
        period,
        isPrior: field.measure === "prior",
        isOfBook: period !== told,
      };
      push(found, inTable, [key, value]);
    }
  }
  return [...found.values()].flatMap((values) => (values.length === 1 ? values : []));
}

function measureOf(field: Field): "actual" | "growth" | "rate" | undefined {
  if (field.against !== null) return undefined;
  switch (field.measure) {
    case "actual":
    case "prior":
      return "actual";
    case "growth":
      return "growth";
    case "rate":
      return "rate";
    default:
      return undefined;
  }
}

/** A column of last year's values speaks of the year before the table's. */
function toOwnYear(index: TableIndex, field: Field): Period | null {
  const period = periodOf(index.table, field);
  if (period === null || field.measure !== "prior") return period;
  const table = index.table.period;
  const isTold = field.period !== null && table !== null && field.period.year !== table.year;
  return isTold || period.year === null ? period : { ...period, year: period.year - 1 };
}

/** Zones and references have names of their own; a 合计 is that of the zones it adds up, whatever table it stands in. */
function nameOf(index: TableIndex, subject: Subject): string | undefined {
  if (subject.reference !== null) {
    const city = subject.reference === "city" ? (index.table.city ?? "") : "";
    return `${subject.reference}|${subject.name}|${city}`;
  }
  if (subject.role === "total" && subject.members.length >= 2) {
    const members = subject.members.map((member) => index.table.subjects[member]?.name ?? "");
    return `total|${members.sort().join("|")}`;
  }
  return subject.role === "zone" ? `zone|${subject.name}` : undefined;
}
