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
  指标: ["指标名称", "考核指标", "主要指标", "目标指标", "指标项目", "考核内容"],
  口径: ["指标口径", "计算口径", "考核口径"],
  适用: [
    "适用范围",
    "适用对象",
    "适用开发区",
    "开发区",
    "范围",
    "考核对象",
    "考核单位",
    "适用园区",
    "适用单位",
    "园区",
    "园区名称",
    "开发区名称",
  ],
  比较: ["比较方式", "要求", "比较符", "比较关系"],
  目标值: [
    ..."目标 值 目标要求 考核要求 目标数 目标任务 任务 考核目标 考核目标值 年度目标 年度目标值 全年目标 省定目标".split(
      " "
    ),
    ..."省定目标值 省初定目标 省初定目标值 市定目标 市定目标值 省下达目标 市下达目标".split(" "),
  ],
  单位: ["计量单位"],
  类型: ["目标类型"],
  档次: ["目标档次"],
  来源: ["目标来源", "下达单位", "目标性质"],
  期间: ["报告期", "考核期", "目标期间"],
  级别: ["未达要求", "说明要求", "是否说明", "是否需说明", "是否须说明", "是否需要说明"],
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
