import { normaliseText } from "../catalog/normalise.ts";
import type { SerialNumber } from "../model/around.ts";
import { cellIn } from "./grid.ts";
import type { Region } from "./region.ts";

const HEAD = /^(?:序号|顺序号|NO\.?|№)$/u;

/** The running numbers down the column 序号 of a table, from the top; empty where it has none. */
export function readSerials(region: Region): readonly SerialNumber[] {
  const head = region.header
    .flatMap(({ cells }) => cells)
    .find(({ kind, text }) => kind === "text" && HEAD.test(normaliseText(text)));
  if (head === undefined) return [];
  return region.data.flatMap((row) => {
    const cell = cellIn(row, head.column);
    if (cell === undefined || !/^\d{1,4}$/u.test(cell.text)) return [];
    return [{ value: Number(cell.text), at: { row: cell.row, column: cell.column } }];
  });
}
