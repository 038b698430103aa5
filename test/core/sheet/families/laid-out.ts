import { formatCell } from "../../../../src/core/index.ts";
import type { GridCell } from "../../../support/grid.ts";

/** A sheet of a book, as a grid from A1. */
export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly GridCell[])[];
}

/** One number of a book: what it says, where it stands, and what a slip there contradicts. */
export interface Printed {
  /** zone|indicator|measure */
  readonly what: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

export interface MadeBook {
  readonly sheets: readonly MadeSheet[];
  readonly printed: readonly Printed[];
  /** Numbers that follow from others so that a slip must be found, and one that is large enough. */
  readonly derived: readonly { readonly at: Printed; readonly slip: number }[];
}

/** A grid that remembers what was put where. */
export function createSheet(name: string): {
  readonly put: (row: number, column: number, cell: GridCell, what?: string) => Printed | undefined;
  readonly sheet: () => MadeSheet;
  readonly printed: Printed[];
} {
  const cells: GridCell[][] = [];
  const printed: Printed[] = [];
  return {
    printed,
    put: (row, column, cell, what) => {
      for (let r = cells.length; r <= row; r++) cells.push([]);
      const line = cells[row] ?? [];
      for (let c = line.length; c <= column; c++) line.push(null);
      line[column] = cell;
      const value = valueOf(cell);
      if (what === undefined || value === undefined) return undefined;
      const at = { what, sheet: name, row, column, value };
      printed.push(at);
      return at;
    },
    sheet: () => ({ name, rows: cells }),
  };
}

export function valueOf(cell: GridCell): number | undefined {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "object" || cell === null || !("v" in cell)) return undefined;
  return typeof cell.v === "number" ? cell.v : undefined;
}

export function lineOf({ what, sheet, row, column, value }: Printed): string {
  return `${what} ${sheet}!${formatCell({ row, column })}=${value}`;
}

/** The book with one number changed. */
export function withSlip({ sheets }: MadeBook, at: Printed, value: number): readonly MadeSheet[] {
  return sheets.map((sheet) =>
    sheet.name !== at.sheet
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((cells, r) =>
            r !== at.row
              ? cells
              : cells.map((cell, c): GridCell => {
                  if (c !== at.column) return cell;
                  const format =
                    typeof cell === "object" && cell !== null && "nf" in cell ? cell.nf : undefined;
                  return format === undefined ? value : { v: value, nf: format };
                })
          ),
        }
  );
}
