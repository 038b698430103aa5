/** 核稿: a door of its own, as 成文 has: the pane's first load does without it. A draft report checked against itself and against the workbook it comes from. */
export { checkDraft } from "./check-draft.ts";
export { CLAIM_KINDS } from "./draft-check.ts";
export type {
  Claim,
  ClaimKind,
  ClaimVerdict,
  Coverage,
  DraftCheck,
  TextSpan,
} from "./draft-check.ts";
export { DRAFT_SCHEMA, draftToJson } from "./draft-to-json.ts";
export { draftToText } from "./draft-to-text.ts";
export { formatClaim, formatLint } from "./draft-words.ts";
export { LINT_CODES } from "./lint/lint-note.ts";
export type { LintCode, LintNote } from "./lint/lint-note.ts";
