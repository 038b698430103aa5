import type { Address, Area, CellValue, Result } from "../core/index.ts";
import { isMarkedFormula } from "../core/index.ts";
import { toResult } from "./failure.ts";
import { openExcelPort } from "./excel-port.ts";
import { appendRows } from "./read/cells.ts";
import type { SheetGrids } from "./read/cells.ts";
import type { ExcelRunner } from "./runner.ts";
import { readSelection, watchEdits, watchSelection } from "./selection.ts";

/** What the self-test uses of Excel: the port, the events, and small looks that no other action asks for by itself. */
export function openSelfTest(run: ExcelRunner) {
  return {
    port: openExcelPort(run),
    outline: () => readOutline(run),
    readCells: (sheet: string, area: Area) => readCells(run, sheet, area),
    readFlags: (sheet: string) => readFlagFormulas(run, sheet),
    readSelection: () => readSelection(run),
    watchEdits: (listener: (sheet: string) => void) =>
      watchEdits(
        run,
        ({ sheet }) => {
          listener(sheet);
        },
        leaveIt
      ),
    watchSelection: (listener: (selection: Address) => void) =>
      watchSelection(run, listener, leaveIt),
    settings: boundTo(run, settingsInExcel),
    parts: boundTo(run, partsInExcel),
  };
}

/** An event that cannot be read is an event that was not heard, which the self-test tells. */
function leaveIt(): void {
  // As said.
}

interface TextStore {
  put(run: ExcelRunner, key: string, text: string): Promise<Result<null>>;
  read(run: ExcelRunner, key: string): Promise<Result<string | null>>;
  remove(run: ExcelRunner, key: string): Promise<Result<null>>;
}

function boundTo(run: ExcelRunner, store: TextStore) {
  return {
    put: (key: string, text: string) => store.put(run, key, text),
    read: (key: string) => store.read(run, key),
    remove: (key: string) => store.remove(run, key),
  };
}

interface Outline {
  readonly sheets: readonly { readonly name: string; readonly isProtected: boolean }[];
  readonly structure: "open" | "protected";
}

/** The sheets, and what is protected. */
function readOutline(run: ExcelRunner): Promise<Result<Outline>> {
  return toResult(
    run(async (context) => {
      const { worksheets, protection } = context.workbook;
      worksheets.load("items/name");
      protection.load("protected");
      await context.sync();
      for (const sheet of worksheets.items) sheet.protection.load("protected");
      await context.sync();
      return {
        sheets: worksheets.items.map((sheet) => ({
          name: sheet.name,
          isProtected: sheet.protection.protected,
        })),
        structure: protection.protected ? ("protected" as const) : ("open" as const),
      };
    })
  );
}

/** A few cells of a sheet, as a book holds them. */
function readCells(
  run: ExcelRunner,
  sheet: string,
  { row, column, rows, columns }: Area
): Promise<Result<{ values: CellValue[][]; formulas: (string | null)[][] }>> {
  return toResult(
    run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      const range = worksheet.getRangeByIndexes(row, column, rows, columns);
      range.load("values,formulas,numberFormat,valueTypes");
      await context.sync();
      const grids: SheetGrids = { values: [], formulas: [], numberFormats: [] };
      appendRows(grids, range);
      return grids;
    })
  );
}

/** Formulas of the conditional formats of ours on a sheet. */
function readFlagFormulas(run: ExcelRunner, sheet: string): Promise<Result<readonly string[]>> {
  return toResult(
    run(async (context) => {
      const formats = context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats;
      formats.load("items/id,items/type");
      await context.sync();
      const rules = formats.items
        .filter(({ type }) => type === "Custom")
        .map(({ custom }) => custom.rule);
      for (const rule of rules) rule.load("formula");
      if (rules.length > 0) await context.sync();
      return rules.map(({ formula }) => formula).filter(isMarkedFormula);
    })
  );
}

/** workbook.settings: a text by its key. */
const settingsInExcel: TextStore = {
  put: (run, key, text) =>
    toResult(
      run(async (context) => {
        context.workbook.settings.add(key, text);
        await context.sync();
        return null;
      })
    ),
  read: (run, key) =>
    toResult(
      run(async (context) => {
        const setting = context.workbook.settings.getItemOrNullObject(key);
        setting.load("value");
        await context.sync();
        return setting.isNullObject ? null : String(setting.value);
      })
    ),
  remove: (run, key) =>
    toResult(
      run(async (context) => {
        const setting = context.workbook.settings.getItemOrNullObject(key);
        await context.sync();
        if (!setting.isNullObject) setting.delete();
        await context.sync();
        return null;
      })
    ),
};

/** Custom XML parts with a namespace made of the key: never the part the workbook keeps for us. */
const partsInExcel: TextStore = {
  put: (run, key, text) =>
    toResult(
      run(async (context) => {
        context.workbook.customXmlParts.add(`<self-test xmlns="urn:${key}">${text}</self-test>`);
        await context.sync();
        return null;
      })
    ),
  read: (run, key) =>
    toResult(
      run(async (context) => {
        const [first] = await findParts(context, key);
        if (first === undefined) return null;
        const xml = first.getXml();
        await context.sync();
        // eslint-disable-next-line office-addins/load-object-before-read -- what a method gives is there after the sync
        return />([^<]*)<\/self-test>\s*$/.exec(xml.value)?.[1] ?? "";
      })
    ),
  remove: (run, key) =>
    toResult(
      run(async (context) => {
        for (const part of await findParts(context, key)) part.delete();
        await context.sync();
        return null;
      })
    ),
};

async function findParts(
  context: Excel.RequestContext,
  key: string
): Promise<readonly Excel.CustomXmlPart[]> {
  const parts = context.workbook.customXmlParts;
  parts.load("items/id,items/namespaceUri");
  await context.sync();
  return parts.items.filter(({ namespaceUri }) => namespaceUri === `urn:${key}`);
}
