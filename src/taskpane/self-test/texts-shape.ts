import type { BlankKind, Remark, StepId, StepStatus } from "../../actions/self-test/index.ts";
import type { FunctionId } from "../../core/measures/index.ts";

/** Steps by what the user would miss; functions are alike. */
export type StepKind = Exclude<StepId, FunctionId> | "function";

export type Section = "host" | "sheet" | "function" | "end";

/** What the 自检 view says; it comes with the view, not with the pane. */
export interface SelfTestTexts {
  readonly title: string;
  readonly intro: string;
  readonly tried: readonly string[];
  readonly undoWarning: string;
  readonly start: string;
  readonly again: string;
  readonly confirm: string;
  readonly begin: string;
  readonly notNow: string;
  readonly back: string;
  readonly copyReport: string;
  progress(done: number, total: number): string;
  summary(counts: Readonly<Record<StepStatus, number>>): string;
  readonly cancelled: string;
  readonly verdict: Readonly<Record<"all" | "limited" | "failed", string>>;
  readonly status: Readonly<Record<StepStatus, string>>;
  readonly section: Readonly<Record<Section, string>>;
  readonly step: Readonly<Record<StepKind, string>>;
  /** What the user can still do where a step is limited, failed or skipped. */
  readonly wayOut: Readonly<Record<StepKind, string>>;
  readonly noSheet: string;
  readonly noFunctions: string;
  readonly blank: Readonly<Record<BlankKind, string>>;
  readonly reason: Readonly<Record<(Remark & { code: "refused" })["reason"], string>>;
  remark(remark: Exclude<Remark, { readonly code: "failure" | "refused" | "not-removed" }>): string;
  notRemoved(sheet: string, why: string): string;
  readonly reportTitle: string;
  readonly reportTime: string;
  readonly reportWayOut: string;
  /** Sheets are counted in the report, not named. */
  protectedSheets(count: number): string;
}
