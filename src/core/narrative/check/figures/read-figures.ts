import { findNumbers, type TextNumber } from "../text/numbers.ts";
import { findBrackets, findSentences, type Bracket, type Sentence } from "../text/sentences.ts";
import type { Figure } from "./figure.ts";

const LONGEST_LEAD = 90;
/** What behind a number makes a bracket that follows its own: 17%目标值(…). */
const OWN_TAIL =
  /^(?:的|以上|及以上|左右)*(?:年度|全年|省定|省初定|市定|增长|考核|预期)*(?:目标值?|任务|计划|预期目标|指标|增速|水平|序时进度|时序进度)?(?:要求|任务)?$/u;
/** A bracket that goes on with the sentence: 109.24亿元(同比下降17.92%). */
const INLINE = /^\((?:同比|比|较|增|下降|降|占|其中|上年|去年|减|可比|现价|按)/u;

/** All numbers of a draft with their surroundings, brackets apart, and the sentences they stand in. */
export function readFigures(text: string): {
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Figure[];
} {
  const sentences = findSentences(text);
  const numbers = numbersByParagraph(text);
  const figures: Figure[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const own: TextNumber[] = [];
    for (; next < numbers.length; next++) {
      const number = numbers[next];
      if (number === undefined || number.start >= sentence.end) break;
      own.push(number);
    }
    if (own.length > 0) readSentence(text, sentence, own, figures);
  }
  return { sentences, figures: figures.sort((a, b) => a.start - b.start).map(indexed) };
}

function indexed(figure: Figure, index: number): Figure {
  // The objects are shared with the lists before and after: they are numbered in place.
  return Object.assign(figure, { index });
}

function numbersByParagraph(text: string): readonly TextNumber[] {
  const numbers: TextNumber[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (/\d|[成倍番]|分之/u.test(line)) numbers.push(...findNumbers(line, start));
    start += line.length + 1;
  }
  return numbers;
}

function readSentence(
  text: string,
  sentence: Sentence,
  numbers: readonly TextNumber[],
  out: Figure[]
): void {
  const ends = new Set(numbers.map(({ end }) => end));
  const brackets = findBrackets(text, sentence.start, sentence.end).filter(
    (bracket) =>
      !(ends.has(bracket.start) && INLINE.test(text.slice(bracket.start, bracket.start + 6)))
  );
  const outside = (from: number, to: number): string => withoutBrackets(text, brackets, from, to);
  const inside = (number: TextNumber): Bracket | undefined =>
    brackets.find(({ start, end }) => start < number.start && number.end <= end);
  const top = numbers.filter((number) => inside(number) === undefined);
  const groups = new Map<number, { before: Figure[]; after: Figure[] }>();
  const groupOf = (index: number): { before: Figure[]; after: Figure[] } => {
    const known = groups.get(index) ?? { before: [], after: [] };
    groups.set(index, known);
    return known;
  };
  for (const bracket of brackets) {
    const held = numbers.filter((number) => inside(number) === bracket);
    if (held.length === 0) continue;
    const following = top.findIndex((number) => number.start >= bracket.end);
    const previous = following < 0 ? top.length - 1 : following - 1;
    const from = top[previous]?.end ?? sentence.start;
    const head = outside(Math.max(from, bracket.start - LONGEST_LEAD), bracket.start);
    const figures = readBracket(text, sentence, bracket, held, head);
    out.push(...figures);
    // 与全市(16%)持平;工业投资… belongs to what it ends, not to what comes next.
    const next = top[following];
    const isLevel =
      next !== undefined && /^[^,;]{0,6}持平[;,]/u.test(text.slice(bracket.end, next.start));
    const isBehind = next === undefined || isLevel || OWN_TAIL.test(head);
    if (previous >= 0 && isBehind) groupOf(previous).after.push(...figures);
    else if (following >= 0 && !isLevel) groupOf(following).before.push(...figures);
  }
  top.forEach((number, index) => {
    const from = Math.max(top[index - 1]?.end ?? sentence.start, number.start - LONGEST_LEAD);
    const to = Math.min(top[index + 1]?.start ?? sentence.end, number.end + LONGEST_LEAD);
    const lead = outside(from, number.start);
    out.push(
      figureOf(number, sentence, {
        lead,
        tail: outside(number.end, to),
        segment: countSemicolons(text, sentence.start, number.start),
        head: null,
        ...groupOf(index),
      })
    );
  });
}

function countSemicolons(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf(";", from); at >= 0 && at < to; at = text.indexOf(";", at + 1))
    count += 1;
  return count;
}

function readBracket(
  text: string,
  sentence: Sentence,
  bracket: Bracket,
  numbers: readonly TextNumber[],
  head: string
): readonly Figure[] {
  return numbers.map((number, index) =>
    figureOf(number, sentence, {
      lead: text.slice(numbers[index - 1]?.end ?? bracket.start + 1, number.start),
      tail: text.slice(number.end, numbers[index + 1]?.start ?? bracket.end - 1),
      segment: countSemicolons(text, sentence.start, number.start),
      head,
      before: [],
      after: [],
    })
  );
}

type Surrounding = Pick<Figure, "lead" | "tail" | "segment" | "head" | "before" | "after">;

function figureOf(number: TextNumber, sentence: Sentence, around: Surrounding): Figure {
  return {
    ...number,
    ...around,
    index: 0,
    sentence,
    chunk: around.lead.slice(lastBreak(around.lead) + 1),
    role: "unknown",
    approximation: null,
    direction: 1,
    against: null,
    topic: null,
    source: null,
  };
}

function lastBreak(lead: string): number {
  return Math.max(
    lead.lastIndexOf(","),
    lead.lastIndexOf(";"),
    lead.lastIndexOf(":"),
    lead.lastIndexOf("(")
  );
}

function withoutBrackets(
  text: string,
  brackets: readonly Bracket[],
  from: number,
  to: number
): string {
  let out = "";
  let at = from;
  for (const { start, end } of brackets) {
    if (end <= from) continue;
    if (start >= to) break;
    out += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return out + (at < to ? text.slice(at, to) : "");
}
