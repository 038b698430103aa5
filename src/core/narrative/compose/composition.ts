import type { FindingCode } from "../../findings/finding.ts";
import type { Address } from "../../workbook/address.ts";
import type { ClauseKind } from "./style.ts";

/** What a number (or a word made of numbers: 一正一负) in the text is. */
export type SpanMeasure =
  | "period"
  | "zones"
  | "count"
  | "value"
  | "whole"
  | "share"
  | "growth"
  | "increase"
  | "reference"
  | "difference"
  | "target"
  | "attainment"
  | "done"
  | "remaining"
  | "rate"
  | "rank"
  | "signs";

/** A number in the text, with its unit: where it comes from and how. Offsets in UTF-16 units. */
export interface ComposedSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly measure: SpanMeasure;
  /** The indicator's name, and whom the number is of; null where it is of none. */
  readonly indicator: string | null;
  readonly zone: string | null;
  /** What it stands for before it was rounded to be printed, in the unit printed; null for words and periods. */
  readonly value: number | null;
  /** The cells it is made of. */
  readonly cells: readonly Address[];
  /** 109.24 · 109.24 ÷ 177.53 × 100 = 61.5333 → 61.53. */
  readonly arithmetic: string;
  /** The wording chosen for it (growth-down): it goes out of date like the number. */
  readonly wording: string;
  /** The same in the text composed from a later state of the workbook, however its rows moved. */
  readonly key: string;
}

/** What the composer has to say beside the text. Nothing is left out in silence. */
export type ComposeNote =
  | {
      readonly code: "left-out";
      readonly clause: ClauseKind;
      readonly indicator: string;
      readonly reason:
        | "blank"
        | "declared"
        | "pending"
        | "not-calculated"
        | "negligible"
        | "unreadable"
        | "error"
        | "not-additive" // a growth of several zones follows from no single growths
        | "undecided" // the verdict depends on weights
        | "incomparable" // target and value in units that never compare
        | "in-words" // 高于全市平均, 进入前3位, 全部以标准地出让
        | "members-missing" // 均 needs every member's value and target
        | "tie"; // places shared across the cut of a ranking
      readonly cells: readonly Address[];
    }
  | { readonly code: "no-period"; readonly cells: readonly Address[] }
  /** A table the style has no paragraph for. */
  | {
      readonly code: "table-left-out";
      readonly reason: "style" | "projects";
      readonly cells: readonly Address[];
    }
  /** Nothing in the workbook is what the style's paragraphs are about: every table was taken instead. */
  | { readonly code: "style-widened"; readonly cells: readonly Address[] }
  /** The validation has something to say of a cell that the text uses. */
  | { readonly code: "suspect"; readonly finding: FindingCode; readonly cells: readonly Address[] };

/** A text with the origin of every number in it. Plain data: it can be stored and compared later. */
export interface Composition {
  readonly style: string;
  /** One paragraph a line. */
  readonly text: string;
  /** In reading order, never overlapping. */
  readonly spans: readonly ComposedSpan[];
  readonly notes: readonly ComposeNote[];
}
