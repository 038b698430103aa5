import type { ExcelCapabilities } from "./capabilities.ts";

/** Runs a batch in Excel: Excel.run, or what a test puts in its place. */
export type ExcelRunner = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** Excel.run; where the host can, everything a run writes is one step of the user's undo list. */
export function createExcelRunner(capabilities: ExcelCapabilities): ExcelRunner {
  if (capabilities.undo === "one-step")
    return (batch) => Excel.run({ mergeUndoGroup: true }, batch);
  return (batch) => Excel.run(batch);
}
