/** Words whose measure only the columns beside them tell: 完成 beside 剩余, 增减 beside 增减%, 完成率 beside 完成值. */

import type { Field, Observation } from "../model/table.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { FieldCore } from "./field-reading.ts";
import { isUnderSameHead } from "./left-sibling.ts";
import type { Words } from "./words.ts";

/** 总数 | 完成 | 剩余: what is done of a total, where the remainder stands beside it. */
export function settleDone<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  const remaining = new Set(
    fields.filter((field) => field.measure === "remaining").map((field) => field.indicator.id)
  );
  const sized = new Set(
    fields
      .filter((field) => field.measure === "actual" && field.isSize)
      .map((field) => field.indicator.id)
  );
  return fields.map((field) => {
    const { id } = field.indicator;
    const isDone =
      field.measure === "actual" && !field.isSize && remaining.has(id) && sized.has(id);
    return isDone ? { ...field, measure: "done" as const } : field;
  });
}

function isBare(field: Field): boolean {
  return field.measure === "growth" && /^(?:同比)?增(?:减|\(减\))$/u.test(field.path.at(-1) ?? "");
}

/** 增减 | 增减%: where the growth stands beside it, a bare 增减 is the increase in the unit of the level. */
export function settleIncrease<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  if (!fields.some(isBare)) return fields;
  // A form may have thousands of rows: each indicator's fields are looked through once.
  const grown = new Set<string>();
  const units = new Map<string, Field["unit"]>();
  for (const field of fields) {
    const { id } = field.indicator;
    if (field.measure === "growth" && !isBare(field)) grown.add(id);
    if (field.measure === "actual" && !units.has(id)) units.set(id, field.unit);
  }
  return fields.map((field) =>
    isBare(field) && grown.has(field.indicator.id)
      ? { ...field, measure: "increase" as const, unit: units.get(field.indicator.id) ?? null }
      : field
  );
}

/** 开工率: 目标值 | 完成值 | 完成率: the rate itself stands beside it, and 完成率 is a part of the target. */
export function settleAttained<F extends Field & FieldCore>(
  fields: readonly F[],
  words: Words
): readonly F[] {
  const saysAttained = ({ path }: F): boolean =>
    words(path.at(-1) ?? "").tokens.some(
      (token) => token.kind === "measure" && token.word === "attainment"
    );
  const isOpen = (field: F): boolean =>
    field.indicator.kind === "rate" && field.measure !== "attainment" && saysAttained(field);
  if (!fields.some(isOpen)) return fields;
  const targets = new Set(
    fields.filter(({ measure }) => measure === "target").map(({ indicator }) => indicator.id)
  );
  const told = new Set(
    fields
      .filter((field) => !saysAttained(field))
      .map(({ indicator, measure }) => `${indicator.id}|${measure}`)
  );
  return fields.map((field) => {
    const { indicator, measure } = field;
    const isPart = targets.has(indicator.id) && told.has(`${indicator.id}|${measure}`);
    return isOpen(field) && isPart ? { ...field, measure: "attainment" as const } : field;
  });
}

/** So many rows must be the difference of the two before them. */
const FEWEST_ROWS = 3;

/** 2023年 | 2022年 | 增减: where the numbers are those of the two less each other, and no growth of one on the other. */
export function settleChange<F extends Field & FieldCore>(
  fields: readonly F[],
  cells: readonly (readonly (Observation | null)[])[]
): readonly F[] {
  if (!fields.some(isBare)) return fields;
  return fields.map((field) => {
    if (!isBare(field)) return field;
    const beside = (measure: F["measure"]): F | undefined =>
      fields.find(
        (other) =>
          other.measure === measure &&
          other.indicator.id === field.indicator.id &&
          isUnderSameHead(other.path, field.path)
      );
    const [now, before] = [beside("actual"), beside("prior")];
    if (now === undefined || before === undefined) return field;
    const rows = cells.flatMap((row) => {
      const [own, a, b] = [field, now, before].map(({ index }) => {
        const content = row[index]?.content;
        return content?.kind === "number" ? content.stated : null;
      });
      return own && a && b ? [isDifference(own, a, b)] : [];
    });
    const fits = rows.filter(Boolean).length;
    const isIncrease = fits >= FEWEST_ROWS && fits * 5 >= rows.length * 4;
    return isIncrease ? { ...field, measure: "increase" as const, unit: now.unit } : field;
  });
}

function isDifference(own: StatedNumber, now: StatedNumber, before: StatedNumber): boolean {
  const room = [own, now, before].reduce((sum, { decimals }) => sum + 0.5 * 10 ** -decimals, 0);
  return Math.abs(own.value - (now.value - before.value)) <= room * 1.001;
}
