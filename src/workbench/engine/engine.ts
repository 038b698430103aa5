import type { Area, CellRef, CellValue } from "../../core/index.ts";
import type { SavePlan } from "./save-plan.ts";

/**
 * The spreadsheet behind the emulated host, as the host sees it. One module (univer.ts) implements it in Node and in the
 * browser; nothing else of the workbench knows which spreadsheet it is.
 * Rows and columns count from 0. Sheets are named by a stable id, which does not change with the name.
 */
export interface Engine {
  readonly workbookName: string;
  sheets(): readonly EngineSheet[];
  addSheet(name: string): EngineSheet;
  removeSheet(id: string): void;
  activeSheet(): string;
  activate(id: string): void;
  selection(): { readonly sheet: string; readonly area: Area };
  /** Selects, makes the sheet active and scrolls there. */
  select(id: string, area: Area): void;

  /** The smallest area that holds every filled (with `formatted`: or formatted) cell, or null for an empty sheet. */
  usedArea(id: string, what?: "filled" | "formatted"): Area | null;
  /** Raw values, never display values; null is blank; includes spilled children. */
  readValues(id: string, area: Area): CellValue[][];
  /** With leading =; null where typed. Children of a spill are null. */
  readFormulas(id: string, area: Area): (string | null)[][];
  /** What the formulas of a sheet spill over, each formula's own cell first. */
  spills(id: string): readonly Area[];
  /** Format codes; "General" where none. */
  readNumberFormats(id: string, area: Area): string[][];
  /** As displayed. */
  readText(id: string, area: Area): string[][];
  /** null leaves a cell as it is. One undo step and one change event for the whole call. */
  writeCells(
    id: string,
    at: CellRef,
    cells: readonly (readonly (CellInput | null)[])[],
    origin: EditOrigin
  ): void;
  writeNumberFormats(
    id: string,
    at: CellRef,
    formats: readonly (readonly (string | null)[])[]
  ): void;
  /** Contents, formats or both. */
  clear(id: string, area: Area, what: "contents" | "formats" | "all", origin: EditOrigin): void;
  readFormat(id: string, cell: CellRef): EngineFormat;
  writeFormat(id: string, area: Area, format: Partial<EngineFormat>): void;
  /** Width in points, as Office.js counts it. */
  setColumnWidth(id: string, column: number, points: number): void;
  freezeRows(id: string, rows: number): void;
  hiddenRows(id: string): ReadonlySet<number>;
  hiddenColumns(id: string): ReadonlySet<number>;
  setProtected(id: string, isProtected: boolean): void;

  /** In order of priority, first wins. */
  conditionalFormats(id: string): readonly EngineConditionalFormat[];
  /** A new rule comes first in priority. Gives its id. */
  addConditionalFormat(id: string, format: NewConditionalFormat): string;
  removeConditionalFormat(id: string, formatId: string): void;
  /** What conditional formats make of a cell right now: the rules that apply, first in priority first. For tests. */
  appliedConditionalFormats(id: string, cell: CellRef): Promise<readonly string[]>;

  /** Tables (ListObjects); left out by a spreadsheet that has none. */
  tables?(): readonly EngineTable[];
  definedNames(): readonly EngineName[];
  /** Has a name there is say another formula. `sheet` is the id of the one it is limited to. */
  setDefinedName(name: string, sheet: string | null, formula: string): void;
  calculationMode(): "automatic" | "manual";
  setCalculationMode(mode: "automatic" | "manual"): void;
  /** Resolves when every pending calculation (custom functions included) has been applied. */
  settled(): Promise<void>;

  /** Custom functions: names (upper case) and the one that computes them. Calls show #BUSY! until answered. */
  setFunctions(names: readonly string[], call: FunctionCall): void;

  /** Ours or the user's edits, after they were made. Formula results are not edits. */
  onEdit(listener: (edit: EngineEdit) => void): () => void;
  onSelection(listener: (sheet: string, area: Area) => void): () => void;
  onActivate(listener: (sheet: string) => void): () => void;
  /** Whether the user is typing in a cell right now. */
  isEditing(): boolean;
  dispose(): void;
}

/** An engine that knows what became of the file it was opened with. */
export interface SavableEngine extends Engine {
  /** What to do to the opened file to save what there is now. `part` is our XML part as it stands; null for none. */
  planSave(part: string | null): SavePlan;
  /** Takes the last step back, as the user's Ctrl+Z does. */
  undo(): Promise<void>;
  /** As the user's menu does: rows (from 0) before which `count` empty ones come, or of which `count` go. */
  insertRows(id: string, row: number, count: number): void;
  deleteRows(id: string, row: number, count: number): void;
  /** Calculates everything, in manual mode too, as the user's F9 does. */
  calculateNow(): void;
}

export interface EngineTable {
  readonly name: string;
  /** The id of its sheet. */
  readonly sheet: string;
  readonly area: Area;
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
}

export interface EngineName {
  readonly name: string;
  /** With leading =. */
  readonly formula: string;
  /** Id of the sheet the name is limited to, or null for the workbook. */
  readonly sheet: string | null;
}

export interface EngineSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  readonly isProtected: boolean;
}

export type CellInput =
  | { readonly kind: "value"; readonly value: CellValue }
  | { readonly kind: "formula"; readonly formula: string };

export type EditOrigin = "user" | "api";

export interface EngineEdit {
  readonly sheet: string;
  readonly area: Area;
  readonly origin: EditOrigin;
  readonly change:
    "edited" | "rows-inserted" | "rows-deleted" | "columns-inserted" | "columns-deleted";
}

export interface EngineFormat {
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly wrap: boolean;
  readonly horizontal: "general" | "left" | "center" | "right";
}

/** A rule by formula is known in full; other kinds (scales, bars, …) are kept and shown, but only told by their type. */
export interface EngineConditionalFormat {
  readonly id: string;
  readonly type: "custom" | "cell-value" | "color-scale" | "data-bar" | "icon-set" | "other";
  readonly areas: readonly Area[];
  /** With leading =, for custom rules; null for the others. */
  readonly formula: string | null;
  readonly stopIfTrue: boolean;
}

export interface NewConditionalFormat {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly look: ConditionalLook;
}

/** #RRGGBB or null for "as the cell has it". */
export interface ConditionalLook {
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
  readonly border: { readonly color: string; readonly style: "continuous" | "dot" | "dash" } | null;
}

/** Arguments as Excel passes them: a scalar, or a 2-D array for a range; null is omitted or blank. */
export type FunctionCall = (call: {
  readonly name: string;
  readonly args: readonly (CellValue | CellValue[][])[];
  readonly sheet: string;
  readonly cell: CellRef;
}) => Promise<CellValue | CellValue[][]>;
