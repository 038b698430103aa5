import ExcelJS from "exceljs";
import type { CellValue } from "../../core/index.ts";
import { SAVED, withFixedDates } from "../samples/write-workbook.ts";
import { cellsIn } from "./calculate.ts";
import type { CaseSheet, ComputedCell } from "./case.ts";
import type { ComputedBook } from "./compute-sheets.ts";

/** A dot: what a picture shows does not matter, only that there is nothing to read. */
const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** The .xlsx file of a case, through a writer that is not ours. The same data give the same bytes. */
export async function writeCase(
  sheets: readonly CaseSheet[],
  book: ComputedBook
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "ZoneCheck";
  workbook.lastModifiedBy = "ZoneCheck";
  workbook.created = SAVED;
  workbook.modified = SAVED;
  for (const sheet of sheets) writeSheet(workbook, sheet, book);
  return withFixedDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function writeSheet(workbook: ExcelJS.Workbook, sheet: CaseSheet, book: ComputedBook): void {
  const target = workbook.addWorksheet(
    sheet.name,
    sheet.isHidden === true ? { state: "hidden" } : {}
  );
  for (const [address, cell] of book.get(sheet.name) ?? []) {
    target.getCell(address).value = cellValue(cell);
  }
  for (const [range, format] of sheet.formats ?? []) {
    for (const cell of cellsIn(range)) target.getCell(cell).numFmt = format;
  }
  for (const merge of sheet.merges ?? []) target.mergeCells(merge);
  for (const row of sheet.hiddenRows ?? []) target.getRow(row).hidden = true;
  for (const column of sheet.hiddenColumns ?? []) target.getColumn(column).hidden = true;
  if (sheet.tableObject !== undefined) addTable(target, sheet.tableObject);
  if (sheet.picture !== undefined) {
    const image = workbook.addImage({ base64: DOT, extension: "png" });
    target.addImage(image, `${sheet.picture}:${sheet.picture}`);
  }
}

function cellValue({ value, formula }: ComputedCell): ExcelJS.CellValue {
  if (formula === null) return typed(value);
  if (typeof value === "object" && value !== null) {
    const result = { error: value.error as ExcelJS.CellErrorValue["error"] };
    return { formula, result, date1904: false };
  }
  return { formula, result: value ?? "", date1904: false };
}

function typed(value: CellValue): ExcelJS.CellValue {
  if (typeof value === "object" && value !== null) throw new Error(`${value.error} is typed`);
  return value;
}

/** Makes cells that are already written an Excel table, with its filter buttons. */
function addTable(target: ExcelJS.Worksheet, range: string): void {
  const cells = cellsIn(range);
  const lines = new Map<number, ExcelJS.CellValue[]>();
  for (const cell of cells) {
    const { row, value } = target.getCell(cell);
    const line = lines.get(Number(row)) ?? [];
    line.push(value);
    lines.set(Number(row), line);
  }
  const [header = [], ...rows] = lines.values();
  target.addTable({
    name: "指标表",
    ref: cells[0] ?? "A1",
    headerRow: true,
    style: { theme: "TableStyleLight1", showRowStripes: true },
    columns: header.map((name) => ({
      name: typeof name === "string" ? name : "",
      filterButton: true,
    })),
    rows,
  });
}
