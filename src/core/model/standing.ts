import type { Field, IndicatorTable } from "./table.ts";

/** How final a number is, in the trade's words. */
const STANDING =
  /快报|预计|初步|反馈|终报|年报|定案|(?:评估|修订|调整|上报)(?=数|后|值|稿|版|[))]|$)/u;

/** The standing a text names: 快报, 预计, 定案 …; null where it names none. */
export function standingIn(text: string): string | null {
  // 预计年产值 and 预计完成投资 are names of other numbers.
  return STANDING.exec(text.replace(/预计(?:年|全年|总|完成|达产|新增)/gu, ""))?.[0] ?? null;
}

/** The standing of a field's numbers: its own header's, else the one told of the whole table. */
export function standingOf(table: IndicatorTable, field: Field): string | null {
  return (
    standingIn(field.path.join(" ")) ??
    table.around.standing ??
    standingIn(`${table.title ?? ""} ${table.sheet}`)
  );
}
