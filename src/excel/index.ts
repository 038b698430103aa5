/** What the roots take from here: the port, its runner, and what the pane hears from Excel. */
export { readCapabilities } from "./capabilities.ts";
export type { ExcelCapabilities, SetProbe } from "./capabilities.ts";
export { openExcelPort } from "./excel-port.ts";
export { readSelection, watchEdits, watchSelection } from "./selection.ts";
export type { CellEdit, StopWatching } from "./selection.ts";
export { createExcelRunner } from "./runner.ts";
export type { ExcelRunner } from "./runner.ts";
