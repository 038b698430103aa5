import type { Period } from "../model/period.ts";
import { periodOf, readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import { isSummable } from "./summable.ts";

/** A part of the year, from the first month to the last. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** What adds up over months. */
export function isFlow(field: Field): boolean {
  return isSummable(field) && field.indicator.kind !== "stock";
}

export function spanKey(indicator: string, { first, last }: Span, year: number | null): string {
  return `${indicator}|${year ?? "?"}|${first}-${last}`;
}

/** The name under which a row is known in other tables. */
export function zoneName(subject: Subject): string | undefined {
  return subject.role === "zone" ? subject.name : undefined;
}

/** The numbers of a table by row, indicator and part of the year; null where it says two. */
export type Spans = ReadonlyMap<string, NumberReading | null>;

const OF_TABLES = new WeakMap<TableIndex, Spans>();
const OF_BOOKS = new WeakMap<readonly TableIndex[], Spans>();

export function spansOfTable(index: TableIndex): Spans {
  const known = OF_TABLES.get(index);
  if (known !== undefined) return known;
  const spans = new Map<string, NumberReading | null>();
  for (const field of index.table.fields) {
    const span = spanOf(index, field);
    if (span === undefined) continue;
    for (const subject of index.table.subjects) {
      const reading = readPlace(index, subject, field);
      if (reading.kind === "none") continue;
      const key = `${subject.index}|${spanKey(field.indicator.id, span, span.year)}`;
      // 本季 and 累计 of the first quarter are one number, told twice.
      const before = spans.get(key);
      const isNew = before === undefined;
      const isSame = before?.stated.value === reading.stated.value;
      spans.set(key, isNew ? reading : isSame ? before : null);
    }
  }
  OF_TABLES.set(index, spans);
  return spans;
}

/** The same of all tables, by the names of zones. */
export function spansOfBook(book: readonly TableIndex[]): Spans {
  const known = OF_BOOKS.get(book);
  if (known !== undefined) return known;
  const spans = new Map<string, NumberReading | null>();
  if (book.length > 1) {
    for (const index of book) {
      for (const [key, reading] of spansOfTable(index)) {
        if (reading === null) continue;
        const name = zoneName(reading.place.subject);
        if (name === undefined) continue;
        const named = `${name}|${key.slice(key.indexOf("|") + 1)}`;
        const before = spans.get(named);
        const isOther = before !== undefined && before?.stated.value !== reading.stated.value;
        spans.set(named, isOther ? null : reading);
      }
    }
  }
  OF_BOOKS.set(book, spans);
  return spans;
}

const TOLD = new WeakMap<readonly TableIndex[], ReadonlySet<string>>();

/** The parts of the year that any column of a book tells of, by indicator. */
export function toldSpans(book: readonly TableIndex[]): ReadonlySet<string> {
  const known = TOLD.get(book);
  if (known !== undefined) return known;
  const told = new Set<string>();
  for (const index of book) {
    for (const field of index.table.fields) {
      const span = spanOf(index, field);
      if (span !== undefined) told.add(spanKey(field.indicator.id, span, span.year));
    }
  }
  TOLD.set(book, told);
  return told;
}

function spanOf(
  { table }: TableIndex,
  field: Field
): (Span & { readonly year: number | null }) | undefined {
  if (field.against !== null || !isFlow(field)) return undefined;
  const period = periodOf(table, field);
  if (period === null || period.kind === "stock" || period.kind === "year") return undefined;
  const span = monthsOf(period);
  switch (field.measure) {
    case "actual":
    case "actual-month":
      return { ...span, year: period.year };
    case "previous": {
      // 上月累计 beside a value of 1-6月 is that of 1-5月.
      const isOwn = field.period !== null && field.period !== table.period;
      if (isOwn) return { ...span, year: period.year };
      const isSum = /累计/u.test(field.path.join(""));
      return isSum && span.last > 1
        ? { first: 1, last: span.last - 1, year: period.year }
        : undefined;
    }
    default:
      return undefined;
  }
}

function monthsOf(period: Exclude<Period, { kind: "stock" | "year" }>): Span {
  switch (period.kind) {
    case "cumulative":
      return { first: 1, last: period.months };
    case "month":
      return { first: period.month, last: period.month };
    case "quarter":
      return { first: period.quarter * 3 - 2, last: period.quarter * 3 };
    case "second-half":
      return { first: 7, last: 12 };
  }
}
