import type { PaneTexts } from "./pane-texts.ts";

const quoted = (sheets: readonly string[]): string =>
  sheets.map((sheet) => `“${sheet}”`).join("、");

export const textsZhCn: PaneTexts = {
  productName: "开发区指标审核",
  validate: "一键审核",
  clearFlags: "清除标记",
  more: "更多操作",
  makeLedger: "生成台账",
  checkOnly: "只检查,不标记",
  otherLanguage: "English",
  copyDiagnostics: "复制诊断信息",
  cancel: "取消",
  retry: "重试",
  dismiss: "关闭提示",
  starting: "正在连接 Excel…",
  noHost: {
    title: "请在 Excel 或工作台中打开",
    text: "本页是 Excel 加载项的任务窗格,单独打开时读不到工作簿。请在 Excel 的“开发区”选项卡中点“打开面板”;没有 Excel 时可使用工作台网页。",
  },
  empty: {
    title: "还没有审核过这个工作簿",
    steps: [
      "打开您手头的指标表。表头、单位、合计行照旧,不用另套模板。",
      "目标值可以就在表里(如“省定目标”一列),也可以写在“目标规则”表中。",
      "点“一键审核”。问题标在单元格上,数值一个不改。",
    ],
    note: "标记是条件格式,改对即消失;“清除标记”后不留痕迹。",
  },
  clean: {
    title: "未发现问题",
    text: (checked) => `共审核 ${checked} 项,全部通过。`,
  },
  nothingRead: {
    title: "没有可审核的项目",
    text: "没有读出能相互核对的指标。请看“表格识别”里列出的原因:常见的是表头缺“同比”“占比”“目标”等字样,或数字上方没有表头。",
  },
  noMatch: "没有符合筛选条件的问题。",
  clearFilters: "取消筛选",
  working: {
    validate: "正在审核…",
    "check-only": "正在检查…",
    clear: "正在清除标记…",
    ledger: "正在生成台账…",
    "go-to": "正在定位…",
    insert: "正在插入函数…",
  },
  readingProgress: (percent) => `正在读取表格 ${percent}%`,
  evaluating: "正在核算…",
  writing: "正在标记单元格…",
  summary: (checked, passed) => `共审核 ${checked} 项,通过 ${passed} 项`,
  announce: (counts, checked) =>
    `审核完成,共 ${checked} 项:必须更正 ${counts.error},需要说明 ${counts.warning},未达到目标 ${counts.unmet},无法判断 ${counts["not-evaluable"]}。`,
  level: {
    error: "必须更正",
    warning: "需要说明",
    unmet: "未达到目标",
    information: "提示",
    "not-evaluable": "无法判断",
  },
  counterLabel: (level, count) => `${level} ${count} 项,只看这一类`,
  stale: "审核后表格有改动,下列结果可能已变。",
  manualCalculation: "工作簿设为手动计算,公式结果可能不是最新。请按 F9 重算后重新审核。",
  validateAgain: "重新审核",
  recognition: "表格识别",
  recognitionSummary: (tables, unrecognised) =>
    unrecognised === 0 ? `读出 ${tables} 张表` : `读出 ${tables} 张表,${unrecognised} 处未识别`,
  orientation: {
    "zones-in-rows": "开发区在行",
    "indicators-in-rows": "指标在行",
    "zones-in-columns": "开发区在列",
  },
  tableSize: (subjects, fields) => `${subjects} 个对象 × ${fields} 个口径`,
  unreadSheet: "此表中没有读出指标表",
  allRead: "表内各行各列均已识别",
  moreUnrecognised: (count) => `另有 ${count} 处`,
  search: "筛选",
  searchLabel: "按文字筛选",
  zoneFilter: "按开发区筛选",
  allZones: "全部开发区",
  findings: "审核发现",
  goTo: (address) => `转到 ${address}`,
  targetLabel: "目标",
  bullet: (actual, target) => `实际 ${actual},目标 ${target}`,
  trace: {
    rule: "规则",
    target: "目标",
    operands: "依据",
    arithmetic: "算式",
    allowed: "允许",
    passes: "符合",
    needed: "还需",
    remedy: "处理",
  },
  needed: (now, rest, zones, base) =>
    [
      ...(now === null ? [] : [`按目标现差约 ${now}${base === "implied" ? "(按增速推算)" : ""}`]),
      ...(rest === null ? [] : [`全年要达到,后期还需完成约 ${rest}`]),
      ...(zones.length === 0 ? [] : [`缺口在 ${zones.join("、")}`]),
    ].join(";"),
  consequences: "由此引起",
  alternatives: "也可能有误",
  andMore: (count) => `另有 ${count} 处`,
  passes: (low, high) => {
    if (low !== null && high !== null)
      return low === high ? `应为 ${low}` : `${low} 至 ${high} 之间`;
    if (low !== null) return `不小于 ${low}`;
    return high === null ? "—" : `不大于 ${high}`;
  },
  allowed: (low, high) => (low === high ? low : `${low} 至 ${high}`),
  verdict: {
    "target-unmet": "未达到目标",
    "target-mismatch": "目标不符",
    "sum-mismatch": "合计不符",
    "share-mismatch": "占比不符",
    "growth-mismatch": "增速不符",
    "difference-mismatch": "差值不符",
    "verdict-mismatch": "结论不符",
    "missing-value": "缺数",
    "text-number": "文本型数字",
    "not-a-number": "不是数",
    "formula-error": "公式错误",
    "target-behind-pace": "落后序时",
    "target-undecided": "是否达标未定",
    "rate-mismatch": "比率不符",
    "rank-mismatch": "位次不符",
    "order-violation": "部分大于总体",
    "aggregate-out-of-range": "超出成员范围",
    "cumulative-decrease": "累计下降",
    "remainder-mismatch": "剩余不符",
    "cross-sheet-mismatch": "表间不一致",
    "integer-infeasible": "无整数解",
    "residual-implausible": "余数异常",
    "small-base": "基数过小",
    "zone-missing": "缺开发区",
    "period-conflict": "时期矛盾",
  },
  tested: {
    "target-unmet": "是否达到目标",
    "target-mismatch": "目标值与规则",
    "sum-mismatch": "合计",
    "share-mismatch": "占比",
    "growth-mismatch": "增速",
    "difference-mismatch": "差值",
    "verdict-mismatch": "达标结论",
    "missing-value": "是否缺数",
    "text-number": "文本型数字",
    "not-a-number": "是否为数",
    "formula-error": "公式",
    "target-behind-pace": "序时进度",
    "target-undecided": "目标结论",
    "rate-mismatch": "比率",
    "rank-mismatch": "位次",
    "order-violation": "大小关系",
    "aggregate-out-of-range": "合计的范围",
    "cumulative-decrease": "累计数",
    "remainder-mismatch": "剩余数",
    "cross-sheet-mismatch": "表间核对",
    "integer-infeasible": "整数可行性",
    "residual-implausible": "全市余数",
    "small-base": "基数",
    "zone-missing": "开发区名册",
    "period-conflict": "时期",
  },
  comparison: {
    "at-least": (value) => `≥ ${value}`,
    above: (value) => `> ${value}`,
    "at-most": (value) => `≤ ${value}`,
    below: (value) => `< ${value}`,
  },
  listed: "、",
  lastRun: (time) => `上次审核 ${time}`,
  marked: "已标记",
  notMarked: "未标记",
  cleared: "标记已清除,工作簿里没有留下本工具的标记。",
  ledgerMade: "“审核台账”已生成,可打印留存。",
  inserted: (name) => `已插入 ${name},参数取自左侧单元格,请核对。`,
  copied: "诊断信息已复制,其中没有单元格数值。",
  copyByHand: "浏览器不允许写剪贴板,请全选下面的文字自行复制:",
  broken: "本工具内部出错",
  brokenWayOut: "工作簿不受影响。请复制诊断信息发给维护人员,然后重试。",
  taskFailed: {
    validate: "审核没有完成",
    "check-only": "检查没有完成",
    clear: "标记没有清除干净",
    ledger: "台账没有生成",
    "go-to": "没能转到该单元格",
    insert: "函数没有插入",
  },
  doneBefore: (steps) => `中断前已完成:${steps.join(";")}。`,
  doneNothing: "工作簿没有任何改动。",
  step: {
    "flags-removed": "清除原有标记",
    "flags-put": "写入标记",
    "sheet-made": "新建或清空工作表",
    "block-written": "写入表格内容",
    "formulas-set": "写入公式",
    "sheet-removed": "删除本工具的工作表",
    "part-written": "写入审核记录",
    selected: "选中单元格",
  },
  refused: (task, reason, sheets) => {
    switch (reason) {
      case "sheet-protected":
        if (task !== "validate")
          return `工作表${quoted(sheets)}受保护,没有写入。请先撤销工作表保护再试。`;
        return `工作表${quoted(sheets)}受保护,没有写入标记;审核结果仍列在下面。需要标记时请先撤销工作表保护再审核。`;
      case "workbook-protected":
        return "工作簿结构受保护,不能新建工作表。请先撤销工作簿保护再试。";
      case "sheet-missing":
        if (task === "insert")
          return `这个函数要用工作表${quoted(sheets)},工作簿里没有。请先建好再插入。`;
        return `工作表${quoted(sheets)}已不在工作簿中,请重新审核。`;
      case "unsupported":
        return "这个版本的 Excel 不支持其中一步操作,其余均已完成。";
    }
  },
  refusedSelection: (sheet) => `不能选中“${sheet}”中的单元格:工作表已隐藏、删除或受保护。`,
};
