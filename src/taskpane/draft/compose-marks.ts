import { formatAddress } from "../../core/index.ts";
import type {
  ComposedSpan,
  Composition,
  Outdated,
  OutdatedSpan,
} from "../../core/narrative/compose/index.ts";
import type { Mark } from "./marks.ts";
import type { DraftTexts } from "./draft-texts.ts";

/** A number of the composed text, and what the workbook says of it now. */
export interface SpanFacts {
  readonly span: ComposedSpan;
  /** null: it stands, as far as the last comparison knows. */
  readonly outdated: OutdatedSpan | null;
}

export function spanFacts(
  composition: Composition,
  outdated: Outdated | null
): readonly SpanFacts[] {
  const old = new Map((outdated?.outdated ?? []).map((one) => [one.span.key, one]));
  return composition.spans.map((span) => ({ span, outdated: old.get(span.key) ?? null }));
}

export function composeMarks(facts: readonly SpanFacts[], texts: DraftTexts): readonly Mark[] {
  return facts.map(({ span, outdated }): Mark => {
    const state = outdated === null ? null : texts.changed(outdated);
    return {
      start: span.start,
      end: span.end,
      isLinted: false,
      look: outdated === null ? "sourced" : "outdated",
      label: state ?? texts.sourced,
      hint: [state, ofWhat(span), span.arithmetic, cellList(span)].filter(Boolean).join("\n"),
      cells: span.cells,
    };
  });
}

/** 合计 · 工业投资. */
export function ofWhat({ zone, indicator }: ComposedSpan): string {
  return [zone, indicator].filter((part) => part !== null).join(" · ");
}

const LISTED_CELLS = 6;

function cellList({ cells }: ComposedSpan): string {
  const listed = cells.slice(0, LISTED_CELLS).map(formatAddress).join(" ");
  return cells.length > LISTED_CELLS ? `${listed} …` : listed;
}
