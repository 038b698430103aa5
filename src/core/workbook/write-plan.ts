import type { Area, CellRef } from "./address.ts";
import type { CellValue, OuterPlace } from "./book.ts";

/** How a flag looks. Never by colour alone: unmet is bold on amber, error has a border on red, warning a dotted blue border. */
export type FlagStyle = "unmet" | "error" | "warning";

/**
 * One conditional format of ours. `formula` is native Excel (with its leading =), written for the top left
 * cell of the first area, and carries the marker that lets it be found again (see flags/marker.ts).
 * The first area starts at the top row and the left column of all of them.
 */
export interface Flag {
  readonly areas: readonly [Area, ...Area[]];
  readonly formula: string;
  readonly style: FlagStyle;
}

/** A cell that a plan writes. `text` goes in as text (format @) whatever it starts with. */
export type PlannedCell =
  | { readonly kind: "text"; readonly text: string; readonly style?: PlannedStyle }
  | {
      readonly kind: "number";
      readonly value: number;
      readonly numberFormat: string;
      readonly style?: PlannedStyle;
    }
  | {
      readonly kind: "formula";
      readonly formula: string;
      readonly numberFormat: string;
      readonly style?: PlannedStyle;
    }
  /** A link to a place in the same workbook; `text` is what is shown. Written as =HYPERLINK("#…","…"). */
  | { readonly kind: "link"; readonly text: string; readonly sheet: string; readonly area: Area }
  /** Leaves the cell as it is where the sheet was there before, blank where it is new. */
  | { readonly kind: "blank" };

/** The few looks our own sheets have. prose: sentences, wrapped within their column. */
export type PlannedStyle = "title" | "header" | "note" | "prose";

export type WriteIntent =
  /** Takes away every conditional format of ours (known by the marker) from all sheets, or from those named. */
  | { readonly kind: "remove-flags"; readonly sheets: "all" | readonly string[] }
  /** Adds conditional formats ahead of the user's own. */
  | { readonly kind: "put-flags"; readonly sheet: string; readonly flags: readonly Flag[] }
  /** Makes the sheet (at the end) where it is not there; with `empty`, clears what an older run wrote in it. */
  | { readonly kind: "ensure-sheet"; readonly sheet: string; readonly contents: "keep" | "empty" }
  /** Writes a block of cells; widths are in characters of the default font, for the block's columns. */
  | {
      readonly kind: "write-block";
      readonly sheet: string;
      readonly at: CellRef;
      readonly cells: readonly (readonly PlannedCell[])[];
      readonly columnWidths?: readonly number[];
      /** Rows that stay on the screen when the sheet is scrolled, from the top of the sheet. */
      readonly frozenRows?: number;
    }
  /** Writes formulas into cells the user chose. */
  | {
      readonly kind: "set-formulas";
      readonly sheet: string;
      readonly at: CellRef;
      readonly formulas: readonly (readonly string[])[];
    }
  /**
   * Puts other formulas into cells that keep the values they show and their formats: the new formula gives the same value,
   * or says how it came about no more.
   */
  | {
      readonly kind: "swap-formulas";
      readonly sheet: string;
      readonly cells: readonly SwappedCell[];
    }
  /** Puts another formula where one stands outside of the cells. An intent speaks of one, so that each is refused for itself. */
  | { readonly kind: "swap-outer-formula"; readonly swap: SwappedOuter }
  /** Deletes a sheet of ours. */
  | { readonly kind: "remove-sheet"; readonly sheet: string }
  /** Puts or replaces our XML part. */
  | { readonly kind: "put-part"; readonly xml: string }
  | { readonly kind: "remove-part" }
  /** Shows a place to the user. Nothing happens in a file. */
  | { readonly kind: "select"; readonly sheet: string; readonly area: Area };

/** A cell whose formula is exchanged for another. */
export interface SwappedCell {
  readonly at: CellRef;
  /** With its leading =; null leaves the value alone in the cell. */
  readonly formula: string | null;
  /** How a file is to spell the formula, where that is not Excel's own way. */
  readonly stored?: string;
  /** The element a file wrote the formula in, to be put back where it still says that formula. */
  readonly element?: string;
  /** What the cell shows, before and after. */
  readonly value: CellValue;
  /** What the formula fills where it spills over several cells, its own cell first. */
  readonly fills?: Area;
  /**
   * array: entered as an array over this cell alone, so that the formula takes whole ranges · plain: no longer so. Excel,
   * where a formula is typed, takes whole ranges always; it matters in a file.
   */
  readonly entry?: "array" | "plain";
}

/** A formula outside of the cells that is exchanged for another. */
export interface SwappedOuter {
  readonly place: OuterPlace;
  /** With its leading =; null takes it away from a table, which then fills new rows with nothing. A name needs one. */
  readonly formula: string | null;
  /** How a file is to spell the formula, where that is not Excel's own way. */
  readonly stored?: string;
  /** Of a table: array: entered as an array in each row · plain: no longer so. */
  readonly entry?: "array" | "plain";
}

/** What is to be done, in this order, in one batch. */
export type WritePlan = readonly WriteIntent[];

/** An intent that was left out because the workbook does not allow it; the others were carried out. */
export interface Refusal {
  readonly intent: WriteIntent;
  readonly reason:
    | "sheet-protected"
    | "workbook-protected"
    | "sheet-missing"
    | "unsupported"
    /** A name or a table's column is not there. */
    | "place-missing"
    /** Excel did not take the formula. */
    | "host-refused";
  readonly sheet: string | null;
}

/** What an adapter did with a plan. */
export interface Applied {
  readonly done: WritePlan;
  readonly refused: readonly Refusal[];
}
