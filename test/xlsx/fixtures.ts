import ExcelJS from "exceljs";
import { strToU8, unzipSync, Zip, ZipDeflate } from "fflate";
import { handMade, handMadeParts, PLAIN_STYLES, zipParts } from "../support/package.ts";

/** A workbook that flags are put on: every one has a sheet 经济指标 with numbers in A1:C3. */
export interface Fixture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const SHEET = "经济指标";

const ROWS =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><f>A1+B1</f><v>3</v></c></row>' +
  '<row r="3"><c r="C3"><v>5</v></c></row>';

const CF = (sqref: string, priority: number, dxf: number): string =>
  `<conditionalFormatting sqref="${sqref}"><cfRule type="expression" dxfId="${dxf}" priority="${priority}"><formula>${sqref.split(" ")[0] ?? ""}&gt;1</formula></cfRule></conditionalFormatting>`;

const TAIL =
  '<dataValidations count="1"><dataValidation type="whole" sqref="B1"><formula1>1</formula1></dataValidation></dataValidations><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>';

/** What hangs on a rich sheet; nobody needs to understand it, everybody needs to leave it alone. */
const RICH_PARTS = {
  "xl/drawings/drawing1.xml":
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
  "xl/charts/chart1.xml":
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>',
  "xl/vbaProject.bin": Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256),
  "xl/media/image1.png": Uint8Array.from({ length: 100 }, (_, index) => (index * 91) % 256),
  "xl/threadedComments/threadedComment1.xml":
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>',
  "xl/calcChain.xml":
    '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="C1" i="1"/></calcChain>',
};

const X14 =
  '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="2" id="{A}"><xm:f>土地!A1&gt;1</xm:f><x14:dxf><font><b/></font></x14:dxf></x14:cfRule><xm:sqref>A1:A3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';

const DXF = "<dxf><font><b/></font></dxf>";

function one(
  name: string,
  book: Partial<Parameters<typeof handMade>[0]>,
  sheet: { readonly before?: string; readonly after?: string; readonly rows?: string } = {}
): Fixture {
  const sheets = [{ name: SHEET, rows: ROWS, ...sheet }];
  return { name, bytes: handMade({ sheets, ...book }) };
}

export async function fixtures(): Promise<readonly Fixture[]> {
  return [
    { name: "a book by a third-party writer", bytes: await thirdPartyBook() },
    one("no styles part", {}),
    one("styles without dxfs", { styles: PLAIN_STYLES }, { after: TAIL }),
    one("an empty dxfs", {
      styles: `${PLAIN_STYLES}<dxfs count="0"/><tableStyles count="0"/>`,
    }),
    one("an empty dxfs with an end tag and no count", {
      styles: `${PLAIN_STYLES}<dxfs></dxfs><tableStyles count="0"/>`,
    }),
    one("dxfs without a count", { styles: `${PLAIN_STYLES}<dxfs>${DXF}</dxfs>` }),
    one(
      "the user's own formats, with gaps in their priorities",
      { styles: `${PLAIN_STYLES}<dxfs count="2">${DXF}${DXF}</dxfs>` },
      {
        before: '<sheetPr/><dimension ref="A1:C3"/>',
        after: `<mergeCells count="1"><mergeCell ref="E1:F2"/></mergeCells><phoneticPr fontId="0"/>${CF("A1:A3", 7, 0)}${CF("B1 B3", 3, 1)}${TAIL}`,
      }
    ),
    one(
      "formats in Excel 2010's extension",
      { styles: `${PLAIN_STYLES}<dxfs count="1">${DXF}</dxfs>` },
      { after: `${CF("A1:A3", 1, 0)}${TAIL}${X14}` }
    ),
    one(
      "formats of a pivot table",
      { styles: `${PLAIN_STYLES}<dxfs count="1">${DXF}</dxfs>` },
      {
        after: CF("A1:A3", 1, 0).replace(
          "<conditionalFormatting ",
          '<conditionalFormatting pivot="1" '
        ),
      }
    ),
    {
      name: "Strict, with a prefix",
      bytes: handMade({
        strict: true,
        prefix: "x:",
        styles: `${PLAIN_STYLES}<dxfs count="1">${DXF}</dxfs>`.replace(/<(\/?)/g, "<$1x:"),
        sheets: [
          {
            name: SHEET,
            rows: ROWS.replace(/<(\/?)/g, "<$1x:"),
            after: CF("A1:A3", 1, 0).replace(/<(\/?)/g, "<$1x:"),
          },
        ],
      }),
    },
    one("charts, macros, pictures and comments", {
      styles: `${PLAIN_STYLES}<dxfs count="1">${DXF}</dxfs>`,
      parts: RICH_PARTS,
      types: '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      relationships:
        '<Relationship Id="rV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="rC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
    }),
    { name: "laid out in lines, with a byte order mark", bytes: prettyBook() },
    { name: "UTF-16 parts", bytes: wideBook() },
    { name: "written as a stream", bytes: await streamedBook() },
  ];
}

async function thirdPartyBook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRows([
    [1, 2, { formula: "A1+B1", result: 3 }],
    [3, 4, 5],
    ["甲", "乙", 5],
  ]);
  sheet.mergeCells("E1:F2");
  sheet.addConditionalFormatting({
    ref: "A1:A3",
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: ["A1>1"],
        style: { font: { bold: true } },
      },
      { type: "dataBar", priority: 2, cfvo: [{ type: "min" }, { type: "max" }] } as never,
    ],
  });
  sheet.getCell("B1").dataValidation = { type: "list", formulae: ['"甲,乙"'] };
  workbook.addWorksheet("土地").getCell("A1").value = "亩";
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function prettyBook(): Uint8Array {
  const parts = handMadeParts({
    styles: `${PLAIN_STYLES}<dxfs count="1">${DXF}</dxfs>`,
    sheets: [{ name: SHEET, rows: ROWS, after: `${CF("A1:A3", 1, 0)}${TAIL}` }],
  });
  for (const [name, text] of Object.entries(parts))
    if (typeof text === "string") parts[name] = `\uFEFF${text.replaceAll("><", ">\r\n  <")}`;
  return zipParts(parts);
}

function wideBook(): Uint8Array {
  const parts = handMadeParts({
    styles: `${PLAIN_STYLES}<dxfs count="1">${DXF}</dxfs>`,
    sheets: [{ name: SHEET, rows: ROWS, after: CF("A1:A3", 1, 0) }],
  });
  for (const [name, text] of Object.entries(parts))
    if (typeof text === "string" && name.startsWith("xl/") && name.endsWith(".xml")) {
      const wide = `\uFEFF${text.replace("UTF-8", "UTF-16")}`;
      parts[name] = new Uint8Array(Uint16Array.from(wide, (c) => c.charCodeAt(0)).buffer);
    }
  return zipParts(parts);
}

/** A zip whose sizes stand behind the data, as programs write it that do not know them beforehand. */
function streamedBook(): Promise<Uint8Array> {
  const parts = handMadeParts({ sheets: [{ name: SHEET, rows: ROWS }], styles: PLAIN_STYLES });
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    const zip = new Zip((error, chunk, final) => {
      if (error !== null) reject(error);
      chunks.push(chunk);
      if (final) resolve(Uint8Array.from(chunks.flatMap((each) => [...each])));
    });
    for (const [name, content] of Object.entries(parts)) {
      const file = new ZipDeflate(name);
      zip.add(file);
      file.push(typeof content === "string" ? strToU8(content) : content, true);
    }
    zip.end();
  });
}

/** Every part of a package, unpacked. */
export function contents(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)));
}
