/** Columns of the 目标规则 sheet, in the order we write them; a reader takes them in any order. */
export const RULES_COLUMNS = [
  "指标",
  "口径",
  "适用",
  "比较",
  "目标值",
  "单位",
  "类型",
  "档次",
  "来源",
  "期间",
  "级别",
  "备注",
] as const;

export type RulesColumn = (typeof RULES_COLUMNS)[number];

const OTHER_NAMES: Readonly<Partial<Record<RulesColumn, readonly string[]>>> = {
  指标: ["指标名称"],
  适用: ["适用范围", "适用对象", "适用开发区", "开发区"],
  比较: ["比较方式", "要求"],
  目标值: ["目标", "值"],
  单位: ["计量单位"],
  来源: ["目标来源"],
  期间: ["报告期"],
};

/** The column a header text names. */
export function findRulesColumn(text: string): RulesColumn | undefined {
  return RULES_COLUMNS.find(
    (column) => column === text || (OTHER_NAMES[column] ?? []).includes(text)
  );
}

/** 级别: whether an unmet target must be explained. */
export const REMARK_REQUIRED = "须说明";
export const REMARK_OPTIONAL = "提示";
