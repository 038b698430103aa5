import { printedName } from "../checks/printed-name.ts";
import type { Locale } from "../findings/locale.ts";
import { measureLabel } from "../findings/measure-labels.ts";
import type { IndicatorTable } from "../model/table.ts";
import type { CellRef } from "../workbook/address.ts";

/** What the tables of one sheet say of a cell: 河津开发区 · 工业投资 同比增速. Undefined for a cell of no table. */
export function cellNamer(
  tables: readonly IndicatorTable[]
): (at: CellRef, locale: Locale) => string | undefined {
  const names = new Map<string, (locale: Locale) => string>();
  for (const table of tables) {
    for (const observation of table.cells.flat()) {
      if (observation === null) continue;
      const subject = table.subjects[observation.subject];
      const field = table.fields[observation.field];
      if (subject === undefined || field === undefined) continue;
      names.set(keyOf(observation.at), (locale) => {
        const measure = field.measure === "actual" ? [] : [measureLabel(field.measure, locale)];
        const what = [printedName(field), ...measure].join(locale === "zh-CN" ? " " : ", ");
        return `${subject.label} · ${what}`;
      });
    }
  }
  return (at, locale) => names.get(keyOf(at))?.(locale);
}

function keyOf({ row, column }: CellRef): string {
  return `${row},${column}`;
}
