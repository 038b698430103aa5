import type { FunctionRecord } from "./measure-function.ts";
import type { MeasureFailure } from "./result.ts";

export type MessageLocale = "zh-CN" | "en-US";

/** What the user reads behind a cell error: what is wrong, and the way out. */
export function describeMeasureFailure(
  measure: Pick<FunctionRecord, "parameters">,
  failure: MeasureFailure,
  locale: MessageLocale
): string {
  return locale === "zh-CN" ? inChinese(measure, failure) : inEnglish(measure, failure);
}

function inChinese(measure: Pick<FunctionRecord, "parameters">, failure: MeasureFailure): string {
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
      return `${name(failure.parameter)}为负数(如扭亏、减亏),相除无意义,请按“-”填列。`;
    case "growth-to-nothing":
      return `${name(failure.parameter)}为 -100%,倒推要除以 0,得不出基数。请核对增速。`;
    case "growth-too-low":
      return `${name(failure.parameter)}低于 -100%,没有这样的基数。请核对增速。`;
    case "month-out-of-range":
      return `${name(failure.parameter)}应为 1 到 12 的整数,如 1-6月 填 6。`;
    case "part-exceeds-year":
      return `${name(failure.parameter)}大于上年全年,两个数可能填反了。`;
    case "unknown-order":
      return `看不懂次序“${failure.text}”。请写 0(由高到低,默认)或 1(由低到高)。`;
    case "not-among":
      return `${name(failure.parameter)}不在所选区域中,排不出位次。请核对区域是否选全。`;
    case "unknown-kind":
      return `看不懂算法“${failure.text}”。请写 占比、增速、增减额、差、合计、率 或 差额。`;
    case "operand-count":
      return `“${failure.kind}”需要 ${failure.wanted} 个操作数。请核对所选单元格。`;
    case "not-a-count":
      return `${name(failure.parameter)}应为不小于 0 的整数(个数)。`;
    case "no-whole":
      return `没有一个总数能得出这个${name(failure.parameter)},个数和占比必有一个不对。`;
    case "too-many-wholes":
      return `${name(failure.parameter)}太小或位数太少,可能的总数太多,无法逐个列出。`;
    case "not-a-line":
      return `${name(failure.parameter)}只能是一个单元格、一行或一列。`;
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
    case "no-table":
      return `${name(failure.parameter)}中认不出指标表。请选取整个表格,连同表头和开发区名称。`;
    case "faulty-rules":
      return `${name(failure.parameter)}有误:${failure.why.zh}。请在“目标规则”表中更正。`;
    case "error-operand":
      return `参数中有错误值 ${failure.error}。`;
  }
}

function inEnglish(measure: Pick<FunctionRecord, "parameters">, failure: MeasureFailure): string {
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
      return `${name(failure.parameter)} is negative, and dividing by it has no meaning. Enter "-".`;
    case "growth-to-nothing":
      return `${name(failure.parameter)} is -100 %: working back divides by 0. Verify the growth.`;
    case "growth-too-low":
      return `${name(failure.parameter)} is below -100 %, which no base gives. Verify the growth.`;
    case "month-out-of-range":
      return `${name(failure.parameter)} must be a whole number from 1 to 12: 6 for January to June.`;
    case "part-exceeds-year":
      return `${name(failure.parameter)} is more than the whole of last year. The two may have changed places.`;
    case "unknown-order":
      return `Unknown order "${failure.text}". Use 0 (largest first, the default) or 1 (smallest first).`;
    case "not-among":
      return `${name(failure.parameter)} is not in the range, so it has no rank there. See that the range is complete.`;
    case "unknown-kind":
      return `Unknown kind "${failure.text}". Use share, growth, increase, difference, sum, rate or gap.`;
    case "operand-count":
      return `"${failure.kind}" needs ${failure.wanted} operands. Verify the cells chosen.`;
    case "not-a-count":
      return `${name(failure.parameter)} must be a whole number, not below 0.`;
    case "no-whole":
      return `No whole number gives this ${name(failure.parameter)}: the count or the percentage is wrong.`;
    case "too-many-wholes":
      return `${name(failure.parameter)} is too small or has too few digits: too many wholes are possible to list.`;
    case "not-a-line":
      return `${name(failure.parameter)} must be one cell, one row or one column.`;
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
    case "no-table":
      return `No indicator table was recognised in ${name(failure.parameter)}. Choose the whole table, headers and zone names included.`;
    case "faulty-rules":
      return `${name(failure.parameter)} cannot be read: ${failure.why.en}. Correct the 目标规则 table.`;
    case "error-operand":
      return `An argument holds the error ${failure.error}.`;
  }
}
