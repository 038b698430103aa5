import { unzipSync, zipSync } from "fflate";
import ExcelJS from "exceljs";
import type { Look, SampleBook, SampleCell, SampleSheet } from "./sample-book.ts";

/** Every workbook of ours was "last saved" then: the same data gives the same bytes. */
export const SAVED = new Date(Date.UTC(2023, 6, 6, 8, 0, 0));

// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- exceljs declares PaperSize but exports no such value.
const A4 = 9 as ExcelJS.PaperSize;
const FONT = "宋体";
const THIN: ExcelJS.Borders = {
  top: { style: "thin" },
  left: { style: "thin" },
  bottom: { style: "thin" },
  right: { style: "thin" },
  diagonal: {},
};
const TOTAL_FILL: ExcelJS.Fill = {
  type: "pattern",
  pattern: "solid",
  fgColor: { argb: "FFF2F2F2" },
};

/** The .xlsx file of a sample, through a writer that is not ours. */
export async function writeWorkbook(book: SampleBook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "ZoneCheck";
  workbook.lastModifiedBy = "ZoneCheck";
  workbook.created = SAVED;
  workbook.modified = SAVED;
  for (const sheet of book.sheets) writeSheet(workbook, sheet);
  return withFixedDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function writeSheet(workbook: ExcelJS.Workbook, sheet: SampleSheet): void {
  const target = workbook.addWorksheet(sheet.name, {
    views: [
      {
        state: "frozen",
        xSplit: sheet.frozen.columns,
        ySplit: sheet.frozen.rows,
        zoomScale: 100,
      },
    ],
    pageSetup: {
      paperSize: A4,
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printArea: sheet.printArea,
      printTitlesRow: sheet.titleRows,
    },
    headerFooter: { oddFooter: "&C第 &P 页 共 &N 页" },
    properties: { defaultRowHeight: 20 },
  });
  target.columns = sheet.widths.map((width) => ({ width }));
  for (const [address, cell] of sheet.cells) writeCell(target.getCell(address), cell);
  for (const merge of sheet.merges) target.mergeCells(merge);
  target.eachRow((row) => {
    row.height = 20;
  });
  for (const [address, cell] of sheet.cells) {
    if (cell.look === "title" || cell.look === "header")
      target.getRow(Number(target.getCell(address).row)).height = 32;
  }
}

function writeCell(target: ExcelJS.Cell, cell: SampleCell): void {
  target.value = cellValue(cell.value);
  if (cell.format !== undefined) target.numFmt = cell.format;
  target.font = fontOf(cell.look);
  target.alignment = alignmentOf(cell.look);
  if (isInTable(cell.look)) target.border = THIN;
  if (cell.look.startsWith("total") || cell.look === "header") target.fill = TOTAL_FILL;
}

function cellValue(value: SampleCell["value"]): ExcelJS.CellValue {
  if (value === null || typeof value !== "object") return value;
  if ("error" in value) {
    return { formula: value.formula, result: { error: value.error }, date1904: false };
  }
  return { formula: value.formula, result: value.result, date1904: false };
}

function fontOf(look: Look): Partial<ExcelJS.Font> {
  if (look === "title") return { name: "黑体", size: 16 };
  if (look === "annex") return { name: "黑体", size: 12 };
  if (look === "header") return { name: FONT, size: 10, bold: true };
  if (look.startsWith("total")) return { name: FONT, size: 10, bold: true };
  return { name: FONT, size: 10 };
}

function alignmentOf(look: Look): Partial<ExcelJS.Alignment> {
  const horizontal = (
    {
      annex: "left",
      title: "center",
      "line-left": "left",
      "line-right": "right",
      header: "center",
      name: "left",
      centre: "center",
      number: "right",
      note: "left",
      "total-name": "left",
      "total-centre": "center",
      "total-number": "right",
      text: "left",
    } as const
  )[look];
  return { horizontal, vertical: "middle", wrapText: look === "header" };
}

function isInTable(look: Look): boolean {
  return ["header", "name", "centre", "number"].includes(look) || look.startsWith("total");
}

/** The zip's own time stamps would differ from run to run. */
export function withFixedDates(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  return zipSync(parts, { mtime: SAVED, level: 9 });
}
