import type { StyleProblem } from "../narrative/compose/style-problem.ts";
import type { RulesProblem } from "../rules/rules-problem.ts";

/**
 * A host or a file that could not be read or written. Not a finding: nothing is said about the numbers.
 * `detail` is technical and goes to the diagnostics only; the user's text comes from `failures/messages`.
 */
export type Failure =
  // the host
  | { readonly code: "cell-edit-mode" }
  | { readonly code: "payload-too-large" }
  | { readonly code: "api-missing"; readonly member: string }
  | { readonly code: "access-denied" }
  | { readonly code: "session-lost" }
  | { readonly code: "modal-open" }
  | { readonly code: "cancelled" }
  | { readonly code: "host-error"; readonly detail: string }
  // the file
  | { readonly code: "file-not-found"; readonly file: string }
  | { readonly code: "is-a-folder"; readonly file: string }
  | { readonly code: "file-unreadable"; readonly file: string; readonly detail: string }
  | { readonly code: "file-unwritable"; readonly file: string; readonly detail: string }
  | { readonly code: "not-a-workbook" }
  | { readonly code: "not-a-zip" }
  | { readonly code: "truncated" }
  | { readonly code: "encrypted" }
  | { readonly code: "zip-bomb" }
  | { readonly code: "too-large"; readonly what: string; readonly limit: number }
  | { readonly code: "broken-part"; readonly part: string; readonly detail: string }
  | { readonly code: "broken-relationship"; readonly part: string }
  | { readonly code: "unsupported-format"; readonly format: "xls" | "et" | "csv" | "ods" | "xlsb" }
  // what the user gave us besides the workbook
  | {
      readonly code: "rules-invalid";
      readonly file: string;
      readonly problems: readonly RulesProblem[];
    }
  /** The 目标规则 sheet was edited between reading and writing. */
  | { readonly code: "rules-moved" }
  | { readonly code: "part-too-new"; readonly version: number }
  /** A name defined in the workbook is that of one of our functions. */
  | { readonly code: "name-taken"; readonly name: string }
  /** What a portable copy kept in our XML part is no longer what we wrote. */
  | { readonly code: "originals-unreadable" }
  // what the user asked for at a cell
  | { readonly code: "cell-not-blank"; readonly cell: string }
  | { readonly code: "operands-missing"; readonly measure: string; readonly cell: string }
  // what a report text is made of
  /** No table of the workbook can be told of; the sheets that were looked at. */
  | { readonly code: "nothing-to-compose"; readonly sheets: readonly string[] }
  | {
      readonly code: "style-unknown";
      readonly found: string;
      /** The name that was probably meant; null where none is near. */
      readonly nearest: string | null;
      readonly known: readonly string[];
    }
  | {
      readonly code: "style-invalid";
      readonly file: string;
      readonly problems: readonly StyleProblem[];
    };

export type FailureCode = Failure["code"];

/** A value or the reason there is none. Programmer's mistakes throw; everything the world does to us comes back like this. */
export type Result<T, F = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failed<F>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}
