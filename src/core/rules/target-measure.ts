import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import { fieldsOf } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";

/**
 * Which measure a target column speaks of: the header's words, then the unit, then the rates that stand beside it.
 * A target in % is held against a share of an indicator (占工业投资) before a growth, and against a growth before a
 * share of 全市, which nobody sets as a target.
 */
export function targetMeasure(index: TableIndex, target: Field): Measure {
  const has = (measure: Measure): boolean =>
    fieldsOf(index, target.indicator.id, measure).some((field) => field !== target);
  const words = target.path.join(" ");
  if (/占比|比重|占[^年]|份额/u.test(words) && has("share")) return "share";
  if (/增速|增长|同比|增幅/u.test(words) && !/增长点/u.test(words) && has("growth"))
    return "growth";
  const rate = rateMeasure(index, target);
  switch (target.unit?.family) {
    case "rate":
      return rate ?? "growth";
    case undefined:
      return isLevelWord(words) || target.measure === "target-part" ? "actual" : (rate ?? "actual");
    default:
      return "actual";
  }
}

function rateMeasure(index: TableIndex, target: Field): Measure | undefined {
  const id = target.indicator.id;
  if (target.indicator.kind === "rate") {
    // 覆盖率 "完成%" is the rate itself.
    const own = ["rate", "actual", "attainment"] as const;
    return own.find((measure) => fieldsOf(index, id, measure).length > 0) ?? "actual";
  }
  const shares = fieldsOf(index, id, "share");
  if (shares.some((field) => field.against?.kind === "indicator")) return "share";
  if (fieldsOf(index, id, "growth").length > 0) return "growth";
  if (shares.length > 0) return "share";
  return fieldsOf(index, id, "rate").length > 0 ? "rate" : undefined;
}

/** Words of a yearly amount: 年度计划, 全年任务. */
function isLevelWord(words: string): boolean {
  return /年度|全年|年计划|任务|计划|投资额|序时|上半年目标/u.test(words);
}
