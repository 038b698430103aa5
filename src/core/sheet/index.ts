/** From the cells of a book to indicator tables. */
export { readCellContent, type Expectation } from "./cell-content.ts";
export { readTables, type ReadTablesOptions, type SheetReading } from "./read-tables.ts";
