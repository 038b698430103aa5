import type { Evaluation } from "../evaluation/evaluation.ts";
import type { Failure } from "../workbook/failure.ts";

/** A workbook that was judged, under the name the user gave. */
export interface ReportedBook {
  readonly file: string;
  readonly evaluation: Evaluation;
}

/** A file that could not be read. */
export interface ReportedFailure {
  readonly file: string;
  readonly failure: Failure;
}
