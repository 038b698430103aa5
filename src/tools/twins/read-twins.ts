import ExcelJS from "exceljs";
import { SUMMARY } from "./write-twins.ts";

export interface TwinCount {
  readonly id: string;
  readonly compared: number;
  readonly listed: number;
  /** NaN where the workbook was never computed. */
  readonly differ: number;
}

/** What a spreadsheet made of the workbook of twins, function by function. */
export async function readTwins(file: string): Promise<readonly TwinCount[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const counts: TwinCount[] = [];
  book.getWorksheet(SUMMARY)?.eachRow((row, number) => {
    const compared = row.getCell(2).value;
    if (number === 1 || typeof compared !== "number") return;
    const { result } = row.getCell(3);
    counts.push({
      id: row.getCell(1).text,
      compared,
      listed: Number(row.getCell(4).value),
      differ: typeof result === "number" ? result : NaN,
    });
  });
  return counts;
}
