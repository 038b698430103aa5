import { parseArea } from "../../core/index.ts";
import type { CellValue } from "../../core/index.ts";
import type { EngineConditionalFormat, EngineSheet } from "../engine/engine.ts";
import type { RequestRecord } from "../host/host-options.ts";
import type { OpenWorkbook, Saved } from "./open-workbook.ts";

/**
 * `window.zoneCheckWorkbench`: how browser tests look into the workbench. It sees and does what a user can; nothing of
 * the add-in goes through it. Sheets are named as on their tabs, places in A1 notation. Where a workbook is still
 * opening, everything waits for it. Calls throw where a sheet or a place does not exist.
 */
export interface TestDoor {
  /** Resolves when a workbook is on the screen and calculated, and the add-in has been quiet for a moment. */
  idle(): Promise<void>;
  workbookName(): string;
  sheets(): readonly EngineSheet[];
  /** Raw values, after every pending calculation. */
  values(sheet: string, a1: string): Promise<CellValue[][]>;
  formulas(sheet: string, a1: string): (string | null)[][];
  text(sheet: string, a1: string): Promise<string[][]>;
  /** The rules of a sheet, first in priority first. */
  conditionalFormats(sheet: string): readonly EngineConditionalFormat[];
  /** Those of them that paint a cell now, first in priority first. */
  painted(sheet: string, a1: string): Promise<readonly EngineConditionalFormat[]>;
  /** Selected by the test, as if clicked. */
  select(sheet: string, a1: string): void;
  selection(): { readonly sheet: string; readonly row: number; readonly column: number };
  /** Types into a cell as the user would: text with = is a formula, a number a number; an edit event follows. */
  type(sheet: string, a1: string, text: string): void;
  undo(): Promise<void>;
  /** Requests of the add-in since the workbook was opened. */
  requests(): readonly RequestRecord[];
  /** What “save” would download. */
  save(): Promise<Saved>;
  /** The file as it was opened. */
  original(): Uint8Array;
  isPaneOpen(): boolean;
}

declare global {
  interface Window {
    zoneCheckWorkbench?: TestDoor;
  }
}

const QUIET_MS = 150;

/** `current` gives the workbook on the screen; null while none is. */
export function createTestDoor(
  current: () => OpenWorkbook | null,
  isPaneOpen: () => boolean
): TestDoor {
  const workbook = (): OpenWorkbook => {
    const open = current();
    if (open === null) throw new Error("no workbook is open");
    return open;
  };
  const sheetId = (name: string): string => {
    const sheet = workbook()
      .engine.sheets()
      .find((candidate) => candidate.name === name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet.id;
  };
  const place = (a1: string) => {
    const area = parseArea(a1);
    if (area === undefined) throw new Error(`${a1} is no place`);
    return area;
  };
  const idle = async (): Promise<void> => {
    while (current() === null) await pause(QUIET_MS);
    // Quiet for a while: a request may follow from the answer before it.
    for (let seen = -1; seen !== workbook().requests.length;) {
      seen = workbook().requests.length;
      await workbook().engine.settled();
      await pause(QUIET_MS);
    }
  };
  return {
    idle,
    workbookName: () => workbook().name,
    sheets: () => workbook().engine.sheets(),
    values: async (sheet, a1) => {
      await workbook().engine.settled();
      return workbook().engine.readValues(sheetId(sheet), place(a1));
    },
    formulas: (sheet, a1) => workbook().engine.readFormulas(sheetId(sheet), place(a1)),
    text: async (sheet, a1) => {
      await workbook().engine.settled();
      return workbook().engine.readText(sheetId(sheet), place(a1));
    },
    conditionalFormats: (sheet) => workbook().engine.conditionalFormats(sheetId(sheet)),
    painted: async (sheet, a1) => {
      const { engine } = workbook();
      const ids = await engine.appliedConditionalFormats(sheetId(sheet), place(a1));
      const rules = engine.conditionalFormats(sheetId(sheet));
      return ids.flatMap((id) => rules.filter((rule) => rule.id === id));
    },
    select: (sheet, a1) => {
      workbook().engine.select(sheetId(sheet), place(a1));
    },
    selection: () => {
      const { engine } = workbook();
      const { sheet, area } = engine.selection();
      const name = engine.sheets().find(({ id }) => id === sheet)?.name ?? "";
      return { sheet: name, row: area.row, column: area.column };
    },
    type: (sheet, a1, text) => {
      const number = Number(text);
      const value = text === "" ? null : Number.isNaN(number) ? text : number;
      const cell = text.startsWith("=")
        ? ({ kind: "formula", formula: text } as const)
        : ({ kind: "value", value } as const);
      workbook().engine.writeCells(sheetId(sheet), place(a1), [[cell]], "user");
    },
    undo: () => workbook().engine.undo(),
    requests: () => workbook().requests,
    save: () => workbook().save(),
    original: () => workbook().bytes,
    isPaneOpen,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
