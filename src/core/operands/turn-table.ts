import type { IndicatorTable } from "../model/table.ts";
import type { Area, CellRef } from "../workbook/address.ts";
import type { Sheet } from "../workbook/book.ts";

/** A place with its row and column exchanged; twice gives the place again. */
export function turnedCell({ row, column }: CellRef): CellRef {
  return { row: column, column: row };
}

function turnedArea({ row, column, rows, columns }: Area): Area {
  return { row: column, column: row, rows: columns, columns: rows };
}

/** A table whose zones stand in columns, laid on its side: what is said of rows is then true of its columns. */
export function turnedTable(table: IndicatorTable): IndicatorTable {
  return {
    ...table,
    area: turnedArea(table.area),
    orientation: "zones-in-rows",
    subjects: table.subjects.map((subject) =>
      subject.at.kind === "cell"
        ? { ...subject, at: { ...subject.at, ...turnedCell(subject.at) } }
        : subject
    ),
    fields: table.fields.map((field) => ({ ...field, header: turnedArea(field.header) })),
    cells: table.cells.map((cells) =>
      cells.map((cell) => (cell === null ? null : { ...cell, at: turnedCell(cell.at) }))
    ),
  };
}

/** The cells of a sheet likewise. Formulas stay as they are written. */
export function turnedSheet(sheet: Sheet): Sheet {
  return {
    ...sheet,
    origin: turnedCell(sheet.origin),
    values: turned(sheet.values),
    formulas: turned(sheet.formulas),
    numberFormats: turned(sheet.numberFormats),
  };
}

function turned<T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const [first = []] = rows;
  return first.map((_cell, column) => rows.flatMap((row) => row.slice(column, column + 1)));
}
