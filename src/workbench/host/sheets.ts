import { MAX_COLUMNS, MAX_ROWS, parseArea } from "../../core/index.ts";
import type { Area } from "../../core/index.ts";
import type { EngineSheet } from "../engine/engine.ts";
import { accessDenied, HostError, invalidArgument } from "./host-error.ts";
import type { SheetState, World } from "./model.ts";

/** A sheet by id or name; names are the same in either case. */
export function findSheet(world: World, key: string): EngineSheet | undefined {
  const lower = key.toLowerCase();
  return world.engine
    .sheets()
    .find((sheet) => sheet.id === key || sheet.name.toLowerCase() === lower);
}

/** The sheet an object stands on; an error where it has been deleted. */
export function sheetOf(state: SheetState, location: string): EngineSheet {
  const sheet = state.world.engine.sheets().find(({ id }) => id === state.sheet);
  if (sheet === undefined)
    throw new HostError("InvalidReference", "The sheet of this object is gone.", location);
  return sheet;
}

/** Everything that changes a protected sheet is refused. */
export function requireUnprotected(state: SheetState, location: string): void {
  if (sheetOf(state, location).isProtected) throw accessDenied(location);
}

/** Sheets come and go only where the structure of the workbook is not locked. */
export function requireOpenStructure(world: World, location: string): void {
  if (world.settings.structure === "protected") throw accessDenied(location);
}

const FORBIDDEN = /[:\\/?*[\]]/;

/** Excel's rules for the name of a sheet. */
export function checkSheetName(world: World, name: string, location: string): void {
  const isValid =
    name.length > 0 &&
    name.length <= 31 &&
    !FORBIDDEN.test(name) &&
    !name.startsWith("'") &&
    !name.endsWith("'") &&
    name.toLowerCase() !== "history";
  if (!isValid) throw invalidArgument(location, `"${name}" cannot be the name of a sheet.`);
  if (findSheet(world, name) !== undefined)
    throw new HostError(
      "ItemAlreadyExists",
      "A resource with the same name or identifier already exists.",
      location
    );
}

export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** Reads an address of this sheet: A1, A1:B2, A:C, 1:3, with or without the sheet's own name; nothing is all of it. */
export function readAddress(state: SheetState, address: string | null, location: string): Area {
  if (address === null || address === "") return WHOLE_SHEET;
  const bang = address.lastIndexOf("!");
  if (bang >= 0) {
    const named = address.slice(0, bang).replace(/^'(.*)'$/s, "$1");
    const own = sheetOf(state, location).name;
    if (named.replaceAll("''", "'").toLowerCase() !== own.toLowerCase())
      throw invalidArgument(location, `${address} is not on the sheet ${own}.`);
  }
  const local = address.slice(bang + 1).replaceAll("$", "");
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(local);
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(local);
  const area =
    columns !== null
      ? parseArea(`${columns[1] ?? ""}1:${columns[2] ?? ""}${MAX_ROWS}`)
      : rows !== null
        ? parseArea(`A${rows[1] ?? ""}:XFD${rows[2] ?? ""}`)
        : parseArea(local);
  if (area === undefined) throw invalidArgument(location, `${address} is not an address.`);
  return area;
}

/** A range may not leave the sheet. */
export function checkArea(area: Area, location: string): Area {
  const fits =
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    area.row + area.rows <= MAX_ROWS &&
    area.column + area.columns <= MAX_COLUMNS;
  if (!fits) throw invalidArgument(location, "The range is outside the sheet.");
  return area;
}
