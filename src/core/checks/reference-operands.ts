import { quantityOf } from "../model/interval.ts";
import type { Measure } from "../model/measure.ts";
import { findField, findReferenceField } from "../model/find-field.ts";
import { findReferenceReading } from "../model/reference-readings.ts";
import { readPlace } from "../model/table-index.ts";
import type { Column, NumberReading, TableIndex } from "../model/table-index.ts";
import { isInTable } from "../model/table.ts";
import type { Field } from "../model/table.ts";
import type { ReferenceScope, Subject } from "../model/zone.ts";
import { asShown } from "./as-shown.ts";
import type { CheckContext } from "./check.ts";
import { looseOperand, operandOf } from "./describe.ts";
import { readRows } from "./difference-rows.ts";
import type { PaceOperand, Reading } from "./difference-rows.ts";
import { SCOPE_NAMES } from "./wholes.ts";

const ALL_SCOPES: readonly ReferenceScope[] = [
  "city",
  "province-zones",
  "province",
  "nation-zones",
  "nation",
  "benchmark",
];

/** What a difference is taken to: a whole outside the zones, or the mean of the table's own rows. */
export type Compared = ReferenceScope | "mean";

export function scopesOf(column: Column): readonly Compared[] {
  const named = column.fields.flatMap((field) =>
    field.against?.kind === "reference" ? [field.against.scope] : []
  );
  if (named.length > 0) return [...new Set(named)];
  return column.fields.some(({ path }) => /平均|均值/u.test(path.join("")))
    ? ["mean", ...ALL_SCOPES]
    : ALL_SCOPES;
}

export function readDifferences(
  context: CheckContext,
  column: Column,
  measure: Measure,
  scope: Compared
): Reading {
  // Looked up once for each field: the reference row is the same for all zones.
  const rows = new Map<Field, NumberReading | undefined>();
  const referenceRow = (field: Field): NumberReading | undefined => {
    if (!rows.has(field)) {
      rows.set(
        field,
        scope === "mean"
          ? meanOf(context.index, measure, field)
          : (findReferenceReading(context.index, context.book, scope, measure, field) ??
              (scope === "city" ? totalOf(context.index, measure, field) : undefined))
      );
    }
    return rows.get(field);
  };
  return readRows(context, column, ({ index, subject, field }) => {
    // A level minus a level is no difference of rates, unless the indicator itself is one.
    const isOfPoints = field.unit?.family === "points" || field.unit?.family === "rate";
    if (measure === "actual" && field.indicator.kind !== "rate" && isOfPoints)
      return "missing-operand";
    const read = readPlace(index, subject, findField(index, field.indicator.id, measure, field));
    if (read.kind === "none") return read.reason;
    const own = asShown(read);
    const reference =
      referenceColumn(context, subject, field, measure, scope) ?? referenceRow(field);
    const other = referenceFor(subject, field, reference && asShown(reference));
    if (other === undefined) return "missing-operand";
    return {
      own: quantityOf(own.stated),
      ownOperand: operandOf("rate", own),
      ownReading: own,
      ...other,
    };
  });
}

/** 高于全市开发区 in a table whose total is 全市开发区; 比全市 is of another number, wherever that may stand. */
function totalOf(index: TableIndex, measure: Measure, field: Field): NumberReading | undefined {
  if (!/全市.*(?:开发区|园区)/u.test(field.path.join(""))) return undefined;
  const [total, ...others] = index.table.subjects.filter(
    ({ role, label }) => role === "total" && /^全市/u.test(label)
  );
  if (total === undefined || others.length > 0) return undefined;
  const reading = readPlace(index, total, findField(index, field.indicator.id, measure, field));
  return reading.kind === "number" ? reading : undefined;
}

/** 全省平均 among the rows. */
function meanOf(index: TableIndex, measure: Measure, field: Field): NumberReading | undefined {
  const mean = index.table.subjects.find(({ role }) => role === "average");
  if (mean === undefined) return undefined;
  const reading = readPlace(index, mean, findField(index, field.indicator.id, measure, field));
  return reading.kind === "number" ? reading : undefined;
}

/** A column of the table that gives the reference's rate beside each zone's own. */
function referenceColumn(
  context: CheckContext,
  subject: Subject,
  field: Field,
  measure: Measure,
  scope: Compared
): NumberReading | undefined {
  if (scope === "mean") return undefined;
  const column = findReferenceField(context.index, measure, scope, field);
  const reading = readPlace(context.index, subject, column);
  return reading.kind === "number" ? reading : undefined;
}

/** What is compared with: the number in the header, else the one found in a column or row. */
function referenceFor(
  subject: Subject,
  field: Field,
  reading: NumberReading | undefined
): PaceOperand | undefined {
  const against = field.against?.kind === "reference" ? field.against : null;
  if (against !== null && against.stated !== null) {
    const { stated, scope } = against;
    return {
      other: quantityOf(stated),
      otherOperand: looseOperand("reference", field.path.join(" "), stated, "%"),
      otherName: SCOPE_NAMES[scope],
      otherReading: null,
    };
  }
  if (reading === undefined) return undefined;
  const isColumn = reading.place.subject === subject;
  return {
    other: quantityOf(reading.stated),
    otherOperand: operandOf("reference", reading),
    otherName: isColumn ? reading.place.field.path.join(" ") : reading.place.subject.label,
    otherReading: isInTable(reading.place.index.table, reading.observation.at) ? reading : null,
  };
}
