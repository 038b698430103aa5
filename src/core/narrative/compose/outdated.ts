import type { Result } from "../../workbook/failure.ts";
import { compose } from "./compose.ts";
import type { ComposeSource } from "./compose.ts";
import type { ComposedSpan, Composition } from "./composition.ts";
import type { Style } from "./style.ts";

/** A number of a text that the workbook no longer says so. */
export interface OutdatedSpan {
  /** Its place in the stored text. */
  readonly span: ComposedSpan;
  /**
   * number: another number now · words: the same number, told in other words (高 for 低, 达到 for 未达到) · gone: the
   * workbook gives no such number any more.
   */
  readonly change: "number" | "words" | "gone";
  /** What stands in the text composed now; null where nothing does. */
  readonly now: ComposedSpan | null;
}

export interface Outdated {
  readonly outdated: readonly OutdatedSpan[];
  /** Numbers that the text composed now has and the stored one has not. */
  readonly added: readonly ComposedSpan[];
}

/** Holds a stored text against one composed now. Numbers are known by what they are of, not by where they stand. */
export function compareCompositions(stored: Composition, now: Composition): Outdated {
  const current = new Map(now.spans.map((span) => [span.key, span]));
  const outdated = stored.spans.flatMap((span): OutdatedSpan[] => {
    const match = current.get(span.key);
    current.delete(span.key);
    if (match === undefined) return [{ span, change: "gone", now: null }];
    if (match.text !== span.text) return [{ span, change: "number", now: match }];
    return match.wording === span.wording ? [] : [{ span, change: "words", now: match }];
  });
  return { outdated, added: [...current.values()] };
}

/** Which numbers of a stored text are out of date after the workbook changed; `style` is the one it was written in. */
export function findOutdated(
  stored: Composition,
  source: ComposeSource,
  style: Style
): Result<Outdated> {
  const now = compose(source, style);
  return now.ok ? { ok: true, value: compareCompositions(stored, now.value) } : now;
}
