import { matchesOf } from "../../../catalog/matches.ts";
import { isByline } from "./lines.ts";

/** A sentence of the clean text: up to 。!? or the end of its paragraph. */
export interface Sentence {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  /** Texts put one behind the other (two cities, (供稿:…) between them) are counted from 0. */
  readonly article: number;
}

const STOPS = /[。!?]+[”』)]?/gu;

/** Nobody writes a longer one: a paste without any stop is cut, so that the work stays linear. */
const LONGEST = 1600;

function cutOf(text: string, from: number): number {
  const to = from + LONGEST;
  const half = from + LONGEST / 2;
  // Looked for in the second half alone: a text without any would be read back to its beginning each time.
  const near = text.slice(half + 1, to + 1);
  const stop = Math.max(near.lastIndexOf(";"), near.lastIndexOf(","));
  return stop < 0 ? to : half + 1 + stop + 1;
}

/** The sentences of the clean text, in order. */
export function findSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let article = 0;
  let paragraph = 0;
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    let from = start;
    const push = (to: number): void => {
      while (to > from) {
        const cut = to - from > LONGEST ? cutOf(text, from) : to;
        sentences.push({ index: sentences.length, start: from, end: cut, paragraph, article });
        from = cut;
      }
    };
    for (const match of matchesOf(line, STOPS)) push(start + match.index + match[0].length);
    push(end);
    if (isByline(line)) article += 1;
    start = end + 1;
    paragraph += 1;
  }
  return sentences;
}

/** A bracket of a sentence, outermost. */
export interface Bracket {
  readonly start: number;
  /** Behind the closing bracket. */
  readonly end: number;
}

export function findBrackets(text: string, start: number, end: number): readonly Bracket[] {
  const found: Bracket[] = [];
  let depth = 0;
  let open = -1;
  for (let i = start; i < end; i++) {
    const letter = text.charAt(i);
    if (letter === "(") {
      if (depth === 0) open = i;
      depth += 1;
    } else if (letter === ")" && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push({ start: open, end: i + 1 });
    }
  }
  return found;
}
