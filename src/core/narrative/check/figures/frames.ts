import type { Figure } from "./figure.ts";
import { readTopicWords, topicOf } from "./topic.ts";
import type { Topic } from "./topic.ts";

/** What is said of one indicator of one subject, number by number, until the next one is named. */
export interface Frame {
  readonly index: number;
  readonly topic: Topic | null;
  readonly figures: Figure[];
  readonly article: number;
  readonly paragraph: number;
  readonly sentence: number;
}

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
]);

/** Nobody says more of one thing in a row; a longer row goes on in a frame of its own, so that the work stays linear. */
const LONGEST = 80;

/** Puts the numbers of a draft into frames and tells each number its topic. */
export function readFrames(figures: readonly Figure[]): readonly Frame[] {
  const frames: Frame[] = [];
  const state: State = { current: null, subject: "", period: null, paragraph: -1, article: -1 };
  for (const figure of figures) {
    enter(state, figure);
    if (figure.head === null) readFigure(state, figure, frames);
    else figure.topic = state.current?.topic ?? null;
  }
  return frames;
}

interface State {
  current: Frame | null;
  subject: string;
  period: string | null;
  paragraph: number;
  article: number;
}

/** A new paragraph forgets whose numbers these are, a new text also when. */
function enter(state: State, { sentence }: Figure): void {
  if (sentence.article !== state.article) state.period = null;
  if (sentence.paragraph !== state.paragraph) {
    state.subject = "";
    state.current = null;
  }
  state.article = sentence.article;
  state.paragraph = sentence.paragraph;
}

function readFigure(state: State, figure: Figure, frames: Frame[]): void {
  const words = readTopicWords(ownWords(figure));
  state.period = words.period ?? state.period;
  state.subject = words.subject ?? state.subject;
  const before = state.current;
  const isNew = words.phrase !== null || (words.subject !== null && !COMPARING.has(figure.role));
  const isFull = (before?.figures.length ?? 0) >= LONGEST;
  if (before === null || isNew || isFull || (figure.role === "level" && hasLevel(before, figure))) {
    const old = before?.topic?.name ?? null;
    const phrase = words.phrase ?? (isNew || isFull ? old : continued(before, figure));
    const topic = phrase === null ? null : topicOf(phrase, state.subject, state.period);
    const { article, paragraph, index } = figure.sentence;
    const next: Frame = {
      index: frames.length,
      topic,
      figures: [],
      article,
      paragraph,
      sentence: index,
    };
    frames.push(next);
    state.current = next;
  }
  figure.topic = state.current?.topic ?? null;
  state.current?.figures.push(figure);
  for (const held of [...figure.before, ...figure.after]) held.topic = figure.topic;
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
  const cut = figure.chunk.search(
    /占(?!地|比|有)|比(?![重例])|较(?!上年同期增)|高于|低于|快于|慢于|高出|超(?!额)|欠|距|居|列|位居|排|对|由|从|完成(?=年度|全年|省|市|目标|计划|任务)|拉动|是(?=上|去)|为(?=上|去|年)|达到|未达到|相当于|领先|落后/u
  );
  return before + (cut < 0 ? figure.chunk : figure.chunk.slice(0, cut));
}
