import type { Comparison, FindingCode, Refusal } from "../core/index.ts";
import type { Level, TabName, Task } from "./level.ts";

/** Everything the pane itself says. Findings and failures are worded by core. */
export interface PaneTexts {
  readonly productName: string;
  readonly validate: string;
  readonly clearFlags: string;
  readonly more: string;
  readonly makeLedger: string;
  readonly checkOnly: string;
  readonly otherLanguage: string;
  readonly copyDiagnostics: string;
  readonly cancel: string;
  readonly retry: string;
  readonly dismiss: string;
  readonly views: Readonly<Record<TabName, string>>;
  readonly selfTest: string;
  readonly viewsLabel: string;
  readonly loading: string;
  readonly starting: string;
  readonly noHost: { readonly title: string; readonly text: string };
  readonly empty: {
    readonly title: string;
    readonly steps: readonly string[];
    readonly note: string;
  };
  readonly clean: { readonly title: string; text(checked: number): string };
  readonly nothingRead: { readonly title: string; readonly text: string };
  readonly noMatch: string;
  readonly clearFilters: string;
  readonly working: Readonly<Record<Task, string>>;
  readingProgress(percent: number): string;
  readonly evaluating: string;
  readonly writing: string;
  summary(checked: number, passed: number): string;
  /** For the live region, after a run. */
  announce(counts: Readonly<Record<Level, number>>, checked: number): string;
  readonly level: Readonly<Record<Level, string>>;
  counterLabel(level: string, count: number): string;
  readonly stale: string;
  readonly manualCalculation: string;
  readonly validateAgain: string;
  readonly recognition: string;
  recognitionSummary(tables: number, unrecognised: number): string;
  readonly orientation: Readonly<
    Record<"zones-in-rows" | "indicators-in-rows" | "zones-in-columns", string>
  >;
  tableSize(subjects: number, fields: number): string;
  readonly unreadSheet: string;
  readonly allRead: string;
  moreUnrecognised(count: number): string;
  readonly search: string;
  readonly searchLabel: string;
  readonly zoneFilter: string;
  readonly allZones: string;
  readonly findings: string;
  goTo(address: string): string;
  readonly targetLabel: string;
  /** What a bullet bar shows, for those who do not see it. */
  bullet(actual: string, target: string): string;
  readonly trace: Readonly<
    Record<
      | "rule"
      | "target"
      | "operands"
      | "arithmetic"
      | "rounding"
      | "allowed"
      | "passes"
      | "needed"
      | "remedy",
      string
    >
  >;
  /** What follows from the cell at fault; which other cells may be at fault. */
  readonly consequences: string;
  /** What else was found at the cell itself. */
  readonly sameCell: string;
  readonly alternatives: string;
  andMore(count: number): string;
  passes(low: string | null, high: string | null): string;
  allowed(low: string, high: string): string;
  /** Of a finding, short enough for a pill. */
  readonly verdict: Readonly<Record<FindingCode, string>>;
  /** What a test that could not be made was about. */
  readonly tested: Readonly<Record<FindingCode, string>>;
  readonly comparison: Readonly<Record<Comparison, (value: string) => string>>;
  /** Between the items of a list inside a sentence. */
  readonly listed: string;
  lastRun(time: string): string;
  readonly marked: string;
  readonly notMarked: string;
  readonly cleared: string;
  readonly ledgerMade: string;
  inserted(name: string, becomes: "function" | "native" | "value"): string;
  readonly copied: string;
  readonly textCopied: string;
  textSaved(name: string): string;
  textInserted(sheet: string): string;
  readonly copyByHand: string;
  readonly broken: string;
  readonly brokenWayOut: string;
  readonly taskFailed: Readonly<Record<Task, string>>;
  /** A task that stopped half-way: what was done before it did. */
  doneBefore(steps: readonly string[]): string;
  readonly doneNothing: string;
  readonly step: Readonly<Record<Step, string>>;
  refused(task: Task, reason: Refusal["reason"], sheets: readonly string[]): string;
  refusedSelection(sheet: string): string;
}

/** What an intent of a write plan did, in the user's words. */
export type Step =
  | "flags-removed"
  | "flags-put"
  | "sheet-made"
  | "block-written"
  | "formulas-set"
  | "outer-formulas-set"
  | "sheet-removed"
  | "part-written"
  | "selected";
