import type { Area, CellRef } from "../workbook/address.ts";
import type { Around } from "./around.ts";
import type { Indicator } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import type { Period } from "./period.ts";
import type { StatedNumber } from "./stated-number.ts";
import type { Unit } from "./unit.ts";
import type { ReferenceScope, Subject } from "./zone.ts";

/**
 * One kind of number a table gives for its subjects: an indicator × a measure.
 * With zones in rows it is a column; with indicators in rows (one zone a sheet) it is one cell of the grid, so that
 * the fields of one printed column share `line`.
 */
export interface Field {
  /** Place in the table, from 0. */
  readonly index: number;
  readonly indicator: Indicator;
  readonly measure: Measure;
  /** What a share divides by, a difference is taken to, a rank or target refers to; null where it says nothing. */
  readonly against: Against | null;
  readonly unit: Unit | null;
  readonly period: Period | null;
  /** Header texts from top to bottom, as printed. */
  readonly path: readonly string[];
  /** The printed column (or row) this field belongs to, counted from 0 on the sheet: column with zones in rows, column of the measure with indicators in rows. */
  readonly line: number;
  /** Where the header stands. */
  readonly header: Area;
}

/** The whole or reference of a share or difference. A number printed in the header, 占全市(177.53亿元)比重, is kept. */
export type Against =
  | {
      readonly kind: "reference";
      readonly scope: ReferenceScope;
      readonly stated: StatedNumber | null;
      /** The unit written behind the number; absent where there is none. */
      readonly statedUnit?: Unit;
    }
  | {
      readonly kind: "indicator";
      readonly indicator: Indicator;
      readonly stated: StatedNumber | null;
      readonly statedUnit?: Unit;
    }
  | { readonly kind: "total" };

/** Why a cell holds no value. `declared` — the office wrote -, — or 不适用: none exists. */
export type MissingReason = "blank" | "declared" | "pending" | "not-calculated" | "negligible";

export type Content =
  | {
      readonly kind: "number";
      readonly stated: StatedNumber;
      /** Set when the cell holds text that reads as exactly one number: it is used, and told. */
      readonly fromText: string | null;
    }
  /** A verdict or another word that belongs in this column: 达到, √. */
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "missing"; readonly reason: MissingReason }
  /** Text no rule reads as exactly one number; `nearest` is what it would read. */
  | { readonly kind: "unreadable"; readonly text: string; readonly nearest: number | null }
  | { readonly kind: "error"; readonly error: string };

/** One cell of a table, with its true place on the sheet. */
export interface Observation {
  readonly subject: number;
  readonly field: number;
  readonly content: Content;
  readonly at: CellRef;
  /** The cell's formula, or null where it is typed. */
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly isHidden: boolean;
}

/** A part of a sheet that could not be read, and why. */
export interface Unrecognised {
  readonly area: Area;
  readonly reason: UnrecognisedReason;
  /** The text that stood there, for the message. */
  readonly text: string;
}

export type UnrecognisedReason =
  | "unknown-measure" // the header's words name no measure
  | "unknown-row" // a row without a name, or whose name says nothing
  | "no-header" // numbers without any header above or beside them
  | "several-meanings" // a header that could mean two things
  | "stray-cells" // cells outside every table
  | "unsupported-layout" // a region we see but cannot lay out
  | "picture" // a title and no cells: the table may be a picture or stand in a text box
  | "stated-relation" // a relation of 审核关系 that could not be read or placed: it is not judged
  | "relation-between-tables" // 表间关系: the other table is not known
  | "set-aside" // the user said that it is no data
  | "set-aside-zone"; // the same of a zone's row

/**
 * Rows of indicators that the layout puts under another, by their rows on the sheet. `names`: the trade divides it so and
 * leaves nothing out (轻工业, 重工业) · `layout`: set in or numbered, and the numbers tell whether they exhaust it · `part`:
 * headed 其中, which need not.
 */
export interface RowDivision {
  readonly whole: number;
  readonly parts: readonly number[];
  readonly told: "names" | "layout" | "part";
}

/** What the reader understood of one region of a sheet. */
export interface IndicatorTable {
  readonly sheet: string;
  /** From the first header row to the last data row. */
  readonly area: Area;
  readonly orientation: "zones-in-rows" | "indicators-in-rows" | "zones-in-columns";
  readonly title: string | null;
  /** Title period; a field's own period wins over it. */
  readonly period: Period | null;
  /** The city the table speaks of, without its suffix, where title or sheet names it: 运城. */
  readonly city: string | null;
  readonly subjects: readonly Subject[];
  readonly fields: readonly Field[];
  /** cells[subject][field]; null where the table has no such cell. */
  readonly cells: readonly (readonly (Observation | null)[])[];
  readonly unrecognised: readonly Unrecognised[];
  /** 0…1: part of the region's filled cells that were understood. */
  readonly confidence: number;
  /** Which rows stand under which, where rows are indicators; empty elsewhere. */
  readonly rowDivisions: readonly RowDivision[];
  /** Notes, stated relations and what else stands around it. */
  readonly around: Around;
}

/** The observation of a subject for a field, or undefined where the table has no such cell. */
export function observationAt(
  table: IndicatorTable,
  subject: number,
  field: number
): Observation | undefined {
  return table.cells[subject]?.[field] ?? undefined;
}

/** Whether a cell lies in the table itself: what a title or note says of 全市 stands outside. */
export function isInTable(
  { area }: Pick<IndicatorTable, "area">,
  { row, column }: CellRef
): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
