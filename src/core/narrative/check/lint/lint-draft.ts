import type { LinkContext } from "../link/link-context.ts";
import type { Sentence } from "../text/sentences.ts";
import type { LintNote } from "./lint-note.ts";
import { lintNumbers } from "./lint-numbers.ts";
import { lintRepeats } from "./lint-repeats.ts";
import { lintWords } from "./lint-words.ts";

/** Everything the wording of a draft is marked for, in reading order. */
export function lintDraft(
  context: LinkContext,
  sentences: readonly Sentence[]
): readonly LintNote[] {
  return [
    ...lintWords(context.clean),
    ...lintRepeats(context.clean, sentences),
    ...lintNumbers(context),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}
