import { parseA1Ref } from "@borgar/fx";
import type { Area, CellRef } from "../workbook/address.ts";
import type { Book, CellValue, Sheet } from "../workbook/book.ts";
import { cellAt, findSheet, isCellError } from "../workbook/book.ts";
import { findNamed } from "./names.ts";
import { findTableCells } from "./table-cells.ts";

/** What an argument's text stands for, as a host would hand it over: a value, or a grid of them. */
export interface ArgumentValue {
  readonly value: unknown;
}

export interface CellPlace {
  readonly sheet: Sheet;
  readonly area: Area;
}

const LARGEST_RANGE = 100_000;

/** Reads literals and references to cells of the book; undefined for anything that would have to be calculated. */
export function readArgument(
  text: string,
  book: Book,
  home: Sheet,
  at: CellRef | null = null
): ArgumentValue | undefined {
  if (text === "") return { value: null };
  if (/^[+-]?\d+(?:\.\d+)?$/u.test(text)) return { value: Number(text) };
  if (/^"(?:[^"]|"")*"$/u.test(text)) return { value: text.slice(1, -1).replaceAll('""', '"') };
  if (/^(?:TRUE|FALSE)$/iu.test(text)) return { value: text.toUpperCase() === "TRUE" };
  const place = findPlace(text, book, home, at);
  return place === undefined ? undefined : valuesAt(place);
}

/** What cells hold: the value of one, a grid of several. */
export function valuesAt({ sheet, area }: CellPlace): ArgumentValue {
  const grid = Array.from({ length: area.rows }, (_row, r) =>
    Array.from({ length: area.columns }, (_column, c) =>
      asHostValue(cellAt(sheet, area.row + r, area.column + c).value)
    )
  );
  return { value: area.rows === 1 && area.columns === 1 ? grid[0]?.[0] : grid };
}

/**
 * The cells a reference names, or a name of the workbook that says a reference; whole columns and rows as far as the sheet is
 * used. `at` is the formula's own cell, which [@完成] asks for. undefined for names of anything else and other workbooks.
 */
export function findPlace(
  text: string,
  book: Book,
  home: Sheet,
  at: CellRef | null = null
): CellPlace | undefined {
  const direct = findReference(text, book, home) ?? findTableCells(text, book, home, at);
  if (direct !== undefined || !NAME.test(text)) return direct;
  const named = findNamed(text, book, home)?.slice(1);
  // What a relative reference in a name means depends on the cell that asks.
  return named === undefined || !FIXED.test(named) ? undefined : findReference(named, book, home);
}

const NAME = /^(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const FIXED =
  /^(?:'(?:[^']|'')+'|[^'!]+)!(?:\$[A-Za-z]+)?(?:\$\d+)?(?::(?:\$[A-Za-z]+)?(?:\$\d+)?)?$/u;

function findReference(text: string, book: Book, home: Sheet): CellPlace | undefined {
  const reference = parseA1Ref(text, { allowNamed: false, allowTernary: false });
  if (reference === undefined || !("range" in reference)) return undefined;
  const context = reference.context ?? [];
  if (context.length > 1) return undefined;
  const sheet = context[0] === undefined ? home : findSheet(book, context[0]);
  if (sheet === undefined) return undefined;
  const { top, left, bottom, right } = reference.range;
  const used = usedEnd(sheet);
  const [row, column] = [top ?? 0, left ?? 0];
  const area = {
    row,
    column,
    rows: (bottom ?? (typeof top === "number" ? top : used.row)) - row + 1,
    columns: (right ?? (typeof left === "number" ? left : used.column)) - column + 1,
  };
  const isSensible = area.rows > 0 && area.columns > 0;
  return !isSensible || area.rows * area.columns > LARGEST_RANGE ? undefined : { sheet, area };
}

/** The last row and column that hold anything. */
function usedEnd({ origin, values }: Sheet): CellRef {
  return {
    row: origin.row + values.length - 1,
    column: origin.column + (values[0]?.length ?? 0) - 1,
  };
}

function asHostValue(value: CellValue): unknown {
  return isCellError(value) ? value.error : value;
}
