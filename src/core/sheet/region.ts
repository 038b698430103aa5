import type { GridRow } from "./grid.ts";

/** A header with the rows below it, and what stood above it since the table before. */
export interface Region {
  readonly preamble: readonly GridRow[];
  readonly header: readonly GridRow[];
  readonly data: readonly GridRow[];
  /** First and last column of the region. */
  readonly left: number;
  readonly right: number;
}
