import type { Figure } from "../figures/figure.ts";
import { headingWhole } from "./heading-wholes.ts";
import { addClaim, addUnverifiable, beforeInSentence, sameTopic } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { shareJudged } from "./share-candidates.ts";
import { judgeShare } from "./share-claims.ts";
import { isOfUnit, namedBefore, scopeOf, wholeSaid } from "./share-names.ts";
import { withoutWhole } from "./share-wholes.ts";

/** Shares side by side: 分别占签约、开工、投产项目的75%、69%、74%. */
export function shareList(context: LinkContext, figure: Figure): readonly Figure[] {
  const list = [figure];
  for (let i = figure.index + 1; i < context.figures.length; i++) {
    const other = context.figures[i];
    if (other?.role !== "share" || other.sentence !== figure.sentence) break;
    if (!/^(?:[、和与及,]|以及)$/u.test(other.lead)) break;
    list.push(other);
  }
  return list;
}

/** As many parts stand before them, in the same order; the whole is one for all, or each has its own name. */
export function linkShareList(context: LinkContext, list: readonly Figure[]): void {
  const [first] = list;
  if (first === undefined) return;
  const levels = beforeInSentence(context, first)
    .filter(({ role }) => role === "level")
    .slice(0, list.length)
    .reverse();
  const said = first.against?.kind === "name" ? first.against.name.split(/[、和与及]/u) : [];
  const told = levels.length === list.length ? wholesOf(context, list, levels, said) : [];
  const above =
    first.against === null ? levels.flatMap((part) => headingWhole(context, part) ?? []) : [];
  const wholes = above.length === list.length && !isEachFitting(list, levels, told) ? above : told;
  list.forEach((figure, index) => {
    const part = levels.length === list.length ? levels[index] : undefined;
    const whole = wholes[index];
    if (part === undefined) addUnverifiable(context, figure, "share", "part");
    else if (whole !== undefined) judgeShare(context, figure, part, whole);
    else if (said.length > 1 && said.length !== list.length) {
      addClaim(context, figure, {
        kind: "share",
        verdict: "disagrees",
        from: [part],
        notes: [{ code: "names", names: said.length, numbers: list.length }],
      });
    } else withoutWhole(context, figure, part);
  });
}

function isEachFitting(
  list: readonly Figure[],
  parts: readonly Figure[],
  wholes: readonly Figure[]
): boolean {
  return list.every((figure, index) => {
    const [part, whole] = [parts[index], wholes[index]];
    return part && whole && shareJudged(figure, part, whole)?.verdict === "agrees";
  });
}

/** A whole for each share, where at least one of them fits: that leaves no doubt which numbers are meant. */
function wholesOf(
  context: LinkContext,
  list: readonly Figure[],
  parts: readonly Figure[],
  said: readonly string[]
): readonly Figure[] {
  const trials: (readonly Figure[])[] = [];
  if (said.length === list.length && said.length > 1) {
    const own = parts.flatMap((part, index) => namedBefore(context, part, said[index] ?? "") ?? []);
    if (own.length === list.length) trials.push(own);
  } else if (said.length < 2) {
    for (const whole of commonWholes(context, list, parts)) trials.push(list.map(() => whole));
  }
  const fitting = (wholes: readonly Figure[]): number =>
    list.filter((figure, index) => {
      const [part, whole] = [parts[index], wholes[index]];
      return part && whole && shareJudged(figure, part, whole)?.verdict === "agrees";
    }).length;
  const best = trials.reduce<readonly Figure[]>(
    (a, b) => (fitting(b) > fitting(a) ? b : a),
    trials[0] ?? []
  );
  return fitting(best) > 0 ? best : [];
}

function commonWholes(
  context: LinkContext,
  list: readonly Figure[],
  parts: readonly Figure[]
): readonly Figure[] {
  const [first] = list;
  const [part] = parts;
  if (first === undefined || part === undefined) return [];
  const { against } = first;
  if (against?.kind === "scope") {
    return sameTopic(context, part, part.topic?.key ?? "", ["level"]).filter(
      (other) => scopeOf(context, other) === against.scope
    );
  }
  const named = wholeSaid(context, first, part);
  const before: Figure[] = [];
  for (let i = part.index - 1; i >= 0 && before.length < 6; i--) {
    const other = context.figures[i];
    if (other?.sentence.paragraph !== part.sentence.paragraph) break;
    if (other.role === "level" && other.head === null && isOfUnit(part, other)) before.push(other);
  }
  return named === undefined ? before : [named, ...before];
}
