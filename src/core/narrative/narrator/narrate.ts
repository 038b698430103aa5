import { readCorrections } from "../../corrections/parse-corrections.ts";
import { evaluate } from "../../evaluation/evaluate.ts";
import { readRules } from "../../evaluation/read-rules.ts";
import { readTables } from "../../sheet/index.ts";
import { withOutsideParts } from "../../sheet/outside-parts.ts";
import type { Result } from "../../workbook/failure.ts";
import { success } from "../../workbook/failure.ts";
import { checkDraft } from "../check/check-draft.ts";
import type { DraftCheck } from "../check/draft-check.ts";
import { compose } from "../compose/compose.ts";
import { compareCompositions } from "../compose/outdated.ts";
import { styleOfCities } from "../compose/styles/index.ts";
import type { CheckRequest, ComposeAnswer, ComposeRequest, Narrator } from "./narrator.ts";

/** 成文 from a workbook: judged, worded, and an earlier text held against it. */
export function composeBook(request: ComposeRequest): Result<ComposeAnswer> {
  const { book, rulesFile, earlier } = request;
  const evaluated = evaluate({ book, rulesFile, sheets: null });
  if (!evaluated.ok) return evaluated;
  const style = request.style ?? styleOfCities(evaluated.value.tables.map(({ city }) => city));
  const composed = compose(evaluated.value, style);
  if (!composed.ok) return composed;
  const composition = composed.value;
  const outdated = earlier === null ? null : compareCompositions(earlier, composition);
  return success({ composition, style, outdated });
}

/**
 * 核稿: a draft against itself and, where there is one, against the tables of a workbook as a validation reads them, with
 * the targets in force. Rules that cannot be read are a failure: half of them would judge wrongly.
 */
export function checkAgainstBook({ draft, book, rulesFile }: CheckRequest): Result<DraftCheck> {
  if (book === null) return success(checkDraft({ draft, tables: null }));
  const rules = readRules({ book, rulesFile });
  if (!rules.ok) return rules;
  const { corrections } = readCorrections(book.part);
  const tables = readTables(book, { sheets: null, corrections }).flatMap(withOutsideParts);
  return success(checkDraft({ draft, tables, rules: rules.value }));
}

/** Narrates at once, in the caller's thread: for the command line and for tests. There is nothing to cancel. */
export function directNarrator(): Narrator {
  return {
    compose: (request) => Promise.resolve(composeBook(request)),
    check: (request) => Promise.resolve(checkAgainstBook(request)),
    cancel: () => undefined,
  };
}
