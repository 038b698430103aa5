import type { CheckContext } from "../../checks/check.ts";
import type { NumberReading } from "../../model/table-index.ts";
import type { Field } from "../../model/table.ts";
import type { ReferenceScope } from "../../model/zone.ts";
import { readReference } from "../../rules/reference-value.ts";
import type { Topic } from "./topics.ts";

/** What 全市, 全省开发区 … have reached in a field's indicator and measure, where the book says it for this city. */
export function findWhole(
  { book }: CheckContext,
  { index, speaker }: Topic,
  field: Field,
  scope: ReferenceScope
): NumberReading | null {
  const subject = speaker.subject ?? speaker.members[0];
  if (subject === undefined || subject.reference === scope) return null;
  const reading = readReference(book, { index, subject, field }, scope);
  if (reading === undefined) return null;
  const there = reading.place.index.table;
  const isOther =
    scope === "city" &&
    there.city !== null &&
    index.table.city !== null &&
    there.city !== index.table.city;
  return isOther || reading.place.subject === speaker.subject ? null : reading;
}
