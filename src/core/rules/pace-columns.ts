import { normaliseText, parsePeriod } from "../catalog/index.ts";
import { cellAt } from "../workbook/book.ts";
import type { Sheet } from "../workbook/book.ts";
import { monthsOfStep } from "./pace-plan.ts";
import { parseTargetCell } from "./parse-target-cell.ts";
import type { PaceStep } from "./target-rule.ts";

/** 一季度序时 | 上半年序时进度(%): the months up to which a column of the rules sheet gives the pace. */
export function paceMonths(header: string): number | undefined {
  const key = normaliseText(header);
  if (!/序时|时序|进度|应达/u.test(key) || parsePeriod(key) === undefined) return undefined;
  return monthsOfStep(key);
}

/** The plan that such columns give a row: 22%, 22 or 0.22. A cell that is none of these gives no step. */
export function readPaceColumns(
  sheet: Sheet,
  row: number,
  columns: ReadonlyMap<number, number>
): readonly PaceStep[] {
  return [...columns]
    .flatMap(([months, column]): PaceStep[] => {
      const parsed = parseTargetCell(cellAt(sheet, row, column));
      const [clause] = typeof parsed === "string" ? [] : (parsed ?? []);
      if (clause === undefined || clause.value <= 0) return [];
      const isPart = clause.unit === null && clause.value <= 1;
      const percent = isPart ? Number((clause.value * 100).toPrecision(15)) : clause.value;
      return percent > 100 ? [] : [{ months, percent }];
    })
    .sort((a, b) => a.months - b.months);
}
