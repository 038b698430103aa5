import ExcelJS from "exceljs";

/** A row of the little form below: zone, this year, last year, growth. */
type Row = readonly [string, number | string | null, number, number];

export const CLEAN: readonly Row[] = [
  ["运城经济技术开发区", 120, 100, 20],
  ["河津经济技术开发区", 220, 200, 10],
  ["永济经济技术开发区", 330, 300, 10],
];

/** A workbook as offices send it: title, unit line, header, zones and a total. */
export async function bookOfRows(
  rows: readonly Row[] = CLEAN,
  more: { readonly total?: number; readonly isProtected?: boolean; readonly target?: number } = {}
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("经济指标");
  const { total = 670, target } = more;
  sheet.addRows([
    ["运城市开发区2023年1-6月主要经济指标"],
    ["单位:亿元、%"],
    ["开发区", "工业投资", null, null, ...(target === undefined ? [] : [null])],
    [null, "完成", "上年同期", "同比增长(%)", ...(target === undefined ? [] : ["省定目标(%)"])],
    ...rows.map((row) => (target === undefined ? [...row] : [...row, target])),
    ["合计", total, 600, 11.67],
  ]);
  if (more.isProtected === true) await sheet.protect("x", {});
  return new Uint8Array(await book.xlsx.writeBuffer());
}
