import type { Area, CellRef } from "../workbook/address.ts";
import type { FlagStyle } from "../workbook/write-plan.ts";
import type { FindingTest } from "./finding-test.ts";
import type { NativeFormula } from "./native-formula.ts";

/** A cell's mark before it is known which marks can share one conditional format. */
export interface Mark extends FindingTest {
  readonly area: Area;
  readonly style: FlagStyle;
  /** The test that always fits: the cell is as it is. Null: a mark whose test does not fit is left out. */
  readonly unchanged: NativeFormula | null;
  /**
   * The cell the test was written for, where marks of one shape share it: for another cell of the column it is the same
   * with that cell's row. Null: written for the mark's own cell.
   */
  readonly writtenFor: CellRef | null;
}
