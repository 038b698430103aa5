/** How a relation stands in a column: enough rows follow it, none does, or something between. */
export type ColumnStanding = "established" | "deviates" | "open";

/** A relation is established by at least four fifths of at least three rows. */
const ESTABLISHED = 4;
const FEWEST_ROWS = 3;

/**
 * Column first, then cell. "established": at least 80 % of at least three rows follow the relation, or all but one and
 * these are three or more, so that the question can only be that one's. "deviates": of two rows or more none follows
 * it, or of five or more at most one in five does (some fit by chance): one question for the column.
 */
export function standingOfRows(rows: number, fits: number): ColumnStanding {
  // In fifths: 1 of 5 as a quotient is a hair above 1 − 0.8.
  if (rows >= FEWEST_ROWS && fits * 5 >= rows * ESTABLISHED) return "established";
  if (fits >= FEWEST_ROWS && fits === rows - 1) return "established";
  if (rows >= 2 && fits === 0) return "deviates";
  if (rows >= 5 && fits * 5 <= rows * (5 - ESTABLISHED)) return "deviates";
  return "open";
}
