import type { Measure } from "../../model/measure.ts";
import type { ReferenceScope, ZoneKind } from "../../model/zone.ts";
import type { Unit } from "../../model/unit.ts";
import type { WordKey, Words } from "./words.ts";

/** What may be said of an indicator, each at most once, in the order of the style. */
export const CLAUSES = [
  "value",
  "share",
  "growth",
  "increase",
  "comparison",
  "target",
  "attainment",
  "done",
  "remaining",
  "rate",
  "growth-ranking",
  "value-ranking",
] as const;
export type ClauseKind = (typeof CLAUSES)[number];

/** Kinds of number that a style rounds each in its own way. */
export const NUMBER_KINDS = [
  "value",
  "whole",
  "share",
  "growth",
  "target",
  "attainment",
  "rate",
] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** What stands between things. */
export const MARKS = [
  "clause",
  "share",
  // between comparisons, and between a growth and the first of them
  "comparison",
  "before-comparison",
  "indicator",
  "sentence",
  "list",
  "and",
  "period",
] as const;
export type Mark = (typeof MARKS)[number];

/** How an office words the paragraphs of its report. Data: a file may hold it (zone-check/style@1). */
export interface Style {
  readonly name: string;
  /** Cities whose workbooks are worded so where nobody asks for another style. */
  readonly cities: readonly string[];
  readonly paragraphs: readonly ParagraphStyle[];
  readonly clauses: readonly ClauseKind[];
  /** printed: as the sheet writes it (规模以上工业增加值) · catalogue: as the trade does (规上工业增加值). */
  readonly names: "printed" | "catalogue";
  /** Up to so many zones are named, more are counted. */
  readonly namedZones: number;
  /** How many places a ranking names at each end. */
  readonly rankedPlaces: number;
  /** Whom growths are compared with, in this order. */
  readonly references: readonly ReferenceScope[];
  readonly referenceNames: Readonly<Record<ReferenceScope, string>>;
  /** What a number of zones is called: all of one kind, of kinds nobody marked, or of several. */
  readonly kindNames: Readonly<Record<ZoneKind | "unmarked" | "mixed", string>>;
  /** bracket: (河津开发区16%、其余开发区17%) · omit: the headline alone. */
  readonly exceptions: "bracket" | "omit";
  readonly precision: {
    /** The most places behind the point; a cell with fewer keeps its own. */
    readonly places: Readonly<Record<NumberKind, number>>;
    /** Places of a difference of two rates: those of the coarser, those of the finer, or so many. */
    readonly difference: "coarser" | "finer" | number;
    /** trim: 30.9 for 30.90 · keep: as many as the cell is kept with. */
    readonly zeros: "trim" | "keep";
  };
  /** Units that numbers of a family are brought to: money in 亿元. A family without one keeps the sheet's. */
  readonly units: Readonly<Partial<Record<Unit["family"], string>>>;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly words: Words;
  readonly indicators: readonly IndicatorStyle[];
}

/** Which tables a paragraph is about, and how its sentences part the indicators. */
export interface ParagraphStyle {
  /** Kinds of zones; empty: all. */
  readonly zones: readonly ZoneKind[];
  /** The table gives one of these measures; empty: any table. */
  readonly measures: readonly Measure[];
  /** several: a table over zones · one: a sheet of a single zone. */
  readonly of: "several" | "one" | "any";
  /** Indicators whose growths' signs open the paragraph; empty: none do. */
  readonly signs: readonly string[];
  readonly sentences: readonly SentenceStyle[];
}

export interface SentenceStyle {
  readonly prefix: string;
  /** In this order; empty: all that no other sentence names, as the sheet has them. */
  readonly indicators: readonly string[];
}

/** What one indicator has of its own. */
export interface IndicatorStyle {
  /** Any name the trade knows it by, or the printed one. */
  readonly indicator: string;
  /** The name to write; null: as all others. */
  readonly name: string | null;
  readonly clauses: readonly ClauseKind[] | null;
  readonly words: Readonly<Partial<Record<WordKey, string>>>;
}
