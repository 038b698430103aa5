import type { Measure } from "../model/measure.ts";
import type { ReferenceScope, SubjectRole } from "../model/zone.ts";

/**
 * What the user says a sheet means where the reader took it for something else. It is tied to words (the header's or
 * the row's), never to an address, so that inserted rows and columns do not move it to a stranger.
 */
export type ReadingCorrection = LineCorrection | SubjectCorrection;

/** Of a printed column, or of a row of indicators. */
export interface LineCorrection {
  readonly kind: "line";
  readonly sheet: string;
  /** Header texts from top to bottom; of a row of indicators, its own texts. */
  readonly path: readonly string[];
  /** Which of the sheet's lines with these very texts, in reading order from 0: 增速 may head four columns. */
  readonly nth: number;
  readonly change: LineChange;
}

/** Of a zone, total or reference, by its name as printed. */
export interface SubjectCorrection {
  readonly kind: "subject";
  readonly sheet: string;
  readonly label: string;
  readonly nth: number;
  readonly change: SubjectChange;
}

export type LineChange =
  /** 不是数据: nothing is read from it. */
  | { readonly kind: "set-aside" }
  /** null: as it was read. */
  | {
      readonly kind: "meaning";
      /** Id or name; a name no catalogue knows is the indicator's own. */
      readonly indicator: string | null;
      readonly measure: Measure | null;
      /** As printed: 亿元, %. */
      readonly unit: string | null;
      /** Of what a share is, to what a difference is taken: a reference, the total, or an indicator's id. */
      readonly against: CorrectedAgainst | null;
    };

export type CorrectedAgainst =
  | { readonly kind: "reference"; readonly scope: ReferenceScope }
  | { readonly kind: "total" }
  | { readonly kind: "indicator"; readonly indicator: string }
  /** It refers to nothing. */
  | { readonly kind: "none" };

export type SubjectChange =
  | { readonly kind: "set-aside" }
  | { readonly kind: "subject"; readonly name: string | null; readonly role: SubjectRole | null };

/** Whether two corrections speak of the same line or row: the later one stands in the place of the earlier. */
export function isSamePlace(a: ReadingCorrection, b: ReadingCorrection): boolean {
  return placeKey(a) === placeKey(b);
}

/** Stable text of the place a correction speaks of. */
export function placeKey(correction: ReadingCorrection): string {
  const { sheet, nth } = correction;
  return correction.kind === "line"
    ? lineKey(sheet, correction.path, nth)
    : subjectKey(sheet, correction.label, nth);
}

export function lineKey(sheet: string, path: readonly string[], nth: number): string {
  return ["line", sheet, ...path.map(bare), String(nth)].join("\n");
}

export function subjectKey(sheet: string, label: string, nth: number): string {
  return ["subject", sheet, bare(label), String(nth)].join("\n");
}

/** Blanks and line breaks in a header are layout; offices change them without meaning anything. */
export function bare(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}
