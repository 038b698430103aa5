import type { Address, CellRef } from "../../workbook/address.ts";

/** A cell of the book as the key of a map. */
export function cellKey(sheet: string, cell: CellRef): string {
  return `${sheet}|${cell.row}|${cell.column}`;
}

export function keyOfAddress({ sheet, area }: Address): string {
  return cellKey(sheet, area);
}

/** Where a test stands: its cell or, of a question for a column, the column itself, which is no cell. */
export function claimKey(at: Address): string {
  const key = keyOfAddress(at);
  return isSingleCell(at) ? key : `${key}|${at.area.rows}|${at.area.columns}`;
}

export function isSingleCell({ area }: Address): boolean {
  return area.rows === 1 && area.columns === 1;
}
