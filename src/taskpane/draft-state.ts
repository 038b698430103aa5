import type { DraftCheck } from "../core/narrative/check/index.ts";
import type { Composition, HouseStyle, Outdated } from "../core/narrative/compose/index.ts";

/** A composed text and what has become of it since. */
export interface ComposedText {
  readonly composition: Composition;
  readonly style: HouseStyle;
  /** What of it the workbook no longer says so, as it was compared last; null before any comparison. */
  readonly outdated: Outdated | null;
  /** edited: the workbook was changed after that · comparing: it was, and is being compared. */
  readonly workbook: "as-compared" | "comparing" | "edited";
}

/** A draft as it was checked. */
export interface CheckedText {
  readonly draft: string;
  readonly check: DraftCheck;
  readonly against: "book" | "text";
  /** edited: the workbook was changed after the check. */
  readonly workbook: "as-compared" | "edited";
}

/** The 文稿 view's part of the pane's state: it outlives a closed pane, as results do. */
export interface DraftState {
  readonly half: "compose" | "check";
  /** The style asked for; null: that of the workbook's city. */
  readonly style: HouseStyle | null;
  readonly composed: ComposedText | null;
  /** The draft to be checked, as it stands in the field. */
  readonly text: string;
  readonly checked: CheckedText | null;
}

export const NO_DRAFT: DraftState = {
  half: "compose",
  style: null,
  composed: null,
  text: "",
  checked: null,
};

/** After an edit of the workbook: what was held against it may no longer be so. */
export function afterEdit(draft: DraftState): DraftState {
  const { composed, checked } = draft;
  const isComposedOld = composed !== null && composed.workbook !== "edited";
  const isCheckedOld =
    checked !== null && checked.against === "book" && checked.workbook === "as-compared";
  if (!isComposedOld && !isCheckedOld) return draft;
  return {
    ...draft,
    composed: isComposedOld ? { ...composed, workbook: "edited" } : composed,
    checked: isCheckedOld ? { ...checked, workbook: "edited" } : checked,
  };
}
