import { formatFixed } from "./format-number.ts";
import type { QualityFinding, RulesFinding } from "./finding.ts";
import { amount } from "./wording.ts";

const LOCALE = "zh-CN";

type SoftFinding = QualityFinding | RulesFinding;

/** 10⁴ as people say it: 大 1 万倍. */
function powerText(power: number): string {
  const times = ["", "10 ", "100 ", "1000 ", "1 万", "10 万", "100 万", "1000 万", "1 亿"];
  return `${power > 0 ? "大" : "小"} ${times[Math.abs(power)] ?? `10^${Math.abs(power)} `}倍`;
}

/** What a finding of quality or of the rules says, in Chinese. */
export function qualityMessage(finding: SoftFinding): string {
  const { decimals } = finding.trace;
  const number = (value: number): string => formatFixed(value, decimals);
  switch (finding.code) {
    case "unit-conflict": {
      const { power, evidence, rows, unit } = finding.params;
      const by = { prior: "上年同期值", share: "占比", reference: "参照行" }[evidence];
      return `本列 ${rows} 行按${by}看都${powerText(power)}左右,疑单位与表头${unit === null ? "" : `“${unit}”`}不符`;
    }
    case "unit-suspect": {
      const { power, likely, context, unit } = finding.params;
      const said = `表内 ${String(finding.stated)}`;
      const value = amount(likely, decimals, unit, LOCALE);
      if (context === "fraction") return `${said},本列其他为百分数,疑应为 ${value}`;
      const by = context === "prior" ? "与上年同期及同列相比" : "按与之有关的各数";
      return `${said},${by}约${powerText(power)},疑单位错位,应为 ${value}`;
    }
    case "precision-unsupported": {
      const { supported, spread } = finding.params;
      if (spread !== null)
        return `本列多写了小数:表内 ${number(Number(finding.stated))},按参与计算的数的位数可上下相差 ${spread},只能支持${supported === 0 ? "整数" : ` ${supported} 位小数`}`;
      return `表内 ${number(Number(finding.stated))},而参与计算的数只有 ${supported} 位小数,末位没有依据`;
    }
    case "duplicate-entry": {
      const { value, other, otherCell } = finding.params;
      return `同一开发区、指标、口径、时期填了两次:此处 ${number(value)},${otherCell} 为 ${number(other)}`;
    }
    case "sign-suspect": {
      const { value, word } = finding.params;
      return `本列以“${word}”表示方向,此处又填负数 ${number(value)},是否双重否定`;
    }
    case "zero-suspect":
      return `填 0,而上年同期为 ${number(finding.params.prior)};没有数据的应留空或填“-”,请确认确实为 0`;
    case "repeated-values": {
      const { kind, count, other } = finding.params;
      return kind === "twins"
        ? `与 ${other} 有 ${count} 项数完全相同,疑为重复粘贴`
        : `与“${other}”有 ${count} 行完全相同,疑未更新为本期数`;
    }
    case "shifted-rows": {
      const { rows, by } = finding.params;
      return `自此处起 ${rows} 行的占比与${by > 0 ? "下" : "上"}一行的数吻合,而与本行不符,疑整体错行`;
    }
    case "formula-deviates": {
      const { kind, formula, usual } = finding.params;
      return kind === "typed"
        ? `同列均为公式,此处为直接填写的数;按同列应为 ${usual}`
        : `公式 ${formula ?? ""} 与同列不一致;按同列应为 ${usual}`;
    }
    case "external-link":
      return `取自其他工作簿“${finding.params.workbook}”,可能是上期数或未更新`;
    case "stale-value": {
      const { cached, computed } = finding.params;
      return `工作簿为手动计算,显示 ${number(cached)},重算应为 ${number(computed)}`;
    }
    case "rule-contradiction": {
      const { value, other, otherPlace, who } = finding.params;
      return `${who}的目标 ${String(value)} 与 ${otherPlace} 的 ${String(other)} 矛盾`;
    }
    case "rule-redundant":
      return `${finding.params.who}的目标与 ${finding.params.otherPlace} 重复,没有作用`;
    case "rule-never-fires": {
      const why = {
        "no-zone": "表内没有它适用的开发区",
        "no-indicator": "表内没有它所指的指标和口径",
        "no-period": "表内没有它所指的期间",
        "no-reference": "表内没有它所比较的全市、全省等数值",
      }[finding.params.reason];
      return `这条规则从未用到:${why}`;
    }
    case "rule-unknown-name": {
      const { kind, name, nearest } = finding.params;
      if (kind === "no-default") return `只给 ${name} 定了目标,没有适用于其余开发区的默认目标`;
      const what = kind === "zone" ? "开发区" : "指标";
      return `不认识${what}“${name}”${nearest === null ? "" : `;是否为“${nearest}”`}`;
    }
  }
}

/** The rule in one official sentence. */
export function qualityRule(finding: SoftFinding): string {
  return RULES[finding.code];
}

export function qualityRemedy(finding: SoftFinding): string {
  return REMEDIES[finding.code];
}

const RULES: Readonly<Record<SoftFinding["code"], string>> = {
  "unit-conflict": "列中各数的单位应与表头、单位行一致。",
  "unit-suspect": "单个数不应与其上下文相差 10 的整数次方。",
  "precision-unsupported": "计算所得的数,小数位数不应多于参与计算的数所能支持的位数。",
  "duplicate-entry": "同一开发区、指标、口径、时期只应有一个数。",
  "sign-suspect": "已用“下降”“减少”表示方向的,数应为正;两者不应重复。",
  "zero-suspect": "0 表示确实为零;不知道的留空或填“-”。",
  "repeated-values": "本期数不应与上期、上年同期或其他开发区成片相同。",
  "shifted-rows": "各数应与本行的开发区对应。",
  "formula-deviates": "同列公式应当一致。",
  "external-link": "报送的数不应取自其他工作簿。",
  "stale-value": "手动计算的工作簿,报送前应重新计算。",
  "rule-contradiction": "同一开发区、指标、口径、期间只应有一个考核目标。",
  "rule-redundant": "目标规则不应重复。",
  "rule-never-fires": "目标规则应有适用的开发区、指标和期间。",
  "rule-unknown-name": "目标规则中的开发区和指标应为表内或目录中的名称,例外应有默认目标。",
};

const REMEDIES: Readonly<Record<SoftFinding["code"], string>> = {
  "unit-conflict": "核对本列单位:改表头单位,或把数换算为表头单位。",
  "unit-suspect": "核对该数的单位和小数点;属实的请说明。",
  "precision-unsupported": "不必更正;可按参与计算的数的位数填写。",
  "duplicate-entry": "保留正确的一处,另一处更正或删去。",
  "sign-suspect": "去掉负号,或把表头改为“增长”。",
  "zero-suspect": "确为 0 的不必更正;不知道的留空或填“-”。",
  "repeated-values": "核对是否已更新为本期数;属实的请说明。",
  "shifted-rows": "核对各数是否与本行名称对应。",
  "formula-deviates": "把公式改为与同列一致;有意不同的请说明。",
  "external-link": "核对后粘贴为数值。",
  "stale-value": "按 F9 重新计算后再审核。",
  "rule-contradiction": "保留一条,删去另一条。",
  "rule-redundant": "删去重复的一条。",
  "rule-never-fires": "核对适用、指标和期间;不用的删去。",
  "rule-unknown-name": "改为正确的名称,或补上默认目标。",
};
