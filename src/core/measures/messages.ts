import type { MeasureFunction } from "./measure-function.ts";
import type { MeasureFailure } from "./result.ts";

export type MessageLocale = "zh-CN" | "en-US";

/** What the user reads behind a cell error: what is wrong, and the way out. */
export function describeMeasureFailure(
  measure: MeasureFunction,
  failure: MeasureFailure,
  locale: MessageLocale
): string {
  return locale === "zh-CN" ? inChinese(measure, failure) : inEnglish(measure, failure);
}

function inChinese(measure: MeasureFunction, failure: MeasureFailure): string {
  const name = (parameter: number) => `“${measure.parameters[parameter]?.name.zh ?? ""}”`;
  switch (failure.reason) {
    case "missing":
      return `${name(failure.parameter)}为空或未填列,无法计算。请先填写该单元格。`;
    case "not-a-number":
      return `${name(failure.parameter)}不是数字:${failure.text}。请改为数值(去掉单位、空格和文字)。`;
    case "not-a-text":
      return `${name(failure.parameter)}应为名称(文字)。请指向写有名称的单元格。`;
    case "zero-base":
      return `${name(failure.parameter)}为 0,不能作除数。`;
    case "negative-base":
      return `${name(failure.parameter)}为负数(如扭亏、减亏),增速无意义,请按“-”填列。`;
    case "decimals-out-of-range":
      return `${name(failure.parameter)}应为 0 到 10 的整数。`;
    case "unknown-comparison":
      return `看不懂比较“${failure.text}”。请写 不低于、高于、不高于 或 低于。`;
    case "sizes-differ":
      return "各区域的行数、列数对不上。请选取同样大小的区域,或其中一个只选一个单元格。";
    case "no-rules-table":
      return `${name(failure.parameter)}中找不到表头“${failure.word}”。请选取“目标规则”表的整个区域,连同表头。`;
    case "no-rule":
      return `“目标规则”表中没有适用于“${failure.zone}”的“${failure.indicator}”目标。`;
    case "several-rules":
      return `“${failure.zone}”的“${failure.indicator}”有几个不同的目标:${failure.rules.join("、")}。请在指标后写明口径。`;
    case "error-operand":
      return `参数中有错误值 ${failure.error}。`;
  }
}

function inEnglish(measure: MeasureFunction, failure: MeasureFailure): string {
  const name = (parameter: number) => measure.parameters[parameter]?.name.en ?? "";
  switch (failure.reason) {
    case "missing":
      return `${name(failure.parameter)} is blank or not given. Fill in the cell first.`;
    case "not-a-number":
      return `${name(failure.parameter)} is not a number: ${failure.text}. Enter a plain number, without unit, blanks or words.`;
    case "not-a-text":
      return `${name(failure.parameter)} must be a name. Point at the cell that holds the name.`;
    case "zero-base":
      return `${name(failure.parameter)} is 0 and cannot be divided by.`;
    case "negative-base":
      return `${name(failure.parameter)} is negative, so a growth has no meaning. Enter "-".`;
    case "decimals-out-of-range":
      return `${name(failure.parameter)} must be a whole number from 0 to 10.`;
    case "unknown-comparison":
      return `Unknown comparison "${failure.text}". Use >=, >, <= or <.`;
    case "sizes-differ":
      return "The ranges differ in size. Choose ranges of the same size, or a single cell for one of them.";
    case "no-rules-table":
      return `${name(failure.parameter)} has no header "${failure.word}". Choose the whole 目标规则 table, header row included.`;
    case "no-rule":
      return `No target for "${failure.indicator}" applies to "${failure.zone}" in the rules.`;
    case "several-rules":
      return `"${failure.indicator}" has several targets for "${failure.zone}": ${failure.rules.join(", ")}. Name the measure behind the indicator.`;
    case "error-operand":
      return `An argument holds the error ${failure.error}.`;
  }
}
