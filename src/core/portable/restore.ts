import { parseArea } from "../workbook/address.ts";
import type { Book } from "../workbook/book.ts";
import { cellAt, findSheet } from "../workbook/book.ts";
import type { SwappedCell, WriteIntent } from "../workbook/write-plan.ts";
import type { Original } from "./originals.ts";

/** An original that could not be brought back; it stays kept. */
export interface NotRestored {
  readonly sheet: string;
  readonly cell: string;
  readonly reason: "sheet-missing" | "sheet-protected" | "changed" | "host-refused";
}

export interface Restoration {
  readonly intents: readonly WriteIntent[];
  readonly restored: readonly Original[];
  readonly left: readonly NotRestored[];
  /** What has to be kept on. */
  readonly kept: readonly Original[];
}

/**
 * Brings the originals of a portable copy back, character for character. A cell that holds something else than the copy put
 * there was changed since, or rows were inserted above it: it is left and told.
 */
export function planRestore(book: Book, originals: readonly Original[]): Restoration {
  const restored: Original[] = [];
  const left: NotRestored[] = [];
  const kept: Original[] = [];
  const swaps = new Map<string, SwappedCell[]>();
  for (const original of originals) {
    // What the copy left as it was is only tied to the others again.
    const isLinkAlone = original.now === original.formula;
    if (standsAgain(book, original) !== isLinkAlone) continue;
    const reason = reasonToLeave(book, original);
    const at = parseArea(original.cell);
    if (reason !== null || at === undefined) {
      left.push({ sheet: original.sheet, cell: original.cell, reason: reason ?? "changed" });
      kept.push(original);
      continue;
    }
    const sheet = findSheet(book, original.sheet);
    const value = sheet === undefined ? null : cellAt(sheet, at.row, at.column).value;
    const swapped = swaps.get(original.sheet) ?? [];
    swapped.push({
      at: { row: at.row, column: at.column },
      formula: original.formula,
      value,
      ...(original.stored === null ? {} : { stored: original.stored }),
      ...(original.element === undefined ? {} : { element: original.element }),
      ...(original.fills === null ? {} : { fills: original.fills }),
      ...(original.entry === undefined ? {} : { entry: "plain" }),
    });
    swaps.set(original.sheet, swapped);
    if (!isLinkAlone) restored.push(original);
  }
  const intents = [...swaps].map(([sheet, cells]): WriteIntent => ({
    kind: "swap-formulas",
    sheet,
    cells,
  }));
  return { intents, restored, left, kept };
}

/** The formula stands in its cell already: whoever brought it back, nothing is left to be done. */
function standsAgain(book: Book, { sheet: name, cell, formula }: Original): boolean {
  const sheet = findSheet(book, name);
  const at = parseArea(cell);
  if (sheet === undefined || at === undefined) return false;
  return cellAt(sheet, at.row, at.column).formula === formula;
}

function reasonToLeave(
  book: Book,
  { sheet: name, cell, now }: Original
): NotRestored["reason"] | null {
  const sheet = findSheet(book, name);
  const at = parseArea(cell);
  if (sheet === undefined || at === undefined) return "sheet-missing";
  if (sheet.isProtected) return "sheet-protected";
  const { formula, value } = cellAt(sheet, at.row, at.column);
  if (formula !== now) return "changed";
  return now === null && value === null ? "changed" : null;
}
