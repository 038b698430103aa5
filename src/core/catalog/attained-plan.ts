import { findPeriods } from "./periods.ts";
import type { Period } from "../model/period.ts";
import { normaliseText } from "./normalise.ts";
import { findTerm } from "./vocabulary.ts";
import type { Term } from "./vocabulary.ts";

/** What a header of progress against a plan says: whose progress, and which of several plans it is held to. */
export interface AttainedPlan {
  /** year: 完成年度目标 · part: 完成前三季度目标, 完成上半年任务. */
  readonly plan: "year" | "part" | "open";
  /** The months the plan is for, where the header names them. */
  readonly period: Period | null;
  /** Named between 完成 and 目标: 完成工业投资目标比例. */
  readonly indicator: Extract<Term, { readonly kind: "indicator" }> | null;
}

const LEAD =
  "(?:[\\d一二三四五六七八九十]{1,2}-?(?:[\\d一二三四五六七八九十]{1,2})?月(?:份|底|末)?)?";
const SET = "(?:目标|计划|任务)(?:目标|任务|投资|投资额|数|值|总额|额|总量)*";
const RATE = "(?:比例|比重|占比|百分比|比率|完成率|进度|率|比)";
/** 完成前三季度目标任务占比(%), 完成投资占年度投资目标的比例(%), 占上半年计划(%). */
const DONE_OF = new RegExp(
  `^${LEAD}(?:累计|实际|已)?(?:完成|占|为)(?:投资额?|额|数|值)?(?:占|为)?(?<plan>[^()占比率]{0,14}?)${SET}的?(?<rate>${RATE}?(?:\\(%\\)|%)?)$`,
  "u"
);
/** 上半年计划完成率(%). */
const RATE_OF = new RegExp(
  `^(?<plan>[^()占比率]{1,10}?)${SET}完成(?<rate>(?:率|比例|进度|百分比|占比|情况)?(?:\\(%\\)|%)?)$`,
  "u"
);
const OF_YEAR = /年度|全年|当年|本年|今年|年$/u;
const OF_PART = /半年|季度|序时|时序|阶段|\d月/u;
const AROUND =
  /年度|全年|当年|本年|今年|省定|市定|考核|责任|序时|时序|阶段性?|累计|的|底|末|^年$|^全?市/gu;

/** 年度目标(2.4亿元), 年度任务300亿元: how much the plan is, behind its name. */
const AMOUNT =
  /((?:目标|计划|任务|预算)(?:目标|任务|投资|数|值|总额|额|总量)*)[(为:]?(\d+(?:\.\d+)?)((?:[亿万千]元?|元|亩|宗|万?平方米|[个户家项件]))\)?(?=$|[^\p{L}\d]|的|比|占|完成)/u;

/** The amount of the plan that a header of progress prints: 占年度目标(2.4亿元)%, 完成率(年度目标10亿元). */
export function statedPlan(
  header: string
): { readonly value: number; readonly decimals: number; readonly unit: string } | undefined {
  const [, , digits, unit] = AMOUNT.exec(normaliseText(header)) ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  return { value: Number(digits), decimals: digits.split(".")[1]?.length ?? 0, unit };
}

/**
 * Reads the header of progress against a plan, or undefined where it is none. A header without % or a word of rates
 * (完成上半年目标) is one where it names a part of the year: what else would be done of it.
 */
export function readAttainedPlan(text: string): AttainedPlan | undefined {
  const key = normaliseText(text).replace(AMOUNT, "$1");
  if (key.length > 30 || !/目标|计划|任务/u.test(key)) return undefined;
  const groups = (DONE_OF.exec(key) ?? RATE_OF.exec(key))?.groups;
  if (groups === undefined) return undefined;
  const words = groups["plan"] ?? "";
  const periods = findPeriods(words);
  const [only] = periods;
  if (periods.length > 1) return undefined;
  const isYear =
    only === undefined
      ? OF_YEAR.test(words)
      : only.period.kind === "year" ||
        (only.period.kind === "cumulative" && only.period.months === 12);
  const isPart = !isYear && (only !== undefined || OF_PART.test(words));
  if (groups["rate"] === "" && !(isPart && key.startsWith("完成"))) return undefined;
  const rest = (
    only === undefined ? words : words.slice(0, only.start) + words.slice(only.end)
  ).replace(AROUND, "");
  const term = rest === "" || rest === "投资" ? undefined : findTerm(rest);
  if (rest !== "" && rest !== "投资" && term?.kind !== "indicator") return undefined;
  return {
    plan: isYear ? "year" : isPart ? "part" : "open",
    period: isPart ? (only?.period ?? null) : null,
    indicator: term?.kind === "indicator" ? term : null,
  };
}
