import { formatCell } from "../../core/index.ts";
import type { CellValue } from "../../core/index.ts";
import { calculate } from "./calculate.ts";
import type { CaseCell, CaseFault, CaseSheet, ComputedCell, ComputedSheet } from "./case.ts";

/** Values of a book, sheet by sheet. */
export type ComputedBook = ReadonlyMap<string, ComputedSheet>;

/** Does the arithmetic of a clean book. */
export function computeClean(sheets: readonly CaseSheet[]): ComputedBook {
  return compute(cellsOf(sheets));
}

/**
 * The same book with faults planted. What is typed stays what it was in the clean book; formulas follow, as they do
 * when somebody types over a cell.
 */
export function computeFaulty(
  sheets: readonly CaseSheet[],
  clean: ComputedBook,
  faults: readonly CaseFault[]
): ComputedBook {
  const cells = new Map<string, Map<string, CaseCell>>();
  for (const [name, sheet] of cellsOf(sheets)) {
    const kept = new Map<string, CaseCell>();
    for (const [address, cell] of sheet) {
      const isTyped = typeof cell === "object" && cell !== null && "typed" in cell;
      kept.set(address, isTyped ? plain(clean.get(name)?.get(address)?.value ?? null) : cell);
    }
    cells.set(name, kept);
  }
  for (const { sheet = sheets[0]?.name ?? "", cell, value } of faults) {
    const target = cells.get(sheet);
    if (target === undefined) throw new Error(`no sheet ${sheet} for the fault in ${cell}`);
    target.set(cell, value);
  }
  return compute(cells);
}

function plain(value: CellValue): CaseCell {
  if (typeof value === "number" || typeof value === "string" || value === null) return value;
  throw new Error(`${JSON.stringify(value)} cannot be typed`);
}

function cellsOf(sheets: readonly CaseSheet[]): Map<string, Map<string, CaseCell>> {
  return new Map(
    sheets.map((sheet) => {
      const cells = new Map<string, CaseCell>();
      sheet.rows.forEach((line, row) => {
        line.forEach((cell, column) => {
          if (cell !== null) cells.set(formatCell({ row, column }), cell);
        });
      });
      return [sheet.name, cells];
    })
  );
}

function compute(cells: ReadonlyMap<string, ReadonlyMap<string, CaseCell>>): ComputedBook {
  const known = new Map<string, CellValue>();
  const cellAt = (sheet: string, address: string): CaseCell => {
    const found = cells.get(sheet);
    if (found === undefined) throw new Error(`no sheet ${sheet}`);
    return found.get(address) ?? null;
  };
  const formulaOf = (sheet: string, address: string): string | null => {
    const cell = cellAt(sheet, address);
    if (typeof cell === "string") return cell.startsWith("=") ? cell.slice(1) : null;
    return typeof cell === "object" && cell !== null && "formula" in cell ? cell.formula : null;
  };
  const valueOf = (sheet: string, address: string): CellValue => {
    const key = `${sheet}!${address}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const cell = cellAt(sheet, address);
    const value = ((): CellValue => {
      if (typeof cell === "string" && cell.startsWith("=")) {
        return calculate(cell.slice(1), sheet, { valueOf, formulaOf });
      }
      if (typeof cell !== "object" || cell === null) return cell;
      if ("error" in cell) return { error: cell.error };
      return calculate(cell.typed, sheet, { valueOf, formulaOf });
    })();
    known.set(key, value);
    return value;
  };
  return new Map(
    [...cells].map(([sheet, own]) => [
      sheet,
      new Map(
        [...own.keys()].map((address): [string, ComputedCell] => [
          address,
          { value: valueOf(sheet, address), formula: formulaOf(sheet, address) },
        ])
      ),
    ])
  );
}
