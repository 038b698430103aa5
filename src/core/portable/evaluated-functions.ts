import type { Area, CellRef } from "../workbook/address.ts";
import type { ArgumentValue, CellPlace } from "./cell-arguments.ts";

/** What an expression comes to: cells, as long as it is a reference, or a value. */
export type Evaluated =
  ({ readonly kind: "cells" } & CellPlace) | { readonly kind: "value"; readonly value: unknown };

export interface Place {
  /** The formula's own cell. */
  readonly at: CellRef | null;
  readonly find: (text: string) => CellPlace | undefined;
  readonly values: (evaluated: Evaluated) => ArgumentValue;
}

/** An argument left out is null. undefined where Excel alone knows. */
type Compute = (args: readonly (Evaluated | null)[], place: Place) => Evaluated | undefined;

/** The functions people use to find a name or a range in a sheet. */
export const WORKSHEET_FUNCTIONS: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  ["OFFSET", offset],
  ["INDEX", index],
  ["INDIRECT", indirect],
  ["MATCH", match],
  ["VLOOKUP", vlookup],
  ["CHOOSE", choose],
  ["IF", decide],
  ["IFERROR", otherwise],
  ["ROW", (args, place) => lineOf(args, place, "row")],
  ["COLUMN", (args, place) => lineOf(args, place, "column")],
  ["ROWS", ([cells]) => (cells?.kind === "cells" ? valued(cells.area.rows) : undefined)],
  ["COLUMNS", ([cells]) => (cells?.kind === "cells" ? valued(cells.area.columns) : undefined)],
  ["COUNTA", counta],
  ["TRIM", ofText((text) => text.replace(/ +/gu, " ").replace(/^ | $/gu, ""))],
  ["T", ofText((text) => text)],
  ["CLEAN", ofText((text) => text.replace(/[\u0000-\u001f]/gu, ""))],
  ["LEN", ofText((text) => text.length)],
  ["LEFT", ofText((text, count = 1) => text.slice(0, count))],
  ["RIGHT", ofText((text, count = 1) => (count === 0 ? "" : text.slice(-count)))],
  ["MID", ofText((text, from = 1, count = 0) => text.slice(from - 1, from - 1 + count))],
  ["SUBSTITUTE", substitute],
  ["CONCATENATE", concatenate],
  ["CONCAT", concatenate],
]);

function valued(value: unknown): Evaluated {
  return { kind: "value", value };
}

function single(argument: Evaluated | null | undefined, { values }: Place): unknown {
  if (argument === null || argument === undefined) return null;
  const { value } = values(argument);
  return Array.isArray(value) ? undefined : value;
}

function numberOf(
  argument: Evaluated | null | undefined,
  place: Place,
  otherwise: number
): number | undefined {
  const value = single(argument, place);
  if (value === null) return otherwise;
  return typeof value === "number" ? Math.trunc(value) : undefined;
}

function offset(args: readonly (Evaluated | null)[], place: Place): Evaluated | undefined {
  const [from, down, across, height, width] = args;
  if (from?.kind !== "cells") return undefined;
  const { row, column, rows, columns } = from.area;
  const sizes = [numberOf(height, place, rows), numberOf(width, place, columns)];
  const moves = [numberOf(down, place, 0), numberOf(across, place, 0)];
  const [rowsNow, columnsNow] = sizes;
  const [by, right] = moves;
  if (rowsNow === undefined || columnsNow === undefined) return undefined;
  if (by === undefined || right === undefined) return undefined;
  return within(from, {
    row: row + by,
    column: column + right,
    rows: rowsNow,
    columns: columnsNow,
  });
}

function within(from: CellPlace, area: Area): Evaluated | undefined {
  const isThere = area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0;
  const isSensible = area.rows * area.columns <= 100_000;
  return isThere && isSensible ? { kind: "cells", sheet: from.sheet, area } : undefined;
}

/** 0 or left out: the whole row or column. */
function index(args: readonly (Evaluated | null)[], place: Place): Evaluated | undefined {
  const [from, first, second] = args;
  if (from?.kind !== "cells" || args.length > 3) return undefined;
  const { area } = from;
  const isAcross = area.rows === 1 && args.length === 2;
  const row = isAcross ? 1 : numberOf(first, place, 0);
  const column = isAcross ? numberOf(first, place, 0) : numberOf(second, place, 0);
  if (row === undefined || column === undefined) return undefined;
  if (row < 0 || column < 0 || row > area.rows || column > area.columns) return undefined;
  return within(from, {
    row: area.row + Math.max(0, row - 1),
    column: area.column + Math.max(0, column - 1),
    rows: row === 0 ? area.rows : 1,
    columns: column === 0 ? area.columns : 1,
  });
}

function indirect(args: readonly (Evaluated | null)[], place: Place): Evaluated | undefined {
  const text = single(args[0], place);
  if (typeof text !== "string" || args.length !== 1) return undefined;
  const found = place.find(text);
  return found === undefined ? undefined : { kind: "cells", ...found };
}

function match(args: readonly (Evaluated | null)[], place: Place): Evaluated | undefined {
  const [wanted, among, kind] = args;
  if (among?.kind !== "cells" || numberOf(kind, place, 1) !== 0) return undefined;
  const { rows, columns } = among.area;
  if (rows > 1 && columns > 1) return undefined;
  const found = findEqual(single(wanted, place), cellsOf(among, place).flat());
  return found === undefined ? undefined : valued(found + 1);
}

function vlookup(args: readonly (Evaluated | null)[], place: Place): Evaluated | undefined {
  const [wanted, among, column, isNear] = args;
  if (among?.kind !== "cells" || args.length !== 4) return undefined;
  const near = single(isNear, place);
  const picked = numberOf(column, place, 0) ?? 0;
  if ((near !== false && near !== 0 && near !== null) || picked < 1) return undefined;
  if (picked > among.area.columns) return undefined;
  const keys = cellsOf(among, place).map(([key]) => key);
  const found = findEqual(single(wanted, place), keys);
  if (found === undefined) return undefined;
  const { row, column: first } = among.area;
  return within(among, { row: row + found, column: first + picked - 1, rows: 1, columns: 1 });
}

function cellsOf(cells: Evaluated, { values }: Place): readonly (readonly unknown[])[] {
  const { value } = values(cells);
  return Array.isArray(value) ? (value as readonly (readonly unknown[])[]) : [[value]];
}

/** As MATCH(…,0) finds it; not with its wildcards. */
function findEqual(wanted: unknown, among: readonly unknown[]): number | undefined {
  if (typeof wanted === "string" ? /[*?~]/u.test(wanted) : typeof wanted !== "number") {
    return undefined;
  }
  const key = typeof wanted === "string" ? wanted.toLowerCase() : wanted;
  const found = among.findIndex(
    (one) => (typeof one === "string" ? one.toLowerCase() : one) === key
  );
  return found < 0 ? undefined : found;
}

function choose(args: readonly (Evaluated | null)[], place: Place): Evaluated | undefined {
  const which = numberOf(args[0], place, 0) ?? 0;
  return which < 1 ? undefined : (args[which] ?? undefined);
}

function decide(args: readonly (Evaluated | null)[], place: Place): Evaluated | undefined {
  const test = single(args[0], place);
  if (typeof test !== "boolean" && typeof test !== "number") return undefined;
  const isTrue = test === true || (typeof test === "number" && test !== 0);
  return (isTrue ? args[1] : args[2]) ?? undefined;
}

function otherwise(args: readonly (Evaluated | null)[], place: Place): Evaluated | undefined {
  const value = single(args[0], place);
  const isError = typeof value === "string" && /^#[A-Z/0]+[!?A]$/u.test(value);
  return (isError ? args[1] : args[0]) ?? undefined;
}

function lineOf(
  [cells]: readonly (Evaluated | null)[],
  { at }: Place,
  line: "row" | "column"
): Evaluated | undefined {
  if (cells === undefined) return at === null ? undefined : valued(at[line] + 1);
  const isOne = cells?.kind === "cells" && cells.area.rows * cells.area.columns === 1;
  return isOne ? valued(cells.area[line] + 1) : undefined;
}

function counta(args: readonly (Evaluated | null)[], place: Place): Evaluated | undefined {
  const cells = args.flatMap((one) => (one === null ? [] : cellsOf(one, place).flat()));
  return valued(cells.filter((value) => value !== null && value !== undefined).length);
}

function ofText(
  compute: (text: string, ...numbers: readonly (number | undefined)[]) => string | number
): Compute {
  return ([first, ...rest], place) => {
    const text = single(first, place);
    const numbers = rest.map((one) => numberOf(one, place, 0));
    if (typeof text !== "string" || numbers.some((one) => one === undefined || one < 0)) {
      return undefined;
    }
    return valued(compute(text, ...numbers));
  };
}

function substitute(args: readonly (Evaluated | null)[], place: Place): Evaluated | undefined {
  const [text, before, after] = args.map((one) => single(one, place));
  if (args.length !== 3 || typeof text !== "string" || typeof before !== "string") return undefined;
  if (typeof after !== "string" || before === "") return undefined;
  return valued(text.replaceAll(before, () => after));
}

function concatenate(args: readonly (Evaluated | null)[], place: Place): Evaluated | undefined {
  const texts = args.flatMap((one) => (one === null ? [] : cellsOf(one, place).flat()));
  return texts.every((text) => typeof text === "string") ? valued(texts.join("")) : undefined;
}
