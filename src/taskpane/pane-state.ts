import type { RulesReading, ValidationPhase } from "../actions/index.ts";
import type { SelfTestReport, StepResult } from "../actions/self-test/index.ts";
import type {
  Book,
  Evaluation,
  Failure,
  Finding,
  Refusal,
  WriteIntent,
  Locale,
} from "../core/index.ts";
import type { DraftState } from "./draft-state.ts";
import { NO_DRAFT, afterEdit } from "./draft-state.ts";
import type { Level, PaneViewName, Task } from "./level.ts";
import type { Marking } from "./pane-services.ts";

export interface Busy {
  readonly task: Task;
  readonly phase: ValidationPhase | null;
}

export type Notice =
  | {
      readonly kind: "failure";
      readonly task: Task;
      readonly failure: Failure;
      readonly done: readonly WriteIntent[];
    }
  /** Something of ours broke; nothing is known about the workbook. */
  | { readonly kind: "broken"; readonly detail: string }
  | {
      readonly kind: "refused";
      readonly task: Task;
      readonly refusals: readonly Pick<Refusal, "reason" | "sheet">[];
    }
  | { readonly kind: "cleared" }
  | { readonly kind: "ledger-made" }
  | {
      readonly kind: "inserted";
      readonly name: string;
      readonly becomes: "function" | "native" | "value";
    }
  | { readonly kind: "copied" }
  | { readonly kind: "text-copied" }
  | { readonly kind: "saved"; readonly name: string }
  | { readonly kind: "text-inserted"; readonly sheet: string }
  /** The clipboard is closed to us: the text is shown to be copied by hand. */
  | { readonly kind: "copy-by-hand"; readonly text: string };

export interface ValidationResult {
  readonly evaluation: Evaluation;
  readonly at: Date;
  readonly marking: Marking;
  readonly isStale: boolean;
  /** Of results that formulas gave: in manual calculation they may be older than what they stand on. */
  readonly calculation: Book["calculation"];
}

export interface Filters {
  /** Empty: everything. */
  readonly levels: readonly Level[];
  readonly zone: string | null;
  readonly text: string;
}

export interface PaneState {
  /** starting: Office.js has not answered yet · none: opened outside of Excel and the workbench. */
  readonly host: "starting" | "excel" | "none";
  readonly locale: Locale;
  readonly theme: "light" | "dark";
  readonly busy: Busy | null;
  readonly result: ValidationResult | null;
  readonly notice: Notice | null;
  readonly filters: Filters;
  /** Keys of findings that show their trace. */
  readonly opened: readonly string[];
  /** Keys of groups whose state differs from how their level starts. */
  readonly toggledGroups: readonly string[];
  readonly recognition: "open" | "closed";
  readonly view: PaneViewName;
  /** The 目标规则 sheet as it was read last; null until the 目标 view has asked for it. */
  readonly rules: RulesReading | null;
  readonly selfTest: SelfTestState;
  readonly draft: DraftState;
}

/** What has come of the steps so far; the report once all are through. */
export interface SelfTestState {
  readonly results: readonly StepResult[];
  readonly report: SelfTestReport | null;
}

const NO_SELF_TEST: SelfTestState = { results: [], report: null };

export const NO_FILTERS: Filters = { levels: [], zone: null, text: "" };

export function initialState(locale: Locale, theme: PaneState["theme"]): PaneState {
  return {
    host: "starting",
    locale,
    theme,
    busy: null,
    result: null,
    notice: null,
    filters: NO_FILTERS,
    opened: [],
    toggledGroups: [],
    recognition: "closed",
    view: "audit",
    rules: null,
    selfTest: NO_SELF_TEST,
    draft: NO_DRAFT,
  };
}

export type PaneEvent =
  | { readonly kind: "host-known"; readonly host: "excel" | "none" }
  /** What the host speaks; a choice of the user's is kept for the next time. */
  | { readonly kind: "locale-known" | "locale-chosen"; readonly locale: Locale }
  | { readonly kind: "theme-changed"; readonly theme: PaneState["theme"] }
  | { readonly kind: "started"; readonly task: Task }
  | { readonly kind: "phase"; readonly phase: ValidationPhase }
  | { readonly kind: "stopped"; readonly notice: Notice | null }
  | {
      readonly kind: "validated";
      readonly result: ValidationResult;
      readonly notice: Notice | null;
    }
  | { readonly kind: "edited" }
  | { readonly kind: "noticed"; readonly notice: Notice | null }
  | { readonly kind: "level-toggled"; readonly level: Level }
  | { readonly kind: "zone-filtered"; readonly zone: string | null }
  | { readonly kind: "text-filtered"; readonly text: string }
  | { readonly kind: "filters-cleared" }
  | { readonly kind: "finding-toggled"; readonly key: string }
  | { readonly kind: "group-toggled"; readonly key: string }
  | { readonly kind: "recognition-toggled" }
  | { readonly kind: "view-chosen"; readonly view: PaneViewName }
  | { readonly kind: "rules-read"; readonly rules: RulesReading }
  | { readonly kind: "self-test-started" }
  | { readonly kind: "self-test-step"; readonly result: StepResult }
  | { readonly kind: "self-test-done"; readonly report: SelfTestReport }
  | { readonly kind: "draft-changed"; readonly change: Partial<DraftState> };

export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.kind) {
    case "host-known":
      return { ...state, host: event.host };
    case "locale-known":
    case "locale-chosen":
      return { ...state, locale: event.locale };
    case "theme-changed":
      return { ...state, theme: event.theme };
    case "started":
      return { ...state, busy: { task: event.task, phase: null }, notice: null };
    case "phase":
      return state.busy === null
        ? state
        : { ...state, busy: { ...state.busy, phase: event.phase } };
    case "stopped":
      return {
        ...state,
        busy: null,
        notice: event.notice,
        result: afterNotice(state, event.notice),
      };
    case "validated":
      return {
        ...state,
        busy: null,
        notice: event.notice,
        result: event.result,
        // A zone that is gone would hide everything; what was opened belonged to other findings.
        filters: keepFilters(state.filters, event.result.evaluation),
        opened: [],
      };
    case "edited":
      return markOld(state);
    case "noticed":
      return { ...state, notice: event.notice };
    case "level-toggled":
      return withFilters(state, { levels: toggled(state.filters.levels, event.level) });
    case "zone-filtered":
      return withFilters(state, { zone: event.zone });
    case "text-filtered":
      return withFilters(state, { text: event.text });
    case "filters-cleared":
      return { ...state, filters: NO_FILTERS };
    case "finding-toggled":
      return { ...state, opened: toggled(state.opened, event.key) };
    case "group-toggled":
      return { ...state, toggledGroups: toggled(state.toggledGroups, event.key) };
    case "recognition-toggled":
      return { ...state, recognition: state.recognition === "open" ? "closed" : "open" };
    case "view-chosen":
      return { ...state, view: event.view };
    case "rules-read":
      return { ...state, rules: event.rules };
    case "self-test-started":
      return { ...state, selfTest: NO_SELF_TEST };
    case "self-test-step": {
      const { results, report } = state.selfTest;
      return { ...state, selfTest: { results: [...results, event.result], report } };
    }
    case "self-test-done":
      return { ...state, selfTest: { results: event.report.results, report: event.report } };
    case "draft-changed":
      return { ...state, draft: { ...state.draft, ...event.change } };
  }
}

/** After an edit: what was read before may no longer be so. */
function markOld(state: PaneState): PaneState {
  const { result } = state;
  const draft = afterEdit(state.draft);
  if (result !== null && !result.isStale) {
    return { ...state, draft, result: { ...result, isStale: true } };
  }
  return draft === state.draft ? state : { ...state, draft };
}

/** Where a finding stands among the counters: an unmet target is no data error and has its own. */
export function levelOf(finding: Finding): Level {
  return finding.code === "target-unmet" ? "unmet" : finding.severity;
}

/** Cleared flags are gone, though their findings stand. */
function afterNotice({ result }: PaneState, notice: Notice | null): ValidationResult | null {
  if (result === null || notice?.kind !== "cleared") return result;
  return { ...result, marking: "check-only" };
}

function withFilters(state: PaneState, change: Partial<Filters>): PaneState {
  return { ...state, filters: { ...state.filters, ...change } };
}

function keepFilters(filters: Filters, evaluation: Evaluation): Filters {
  const isThere = evaluation.findings.some((finding) => finding.subject.zone === filters.zone);
  return isThere ? filters : { ...filters, zone: null };
}

function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
