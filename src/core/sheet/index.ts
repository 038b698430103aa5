/** From the cells of a book to indicator tables. */
export { readCellContent, type Expectation } from "./cell-content.ts";
export { readTables, type ReadTablesOptions } from "./read-tables.ts";
export type { SheetReading } from "./sheet-reading.ts";
