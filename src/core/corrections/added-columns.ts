/** Columns that were not understood, as fields of the table by what the user says of them. */

import { recogniseIndicator } from "../catalog/index.ts";
import type { Field, IndicatorTable } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import { bare } from "./reading-correction.ts";
import type { TableLine } from "./table-lines.ts";
import { indicatorOf, newField } from "./corrected-field.ts";
import type { MeaningChange } from "./corrected-field.ts";

/** A field for a column that had none, and the row each subject has in it. */
export interface Added {
  readonly field: Field;
  readonly rows: readonly (number | null)[];
  /** Where its cells stand. */
  readonly column: number;
}

/** With indicators in rows every row gives a field; with zones in rows the column is one. */
export function addColumn(
  table: IndicatorTable,
  line: TableLine,
  change: MeaningChange
): readonly Added[] {
  const header = { ...line.area, rows: Math.min(line.area.rows, line.path.length) };
  const column = line.area.column;
  if (table.orientation === "zones-in-rows") {
    const rows = table.subjects.map(({ at }) => (at.kind === "cell" ? at.row : null));
    const left = table.fields.filter((field) => field.line < column).at(-1)?.indicator;
    const named = change.indicator === null ? undefined : indicatorOf(change.indicator, null);
    const indicator =
      named ??
      recogniseIndicator(line.path.join("")) ??
      left ??
      indicatorOf(line.path.at(-1) ?? "", null);
    return [
      {
        field: newField(indicator, change, { path: line.path, header, line: column }),
        rows,
        column,
      },
    ];
  }
  const isAcross = table.orientation === "zones-in-columns";
  const subject = isAcross ? subjectOver(table, line) : table.subjects[0];
  // Whose the column is, where no zone stands over it, nobody has said.
  if (subject === undefined || (!isAcross && table.subjects.length !== 1)) return [];
  const rows = new Map<number, Field>();
  for (const cells of table.cells) {
    for (const cell of cells) {
      const field = cell === null ? undefined : table.fields[cell.field];
      if (cell !== null && field !== undefined && !rows.has(cell.at.row))
        rows.set(cell.at.row, field);
    }
  }
  return [...rows].map(([row, { indicator, path }]) => ({
    field: newField(indicator, change, {
      path: [...path.slice(0, 1), ...line.path],
      header,
      line: isAcross ? row : column,
    }),
    rows: table.subjects.map(({ index }) => (index === subject.index ? row : null)),
    column,
  }));
}

/** The zone over a column: the one its header names, of several of that name the nearest to the left. */
function subjectOver(table: IndicatorTable, line: TableLine): Subject | undefined {
  const named = new Set(line.path.map(bare));
  return table.subjects
    .filter(({ label, at }) => {
      const isLeft = at.kind === "cell" && at.column <= line.area.column;
      return isLeft && named.has(bare(label));
    })
    .at(-1);
}
