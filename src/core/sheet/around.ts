import type { TableNote } from "../model/around.ts";
import { standingIn } from "../model/standing.ts";
import type { Against, Field, IndicatorTable } from "../model/table.ts";
import type { GridRow } from "./grid.ts";
import { givenGrowthIn, shareBasisIn, standingInNotes } from "./note-meanings.ts";
import type { Region } from "./region.ts";
import { looseKindOf } from "./row-kinds.ts";
import { readSerials } from "./serial-numbers.ts";
import { readStatedRelations } from "./stated-relations.ts";
import { statedPaceIn } from "./stated-pace.ts";
import { addTextReferences } from "./text-references.ts";
import type { Words } from "./words.ts";

/** The notes of each table of a sheet: those below it, and those above the first one. Signatures are none. */
export function notesOf(
  region: Region,
  regions: readonly Region[],
  rows: readonly GridRow[]
): readonly TableNote[] {
  const bottom = lastRow(region);
  const others = regions.map(lastRow);
  const isFirst = !others.some((other) => other < bottom);
  const next = Math.min(...others.filter((other) => other > bottom));
  return rows
    .filter(({ row }) => (row > bottom || isFirst) && !(row > next))
    .filter((row) => looseKindOf(row) !== "signature")
    .flatMap((row) => {
      const [first] = row.cells;
      const text = row.cells.map(printed).join("\n");
      return first === undefined ? [] : [{ text, at: { row: row.row, column: first.column } }];
    });
}

function lastRow(region: Region): number {
  return region.data.at(-1)?.row ?? region.header.at(-1)?.row ?? 0;
}

/** As it stands in the cell: line ends and numbers in circles mean something in a note. */
function printed({ value, text }: GridRow["cells"][number]): string {
  return typeof value === "string" ? value : text;
}

/** A table with what stands around it. */
export function surround(
  table: IndicatorTable,
  region: Region,
  notes: readonly TableNote[],
  words: Words,
  heading: string | null
): IndicatorTable {
  const { relations, unrecognised } = readStatedRelations(table, region, notes, words);
  const titles = linesOf(region.preamble);
  const lines = [...titles, ...notes];
  const basis = shareBasisIn(notes, words);
  const fields = basis === null ? table.fields : table.fields.map((field) => toBasis(field, basis));
  const above = titles
    .filter(({ text }) => !/日期|时间/u.test(text))
    .flatMap(({ text }) => standingIn(text) ?? []);
  const noted = {
    ...table,
    fields,
    unrecognised: [...table.unrecognised, ...unrecognised],
    around: {
      ...table.around,
      heading,
      above: titles,
      notes,
      relations,
      givenGrowth: givenGrowthIn(fields, lines),
      pace: statedPaceIn(lines, fields),
      serials: readSerials(region),
      standing: above[0] ?? standingInNotes(notes),
    },
  };
  return addTextReferences(noted, lines);
}

/** The cells of text above a table: title, unit line, a line of references. */
function linesOf(rows: readonly GridRow[]): readonly TableNote[] {
  return rows.flatMap(({ cells }) =>
    cells
      .filter((cell) => cell.kind === "text")
      .map((cell) => ({ text: printed(cell), at: { row: cell.row, column: cell.column } }))
  );
}

function toBasis(field: Field, basis: Against): Field {
  return field.measure === "share" && field.against === null ? { ...field, against: basis } : field;
}
