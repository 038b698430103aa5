import type { Address, Area, CellValue, Result, WorkbookPort } from "../../core/index.ts";

/** What the host says of itself; a self-test tries it all the same, as such answers have been wrong. */
export interface HostAbilities {
  /** Newest ExcelApi set announced; "0" below 1.1. */
  readonly excelApi: string;
  readonly undo: "one-step" | "host-decides";
  readonly customFunctions: "available" | "missing";
  readonly runtime: "shared" | "separate";
  readonly shortcuts: "available" | "missing";
}

export interface WorkbookOutline {
  readonly sheets: readonly { readonly name: string; readonly isProtected: boolean }[];
  readonly structure: "open" | "protected";
}

/** Cells as they stand: error values as { error }, blank cells as null; a formula where one was typed. */
export interface CellGrids {
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly (string | null)[])[];
}

/** A text kept under a key. Reading gives null where nothing is kept. */
export interface TextStore {
  put(key: string, text: string): Promise<Result<null>>;
  read(key: string): Promise<Result<string | null>>;
  remove(key: string): Promise<Result<null>>;
}

type Stop = () => Promise<void>;

/** Everything a self-test asks of a host: the port as the product uses it, and small looks at single things. */
export interface SelfTestHost {
  readonly port: Pick<WorkbookPort, "apply">;
  abilities(): HostAbilities;
  outline(): Promise<Result<WorkbookOutline>>;
  readCells(sheet: string, area: Area): Promise<Result<CellGrids>>;
  /** Formulas of the conditional formats of ours on a sheet. */
  readFlags(sheet: string): Promise<Result<readonly string[]>>;
  readSelection(): Promise<Result<Address>>;
  watchEdits(listener: (sheet: string) => void): Promise<Result<Stop>>;
  watchSelection(listener: (selection: Address) => void): Promise<Result<Stop>>;
  readonly settings: TextStore;
  readonly parts: TextStore;
  /** Tells what arrives at a custom function, as it arrives; nothing where functions run elsewhere. */
  watchArguments(listener: (args: readonly unknown[]) => void): () => void;
  pause(milliseconds: number): Promise<void>;
  now(): Date;
}
