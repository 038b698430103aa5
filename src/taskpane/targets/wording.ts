import type { Locale, RulesProblem, TargetRule, ZoneKind } from "../../core/index.ts";
import { formatRulesProblem, indicatorById, measureLabel } from "../../core/index.ts";

/** 工业投资 · 同比增速. */
export function wordRule({ indicator, measure }: TargetRule, locale: Locale): string {
  const name = indicatorById(indicator)?.name ?? indicator.replace(/^other:/u, "");
  return measure === "actual" ? name : `${name} · ${measureLabel(measure, locale)}`;
}

const KINDS: Readonly<Record<Locale, Readonly<Record<ZoneKind, string>>>> = {
  "zh-CN": {
    industrial: "工业类",
    agricultural: "农业类",
    "cultural-tourism": "文旅类",
    service: "服务业类",
    comprehensive: "综合类",
  },
  "en-US": {
    industrial: "industrial zones",
    agricultural: "agricultural zones",
    "cultural-tourism": "tourism zones",
    service: "service zones",
    comprehensive: "comprehensive zones",
  },
};

export function wordScope(
  { zones, zoneKind }: TargetRule,
  all: string,
  separator: string,
  locale: Locale
): string {
  if (zones.length > 0) return zones.join(separator);
  return zoneKind === null ? all : KINDS[locale][zoneKind];
}

/** Growth and share are in per cent where a rule names no unit. */
export function unitOfRule({ unit, kind }: TargetRule): string | null {
  return unit ?? (kind === "rate" || kind === "share" ? "%" : null);
}

export function wordProblem(problem: RulesProblem, locale: Locale): string {
  return formatRulesProblem(problem, locale);
}
