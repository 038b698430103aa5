import { push } from "../model/push.ts";
import type { Period } from "../model/period.ts";
import type { Field, Observation } from "../model/table.ts";
import type { FieldCore } from "./field-reading.ts";

/** Below this part of 上年 a period's value and the year's do not belong together: 上年 is then the whole year. */
const SAME_SIZE = 0.65;

/**
 * 上年 or 去年 alone in a table of a part of the year: the same period where the values are of the same size as this
 * year's, else the whole year. In a table of a year it is last year.
 */
export function settleLastYear<F extends Field & FieldCore>(
  fields: readonly F[],
  cells: readonly (readonly (Observation | null)[])[]
): readonly F[] {
  if (!fields.some((field) => field.isLastYear)) return fields;
  const whole = new Set<string>();
  const quotients = quotientsByColumn(fields, cells);
  const settled = fields.map((field) => {
    if (!field.isLastYear || field.period?.kind === "year") return field;
    const isWhole = field.path.some((text) => /全年|1-12月/u.test(text));
    if (!isWhole && isSameSize(quotients.get(columnOf(field)) ?? [])) return field;
    if (field.isDated) whole.add(headOf(field));
    return { ...field, measure: "prior-year" as const };
  });
  // 2024年 over 完成额 | 占比 | 同比: all three are of that whole year.
  return settled.map((field) =>
    field.isDated && field.period !== null && field.path.length > 1 && whole.has(headOf(field))
      ? { ...field, period: { kind: "year" as const, year: field.period.year } }
      : field
  );
}

function headOf({ path, period }: Field): string {
  return `${path[0] ?? ""}|${JSON.stringify(period)}`;
}

/** Where indicators stand in rows, 上年 over them all means one thing. */
function columnOf({ line, path }: Field): string {
  return `${String(line)}|${path.at(-1) ?? ""}`;
}

function quotientsByColumn(
  fields: readonly (Field & FieldCore)[],
  cells: readonly (readonly (Observation | null)[])[]
): ReadonlyMap<string, readonly number[]> {
  const quotients = new Map<string, number[]>();
  for (const field of fields) {
    if (!field.isLastYear) continue;
    for (const quotient of toLastYear(field, fields, cells))
      push(quotients, columnOf(field), quotient);
  }
  return quotients;
}

function isSameSize(quotients: readonly number[]): boolean {
  const middle = [...quotients].sort((a, b) => a - b)[Math.floor(quotients.length / 2)];
  return middle !== undefined && middle >= SAME_SIZE;
}

/** This year's values, each to that of 上年 beside it. */
function toLastYear(
  field: Field,
  fields: readonly Field[],
  cells: readonly (readonly (Observation | null)[])[]
): readonly number[] {
  const levels = fields.filter(
    (other) => other.measure === "actual" && other.indicator.id === field.indicator.id
  );
  // 2023年 | 2024年 | 2025年1-6月: this year's, not that of the year before.
  const year = field.period?.year ?? null;
  const actual =
    levels.find(({ period }) => year !== null && period?.year === year + 1) ?? levels[0];
  if (actual === undefined) return [];
  return cells.flatMap((row) => {
    const now = row[actual.index]?.content;
    const before = row[field.index]?.content;
    if (now?.kind !== "number" || before?.kind !== "number" || before.stated.value === 0) return [];
    return [now.stated.value / before.stated.value];
  });
}

/**
 * 完成 | 2023年1-6月 in a table that tells no year: the dated column beside an undated one of the same indicator is last
 * year's.
 */
export function settleDated<F extends Field & FieldCore>(
  fields: readonly F[],
  table: Period | null
): readonly F[] {
  if (table?.kind === "year" || (table !== null && table.year !== null)) return fields;
  const undated = new Set(
    fields
      .filter((field) => field.measure === "actual" && !field.isDated && field.against === null)
      .map((field) => field.indicator.id)
  );
  return fields.map((field) =>
    field.isDated && field.measure === "actual" && undated.has(field.indicator.id)
      ? { ...field, measure: "prior" as const }
      : field
  );
}
