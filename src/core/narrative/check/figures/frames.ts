import type { Figure } from "./figure.ts";
import { labelWords } from "./known-names.ts";
import type { KnownNames } from "./known-names.ts";
import { createTopicReader } from "./topic-reader.ts";
import type { TopicReader } from "./topic-reader.ts";
import { isRanking } from "./topic.ts";
import type { Topic, TopicWords } from "./topic.ts";

/** What is said of one indicator of one subject, number by number, until the next one is named. */
export interface Frame {
  readonly index: number;
  readonly topic: Topic | null;
  readonly figures: Figure[];
  readonly article: number;
  readonly paragraph: number;
  readonly sentence: number;
}

const LONGEST_UNREAD = 200;

/** Roles whose words name something else than their own topic: what they are held against. */
const COMPARING = new Set<Figure["role"]>([
  "share",
  "difference",
  "change",
  "gap",
  "pace-lead",
  "attainment",
  "contribution",
  "pull",
  "reference-rate",
  "reference-level",
  "earlier-rate",
  "prior",
  "pace",
  "rank",
  "target",
  "multiple",
  "member-count",
]);

/** Nobody says more of one thing in a row; a longer row goes on in a frame of its own, so that the work stays linear. */
const LONGEST = 80;

/** Puts the numbers of a draft into frames and tells each number its topic. */
export function readFrames(
  figures: readonly Figure[],
  text: string,
  names: KnownNames
): readonly Frame[] {
  const frames: Frame[] = [];
  const state: State = {
    reader: createTopicReader(names),
    labels: names.labels,
    current: null,
    subject: "",
    spoken: null,
    period: null,
    soFar: null,
    paragraph: -1,
    article: -1,
  };
  for (const figure of figures) {
    enter(state, figure);
    goOn(state, figure, figures[figure.index - 1], text, frames);
    if (figure.head === null) {
      readFigure(state, figure, frames);
      continue;
    }
    const level = /^(.*持平),[^,;]*$/u.exec(figure.head)?.[1];
    if (level !== undefined) openLevel(state, level, figure.sentence, frames);
    figure.topic = state.current?.topic ?? null;
  }
  return frames;
}

interface State {
  readonly labels: KnownNames["labels"];
  readonly reader: TopicReader;
  current: Frame | null;
  subject: string;
  /** Of whom the sentence speaks, while a ranking lists others; null outside of one. */
  spoken: string | null;
  period: string | null;
  /** The months that a month in passing stands among: 8月当月完成…; null where none does. */
  soFar: string | null;
  paragraph: number;
  article: number;
}

/** A new paragraph forgets whose numbers these are, a new text also when. */
function enter(state: State, { sentence }: Figure): void {
  if (sentence.article !== state.article) state.period = state.soFar = null;
  if (sentence.paragraph !== state.paragraph) {
    state.subject = "";
    state.spoken = null;
    state.current = null;
  }
  state.article = sentence.article;
  state.paragraph = sentence.paragraph;
}

/**
 * 规上工业企业同比基本持平。比全省… what the sentences before say without a number is what this one goes on with; so is the
 * time that begins the paragraph: 1-6月,两项指标“一正一负”。全市….
 */
function goOn(
  state: State,
  { sentence }: Figure,
  previous: Figure | undefined,
  text: string,
  frames: Frame[]
): void {
  if (previous?.sentence === sentence) return;
  const least = Math.max(0, previous?.end ?? 0, sentence.start - LONGEST_UNREAD);
  const near = text.slice(least, sentence.start);
  const paragraph = near.lastIndexOf("\n") + 1;
  const unread = near.slice(paragraph);
  if (paragraph > 0 || least === 0 || text.charAt(least - 1) === "\n") {
    const opening = state.reader.read(/^[^,;。]*/u.exec(unread)?.[0] ?? "");
    // 一季度,各开发区主要指标完成情况如下: a line without a number, above those it speaks of.
    state.period = opening.period ?? periodAbove(state, near.slice(0, paragraph)) ?? state.period;
  }
  if (/持平[。!?]$/u.test(unread)) openLevel(state, unread.slice(0, -1), sentence, frames);
}

/** The time that a line ending in a colon begins with, right above. */
function periodAbove(state: State, above: string): string | null {
  if (!above.endsWith(":\n")) return null;
  const line = /([^\n]{1,80}):\n$/u.exec(above)?.[1];
  if (line === undefined || /[。;]/u.test(line)) return null;
  return state.reader.read(/^[^,;]*/u.exec(line)?.[0] ?? "").period;
}

/** 规上工业增加值同比持平,与全市(0%)持平: an indicator whose growth is told in words alone. */
function openLevel(
  state: State,
  words: string,
  sentence: Figure["sentence"],
  frames: Frame[]
): void {
  const { subject, phrase } = state.reader.read(words);
  state.subject = subject ?? state.subject;
  if (phrase !== null)
    open(state, state.reader.topicOf(phrase, state.subject, state.period), sentence, frames);
}

function open(
  state: State,
  topic: Topic | null,
  { article, paragraph, index: sentence }: Figure["sentence"],
  frames: Frame[]
): void {
  const next: Frame = {
    index: frames.length,
    topic,
    figures: [],
    article,
    paragraph,
    sentence,
  };
  frames.push(next);
  state.current = next;
}

/** 增速前三位的分别是甲开发区5%、乙开发区4%: what follows speaks of whom it spoke of before. */
function speak(state: State, { lead }: Figure): void {
  const isListed = isRanking(lead) || (state.spoken !== null && /^[、和]/u.test(lead));
  if (isListed) state.spoken ??= state.subject;
  else if (state.spoken !== null) {
    state.subject = state.spoken;
    state.spoken = null;
  }
}

function readFigure(state: State, figure: Figure, frames: Frame[]): void {
  speak(state, figure);
  // ,已完成235个 goes on with the problems told before it.
  const isLabelled = state.current !== null && state.labels.has(labelWords(figure.chunk));
  const words = state.reader.read(isLabelled ? saidLevel(figure) : ownWords(figure));
  tellTime(state, figure, words);
  state.subject = words.subject ?? state.subject;
  const before = state.current;
  const isNew = words.phrase !== null || (words.subject !== null && !COMPARING.has(figure.role));
  const isFull = (before?.figures.length ?? 0) >= LONGEST;
  const isAgain = figure.role === "level" && !isLabelled;
  if (before === null || isNew || isFull || (isAgain && hasLevel(before, figure))) {
    const old = before?.topic?.name ?? null;
    const isSame = isNew || isFull || IN_PASSING.test(figure.lead);
    const phrase = words.phrase ?? (isSame ? old : continued(before, figure));
    const topic =
      phrase === null ? null : state.reader.topicOf(phrase, state.subject, state.period);
    open(state, topic, figure.sentence, frames);
  }
  figure.topic = state.current?.topic ?? null;
  state.current?.figures.push(figure);
  for (const held of [...figure.before, ...figure.after]) held.topic = figure.topic;
}

const IN_PASSING = /当月|单月|本月/u;

/** 8月当月完成28.65亿元 speaks of that month in passing: the next thing that is named is of the months so far again. */
function tellTime(state: State, { lead }: Figure, { period, phrase }: TopicWords): void {
  if (IN_PASSING.test(lead)) {
    const month = period ?? state.period?.replace(/-01\.\.(\d\d)$/u, "-$1") ?? null;
    state.soFar ??= state.period;
    state.period = month;
    return;
  }
  if (period === null && phrase !== null && state.soFar !== null) state.period = state.soFar;
  if (period !== null || phrase !== null) state.soFar = null;
  state.period = period ?? state.period;
}

/** 工业投资同比持平,完成年度目标的65%: what begins without a number is what the column's words go on with. */
function saidLevel({ lead, chunk }: Figure): string {
  const clauses = lead.slice(0, lead.length - chunk.length).split(/[,;:。]/u);
  return clauses.filter((clause) => clause.endsWith("持平")).join(",");
}

/** 23宗1135.2亩: the same thing in another unit goes on with its name. */
function continued(current: Frame | null, figure: Figure): string | null {
  return figure.lead === "" || /^[、和]$/u.test(figure.lead)
    ? (current?.topic?.name ?? null)
    : null;
}

function hasLevel(frame: Frame, figure: Figure): boolean {
  return frame.figures.some(
    ({ role, unit }) => role === "level" && unit?.family === figure.unit?.family
  );
}

/** The words before a number without what it is held against: 占全市…, 高于…, 比…. */
function ownWords(figure: Figure): string {
  if (!COMPARING.has(figure.role)) return figure.lead;
  const before = figure.lead.slice(0, figure.lead.length - figure.chunk.length);
  // 同比 compares with nobody.
  const cut = figure.chunk
    .replace(/([同环])比/gu, "$1_")
    .search(
      /占(?!地(?!区)|比|有)|比(?![重例])|较(?!上年同期增)|高于|低于|快于|慢于|高出|超(?!额)|欠|距|居|列|位居|排|对|由|从|完成(?=年度|全年|年初|省|市|目标|计划|任务|(?:调整)?预算|预[计期]目标)|拉动|上拉|下拉|拖累|均?未(?:能)?(?:达到|完成)|是(?=上|去|[12])|为(?=上|去|年|调|全年|预算|计划|目标|任务)|达到|未达到|相当于|领先|落后/u
    );
  const own = cut < 0 ? figure.chunk : figure.chunk.slice(0, cut);
  // ,全省排名第3位 speaks of nobody else.
  return before + (figure.role === "rank" ? own.replace(RANKED_IN, "") : own);
}

const RANKED_IN = /在?全[国省市区县](?:开发区|各?市)?中?$/u;
