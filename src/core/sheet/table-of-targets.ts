import { normaliseText } from "../catalog/normalise.ts";
import type { Measure } from "../model/measure.ts";
import type { Field, IndicatorTable } from "../model/table.ts";
import { isWholeYear } from "../rules/target-columns.ts";

/** 2025年度主要指标目标任务分解表, 年度目标: a title that names nothing but what is aimed at. */
const OF_TARGETS =
  /(?:目标|任务)(?:任务|目标)*(?:的)?(?:分解|下达|分配|计划|责任)(?:情况)?(?:一览)?表?$|(?:年度|全年|考核|责任|预期)(?:目标|任务)(?:任务|目标)*值?(?:一览)?表?$/u;
/** A title or head that tells of what was done. */
const OF_DONE =
  /完成|实际|实绩|进度|进展|执行|累计|本期|本月|上年|去年|同期|得分|考核结果|对比|对照|现状|运行/u;
/** What a target may be of. */
const AIMED_AT: ReadonlySet<Measure> = new Set(["actual", "growth", "share", "rate"]);

/**
 * A table whose title says that its numbers are targets, and none of whose heads speaks of what was done, with them as
 * targets: 固定资产投资(亿元) and 增加值增速(%) of a 目标任务分解表 are aimed at.
 */
export function asTargets(table: IndicatorTable): IndicatorTable {
  const title = normaliseText(table.title ?? table.sheet).replace(/\([^()]*\)$/u, "");
  if (!OF_TARGETS.test(title) || OF_DONE.test(title)) return table;
  if (!table.fields.every(isPlain)) return table;
  const isOfPart = table.period !== null && !isWholeYear(table.period);
  const measure = isOfPart ? "target-part" : "target";
  return { ...table, fields: table.fields.map((field) => ({ ...field, measure })) };
}

function isPlain({ measure, against, path }: Field): boolean {
  const isOwn = measure === "share" ? against?.kind !== "total" : against === null;
  return AIMED_AT.has(measure) && isOwn && !path.some((text) => OF_DONE.test(text));
}
