import type { SelfTestTexts } from "./texts-shape.ts";

const quoted = (sheets: readonly string[]): string =>
  sheets.map((sheet) => `“${sheet}”`).join("、");

export const selfTestZhCn: SelfTestTexts = {
  title: "自检",
  intro: "逐项试一遍本机 Excel 能做什么,缺什么、还能怎么办,一一列出。约需十几秒。",
  tried: [
    "新建一张“ZoneCheck自检”工作表,只在这张表里试,试完删除;您的表一格不动。",
    "试的内容:读、写、条件格式标记、事件、每个 ZONE_ 函数、结果溢出、随工作簿保存、撤销。",
    "结果可复制成一页文字,发给维护人员;其中没有您的工作表名和单元格数值。",
  ],
  undoWarning: "删除工作表会清空 Excel 的撤销记录:自检之后,此前的改动不能再用 Ctrl+Z 撤销。",
  start: "开始自检",
  again: "重新自检",
  confirm: "现在开始?此前的改动将不能再撤销。",
  begin: "开始",
  notNow: "先不做",
  back: "返回",
  copyReport: "复制报告",
  progress: (done, total) => `正在自检 ${done}/${total}`,
  summary: ({ passed, limited, failed, skipped }) =>
    `通过 ${passed} · 受限 ${limited} · 未通过 ${failed} · 未试 ${skipped}`,
  cancelled: "自检已停止,下面只有停止前试过的各项。",
  verdict: {
    all: "各项功能都可用。",
    limited: "可以使用,有几处受限,见下。",
    failed: "有功能不可用。缺什么、还能怎么办,见下。",
  },
  status: { passed: "通过", limited: "受限", failed: "未通过", skipped: "未试" },
  section: { host: "Excel", sheet: "工作表", function: "自定义函数", end: "收尾" },
  step: {
    version: "Excel 版本",
    runtime: "共享运行时与函数支持",
    protection: "保护",
    sheet: "新建工作表",
    write: "写入单元格",
    read: "读取单元格",
    recalculation: "公式随改动重算",
    flags: "条件格式标记",
    "edit-event": "编辑事件",
    "selection-event": "选区事件",
    settings: "工作簿设置",
    part: "随工作簿保存的记录",
    function: "函数",
    spill: "结果溢出",
    "function-recalculation": "函数随改动重算",
    blank: "空单元格",
    undo: "撤销",
    removal: "删除自检工作表",
  },
  wayOut: {
    version:
      "请升级到 Excel 2021 或 Microsoft 365,或改用网页版;也可以用命令行 zone-check 审核文件。",
    runtime:
      "审核、标记、目标、台账照常使用。功能区按钮、快捷键和 ZONE_ 函数用不了:从“插入-我的加载项”打开面板;“函数”页改为插入等价的内置公式。",
    protection: "审核照常,问题列在面板里。需要标记或台账时,先在“审阅”中撤销保护。",
    sheet:
      "审核、标记照常。不能生成台账、新建“目标规则”表;工作簿结构受保护时,先在“审阅”中撤销“保护工作簿”。",
    write: "可以“只检查,不标记”。不能生成台账、填写目标规则、插入函数。",
    read: "读不到单元格就不能审核。请重开工作簿再试,或用命令行 zone-check 审核文件。",
    recalculation: "若计算方式设为手动,请按 F9 重算后再审核。",
    flags: "审核照常,问题列在面板里,也可生成台账;只是单元格上没有标记。",
    "edit-event": "改动后面板不会提示结果已旧:改完请重新审核。",
    "selection-event": "审核照常。面板不会跟随选区,请按面板所列的单元格地址自行定位。",
    settings: "审核、标记、函数都用不到它,不受影响。",
    part: "审核照常。识别更正、可移植副本的原公式不能随工作簿保存。",
    function:
      "计算列请用“函数”页插入等价的内置公式。带 ZONE_ 公式的工作簿,可在能用函数的电脑上做成可移植副本(zone-check portable)再传来。",
    spill: "把公式逐行填充;或选中整块结果区域,按 Ctrl+Shift+Enter 输入。",
    "function-recalculation": "改数后按 Ctrl+Alt+F9 全部重算。",
    blank:
      "手写公式请加空值保护:=IF(COUNT(B2,C2)<2,NA(),ZONE_GAP(B2,C2))。由本工具插入的公式已带保护;审核会指出指向空单元格的 ZONE_ 公式。",
    undo: "“清除标记”始终可用,不依赖撤销。",
    removal: "请右键该工作表的标签,选“删除”。表里只有自检用的数。",
  },
  noSheet: "没有自检用的工作表,没有试。",
  noFunctions: "函数不可用,没有试。",
  blank: {
    null: "空值(null)",
    text: '空文本("")',
    zero: "0",
    undefined: "不传(undefined)",
    empty: "空(与 0 有别;函数另处运行,看不到是哪一种)",
    other: "看不出",
  },
  reason: {
    "sheet-protected": "工作表受保护。",
    "workbook-protected": "工作簿结构受保护,不能新建或删除工作表。",
    "sheet-missing": "自检工作表中途不见了。",
    "place-missing": "名称或表格列不见了。",
    "host-refused": "Excel 没有接受公式。",
    unsupported: "这个 Excel 不支持这一步。",
  },
  remark: (remark) => {
    switch (remark.code) {
      case "broken":
        return `本工具内部出错:${remark.detail}`;
      case "excel-api":
        return `ExcelApi ${remark.announced}`;
      case "excel-too-old":
        return `本工具需要 ExcelApi ${remark.needed},这个 Excel 只有 ${remark.announced}。`;
      case "runtime-separate":
        return "没有共享运行时(SharedRuntime 1.1)。";
      case "functions-not-announced":
        return "这个 Excel 没有宣布支持自定义函数(CustomFunctionsRuntime 1.1)。";
      case "structure-protected":
        return "工作簿结构受保护。";
      case "sheets-protected":
        return `受保护的工作表:${quoted(remark.sheets)}。`;
      case "left-before":
        return `工作簿里已有 ${quoted(remark.sheets)},可能是上次自检中断留下的,没有动它;用不着可以删除。`;
      case "differs":
        return `应为“${remark.expected}”,实际是“${remark.found}”。`;
      case "no-event":
        return "等了 5 秒,没有收到事件。";
      case "function-unknown":
        return "单元格显示 #NAME?:Excel 不认识这个函数。";
      case "function-unanswered":
        return "单元格一直是 #BUSY!:函数的程序没有应答。";
      case "function-differs":
        return `${remark.formula} 应为“${remark.expected}”,实际是“${remark.found}”。`;
      case "no-spill":
        return "只有第一格有结果:这个 Excel 没有动态数组。";
      case "blank":
      case "blank-is-zero": {
        const { cell, inRange, omitted } = remark.kinds;
        const { blank } = selfTestZhCn;
        return `函数收到的空单元格:${blank[cell]};区域里的空单元格:${blank[inRange]};省略的参数:${blank[omitted]}。${
          remark.code === "blank" ? "" : "空单元格会被当作 0 计算。"
        }`;
      }
      case "undo":
        return remark.undo === "one-step"
          ? "一次审核写入的标记,按一次 Ctrl+Z 即可撤销。"
          : "标记能否用 Ctrl+Z 撤销,由这个 Excel 决定;“清除标记”始终可用。";
      case "flags-left":
        return `清除后还剩 ${remark.count} 处标记。`;
      case "removed":
        return "已删除,回到原来的选区。";
    }
  },
  notRemoved: (sheet, why) => `“${sheet}”没有删掉。${why}`,
  reportTitle: "开发区指标审核 自检报告",
  reportTime: "时间",
  reportWayOut: "办法",
  protectedSheets: (count) => `有 ${count} 张工作表受保护。`,
};
