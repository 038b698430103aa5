import type { Finding } from "./finding.ts";
import { formatFixed } from "./format-number.ts";
import { halfWidth, ownPlace } from "./trace-numbers.ts";
import type { TraceWords } from "./trace-words.ts";

/** How a trace is told in Chinese. */
export const TRACE_WORDS_ZH: TraceWords = {
  roles: {
    part: "部分",
    whole: "总体",
    actual: "实际",
    prior: "上年同期",
    rate: "本身",
    reference: "参照",
    target: "目标",
    member: "成员",
    total: "合计",
    stated: "表内",
    current: "本期",
    done: "已完成",
    remaining: "剩余",
    base: "基数",
    other: "另一处",
    pace: "序时进度",
    share: "占比",
    increase: "增量",
    before: "前期",
  },
  line: (label, text) => `${label}:${text}`,
  operand: (text, place) => `${text}${place === "" ? "" : `,${place}`}`,
  cell: "单元格",
  computed: "计算",
  compared: "比对",
  rounded: "修约",
  passes: "通过条件",
  allowed: (low, high) => `按各数的位数,结果可能在 ${low} 至 ${high} 之间`,
  blank: "空",
  howCompared,
  roundingOf,
  wouldPass,
};

/** 2 位小数; 整数. */
function places(decimals: number): string {
  return decimals === 0 ? "整数" : ` ${decimals} 位小数`;
}

function howCompared(finding: Finding): string | null {
  const { decimals } = finding.trace;
  const number = (value: number): string => formatFixed(value, decimals);
  switch (finding.code) {
    case "target-unmet":
      return finding.params.rule.kind === "yes-no"
        ? `“${String(finding.stated)}”与要求的“是”比较,不是同一结论`
        : null;
    case "rank-mismatch": {
      const { low, high, rows, ascending } = finding.params;
      const ahead = `${rows} 个由${ascending ? "低到高" : "高到低"}排,在它之前的有 ${low - 1} 个`;
      return low === high ? ahead : `${ahead},与它并列或次序未定的另有 ${high - low} 个`;
    }
    case "aggregate-out-of-range":
      return `各成员最小 ${number(finding.params.low)},最大 ${number(finding.params.high)}`;
    case "zone-missing":
      if (finding.params.serial !== null) return "序号与上一行相差应为 1";
      return finding.params.zone === null
        ? "所写的个数减实有行数"
        : `逐行核对名称,${finding.params.rows} 行中没有 ${finding.params.zone}`;
    case "period-conflict":
      return finding.params.between === "whole-year"
        ? "上年同期如为全年数,推算的增速应接近"
        : "两处时期的年份与截止月份逐一比对,不相同";
    case "missing-value":
      return finding.params.peers === 0
        ? "本行的上年同期、增速或占比已填,推算它们要用到此数"
        : "已填的同类开发区占八成以上";
    case "text-number":
      return "单元格类型为文本;去掉空格、千位符,全角改半角后只有一种读法";
    case "not-a-number":
      return finding.params.nearest === null
        ? "去掉空格、千位符和单位后不是数"
        : "文字中有数,但不能确定就是它";
    case "formula-error":
      return `公式没有得出数,而是 ${finding.params.error}`;
    case "unit-suspect":
      return finding.params.context === "fraction" ? "同列其他单元格为百分数格式,此处不是" : null;
    case "sign-suspect":
      return `“${finding.params.word}”已使正负号相反一次,负号又相反一次`;
    case "repeated-values":
      return `逐格比较,${finding.params.count} 格与“${finding.params.other}”相等`;
    case "shifted-rows":
      return `先按本行、再按${finding.params.by > 0 ? "下" : "上"}一行的数推算`;
    case "formula-deviates":
      return finding.params.kind === "typed"
        ? `同列为公式 ${finding.params.usual},此处没有公式`
        : `${finding.params.formula ?? ""} ≠ ${finding.params.usual}`;
    case "external-link":
      return `公式引用“${finding.params.workbook}”,不在本工作簿内`;
    case "stale-value":
      return "用现在的数重算公式";
    case "cross-sheet-mismatch":
      return "两处的数相减";
    case "duplicate-entry":
      return "两次填报的数相减";
    case "precision-unsupported":
      return "小数位数与参与计算的数能支持的位数比较";
    case "target-undecided":
      return finding.params.reason === "rounding"
        ? "先按存储值、再按显示值比较"
        : "与各开发区适用的目标逐个比较";
    case "rule-never-fires":
      return {
        "no-zone": "规则的适用范围与表内开发区逐一比对,没有相同的",
        "no-indicator": "规则的指标和口径与表内各列逐一比对,没有相同的",
        "no-period": "规则的期间与表内时期比对,不相同",
        "no-reference": "规则所比较的全市、全省等数值,表内没有",
      }[finding.params.reason];
    case "rule-unknown-name":
      return finding.params.kind === "no-default"
        ? "规则只有点名的开发区,表内另有开发区没有目标"
        : "与表内名称、目录名称和别名逐一比对,没有相同的";
    default:
      return null;
  }
}

function roundingOf(finding: Finding): string | null {
  const { decimals } = finding.trace;
  const stated = typeof finding.stated === "number" ? formatFixed(finding.stated, decimals) : null;
  switch (finding.code) {
    case "share-mismatch":
    case "growth-mismatch":
    case "rate-mismatch":
    case "difference-mismatch":
    case "remainder-mismatch":
      return stated === null
        ? null
        : `四舍五入到${places(decimals)}为 ${formatFixed(finding.params.computed, decimals)},表内 ${stated}`;
    case "sum-mismatch": {
      const slack = halfWidth(finding);
      return slack === null
        ? null
        : slack === "0"
          ? "各数没有修约,合计应当恰好相等"
          : `各数四舍五入的尾差合计不超过 ${slack}`;
    }
    case "cross-sheet-mismatch":
    case "duplicate-entry":
      return `按所写位数四舍五入(${places(decimals).trim()})后仍不相同`;
    case "aggregate-out-of-range":
      return `各数的末位均按四舍五入(${places(decimals).trim()})留出半个末位,仍在范围之外`;
    case "rank-mismatch":
      return `按显示的位数(${places(finding.trace.operands[0]?.decimals ?? 0).trim()})比较,显示相同的视为并列`;
    case "integer-infeasible":
      return `各整数总数得出的百分比四舍五入到${places(decimals)}后,没有 ${stated ?? ""}`;
    case "target-unmet":
      if (finding.params.rule.kind === "yes-no") return null;
      return finding.params.hiddenByRounding
        ? "比较用存储值,不用显示值;四舍五入后的显示值看似达到"
        : "比较用存储值,不先修约";
    case "target-undecided":
      return finding.params.shown === null
        ? "比较用存储值,不先修约"
        : `存储值 ${formatFixed(finding.params.actual, decimals)} 四舍五入显示为 ${finding.params.shown}`;
    case "target-behind-pace":
      return `完成进度四舍五入到${places(decimals)},只修约一次`;
    case "precision-unsupported": {
      const { supported } = finding.params;
      return typeof finding.stated === "number"
        ? `四舍五入到${places(supported)}为 ${formatFixed(finding.stated, supported)}`
        : null;
    }
    case "verdict-mismatch":
    case "target-mismatch":
      return "比较用存储值,不先修约";
    default:
      return null;
  }
}

/** What would make it pass, where it is no range of values. */
function wouldPass(finding: Finding): string {
  switch (finding.code) {
    case "target-unmet":
      return "填写为“是”,或本目标不适用";
    case "verdict-mismatch":
      return `写“${finding.params.met ? "达到" : "未达到"}”一类的判断,或数值更正后与判断一致`;
    case "missing-value":
      return "填入数,或以“-”表示没有";
    case "not-a-number":
      return finding.params.nearest === null
        ? "填入一个确定的数,或以“-”表示没有"
        : `填入一个确定的数(如 ${finding.params.nearest}),或以“-”表示没有`;
    case "formula-error":
      return "公式得出数,或以“-”表示没有";
    case "zone-missing":
      if (finding.params.serial !== null) return `序号为 ${finding.params.serial}`;
      return finding.params.zone === null
        ? `所写的个数为 ${finding.params.rows},或列出 ${finding.params.stated ?? 0} 行`
        : `列出 ${finding.params.zone}`;
    case "period-conflict":
      return finding.params.between === "whole-year" ? "该列为上年相同月份的数" : "两处写同一时期";
    case "unit-conflict":
      return `各数${finding.params.power > 0 ? "除以" : "乘以"} 10^${Math.abs(finding.params.power)},或表头单位相应改正`;
    case "precision-unsupported":
      return typeof finding.stated === "number"
        ? `写 ${formatFixed(finding.stated, finding.params.supported)},或参与计算的数多写几位`
        : "参与计算的数多写几位";
    case "zero-suspect":
      return "确为 0 的予以确认;没有数的填“-”";
    case "repeated-values":
      return "各格为本期、本开发区的数";
    case "shifted-rows":
      return "各数与占比移到同一行";
    case "formula-deviates":
      return `公式为 ${finding.params.usual}`;
    case "external-link":
      return "公式只引用本工作簿,或填为数值";
    case "target-undecided":
      return finding.params.reason === "rounding"
        ? "存储值与显示值对目标的结论相同"
        : "对各开发区的目标都达到,或都未达到";
    case "target-behind-pace": {
      const { target, pace } = finding.params;
      const digits = finding.trace.operands[0]?.decimals ?? 2;
      return `完成不低于 ${formatFixed((target * pace) / 100, digits)}`;
    }
    case "small-base":
      return "填写说明,或更正基数、增速";
    case "residual-implausible":
      return "余数不为负,推算增速与全市相差不超过 50 个百分点";
    case "order-violation":
      if (finding.params.relation === "fall") return "下降幅度不超过 100";
      return finding.params.relation === "share"
        ? "占比不超过 100"
        : `${finding.params.partName}不大于${finding.params.wholeName}`;
    case "integer-infeasible": {
      const texts = finding.params.nearest.map(({ percent }) =>
        formatFixed(percent, finding.trace.decimals)
      );
      return texts.length === 0 ? "百分比能由整数总数得出" : `百分比为 ${texts.join(" 或 ")}`;
    }
    case "rule-contradiction":
      return "两处的目标相同,或只留一处";
    case "rule-redundant":
      return "只留一处";
    case "rule-never-fires":
      return "适用、指标和期间与表内一致,或删去本条";
    case "rule-unknown-name":
      if (finding.params.kind === "no-default") return "补一条适用于其余开发区的默认目标";
      return finding.params.nearest === null
        ? "写表内或目录中的名称"
        : `写“${finding.params.nearest}”等表内或目录中的名称`;
    default:
      return `${ownPlace(finding)} 与参与计算的各数相符`;
  }
}
