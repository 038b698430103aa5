import type {
  AbortSignalLike,
  Applied,
  Book,
  Evaluation,
  EvaluationRequest,
  Evaluator,
  Failure,
  Result,
  WorkbookPort,
  WriteFailure,
  WritePlan,
} from "../core/index.ts";
import {
  LEDGER_SHEET,
  failed,
  findSheet,
  findUnflaggable,
  planFlags,
  success,
} from "../core/index.ts";
import type { LedgerChoice } from "./ledger.ts";
import { planInSlices } from "./ledger.ts";

/** What a validation is doing. Writing cannot be cancelled: half a plan would be worse than all of it. */
export type ValidationPhase =
  | { readonly kind: "reading"; readonly done: number; readonly total: number }
  | { readonly kind: "evaluating" }
  | { readonly kind: "writing" };

/** A signal that can be listened to; every AbortSignal is one. */
export interface CancelSignal extends AbortSignalLike {
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

export interface ValidateOptions {
  /** put: mark the findings on their cells · leave: change nothing in the workbook. */
  readonly flags: "put" | "leave";
  /** Text of a rules file and its name; null or absent without one. */
  readonly rulesFile?: EvaluationRequest["rulesFile"];
  /** Sheets to validate; null or absent: all that are not ours. */
  readonly sheets?: readonly string[] | null;
  /** make: write the ledger · keep: rewrite it where one stands. Absent, the ledger is left alone. */
  readonly ledger?: LedgerChoice & { readonly when: "make" | "keep" };
  readonly onPhase?: (phase: ValidationPhase) => void;
  readonly signal?: CancelSignal;
}

export interface ValidationOutcome {
  readonly evaluation: Evaluation;
  /** The workbook as it was judged. */
  readonly book: Book;
  /** What was written and what the workbook refused; null where nothing was to be written. */
  readonly applied: Applied | null;
  /** Sheets with findings that show no flags because they are protected. */
  readonly unflagged: readonly string[];
}

/** A validation that ended early: what was written until then, and the evaluation where it had come so far. */
export interface ValidationFailure extends WriteFailure {
  readonly evaluation: Evaluation | null;
}

/**
 * 一键审核: reads the workbook, evaluates it and puts the flags on, in one batch, in place of the last run's.
 * Cancelling works until the writing begins.
 */
export async function validate(
  port: WorkbookPort,
  evaluator: Evaluator,
  options: ValidateOptions
): Promise<Result<ValidationOutcome, ValidationFailure>> {
  const read = await readBook(port, options);
  if (!read.ok) return early(read.failure);
  const book = read.value;
  const evaluated = await evaluateBook(evaluator, book, options);
  if (!evaluated.ok) return early(evaluated.failure);
  const evaluation = evaluated.value;
  if (options.signal?.aborted === true) return early({ code: "cancelled" });

  const plan = await planWriting(evaluation, book, options);
  if (plan.length === 0) return success({ evaluation, book, applied: null, unflagged: [] });
  options.onPhase?.({ kind: "writing" });
  const applied = await port.apply(plan);
  if (!applied.ok) return failed({ ...applied.failure, evaluation });
  const unflagged = options.flags === "put" ? findUnflaggable(evaluation, book) : [];
  return success({ evaluation, book, applied: applied.value, unflagged });
}

async function readBook(port: WorkbookPort, options: ValidateOptions): Promise<Result<Book>> {
  const { onPhase, signal } = options;
  if (signal?.aborted === true) return failed({ code: "cancelled" });
  onPhase?.({ kind: "reading", done: 0, total: 0 });
  return await port.read({
    ...(onPhase === undefined
      ? {}
      : {
          onProgress: (done: number, total: number): void => {
            onPhase({ kind: "reading", done, total });
          },
        }),
    ...(signal === undefined ? {} : { signal }),
  });
}

async function evaluateBook(
  evaluator: Evaluator,
  book: Book,
  options: ValidateOptions
): Promise<Result<Evaluation>> {
  const { signal, onPhase, rulesFile = null, sheets = null } = options;
  if (signal?.aborted === true) return failed({ code: "cancelled" });
  onPhase?.({ kind: "evaluating" });
  const cancel = (): void => {
    evaluator.cancel();
  };
  signal?.addEventListener("abort", cancel);
  try {
    return await evaluator.evaluate({ book, rulesFile, sheets });
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

async function planWriting(
  evaluation: Evaluation,
  book: Book,
  options: ValidateOptions
): Promise<WritePlan> {
  const { ledger } = options;
  const flags = options.flags === "put" ? planFlags(evaluation, options.sheets ?? null) : [];
  const isWanted =
    ledger?.when === "make" ||
    (ledger?.when === "keep" && findSheet(book, LEDGER_SHEET) !== undefined);
  if (ledger === undefined || !isWanted) return flags;
  return [...flags, ...(await planInSlices(evaluation, book, ledger))];
}

function early(failure: Failure): { readonly ok: false; readonly failure: ValidationFailure } {
  return failed({ failure, done: [], evaluation: null });
}
