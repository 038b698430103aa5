import type { Failure } from "../../core/index.ts";
import type { Locale } from "./locale.ts";
import type { Switch } from "./simulation.ts";

/** What the page says, apart from what stands in the manifest. */
export interface Texts {
  readonly title: string;
  readonly open: string;
  readonly openTip: string;
  readonly samples: string;
  readonly save: string;
  readonly saveTip: string;
  readonly reset: string;
  readonly resetTip: string;
  readonly simulation: string;
  readonly simulationOf: (count: number) => string;
  readonly simulationTip: string;
  readonly switches: Readonly<Record<Switch, string>>;
  readonly dropHere: string;
  readonly opening: (file: string) => string;
  readonly paneTitle: string;
  readonly closePane: string;
  readonly resizePane: string;
  readonly starting: string;
  readonly commandFailed: (label: string) => string;
  readonly cannotOpen: (file: string) => string;
  readonly cannotSave: string;
  readonly cannotStart: string;
  readonly tryAgain: string;
  readonly dismiss: string;
  readonly ribbon: string;
  readonly grid: string;
  readonly saved: (file: string) => string;
  readonly savedWithout: (file: string, left: string) => string;
  readonly movedLines: (sheet: string) => string;
  readonly renamed: (sheet: string, was: string) => string;
  readonly noSamples: string;
  readonly leftOut: {
    readonly refused: (sheet: string) => string;
    readonly rules: (sheet: string) => string;
    readonly formats: (sheet: string) => string;
  };
  readonly failure: (failure: Failure) => string;
}

const FORMATS = { xls: ".xls", et: ".et", csv: ".csv", ods: ".ods", xlsb: ".xlsb" } as const;

const zh: Texts = {
  title: "开发区指标审核 · 工作台",
  open: "打开",
  openTip: "打开电脑上的 .xlsx 或 .xlsm 文件,也可以把文件拖到表格上。文件只在本机处理。",
  samples: "示例",
  save: "另存为 .xlsx",
  saveTip: "下载当前工作簿;没有改动的部分与原文件逐字节一致。",
  reset: "还原",
  resetTip: "重新打开同一文件,放弃所有改动。",
  simulation: "模拟",
  simulationOf: (count) => `模拟(${count})`,
  simulationTip: "让工作台像较旧或受限的 Excel 那样;改动后页面重新载入。",
  switches: {
    "excelApi=1.14": "Excel 2021(ExcelApi 1.14)",
    "excelApi=1.9": "最低要求(ExcelApi 1.9)",
    "runtime=separate": "没有共享运行时",
    "functions=missing": "没有自定义函数",
    "functions=silent": "函数不应答",
    "blank=zero": "空单元格按 0 传给函数",
    "blank=text": "空单元格按空文本传给函数",
    "protect=workbook": "工作簿结构受保护",
    "protect=sheet": "当前工作表受保护",
  },
  dropHere: "松开鼠标,打开这个工作簿",
  opening: (file) => `正在打开 ${file} …`,
  paneTitle: "开发区指标审核",
  closePane: "关闭面板",
  resizePane: "调整面板宽度",
  starting: "正在启动工作台 …",
  commandFailed: (label) => `“${label}”没有完成。请关闭面板后再打开,重试一次。`,
  cannotOpen: (file) => `打不开 ${file}`,
  cannotSave: "未能保存",
  cannotStart: "工作台未能启动",
  tryAgain: "重试",
  dismiss: "关闭提示",
  ribbon: "功能区",
  grid: "表格",
  saved: (file) => `已保存为 ${file}。`,
  savedWithout: (file, left) => `已保存为 ${file},但以下改动没有写入:${left}。`,
  movedLines: (sheet) =>
    `“${sheet}”插入或删除了整行、整列,工作台不能把它写回原文件。请撤销(Ctrl+Z)后再保存。`,
  renamed: (sheet, was) =>
    `工作表“${was}”改名为“${sheet}”,工作台不能把它写回原文件。请改回原名后再保存。`,
  noSamples: "没有示例工作簿",
  leftOut: {
    refused: (sheet) => `“${sheet}”受保护或不可修改的部分`,
    rules: (sheet) => `“${sheet}”原有的条件格式`,
    formats: (sheet) => `“${sheet}”的字体、填充等格式`,
  },
  failure: (failure) => {
    switch (failure.code) {
      case "not-a-workbook":
        return "它不是 Excel 工作簿。请选择 .xlsx 或 .xlsm 文件。";
      case "not-a-zip":
        return "文件内容不是 .xlsx 格式。请在 Excel 或 WPS 中打开,另存为 .xlsx。";
      case "truncated":
        return "文件不完整,可能没有下载完。请重新获取后再打开。";
      case "encrypted":
        return "文件设有打开密码。请在 Excel 中去掉密码,另存后再打开。";
      case "zip-bomb":
        return "文件解压后异常巨大,出于安全没有打开。";
      case "too-large":
        return `文件太大:${failure.what}超过 ${failure.limit}。请删去多余的空行空列后再打开。`;
      case "broken-part":
        return `文件中的 ${failure.part} 已损坏。请在 Excel 中打开并修复,另存后再试。`;
      case "broken-relationship":
        return `文件缺少 ${failure.part}。请在 Excel 中打开并修复,另存后再试。`;
      case "unsupported-format":
        return `不支持 ${FORMATS[failure.format]} 格式。请在 Excel 或 WPS 中另存为 .xlsx。`;
      default:
        return `原因代码:${failure.code}。`;
    }
  },
};

const en: Texts = {
  title: "ZoneCheck workbench",
  open: "Open",
  openTip: "Opens an .xlsx or .xlsm file; or drop it on the grid. The file stays on this machine.",
  samples: "Samples",
  save: "Save as .xlsx",
  saveTip: "Downloads the workbook; what was not changed is byte for byte the original.",
  reset: "Reset",
  resetTip: "Opens the same file again, without any of the changes.",
  simulation: "Simulate",
  simulationOf: (count) => `Simulate (${count})`,
  simulationTip: "Makes the workbench like an older or restricted Excel; the page loads anew.",
  switches: {
    "excelApi=1.14": "Excel 2021 (ExcelApi 1.14)",
    "excelApi=1.9": "The least that is needed (ExcelApi 1.9)",
    "runtime=separate": "No shared runtime",
    "functions=missing": "No custom functions",
    "functions=silent": "Functions do not answer",
    "blank=zero": "Functions get 0 for an empty cell",
    "blank=text": "Functions get an empty text for an empty cell",
    "protect=workbook": "Workbook structure protected",
    "protect=sheet": "Current sheet protected",
  },
  dropHere: "Drop to open this workbook",
  opening: (file) => `Opening ${file} …`,
  paneTitle: "ZoneCheck",
  closePane: "Close the pane",
  resizePane: "Change the width of the pane",
  starting: "Starting the workbench …",
  commandFailed: (label) =>
    `“${label}” did not finish. Close the pane, open it again and try once more.`,
  cannotOpen: (file) => `${file} cannot be opened`,
  cannotSave: "Not saved",
  cannotStart: "The workbench did not start",
  tryAgain: "Try again",
  dismiss: "Dismiss",
  ribbon: "Ribbon",
  grid: "Grid",
  saved: (file) => `Saved as ${file}.`,
  savedWithout: (file, left) => `Saved as ${file}, without these changes: ${left}.`,
  movedLines: (sheet) =>
    `Rows or columns were inserted or deleted in “${sheet}”, which the workbench cannot write back. Undo it (Ctrl+Z), then save.`,
  renamed: (sheet, was) =>
    `Sheet “${was}” was renamed to “${sheet}”, which the workbench cannot write back. Give it its old name, then save.`,
  noSamples: "No sample workbooks",
  leftOut: {
    refused: (sheet) => `protected or unchangeable parts of “${sheet}”`,
    rules: (sheet) => `conditional formats of “${sheet}” that came with the file`,
    formats: (sheet) => `fonts, fills and other formats in “${sheet}”`,
  },
  failure: (failure) => {
    switch (failure.code) {
      case "not-a-workbook":
        return "It is not an Excel workbook. Choose an .xlsx or .xlsm file.";
      case "not-a-zip":
        return "Its contents are not .xlsx. Open it in Excel or WPS and save it as .xlsx.";
      case "truncated":
        return "The file is incomplete. Get it again, then open it.";
      case "encrypted":
        return "The file has a password. Take it off in Excel, save, then open it.";
      case "zip-bomb":
        return "Unpacked, the file is abnormally big; it was not opened, to be safe.";
      case "too-large":
        return `The file is too big: ${failure.what} over ${failure.limit}. Delete empty rows and columns first.`;
      case "broken-part":
        return `${failure.part} in the file is damaged. Repair it in Excel, save, then try again.`;
      case "broken-relationship":
        return `${failure.part} is missing in the file. Repair it in Excel, save, then try again.`;
      case "unsupported-format":
        return `${FORMATS[failure.format]} is not supported. Save it as .xlsx in Excel or WPS.`;
      default:
        return `Reason: ${failure.code}.`;
    }
  },
};

export function textsOf(locale: Locale): Texts {
  return locale === "zh-CN" ? zh : en;
}
