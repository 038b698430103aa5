/**
 * How much of a file is taken in. A form has thousands of cells; these limits are there so that a hostile or
 * runaway file ends in a message and not in a frozen page.
 */
export const LIMITS = {
  /** Bytes of one unpacked part. */
  partBytes: 256 * 1024 * 1024,
  /** Bytes of all parts together, as the archive declares them. */
  packageBytes: 1024 * 1024 * 1024,
  /** Unpacked to packed bytes of a large part; honest sheets stay under 100, a bomb comes near 1,000. */
  ratio: 300,
  ratioFrom: 32 * 1024 * 1024,
  entries: 20_000,
  /** Cells with content in one sheet. */
  cells: 1_500_000,
  /** Cells of the used rectangle; blank rows share one array, so this may be large. */
  area: 20_000_000,
  /** Elements inside one another. */
  depth: 200,
} as const;
