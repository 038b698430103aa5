import { normaliseText } from "./normalise.ts";
import { isZoneLabel } from "./zones.ts";

/** What sheets and papers are called by what is in them, or by the time it is of. */
const DOCUMENT =
  /对标|对比|规划|指标|情况|概况|概览|状况|一览|快报|汇总|总表|明细|数据|分析|台账|简报|通报|走势|趋势|财务|构成|结构|月报|季报|年报|统计|历年|近?[二两三四五]年|十[一二三四五六]五|^[\d一二三四五六七八九十]*(?:年|月|季|周|季度|年度)$|表$/u;

/** Whether a name is that of a paper (十四五, 对标分析, 指标快报), not of a zone: 河津 and 万荣 are no papers. */
export function isDocumentName(name: string): boolean {
  return DOCUMENT.test(normaliseText(name)) && !isZoneLabel(name);
}
