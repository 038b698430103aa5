import type { Remark, StepId, StepResult } from "../../actions/self-test/index.ts";
import type { Locale } from "../../core/index.ts";
import { formatFailure } from "../../core/index.ts";
import type { FunctionId } from "../../core/measures/index.ts";
import type { Section, SelfTestTexts, StepKind } from "./texts-shape.ts";
import { selfTestTexts } from "./texts.ts";

export function isFunction(id: StepId): id is FunctionId {
  return id.startsWith("ZONE_");
}

export function kindOf(id: StepId): StepKind {
  return isFunction(id) ? "function" : id;
}

const SECTIONS: Readonly<Record<StepKind, Section>> = {
  version: "host",
  runtime: "host",
  protection: "host",
  sheet: "sheet",
  write: "sheet",
  read: "sheet",
  recalculation: "sheet",
  flags: "sheet",
  "edit-event": "sheet",
  "selection-event": "sheet",
  settings: "sheet",
  part: "sheet",
  function: "function",
  spill: "function",
  "function-recalculation": "function",
  blank: "function",
  undo: "end",
  removal: "end",
};

export function sectionOf(id: StepId): Section {
  return SECTIONS[kindOf(id)];
}

export function nameOf(id: StepId, texts: SelfTestTexts): string {
  return isFunction(id) ? id : texts.step[kindOf(id)];
}

/** What is missing or worth saying, and what the user can still do; null where there is nothing to say. */
export interface WordedStep {
  readonly what: string | null;
  readonly wayOut: string | null;
}

export function wordStep(result: StepResult, locale: Locale): WordedStep {
  const texts = selfTestTexts(locale);
  const { id, status, remark } = result;
  return {
    what: what(),
    // A skipped step's way out is that of the step it stands on.
    wayOut: status === "limited" || status === "failed" ? wayOut() : null,
  };

  function what(): string | null {
    if (status === "skipped")
      return isFunction(id) || remark === null ? texts.noSheet : texts.noFunctions;
    return remark === null ? null : wordRemark(remark, locale);
  }

  /** A host's refusal brings its own way out; what the tool still does without this step is said as well. */
  function wayOut(): string {
    const still = texts.wayOut[kindOf(id)];
    if (remark?.code !== "failure") return still;
    return `${formatFailure(remark.failure, locale).wayOut} ${still}`;
  }
}

function wordRemark(remark: Remark, locale: Locale): string {
  const texts = selfTestTexts(locale);
  switch (remark.code) {
    case "failure":
      return formatFailure(remark.failure, locale).message;
    case "refused":
      return texts.reason[remark.reason];
    case "not-removed":
      return texts.notRemoved(remark.sheet, wordRemark(remark.why, locale));
    default:
      return texts.remark(remark);
  }
}
