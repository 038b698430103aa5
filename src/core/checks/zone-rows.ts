import type { Field } from "../model/table.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import { readPlace } from "../model/table-index.ts";

/** A field's numbers in the rows of zones, in the order of the table. */
export function zoneNumbers(index: TableIndex, field: Field): readonly NumberReading[] {
  if (index.table.fields[field.index] !== field) return readNumbers(index, field);
  return (index.zoneNumbers[field.index] ??= readNumbers(index, field));
}

function readNumbers(index: TableIndex, field: Field): readonly NumberReading[] {
  return index.table.subjects.flatMap((subject) => {
    if (subject.role !== "zone") return [];
    const reading = readPlace(index, subject, field);
    return reading.kind === "number" ? [reading] : [];
  });
}
