import type { CellRef } from "../workbook/address.ts";
import type { StatedNumber } from "./stated-number.ts";
import type { ReferenceScope } from "./zone.ts";

/** A line of text around a table that is neither title nor header: 注:括号内数字为位次. */
export interface TableNote {
  readonly text: string;
  readonly at: CellRef;
}

/** A row or column of the sheet that takes part in a stated relation, by the number the form gives it. */
export interface RelationTerm {
  /** As the relation writes it: 01, (3), 期末. */
  readonly code: string;
  /** Row of the sheet, or column where the relation is one of columns. */
  readonly line: number;
  readonly sign: 1 | -1;
}

/**
 * A relation the form itself states: 审核关系:01=02+03;04≤01. The sum of `left` is equal to, or at most, the sum of
 * `right`; ≥ is turned round.
 */
export interface StatedRelation {
  readonly axis: "rows" | "columns";
  readonly comparison: "equal" | "at-most";
  readonly left: readonly RelationTerm[];
  readonly right: readonly RelationTerm[];
  /** The relation as it is written. */
  readonly words: string;
  readonly at: CellRef;
}

/** A value of 全市 that a title or note gives beside a row that gives it too; in the unit of its field. */
export interface RepeatedReference {
  readonly scope: ReferenceScope;
  readonly field: number;
  readonly stated: StatedNumber;
  readonly words: string;
  readonly at: CellRef;
}

/** 序时进度22% in a title, note or header. */
export interface StatedPace {
  readonly stated: { readonly value: number; readonly decimals: number };
  /** As it is written. */
  readonly words: string;
}

/** A running number of a row: 序号 5. */
export interface SerialNumber {
  readonly value: number;
  readonly at: CellRef;
}

/** What stands around a table and has a bearing on it. */
export interface Around {
  /** The name by which a band, the title or the sheet's name calls the one indicator of the table. */
  readonly heading: string | null;
  /** The lines of text above it: title, unit line, band. */
  readonly above: readonly TableNote[];
  readonly notes: readonly TableNote[];
  readonly relations: readonly StatedRelation[];
  readonly repeated: readonly RepeatedReference[];
  /** Ids of the indicators whose growth a note calls 可比价 or 可比口径: it is given, and follows from no levels. */
  readonly givenGrowth: readonly string[];
  /** 快报, 预计, 初步, 反馈, 定案 …: what title, unit line or note says of all its numbers; null where nothing does. */
  readonly standing: string | null;
  /** The pace that the office states for all, in percent; null where it states none. */
  readonly pace: StatedPace | null;
  /** The numbers of its rows, where a column 序号 gives them. */
  readonly serials: readonly SerialNumber[];
}

export const NOTHING_AROUND: Around = {
  heading: null,
  above: [],
  notes: [],
  relations: [],
  repeated: [],
  givenGrowth: [],
  standing: null,
  pace: null,
  serials: [],
};
