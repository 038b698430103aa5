import { parseA1Ref } from "@borgar/fx";
import type { Book, Sheet } from "../workbook/book.ts";
import type { NamedCells } from "../measures/index.ts";
import type { IsOneCell } from "./array-entry.ts";

/** What a name says, as a formula of a sheet means it: a name limited to that sheet goes before one of the workbook. */
export function findNamed(name: string, book: Book, home: Sheet): string | undefined {
  const at = name.lastIndexOf("!");
  const scope = at < 0 ? home.name : unquoted(name.slice(0, at));
  const bare = name.slice(at + 1).toLowerCase();
  const named = (book.outerFormulas ?? []).filter(
    ({ place }) => place.kind === "name" && place.name.toLowerCase() === bare
  );
  const own = named.find(({ place }) => place.sheet?.toLowerCase() === scope.toLowerCase());
  return (own ?? named.find(({ place }) => place.sheet === null))?.formula ?? undefined;
}

function unquoted(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}

/** What names stand for in formulas of a sheet; of those that say anything else than cells or a number, nobody knows. */
export function namedCells(book: Book, home: Sheet): (name: string) => NamedCells | undefined {
  return (name) => {
    const text = findNamed(name, book, home)?.slice(1);
    if (text === undefined) return undefined;
    if (/^-?\d+(?:\.\d+)?$/u.test(text)) return "one";
    const reference = parseA1Ref(text, { allowNamed: false, allowTernary: false });
    if (reference === undefined) return undefined;
    return text.replace(/'(?:[^']|'')*'/gu, "").includes(":") ? "cells" : "one";
  };
}

/** Names the book says nothing of (those LET defines) may stand for anything. */
export function isOneCell(book: Book, home: Sheet): IsOneCell {
  const known = namedCells(book, home);
  return (name) => known(name) === "one";
}
