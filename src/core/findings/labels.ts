import type { NotEvaluableReason } from "../evaluation/evaluation.ts";
import type { UnrecognisedReason } from "../model/table.ts";
import type { FindingClass, FindingCode, RemarkNeed, Severity } from "./finding.ts";
import type { Locale } from "./locale.ts";

type Labels<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

const SEVERITIES: Labels<Severity> = {
  "zh-CN": { error: "强制性", warning: "核实性", information: "提示" },
  "en-US": { error: "Mandatory", warning: "To verify", information: "Information" },
};

/** The groups in which people work through findings: an unmet target is neither a fault nor mere information. */
export type FindingGroup = "correct" | "explain" | "unmet" | "information";

const GROUPS: Labels<FindingGroup> = {
  "zh-CN": {
    correct: "必须更正",
    explain: "需要说明",
    unmet: "未达到目标",
    information: "提示",
  },
  "en-US": {
    correct: "Must be corrected",
    explain: "Needs an explanation",
    unmet: "Targets not met",
    information: "Information",
  },
};

const CLASSES: Labels<FindingClass> = {
  "zh-CN": { target: "目标", consistency: "一致性", quality: "填报质量", rules: "目标规则" },
  "en-US": {
    target: "Target",
    consistency: "Consistency",
    quality: "Data quality",
    rules: "Rules",
  },
};

const CODES: Labels<FindingCode> = {
  "zh-CN": {
    "target-unmet": "未达到目标",
    "target-mismatch": "目标值与规则不一致",
    "sum-mismatch": "合计不符",
    "share-mismatch": "占比不符",
    "growth-mismatch": "增速不符",
    "difference-mismatch": "差值不符",
    "verdict-mismatch": "达标判断不符",
    "missing-value": "缺数",
    "text-number": "文本型数字",
    "not-a-number": "不是数",
    "formula-error": "公式错误",
    "target-behind-pace": "落后于序时进度",
    "target-undecided": "是否达到目标未定",
    "rate-mismatch": "比率不符",
    "rank-mismatch": "位次不符",
    "order-violation": "大小关系不符",
    "aggregate-out-of-range": "合计超出成员范围",
    "cumulative-decrease": "累计数下降",
    "remainder-mismatch": "剩余数不符",
    "cross-sheet-mismatch": "表间不一致",
    "integer-infeasible": "百分比无整数解",
    "residual-implausible": "余数异常",
    "small-base": "基数过小",
    "zone-missing": "缺开发区或缺行",
    "period-conflict": "时期矛盾",
    "unit-conflict": "单位不符",
    "unit-suspect": "单位存疑",
    "precision-unsupported": "位数无依据",
    "duplicate-entry": "重复填报",
    "sign-suspect": "正负号存疑",
    "zero-suspect": "零值存疑",
    "repeated-values": "数值重复",
    "shifted-rows": "疑似错行",
    "formula-deviates": "公式不一致",
    "external-link": "外部链接",
    "stale-value": "未重算",
    "rule-contradiction": "规则矛盾",
    "rule-redundant": "规则重复",
    "rule-never-fires": "规则未用到",
    "rule-unknown-name": "规则名称不识",
  },
  "en-US": {
    "target-unmet": "Target not met",
    "target-mismatch": "Target differs from the rule",
    "sum-mismatch": "Total does not add up",
    "share-mismatch": "Share does not follow",
    "growth-mismatch": "Growth does not follow",
    "difference-mismatch": "Difference does not follow",
    "verdict-mismatch": "Verdict contradicts the numbers",
    "missing-value": "Value missing",
    "text-number": "Number stored as text",
    "not-a-number": "Not a number",
    "formula-error": "Formula error",
    "target-behind-pace": "Behind the pace",
    "target-undecided": "Target undecided",
    "rate-mismatch": "Rate does not follow",
    "rank-mismatch": "Rank does not follow",
    "order-violation": "Part exceeds whole",
    "aggregate-out-of-range": "Total outside its members",
    "cumulative-decrease": "Cumulative value falls",
    "remainder-mismatch": "Remainder does not follow",
    "cross-sheet-mismatch": "Tables disagree",
    "integer-infeasible": "No whole number fits",
    "residual-implausible": "Rest of the city implausible",
    "small-base": "Very small base",
    "zone-missing": "Zone or row missing",
    "period-conflict": "Periods conflict",
    "unit-conflict": "Unit conflict",
    "unit-suspect": "Unit in doubt",
    "precision-unsupported": "Digits without basis",
    "duplicate-entry": "Entered twice",
    "sign-suspect": "Sign in doubt",
    "zero-suspect": "Zero in doubt",
    "repeated-values": "Values repeated",
    "shifted-rows": "Rows shifted",
    "formula-deviates": "Formula deviates",
    "external-link": "External link",
    "stale-value": "Not recalculated",
    "rule-contradiction": "Rules contradict",
    "rule-redundant": "Rule redundant",
    "rule-never-fires": "Rule never used",
    "rule-unknown-name": "Unknown name in rules",
  },
};

const REMARKS: Labels<RemarkNeed> = {
  "zh-CN": { required: "须说明", optional: "可说明", none: "不需说明" },
  "en-US": {
    required: "Explanation required",
    optional: "Explanation optional",
    none: "No explanation",
  },
};

const REASONS: Labels<NotEvaluableReason> = {
  "zh-CN": {
    "missing-operand": "缺少参与计算的数",
    "unreadable-operand": "参与计算的内容不是数",
    "error-operand": "参与计算的单元格公式出错",
    "no-base": "基数为零、为负或没有,增速或占比无意义",
    "basis-given": "按可比价或同口径计算,由统计部门提供,不作推算",
    "relation-not-established": "该列的计算关系不能确定",
    undecided: "结论取决于权重、修约或年末数",
  },
  "en-US": {
    "missing-operand": "a number that takes part is missing",
    "unreadable-operand": "what takes part is no number",
    "error-operand": "a cell that takes part holds a formula error",
    "no-base": "the base is zero, negative or absent: no growth or share is defined",
    "basis-given":
      "given by the statistics office (constant prices or adjusted scope), not recomputed",
    "relation-not-established": "the column does not show what it is computed from",
    undecided: "the verdict depends on weights, rounding or the end of the year",
  },
};

const UNRECOGNISED: Labels<UnrecognisedReason> = {
  "zh-CN": {
    "unknown-measure": "表头没有说明是什么数",
    "unknown-row": "这一行没有名称,或名称不能识别",
    "no-header": "数的上方和左侧没有表头",
    "several-meanings": "表头可以有两种理解",
    "stray-cells": "表外的单元格",
    "unsupported-layout": "这种表式暂不能识别",
    picture: "没有可读的单元格数据;表格如为图片或文本框,请改成单元格",
    "stated-relation": "审核关系没有识别,未按它审核",
    "relation-between-tables": "表间关系,未审核",
    "set-aside": "已指定为非数据",
    "set-aside-zone": "已指定为非数据",
  },
  "en-US": {
    "unknown-measure": "the header does not say what is measured",
    "unknown-row": "the row has no name, or one that says nothing",
    "no-header": "numbers without a header above or beside them",
    "several-meanings": "the header could mean two things",
    "stray-cells": "cells outside every table",
    "unsupported-layout": "a layout that cannot be read yet",
    picture: "no cells to read; if the table is a picture or a text box, put it into cells",
    "stated-relation": "a stated relation that could not be read: not checked",
    "relation-between-tables": "a relation with another table: not checked",
    "set-aside": "set aside as no data",
    "set-aside-zone": "set aside as no data",
  },
};

export const severityLabel = (severity: Severity, locale: Locale): string =>
  SEVERITIES[locale][severity];
export const groupLabel = (group: FindingGroup, locale: Locale): string => GROUPS[locale][group];
export const classLabel = (kind: FindingClass, locale: Locale): string => CLASSES[locale][kind];
/** Every kind of finding there is. */
export const FINDING_CODES = Object.keys(CODES["zh-CN"]) as readonly FindingCode[];

export const codeLabel = (code: FindingCode, locale: Locale): string => CODES[locale][code];
export const remarkLabel = (remark: RemarkNeed, locale: Locale): string => REMARKS[locale][remark];
export const reasonLabel = (reason: NotEvaluableReason, locale: Locale): string =>
  REASONS[locale][reason];
export const unrecognisedLabel = (reason: UnrecognisedReason, locale: Locale): string =>
  UNRECOGNISED[locale][reason];

/** The group a finding is worked through in. */
export function groupOf(finding: {
  readonly code: FindingCode;
  readonly severity: Severity;
}): FindingGroup {
  if (finding.code === "target-unmet") return "unmet";
  if (finding.severity === "error") return "correct";
  return finding.severity === "warning" ? "explain" : "information";
}
