import type { Locale } from "../../findings/locale.ts";
import type { DraftCheck } from "./draft-check.ts";
import { formatClaim, formatLint } from "./draft-words.ts";

export const DRAFT_SCHEMA = "zone-check/draft@1";

/** A check of a draft as JSON (schema zone-check/draft@1, described in docs). Ends with a line break. */
export function draftToJson({ coverage, claims, lint }: DraftCheck, locale: Locale): string {
  const report = {
    schema: DRAFT_SCHEMA,
    coverage,
    claims: claims.map((claim) => ({
      text: claim.text,
      start: claim.start,
      end: claim.end,
      kind: claim.kind,
      verdict: claim.verdict,
      stated: claim.stated,
      computed: claim.computed,
      from: claim.from,
      message: formatClaim(claim, locale),
    })),
    lint: lint.map((note) => ({
      code: note.code,
      start: note.start,
      end: note.end,
      message: formatLint(note, locale),
    })),
  };
  return `${JSON.stringify(report)}\n`;
}
