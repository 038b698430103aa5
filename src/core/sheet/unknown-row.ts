import type { Unrecognised } from "../model/table.ts";
import type { GridRow } from "./grid.ts";
import { areaOf } from "./regions.ts";

/** Letters of a row that tell it from others. */
const SHOWN = 80;

/** A row that holds numbers and names nothing known, as it is told. */
export function unknownRow(row: GridRow): Unrecognised {
  const text = row.cells.map((cell) => cell.text).join(" ");
  return { area: areaOf([row]), reason: "unknown-row", text: text.slice(0, SHOWN) };
}
