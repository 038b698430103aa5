import { describe, expect, test } from "@jest/globals";
import { cellAt, parseArea } from "../../src/core/index.ts";
import type { Cell } from "../../src/core/index.ts";
import { openPackage } from "../../src/xlsx/index.ts";
import type { PackageBook, PackageSheet } from "../../src/xlsx/index.ts";
import { handMade, PLAIN_STYLES } from "../support/package.ts";
import type { HandMadeBook } from "../support/package.ts";

function opened(book: HandMadeBook): PackageBook {
  const result = openPackage(handMade(book), "试.xlsx");
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function first(book: PackageBook): PackageSheet {
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

/** One sheet of these rows, and a look-up by A1. */
function rows(content: string, rest: Omit<HandMadeBook, "sheets"> = {}): (at: string) => Cell {
  const { sheet } = first(opened({ sheets: [{ name: "表", rows: content }], ...rest }));
  return (at) => {
    const area = parseArea(at);
    if (area === undefined) throw new Error(at);
    return cellAt(sheet, area.row, area.column);
  };
}

describe("cells", () => {
  test.each<[string, string, Cell["value"]]>([
    ["a number", '<c r="A1"><v>109.24</v></c>', 109.24],
    ["a number in exponents", '<c r="A1"><v>-1.792E1</v></c>', -17.92],
    ["a shared string", '<c r="A1" t="s"><v>0</v></c>', "运城"],
    ["a string of runs, without its phonetic guide", '<c r="A1" t="s"><v>1</v></c>', "晋城开发区"],
    [
      "an inline string",
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>',
      " 甲 ",
    ],
    [
      "an inline string of runs",
      '<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>',
      "甲乙",
    ],
    ["a formula's text", '<c r="A1" t="str"><f>B1</f><v>好</v></c>', "好"],
    ["a formula's empty text", '<c r="A1" t="str"><f>""</f><v></v></c>', ""],
    ["a truth value", '<c r="A1" t="b"><v>1</v></c>', true],
    ["an error", '<c r="A1" t="e"><v>#N/A</v></c>', { error: "#N/A" }],
    ["a Strict date", '<c r="A1" t="d"><v>2023-06-30</v></c>', 45107],
    ["a Strict date with its time", '<c r="A1" t="d"><v>2023-06-30T12:00:00</v></c>', 45107.5],
    ["a day before the leap day that never was", '<c r="A1" t="d"><v>1900-01-01</v></c>', 1],
    [
      "an escaped line end",
      '<c r="A1" t="str"><f>1</f><v>a_x000A_b_x005F_x0041_</v></c>',
      "a\nb_x0041_",
    ],
    [
      "CDATA and entities",
      '<c r="A1" t="inlineStr"><is><t>a&amp;b<![CDATA[<c>]]></t></is></c>',
      "a&b<c>",
    ],
    ["nothing", '<c r="A1" s="0"/>', null],
  ])("%s", (_, xml, value) => {
    const at = rows(`<row r="1">${xml}<c r="B1"><v>1</v></c></row>`, {
      strings:
        '<si><t>运城</t></si><si><r><t>晋城</t></r><r><rPr><b/></rPr><t>开发区</t></r><rPh sb="0" eb="1"><t>jin</t></rPh></si>',
    });
    expect(at("A1").value).toEqual(value);
  });

  test("without references follow one another", () => {
    const at = rows(
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    );
    expect(["A1", "D1", "E1", "A5", "A6"].map((each) => at(each).value)).toEqual([1, 2, 3, 4, 5]);
  });

  test("a formula without a value is not calculated, which is not blank", () => {
    const { sheet } = first(
      opened({
        sheets: [
          {
            name: "表",
            rows: '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v/></c><c r="C1" t="str"><f>""</f><v/></c></row>',
          },
        ],
      })
    );
    expect([...sheet.notCalculated]).toEqual(["A1", "B1"]);
    expect(sheet.formulas).toEqual([["=1+1", "=1+1", '=""']]);
    expect(sheet.values).toEqual([[null, null, ""]]);
  });

  test("a date of a 1904 book is told as a serial of 1900; other numbers and times stay", () => {
    const at = rows(
      '<row r="1"><c r="A1" s="1"><v>43645</v></c><c r="B1"><v>43645</v></c><c r="C1" s="2"><v>0.5</v></c></row>',
      {
        workbookBefore: '<workbookPr date1904="1"/>',
        styles: PLAIN_STYLES.replace(
          /<cellXfs.*/,
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="20"/></cellXfs>'
        ),
      }
    );
    expect([at("A1").value, at("B1").value, at("C1").value]).toEqual([45107, 43645, 0.5]);
    expect(at("A1").numberFormat).toBe('yyyy"年"m"月"d"日"');
  });

  test("a lone format in the last row of a sheet does not widen the used area", () => {
    const { sheet } = first(
      opened({
        sheets: [
          {
            name: "表",
            rows: '<row r="2"><c r="B2"><v>1</v></c></row><row r="1048576" s="1" customFormat="1"><c r="A1048576" s="1"/></row>',
          },
        ],
      })
    );
    expect(sheet.origin).toEqual({ row: 1, column: 1 });
    expect(sheet.values).toEqual([[1]]);
  });

  test("a lone value in the last row is read without a copy of the rows between", () => {
    const { sheet } = first(
      opened({
        sheets: [
          {
            name: "表",
            rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="C1048576"><v>2</v></c></row>',
          },
        ],
      })
    );
    expect(sheet.values).toHaveLength(1_048_576);
    expect(sheet.values.at(-1)).toEqual([null, null, 2]);
    expect(new Set(sheet.values).size).toBe(3);
  });
});

describe("formulas", () => {
  test("shared ones are written out for every cell", () => {
    const at = rows(
      '<row r="1"><c r="C1"><f t="shared" ref="C1:D3" si="0">A1*$B$1+LOG10(A$1)&amp;"A1"</f><v>1</v></c><c r="D1"><f t="shared" si="0"/><v>1</v></c></row>' +
        '<row r="2"><c r="C2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="D3"><f t="shared" si="0"/><v>1</v></c></row>'
    );
    expect(at("C1").formula).toBe('=A1*$B$1+LOG10(A$1)&"A1"');
    expect(at("D1").formula).toBe('=B1*$B$1+LOG10(B$1)&"A1"');
    expect(at("C2").formula).toBe('=A2*$B$1+LOG10(A$1)&"A1"');
    expect(at("D3").formula).toBe('=B3*$B$1+LOG10(B$1)&"A1"');
  });

  test("an array formula belongs to its first cell; a what-if table has values only", () => {
    const at = rows(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c><c r="B1"><v>1</v></c><c r="D1"><f t="dataTable" ref="D1:D2" dt2D="0" dtr="0" r1="B1"/><v>7</v></c></row>' +
        '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>2</v></c></row>'
    );
    expect([at("A1").formula, at("A2").formula, at("D1").formula]).toEqual([
      "=B1:B2*2",
      null,
      null,
    ]);
    expect([at("A2").value, at("D1").value]).toEqual([4, 7]);
  });

  test("lose the prefixes they are stored with, texts keep theirs", () => {
    const at = rows(
      '<row r="1"><c r="A1"><f>_xldudf_ZONE_GAP(B1,_xlfn.XLOOKUP(1,C:C,D:D))&amp;"_xlfn."</f><v>1</v></c><c r="B1"><f>_xlfn._xlws.FILTER(A:A,_xlfn.LET(_xlpm.x,1,_xlpm.x))</f><v>1</v></c></row>'
    );
    expect(at("A1").formula).toBe('=ZONE_GAP(B1,XLOOKUP(1,C:C,D:D))&"_xlfn."');
    expect(at("B1").formula).toBe("=FILTER(A:A,LET(x,1,x))");
  });
});

describe("packages of every make", () => {
  test("Strict files, elements with a prefix, no styles, no shared strings", () => {
    const book = opened({
      strict: true,
      prefix: "x:",
      workbookAfter: '<x:calcPr calcMode="manual"/>',
      sheets: [
        {
          name: "严格",
          rows: '<x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row>',
          after: '<x:mergeCells><x:mergeCell ref="B1:C2"/></x:mergeCells>',
        },
      ],
    });
    expect(book.book.sheets[0]).toMatchObject({
      name: "严格",
      values: [[2]],
      formulas: [["=1+1"]],
    });
    expect(book.book.calculation).toBe("manual");
    expect(first(book).merges).toEqual([{ row: 0, column: 1, rows: 2, columns: 2 }]);
    expect(book.styles).toHaveLength(1);
  });

  test("chart sheets are no sheets of the book; names limited to a sheet still find theirs", () => {
    const book = opened({
      sheets: [
        { name: "甲", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
        { name: "乙", rows: "" },
      ],
      workbookAfter:
        '<definedNames><definedName name="局部" localSheetId="1">乙!$A$1</definedName><definedName name="ZONE_GAP">_xlfn.LAMBDA(_xlpm.a,_xlpm.a)</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">甲!$A$1</definedName></definedNames>',
    });
    expect(book.definedNames).toEqual([
      { name: "局部", formula: "=乙!$A$1", sheet: "乙" },
      { name: "ZONE_GAP", formula: "=LAMBDA(a,a)", sheet: null },
    ]);
    expect(book.book.definedNames).toEqual(["ZONE_GAP"]);
  });

  test("hidden columns, widths, heights, panes and protection", () => {
    const sheet = first(
      opened({
        sheets: [
          {
            name: "表",
            before:
              '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="10.5"/><cols><col min="1" max="1" width="20"/><col min="2" max="3" width="9" hidden="1"/><col min="4" max="16384" width="7"/></cols>',
            rows: '<row r="1" ht="30" customHeight="1"><c r="A1"><v>1</v></c><c r="D1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row>',
            after: '<sheetProtection sheet="1" objects="1"/>',
          },
        ],
      })
    );
    expect(sheet.frozen).toEqual({ rows: 3, columns: 1 });
    expect(sheet.defaultColumnWidth).toBe(10.5);
    expect([sheet.columnWidths.get(0), sheet.columnWidths.get(3)]).toEqual([20, 7]);
    expect(sheet.columnWidths.size).toBeLessThan(300);
    expect([...sheet.rowHeights]).toEqual([[0, 30]]);
    expect([...sheet.sheet.hiddenColumns]).toEqual([1, 2]);
    expect([...sheet.sheet.hiddenRows]).toEqual([1]);
    expect(sheet.sheet.isProtected).toBe(true);
  });
});

describe("looks", () => {
  const styles =
    '<numFmts count="1"><numFmt numFmtId="180" formatCode="0.00_);[Red]\\(0.00\\)"/></numFmts>' +
    '<fonts><font/><font><b/><i val="0"/><u/><sz val="16"/><color theme="1"/><name val="黑体"/></font></fonts>' +
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5999938962981048"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills>' +
    '<borders><border/><border><left style="thin"><color auto="1"/></left><bottom style="double"><color rgb="FFC00000"/></bottom></border></borders>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="180" fontId="1" fillId="1" borderId="1"><alignment horizontal="center" vertical="center" wrapText="1" indent="1"/></xf><xf numFmtId="10" fillId="2"/></cellXfs>' +
    '<dxfs><dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>';
  const book = opened({
    styles,
    sheets: [
      {
        name: "表",
        before: '<cols><col min="2" max="2" width="9" style="2"/></cols>',
        rows: '<row r="1"><c r="A1" s="1"><v>1</v></c></row><row r="2" s="1" customFormat="1"><c r="C2"><v>1</v></c></row>',
        after:
          '<conditionalFormatting sqref="A1:A2 C3"><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan" stopIfTrue="1"><formula>0</formula></cfRule><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule></conditionalFormatting>',
      },
    ],
  });

  test("resolve theme colours with their tint, the old palette, and custom number formats", () => {
    expect(book.styles[1]).toMatchObject({
      numberFormat: "0.00_);[Red]\\(0.00\\)",
      font: {
        name: "黑体",
        size: 16,
        bold: true,
        italic: false,
        underline: true,
        color: "#000000",
      },
      fill: "#B4C7E7",
      border: {
        left: { style: "thin", color: null },
        bottom: { style: "double", color: "#C00000" },
        top: null,
      },
      horizontal: "center",
      vertical: "center",
      wrap: true,
      indent: 1,
    });
    expect(book.styles[2]).toMatchObject({ numberFormat: "0.00%", fill: "#FFFF00" });
  });

  test("of a blank cell come from its row, then from its column", () => {
    expect(first(book).styles).toEqual([
      [1, 2, 0],
      [1, 1, 0],
    ]);
  });

  test("conditional formats come by priority with all their areas", () => {
    expect(first(book).conditionalFormats).toEqual([
      expect.objectContaining({ type: "colorScale", priority: 1, formulas: [] }),
      {
        areas: [
          { row: 0, column: 0, rows: 2, columns: 1 },
          { row: 2, column: 2, rows: 1, columns: 1 },
        ],
        type: "cellIs",
        operator: "lessThan",
        formulas: ["0"],
        priority: 2,
        stopIfTrue: true,
        look: { fill: "#FFC7CE", fontColor: "#9C0006", bold: true, border: null },
      },
    ]);
  });
});
