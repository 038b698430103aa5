import { fieldsOf, periodOf, readPlace } from "../model/table-index.ts";
import { isSamePeriod } from "../model/same-period.ts";
import type { NumberReading, Place, TableIndex } from "../model/table-index.ts";
import type { ReferenceScope, Subject } from "../model/zone.ts";

/**
 * What a wider whole has reached in the same indicator, measure and period, for a limit that is taken to it: its row in
 * the zone's own table, a column for it beside the zone's, else its row in the only other table that gives it.
 */
export function readReference(
  book: readonly TableIndex[],
  { index, subject, field }: Place,
  scope: ReferenceScope
): NumberReading | undefined {
  const period = periodOf(index.table, field);
  const beside = fieldsOf(index, field.indicator.id, field.measure).find(
    ({ against }) => against?.kind === "reference" && against.scope === scope
  );
  if (beside !== undefined && field.measure !== "share") {
    const reading = readPlace(index, subject, beside);
    if (reading.kind === "number") return reading;
  }
  const own = wholesOf(index, scope)
    .map((whole) => readPlace(index, whole, field))
    .find((reading) => reading.kind === "number");
  if (own?.kind === "number") return own;
  const elsewhere = book.flatMap((other) => {
    if (other === index) return [];
    return fieldsOf(other, field.indicator.id, field.measure).flatMap((there) => {
      const time = periodOf(other.table, there);
      if (time !== null && period !== null && !isSamePeriod(time, period)) return [];
      if (there.against !== null && there.measure !== "share") return [];
      return wholesOf(other, scope).flatMap((whole): NumberReading[] => {
        const reading = readPlace(other, whole, there);
        return reading.kind === "number" ? [reading] : [];
      });
    });
  });
  const values = new Set(elsewhere.map(({ stated }) => stated.value));
  return values.size === 1 ? elsewhere[0] : undefined;
}

/** Rows of a whole; 全市 that equals the sum of its zones is a total, and the city's all the same. */
function wholesOf({ table }: TableIndex, scope: ReferenceScope): readonly Subject[] {
  return table.subjects.filter(
    ({ role, reference, name }) =>
      reference === scope || (scope === "city" && role === "total" && name === "全市")
  );
}
