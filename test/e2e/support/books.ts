import ExcelJS from "exceljs";

type Row = readonly (string | number | null)[];

/** A workbook of a test, written by a library that is not ours. */
export async function writeBook(fill: (book: ExcelJS.Workbook) => unknown): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Adds a sheet with these rows, from A1 on. */
export function addSheet(
  book: ExcelJS.Workbook,
  name: string,
  rows: readonly Row[]
): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name);
  for (const row of rows) sheet.addRow([...row]);
  return sheet;
}

/**
 * One zone, its indicators in rows: a form unlike the samples. E6 misses its target, and G6 says that it does not.
 */
export const OTHER_FORM: readonly Row[] = [
  ["平陆经济技术开发区2023年1-6月主要指标完成情况表"],
  ["单位:亿元、%"],
  ["指标名称", "计量单位", "本期完成", "上年同期", "同比增长(%)", "省定目标(%)", "是否达标"],
  ["工业投资", "亿元", 23.4, 20, 17, 16, "达到"],
  ["固定资产投资", "亿元", 41.2, 40, 3, 2, "达到"],
  ["规模以上工业增加值", "亿元", 30, "-", 9.5, 16, "达到"],
  ["填表人:", null, "审核人:"],
];
