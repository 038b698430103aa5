import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import { asCount } from "./relation.ts";

/** A cell that a relation may name: its number, or a dash, which adds nothing. */
export type Term = NumberReading | "nothing";

/** The cells of a table by the line across the relation's, then by the line itself. */
export interface Cells {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Term>>;
  readonly columns: ReadonlyMap<number, ReadonlyMap<number, Term>>;
}

export function cellsOf(index: TableIndex): Cells {
  const rows = new Map<number, Map<number, Term>>();
  const columns = new Map<number, Map<number, Term>>();
  const put = (map: typeof rows, across: number, along: number, term: Term): void => {
    const line = map.get(across) ?? new Map<number, Term>();
    // Of two numbers in one cell the first is the amount.
    if (!line.has(along)) line.set(along, term);
    map.set(across, line);
  };
  for (const subject of index.table.subjects) {
    for (const observation of index.table.cells[subject.index] ?? []) {
      const field = observation === null ? undefined : index.table.fields[observation.field];
      if (observation === null || field === undefined) continue;
      const reading = readPlace(index, subject, field);
      const term = reading.kind === "number" ? asCount(reading) : nothingIn(observation.content);
      if (term === undefined) continue;
      put(rows, observation.at.column, observation.at.row, term);
      put(columns, observation.at.row, observation.at.column, term);
    }
  }
  return { rows, columns };
}

function nothingIn(content: NumberReading["observation"]["content"]): "nothing" | undefined {
  const isNothing =
    content.kind === "missing" &&
    (content.reason === "declared" || content.reason === "negligible");
  return isNothing ? "nothing" : undefined;
}
