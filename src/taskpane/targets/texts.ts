import type { Locale, RulesColumn } from "../../core/index.ts";

/** What the 目标 view says; it comes with the view, not with the pane. */
export interface TargetsTexts {
  readonly absent: { readonly title: string; readonly text: string };
  readonly fromTemplate: string;
  readonly empty: string;
  readonly emptySheet: string;
  readonly add: string;
  readonly importFile: string;
  readonly exportFile: string;
  readonly refresh: string;
  readonly inSheet: (count: number) => string;
  readonly fromColumns: string;
  readonly fromColumnsNote: string;
  readonly problems: string;
  readonly lint: string;
  readonly unread: string;
  readonly all: string;
  readonly edit: string;
  readonly editOf: (name: string) => string;
  readonly remove: string;
  readonly save: string;
  readonly cancel: string;
  readonly newRule: string;
  readonly exceptions: string;
  readonly exceptionZone: (place: number) => string;
  readonly exceptionValue: (place: number) => string;
  readonly addException: string;
  readonly removeException: (zone: string) => string;
  readonly field: Readonly<Record<RulesColumn, string>>;
  readonly needName: string;
  readonly needNumber: string;
  readonly needZone: string;
  readonly exported: string;
  readonly exportText: string;
  readonly download: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly close: string;
  readonly more: (count: number) => string;
}

const chinese: TargetsTexts = {
  absent: {
    title: "工作簿里还没有“目标规则”表",
    text: "目标可以写在“目标规则”表里:一行一条,例外另起一行写开发区。表由您维护,本页只是代填。",
  },
  fromTemplate: "从模板新建",
  empty: "新建空表",
  emptySheet: "“目标规则”表里还没有规则。",
  add: "新增规则",
  importFile: "导入",
  exportFile: "导出",
  refresh: "刷新",
  inSheet: (count) => `目标规则表 ${count}`,
  fromColumns: "表内目标列",
  fromColumnsNote: "取自指标表的目标列,在原单元格里改",
  problems: "须改正后规则才生效",
  lint: "规则之间的问题",
  unread: "这一行没有成为规则",
  all: "全部",
  edit: "编辑",
  editOf: (name) => `编辑 ${name}`,
  remove: "删除规则",
  save: "写入表格",
  cancel: "取消",
  newRule: "新增规则",
  exceptions: "例外",
  exceptionZone: (place) => `第 ${place} 个例外的开发区`,
  exceptionValue: (place) => `第 ${place} 个例外的目标值`,
  addException: "添加例外",
  removeException: (zone) => `去掉例外 ${zone}`,
  field: {
    指标: "指标",
    口径: "口径",
    适用: "适用",
    比较: "比较",
    目标值: "目标值",
    单位: "单位",
    类型: "类型",
    档次: "档次",
    来源: "来源",
    期间: "期间",
    级别: "级别",
    备注: "备注",
  },
  needName: "请填指标名称",
  needNumber: "请填一个数,如 17",
  needZone: "请填开发区",
  exported: "规则文件",
  exportText: "规则文件内容",
  download: "下载",
  copy: "复制",
  copied: "已复制",
  copyByHand: "请全选后自行复制",
  close: "收起",
  more: (count) => `另有 ${count} 条`,
};

const english: TargetsTexts = {
  absent: {
    title: "The workbook has no 目标规则 sheet yet",
    text: "Targets can stand in a sheet named 目标规则: one row a rule, an exception in its own row with the zone's name. The sheet is yours; this page only fills it in.",
  },
  fromTemplate: "New from template",
  empty: "New, empty",
  emptySheet: "The 目标规则 sheet has no rules yet.",
  add: "Add rule",
  importFile: "Import",
  exportFile: "Export",
  refresh: "Refresh",
  inSheet: (count) => `目标规则 sheet ${count}`,
  fromColumns: "Target columns",
  fromColumnsNote: "read from the indicator sheets; change them in their cells",
  problems: "To correct before the rules hold",
  lint: "Between the rules",
  unread: "This row makes no rule",
  all: "all",
  edit: "Edit",
  editOf: (name) => `Edit ${name}`,
  remove: "Remove rule",
  save: "Write to sheet",
  cancel: "Cancel",
  newRule: "New rule",
  exceptions: "Exceptions",
  exceptionZone: (place) => `Zone of exception ${place}`,
  exceptionValue: (place) => `Target of exception ${place}`,
  addException: "Add exception",
  removeException: (zone) => `Remove exception ${zone}`,
  field: {
    指标: "Indicator",
    口径: "Measure",
    适用: "For",
    比较: "Comparison",
    目标值: "Target",
    单位: "Unit",
    类型: "Kind",
    档次: "Tier",
    来源: "Source",
    期间: "Period",
    级别: "Level",
    备注: "Note",
  },
  needName: "Enter an indicator",
  needNumber: "Enter one number, such as 17",
  needZone: "Enter a zone",
  exported: "Rules file",
  exportText: "Text of the rules file",
  download: "Download",
  copy: "Copy",
  copied: "Copied",
  copyByHand: "Select all and copy it yourself",
  close: "Close",
  more: (count) => `and ${count} more`,
};

export function targetsTexts(locale: Locale): TargetsTexts {
  return locale === "zh-CN" ? chinese : english;
}
