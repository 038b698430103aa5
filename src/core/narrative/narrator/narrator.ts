import type { EvaluationRequest } from "../../evaluation/evaluation.ts";
import type { Book } from "../../workbook/book.ts";
import type { Result } from "../../workbook/failure.ts";
import type { DraftCheck } from "../check/draft-check.ts";
import type { Composition } from "../compose/composition.ts";
import type { Outdated } from "../compose/outdated.ts";
import type { Style } from "../compose/style.ts";

export interface ComposeRequest {
  readonly book: Book;
  readonly rulesFile: EvaluationRequest["rulesFile"];
  /** null: the style of the city the workbook speaks of. */
  readonly style: Style | null;
  /** A text composed before, in the same style, to be held against the one composed now; null where there is none. */
  readonly earlier: Composition | null;
}

export interface ComposeAnswer {
  readonly composition: Composition;
  readonly style: Style;
  /** What of the earlier text the workbook no longer says so; null where none was given. */
  readonly outdated: Outdated | null;
}

export interface CheckRequest {
  readonly draft: string;
  /** The workbook it was written from; null: the draft is held against itself alone. */
  readonly book: Book | null;
  /** Targets beside those of the workbook. */
  readonly rulesFile: EvaluationRequest["rulesFile"];
}

/** Writes report texts from a workbook and checks drafts against one: in a worker, or at once. */
export interface Narrator {
  compose(request: ComposeRequest): Promise<Result<ComposeAnswer>>;
  check(request: CheckRequest): Promise<Result<DraftCheck>>;
  /** Ends what is running; it then fails with "cancelled". */
  cancel(): void;
}
