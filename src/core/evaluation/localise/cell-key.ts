import type { Address, CellRef } from "../../workbook/address.ts";

/** A cell of the book as the key of a map. */
export function cellKey(sheet: string, cell: CellRef): string {
  return `${sheet}|${cell.row}|${cell.column}`;
}

export function keyOfAddress({ sheet, area }: Address): string {
  return cellKey(sheet, area);
}

export function isSingleCell({ area }: Address): boolean {
  return area.rows === 1 && area.columns === 1;
}
