import type { Address } from "../workbook/address.ts";
import type { Book, Sheet } from "../workbook/book.ts";
import type { ArgumentValue } from "./cell-arguments.ts";
import { findPlace, readArgument } from "./cell-arguments.ts";

/** An argument of a call, looked up in the book. */
export interface CallOperand {
  /** As it stands in the formula. */
  readonly text: string;
  /** The cells it points at; null for a literal, a name, or what has to be calculated. */
  readonly place: Address | null;
  /** hundredfold: written as cell*100, since a cell formatted as percent stores 0.17 where the sheets say 17. */
  readonly scale: "as-is" | "hundredfold";
  /** What a host would hand over; undefined where Excel alone can calculate it. */
  readonly input: ArgumentValue | undefined;
}

const HUNDREDFOLD = "*100";

/** Reads an argument: a literal, cells of the book, or cells times 100 as the insert form writes percents. */
export function readOperand(text: string, book: Book, home: Sheet): CallOperand {
  const isScaled = text.endsWith(HUNDREDFOLD);
  const bare = isScaled ? text.slice(0, -HUNDREDFOLD.length) : text;
  const found = findPlace(bare, book, home);
  const place = found === undefined ? null : { sheet: found.sheet.name, area: found.area };
  if (!isScaled) return { text, place, scale: "as-is", input: readArgument(text, book, home) };
  if (place === null) return { text, place, scale: "as-is", input: undefined };
  const input = readArgument(bare, book, home);
  return {
    text,
    place,
    scale: "hundredfold",
    input: input === undefined ? undefined : { value: hundredfold(input.value) },
  };
}

/** A blank times 100 is 0 in Excel, but the guard has asked for the blank before: it stays one. */
function hundredfold(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => hundredfold(one));
  return typeof value === "number" ? value * 100 : value;
}
