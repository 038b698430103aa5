import type { CheckContext } from "../../checks/check.ts";
import { formatPeriod } from "../../model/period.ts";
import { areaOfCell } from "../../workbook/address.ts";
import type { ComposeNote } from "./composition.ts";
import { attainmentClause, targetClause, zoneCells } from "./clauses/target.ts";
import { comparisonClause } from "./clauses/comparison.ts";
import { growthClause, growthFigure, increaseClause } from "./clauses/growth.ts";
import { progressClause, rateClause } from "./clauses/progress.ts";
import { rankingClause } from "./clauses/ranking.ts";
import { shareClause } from "./clauses/share.ts";
import { valueClause } from "./clauses/value.ts";
import { decimalText, say } from "./context.ts";
import type { ClauseContext } from "./context.ts";
import { NO_TEXT, join, plain, spanned } from "./fragment.ts";
import type { Fragment, Slots } from "./fragment.ts";
import type { Group } from "./groups.ts";
import { countNumeral, ordinalNumeral } from "./numerals.ts";
import type { ClauseKind, SentenceStyle, Style } from "./style.ts";
import { isNamed } from "./topics.ts";
import type { Topic } from "./topics.ts";
import type { WordKey } from "./words.ts";
import { listZones, zoneLabel } from "./zone-label.ts";

/** What a paragraph is made of besides its group. */
export interface ParagraphContext {
  readonly style: Style;
  readonly contextOf: (topic: Topic) => CheckContext;
  readonly note: (note: ComposeNote) => void;
  /** The period of the paragraph before, which need not be said again. */
  readonly before: string | null;
}

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

function clauseContext(group: Group, topic: Topic, context: ParagraphContext): ClauseContext {
  const { style } = context;
  const own = style.indicators.find(({ indicator }) => isNamed(topic, indicator));
  const name = own?.name ?? (style.names === "catalogue" ? topic.indicator.name : topic.name);
  return {
    style,
    check: context.contextOf(topic),
    topic,
    own,
    name,
    said: new Set(),
    key: group.key,
    note: context.note,
  };
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

function subjectOf(group: Group, topic: Topic, style: Style): Fragment {
  const { subject, members } = topic.speaker;
  const city = group.city === null ? null : `${group.city}市`;
  const saying = (word: WordKey, slots: Slots): Fragment =>
    say({ style, own: undefined }, word, { city, ...slots }) ?? NO_TEXT;
  const [single] = members;
  const named = (text: string, wording: WordKey): Fragment =>
    spanned(text, {
      measure: "zones",
      indicator: null,
      zone: text,
      value: null,
      cells: zoneCells(topic.index.table.sheet, members),
      arithmetic: String(members.length),
      wording,
      key: `${group.key}|zones`,
    });
  if (members.length === 0) {
    return subject === null ? NO_TEXT : saying("subject-all", { zone: zoneLabel(subject) });
  }
  if (members.length === 1 && single !== undefined) {
    return saying("subject-one", { zone: named(zoneLabel(single), "subject-one") });
  }
  if (members.length <= style.namedZones) {
    const zones = listZones(members, style.marks.list);
    return saying("subject-list", { zones: named(zones, "subject-list") });
  }
  const kinds = new Set(members.map(({ kind }) => kind ?? "industrial"));
  const isUnmarked = members.some(({ kind }) => kind === null);
  const [kind] = kinds;
  const kindName = kinds.size > 1 || kind === undefined ? "mixed" : isUnmarked ? "unmarked" : kind;
  const count = spanned(`${members.length}个`, {
    measure: "count",
    indicator: null,
    zone: subject?.label ?? null,
    value: members.length,
    cells: zoneCells(topic.index.table.sheet, members),
    arithmetic: String(members.length),
    wording: "subject-count",
    key: `${group.key}|count`,
  });
  return saying("subject-count", { count, kind: style.kindNames[kindName] });
}

function periodOf(group: Group, { style, note, before }: ParagraphContext): Fragment {
  const { period, topics } = group;
  const [topic] = topics;
  const table = topic?.index.table;
  const cells = table === undefined ? [] : [{ sheet: table.sheet, area: table.area }];
  if (period === null) {
    note({ code: "no-period", cells });
    return NO_TEXT;
  }
  const text = formatPeriod(period);
  if (text === before) return NO_TEXT;
  const year = period.year === null ? null : String(period.year);
  const saying = (word: WordKey, slots: Slots): Fragment | null =>
    say({ style, own: undefined }, word, { year, ...slots });
  const words = (): Fragment | null => {
    switch (period.kind) {
      case "cumulative":
        return period.months === 1
          ? saying("period-month", { month: "1" })
          : saying("period-cumulative", { months: String(period.months) });
      case "month":
        return saying("period-month", { month: String(period.month) });
      case "quarter":
        return saying("period-quarter", { quarter: ordinalNumeral(period.quarter) });
      case "stock":
        return saying("period-stock", { month: String(period.month) });
      case "year":
        return saying("period-year", {});
    }
  };
  const said = words();
  if (said === null) return NO_TEXT;
  const header =
    topic === undefined
      ? cells
      : [{ sheet: topic.index.table.sheet, area: areaOfCell(topic.anchor.header) }];
  const span = spanned(said.text, {
    measure: "period",
    indicator: null,
    zone: null,
    value: null,
    cells: header,
    arithmetic: text,
    wording: `period-${period.kind}`,
    key: `${group.key}|period`,
  });
  return join([span, plain(style.marks.period)]);
}

/** 规上工业增加值增速和工业投资增速两项关键考核指标“一正一负”: only of growths that all are there and none of them zero. */
function signsOf(group: Group, context: ParagraphContext): Fragment | null {
  const { style } = context;
  const wanted = group.paragraph.signs;
  const found = wanted.flatMap((name) => {
    const topic = group.topics.find((each) => isNamed(each, name));
    if (topic === undefined) return [];
    const silent = { ...context, note: () => undefined };
    const growth = growthFigure(clauseContext(group, topic, silent));
    return growth === null || growth.value === 0 ? [] : [{ name, growth }];
  });
  if (found.length < 2 || found.length < wanted.length) return null;
  const positive = found.filter(({ growth }) => growth.value > 0).length;
  const negative = found.length - positive;
  const word =
    negative === 0 ? "signs-positive" : positive === 0 ? "signs-negative" : "signs-mixed";
  const saying = (key: WordKey, slots: Slots): Fragment | null =>
    say({ style, own: undefined }, key, slots);
  const names = found.map(({ name }) => saying("signs-indicator", { indicator: name })?.text ?? "");
  const signed = (text: string, count: number, detail: string): Fragment =>
    spanned(text, {
      measure: detail === "count" ? "count" : "signs",
      indicator: null,
      zone: null,
      value: count,
      cells: found.flatMap(({ growth }) => growth.cells),
      arithmetic: found.map(({ growth }) => decimalText(growth.value)).join(", "),
      wording: word,
      key: `${group.key}|signs|${detail}`,
    });
  return saying(word, {
    indicators: names.join(style.marks.and),
    count: signed(`${countNumeral(found.length)}项`, found.length, "count"),
    positive: signed(countNumeral(positive), positive, "positive"),
    negative: signed(countNumeral(negative), negative, "negative"),
  });
}
