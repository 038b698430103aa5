import type { CellValue, Failure, Refusal } from "../../core/index.ts";
import type { FunctionId } from "../../core/measures/index.ts";
import type { HostAbilities } from "./host.ts";

export type StepId =
  | "version"
  | "runtime"
  | "protection"
  | "sheet"
  | "write"
  | "read"
  | "recalculation"
  | "flags"
  | "edit-event"
  | "selection-event"
  | "settings"
  | "part"
  | FunctionId
  | "spill"
  | "function-recalculation"
  | "blank"
  | "undo"
  | "removal";

/** An empty cell or a left-out argument as a function gets it; empty: it is told from 0, and no more is known. */
export type BlankKind = "null" | "text" | "zero" | "undefined" | "empty" | "other";

export interface BlankKinds {
  readonly cell: BlankKind;
  readonly inRange: BlankKind;
  readonly omitted: BlankKind;
}

/** What there is to say of a step. The words come later. */
export type Remark =
  | { readonly code: "failure"; readonly failure: Failure }
  | { readonly code: "refused"; readonly reason: Refusal["reason"] }
  | { readonly code: "broken"; readonly detail: string }
  | { readonly code: "excel-api"; readonly announced: string }
  | { readonly code: "excel-too-old"; readonly announced: string; readonly needed: string }
  | { readonly code: "runtime-separate" }
  | { readonly code: "functions-not-announced" }
  | { readonly code: "structure-protected" }
  | { readonly code: "sheets-protected"; readonly sheets: readonly string[] }
  | { readonly code: "left-before"; readonly sheets: readonly string[] }
  | { readonly code: "differs"; readonly expected: string; readonly found: string }
  | { readonly code: "no-event" }
  | { readonly code: "function-unknown" }
  | { readonly code: "function-unanswered" }
  | {
      readonly code: "function-differs";
      readonly formula: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: "no-spill" }
  | { readonly code: "blank"; readonly kinds: BlankKinds }
  | { readonly code: "blank-is-zero"; readonly kinds: BlankKinds }
  | { readonly code: "undo"; readonly undo: HostAbilities["undo"] }
  | { readonly code: "flags-left"; readonly count: number }
  | { readonly code: "removed" }
  | { readonly code: "not-removed"; readonly sheet: string; readonly why: Remark };

/** limited: works, with a drawback the remark tells · skipped: what the step stands on is missing. */
export type StepStatus = "passed" | "limited" | "failed" | "skipped";

export interface StepOutcome {
  readonly status: StepStatus;
  readonly remark: Remark | null;
}

export interface StepResult extends StepOutcome {
  readonly id: StepId;
}

/** What became of each function that was typed; or what kept all of them from being typed. */
export type FunctionTrials =
  | { readonly kind: "typed"; readonly values: ReadonlyMap<FunctionId, CellValue> }
  | { readonly kind: "not-typed"; readonly outcome: StepOutcome };

export interface SelfTestReport {
  readonly at: Date;
  readonly abilities: HostAbilities;
  readonly results: readonly StepResult[];
  readonly end: "complete" | "cancelled";
}

export const PASSED: StepOutcome = { status: "passed", remark: null };

export function noted(remark: Remark): StepOutcome {
  return { status: "passed", remark };
}

export function limited(remark: Remark): StepOutcome {
  return { status: "limited", remark };
}

export function failedStep(remark: Remark): StepOutcome {
  return { status: "failed", remark };
}

export function failedWith(failure: Failure): StepOutcome {
  return failedStep({ code: "failure", failure });
}
