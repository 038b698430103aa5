import { formatCell } from "../../../../src/core/workbook/address.ts";
import type { GridCell } from "../../../support/grid.ts";
import { keyAt, numberOf, rounded } from "./made-book.ts";
import type { Get, MadeCell, MadeSheet, Value } from "./made-book.ts";

/** A number of a sheet before it is laid out: exact, and what it is made of. */
export interface Plan {
  readonly kind: string;
  readonly decimals: number;
  readonly exact: Value;
  /** As a formula over other cells of the sheet; a typed cell then agrees with it within rounding. */
  readonly made?: {
    readonly from: readonly string[];
    readonly text: string;
    readonly compute: (...values: readonly number[]) => Value;
    /** By how much a typed one may be off, its own rounding included; null: it must be the same. */
    readonly slack: ((values: readonly number[], own: number) => number) | null;
  };
  readonly isFormula: boolean;
}

/** Collects the cells of one sheet. */
export function sheetBuilder(name: string, header: readonly (readonly GridCell[])[]) {
  const cells: MadeCell[] = [];
  const labels: { row: number; column: number; text: string }[] = [];
  return {
    name,
    keyOf: (row: number, column: number): string => keyAt(name, row, column),
    ref: (row: number, column: number): string => formatCell({ row, column }),
    label: (row: number, column: number, text: string): void => {
      labels.push({ row, column, text });
    },
    put: (row: number, column: number, plan: Plan): void => {
      const { kind, decimals, exact, made, isFormula } = plan;
      const value = typeof exact === "number" ? rounded(exact, decimals) : exact;
      const read = (get: Get): readonly number[] =>
        (made?.from ?? []).map((key) => numberOf(get(key)));
      cells.push({
        key: keyAt(name, row, column),
        sheet: name,
        row,
        column,
        kind,
        decimals,
        value,
        formula:
          made === undefined || !isFormula
            ? null
            : {
                text: made.text,
                compute: (get) => {
                  const result = made.compute(...read(get));
                  if (typeof result === "string") return result;
                  return made.text.startsWith("=ROUND(")
                    ? rounded(result, decimals)
                    : Number(result.toPrecision(14));
                },
              },
        agrees:
          made === undefined
            ? null
            : (get, own) => {
                const values = read(get);
                const computed = made.compute(...values);
                if (typeof computed === "string" || typeof own === "string")
                  return computed === own;
                if (made.slack === null) return computed === own;
                return Math.abs(computed - own) <= made.slack(values, own) + 1e-9;
              },
      });
    },
    done: (): MadeSheet => ({ name, header, cells, labels }),
  };
}

export type SheetBuilder = ReturnType<typeof sheetBuilder>;
