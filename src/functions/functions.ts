/* eslint-disable @typescript-eslint/no-explicit-any -- The metadata generator reads these signatures and knows no `unknown`. */
/**
 * The custom functions as Excel sees them: what the user reads in Excel, and nothing else. The build makes functions.json
 * of these comments and registers the functions. The calculations stand in core/measures.
 */
import {
  ZONE_DIFF,
  ZONE_GAP,
  ZONE_GROWTH,
  ZONE_SHARE,
  ZONE_STATUS,
  ZONE_TARGET,
} from "../core/measures/index.ts";
import { toCellOutputs } from "./cell-error.ts";

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
  return toCellOutputs(ZONE_GAP, ZONE_GAP.evaluate([actual, target, decimals]));
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
  return toCellOutputs(ZONE_SHARE, ZONE_SHARE.evaluate([part, total, decimals]));
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
  return toCellOutputs(ZONE_GROWTH, ZONE_GROWTH.evaluate([current, prior, decimals]));
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
  return toCellOutputs(ZONE_DIFF, ZONE_DIFF.evaluate([rate, reference, decimals]));
}

/**
 * 是否达到目标:返回“达到”或“未达到”。恰好等于目标为达到。
 * @customfunction ZONE_STATUS
 * @helpurl https://localhost:3000/help.html#ZONE_STATUS
 * @param {any[][]} actual 完成值:单元格或区域。
 * @param {any[][]} target 目标值:单元格或区域。
 * @param {string} [comparison] 比较:不低于(默认)、高于、不高于、低于,或 >=、>、<=、<。
 * @returns {any[][]} 达到或未达到。
 */
export function zoneStatus(actual: any[][], target: any[][], comparison?: string): any[][] {
  return toCellOutputs(ZONE_STATUS, ZONE_STATUS.evaluate([actual, target, comparison]));
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
  return toCellOutputs(ZONE_TARGET, ZONE_TARGET.evaluate([zone, indicator, rules]));
}
