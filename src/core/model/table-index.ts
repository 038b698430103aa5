import type { NotEvaluableReason } from "./not-evaluable.ts";
import { columnDecimals } from "./column-precision.ts";
import type { Measure } from "./measure.ts";
import { formatPeriod } from "./period.ts";
import type { Period } from "./period.ts";
import type { StatedNumber } from "./stated-number.ts";
import type { Field, IndicatorTable, Observation } from "./table.ts";
import { observationAt } from "./table.ts";
import type { Address } from "../workbook/address.ts";
import type { ReferenceScope, Subject } from "./zone.ts";

/** A table with its fields looked up by indicator and measure, so that a check stays linear in its cells. */
export interface TableIndex {
  readonly table: IndicatorTable;
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  /** Printed columns: fields that are judged together (column first, then cell). */
  readonly columns: readonly Column[];
  readonly columnOf: ReadonlyMap<Field, Column>;
  /** How many zones of each kind have a cell for a field, and how many of these say something in it. */
  readonly filling: ReadonlyMap<string, Filling>;
  /** What its cells read, by subject and field: read once, however many checks ask. */
  readonly readings: (Reading | undefined)[][];
  /** The addresses of its cells, from its first row and column on, as far as somebody asked. */
  readonly addresses: (Address | undefined)[][];
  /** The numbers of its zones by field, as far as somebody asked. */
  readonly zoneNumbers: (readonly NumberReading[] | undefined)[];
}

export interface Filling {
  readonly filled: number;
  readonly all: number;
}

/**
 * What a reader sees as one column: a field over the subjects, or, with indicators in rows, the fields of one printed
 * column over the indicators.
 */
export interface Column {
  readonly measure: Measure;
  readonly fields: readonly Field[];
  /** The digits it is kept with. */
  readonly decimals: number;
}

/** A cell of a table. */
export interface Place {
  readonly index: TableIndex;
  readonly subject: Subject;
  readonly field: Field;
}

/** A number that can take part in a test, or why there is none. */
export type Reading =
  | {
      readonly kind: "number";
      readonly stated: StatedNumber;
      readonly observation: Observation;
      readonly place: Place;
    }
  | { readonly kind: "none"; readonly reason: NotEvaluableReason };

export type NumberReading = Extract<Reading, { kind: "number" }>;

export function indexTable(table: IndicatorTable): TableIndex {
  const fields = new Map<string, Field[]>();
  const groups = new Map<string, Field[]>();
  const shape = shapeOf(table);
  for (const field of table.fields) {
    push(fields, keyOf(field.indicator.id, field.measure), field);
    push(groups, columnKey(shape, field), field);
  }
  const columns: Column[] = [];
  const columnOf = new Map<Field, Column>();
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const decimals = columnDecimals(group.flatMap((field) => statedNumbers(table, field)));
    const column = { measure: first.measure, fields: group, decimals };
    columns.push(column);
    for (const field of group) columnOf.set(field, column);
  }
  return {
    table,
    fields,
    columns,
    columnOf,
    filling: countFilling(table),
    readings: [],
    addresses: [],
    zoneNumbers: [],
  };
}

/** Fields of an indicator and measure; without those that belong to a reference (全市增速 beside the zone's own). */
export function fieldsOf(index: TableIndex, indicator: string, measure: Measure): readonly Field[] {
  return index.fields.get(keyOf(indicator, measure)) ?? [];
}

/**
 * The field that gives an indicator's measure for the period of another field: the one of the same period, or the only
 * one whose period does not speak against it. `period` is compared through `samePeriod`.
 */
export function findField(
  index: TableIndex,
  indicator: string,
  measure: Measure,
  beside: Field,
  samePeriod: (a: Period, b: Period) => boolean = isSamePeriod
): Field | undefined {
  const wanted = periodOf(index.table, beside);
  const own = fieldsOf(index, indicator, measure).filter(
    (field) => field !== beside && !isOfReference(field)
  );
  const fitting = own.filter((field) => {
    const period = periodOf(index.table, field);
    return wanted === null || period === null || samePeriod(period, wanted);
  });
  return nearest(fitting, beside);
}

/** The field that gives an indicator's measure for the same months of the year before, both years being told. */
export function findYearBefore(
  index: TableIndex,
  indicator: string,
  measure: Measure,
  beside: Field
): Field | undefined {
  const wanted = periodOf(index.table, beside);
  if (wanted === null || wanted.year === null) return undefined;
  const before = formatPeriod({ ...wanted, year: wanted.year - 1 });
  const own = fieldsOf(index, indicator, measure).filter((field) => {
    const period = periodOf(index.table, field);
    return period !== null && !isOfReference(field) && formatPeriod(period) === before;
  });
  return nearest(own, beside);
}

/**
 * The level of an indicator that a share is taken of: of the share's own period, or, where the share is last year's,
 * last year's level.
 */
export function findLevel(index: TableIndex, indicator: string, beside: Field): Field | undefined {
  return (
    findField(index, indicator, "actual", beside) ??
    findField(index, indicator, "prior", beside, isYearAfter)
  );
}

/** 上年同期 is told with this year's period: the share of the year before is beside it. */
function isYearAfter(prior: Period, wanted: Period): boolean {
  return !isSamePeriod(prior, wanted) && isPriorPeriod(wanted, prior);
}

export function isSamePeriod(a: Period, b: Period): boolean {
  return formatPeriod(a) === formatPeriod(b);
}

/** Whether a period covers the same months of the year before, or is not told apart from this year's. */
export function isPriorPeriod(prior: Period, current: Period): boolean {
  if (isSamePeriod(prior, current)) return true;
  if (prior.year === null || current.year === null) return sameMonths(prior, current);
  return prior.year === current.year - 1 && sameMonths(prior, current);
}

function sameMonths(a: Period, b: Period): boolean {
  return formatPeriod({ ...a, year: 0 }) === formatPeriod({ ...b, year: 0 });
}

export function periodOf(table: IndicatorTable, field: Field): Period | null {
  return field.period ?? table.period;
}

/** A level or growth that is not the zone's own but that of 全市 or 全省开发区, printed in a column beside it. */
function isOfReference(field: Field): boolean {
  return field.measure !== "share" && field.against?.kind === "reference";
}

/** The field of the same measure and period that belongs to a reference, as a column of the table. */
export function findReferenceField(
  index: TableIndex,
  measure: Measure,
  scope: ReferenceScope,
  beside: Field
): Field | undefined {
  const wanted = periodOf(index.table, beside);
  const own = fieldsOf(index, beside.indicator.id, measure).filter(
    (field) =>
      isOfReference(field) && field.against?.kind === "reference" && field.against.scope === scope
  );
  // Months down the rows: 全市累计 of the row's own months.
  const fitting = own.filter((field) => {
    const period = periodOf(index.table, field);
    return wanted === null || period === null || isSamePeriod(period, wanted);
  });
  return fitting[0] ?? (own.length === 1 ? own[0] : undefined);
}

/** The reading of a cell, or why it cannot take part. */
export function readPlace(index: TableIndex, subject: Subject, field: Field | undefined): Reading {
  if (field === undefined) return NONE["missing-operand"];
  const row = (index.readings[subject.index] ??= []);
  const known = row[field.index];
  if (known !== undefined) {
    const isOwn =
      index.table.fields[field.index] === field && index.table.subjects[subject.index] === subject;
    if (isOwn || isOf(known, subject, field)) return known;
  }
  const reading = readCell(index, subject, field);
  row[field.index] = reading;
  return reading;
}

const NONE = {
  "missing-operand": { kind: "none", reason: "missing-operand" },
  "unreadable-operand": { kind: "none", reason: "unreadable-operand" },
  "error-operand": { kind: "none", reason: "error-operand" },
} as const;

/** A place may be asked for with a field that is not the table's own, as 其中 of another. */
function isOf(reading: Reading, subject: Subject, field: Field): boolean {
  if (reading.kind === "none") return true;
  return reading.place.subject === subject && reading.place.field === field;
}

function readCell(index: TableIndex, subject: Subject, field: Field): Reading {
  const observation = observationAt(index.table, subject.index, field.index);
  if (observation === undefined) return NONE["missing-operand"];
  const { content } = observation;
  switch (content.kind) {
    case "number":
      return {
        kind: "number",
        stated: content.stated,
        observation,
        place: { index, subject, field },
      };
    case "missing":
      return NONE["missing-operand"];
    case "unreadable":
    case "word":
      return NONE["unreadable-operand"];
    case "error":
      return NONE["error-operand"];
  }
}

/**
 * The numbers of a reference row (全市) for an indicator and measure: of this table first, else of another table of the
 * book where they are told only once.
 */
export function findReferenceReading(
  index: TableIndex,
  book: readonly TableIndex[],
  scope: ReferenceScope,
  measure: Measure,
  beside: Field
): NumberReading | undefined {
  const own = referenceReadings(index, scope, measure, beside);
  if (own[0] !== undefined) return own[0];
  const found = FOUND_ELSEWHERE.get(book) ?? new Map<string, NumberReading | undefined>();
  FOUND_ELSEWHERE.set(book, found);
  const key = referenceKey(index, scope, measure, beside);
  if (!found.has(key)) found.set(key, findElsewhere(index, book, scope, measure, beside));
  return found.get(key);
}

/**
 * What was found in a book for a question: a book of sixty equal sheets asks it sixty times, and each time through all
 * of them. Books never change, and go with what is remembered of them.
 */
const FOUND_ELSEWHERE = new WeakMap<
  readonly TableIndex[],
  Map<string, NumberReading | undefined>
>();

/** All that the answer of other tables depends on; the asking table itself has none to give. */
function referenceKey(
  index: TableIndex,
  scope: ReferenceScope,
  measure: Measure,
  beside: Field
): string {
  const period = periodOf(index.table, beside);
  const periods = [beside.period, period].map((each) => (each === null ? "" : formatPeriod(each)));
  const city = scope === "city" ? index.table.city : null;
  return [scope, measure, beside.indicator.id, beside.line, beside.index, ...periods, city].join(
    "|"
  );
}

function findElsewhere(
  index: TableIndex,
  book: readonly TableIndex[],
  scope: ReferenceScope,
  measure: Measure,
  beside: Field
): NumberReading | undefined {
  const period = periodOf(index.table, beside);
  const elsewhere = book
    .filter((other) => other !== index && (scope !== "city" || isSameCity(other, index)))
    .flatMap((other) => referenceReadings(other, scope, measure, beside, period));
  const values = new Set(elsewhere.map((reading) => reading.stated.value));
  return values.size === 1 ? elsewhere[0] : undefined;
}

/** 全市 of one city is not that of another; a table that names no city stands for the book's. */
function isSameCity(a: TableIndex, b: TableIndex): boolean {
  return a.table.city === null || b.table.city === null || a.table.city === b.table.city;
}

function referenceReadings(
  index: TableIndex,
  scope: ReferenceScope,
  measure: Measure,
  beside: Field,
  period: Period | null = null
): readonly NumberReading[] {
  const field =
    findField(index, beside.indicator.id, measure, beside) ??
    (measure === "prior" ? findLevel(index, beside.indicator.id, beside) : undefined);
  if (field === undefined) return [];
  const own = periodOf(index.table, field);
  if (period !== null && (own === null || !isSamePeriod(own, period))) return [];
  return index.table.subjects
    .filter((subject) => subject.reference === scope)
    .map((subject) => readPlace(index, subject, field))
    .filter((reading): reading is NumberReading => reading.kind === "number");
}

function countFilling(table: IndicatorTable): ReadonlyMap<string, Filling> {
  const filling = new Map<string, Filling>();
  for (const subject of table.subjects) {
    if (subject.role !== "zone") continue;
    for (const observation of table.cells[subject.index] ?? []) {
      if (observation === null) continue;
      const key = fillingKey(observation.field, subject);
      const { filled, all } = filling.get(key) ?? { filled: 0, all: 0 };
      filling.set(key, { filled: filled + (isFilled(observation) ? 1 : 0), all: all + 1 });
    }
  }
  return filling;
}

/** The zones of one kind, for one field. Forms mark agricultural and tourism zones; those not marked are industrial. */
export function fillingKey(field: number, subject: Subject): string {
  return `${field}|${isOwnLevel(subject) ? "own" : (subject.kind ?? "industrial")}`;
}

/** 市本级, 省属, 市直: what the level above does itself, among counties and zones: it is none of their kind. */
export function isOwnLevel({ label }: Subject): boolean {
  return /(?:本级|[省市州区县]直|直属|[央省市州]属)(?:单位|部门|企业|项目)?$/u.test(label);
}

/** "-" and 新增 are answers too; a blank is none. */
export function isFilled({ content }: Observation): boolean {
  return content.kind !== "missing" || content.reason !== "blank";
}

function statedNumbers(table: IndicatorTable, field: Field): StatedNumber[] {
  const numbers: StatedNumber[] = [];
  for (const subject of table.subjects) {
    // A reference comes from another office and has digits of its own.
    if (subject.role === "reference") continue;
    const content = observationAt(table, subject.index, field.index)?.content;
    if (content?.kind === "number") numbers.push(content.stated);
  }
  return numbers;
}

function nearest(fields: readonly Field[], beside: Field): Field | undefined {
  let best: Field | undefined;
  for (const field of fields) {
    if (best === undefined || distance(field, beside) < distance(best, beside)) best = field;
  }
  return best;
}

function distance(field: Field, beside: Field): number {
  const apart = Math.abs(field.line - beside.line) * 1000 + Math.abs(field.index - beside.index);
  // A claim follows what it is made of: of two equally near, the one before it.
  return field.index < beside.index ? apart - 0.5 : apart;
}

function keyOf(indicator: string, measure: Measure): string {
  return `${measure}|${indicator}`;
}

/** What a reader sees as a column of one meaning. */
type Shape = "fields" | "indicators" | "history" | "one-zone";

function shapeOf({ orientation, subjects }: IndicatorTable): Shape {
  if (orientation === "indicators-in-rows") return "indicators";
  if (orientation === "zones-in-rows") return subjects.length === 1 ? "history" : "fields";
  // 运城市 | 全省开发区 | 占比 | 高于全省: of one zone beside what it is compared with, the indicators run down its columns.
  return subjects.filter(({ role }) => role !== "reference").length === 1 ? "one-zone" : "fields";
}

/** The years of one zone down a column, as well as its indicators, are what a reader sees as that column. */
function columnKey(shape: Shape, field: Field): string {
  if (shape === "fields") return String(field.index);
  const { against, line, measure, path } = field;
  const scope = against?.kind === "reference" ? against.scope : (against?.kind ?? "");
  if (shape === "one-zone") return `${measure}|${scope}|${path.at(-1) ?? ""}`;
  return `${line}|${measure}|${scope}|${shape === "history" ? field.indicator.id : ""}`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
