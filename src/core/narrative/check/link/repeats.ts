import type { Figure } from "../figures/figure.ts";
import { judge, scale } from "../../../model/interval.ts";
import { addClaim, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { quantity, quantityIn, statedOf } from "./quantities.ts";

/** The same number of the same thing, told twice in one text. Where the two differ, one of them is an old one. */
export function linkRepeats(context: LinkContext): void {
  const seen = new Map<string, Figure>();
  for (const figure of context.figures) {
    const key = keyOf(figure);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, figure);
      continue;
    }
    if (first.sentence === figure.sentence) continue;
    compare(context, first, figure);
  }
}

/** Only what is named by the catalogue, for a period and a subject that the text names. */
function keyOf(figure: Figure): string | undefined {
  const { topic } = figure;
  if (
    topic === null ||
    topic.indicator === null ||
    topic.period === null ||
    topic.subject === "" ||
    figure.head !== null
  )
    return undefined;
  if (figure.role !== "level" && figure.role !== "growth") return undefined;
  if (figure.approximation !== null || figure.high !== null) return undefined;
  if (
    figure.role === "level" &&
    !/(?:完成|实现|达到?|为|:)$/u.test(figure.chunk) &&
    !figure.chunk.endsWith(topic.name)
  )
    return undefined;
  return [
    figure.sentence.article,
    topic.key,
    topic.subject,
    topic.period,
    figure.role,
    figure.unit?.family,
  ].join("|");
}

function compare(context: LinkContext, first: Figure, again: Figure): void {
  if (first.topic?.name !== again.topic?.name) return;
  const told = first.unit === null ? undefined : quantityIn(first, again.unit);
  if (told === undefined) return;
  const verdict = judge(statedOf(again), told);
  const back =
    again.unit === null || first.unit === null
      ? "disagrees"
      : judge(statedOf(first), scale(quantity(again), again.unit.factor / first.unit.factor));
  const holds = verdict !== "disagrees" || back !== "disagrees";
  // A claim of its own arithmetic says more; a contradiction is told all the same.
  if (holds && context.claimed.has(again)) return;
  addClaim(context, again, {
    kind: again.role === "growth" ? "growth" : "value",
    verdict: holds ? (first.value === again.value ? "agrees" : "within-rounding") : "disagrees",
    from: [first],
    notes: [{ code: "elsewhere", text: printedOf(context, first) }],
    arithmetic: `${printedOf(context, again)} ${holds ? "=" : "≠"} ${printedOf(context, first)}`,
  });
}
