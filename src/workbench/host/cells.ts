import { isCellError } from "../../core/index.ts";
import type { Area, CellValue } from "../../core/index.ts";
import type { CellInput } from "../engine/engine.ts";
import { invalidArgument } from "./host-error.ts";
import type { RangeState } from "./model.ts";
import { requireUnprotected } from "./sheets.ts";
import { readTyped } from "./typed-text.ts";
import { isList } from "./wire.ts";
import type { Json } from "./wire.ts";

/** Excel answers no more cells than this in one read. */
const MAX_CELLS_READ = 5_000_000;

/** Refuses to read a range without end (a whole sheet, whole columns). */
export function requireReadable(area: Area, location: string): void {
  if (area.rows * area.columns > MAX_CELLS_READ)
    throw invalidArgument(location, "The range has too many cells to be read.");
}

/** Blank cells are "" on the wire, errors their text. */
export function toWireValue(value: CellValue): Json {
  if (value === null) return "";
  return isCellError(value) ? value.error : value;
}

export function toValueType(value: CellValue): string {
  if (value === null) return "Empty";
  if (isCellError(value)) return "Error";
  if (typeof value === "number") return "Double";
  return typeof value === "boolean" ? "Boolean" : "String";
}

/**
 * Writes what came over the wire for a range's values or formulas: a value for all cells, or a grid of the range's
 * size; null leaves a cell alone.
 */
export function writeTyped(state: RangeState, value: Json, location: string): void {
  requireUnprotected(state, location);
  const { engine, settings } = state.world;
  const grid = toGrid(state.area, value, location);
  const formats = engine.readNumberFormats(state.sheet, state.area);
  const newFormats: (string | null)[][] = [];
  const inputs = grid.map((row, r) => {
    newFormats.push([]);
    return row.map((item, c): CellInput | null => {
      if (item === null) return null;
      const format = formats[r]?.[c] ?? "General";
      const typed = readTyped(item, format, settings.today);
      if (typed.numberFormat !== undefined && format === "General")
        (newFormats[r] ??= [])[c] = typed.numberFormat;
      return typed.input;
    });
  });
  engine.writeCells(state.sheet, state.area, inputs, "api");
  if (newFormats.some((row) => row.length > 0)) {
    const padded = grid.map((row, r) => row.map((_, c) => newFormats[r]?.[c] ?? null));
    engine.writeNumberFormats(state.sheet, state.area, padded);
  }
}

export function writeNumberFormats(state: RangeState, value: Json, location: string): void {
  requireUnprotected(state, location);
  const grid = toGrid(state.area, value, location);
  const formats = grid.map((row) =>
    row.map((item) => {
      if (item === null || typeof item === "string") return item;
      throw invalidArgument(location, "A number format is a text.");
    })
  );
  state.world.engine.writeNumberFormats(state.sheet, state.area, formats);
}

function toGrid(area: Area, value: Json, location: string): Json[][] {
  if (!isList(value)) return fill(area, value, location);
  const first = value[0];
  if (value.length === 1 && isList(first) && first.length === 1)
    return fill(area, first[0] ?? null, location);
  const fits =
    value.length === area.rows && value.every((row) => isList(row) && row.length === area.columns);
  if (!fits)
    throw invalidArgument(
      location,
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range."
    );
  return value.map((row) => (isList(row) ? [...row] : []));
}

function fill(area: Area, value: Json, location: string): Json[][] {
  requireReadable(area, location);
  return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => value));
}
