import { findField } from "../model/find-field.ts";
import { isSamePeriod } from "../model/same-period.ts";
import { periodOf } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { standingOf } from "./column-verdict.ts";
import { basisOf, declaredBasis } from "./rate-operands.ts";
import type { RateWay } from "./rate-operands.ts";
import { readRateRow, tellingRates } from "./rate-rows.ts";
import type { RateRow } from "./rate-rows.ts";

/** A table of more columns than these would be searched for too long. */
const MOST_FIELDS = 40;
/** So many rows tell whether a pair of columns is worth reading. */
const LOOKED_AT = 3;
/** Fewer rows that follow may do so by chance. */
const FEWEST = 4;

/**
 * The ways to compute a column of rates from two columns of another table of the same period: 三率 on a sheet of their
 * own, 签约 | 开工 | 到位资金 on another. No words say which two are meant, so that nearly all rows have to show it.
 */
export function waysElsewhere(
  claims: readonly NumberReading[],
  book: readonly TableIndex[]
): readonly (readonly RateRow[])[] {
  const [first] = claims;
  if (first === undefined || claims.length < FEWEST) return [];
  const { index, field } = first.place;
  return book.flatMap((other) => {
    if (other === index || other.table.orientation === "indicators-in-rows") return [];
    const fields = other.table.fields.filter(
      (one) => isOperand(one) && isOfTime(other, one, first)
    );
    if (fields.length > MOST_FIELDS) return [];
    // 完成年度目标% over what is done beside it, and the targets on a sheet of their own.
    const rows = namesakes(other);
    const pairs = claims.flatMap((claim) => {
      const subject = rows.get(nameOf(claim.place.subject));
      return subject === undefined ? [] : [{ claim, at: { index: other, subject } }];
    });
    if (pairs.length < FEWEST) return [];
    const declared = declaredBasis(field);
    const readAll = (way: RateWay, some: typeof pairs): readonly RateRow[] =>
      some.flatMap(({ claim, at }) => {
        const part = way.part.measure === "actual" && isPlan(way.whole) ? claim.place : at;
        return readRateRow(claim, way, declared, { part, whole: at }) ?? [];
      });
    const plans = field.measure === "attainment" ? waysByPlan(index, other, field) : [];
    return [...plans, ...waysOf(fields)].flatMap((way) => {
      const look = readAll(way, pairs.slice(0, LOOKED_AT));
      if (look.filter(({ verdict }) => verdict !== "disagrees").length < LOOKED_AT - 1) return [];
      const all = readAll(way, pairs);
      const isShown = all.length >= FEWEST && standingOf(all) === "established";
      const isMeant = plans.includes(way) || tellingRates(all) >= FEWEST;
      return isShown && isMeant ? [all] : [];
    });
  });
}

function isPlan({ measure }: Field): boolean {
  return measure === "target" || measure === "target-part";
}

function waysByPlan(index: TableIndex, other: TableIndex, rate: Field): readonly RateWay[] {
  const part = findField(index, rate.indicator.id, "actual", rate);
  if (part === undefined) return [];
  return other.table.fields
    .filter((whole) => isPlan(whole) && whole.indicator.id === rate.indicator.id)
    .filter((whole) => unitFactor(part.unit, whole.unit) !== undefined)
    .map((whole) => guess(part, whole));
}

function guess(part: Field, whole: Field): RateWay {
  const key = `${part.index}|${whole.index}`;
  return { key, basis: basisOf(part, whole), part, whole, isGuess: true };
}

function isOperand({ measure, against, indicator }: Field): boolean {
  return (
    (measure === "actual" || measure === "done") && against === null && indicator.kind !== "rate"
  );
}

function isOfTime(other: TableIndex, field: Field, { place }: NumberReading): boolean {
  const [own, time] = [periodOf(place.index.table, place.field), periodOf(other.table, field)];
  return own === null || time === null || isSamePeriod(own, time);
}

function waysOf(fields: readonly Field[]): readonly RateWay[] {
  return fields.flatMap((part) =>
    fields
      .filter((whole) => whole !== part && part.unit !== null && whole.unit !== null)
      .filter((whole) => unitFactor(part.unit, whole.unit) !== undefined)
      .map((whole) => guess(part, whole))
  );
}

function namesakes({ table }: TableIndex): ReadonlyMap<string, Subject> {
  return new Map(table.subjects.map((subject) => [nameOf(subject), subject]));
}

/** Zones go by their names, the one 合计 of a table is that of another. */
function nameOf({ role, name }: Subject): string {
  return role === "total" ? "total" : `${role}|${name}`;
}
