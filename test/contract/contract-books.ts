import ExcelJS from "exceljs";

async function toBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** One sheet with a cell of every kind; its used area starts at B2, with formatted blanks beyond it. */
export function cellKindsBook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("单元格");
  sheet.getCell("B2").value = "运城开发区";
  sheet.getCell("C2").value = 109.24;
  sheet.getCell("C2").numFmt = "0.00";
  sheet.getCell("D2").value = -17.92;
  sheet.getCell("E2").value = true;
  sheet.getCell("B3").value = "=1+1";
  sheet.getCell("B3").numFmt = "@";
  sheet.getCell("C3").value = 0.17;
  sheet.getCell("C3").numFmt = "0.00%";
  sheet.getCell("D3").value = 45107;
  sheet.getCell("D3").numFmt = "yyyy-mm-dd";
  sheet.getCell("E3").value = 12345.678;
  sheet.getCell("E3").numFmt = '#,##0.0"亿元"';
  sheet.getCell("B4").value = { formula: "C2*2", result: 218.48 };
  sheet.getCell("C4").value = { formula: 'B2&"(省级)"', result: "运城开发区(省级)" };
  sheet.getCell("D4").value = { formula: "1/0", result: { error: "#DIV/0!" } };
  sheet.getCell("E4").value = { formula: "C2>100", result: true };
  sheet.getCell("H9").font = { bold: true };
  sheet.getCell("A1").numFmt = "0.00";
  return toBytes(workbook);
}

/** Four sheets in an order of their own: visible, hidden, very hidden, and an empty one; rows and columns hidden. */
export function sheetKindsBook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const first = workbook.addWorksheet("二季度");
  for (let row = 1; row <= 5; row += 1) first.addRow([`第${row}行`, row, row * 10]);
  first.getRow(3).hidden = true;
  first.getColumn(2).hidden = true;
  workbook.addWorksheet("附件 2", { state: "hidden" }).getCell("A1").value = 1;
  workbook.addWorksheet("参数", { state: "veryHidden" }).getCell("A1").value = 2;
  workbook.addWorksheet("空表");
  workbook.definedNames.add("二季度!$A$1:$A$5", "行名");
  return toBytes(workbook);
}

/** Names of the workbook and of one sheet, as formulas; one of each scope is called the same. */
export async function namesBook(changeText: TextChange): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("一季度 表").addRows([
    [18.2, 17],
    [14.4, 16.9],
  ]);
  workbook.addWorksheet("附表").getCell("A1").value = { formula: "差距+1", result: 2.2 };
  workbook.definedNames.add("附表!$A$1", "占位");
  return changeText(await toBytes(workbook), "xl/workbook.xml", (text) =>
    text.replace(
      /<definedNames>.*<\/definedNames>/s,
      "<definedNames><definedName name=\"差距\">'一季度 表'!$A$1-'一季度 表'!$B$1</definedName>" +
        '<definedName name="差距" localSheetId="1">附表!$A$1*2</definedName></definedNames>'
    )
  );
}

/** A book calculated by hand. */
export async function manualBook(changeText: TextChange): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("表").getCell("A1").value = 1;
  return changeText(await toBytes(workbook), "xl/workbook.xml", (text) =>
    text.replace("<calcPr ", '<calcPr calcMode="manual" ')
  );
}

export type TextChange = (
  bytes: Uint8Array,
  part: string,
  change: (text: string) => string
) => Uint8Array;

/** A form with two conditional formats of the user's own, and a second sheet. */
export function formBook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("经济指标");
  sheet.addRows([
    ["开发区", "工业投资", "同比", "目标"],
    ["运城", 109.24, 18.2, 17],
    ["河津", 32.5, 15.1, 16],
    ["风陵渡", 8.05, -17.92, 17],
  ]);
  sheet.getCell("B2").numFmt = "0.00";
  sheet.addConditionalFormatting({
    ref: "B2:B4",
    rules: [rule("$B2>100", "FF00B050")],
  });
  sheet.addConditionalFormatting({
    ref: "C2:D4",
    rules: [rule("C2<0", "FFFF0000")],
  });
  workbook.addWorksheet("土地").addRows([
    ["开发区", "亩"],
    ["运城", 174.3],
  ]);
  return toBytes(workbook);
}

function rule(formula: string, color: string): ExcelJS.ConditionalFormattingRule {
  return {
    type: "expression",
    priority: 1,
    formulae: [formula],
    style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: color } } },
  };
}

/** A form on a protected sheet beside one on an open sheet. */
export async function protectedBook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const locked = workbook.addWorksheet("上报表");
  locked.addRows([["运城", 12]]);
  await locked.protect("", {});
  workbook.addWorksheet("底稿").addRows([["运城", 12]]);
  return toBytes(workbook);
}
