import { constant, shareOf } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { before, beforeInSentence, sameTopic } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import type { Attained } from "./plans.ts";
import { quantity, quantityIn } from "./quantities.ts";
import { coreOf, isOfUnit } from "./share-names.ts";

/** How many numbers before it a plan may stand. */
const FAR = 60;
const PLAN_WORDS =
  /(?:年度|全年|年初|年|今年|市委|市政府|县政府|省|市|州)?(?:下达|确定|安排)?(?:我[市区县])?(?:的)?(?:目标任务|目标|任务|计划|预算|预期|拟)(?:数|额|值)?/gu;

/**
 * 2024年计划完成固定资产投资1200亿元。1-8月完成固定资产投资763.41亿元,完成年度计划的63.6%: a plan from before with the name of what
 * was done. It is said only where it is the only one of that name; what is narrowed, or of other projects, has a plan of its own.
 */
export function planSaid(context: LinkContext, figure: Figure): Attained | undefined {
  const value = valueOf(context, figure);
  if (value === undefined || /其中/u.test(value.lead)) return undefined;
  const all = plansBefore(context, value, figure);
  const near = all.filter(({ sentence }) => sentence.paragraph === value.sentence.paragraph);
  const plans = near.length > 0 ? near : all;
  const [target] = plans;
  if (target === undefined || plans.some((other) => !isSame(other, target))) return undefined;
  if (isOfOtherThings(context, value, target)) return undefined;
  const part = quantityIn(value, target.unit);
  const isSet = target.decimals === 0 && target.source === null;
  const computed = part && shareOf(part, isSet ? constant(target.value) : quantity(target));
  return computed && { value, target, quantity: computed };
}

/** What was done: right before it; where the sentence tells none, the only number of the indicator it names. */
function valueOf(context: LinkContext, figure: Figure): Figure | undefined {
  const isLevel = ({ role, unit }: Figure): boolean =>
    role === "level" && unit?.family !== "rate" && unit?.family !== "points";
  const own =
    before(context, figure, ["level"]).find(isLevel) ??
    beforeInSentence(context, figure).find(
      (other) => isLevel(other) && other.segment === figure.segment
    );
  if (own !== undefined) return isPlan(own) ? undefined : own;
  const { topic } = figure;
  if (topic === null || topic.indicator === null) return undefined;
  const told = sameTopic(context, figure, topic.key, ["level"]).filter(
    (other) =>
      other.index < figure.index && isLevel(other) && !isPlan(other) && !isInGoals(context, other)
  );
  return told.length === 1 ? told[0] : undefined;
}

function isPlan({ role, chunk, lead }: Figure): boolean {
  return (
    role === "target" ||
    (role === "level" && (/计划|目标|拟/u.test(chunk) || /(?:目标|任务|计划):[^;。]*$/u.test(lead)))
  );
}

function plansBefore(context: LinkContext, value: Figure, figure: Figure): readonly Figure[] {
  const found: Figure[] = [];
  for (let i = figure.index - 1; i >= 0 && i > figure.index - FAR; i--) {
    const other = context.figures[i];
    if (other?.sentence.article !== figure.sentence.article) break;
    if (other.head !== null || other === value || !isOfUnit(value, other)) continue;
    if (!(isPlan(other) || isInGoals(context, other))) continue;
    if (isNamedAlike(context, other, value)) found.push(other);
  }
  return found;
}

/** 全年目标:工业总产值1000亿元,固定资产投资150亿元: a sentence that lists nothing but goals. */
function isInGoals(context: LinkContext, { sentence, role }: Figure): boolean {
  const opening = context.clean.text.slice(sentence.start, sentence.start + 16);
  return role === "level" && /^[^,;。\d]{0,8}(?:目标|任务|计划):/u.test(opening);
}

function isNamedAlike(context: LinkContext, plan: Figure, value: Figure): boolean {
  const isBeside =
    plan.sentence === value.sentence &&
    !context.figures
      .slice(plan.index + 1, value.index)
      .some(({ role, head }) => role === "level" && head === null);
  if (isBeside) return true;
  const [a, b] = [plan, value].map(({ chunk, tail }) => {
    const behind = /^[一-龥]{0,8}/u.exec(tail)?.[0] ?? "";
    return [
      coreOf(chunk.replace(PLAN_WORDS, "").replace(/规(?:模以)?上工业(?=企业)/u, "规上")),
      coreOf(behind),
    ].filter(({ length }) => length > 1);
  });
  const key = value.topic?.indicator?.id;
  if (key !== undefined && plan.topic?.key === key && !isNarrowed(value)) return true;
  // 完成投资 goes on with 固定资产投资; 工业投资 is another thing than 投资.
  return (a ?? []).some((one) =>
    (b ?? []).some((other) => one.endsWith(other) || endsAlike(one, other))
  );
}

/** 招引亿元以上, 签约亿元以上: the same things, gone farther. */
function endsAlike(a: string, b: string): boolean {
  return a.length > 4 && b.length > 4 && a.slice(-4) === b.slice(-4);
}

/** 高技术产业投资 is catalogued as investment, and has no part in its plan. */
function isNarrowed({ topic, chunk }: Figure): boolean {
  return (
    topic !== null && coreOf(chunk.replace(topic.subject, "")).length > coreOf(topic.name).length
  );
}

function isSame(a: Figure, b: Figure): boolean {
  return a.value * (a.unit?.factor ?? 1) === b.value * (b.unit?.factor ?? 1);
}

/** 133个续建项目完成投资…: counted before it, they are not all that the plan of another sentence is for. */
function isOfOtherThings(context: LinkContext, value: Figure, target: Figure): boolean {
  if (target.sentence === value.sentence) return false;
  return beforeInSentence(context, value).some(
    ({ unit, role, segment }) =>
      role === "level" && unit?.family === "count" && segment === value.segment
  );
}
