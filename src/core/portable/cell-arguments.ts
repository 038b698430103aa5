import { parseA1Ref } from "@borgar/fx";
import type { Area } from "../workbook/address.ts";
import type { Book, CellValue, Sheet } from "../workbook/book.ts";
import { cellAt, findSheet, isCellError } from "../workbook/book.ts";

/** What an argument's text stands for, as a host would hand it over: a value, or a grid of them. */
export interface ArgumentValue {
  readonly value: unknown;
}

const LARGEST_RANGE = 100_000;

/** Reads literals and references to cells of the book; undefined for anything that would have to be calculated. */
export function readArgument(text: string, book: Book, home: Sheet): ArgumentValue | undefined {
  if (text === "") return { value: null };
  if (/^[+-]?\d+(?:\.\d+)?$/u.test(text)) return { value: Number(text) };
  if (/^"(?:[^"]|"")*"$/u.test(text)) return { value: text.slice(1, -1).replaceAll('""', '"') };
  if (/^(?:TRUE|FALSE)$/iu.test(text)) return { value: text.toUpperCase() === "TRUE" };
  const place = findPlace(text, book, home);
  if (place === undefined) return undefined;
  const { sheet, area } = place;
  const grid = Array.from({ length: area.rows }, (_row, r) =>
    Array.from({ length: area.columns }, (_column, c) =>
      asHostValue(cellAt(sheet, area.row + r, area.column + c).value)
    )
  );
  return { value: area.rows === 1 && area.columns === 1 ? grid[0]?.[0] : grid };
}

/** The cells a reference names; undefined for names, whole columns and other workbooks. */
export function findPlace(
  text: string,
  book: Book,
  home: Sheet
): { readonly sheet: Sheet; readonly area: Area } | undefined {
  const reference = parseA1Ref(text, { allowNamed: false, allowTernary: false });
  if (reference === undefined || !("range" in reference)) return undefined;
  const { top, left, bottom, right } = reference.range;
  const context = reference.context ?? [];
  if (context.length > 1) return undefined;
  const sheet = context[0] === undefined ? home : findSheet(book, context[0]);
  if (sheet === undefined) return undefined;
  if (typeof top !== "number" || typeof left !== "number") return undefined;
  const area = {
    row: top,
    column: left,
    rows: (bottom ?? top) - top + 1,
    columns: (right ?? left) - left + 1,
  };
  return area.rows * area.columns > LARGEST_RANGE ? undefined : { sheet, area };
}

function asHostValue(value: CellValue): unknown {
  return isCellError(value) ? value.error : value;
}
