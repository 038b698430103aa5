import { normaliseText } from "../catalog/normalise.ts";
import { withYear, type PeriodMatch } from "../catalog/periods.ts";
import { stripLeadIn, type Token } from "../catalog/phrase.ts";
import { recogniseUnit } from "../catalog/units.ts";
import { findTerm } from "../catalog/vocabulary.ts";
import type { Indicator } from "../model/indicator.ts";

export const NAMING: ReadonlySet<Token["kind"]> = new Set(["indicator", "unknown", "ignored"]);

const PER = /单位(?:面积|土地|用地|企业|能耗|产出)|[人地亩户劳]均|每[亩户人家]/u;

/**
 * 平均税收, 单位面积税收, 工业用地亩均税收: a quotient of what is named, whose values do not add up. 全市平均 and 平均人数 are
 * other words, and 亩均税收 is an indicator of the catalogue.
 */
export function isQuotientOf(tokens: readonly Token[], indicator: Token): boolean {
  const before = tokens[tokens.indexOf(indicator) - 1];
  if (before?.kind === "ignored" && before.text.endsWith("平均")) return true;
  const [per] = PER.exec(tokens.map(({ text }) => text).join("")) ?? [];
  return per !== undefined && !indicator.text.includes(per);
}

/** A head that ends in 情况 is a title of the columns below it. */
export function isHeading(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return tokens.length > 2 && last !== undefined && /情况$/u.test(last.text);
}

/** 2022年(全年), 2022年 over 1-6月: the months of the year that stands before or above them. */
export function inYearOf(before: PeriodMatch | null, match: PeriodMatch): PeriodMatch {
  const year = before?.period.kind === "year" ? before.period.year : null;
  if (year === null || match.period.kind === "year" || match.period.year !== null) return match;
  const isWhole = match.period.kind === "cumulative" && match.period.months === 12;
  return { ...match, period: isWhole ? { kind: "year", year } : withYear(match.period, year) };
}

/** “三个一批”项目开工率: of what is counted, the rate. */
export function isRateOf(token: IndicatorToken, counted: IndicatorToken): boolean {
  return token.indicator.kind === "rate" && counted.indicator.kind === "count";
}

export type IndicatorToken = Token & { readonly kind: "indicator" };

/** 新增市场主体其中企业: the part under the name the catalogue has for it, else under its own. */
export function partOf(whole: IndicatorToken, part: IndicatorToken): IndicatorToken {
  const prefix = /^(?:新增|新登记|新设)/u.exec(whole.text)?.[0] ?? "";
  const term = findTerm(prefix + part.text);
  return term?.kind === "indicator" ? { ...term, text: part.text } : part;
}

/** 战新 among projects is 战新项目, not the value added of those industries. */
export function partNamed(token: Token & { kind: "indicator" }, whole: Indicator): Indicator {
  const term = whole.name.endsWith("项目") ? findTerm(`${token.text}项目`) : undefined;
  return term?.kind === "indicator" ? term.indicator : token.indicator;
}

/** 规上工业 over 营业收入, 签约一批 over 总投资: two levels that together are one name. */
export function compoundOf(texts: readonly string[]): Indicator | null {
  const keys = texts.map((text) =>
    stripLeadIn(normaliseText(text))
      .replace(/\([^()]*\)$/u, "")
      .replace(/^(?:本期|本年|当年|今年|本月)(?=新)/u, "")
  );
  for (let upper = keys.length - 2; upper >= 0; upper--) {
    for (let lower = keys.length - 1; lower > upper; lower--) {
      const [above, below] = [keys[upper] ?? "", keys[lower] ?? ""];
      if (above === "" || below === "") continue;
      // 市场主体 over 新增, 标准厂房 over 建成: offices put the two either way round.
      const term = findTerm(above + below) ?? findTerm(below + above);
      if (term?.kind === "indicator") return term.indicator;
    }
  }
  return null;
}

/** 入驻企业产值, 高新技术企业营业收入: money of the firms, and no number of them; null where no firms have any. */
export function moneyOfFirms(tokens: readonly Token[], first: IndicatorToken): string | null {
  const at = tokens.indexOf(first);
  const next = tokens[at + 1];
  const isMoney =
    next?.kind === "indicator" &&
    first.indicator.kind === "count" &&
    first.text.endsWith("企业") &&
    next.indicator.kind === "flow" &&
    recogniseUnit(next.indicator.unit ?? "")?.family === "money";
  if (!isMoney) return null;
  return tokens
    .slice(0, at + 2)
    .filter(({ kind }) => NAMING.has(kind))
    .map(({ text }) => text)
    .join("");
}

/** 出口企业户数, 外资企业数: firms of a kind, and no amount of what they deal in; null where no firms are counted. */
export function firmsOf(tokens: readonly Token[], first: IndicatorToken): string | null {
  const next = tokens[tokens.indexOf(first) + 1];
  const isCounted =
    next?.kind === "indicator" &&
    first.indicator.kind !== "count" &&
    next.indicator.id !== first.indicator.id &&
    /^企业(?:户数|数|个数|家数|总数|数量)$/u.test(next.text);
  return isCounted ? first.text + next.text : null;
}
