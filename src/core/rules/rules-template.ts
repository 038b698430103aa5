import type { RulesTexts } from "./rules-rows.ts";
import { REMARK_OPTIONAL } from "./rules-sheet-columns.ts";

const RATE: RulesTexts = {
  比较: "不低于",
  单位: "%",
  类型: "比率",
  档次: "考核",
  级别: REMARK_OPTIONAL,
};

function rule(
  indicator: string,
  measure: string,
  scope: string,
  value: number,
  more: RulesTexts
): RulesTexts {
  return { ...RATE, 指标: indicator, 口径: measure, 适用: scope, 目标值: String(value), ...more };
}

/**
 * A 目标规则 sheet to start from: what a province set for the zones of one city in 2023, each exception in its own row.
 * The period is left out, so that the sheet holds for whatever year it is put in.
 */
export const RULES_TEMPLATE: readonly RulesTexts[] = [
  rule("工业投资", "同比增速", "工业类", 17, { 来源: "省定" }),
  rule("工业投资", "同比增速", "河津开发区", 16, { 来源: "省定", 备注: "例外" }),
  rule("规上工业增加值", "同比增速", "工业类", 16, { 来源: "省定" }),
  rule("规上工业增加值", "同比增速", "河津开发区", 15, { 来源: "省定", 备注: "例外" }),
  rule("转型项目当年完成投资", "占比", "工业类", 82, { 来源: "省定", 类型: "占比" }),
  rule("转型项目当年完成投资", "占比", "运城开发区", 88, {
    来源: "省定",
    类型: "占比",
    备注: "例外",
  }),
  rule("固定资产投资", "同比增速", "农业类", 18, { 来源: "省初定" }),
  rule("产业当年完成投资", "完成值", "农业类", 2, { 来源: "省定", 单位: "亿元", 类型: "序时" }),
  rule("绿色有机农产品覆盖率", "完成值", "农业类", 48, { 来源: "省初定" }),
  rule("签约率", "比率", "全部", 90, { 来源: "市定" }),
  rule("开工率", "比率", "全部", 40, { 来源: "市定" }),
  rule("投产率", "比率", "全部", 90, { 来源: "市定" }),
];
