import type { KeptCorrections, Locale, ReferenceScope, SubjectRole } from "../../core/index.ts";

export type AgainstChoice = ReferenceScope | "total" | "none";

/** What the 表格识别 view says; it comes with the view. */
export interface RecognitionTexts {
  readonly confidence: (percent: number) => string;
  readonly columns: (count: number) => string;
  readonly subjects: (count: number) => string;
  readonly notes: (count: number) => string;
  readonly others: string;
  readonly correct: string;
  readonly correctOf: (name: string) => string;
  readonly corrected: string;
  readonly undo: string;
  readonly undoOf: (name: string) => string;
  readonly save: string;
  readonly setAside: string;
  readonly cancel: string;
  readonly indicator: string;
  readonly measure: string;
  readonly unit: string;
  readonly unitUnknown: string;
  readonly against: string;
  readonly name: string;
  readonly role: string;
  readonly various: string;
  readonly orphans: string;
  readonly part: Readonly<Record<Exclude<KeptCorrections["part"], "none" | "read">, string>>;
  readonly roles: Readonly<Record<SubjectRole, string>>;
  readonly scopes: Readonly<Record<AgainstChoice, string>>;
  readonly of: (whole: string) => string;
}

const chinese: RecognitionTexts = {
  confidence: (percent) => `识别 ${percent}%`,
  columns: (count) => `行列含义 ${count}`,
  subjects: (count) => `开发区与合计行 ${count}`,
  notes: (count) => `表注与说明 ${count}`,
  others: "未识别的其他部分",
  correct: "更正",
  correctOf: (name) => `更正 ${name}`,
  corrected: "已更正",
  undo: "撤销",
  undoOf: (name) => `撤销对 ${name} 的更正`,
  save: "保存更正",
  setAside: "不是数据",
  cancel: "取消",
  indicator: "指标",
  measure: "口径",
  unit: "单位",
  unitUnknown: "单位未知",
  against: "参照",
  name: "名称",
  role: "角色",
  various: "各行不同",
  orphans: "表中已找不到的更正",
  part: {
    newer: "工作簿里的更正由更新的版本写成,本版未采用,也未改动。",
    unreadable: "工作簿里的更正记录已损坏,没有采用;保存新的更正时会重写。",
  },
  roles: {
    zone: "开发区",
    project: "项目",
    total: "合计",
    subtotal: "小计",
    part: "其中",
    average: "平均",
    reference: "参照(全市、全省)",
  },
  scopes: {
    city: "全市",
    province: "全省",
    "province-zones": "全省开发区",
    nation: "全国",
    "nation-zones": "全国开发区",
    benchmark: "先进水平",
    total: "合计行",
    none: "无",
  },
  of: (whole) => `对 ${whole}`,
};

const english: RecognitionTexts = {
  confidence: (percent) => `${percent}% read`,
  columns: (count) => `Columns and rows ${count}`,
  subjects: (count) => `Zones and totals ${count}`,
  notes: (count) => `Notes ${count}`,
  others: "Other parts not read",
  correct: "Correct",
  correctOf: (name) => `Correct ${name}`,
  corrected: "Corrected",
  undo: "Undo",
  undoOf: (name) => `Undo the correction of ${name}`,
  save: "Keep correction",
  setAside: "Not data",
  cancel: "Cancel",
  indicator: "Indicator",
  measure: "Measure",
  unit: "Unit",
  unitUnknown: "unit not known",
  against: "Against",
  name: "Name",
  role: "Role",
  various: "differs by row",
  orphans: "Corrections whose place is gone",
  part: {
    newer: "The workbook's corrections were written by a newer version: not used, and left alone.",
    unreadable:
      "The workbook's corrections are damaged and were not used; the next one you keep replaces them.",
  },
  roles: {
    zone: "zone",
    project: "project",
    total: "total",
    subtotal: "subtotal",
    part: "of which",
    average: "average",
    reference: "reference (city, province)",
  },
  scopes: {
    city: "city",
    province: "province",
    "province-zones": "the province's zones",
    nation: "nation",
    "nation-zones": "the nation's zones",
    benchmark: "the benchmark",
    total: "the total row",
    none: "nothing",
  },
  of: (whole) => `of ${whole}`,
};

export function recognitionTexts(locale: Locale): RecognitionTexts {
  return locale === "zh-CN" ? chinese : english;
}
