import type { CleanText } from "../text/clean-text.ts";
import type { Sentence } from "../text/sentences.ts";
import type { LintNote } from "./lint-note.ts";
import { noteAt } from "./lint-words.ts";

/** Shorter ones repeat by right. */
const SHORTEST = 14;

/** A sentence, or what of it follows its first clause, that stands twice in one text. */
export function lintRepeats(clean: CleanText, sentences: readonly Sentence[]): readonly LintNote[] {
  const seen = new Map<string, Sentence>();
  const notes: LintNote[] = [];
  for (const sentence of sentences) {
    const text = clean.text.slice(sentence.start, sentence.end);
    const keys = keysOf(text);
    const repeated = keys.find((key) => {
      const first = seen.get(key);
      return first !== undefined && first.article === sentence.article;
    });
    if (repeated !== undefined && /\d/u.test(repeated)) {
      const at = clean.text.indexOf(repeated, sentence.start);
      const from = at < 0 || at > sentence.end ? sentence.start : at;
      notes.push(noteAt(clean, "repeated-sentence", from, sentence.end));
    }
    for (const key of keys) if (!seen.has(key)) seen.set(key, sentence);
  }
  return notes;
}

/** The sentence, and what follows its first commas: 上半年,…督导组… and 认真落实…督导组…. */
function keysOf(text: string): readonly string[] {
  const keys: string[] = text.length >= SHORTEST ? [text] : [];
  let at = text.indexOf(",");
  for (let commas = 0; at >= 0 && commas < 4; commas++, at = text.indexOf(",", at + 1)) {
    const rest = text.slice(at + 1);
    if (rest.length >= SHORTEST && /\d.*\d/u.test(rest)) keys.push(rest);
  }
  return keys;
}
