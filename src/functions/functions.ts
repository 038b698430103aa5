/* eslint-disable @typescript-eslint/no-explicit-any -- The metadata generator reads these signatures and knows no `unknown`. */
/**
 * The custom functions as Excel sees them: what the user reads in Excel, and nothing else. The build makes functions.json
 * of these comments and registers the functions. The calculations stand in core/measures.
 */
import {
  ATTAIN_CALL,
  CONSISTENT_CALL,
  CONTRIB_CALL,
  DIFF_CALL,
  GAP_CALL,
  GROWTH_CALL,
  NEEDED_CALL,
  PACE_CALL,
  PRIOR_CALL,
  RANK_CALL,
  RATE_CALL,
  SHARE_CALL,
  STATUS_CALL,
  TARGET_CALL,
  WHOLE_CALL,
} from "../core/measures/synchronous.ts";
import { noteArguments } from "./argument-watch.ts";
import { evaluateCall } from "./cell-error.ts";
import { checkInChunk, phraseInChunk } from "./chunks.ts";

/**
 * 比较方式。
 * @customenum {string}
 */
export enum ZoneComparison {
  /** 不低于:恰好等于目标为达到 */
  不低于 = "不低于",
  /** 高于:恰好等于目标为未达到 */
  高于 = "高于",
  /** 不高于:越低越好,恰好等于目标为达到 */
  不高于 = "不高于",
  /** 低于:越低越好,恰好等于目标为未达到 */
  低于 = "低于",
}

/**
 * 排位次序。
 * @customenum {string}
 */
export enum ZoneOrder {
  /** 最大的为第1位 */
  由高到低 = "由高到低",
  /** 最小的为第1位,用于越低越好的指标 */
  由低到高 = "由低到高",
}

/**
 * 核对算法。
 * @customenum {string}
 */
export enum ZoneKind {
  /** 部分,总体 */
  占比 = "占比",
  /** 已完成,总数 */
  率 = "率",
  /** 完成值,目标值 */
  完成率 = "完成率",
  /** 本期,上年同期 */
  增速 = "增速",
  /** 本期,上年同期 */
  增减额 = "增减额",
  /** 增速,对照增速(百分点) */
  差 = "差",
  /** 完成值,目标值 */
  差额 = "差额",
  /** 各成员,或成员所在区域 */
  合计 = "合计",
}

/**
 * 与目标差距:完成值减目标值。同比、占比的差距为百分点,总量的差距为原单位;负数为未达到。
 * @customfunction ZONE_GAP
 * @helpurl https://localhost:3000/help.html#ZONE_GAP
 * @param {any[][]} actual 完成值:单元格或区域;百分数按表内数字填,17%写17。
 * @param {any[][]} target 目标值:单元格或区域。
 * @param {number} [decimals] 保留几位小数(四舍五入);不填则不舍入。
 * @returns {any[][]} 差距。
 */
export function zoneGap(actual: any[][], target: any[][], decimals?: number): any[][] {
  return evaluateCall(GAP_CALL, noteArguments([actual, target, decimals]));
}

/**
 * 占比:部分除以总体乘以100,单位为%。
 * @customfunction ZONE_SHARE
 * @helpurl https://localhost:3000/help.html#ZONE_SHARE
 * @param {any[][]} part 部分:单元格或区域。
 * @param {any[][]} total 总体:单元格或区域。
 * @param {number} [decimals] 保留几位小数(四舍五入);不填则不舍入。
 * @returns {any[][]} 占比(%)。
 */
export function zoneShare(part: any[][], total: any[][], decimals?: number): any[][] {
  return evaluateCall(SHARE_CALL, [part, total, decimals]);
}

/**
 * 同比增速:本期除以上年同期减1,乘以100,单位为%(名义增速)。投资、增加值的增速以统计部门反馈为准,不宜这样推算。
 * @customfunction ZONE_GROWTH
 * @helpurl https://localhost:3000/help.html#ZONE_GROWTH
 * @param {any[][]} current 本期:单元格或区域。
 * @param {any[][]} prior 上年同期:单元格或区域。
 * @param {number} [decimals] 保留几位小数(四舍五入);不填则不舍入。
 * @returns {any[][]} 增速(%)。
 */
export function zoneGrowth(current: any[][], prior: any[][], decimals?: number): any[][] {
  return evaluateCall(GROWTH_CALL, [current, prior, decimals]);
}

/**
 * 增速之差:增速减对照增速,单位为百分点;正数为高于,负数为低于。
 * @customfunction ZONE_DIFF
 * @helpurl https://localhost:3000/help.html#ZONE_DIFF
 * @param {any[][]} rate 增速(或占比):单元格或区域;百分数按表内数字填,-17.92%写-17.92。
 * @param {any[][]} reference 对照增速,如全市、全省开发区的增速。
 * @param {number} [decimals] 保留几位小数(四舍五入);不填则不舍入。
 * @returns {any[][]} 差(百分点)。
 */
export function zoneDiff(rate: any[][], reference: any[][], decimals?: number): any[][] {
  return evaluateCall(DIFF_CALL, [rate, reference, decimals]);
}

/**
 * 由增速倒推的基数:本期除以(1加增速除以100)。增速为同口径时,它与上年公布数可以不同。
 * @customfunction ZONE_PRIOR
 * @helpurl https://localhost:3000/help.html#ZONE_PRIOR
 * @param {any[][]} current 本期:单元格或区域。
 * @param {any[][]} growth 增速(%):按表内数字填,-17.92%写-17.92。
 * @param {number} [decimals] 保留几位小数(四舍五入);不填则不舍入。
 * @returns {any[][]} 基数(与本期同单位)。
 */
export function zonePrior(current: any[][], growth: any[][], decimals?: number): any[][] {
  return evaluateCall(PRIOR_CALL, [current, growth, decimals]);
}

/**
 * 超(欠)序时进度:完成年度目标的百分比减月份除以12的百分比,单位为百分点;正数为超序时。只用于总量和个数,增速、占比目标不按月折算。
 * @customfunction ZONE_PACE
 * @helpurl https://localhost:3000/help.html#ZONE_PACE
 * @param {any[][]} actual 累计完成:单元格或区域。
 * @param {any[][]} annual_target 年度目标:单元格或区域。
 * @param {any[][]} month 月份,1到12;1-6月填6。
 * @param {number} [decimals] 保留几位小数(四舍五入);不填则不舍入。
 * @returns {any[][]} 超(欠)序时进度(百分点)。
 */
export function zonePace(
  actual: any[][],
  annual_target: any[][],
  month: any[][],
  decimals?: number
): any[][] {
  return evaluateCall(PACE_CALL, [actual, annual_target, month, decimals]);
}

/**
 * 完成率:完成值除以目标值乘以100,单位为%,可以超过100。
 * @customfunction ZONE_ATTAIN
 * @helpurl https://localhost:3000/help.html#ZONE_ATTAIN
 * @param {any[][]} actual 完成值:单元格或区域。
 * @param {any[][]} target 目标值:单元格或区域。
 * @param {number} [decimals] 保留几位小数(四舍五入);不填则不舍入。
 * @returns {any[][]} 完成率(%)。
 */
export function zoneAttain(actual: any[][], target: any[][], decimals?: number): any[][] {
  return evaluateCall(ATTAIN_CALL, [actual, target, decimals]);
}

/**
 * 还需完成:要达到全年增长目标,后几个月还需完成的量;已达到时为0。
 * @customfunction ZONE_NEEDED
 * @helpurl https://localhost:3000/help.html#ZONE_NEEDED
 * @param {any[][]} actual 累计完成:单元格或区域。
 * @param {any[][]} prior_part 上年同期:与累计完成同月份的上年数,用于核对。
 * @param {any[][]} prior_year 上年全年:单元格或区域。
 * @param {any[][]} growth_target 全年增速目标(%):17%写17。
 * @returns {any[][]} 还需完成的量(与累计完成同单位)。
 */
export function zoneNeeded(
  actual: any[][],
  prior_part: any[][],
  prior_year: any[][],
  growth_target: any[][]
): any[][] {
  return evaluateCall(NEEDED_CALL, [actual, prior_part, prior_year, growth_target]);
}

/**
 * 是否达到目标:返回“达到”或“未达到”。恰好等于目标为达到。
 * @customfunction ZONE_STATUS
 * @helpurl https://localhost:3000/help.html#ZONE_STATUS
 * @param {any[][]} actual 完成值:单元格或区域。
 * @param {any[][]} target 目标值:单元格或区域。
 * @param {ZoneComparison} [comparison] 比较:不低于(默认)、高于、不高于、低于,或 >=、>、<=、<。
 * @returns {any[][]} 达到或未达到。
 */
export function zoneStatus(actual: any[][], target: any[][], comparison?: ZoneComparison): any[][] {
  return evaluateCall(STATUS_CALL, [actual, target, comparison]);
}

/**
 * 适用目标:在“目标规则”表中查找某开发区某指标适用的目标值,含例外。
 * @customfunction ZONE_TARGET
 * @helpurl https://localhost:3000/help.html#ZONE_TARGET
 * @param {any[][]} zone 开发区名称:单元格或区域。
 * @param {any[][]} indicator 指标名称;有几种口径时把口径写在后面,如“工业投资 同比”。
 * @param {any[][]} rules “目标规则”表的整个区域,连同表头。
 * @returns {any[][]} 目标值。
 */
export function zoneTarget(zone: any[][], indicator: any[][], rules: any[][]): any[][] {
  return evaluateCall(TARGET_CALL, [zone, indicator, rules]);
}

/**
 * 率:已完成除以总数乘以100,单位为%。按个数还是按投资额,由所选的两个单元格决定。
 * @customfunction ZONE_RATE
 * @helpurl https://localhost:3000/help.html#ZONE_RATE
 * @param {any[][]} done 已完成(已开工、已投产、已达效、已整改……):单元格或区域。
 * @param {any[][]} total 总数:单元格或区域。
 * @param {number} [decimals] 保留几位小数(四舍五入);不填则不舍入。
 * @returns {any[][]} 率(%)。
 */
export function zoneRate(done: any[][], total: any[][], decimals?: number): any[][] {
  return evaluateCall(RATE_CALL, [done, total, decimals]);
}

/**
 * 对增长的拉动:部分的增减额除以总体上年同期乘以100,单位为百分点;负数为下拉。
 * @customfunction ZONE_CONTRIB
 * @helpurl https://localhost:3000/help.html#ZONE_CONTRIB
 * @param {any[][]} part_now 部分本期:单元格或区域。
 * @param {any[][]} part_prior 部分上年同期:单元格或区域。
 * @param {any[][]} total_prior 总体上年同期:单元格或区域。
 * @param {number} [decimals] 保留几位小数(四舍五入);不填则不舍入。
 * @returns {any[][]} 拉动(百分点)。
 */
export function zoneContrib(
  part_now: any[][],
  part_prior: any[][],
  total_prior: any[][],
  decimals?: number
): any[][] {
  return evaluateCall(CONTRIB_CALL, [part_now, part_prior, total_prior, decimals]);
}

/**
 * 位次:数值在全部数值中的名次,并列取靠前的位次(1 2 2 4)。
 * @customfunction ZONE_RANK
 * @helpurl https://localhost:3000/help.html#ZONE_RANK
 * @param {any[][]} value 数值:单元格或区域。
 * @param {any[][]} values 全部数值所在的区域;空格、“-”和文字不参加排位。
 * @param {ZoneOrder} [order] 次序:由高到低(默认)或 由低到高,也可填 0 或 1。
 * @returns {any[][]} 位次。
 */
export function zoneRank(value: any[][], values: any[][], order?: ZoneOrder): any[][] {
  return evaluateCall(RANK_CALL, [value, values, order]);
}

/**
 * 是否吻合:由操作数重算,按区间判断表内数,返回“吻合”“尾差”或“不符”。每个数按它自己的小数位数计。
 * @customfunction ZONE_CONSISTENT
 * @helpurl https://localhost:3000/help.html#ZONE_CONSISTENT
 * @param {any[][]} stated 表内数:单元格或区域。
 * @param {any[][][]} operands 先填操作数(单元格或区域),最后填算法:占比、率、完成率、增速、增减额、差、差额 或 合计。
 * @returns {any[][]} 吻合、尾差或不符。
 */
export function zoneConsistent(stated: any[][], operands: any[][][]): any[][] {
  return evaluateCall(CONSISTENT_CALL, [stated, ...operands]);
}

/**
 * 可能的总数:使“个数占总数的百分比”成立的所有整数,由小到大列出;没有时为#N/A,说明个数和占比必有一个不对。
 * @customfunction ZONE_WHOLE
 * @helpurl https://localhost:3000/help.html#ZONE_WHOLE
 * @param {any[][]} count 个数:单元格、一行或一列。
 * @param {any[][]} percent 占比(%):按填列的小数位数判断。
 * @returns {any[][]} 可能的总数。
 */
export function zoneWhole(count: any[][], percent: any[][]): any[][] {
  return evaluateCall(WHOLE_CALL, [count, percent]);
}

/**
 * 通报用语:把指标的完成值、增速、与对照的差、是否达到目标写成一句话。
 * @customfunction ZONE_PHRASE
 * @helpurl https://localhost:3000/help.html#ZONE_PHRASE
 * @param {any[][]} indicator 指标名称:单元格或区域。
 * @param {any[][]} value 完成值:单元格或区域。
 * @param {any[][]} [unit] 单位,如“亿元”;为“%”时对照和目标与数值本身比。
 * @param {any[][]} [growth] 增速(%):按表内数字填,-17.92%写-17.92;也可为“持平”。
 * @param {any[][]} [reference] 对照增速(%),如全市增速;不填则不写。
 * @param {any[][]} [reference_name] 对照名称,如“全市”。
 * @param {any[][]} [target] 目标值:有增速时为增速目标(%);不填则不写。
 * @returns {Promise<any[][]>} 一句话。
 */
export function zonePhrase(
  indicator: any[][],
  value: any[][],
  unit?: any[][],
  growth?: any[][],
  reference?: any[][],
  reference_name?: any[][],
  target?: any[][]
): Promise<any[][]> {
  return phraseInChunk([indicator, value, unit, growth, reference, reference_name, target]);
}

/**
 * 审核表格:逐条列出问题的级别、名称、在区域内的位置和说明;没有问题时为一行“无问题”。
 * @customfunction ZONE_CHECK
 * @helpurl https://localhost:3000/help.html#ZONE_CHECK
 * @param {any[][]} range 整个表格的区域,连同标题、表头和开发区名称。
 * @param {any[][]} [rules] “目标规则”表的整个区域,连同表头;不填则不按目标规则审核。
 * @returns {Promise<any[][]>} 问题清单。
 */
export function zoneCheck(range: any[][], rules?: any[][]): Promise<any[][]> {
  return checkInChunk(range, rules);
}
