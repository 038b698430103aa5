import type { Amount, StillNeeded } from "../needed/still-needed.ts";
import type { Finding } from "./finding.ts";
import type { Locale } from "./locale.ts";
import { amount, targetText } from "./wording.ts";

/** More zones than these say no more. */
const ZONES_NAMED = 5;

/**
 * What an unmet target still asks for, in one sentence: the gap now, what the rest of the year must bring, and the zones
 * whose shortfall makes it. null where the book does not tell. Digits are those the operands carry.
 */
export function formatNeeded(finding: Finding, locale: Locale): string | null {
  if (finding.code !== "target-unmet" && finding.code !== "target-behind-pace") return null;
  const { needed, target, unit } = finding.params;
  if (needed === undefined) return null;
  const aim = targetText(target, unit, locale);
  const parts = locale === "zh-CN" ? inChinese(needed, aim) : inEnglish(needed, aim);
  return parts.length === 0 ? null : parts.join(locale === "zh-CN" ? ";" : "; ");
}

function inChinese(
  { now, rest, base, unit, monthsLeft, shortfalls }: StillNeeded,
  aim: string
): string[] {
  const size = (of: Amount): string => amount(of.value, of.decimals, unit, "zh-CN");
  const basis = base === "implied" ? "(按增速推算基数)" : base === "whole" ? "(总体按现有数)" : "";
  const when = monthsLeft === 6 ? "下半年" : monthsLeft === null ? "后期" : `后${monthsLeft}个月`;
  const zones = shortfalls.slice(0, ZONES_NAMED).map((one) => `${one.zone} ${size(one.amount)}`);
  const more = shortfalls.length > ZONES_NAMED ? `等${shortfalls.length}个` : "";
  return [
    ...(now === null ? [] : [`要达到 ${aim},现差约 ${size(now)}${basis}`]),
    ...(rest === null ? [] : [`全年要达到 ${aim},${when}需完成约 ${size(rest)}`]),
    ...(zones.length === 0 ? [] : [`缺口在 ${zones.join("、")}${more}`]),
  ];
}

function inEnglish(
  { now, rest, base, unit, monthsLeft, shortfalls }: StillNeeded,
  aim: string
): string[] {
  const size = (of: Amount): string => amount(of.value, of.decimals, unit, "en-US");
  const basis =
    base === "implied"
      ? " (base worked back from the growth)"
      : base === "whole"
        ? " (the whole as it is)"
        : "";
  const when =
    monthsLeft === null ? "in the rest of the year" : `in the remaining ${monthsLeft} months`;
  const zones = shortfalls.slice(0, ZONES_NAMED).map((one) => `${one.zone} ${size(one.amount)}`);
  const more =
    shortfalls.length > ZONES_NAMED ? ` and ${shortfalls.length - ZONES_NAMED} more` : "";
  return [
    ...(now === null ? [] : [`about ${size(now)} short of ${aim} by now${basis}`]),
    ...(rest === null ? [] : [`about ${size(rest)} needed ${when} to reach ${aim} for the year`]),
    ...(zones.length === 0 ? [] : [`short in ${zones.join(", ")}${more}`]),
  ];
}
