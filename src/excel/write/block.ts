import { formatLinkFormula, LINK_LOOK, PLANNED_LOOKS } from "../../core/index.ts";
import type { Area, CellRef, PlannedCell, PlannedLook, WriteIntent } from "../../core/index.ts";
import { findRuns } from "./runs.ts";
import type { Step } from "./step.ts";

type WriteBlock = WriteIntent & { readonly kind: "write-block" };
type Row = readonly PlannedCell[];

/** Rows are written in steps of about this many bytes, so that a long ledger may be spread over several requests. */
const STEP_BYTES = 400_000;

/** Steps for a block of cells: first formats, so that text stays text, then contents; looks and widths last. */
export function blockSteps(intent: WriteBlock, worksheet: () => Excel.Worksheet): readonly Step[] {
  const { at, cells } = intent;
  const steps: Step[] = [];
  let start = 0;
  let bytes = 0;
  for (const [index, row] of cells.entries()) {
    bytes += rowBytes(row);
    if (bytes < STEP_BYTES && index < cells.length - 1) continue;
    const rows = cells.slice(start, index + 1);
    const place = { row: at.row + start, column: at.column };
    steps.push({
      bytes,
      queue: () => {
        writeRows(worksheet(), place, rows);
      },
    });
    start = index + 1;
    bytes = 0;
  }
  steps.push({
    bytes: 1000,
    queue: () => {
      setView(worksheet(), intent);
    },
  });
  return steps;
}

function rowBytes(row: Row): number {
  return row.reduce((sum, cell) => {
    const content = "text" in cell ? cell.text : "formula" in cell ? cell.formula : "";
    return sum + 40 + content.length * 3;
  }, 0);
}

function writeRows(worksheet: Excel.Worksheet, at: CellRef, rows: readonly Row[]): void {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return;
  const range = worksheet.getRangeByIndexes(at.row, at.column, rows.length, columns);
  const grid = rows.map((row) =>
    Array.from({ length: columns }, (_, c): PlannedCell => row[c] ?? { kind: "blank" })
  );
  // null leaves a cell as it is.
  range.numberFormat = grid.map((row) => row.map(numberFormatOf));
  if (grid.flat().some((cell) => valueOf(cell) !== null))
    range.values = grid.map((row) => row.map(valueOf));
  const part = (area: Area): Excel.Range =>
    worksheet.getRangeByIndexes(
      at.row + area.row,
      at.column + area.column,
      area.rows,
      area.columns
    );
  // Formulas stand in a column or two of a long block: only these are sent.
  const hasFormula = grid.map((row) => row.map((cell) => (formulaOf(cell) === null ? null : true)));
  for (const { area } of findRuns(hasFormula))
    part(area).formulas = grid
      .slice(area.row, area.row + area.rows)
      .map((row) => row.slice(area.column, area.column + area.columns).map(formulaOf));
  for (const { value, area } of findRuns(grid.map((row) => row.map(lookOf))))
    applyLook(part(area), value);
}

function numberFormatOf(cell: PlannedCell): string | null {
  switch (cell.kind) {
    case "text":
      return "@";
    case "number":
    case "formula":
      return cell.numberFormat;
    case "link":
      return "General";
    case "blank":
      return null;
  }
}

function valueOf(cell: PlannedCell): string | number | null {
  if (cell.kind === "text") return cell.text;
  return cell.kind === "number" ? cell.value : null;
}

function formulaOf(cell: PlannedCell): string | null {
  if (cell.kind === "formula") return cell.formula;
  return cell.kind === "link" ? formatLinkFormula(cell.text, cell.sheet, cell.area) : null;
}

function lookOf(cell: PlannedCell): PlannedLook | null {
  if (cell.kind === "link") return LINK_LOOK;
  if (cell.kind === "blank" || cell.style === undefined) return null;
  return PLANNED_LOOKS[cell.style];
}

function applyLook({ format }: Excel.Range, look: PlannedLook): void {
  if (look.fill !== null) format.fill.color = look.fill;
  if (look.fontColor !== null) format.font.color = look.fontColor;
  if (look.bold) format.font.bold = true;
  if (look.italic) format.font.italic = true;
  if (look.wrap) format.wrapText = true;
}

function setView(worksheet: Excel.Worksheet, intent: WriteBlock): void {
  for (const [index, characters] of (intent.columnWidths ?? []).entries()) {
    const column = worksheet.getRangeByIndexes(intent.at.row, intent.at.column + index, 1, 1);
    column.format.columnWidth = toPoints(characters);
  }
  if (intent.frozenRows !== undefined && intent.frozenRows > 0)
    worksheet.freezePanes.freezeRows(intent.frozenRows);
}

/** Characters of the default font (7 pixels wide, 5 of padding) to points, as SpreadsheetML defines a column's width. */
function toPoints(characters: number): number {
  const pixels = Math.trunc(((256 * characters + Math.trunc(128 / 7)) / 256) * 7) + 5;
  return pixels * 0.75;
}
