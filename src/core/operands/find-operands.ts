import type { Measure } from "../model/measure.ts";
import { indexTable } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field, IndicatorTable, Observation } from "../model/table.ts";
import type { ReferenceScope, Subject } from "../model/zone.ts";
import { targetMeasure } from "../rules/target-measure.ts";
import type { CellRef } from "../workbook/address.ts";
import { turnedCell, turnedTable } from "./turn-table.ts";

/** Two numbers that belong together: value and target, part and whole, this year and last, rate and reference. */
export type OperandPair = "actual-target" | "part-whole" | "current-prior" | "rate-reference";

/**
 * A cell an inserted formula refers to. fixed-row: of another row than the formula's, the same for all rows (全市);
 * fixed-column likewise where the zones stand in columns.
 */
export interface OperandCell {
  readonly cell: CellRef;
  readonly line: "own" | "fixed-row" | "fixed-column";
}

/** What a row of a table says around a cell; a column, where the zones stand in columns. */
export interface RowMeaning {
  /** The zone of the row (or of the sheet), as printed, and the cell of its name where it has one in this row. */
  readonly zone: { readonly label: string; readonly cell: CellRef | null } | null;
  /** Where the zones stand: a formula that is filled keeps the other line of their names. */
  readonly zonesIn: "rows" | "columns";
  /** The nearest field of the row: first the cell's own, then those before it. */
  readonly field: Field | null;
}

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
  const rowAt = (place: CellRef): Row | undefined => {
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

interface Row {
  readonly index: TableIndex;
  readonly zonesIn: RowMeaning["zonesIn"];
  /** The row's cells, nearest first. */
  readonly cells: readonly Observation[];
  /** Turned like the table. */
  readonly at: CellRef;
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

function uprightField(row: Row, cell: Observation): Field {
  const field = fieldOf(row, cell);
  if (row.zonesIn === "rows") return field;
  const { row: r, column: c, rows, columns } = field.header;
  return { ...field, header: { row: c, column: r, rows: columns, columns: rows } };
}

function rowsOf(table: IndicatorTable): ReadonlyMap<number, readonly Observation[]> {
  const rows = new Map<number, Observation[]>();
  for (const cell of table.cells.flat()) {
    if (cell === null) continue;
    const row = rows.get(cell.at.row);
    if (row === undefined) rows.set(cell.at.row, [cell]);
    else row.push(cell);
  }
  return rows;
}

/** The column itself, then leftwards, then what is right of it. */
function byNearness(cells: readonly Observation[], column: number): readonly Observation[] {
  return [...cells].sort((a, b) => apart(a, column) - apart(b, column));
}

function apart({ at }: Observation, column: number): number {
  return at.column <= column ? column - at.column : 100_000 + at.column - column;
}

function distanceOf({ cells, at }: Pick<Row, "cells" | "at">): number {
  const [first] = cells;
  return first === undefined ? Infinity : apart(first, at.column);
}

function zoneOf({ label, at: place, role }: Subject, row: Row): RowMeaning["zone"] {
  if (role !== "zone") return null;
  if (place.kind !== "cell" || place.row !== row.at.row) return { label, cell: null };
  const cell = { row: place.row, column: place.column };
  return { label, cell: row.zonesIn === "columns" ? turnedCell(cell) : cell };
}

function fieldOf({ index }: Row, cell: Observation): Field {
  const field = index.table.fields[cell.field];
  if (field === undefined)
    throw new Error(`A cell of field ${cell.field}, which its table has not.`);
  return field;
}

function pairOf(
  kind: OperandPair,
  row: Row,
  indicator: string
): readonly [OperandCell, OperandCell] | undefined {
  const own = (measure: Measure): Observation | undefined =>
    find(row, indicator, measure, (field) => field.against?.kind !== "reference");
  // A rate is no part of anything, nor does it grow: it differs in points.
  const amount = (): Observation | undefined =>
    find(row, indicator, "actual", ({ against, indicator: { kind: of } }) => {
      return against?.kind !== "reference" && of !== "rate";
    });
  switch (kind) {
    case "actual-target": {
      const target = own("target") ?? own("target-part");
      if (target === undefined) return undefined;
      const measure = targetMeasure(row.index, fieldOf(row, target)) ?? "actual";
      const actual = measure === "share" ? find(row, indicator, measure) : own(measure);
      return both(inRow(actual), inRow(target));
    }
    case "current-prior":
      return both(inRow(amount()), inRow(own("prior")));
    case "part-whole": {
      const part = amount();
      return part === undefined ? undefined : both(inRow(part), wholeOf(row, indicator, part));
    }
    case "rate-reference": {
      const rate = own("growth") ?? own("rate");
      return rate === undefined ? undefined : both(inRow(rate), referenceOf(row, indicator, rate));
    }
  }
}

/** The cell of the row nearest to the formula's own, which cannot refer to itself. */
function find(
  row: Row,
  indicator: string,
  measure: Measure,
  isWanted: (field: Field) => boolean = () => true
): Observation | undefined {
  return row.cells.find((cell) => {
    const field = fieldOf(row, cell);
    const isSame = field.indicator.id === indicator && field.measure === measure;
    return isSame && cell.at.column !== row.at.column && isWanted(field);
  });
}

/** The whole the indicator's own share names; without one, 全市, the total, or what the indicator is a part of. */
function wholeOf(row: Row, indicator: string, part: Observation): OperandCell | undefined {
  // The formula may be to stand in the share's own, blank cell.
  const share = row.cells
    .map((cell) => fieldOf(row, cell))
    .find((field) => field.indicator.id === indicator && field.measure === "share");
  const against = share?.against ?? null;
  const ofIndicator = (id: string): OperandCell | undefined => inRow(find(row, id, "actual"));
  const total = (): OperandCell | undefined =>
    fixed(row, part, (subject) => subject.role === "total");
  switch (against?.kind) {
    case "indicator":
      return ofIndicator(against.indicator.id);
    case "total":
      return total();
    case "reference":
      return reference(row, indicator, part, [against.scope]);
    case undefined: {
      const parent = fieldOf(row, part).indicator.partOf;
      return (
        reference(row, indicator, part, ["city"]) ??
        total() ??
        (parent === null ? undefined : ofIndicator(parent))
      );
    }
  }
}

const SCOPES: readonly ReferenceScope[] = [
  "city",
  "province-zones",
  "province",
  "nation-zones",
  "nation",
];

/** What a difference of the indicator names; without one, the first reference there is. */
function referenceOf(row: Row, indicator: string, rate: Observation): OperandCell | undefined {
  const named = row.index.table.fields.flatMap(({ indicator: { id }, measure, against }) =>
    id === indicator && measure === "difference" && against?.kind === "reference"
      ? [against.scope]
      : []
  );
  return reference(row, indicator, rate, named.length > 0 ? named : SCOPES);
}

/** The reference's number for a field: in a column beside it, or in the reference's own row. */
function reference(
  row: Row,
  indicator: string,
  cell: Observation,
  scopes: readonly ReferenceScope[]
): OperandCell | undefined {
  const { measure } = fieldOf(row, cell);
  for (const scope of scopes) {
    const beside = find(
      row,
      indicator,
      measure,
      ({ against }) => against?.kind === "reference" && against.scope === scope
    );
    const found = inRow(beside) ?? fixed(row, cell, (subject) => subject.reference === scope);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same field's number of another subject, in a row of its own. */
function fixed(
  row: Row,
  cell: Observation,
  isWanted: (subject: Subject) => boolean
): OperandCell | undefined {
  const { table } = row.index;
  for (const subject of table.subjects.filter(isWanted)) {
    const other = table.cells[subject.index]?.[cell.field];
    if (other !== undefined && other !== null && other.at.row !== row.at.row) {
      return { cell: other.at, line: "fixed-row" };
    }
  }
  return undefined;
}

function inRow(cell: Observation | undefined): OperandCell | undefined {
  return cell === undefined ? undefined : { cell: cell.at, line: "own" };
}

function both(
  first: OperandCell | undefined,
  second: OperandCell | undefined
): readonly [OperandCell, OperandCell] | undefined {
  return first === undefined || second === undefined ? undefined : [first, second];
}
