import { readPlace } from "../../model/table-index.ts";
import type { NumberReading, Place, TableIndex } from "../../model/table-index.ts";
import { isInTable } from "../../model/table.ts";
import type { Observation } from "../../model/table.ts";
import type { Address } from "../../workbook/address.ts";
import { cellKey } from "./cell-key.ts";
import { precedentsOf } from "./precedents.ts";

/** A cell of a table of the book. */
export interface KnownCell {
  readonly key: string;
  readonly place: Place;
  readonly observation: Observation;
  readonly reading: NumberReading | null;
}

/** The cells of a book's tables by their place on the sheets; made only where something contradicts something. */
export type CellMap = ReadonlyMap<string, KnownCell>;

export function mapCells(book: readonly TableIndex[]): CellMap {
  const cells = new Map<string, KnownCell>();
  for (const index of book) {
    const { sheet, subjects, fields } = index.table;
    for (const row of index.table.cells) {
      for (const observation of row) {
        if (observation === null || !isInTable(index.table, observation.at)) continue;
        const subject = subjects[observation.subject];
        const field = fields[observation.field];
        const key = cellKey(sheet, observation.at);
        if (subject === undefined || field === undefined || cells.has(key)) continue;
        const place = { index, subject, field };
        const reading = readPlace(index, subject, field);
        cells.set(key, {
          key,
          place,
          observation,
          reading: reading.kind === "number" ? reading : null,
        });
      }
    }
  }
  return cells;
}

/** More cells than this a formula is not followed to. */
const MAX_REACHED = 2000;
const MAX_DEPTH = 4;

/** The known cells that a formula rests on, through other formulas too; areas of whole columns are cut off. */
export function reachOf(formula: string, sheet: string, cells: CellMap): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = (text: string, on: string, depth: number): void => {
    for (const precedent of precedentsOf(text, on)) {
      for (const key of keysIn(precedent)) {
        if (reached.size >= MAX_REACHED) return;
        const cell = cells.get(key);
        if (cell === undefined || reached.has(key)) continue;
        reached.add(key);
        const next = cell.observation.formula;
        if (next !== null && depth < MAX_DEPTH) follow(next, precedent.sheet, depth + 1);
      }
    }
  };
  follow(formula, sheet, 1);
  return reached;
}

export function* keysIn({ sheet, area }: Address): Generator<string> {
  const rows = Math.min(area.rows, MAX_REACHED);
  for (let row = area.row; row < area.row + rows; row += 1) {
    for (let column = area.column; column < area.column + Math.min(area.columns, 200); column += 1)
      yield cellKey(sheet, { row, column });
  }
}
