import { attainmentClause } from "./clauses/attainment.ts";
import { comparisonClause } from "./clauses/comparison.ts";
import { growthClause, increaseClause } from "./clauses/growth.ts";
import { progressClause, rateClause } from "./clauses/progress.ts";
import { rankingClause } from "./clauses/ranking.ts";
import { shareClause } from "./clauses/share.ts";
import { targetClause } from "./clauses/target.ts";
import { valueClause } from "./clauses/value.ts";
import { say } from "./context.ts";
import type { ClauseContext } from "./context.ts";
import { NO_TEXT, join, plain } from "./fragment.ts";
import type { Fragment } from "./fragment.ts";
import type { Group } from "./groups.ts";
import { periodOf, signsOf, subjectOf } from "./opening.ts";
import { clauseContext } from "./paragraph-context.ts";
import type { ParagraphContext } from "./paragraph-context.ts";
import type { ClauseKind, SentenceStyle, Style } from "./style.ts";
import { isNamed } from "./topics.ts";
import type { Topic } from "./topics.ts";

/** One paragraph: time, signs, subject and a chain of clauses for each indicator; null where nothing can be told. */
export function composeParagraph(group: Group, context: ParagraphContext): Fragment | null {
  const { style } = context;
  const parts = partTopics(group);
  const sentences: Fragment[] = [];
  let isFirst = true;
  for (const { sentence, topics } of parts) {
    const chains: Fragment[] = [];
    for (const topic of topics) {
      const chain = composeChain(clauseContext(group, topic, context), isFirst);
      if (chain === null) continue;
      const subject = isFirst ? subjectOf(group, topic, style) : NO_TEXT;
      chains.push(join([subject, chain]));
      isFirst = false;
    }
    if (chains.length === 0) continue;
    const chain = join(chains, style.marks.indicator);
    // 另外 needs something before it.
    const prefix = plain(sentences.length === 0 ? "" : sentence.prefix);
    sentences.push(join([prefix, chain, plain(style.marks.sentence)]));
  }
  if (sentences.length === 0) return null;
  const signs = signsOf(group, context);
  const opening = signs === null ? [] : [signs, plain(style.marks.sentence)];
  return join([periodOf(group, context), ...opening, ...sentences]);
}

/** Each indicator to the sentence that names it, the others to the one that names none. */
function partTopics({ paragraph, topics }: Group): readonly {
  readonly sentence: SentenceStyle;
  readonly topics: readonly Topic[];
}[] {
  const named = new Map<Topic, SentenceStyle>();
  const order = new Map<Topic, number>();
  for (const sentence of paragraph.sentences) {
    for (const [place, wanted] of sentence.indicators.entries()) {
      for (const topic of topics) {
        if (named.has(topic) || !isNamed(topic, wanted)) continue;
        named.set(topic, sentence);
        order.set(topic, place);
      }
    }
  }
  return paragraph.sentences.map((sentence) => ({
    sentence,
    topics:
      sentence.indicators.length === 0
        ? topics.filter((topic) => !named.has(topic))
        : topics
            .filter((topic) => named.get(topic) === sentence)
            .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  }));
}

function composeChain(context: ClauseContext, isFirst: boolean): Fragment | null {
  const { style, own, name } = context;
  const said = new Set<ClauseKind>();
  let chain: Fragment | null = null;
  let last: ClauseKind | null = null;
  for (const kind of own?.clauses ?? style.clauses) {
    const clause = clauseOf(kind, { ...context, said }, isFirst);
    if (clause === null || clause.text === "") continue;
    // 项目总投资 before 已开工项目总投资145.66亿元 would say it twice.
    if (chain === null && kind !== "value" && !clause.text.includes(name)) {
      chain = say(context, "value-none", { indicator: name });
    }
    const mark = last === null ? "" : markBefore(kind, last, style);
    chain = chain === null ? clause : join([chain, plain(mark), clause]);
    said.add(kind);
    last = kind;
  }
  return chain;
}

function markBefore(kind: ClauseKind, last: ClauseKind, { marks }: Style): string {
  return kind === "comparison" && last === "growth" ? marks["before-comparison"] : marks.clause;
}

function clauseOf(kind: ClauseKind, context: ClauseContext, isFirst: boolean): Fragment | null {
  switch (kind) {
    case "value":
      return valueClause(context, isFirst);
    case "share":
      return shareClause(context);
    case "growth":
      return growthClause(context);
    case "increase":
      return increaseClause(context);
    case "comparison":
      return comparisonClause(context);
    case "target":
      return targetClause(context);
    case "attainment":
      return attainmentClause(context);
    case "done":
    case "remaining":
      return progressClause(context, kind);
    case "rate":
      return rateClause(context);
    case "growth-ranking":
      return rankingClause(context, "growth");
    case "value-ranking":
      return rankingClause(context, "value");
  }
}
