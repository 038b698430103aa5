/** The functions that make a column out of two columns of a table. */
export type ColumnFunction =
  "ZONE_GAP" | "ZONE_STATUS" | "ZONE_SHARE" | "ZONE_GROWTH" | "ZONE_DIFF";
