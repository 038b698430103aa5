import { indexTable } from "../model/index-table.ts";
import type { Field, IndicatorTable, Observation } from "../model/table.ts";
import type { CellRef } from "../workbook/address.ts";
import { turnedCell, turnedTable } from "./turn-table.ts";
import { pairOf } from "./operand-pair.ts";
import type { OperandCell, OperandPair } from "./operand-pair.ts";
import { byNearness, distanceOf, fieldOf, rowsOf, zoneOf } from "./operand-row.ts";
import type { OperandRow, RowMeaning } from "./operand-row.ts";

/** Looks into the tables of one sheet for what belongs to a cell. */
export interface OperandFinder {
  /** The two operands in the cell's row, of the nearest indicator that has both; undefined where none has. */
  readonly pair: (
    kind: OperandPair,
    at: CellRef
  ) => readonly [OperandCell, OperandCell] | undefined;
  readonly meaning: (at: CellRef) => RowMeaning | undefined;
  /** Every indicator of a row that has the two operands, from left to right; of tables with zones in rows. */
  readonly pairs: (kind: OperandPair, row: number) => readonly FoundPair[];
}

export interface FoundPair {
  readonly operands: readonly [OperandCell, OperandCell];
  /** Of the first operand. */
  readonly field: Field;
}

/** Prepares the tables of one sheet; each question then costs no more than a row. */
export function operandFinder(tables: readonly IndicatorTable[]): OperandFinder {
  const known = tables.map((table) => {
    const zonesIn: RowMeaning["zonesIn"] =
      table.orientation === "zones-in-columns" ? "columns" : "rows";
    const upright = zonesIn === "columns" ? turnedTable(table) : table;
    return { zonesIn, index: indexTable(upright), rows: rowsOf(upright) };
  });
  const rowAt = (place: CellRef): OperandRow | undefined => {
    const [nearest] = known
      .flatMap(({ index, rows, zonesIn }) => {
        const at = zonesIn === "columns" ? turnedCell(place) : place;
        const cells = rows.get(at.row);
        return cells === undefined
          ? []
          : [{ index, zonesIn, at, cells: byNearness(cells, at.column) }];
      })
      .sort((a, b) => distanceOf(a) - distanceOf(b));
    return nearest;
  };
  return {
    pair: (kind, at) => {
      const row = rowAt(at);
      if (row === undefined) return undefined;
      const indicators = new Set(row.cells.map((cell) => fieldOf(row, cell).indicator.id));
      for (const indicator of indicators) {
        const pair = pairOf(kind, row, indicator);
        if (pair !== undefined) return row.zonesIn === "columns" ? turnedPair(pair) : pair;
      }
      return undefined;
    },
    pairs: (kind, rowNumber) => {
      // Left of every column: nothing is nearer than what comes first.
      const at = { row: rowNumber, column: -1 };
      return known.flatMap(({ index, rows, zonesIn }): readonly FoundPair[] => {
        const cells = rows.get(rowNumber);
        if (cells === undefined || zonesIn === "columns") return [];
        const row = { index, zonesIn, cells: byNearness(cells, at.column), at };
        const indicators = [...new Set(row.cells.map((cell) => fieldOf(row, cell).indicator.id))];
        return indicators.flatMap((indicator) => {
          const operands = pairOf(kind, row, indicator);
          const first = cells.find((cell) => cell.at.column === operands?.[0].cell.column);
          return operands === undefined || first === undefined
            ? []
            : [{ operands, field: fieldOf(row, first) }];
        });
      });
    },
    meaning: (at) => {
      const row = rowAt(at);
      const [first] = row?.cells ?? [];
      if (row === undefined || first === undefined) return undefined;
      const subject = row.index.table.subjects[first.subject];
      return {
        zone: subject === undefined ? null : zoneOf(subject, row),
        zonesIn: row.zonesIn,
        field: uprightField(row, first),
      };
    },
  };
}

function turnedPair([first, second]: readonly [OperandCell, OperandCell]): readonly [
  OperandCell,
  OperandCell,
] {
  return [turnedOperand(first), turnedOperand(second)];
}

/** An operand of a table that was turned, where it stands on the sheet. */
export function turnedOperand({ cell, line }: OperandCell): OperandCell {
  return { cell: turnedCell(cell), line: line === "fixed-row" ? "fixed-column" : line };
}

function uprightField(row: OperandRow, cell: Observation): Field {
  const field = fieldOf(row, cell);
  if (row.zonesIn === "rows") return field;
  const { row: r, column: c, rows, columns } = field.header;
  return { ...field, header: { row: c, column: r, rows: columns, columns: rows } };
}
