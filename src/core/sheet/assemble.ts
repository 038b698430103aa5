import type {
  Field,
  IndicatorTable,
  Observation,
  RowDivision,
  Unrecognised,
} from "../model/table.ts";
import { NOTHING_AROUND } from "../model/around.ts";
import type { Period } from "../model/period.ts";
import type { Subject } from "../model/zone.ts";
import { formatCell, type Area, type CellRef } from "../workbook/address.ts";
import { cellAt, type Sheet } from "../workbook/book.ts";
import { conventionsOf } from "./conventions.ts";
import { readCellContent } from "./cell-content.ts";
import { parseNumberFormat } from "./number-format.ts";
import type { Unit } from "../model/unit.ts";
import { isAddedUp, type Amounts } from "./row-sums.ts";
import type { Surroundings } from "./surroundings.ts";
import { widenCoarse } from "./coarse-columns.ts";
import { widenSums } from "./widen-sums.ts";

/** Reads one cell of a table as its field expects it. */
export function readObservation(
  sheet: Sheet,
  at: CellRef,
  subject: number,
  field: Field
): Observation {
  const cell = cellAt(sheet, at.row, at.column);
  return {
    subject,
    field: field.index,
    content: readCellContent(cell, {
      measure: field.measure,
      unit: field.unit,
      isCalculated: !sheet.notCalculated.has(formatCell(at)),
      conventions: conventionsOf(sheet),
    }),
    at,
    formula: cell.formula,
    numberFormat: cell.numberFormat,
    isHidden: sheet.hiddenRows.has(at.row) || sheet.hiddenColumns.has(at.column),
  };
}

/** The unit that the number formats of a table's cells write behind the numbers, from the first cell that has one. */
export function unitInFormats(sheet: Sheet, cells: Iterable<CellRef>): Unit | null {
  let looked = 0;
  for (const at of cells) {
    const { value, numberFormat } = cellAt(sheet, at.row, at.column);
    if (typeof value !== "number") continue;
    const { unit, isPercent } = parseNumberFormat(numberFormat, value);
    if (unit !== null && !isPercent) return unit;
    looked += 1;
    if (looked >= 5) return null;
  }
  return null;
}

/** The fields whose amounts add up, as columns over the subjects. */
export function amountsOf(
  fields: readonly Field[],
  cells: readonly (readonly (Observation | null)[])[]
): readonly Amounts[] {
  return fields
    .filter(
      (field) =>
        isAddedUp(field.measure) && field.indicator.kind !== "rate" && field.against === null
    )
    .slice(0, 60)
    .map((field) => ({
      contents: cells.map((row) => row[field.index]?.content ?? null),
      formulas: cells.map((row) => row[field.index]?.formula ?? null),
    }));
}

export interface TableParts {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly orientation: IndicatorTable["orientation"];
  readonly surroundings: Surroundings;
  readonly period: Period | null;
  readonly subjects: readonly Subject[];
  readonly fields: readonly Field[];
  readonly cells: readonly (readonly (Observation | null)[])[];
  readonly unrecognised: readonly Unrecognised[];
  readonly rowDivisions?: readonly RowDivision[];
  /** Filled cells of values seen, and those of them in unrecognised parts. */
  readonly filled: number;
  readonly lost: number;
}

export function toTable(parts: TableParts): IndicatorTable {
  return {
    sheet: parts.sheet.name,
    area: parts.area,
    orientation: parts.orientation,
    title: parts.surroundings.title,
    period: parts.period,
    city: parts.surroundings.city,
    subjects: parts.subjects,
    fields: parts.fields.map(plainField),
    cells: widenSums(widenCoarse(parts.cells, parts.fields, parts.subjects), parts.orientation),
    unrecognised: parts.unrecognised,
    confidence: parts.filled === 0 ? 1 : (parts.filled - parts.lost) / parts.filled,
    rowDivisions: parts.rowDivisions ?? [],
    around: NOTHING_AROUND,
  };
}

/** Without what the readers noted for themselves. */
function plainField(field: Field): Field {
  const { index, indicator, measure, against, unit, period, path, line, header } = field;
  return { index, indicator, measure, against, unit, period, path, line, header };
}
