import type { Locale } from "../../findings/locale.ts";
import { codeLabel } from "../../findings/labels.ts";
import { formatAddress } from "../../workbook/address.ts";
import type { Address } from "../../workbook/address.ts";
import type { ComposeNote } from "./composition.ts";
import type { ClauseKind } from "./style.ts";

type Reason = Extract<ComposeNote, { code: "left-out" }>["reason"];

const CLAUSE_LABELS: Readonly<Record<Locale, Readonly<Record<ClauseKind, string>>>> = {
  "zh-CN": {
    value: "完成数",
    share: "占比",
    growth: "同比",
    increase: "增减额",
    comparison: "与全市、全省的比较",
    target: "目标完成情况",
    attainment: "年度目标完成进度",
    done: "已完成数",
    remaining: "剩余数",
    rate: "完成率",
    "growth-ranking": "增速排名",
    "value-ranking": "总量排名",
  },
  "en-US": {
    value: "the value",
    share: "the share",
    growth: "the growth",
    increase: "the increase",
    comparison: "the comparison",
    target: "the verdict on the target",
    attainment: "the progress of the year's target",
    done: "what is done",
    remaining: "what remains",
    rate: "the rate",
    "growth-ranking": "the ranking of growths",
    "value-ranking": "the ranking of values",
  },
};

const REASONS: Readonly<Record<Locale, Readonly<Record<Reason, string>>>> = {
  "zh-CN": {
    blank: "单元格为空",
    declared: "表内注明没有此项",
    pending: "数据待定",
    "not-calculated": "公式没有计算结果,请用 Excel 打开保存",
    negligible: "数值太小,表内以省略号表示",
    unreadable: "单元格里不是一个数",
    error: "公式出错",
    "not-additive": "表内没有合计行,各开发区的增速不能相加",
    undecided: "各开发区目标不同,是否达到取决于权重",
    incomparable: "目标与完成数的单位不能换算",
    "in-words": "目标是文字表述,请自行写明",
    "members-missing": "有开发区缺目标值或完成数,不能写“均”",
    tie: "名次并列,前后几位分不开",
  },
  "en-US": {
    blank: "the cell is blank",
    declared: "the sheet declares that there is none",
    pending: "the figure is pending",
    "not-calculated": "the formula has no result; open the workbook in Excel and save it",
    negligible: "the figure is too small to be printed",
    unreadable: "the cell holds no single number",
    error: "the formula gives an error",
    "not-additive": "there is no total row, and growths of zones do not add up",
    undecided: "the zones' targets differ, so the verdict depends on weights",
    incomparable: "target and value are in units that never compare",
    "in-words": "the target is set in words; write it yourself",
    "members-missing": "a zone has no target or no value, so that 均 cannot be said",
    tie: "places are shared across the cut",
  },
};

/** A note of the composer as a sentence, with its place. */
export function formatComposeNote(note: ComposeNote, locale: Locale): string {
  const isChinese = locale === "zh-CN";
  const at = placeOf(note.cells, locale);
  switch (note.code) {
    case "left-out": {
      const what = CLAUSE_LABELS[locale][note.clause];
      const why = REASONS[locale][note.reason];
      return isChinese
        ? `${note.indicator}:没有写${what}——${why}${at}`
        : `${note.indicator}: ${what} is left out: ${why}${at}`;
    }
    case "no-period":
      return isChinese
        ? `看不出报告期,文中没有写时间${at}。请在表题或表头写明,例如“2023年1-6月”`
        : `The period is not known, so the text names none${at}. State it in the title or header, for example 2023年1-6月`;
    case "table-left-out":
      return isChinese
        ? `没有写入${at}:${LEFT_OUT[locale][note.reason]}`
        : `Not told of${at}: ${LEFT_OUT[locale][note.reason]}`;
    case "style-widened":
      return isChinese
        ? "没有这个文风所写的表,改为写入全部指标表"
        : "No table is one the style writes about; all indicator tables are told of instead";
    case "suspect":
      return isChinese
        ? `审核对文中用到的数有疑问:${codeLabel(note.finding, locale)}${at}。请先核实再用`
        : `The validation questions a number in the text: ${codeLabel(note.finding, locale)}${at}. Verify it first`;
  }
}

const LEFT_OUT = {
  "zh-CN": {
    style: "文风没有为这样的表安排段落,可换用“通用”文风",
    projects: "项目清单不成文",
  },
  "en-US": {
    style: "the style has no paragraph for such a table; the style 通用 has",
    projects: "a list of projects makes no text",
  },
} as const;

/** More cells than these help nobody find the place. */
const MOST_CELLS = 5;

function placeOf(cells: readonly Address[], locale: Locale): string {
  if (cells.length === 0) return "";
  const shown = cells.slice(0, MOST_CELLS).map(formatAddress);
  const more = cells.length > MOST_CELLS ? ["…"] : [];
  const list = [...shown, ...more].join(locale === "zh-CN" ? "、" : ", ");
  return locale === "zh-CN" ? `(${list})` : ` (${list})`;
}
