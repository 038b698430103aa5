/** Whether a table goes on on the next page, under its header printed again. */

import { normaliseText } from "../catalog/normalise.ts";
import type { GridRow } from "./grid.ts";
import type { Region } from "./region.ts";

/** A page of the same table: the header again, and above it nothing but the title again, 续表 or a page number. */
export function isNextPage(before: Region, region: Region): boolean {
  if (signatureOf(before.header) !== signatureOf(region.header)) return false;
  const titles = new Set(
    before.preamble.flatMap((row) => row.cells.map((cell) => withoutPage(cell.text)))
  );
  return region.preamble.every((row) =>
    row.cells.every((cell) => {
      const text = withoutPage(cell.text);
      const isContinuation = /续表?[一二三四五六七八九十\d]*\)?$/u.test(normaliseText(cell.text));
      return (
        text === "" ||
        titles.has(text) ||
        (isContinuation && [...titles].some((title) => title.startsWith(text)))
      );
    })
  );
}

/** 工业投资情况表(续表一) → 工业投资情况表; 第2页 → nothing. */
function withoutPage(text: string): string {
  return normaliseText(text)
    .replace(/\(?续表?[一二三四五六七八九十\d]*\)?$/u, "")
    .replace(/\(?第?\d+页(?:[,、]?共\d+页)?\)?$/u, "")
    .replace(/^续表?:?/u, "");
}

function signatureOf(header: readonly GridRow[]): string {
  return header
    .map((row) => row.cells.map((cell) => `${cell.column}:${normaliseText(cell.text)}`).join("|"))
    .join("\n");
}
