import type { Figure } from "../figures/figure.ts";
import { before, beforeInSentence, sameTopic } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { quantityIn } from "./quantities.ts";
import { compare, shareJudged } from "./share-candidates.ts";
import { judgeShare } from "./share-claims.ts";

/** The level whose share it is: the frame's own, or the last of the sentence. */
export function partOf(context: LinkContext, figure: Figure): Figure | undefined {
  const own = before(context, figure, ["level", "increase"]);
  const all = own.length > 0 ? own : levelsBefore(context, figure);
  // 63.4亿元(其中中央资金12.6亿元、其他42.4亿元),占总投资的52.8%: behind the bracket, what it splits.
  const open = /^\)/u.test(figure.lead) ? context.clean.text.lastIndexOf("(", figure.start) : -1;
  const candidates = open < 0 ? all : all.filter(({ start }) => start < open);
  const named = partNamed(context, figure);
  if (named !== undefined) return named;
  const wanted = wholeFigure(context, figure);
  if (wanted === undefined) return candidates[0];
  return (
    candidates.find((candidate) => quantityIn(candidate, wanted.unit) !== undefined) ??
    candidates[0]
  );
}

function levelsBefore(context: LinkContext, figure: Figure): readonly Figure[] {
  const own = beforeInSentence(context, figure).filter(({ role }) => role === "level");
  if (own.length > 0) return own;
  // 。占全市的… after a full stop goes on with the same topic.
  return figure.topic === null
    ? []
    : sameTopic(context, figure, figure.topic.key, ["level"]).filter(
        (other) => other.index < figure.index && other.sentence.index >= figure.sentence.index - 1
      );
}

/** The whole that stands in a bracket or just before: 占全市(177.53亿元)的, 占全市177.53亿元的. */
export function wholeFigure(context: LinkContext, figure: Figure): Figure | undefined {
  const held = [...figure.before, ...figure.after].filter(({ role }) => role === "reference-level");
  if (held.length > 0) return held[0];
  const previous = context.figures[figure.index - 1];
  return previous?.role === "reference-level" &&
    previous.head === null &&
    previous.sentence === figure.sentence
    ? previous
    : undefined;
}

/** 项目80个,总投资180亿元,其中工业项目36个,总投资117亿元,占比45%: of the number, though the money stands nearer. */
export function tryOtherPart(context: LinkContext, figure: Figure, part: Figure): boolean {
  const levels = beforeInSentence(context, figure).filter(
    ({ role, segment }) => role === "level" && segment === figure.segment
  );
  const other = levels.find(({ unit }) => unit?.family !== part.unit?.family);
  if (other === undefined) return false;
  const whole = levels.find(
    (each) => each !== other && each.unit?.name === other.unit?.name && compare(each, other) >= 0
  );
  if (whole === undefined || shareJudged(figure, other, whole)?.verdict !== "agrees") return false;
  judgeShare(context, figure, other, whole);
  return true;
}

/** 其中规上工业企业274家、规上服务业企业98家,规上工业企业占53.5%: the number of the sentence that bears the name before 占. */
function partNamed(context: LinkContext, figure: Figure): Figure | undefined {
  const name = /^([一-龥]{3,12})占(?!地(?!区)|比)/u.exec(figure.chunk)?.[1];
  if (name === undefined) return undefined;
  const told = beforeInSentence(context, figure).filter(
    ({ role, chunk }) => role === "level" && chunk.replace(/^(?:其中|[、,])+/u, "") === name
  );
  return told.length === 1 ? told[0] : undefined;
}
