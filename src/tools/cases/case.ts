import type { CellValue, FindingCode, Severity } from "../../core/index.ts";

/**
 * A cell of a case's grid: a number, a text, blank, a formula with its leading =, a typed number given as arithmetic
 * over other cells, or an error value with the formula that gives it.
 */
export type CaseCell =
  | number
  | string
  | null
  | { readonly typed: string }
  | { readonly formula: string; readonly error: string };

/** A number typed in, which is what the arithmetic over the clean book gives: typed("ROUND(C6/D6*100,2)"). */
export function typed(arithmetic: string): CaseCell {
  return { typed: arithmetic };
}

export interface CaseSheet {
  readonly name: string;
  /** From A1 on. */
  readonly rows: readonly (readonly CaseCell[])[];
  readonly merges?: readonly string[];
  /** Number formats by range; a later one wins. */
  readonly formats?: readonly (readonly [range: string, format: string])[];
  /** Rows as Excel numbers them, columns by letter. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
  readonly isHidden?: boolean;
  /** Header row and data of an Excel table object. */
  readonly tableObject?: string;
  /** Where a picture lies on the sheet: B3. */
  readonly picture?: string;
}

/** A table that stands in the book, as a reader of the sheet would describe it. */
export interface CaseTable {
  readonly sheet: string;
  /** From the first header row to the last row of data. */
  readonly range: string;
  readonly orientation: "zones-in-rows" | "indicators-in-rows" | "zones-in-columns";
  readonly period: string | null;
  readonly zones: readonly string[];
  /** Names of the indicators, as the catalogue has them where it knows them. */
  readonly indicators: readonly string[];
  /** Areas that hold the table's numbers and words: what is filled in there is an observation. 14.26(3) is two: its area stands here twice. */
  readonly data: readonly string[];
}

/** A finding: its cell, with its sheet where the book has several, its code and its severity. */
export interface CaseFinding {
  readonly sheet?: string;
  readonly cell: string;
  readonly code: FindingCode;
  readonly severity: Severity;
}

export interface CaseFault {
  readonly sheet?: string;
  readonly cell: string;
  /** What stands there instead. */
  readonly value: CaseCell;
  /** What happened, and by how much it lies outside what rounding allows. */
  readonly why: string;
  readonly findings: readonly CaseFinding[];
}

/** Tests that cannot be made, by kind of test. */
export type NotEvaluable = Readonly<Partial<Record<FindingCode, number>>>;

/** A layout of a form, once clean and once with planted faults. */
export interface LayoutCase {
  /** Folder name; the clean twin's has -clean behind it. */
  readonly name: string;
  /** What is special about the layout, in one sentence. */
  readonly layout: string;
  readonly sheets: readonly CaseSheet[];
  /** Content of rules.json (zone-check/rules@1), where the case brings rules. */
  readonly rules?: object;
  readonly tables: readonly CaseTable[];
  /** Sheets without a table, and what is said of them. */
  readonly unread?: readonly { readonly sheet: string; readonly reasons: readonly string[] }[];
  /** What is rightly told as not understood: "102表!A17 relation-between-tables 表间关系:01=101表08". */
  readonly unrecognised?: readonly string[];
  /** What is right to say of the clean twin: targets that are not met, and the like. */
  readonly findings?: readonly CaseFinding[];
  readonly notEvaluable?: NotEvaluable;
  readonly faults: readonly CaseFault[];
  /** Findings of the clean twin that the faults take away. */
  readonly silenced?: readonly CaseFinding[];
  /** Where the faults change what can be tested. */
  readonly notEvaluableWithFaults?: NotEvaluable;
}

/** Content of a cell once the arithmetic is done. */
export interface ComputedCell {
  readonly value: CellValue;
  /** Without its leading =; null where the cell is typed. */
  readonly formula: string | null;
}

/** A sheet of a case with every value known, by A1 address. */
export type ComputedSheet = ReadonlyMap<string, ComputedCell>;
