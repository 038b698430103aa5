import { describe, expect, test } from "@jest/globals";
import { formatArea } from "../../src/core/workbook/address.ts";
import type { Evaluation } from "../../src/core/evaluation/evaluation.ts";
import { evaluateSheets, linesOf, typed } from "./typed-sheet.ts";

/** A sheet whose numbers are right, and cells of it that are told when another number is typed into them. */
export interface Office {
  readonly about: string;
  readonly sheet: string;
  /** Cell, what is typed there. */
  readonly faults: readonly (readonly [cell: string, typed: string])[];
}

/** The sheet with something else typed into one of its cells. */
export function replaceCell(sheet: string, cell: string, typedThere: string): string {
  const column = cell.charCodeAt(0) - 65;
  const row = Number(cell.slice(1)) - 1;
  return sheet
    .split("\n")
    .map((line, place) => {
      if (place !== row) return line;
      const cells = line.split("|");
      return Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) =>
        at === column ? typedThere : (cells[at] ?? "")
      ).join("|");
    })
    .join("\n");
}

/** Every cell that errors and questions name: their own, and those of sets that explain them equally well. */
export function cellsTold(evaluation: Evaluation): ReadonlySet<string> {
  return new Set(
    evaluation.findings
      .filter(({ class: kind }) => kind !== "target")
      .flatMap(({ at, alternatives }) => [at, ...alternatives.flat()])
      .map(({ area }) => formatArea(area))
  );
}

/** Each sheet is read whole, called right, and tells every fault at its cell. */
export function describeOffices(offices: readonly Office[]): void {
  describe.each(offices)("$about", ({ sheet, faults }) => {
    test("is read whole, and nothing in it is called wrong", () => {
      const evaluation = evaluateSheets([typed("表", sheet)]);
      expect(evaluation.tables.flatMap(({ unrecognised }) => unrecognised)).toEqual([]);
      expect(linesOf(evaluation)).toEqual([]);
    });

    test.each(faults)("another number in %s is told there: %s", (cell, typedThere) => {
      const evaluation = evaluateSheets([typed("表", replaceCell(sheet, cell, typedThere))]);
      expect([...cellsTold(evaluation)]).toContain(cell);
    });
  });
}
