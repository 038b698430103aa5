import type { Column } from "../model/table-index.ts";
import { readChanges, readIncreases } from "./change-operands.ts";
import type { CheckContext } from "./check.ts";
import type { Reading } from "./difference-rows.ts";
import { readGaps } from "./gap-operands.ts";
import { readPaces } from "./pace-operands.ts";
import { readAttainmentChanges } from "./rate-changes.ts";
import { readDifferences, scopesOf } from "./reference-operands.ts";

/** What the column may compare, likeliest first. */
export function waysToRead(context: CheckContext, column: Column): readonly (() => Reading)[] {
  if (column.measure === "gap") {
    const measures = [null, "growth", "share", "actual"] as const;
    return [
      ...measures.map((measure) => () => readGaps(context, column, measure)),
      // 年度目标 | 序时目标 | 完成 | 差额: of what is due by now.
      () => readGaps(context, column, "actual", "part"),
      // 超欠 without a unit, behind a 完成率, is told from the pace.
      () => readPaces(context, column, "nearest"),
    ];
  }
  if (column.measure === "rate-change") {
    const rates = ["share", "growth", "rate", "actual"] as const;
    return [
      ...rates.flatMap((measure) =>
        (["prior", "previous"] as const).map(
          (base) => () => readChanges(context, column, measure, base)
        )
      ),
      () => readAttainmentChanges(context, column),
    ];
  }
  if (column.measure === "increase") {
    const bases = ["prior", "opening", "previous"] as const;
    return bases.map((base) => () => readIncreases(context, column, base));
  }
  if (column.measure === "pace-difference") {
    return [
      () => readPaces(context, column, "nearest"),
      // 完成全年目标% | 完成上半年目标% | 与序时进度差: of the year's progress, which stands farther off.
      () => readPaces(context, column, "farthest"),
    ];
  }
  const measures = ["growth", "rate", "share", "actual"] as const;
  return measures.flatMap((measure) =>
    scopesOf(column).map((scope) => () => readDifferences(context, column, measure, scope))
  );
}
