import type { Figure } from "../figures/figure.ts";
import type { Topic } from "../figures/topic.ts";
import { judge, scale } from "../../../model/interval.ts";
import { addClaim, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { quantity, quantityIn, statedOf } from "./quantities.ts";

/** The same number of the same thing, told twice in one text. Where the two differ, one of them is an old one. */
export function linkRepeats(context: LinkContext): void {
  const seen = new Map<string, Figure>();
  for (const figure of context.figures) {
    const key = keyOf(context, figure);
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

/**
 * Two numbers are the same one only where subject, period, measure and every word that narrows them are the same: 市重点项目 and
 * 新开工项目, 7月份 and 前7个月, 国有控股 and 亿元企业 are other things under one name.
 */
function keyOf(context: LinkContext, figure: Figure): string | undefined {
  const { topic } = figure;
  if (topic === null || topic.indicator === null || topic.period === null || topic.subject === "")
    return undefined;
  if (figure.role !== "level" && figure.role !== "growth") return undefined;
  if (figure.head !== null || figure.approximation !== null || figure.high !== null)
    return undefined;
  const words = narrowingWords(context, figure, topic);
  if (words === undefined) return undefined;
  return [
    figure.sentence.article,
    topic.key,
    topic.subject,
    topic.period,
    figure.role,
    figure.unit?.family,
    words,
  ].join("|");
}

const FILLERS =
  /(?:累计)?(?:完成|实现)|达到?|为|同比|(?:比|较)(?:上年|去年)(?:同期)?|增长|下降|增速|的|了|[,。:、]/gu;
/** What is counted before a number makes it that of the counted: 66个新开工项目…完成投资43.4亿元. */
const COUNTED: readonly Figure["role"][] = ["level", "rank"];

/** What the words of a sentence leave of a number's name besides subject and indicator; undefined where they may be of another. */
function narrowingWords(context: LinkContext, figure: Figure, topic: Topic): string | undefined {
  let words = "";
  for (let i = figure.index; i >= 0; i--) {
    const other = context.figures[i];
    if (other?.sentence !== figure.sentence) break;
    if (other.head !== null) continue;
    if (other !== figure && other.unit?.family === "count" && COUNTED.includes(other.role))
      return undefined;
    if (other !== figure && (other.topic !== topic || other.segment !== figure.segment)) continue;
    words = other.lead + words;
  }
  const at = words.indexOf(topic.subject);
  const own = at < 0 ? words : words.slice(at + topic.subject.length);
  if (at < 0 && !beginsBySubject(context, figure, topic)) return undefined;
  return own.replace(topic.name, "").replace(FILLERS, "");
}

/** Whether the sentence itself names whose number it is: a subject of the sentence before may be another's by now. */
function beginsBySubject(context: LinkContext, figure: Figure, topic: Topic): boolean {
  const { start } = figure.sentence;
  return context.clean.text.slice(start, figure.start).includes(topic.subject);
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
