import type { Field, IndicatorTable, Observation, Unrecognised } from "../model/table.ts";
import { isInTable } from "../model/table.ts";
import { readObservation } from "../sheet/assemble.ts";
import type { Sheet } from "../workbook/book.ts";
import { type LineChange } from "./reading-correction.ts";
import type { TableLine } from "./table-lines.ts";
import { addColumn } from "./added-columns.ts";
import type { Added } from "./added-columns.ts";
import { correctField } from "./corrected-field.ts";

/** A line of a table and what the user says of it. */
export interface CorrectedLine {
  readonly line: TableLine;
  readonly change: LineChange;
}

/**
 * A table with some of its lines read as the user says: their cells are read anew, since a cell's text means one thing
 * under a growth and another under an amount. A line that was not understood becomes one of the table's own.
 */
export function correctLines(
  table: IndicatorTable,
  sheet: Sheet,
  corrected: readonly CorrectedLine[]
): IndicatorTable {
  if (corrected.length === 0) return table;
  const dropped = new Set<number>();
  const changed = new Map<number, Field>();
  const unrecognised: Unrecognised[] = [...table.unrecognised];
  const added: Added[] = [];
  for (const { line, change } of corrected) {
    if (change.kind === "set-aside") {
      for (const field of line.fields) dropped.add(field.index);
      removePart(unrecognised, line);
      unrecognised.push({ area: line.area, reason: "set-aside", text: line.path.join(" / ") });
    } else if (line.fields.length > 0) {
      for (const field of line.fields)
        changed.set(field.index, correctField(changed.get(field.index) ?? field, change));
    } else {
      const columns = addColumn(table, line, change);
      if (columns.length > 0) removePart(unrecognised, line);
      added.push(...columns);
    }
  }
  return rebuild(table, sheet, { dropped, changed, added, unrecognised });
}

function removePart(parts: Unrecognised[], { area }: TableLine): void {
  const found = parts.findIndex(
    (part) => part.area.row === area.row && part.area.column === area.column
  );
  if (found >= 0) parts.splice(found, 1);
}

interface Changes {
  readonly dropped: ReadonlySet<number>;
  readonly changed: ReadonlyMap<number, Field>;
  readonly added: readonly Added[];
  readonly unrecognised: readonly Unrecognised[];
}

function rebuild(table: IndicatorTable, sheet: Sheet, changes: Changes): IndicatorTable {
  const { dropped, changed, added, unrecognised } = changes;
  const entries = [
    ...table.fields
      .filter(({ index }) => !dropped.has(index))
      .map((field) => ({
        field: changed.get(field.index) ?? field,
        from: field.index,
        rows: null,
        column: field.line,
      })),
    ...added.map(({ field, rows, column }) => ({ field, from: null, rows, column })),
  ];
  // Columns stay in their printed order: what a bare header leaves open is looked up to its left.
  const isByColumn = table.orientation === "zones-in-rows";
  if (isByColumn) entries.sort((a, b) => a.field.line - b.field.line);
  const fields = entries.map(({ field }, index) => ({ ...field, index }));
  const cells = table.subjects.map((_, subject) =>
    entries.map(({ from, rows, column, field: draft }, index): Observation | null => {
      const field = { ...draft, index };
      const old = from === null ? null : (table.cells[subject]?.[from] ?? null);
      // What a title says of 全市 is no cell of the column.
      const isKept = old !== null && !isInTable(table, old.at);
      if (from !== null && (old === null || isKept || !changed.has(from)))
        return old === null ? null : { ...old, field: index };
      const row = old?.at.row ?? rows?.[subject] ?? null;
      if (row === null) return null;
      return readObservation(sheet, old?.at ?? { row, column }, subject, field);
    })
  );
  const lost = table.unrecognised.length - unrecognised.filter(isUnread).length;
  return {
    ...table,
    fields,
    cells,
    unrecognised,
    confidence: lost > 0 && !unrecognised.some(isUnread) ? 1 : table.confidence,
  };
}

function isUnread({ reason }: Unrecognised): boolean {
  return reason !== "set-aside" && reason !== "set-aside-zone";
}
