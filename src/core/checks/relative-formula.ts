import type { CellRef } from "../workbook/address.ts";
import { formatColumn, parseArea } from "../workbook/address.ts";

/** A formula cut into the text between its references, and the references. */
export interface RelativeFormula {
  /** The text with a mark for each reference. */
  readonly skeleton: string;
  readonly references: readonly Reference[];
}

export interface Reference {
  readonly row: number;
  readonly column: number;
  /** $: the row stays where the formula is filled down. */
  readonly isFixed: boolean;
}

/** The last alternative takes names and numbers whole: no reference begins inside one. */
const REFERENCE =
  /"[^"]*"|'(?:[^']|'')*'!|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(.])|[\p{L}\p{N}_.]+/gu;
const MARK = "\u0001";

/** Reads a formula's references; texts and sheet names are left as they are. */
export function readRelative(formula: string): RelativeFormula {
  const references: Reference[] = [];
  const skeleton = formula.replace(
    REFERENCE,
    (whole: string, _: unknown, letters: unknown, dollar: unknown, digits: unknown) => {
      const area =
        typeof letters === "string" && typeof digits === "string"
          ? parseArea(`${letters}${digits}`)
          : undefined;
      if (area === undefined) return whole;
      references.push({ row: area.row, column: area.column, isFixed: dollar === "$" });
      return MARK;
    }
  );
  return { skeleton, references };
}

/** How most formulas of a run place one of their references: at a fixed row, or so many rows away. */
export type Slot =
  | { readonly kind: "fixed"; readonly row: number; readonly column: number }
  | { readonly kind: "moving"; readonly offset: number; readonly column: number };

export function isInSlot(reference: Reference, slot: Slot, at: CellRef): boolean {
  if (reference.column !== slot.column) return false;
  return slot.kind === "fixed"
    ? reference.row === slot.row
    : reference.row - at.row === slot.offset;
}

/** The formula as the run would have it in a cell. */
export function writeRelative(skeleton: string, slots: readonly Slot[], at: CellRef): string {
  let index = 0;
  return skeleton.replaceAll(MARK, () => {
    const slot = slots[index];
    index += 1;
    if (slot === undefined) return "";
    const letters = formatColumn(slot.column);
    return slot.kind === "fixed"
      ? `${letters}$${slot.row + 1}`
      : `${letters}${at.row + slot.offset + 1}`;
  });
}
