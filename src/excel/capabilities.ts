/** Office.context.requirements.isSetSupported, handed in by the root. */
export type SetProbe = (set: string, version: string) => boolean;

/** What the host can do beyond the base the manifest asks for (ExcelApi 1.9). */
export interface ExcelCapabilities {
  /** Newest ExcelApi set the host announces, "1.9" or later; "0" below 1.1. */
  readonly excelApi: string;
  /** Whether a run that writes several times can be undone in one step. */
  readonly undo: "one-step" | "host-decides";
  readonly customFunctions: "available" | "missing";
  /** Whether commands and functions share the pane's runtime. */
  readonly runtime: "shared" | "separate";
  readonly shortcuts: "available" | "missing";
}

const NEWEST_PROBED = 20;

export function readCapabilities(isSetSupported: SetProbe): ExcelCapabilities {
  let newest = 0;
  for (let minor = 1; minor <= NEWEST_PROBED; minor++) {
    if (isSetSupported("ExcelApi", `1.${minor}`)) newest = minor;
  }
  return {
    excelApi: newest === 0 ? "0" : `1.${newest}`,
    undo: newest >= 20 ? "one-step" : "host-decides",
    customFunctions: isSetSupported("CustomFunctionsRuntime", "1.1") ? "available" : "missing",
    runtime: isSetSupported("SharedRuntime", "1.1") ? "shared" : "separate",
    shortcuts: isSetSupported("KeyboardShortcuts", "1.1") ? "available" : "missing",
  };
}
