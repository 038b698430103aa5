import type { Figure, Role } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import { addClaim, addUnverifiable, before, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { isComparable, quantityIn } from "./quantities.ts";
import { toNumber } from "../../../model/ratio.ts";

const UNMET = /未(?:能)?(?:达到?|完成|实现|达标)|没有?(?:达到|完成)|低于|不及|不足|尚未/u;
const MET = /达到|完成|超额|高于|超过|实现|超出|优于|好于/u;
const AHEAD = /确保|力争|努力|争取|对照|计划|预期|目标(?:为|是|:)|围绕|要|将/u;
const OWN: readonly Role[] = ["growth", "share", "rate", "attainment"];

/** 未达到省定17%目标值(河津开发区16%、其余开发区17%): the own rate against every target that may apply. */
export function linkTargets(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.role !== "target" || figure.head !== null || context.claimed.has(figure)) continue;
    if (isWholeOfAttainment(context, figure)) continue;
    linkTarget(context, figure);
    linkExceptions(context, figure);
  }
}

/** 完成年度任务75亿元的23.7% tells how far it is, not that the target is reached. */
export function isWholeOfAttainment(context: LinkContext, figure: Figure): boolean {
  const next = context.figures[figure.index + 1];
  return next?.role === "attainment" && next.sentence === figure.sentence && /^的/u.test(next.lead);
}

/** What the words before a target say of it: 未达到, 达到; undefined for one that lies ahead, or is only named. */
export function verdictSaid({ chunk }: Figure): "met" | "unmet" | undefined {
  if (AHEAD.test(chunk)) return undefined;
  return UNMET.test(chunk) ? "unmet" : MET.test(chunk) ? "met" : undefined;
}

function linkTarget(context: LinkContext, figure: Figure): void {
  const said = verdictSaid(figure);
  if (said === undefined) {
    if (!context.used.has(figure)) addUnverifiable(context, figure, "target", "counterpart");
    return;
  }
  const own = ownValue(context, figure);
  if (/(?:均|都|全部|全面)[^,]{0,6}(?:达到|完成|超)/u.test(figure.chunk)) {
    addUnverifiable(context, figure, "members", "members", {
      from: own === undefined ? [] : [own],
    });
    return;
  }
  if (own === undefined) {
    addUnverifiable(context, figure, "verdict", "own-rate");
    return;
  }
  const limits = [figure, ...figure.after].filter(
    ({ unit, role }) => role === "target" && unit?.family === figure.unit?.family
  );
  const value = valueIn(own, figure);
  const values = limits.map(({ value: limit }) => limit);
  const isLower =
    figure.topic?.indicator?.direction === "lower-is-better" || /以内|以下/u.test(figure.tail);
  const strict = /高于|超过|超出|突破/u.test(figure.chunk) && said === "met";
  const meets = (limit: number): boolean =>
    isLower ? value <= limit : strict ? value > limit : value >= limit;
  const all = values.every(meets);
  const none = values.every((limit) => !meets(limit));
  const isTrue = said === "met" ? all : none;
  const decided = all || none;
  addClaim(context, figure, {
    kind: "verdict",
    verdict: !decided ? "unverifiable" : isTrue ? "agrees" : "disagrees",
    from: [own, ...limits],
    notes: values.length > 1 ? [{ code: decided ? "robust" : "weights" }] : [],
    arithmetic: `${printedOf(context, own)}${own.direction < 0 ? "(−)" : ""} ${all ? "≥" : none ? "<" : "~"} ${limits.map((limit) => printedOf(context, limit)).join(", ")}`,
  });
}

function ownValue(context: LinkContext, figure: Figure): Figure | undefined {
  const isRate = figure.unit?.family === "rate";
  const roles: readonly Role[] = isRate ? OWN : ["level"];
  const candidates = [
    ...before(context, figure, roles),
    ...beforeInSentence(context, figure).filter(({ role }) => roles.includes(role)),
  ];
  return candidates.find((other) => isComparable(other, figure));
}

function valueIn(own: Figure, target: Figure): number {
  const inUnit = quantityIn(own, target.unit);
  return inUnit === undefined ? signedValue(own) : toNumber(inUnit.value);
}

/** The exceptions in the bracket; 其余 repeats the target itself. */
function linkExceptions(context: LinkContext, figure: Figure): void {
  for (const exception of figure.after) {
    if (exception.role !== "target" || context.claimed.has(exception)) continue;
    if (/其余|其他|其它/u.test(exception.lead)) {
      addClaim(context, exception, {
        kind: "target",
        verdict: exception.value === figure.value ? "agrees" : "disagrees",
        computed: { low: figure.value, high: figure.value },
        from: [figure],
        arithmetic: `${printedOf(context, exception)} = ${printedOf(context, figure)}`,
      });
    } else addUnverifiable(context, exception, "target", "cell");
  }
}
