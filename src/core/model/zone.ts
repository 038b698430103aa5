export type ZoneKind =
  "industrial" | "agricultural" | "cultural-tourism" | "service" | "comprehensive";

/**
 * What a row (or column, or sheet) of a table speaks of.
 * zone: one development zone, county or city among its peers · total: sum of members (合计) · subtotal: 小计, sum of the
 * members of its group · part: 其中, a part that need not exhaust the whole · average · reference: a wider whole that is
 * not the sum of the rows (全市, 全省开发区) · project: one project or firm of a list, inside a zone.
 */
export type SubjectRole =
  "zone" | "project" | "total" | "subtotal" | "part" | "average" | "reference";

export interface Subject {
  /** Place in the table, from 0. */
  readonly index: number;
  readonly role: SubjectRole;
  /** Canonical name for matching: 河津 for 河津经济技术开发区, 合计, 全市, 全省开发区. */
  readonly name: string;
  /** As printed, blanks inside removed. */
  readonly label: string;
  readonly kind: ZoneKind | null;
  /** For a reference: which whole. */
  readonly reference: ReferenceScope | null;
  /** Subjects (by index) that this total or subtotal adds up; empty for others. */
  readonly members: readonly number[];
  /** Further divisions of a total, each of which adds up to it as its members do: by size beside by industry. */
  readonly divisions?: readonly (readonly number[])[];
  /** A row of a table that lists kinds of things (制造业, 民营, 新建): it takes part as a zone does, and is none. */
  readonly isKindOfThing?: true;
  /** Where the name stands. */
  readonly at: SubjectPlace;
}

/** A subject's name stands in a cell, or names the whole sheet (from the sheet's title or name). */
export type SubjectPlace =
  | { readonly kind: "cell"; readonly row: number; readonly column: number }
  | { readonly kind: "sheet" };

/** benchmark: 先进水平, 标杆: the level of others that zones are held against, and a part of none. */
export type ReferenceScope =
  "city" | "province" | "province-zones" | "nation" | "nation-zones" | "benchmark";
