import { firstFrom } from "../text/first-from.ts";
import { findNumbers, type TextNumber } from "../text/numbers.ts";
import { findBrackets, findSentences, type Bracket, type Sentence } from "../text/sentences.ts";
import type { Figure } from "./figure.ts";
import { NO_NAMES } from "./known-names.ts";
import type { KnownNames } from "./known-names.ts";

const LONGEST_LEAD = 90;
const SEMICOLON = ";".charCodeAt(0);
/** What behind a number makes a bracket that follows its own: 17%目标值(…). */
const OWN_TAIL =
  /^(?:的|以上|及以上|左右)*(?:年度|全年|省定|省初定|市定|增长|考核|预期)*(?:目标值?|任务|计划|预期目标|指标|增速|水平|序时进度|时序进度)?(?:要求|任务)?$/u;
/** A bracket that goes on with the sentence: 109.24亿元(同比下降17.92%). */
const INLINE = /^\((?:同比|比|较|增|下降|降|占|其中|上年|去年|减|可比|现价|按)/u;

/** All numbers of a draft with their surroundings, brackets apart, and the sentences they stand in. */
export function readFigures(
  text: string,
  { keys }: Pick<KnownNames, "keys"> = NO_NAMES
): {
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Figure[];
} {
  const sentences = findSentences(text);
  const named = [...keys.keys()].filter((name) => /\d/u.test(name));
  const numbers = withoutNames(text, numbersByParagraph(text), named);
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

/** 10亿元以上39个, where the workbook has a column 10亿元以上: the first number is a name. */
function withoutNames(
  text: string,
  numbers: readonly TextNumber[],
  names: readonly string[]
): readonly TextNumber[] {
  if (names.length === 0) return numbers;
  return numbers.filter(({ start, end }) => {
    const from = Math.max(0, start - LONGEST_NAME);
    const around = text.slice(from, end + LONGEST_NAME);
    return !names.some((name) => {
      for (let at = around.indexOf(name); at >= 0; at = around.indexOf(name, at + 1)) {
        if (from + at <= start && from + at + name.length >= end) return true;
      }
      return false;
    });
  });
}

/** Letters of a column's name around its number that are looked at. */
const LONGEST_NAME = 24;

function numbersByParagraph(text: string): readonly TextNumber[] {
  const numbers: TextNumber[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (/\d|[成倍番]|分之|半数/u.test(line)) numbers.push(...findNumbers(line, start));
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
  const { top, held } = partedBy(brackets, numbers);
  const segments = segmentsOf(text, sentence, numbers);
  const groups = top.map(() => ({ before: [] as Figure[], after: [] as Figure[] }));
  let following = 0;
  brackets.forEach((bracket, place) => {
    const inside = held[place] ?? [];
    while ((top[following]?.start ?? Infinity) < bracket.end) following += 1;
    if (inside.length === 0) return;
    const previous = following - 1;
    const from = top[previous]?.end ?? sentence.start;
    const head = outside(Math.max(from, bracket.start - LONGEST_LEAD), bracket.start);
    const figures = readBracket(text, sentence, bracket, inside, head, segments);
    out.push(...figures);
    // 与全市(16%)持平;工业投资… belongs to what it ends, not to what comes next.
    const next = top[following];
    const behind = text.slice(bracket.end, Math.min(next?.start ?? 0, bracket.end + 9));
    const isLevel = next !== undefined && /^[^,;]{0,6}持平[;,]/u.test(behind);
    const isBehind = next === undefined || isLevel || OWN_TAIL.test(head);
    if (previous >= 0 && isBehind) groups[previous]?.after.push(...figures);
    else if (!isLevel) groups[following]?.before.push(...figures);
  });
  top.forEach((number, index) => {
    const from = Math.max(top[index - 1]?.end ?? sentence.start, number.start - LONGEST_LEAD);
    const to = Math.min(top[index + 1]?.start ?? sentence.end, number.end + LONGEST_LEAD);
    out.push(
      figureOf(number, sentence, {
        lead: outside(from, number.start),
        tail: outside(number.end, to),
        segment: segments.get(number) ?? 0,
        head: null,
        before: groups[index]?.before ?? [],
        after: groups[index]?.after ?? [],
      })
    );
  });
}

/** The numbers outside brackets, and those of each bracket. Both lists come in reading order. */
function partedBy(
  brackets: readonly Bracket[],
  numbers: readonly TextNumber[]
): { readonly top: readonly TextNumber[]; readonly held: readonly (readonly TextNumber[])[] } {
  const top: TextNumber[] = [];
  const held: TextNumber[][] = brackets.map(() => []);
  let place = 0;
  for (const number of numbers) {
    while ((brackets[place]?.end ?? Infinity) < number.end) place += 1;
    const bracket = brackets[place];
    if (bracket !== undefined && bracket.start < number.start) held[place]?.push(number);
    else top.push(number);
  }
  return { top, held };
}

/** How many semicolons stand before each number in its sentence. */
function segmentsOf(
  text: string,
  sentence: Sentence,
  numbers: readonly TextNumber[]
): ReadonlyMap<TextNumber, number> {
  const segments = new Map<TextNumber, number>();
  let [at, count] = [sentence.start, 0];
  for (const number of numbers) {
    for (; at < number.start; at++) if (text.charCodeAt(at) === SEMICOLON) count += 1;
    segments.set(number, count);
  }
  return segments;
}

function readBracket(
  text: string,
  sentence: Sentence,
  bracket: Bracket,
  numbers: readonly TextNumber[],
  head: string,
  segments: ReadonlyMap<TextNumber, number>
): readonly Figure[] {
  return numbers.map((number, index) =>
    figureOf(number, sentence, {
      lead: text.slice(numbers[index - 1]?.end ?? bracket.start + 1, number.start),
      tail: text.slice(number.end, numbers[index + 1]?.start ?? bracket.end - 1),
      segment: segments.get(number) ?? 0,
      head,
      before: [],
      after: [],
    })
  );
}

type Surrounding = Pick<Figure, "lead" | "tail" | "segment" | "head" | "before" | "after">;

function figureOf(number: TextNumber, sentence: Sentence, around: Surrounding): Figure {
  // Spelled out: objects spread together are kept as dictionaries, and every look at one of them is slow.
  return {
    start: number.start,
    digitsEnd: number.digitsEnd,
    end: number.end,
    value: number.value,
    decimals: number.decimals,
    unit: number.unit,
    hasMore: number.hasMore,
    high: number.high,
    index: 0,
    sentence,
    lead: around.lead,
    chunk: around.lead.slice(lastBreak(around.lead) + 1),
    tail: around.tail,
    segment: around.segment,
    head: around.head,
    before: around.before,
    after: around.after,
    role: "unknown",
    approximation: null,
    direction: 1,
    against: null,
    topic: null,
    source: null,
    printed: null,
  };
}

const BREAKS = new Set([",", ";", ":", "("].map((mark) => mark.charCodeAt(0)));

function lastBreak(lead: string): number {
  let at = lead.length - 1;
  while (at >= 0 && !BREAKS.has(lead.charCodeAt(at))) at -= 1;
  return at;
}

function withoutBrackets(
  text: string,
  brackets: readonly Bracket[],
  from: number,
  to: number
): string {
  let out = "";
  let at = from;
  for (let i = firstFrom(brackets, from + 1, ({ end }) => end); i < brackets.length; i++) {
    const bracket = brackets[i];
    if (bracket === undefined || bracket.start >= to) break;
    out += text.slice(at, Math.max(at, bracket.start));
    at = Math.max(at, bracket.end);
  }
  return out + (at < to ? text.slice(at, to) : "");
}
