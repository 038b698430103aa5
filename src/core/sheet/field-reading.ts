/** What is read of a field, and what its table adds to its header. */

import type { Indicator } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import type { Field, UnrecognisedReason } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";

/** What a field's own header leaves open and its table says. */
export interface FieldContext {
  /** Indicator of the header to the left, of the band, the title or the row. */
  readonly indicator: Indicator | null;
  readonly period: Period | null;
  readonly unitLine: readonly Unit[];
  /** Unit in the number format or the 计量单位 cell, which speaks before the unit line. */
  readonly cellUnit: Unit | null;
}

export type FieldCore = Pick<Field, "indicator" | "measure" | "against" | "unit" | "period"> & {
  /** 上年 alone: the same period of last year or the whole of it, for the numbers to decide. */
  readonly isLastYear: boolean;
  /** Named by a noun of size (总数), not by a verb (完成). */
  readonly isSize: boolean;
  /** No header, format or unit line gives the unit: it is the catalogue's, or not known. */
  readonly isUnitAssumed: boolean;
  /** Its own header names a period with a year. */
  readonly isDated: boolean;
};

export type FieldReading =
  | { readonly kind: "field"; readonly field: FieldCore }
  | { readonly kind: "ignored" }
  | { readonly kind: "unrecognised"; readonly reason: UnrecognisedReason };
