import type { IndicatorTable, Unrecognised } from "../model/table.ts";

/** What was read on one sheet, and what was not. */
export interface SheetReading {
  readonly sheet: string;
  readonly tables: readonly IndicatorTable[];
  /** Parts outside every table; what a table itself did not understand stands in the table. */
  readonly unrecognised: readonly Unrecognised[];
}
