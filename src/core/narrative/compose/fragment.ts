import type { ComposedSpan } from "./composition.ts";
import type { TemplatePart } from "./template.ts";

/** A piece of text with the spans in it, counted from its own beginning. */
export interface Fragment {
  readonly text: string;
  readonly spans: readonly ComposedSpan[];
}

export const NO_TEXT: Fragment = { text: "", spans: [] };

export function plain(text: string): Fragment {
  return { text, spans: [] };
}

/** A span over a whole fragment. */
export function spanned(
  text: string,
  span: Omit<ComposedSpan, "start" | "end" | "text">
): Fragment {
  return { text, spans: [{ start: 0, end: text.length, text, ...span }] };
}

export function join(fragments: readonly Fragment[], between = ""): Fragment {
  let text = "";
  const spans: ComposedSpan[] = [];
  for (const [place, fragment] of fragments.entries()) {
    if (place > 0) text += between;
    const start = text.length;
    for (const span of fragment.spans) {
      spans.push({ ...span, start: span.start + start, end: span.end + start });
    }
    text += fragment.text;
  }
  return { text, spans };
}

export type Slots = Readonly<Record<string, Fragment | string | null | undefined>>;

/** Fills a phrase; null where a slot outside [ ] has nothing to say. */
export function fill(parts: readonly TemplatePart[], slots: Slots): Fragment | null {
  const filled: Fragment[] = [];
  for (const part of parts) {
    if (part.kind === "words") {
      filled.push(plain(part.text));
    } else if (part.kind === "optional") {
      filled.push(fill(part.parts, slots) ?? NO_TEXT);
    } else {
      const value = Object.hasOwn(slots, part.name) ? slots[part.name] : undefined;
      if (value === undefined || value === null) return null;
      filled.push(typeof value === "string" ? plain(value) : value);
    }
  }
  return join(filled);
}
