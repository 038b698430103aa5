import { formatStyleProblem } from "../narrative/compose/style-messages.ts";
import type { Failure } from "../workbook/failure.ts";
import type { Locale } from "./locale.ts";
import { formatRulesProblem } from "./rules-problem-messages.ts";

/** Why something could not be read or written, and what the user can do about it. */
export interface FailureText {
  readonly message: string;
  readonly wayOut: string;
}

/** A failure in words. Technical detail is left out: it belongs to the diagnostics. */
export function formatFailure(failure: Failure, locale: Locale): FailureText {
  return locale === "zh-CN" ? formatChinese(failure) : formatEnglish(failure);
}

const text = (message: string, wayOut: string): FailureText => ({ message, wayOut });

function formatChinese(failure: Failure): FailureText {
  switch (failure.code) {
    case "cell-edit-mode":
      return text("正在编辑单元格,Excel 暂不接受读写。", "按回车或 Esc 结束编辑,再试一次。");
    case "payload-too-large":
      return text("一次读取的内容超过 Excel 的限度。", "删去表外多余的空白格式区域,或分表审核。");
    case "api-missing":
      return text(
        `这个版本的 Excel 没有所需的功能(${failure.member})。`,
        "更新 Excel,或用网页版 Excel、命令行审核。"
      );
    case "access-denied":
      return text("没有读写这个工作簿的权限。", "解除只读或受保护的视图,再试一次。");
    case "session-lost":
      return text("与 Excel 的连接已断开。", "关闭面板后重新打开。");
    case "modal-open":
      return text("Excel 正打开着一个对话框。", "关闭对话框,再试一次。");
    case "cancelled":
      return text("已取消。", "需要时重新审核。");
    case "host-error":
      return text("Excel 没有完成这项操作。", "再试一次;仍不行的,请复制诊断信息。");
    case "file-not-found":
      return text(`找不到文件:${failure.file}`, "检查文件名和所在文件夹。");
    case "is-a-folder":
      return text(
        `这是文件夹,不是工作簿:${failure.file}`,
        `请写出其中的文件,例如 ${failure.file.replace(/[/\\]+$/, "")}/*.xlsx。`
      );
    case "file-unreadable":
      return text(`不能读取文件:${failure.file}`, "检查文件是否被其他程序占用、是否有读取权限。");
    case "file-unwritable":
      return text(`不能写入文件:${failure.file}`, "关闭正在打开它的程序,检查写入权限和磁盘空间。");
    case "not-a-workbook":
      return text("文件不是 Excel 工作簿。", "请选择 .xlsx 或 .xlsm 文件。");
    case "not-a-zip":
      return text("文件内容不是 .xlsx 格式。", "用 Excel 或 WPS 打开后另存为 .xlsx。");
    case "truncated":
      return text("文件不完整,可能没有传输完。", "重新取得文件。");
    case "encrypted":
      return text("文件设有打开密码。", "在 Excel 中去掉打开密码,另存后再审核。");
    case "zip-bomb":
      return text("文件解压后异常庞大,为安全起见不予打开。", "确认文件来源;用 Excel 另存后再试。");
    case "too-large":
      return text(
        `${failure.what} 超过限度(${failure.limit})。`,
        "删去多余的空白区域,或拆成几个文件。"
      );
    case "broken-part":
      return text(`文件的 ${failure.part} 部分已损坏。`, "用 Excel 打开并修复,另存后再审核。");
    case "broken-relationship":
      return text(`文件内部的引用已损坏(${failure.part})。`, "用 Excel 打开并修复,另存后再审核。");
    case "unsupported-format":
      return text(`不能直接读取 .${failure.format} 文件。`, "用 Excel 或 WPS 打开,另存为 .xlsx。");
    case "rules-invalid": {
      const problems = failure.problems.map((problem) => formatRulesProblem(problem, "zh-CN"));
      return text(
        `目标规则“${failure.file}”有误:${listed(problems, ";")}`,
        "按所列位置更正后再审核;规则有误时不作部分采用。"
      );
    }
    case "rules-moved":
      return text("“目标规则”表在此期间被改动,没有写入。", "刷新后按表里现在的内容再改。");
    case "name-taken":
      return text(
        `工作簿中定义了名称“${failure.name}”,与本加载项的函数同名。`,
        "在“公式 > 名称管理器”中改名后再试;没有改动任何单元格。"
      );
    case "originals-unreadable":
      return text(
        "工作簿里保存的原公式已不能识别(可能被其他程序改动)。",
        "没有改动任何单元格;请用制作副本前的文件。"
      );
    case "part-too-new":
      return text(
        `工作簿里的审核记录由更新的版本写成(第 ${failure.version} 版)。`,
        "更新本加载项;原有记录未作改动。"
      );
    case "cell-not-blank":
      return text(`${failure.cell} 里已有内容,没有插入函数。`, "选中空白单元格再插入。");
    case "operands-missing":
      return text(
        `在 ${failure.cell} 所在行找不到 ${failure.measure} 要用的两个数。`,
        "选中指标表数据行里的空白单元格,或直接键入公式。"
      );
    case "nothing-to-compose":
      return text(
        `没有可以成文的指标表(看过的工作表:${failure.sheets.join("、") || "无"})。`,
        "检查表头是否写明指标和口径、行首是否写明开发区;用 validate 看看哪些地方没有识别。"
      );
    case "style-unknown":
      return text(
        `没有“${failure.found}”这个文风${failure.nearest === null ? "" : `,是不是“${failure.nearest}”`}。`,
        `可用的文风:${failure.known.join("、")};自定的写出文风文件(JSON)的路径。`
      );
    case "style-invalid": {
      const problems = failure.problems.map((problem) => formatStyleProblem(problem, "zh-CN"));
      return text(
        `文风文件“${failure.file}”有误:${listed(problems, ";")}`,
        "按所列位置更正后再成文;有误的文风不作部分采用。"
      );
    }
  }
}

function formatEnglish(failure: Failure): FailureText {
  switch (failure.code) {
    case "cell-edit-mode":
      return text(
        "A cell is being edited, so Excel takes no commands.",
        "Press Enter or Esc, then try again."
      );
    case "payload-too-large":
      return text(
        "More was read at once than Excel allows.",
        "Clear formatted but empty areas, or validate sheet by sheet."
      );
    case "api-missing":
      return text(
        `This Excel lacks a needed function (${failure.member}).`,
        "Update Excel, or use Excel on the web or the command line."
      );
    case "access-denied":
      return text(
        "The workbook may not be read or written.",
        "Leave read-only or protected view, then try again."
      );
    case "session-lost":
      return text("The connection to Excel was lost.", "Close the pane and open it again.");
    case "modal-open":
      return text("A dialog is open in Excel.", "Close it, then try again.");
    case "cancelled":
      return text("Cancelled.", "Validate again when needed.");
    case "host-error":
      return text(
        "Excel did not complete the operation.",
        "Try again; if it persists, copy the diagnostics."
      );
    case "file-not-found":
      return text(`File not found: ${failure.file}`, "Check the name and the folder.");
    case "is-a-folder":
      return text(
        `This is a folder, not a workbook: ${failure.file}`,
        `Name the files in it, for example ${failure.file.replace(/[/\\]+$/, "")}/*.xlsx.`
      );
    case "file-unreadable":
      return text(
        `The file cannot be read: ${failure.file}`,
        "Check whether another program holds it and whether you may read it."
      );
    case "file-unwritable":
      return text(
        `The file cannot be written: ${failure.file}`,
        "Close the program that holds it; check permissions and disk space."
      );
    case "not-a-workbook":
      return text("The file is no Excel workbook.", "Choose an .xlsx or .xlsm file.");
    case "not-a-zip":
      return text(
        "The file's content is not .xlsx.",
        "Open it in Excel or WPS and save it as .xlsx."
      );
    case "truncated":
      return text(
        "The file is incomplete; it may not have been transferred fully.",
        "Get the file again."
      );
    case "encrypted":
      return text(
        "The file is protected by a password.",
        "Remove the password in Excel, save, then validate."
      );
    case "zip-bomb":
      return text(
        "The file unpacks to an abnormal size and was not opened.",
        "Check where it comes from; save it anew in Excel."
      );
    case "too-large":
      return text(
        `${failure.what} exceeds the limit (${failure.limit}).`,
        "Clear empty areas, or split the file."
      );
    case "broken-part":
      return text(
        `A part of the file is damaged (${failure.part}).`,
        "Open and repair it in Excel, save, then validate."
      );
    case "broken-relationship":
      return text(
        `A reference inside the file is broken (${failure.part}).`,
        "Open and repair it in Excel, save, then validate."
      );
    case "unsupported-format":
      return text(
        `.${failure.format} files cannot be read directly.`,
        "Open it in Excel or WPS and save it as .xlsx."
      );
    case "rules-invalid": {
      const problems = failure.problems.map((problem) => formatRulesProblem(problem, "en-US"));
      return text(
        `The target rules “${failure.file}” are invalid: ${listed(problems, "; ")}`,
        "Correct the places listed; nothing of invalid rules is used."
      );
    }
    case "rules-moved":
      return text(
        "The 目标规则 sheet was edited meanwhile; nothing was written.",
        "Read it again and repeat the change."
      );
    case "name-taken":
      return text(
        `The workbook defines a name "${failure.name}", which is also a function of this add-in.`,
        "Rename it in Formulas > Name Manager and try again; no cell was changed."
      );
    case "originals-unreadable":
      return text(
        "The original formulas kept in the workbook can no longer be read; another program may have changed them.",
        "No cell was changed. Use the file from before the portable copy."
      );
    case "part-too-new":
      return text(
        `The records in this workbook were written by a newer version (${failure.version}).`,
        "Update the add-in; the records were left untouched."
      );
    case "cell-not-blank":
      return text(
        `${failure.cell} is not blank; no function was inserted.`,
        "Select a blank cell, then insert."
      );
    case "operands-missing":
      return text(
        `The row of ${failure.cell} has no two numbers that ${failure.measure} could be made of.`,
        "Select a blank cell in a data row of an indicator table, or type the formula."
      );
    case "nothing-to-compose":
      return text(
        `No table can be told of (sheets looked at: ${failure.sheets.join(", ") || "none"}).`,
        "Check that the headers name indicators and measures and the rows name zones; validate tells what was not recognised."
      );
    case "style-unknown":
      return text(
        `There is no style “${failure.found}”${failure.nearest === null ? "." : `; did you mean “${failure.nearest}”?`}`,
        `Known styles: ${failure.known.join(", ")}. For one of your own give the path of its file (JSON).`
      );
    case "style-invalid": {
      const problems = failure.problems.map((problem) => formatStyleProblem(problem, "en-US"));
      return text(
        `The style file “${failure.file}” is invalid: ${listed(problems, "; ")}`,
        "Correct the places listed; nothing of an invalid style is used."
      );
    }
  }
}

/** More problems than this help nobody at once. */
const MAX_LISTED = 10;

function listed(problems: readonly string[], separator: string): string {
  const shown = problems.slice(0, MAX_LISTED).join(separator);
  return problems.length > MAX_LISTED ? `${shown}${separator}… (${problems.length})` : shown;
}
