import type { Figure } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import { firstFrom } from "../text/first-from.ts";
import type { Sentence } from "../text/sentences.ts";
import { addWordClaim } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";

const BY_SIGN =
  /一正一负|一升一降|[一二两三四五六七八九]增[一二两三四五六七八九]降|[一二两三四五六七八九]升[一二两三四五六七八九]降|\d+[升增]\d+降/gu;
/** The rarest letters of it: a sentence without them is not read through for it. */
const SIGNED = /正一负|[升增](?:[一二两三四五六七八九]|\d+)降/u;
const EVERY =
  /全部以|均(?:完成|达到|实现|高于|低于|超|为[正负]|保持|呈)|全部(?:完成|达到|达标|开工|投产|实现)|全面完成|无一/gu;
/** 规上工业增加值增速和工业投资增速两项指标均为正增长: of so many indicators that are named. */
const SAME_SIGN =
  /(?<n>[一二两三四五六七八九]|\d{1,2})(?:项|个)[一-龥]{0,8}指标均(?:为|呈|实现|保持)?(?<sign>正|负)增长/gu;
const NUMERALS = "〇一二三四五六七八九";

/** 一正一负, 三增一降: counted over the growth of the indicators named; 均, 全部: every member has to be seen. */
export function linkMembers(context: LinkContext, sentences: readonly Sentence[]): void {
  const said = context.claims
    .filter(({ kind }) => kind === "members")
    .map(({ start }) => start)
    .sort((a, b) => a - b);
  for (const sentence of sentences) {
    const text = context.clean.text.slice(sentence.start, sentence.end);
    if (SIGNED.test(text)) {
      for (const match of text.matchAll(BY_SIGN))
        linkSigns(context, sentence, match.index, match[0]);
    }
    const same = text.includes("指标均")
      ? [...text.matchAll(SAME_SIGN)].map((match) => linkSameSign(context, sentence, match))
      : [];
    for (const match of text.matchAll(EVERY)) {
      const start = sentence.start + match.index;
      if (same.includes(match.index) || isSaidNearby(context, said, start)) continue;
      const word = /^(?:均|全部|全面|无一)/u.exec(match[0])?.[0] ?? match[0];
      addWordClaim(context, start, start + word.length, {
        kind: "members",
        verdict: "unverifiable",
        notes: [{ code: "missing", what: "members" }],
      });
    }
  }
}

/** Whether one of the places, in rising order, is at a word or a few letters behind it. */
function isSaidNearby(context: LinkContext, places: readonly number[], start: number): boolean {
  const at = context.clean.at[start] ?? 0;
  const place = places[firstFrom(places, at, (place) => place)];
  return place !== undefined && place - at < 24;
}

function linkSigns(context: LinkContext, sentence: Sentence, at: number, word: string): void {
  judgeSigns(context, sentence, at, word, countsOf(word));
}

function judgeSigns(
  context: LinkContext,
  sentence: Sentence,
  at: number,
  word: string,
  [up, down]: readonly [number, number]
): void {
  const rates = ratesNear(context, sentence, up + down);
  const start = sentence.start + at;
  if (rates.length !== up + down) {
    addWordClaim(context, start, start + word.length, {
      kind: "members",
      verdict: "unverifiable",
      notes: [{ code: "missing", what: "members" }],
    });
    return;
  }
  const rising = rates.filter((figure) => signedValue(figure) > 0).length;
  const falling = rates.filter((figure) => signedValue(figure) < 0).length;
  addWordClaim(context, start, start + word.length, {
    kind: "members",
    verdict: rising === up && falling === down ? "agrees" : "disagrees",
    from: rates,
    arithmetic: rates.map((figure) => `${signedValue(figure)}%`).join(", "),
  });
}

function linkSameSign(context: LinkContext, sentence: Sentence, match: RegExpExecArray): number {
  const { n = "", sign } = match.groups ?? {};
  const [count] = countsOf(n);
  const at = match.index + match[0].lastIndexOf("均");
  judgeSigns(context, sentence, at, "均", sign === "正" ? [count, 0] : [0, count]);
  return at;
}

function countsOf(word: string): readonly [number, number] {
  const digits = [...word.matchAll(/\d+|[一二两三四五六七八九]/gu)].map(([digit]) =>
    /\d/u.test(digit) ? Number(digit) : digit === "两" ? 2 : NUMERALS.indexOf(digit)
  );
  return [digits[0] ?? 0, digits[1] ?? 0];
}

/** No word speaks of numbers farther behind it than this many. */
const FARTHEST = 200;

/** The growths of the same sentence where there are as many, else the first ones of what follows in the paragraph. */
function ratesNear(context: LinkContext, sentence: Sentence, wanted: number): readonly Figure[] {
  const growths: Figure[] = [];
  const first = nextFigure(context, sentence);
  for (let i = first; i < context.figures.length && i < first + FARTHEST; i++) {
    const figure = context.figures[i];
    if (figure?.sentence.paragraph !== sentence.paragraph) break;
    if (figure.role === "growth" && figure.head === null) growths.push(figure);
    if (growths.length >= 40) break;
  }
  const inSentence = growths.filter((figure) => figure.sentence === sentence);
  if (inSentence.length > 0) return inSentence.length === wanted ? inSentence : [];
  const each = firstOfEach(growths);
  // 规上工业增加值增速和工业投资增速两项: those that are named, in whatever order they are told.
  const words = context.clean.text.slice(sentence.start, sentence.end);
  const named = each.filter(({ topic }) => topic !== null && words.includes(topic.name));
  return named.length === wanted ? named : each.slice(0, wanted);
}

/** The first number from a sentence on. */
function nextFigure(context: LinkContext, sentence: Sentence): number {
  return firstFrom(context.figures, sentence.start, ({ start }) => start);
}

function firstOfEach(growths: readonly Figure[]): readonly Figure[] {
  const seen = new Set<string>();
  return growths.filter(({ topic }) => {
    const key = topic?.key ?? "";
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
