import { wordOuterPlace } from "../../core/index.ts";
import type { FunctionsTexts } from "./functions-texts.ts";

export const chinese: FunctionsTexts = {
  title: {
    ZONE_GAP: "与目标差距",
    ZONE_SHARE: "占比",
    ZONE_GROWTH: "同比增速",
    ZONE_DIFF: "增速之差",
    ZONE_PRIOR: "倒推上年同期",
    ZONE_PACE: "超(欠)序时进度",
    ZONE_ATTAIN: "目标完成率",
    ZONE_NEEDED: "后期需完成",
    ZONE_STATUS: "是否达标",
    ZONE_TARGET: "适用的目标",
    ZONE_RATE: "开工率、投产率等",
    ZONE_CONTRIB: "拉动点数",
    ZONE_RANK: "位次",
    ZONE_CONSISTENT: "核对一个数",
    ZONE_WHOLE: "反推总个数",
    ZONE_PHRASE: "报告用语",
    ZONE_CHECK: "审核一张表",
  },
  offerTitle: (name, line) =>
    `${{ ZONE_GAP: "差距", ZONE_STATUS: "达标", ZONE_SHARE: "占比", ZONE_GROWTH: "增速", ZONE_DIFF: "差值" }[name]}${line === "column" ? "列" : "行"}`,
  choose: "函数",
  noneChosen: "选择函数…",
  close: "收起",
  more: "说明",
  older:
    "这个 Excel 没有自定义函数:插入的是等价的内置公式;没有等价公式的,插入算好的数值,数据改动后不会重算。",
  notRead: "没有读到工作簿。",
  retry: "再读一次",
  reading: "正在读取工作簿…",

  offers: "可以补的列和行",
  offersNote: "按表头含义自动选好参数,点开后可改",
  allOffers: (count) => `全部 ${count} 项`,
  ownLine: {
    column: (name) => `填在 ${name} 列`,
    row: (name) => `填在第 ${name} 行`,
  },
  freeLine: {
    column: (name) => `新列 ${name}`,
    row: (name) => `新行 ${name}`,
  },

  optional: (name) => `${name}(可不填)`,
  picking: "请在表中点选单元格",
  at: "插入到",
  cells: (count) => `${count} 个单元格`,
  hundredfold: (cell) => `${cell} 是百分比格式,公式里写作 ${cell}*100`,
  problem: {
    unreadable: "看不懂这个参数。请点选单元格,或填一个数。",
    "unknown-name": "工作簿里没有这个名称或工作表。文字请加英文引号。",
    circular: "包含了要插入的单元格,会循环引用。请另选。",
  },

  result: "结果",
  noResultYet: "参数选全后显示",
  resultInExcel: "参数要由 Excel 计算,插入后显示",
  spills: (rows, columns) => `结果占 ${rows} 行 × ${columns} 列,自动溢出`,
  willInsert: "公式",
  guard: "带空值保护:参数为空时显示 #N/A,不会当作 0 去算。",
  native: "插入等价的内置公式,没有加载项也能重算。",
  value: "没有等价的内置公式,插入当前数值;数据改动后请重新插入。",
  nothing: {
    "needs-spill": "这个 Excel 的公式不会溢出。请每个参数只选一个单元格,再向下填充。",
    "no-value": "这个 Excel 没有自定义函数,此函数也没有等价公式,算不出数值。",
    protected: "工作表受保护,不能写入。请先撤销工作表保护。",
  },
  shownAsPercent: (cell) =>
    `${cell} 是百分比格式,结果会显示成百倍。请先把该列改为“常规”或数值格式。`,
  header: (cell, text) => `并在 ${cell} 写表头“${text}”。`,
  insert: "插入",
  fill: (cells) => `填充 ${cells} 格`,
  inserted: (what, cells, skipped) =>
    `已写入 ${cells} 个单元格的${{ function: "函数公式", native: "内置公式", value: "数值" }[what]}${skipped > 0 ? `,跳过已有内容的 ${skipped} 个` : ""}。`,
  headed: (cell, text) => `${cell} 已写表头“${text}”。`,
  occupied: (cells) =>
    `${cells.slice(0, 6).join("、")}${cells.length > 6 ? ` 等 ${cells.length} 个单元格` : ""} 已有内容,还没有写入。`,
  skip: "跳过它们",
  replace: "替换",
  cancel: "取消",

  explained: "所选单元格的公式",
  rule: "规则",
  operands: "依据",
  arithmetic: "算式",
  gives: "结果",
  isCopy: "这里是可移植副本的内置公式或数值,原公式如上。",
  noName: "显示 #NAME?:这个 Excel 里没有加载项的函数。可用“可移植副本”改成内置公式。",
  noSpill: "显示 #SPILL!:结果要占的单元格里有内容。请清空它们。",
  blank: "空",
  truth: { true: "TRUE", false: "FALSE" },

  portable: "可移植副本",
  portableNote:
    "把工作簿里的 ZONE_ 函数都改成内置公式,没有加载项也能打开、重算;原公式保存在工作簿内,可随时恢复。",
  makePortable: "可移植副本",
  restore: "恢复原公式",
  kept: (count) => `工作簿里存有 ${count} 个原公式。`,
  taken: (names) =>
    `工作簿定义了与函数同名的名称 ${names.join("、")},公式指的是哪一个无法分辨。请先在“名称管理器”中改名。`,
  noCalls: "工作簿里没有 ZONE_ 公式,没有改动。",
  nothingKept: "工作簿里没有保存原公式,没有改动。",
  madeFormulas: (count) => `改成内置公式 ${count} 个`,
  madeValues: (count) => `改成数值 ${count} 个`,
  madeLeft: (count) => `没有改动 ${count} 个`,
  valueReason: {
    "value-only": "没有等价公式",
    "not-located": "目标所在的单元格定不下来",
    "newer-formula": "用了 @ 或 #",
    "too-long": "内置公式太长",
    "too-deep": "内置公式嵌套太深",
    intersection: "公式里另有只取本行一格的区域",
    unreadable: "公式读不懂",
  },
  outerPlace: (place) => wordOuterPlace(place, "zh-CN"),
  outerReason: (became) => {
    switch (became.kind) {
      case "removed":
        return `${chinese.valueReason[became.reason]},列公式已取下,新行不再自动填充`;
      case "left":
        switch (became.reason) {
          case "host-refused":
            return "Excel 没有接受内置公式;没有加载项时用到它的公式会显示 #NAME?,请改写这个名称";
          case "sheet-protected":
            return chinese.leftReason["sheet-protected"];
          default:
            return `${chinese.valueReason[became.reason]};没有加载项时用到它的公式会显示 #NAME?,请改写这个名称`;
        }
    }
  },
  outerNotRestoredReason: {
    "name-missing": "名称已不在",
    "sheet-protected": "工作表受保护",
    changed: "已被改动",
    "host-refused": "Excel 没有接受原公式",
  },
  leftReason: {
    "sheet-protected": "工作表受保护",
    "array-formula": "多格数组公式",
    "host-refused": "Excel 不让改这一格,可能是多格数组公式的一部分",
    "not-calculated": "尚未计算",
  },
  restored: (count) => `恢复 ${count} 个原公式`,
  notRestored: (count) => `没有恢复 ${count} 个,原公式仍保存着`,
  notRestoredReason: {
    "sheet-missing": "工作表已不在",
    "sheet-protected": "工作表受保护",
    "host-refused": "Excel 不让改这一格",
    changed: "单元格已被改动",
  },
  andMore: (count) => `另有 ${count} 处`,
};
