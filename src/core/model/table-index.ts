import type { NotEvaluableReason } from "./not-evaluable.ts";
import type { Measure } from "./measure.ts";
import type { Period } from "./period.ts";
import type { StatedNumber } from "./stated-number.ts";
import type { Field, IndicatorTable, Observation } from "./table.ts";
import { observationAt } from "./table.ts";
import type { Address } from "../workbook/address.ts";
import type { Subject } from "./zone.ts";

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

/** Fields of an indicator and measure; without those that belong to a reference (全市增速 beside the zone's own). */
export function fieldsOf(index: TableIndex, indicator: string, measure: Measure): readonly Field[] {
  return index.fields.get(keyOf(indicator, measure)) ?? [];
}

export function periodOf(table: IndicatorTable, field: Field): Period | null {
  return field.period ?? table.period;
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

/** What an index keeps the fields of one indicator and measure under. */
export function keyOf(indicator: string, measure: Measure): string {
  return `${measure}|${indicator}`;
}
