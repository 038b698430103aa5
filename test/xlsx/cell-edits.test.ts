import { describe, expect, test } from "@jest/globals";
import { cellAt, parseArea } from "../../src/core/index.ts";
import type { Cell } from "../../src/core/index.ts";
import { applyEdits, openPackage } from "../../src/xlsx/index.ts";
import type { CellEdit, PackageBook, PackageEdit } from "../../src/xlsx/index.ts";
import { handMade, PLAIN_STYLES, readParts } from "../support/package.ts";
import type { HandMadeBook } from "../support/package.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const STYLES = PLAIN_STYLES.replace(
  /<cellXfs.*/,
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
);

interface Edited {
  readonly bytes: Uint8Array;
  readonly book: PackageBook;
  readonly sheet: string;
  readonly at: (place: string) => Cell;
}

function edited(bytes: Uint8Array, edits: readonly PackageEdit[]): Edited {
  const result = applyEdits(bytes, edits);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const book = openPackage(result.value.bytes, "x.xlsx");
  if (!book.ok) throw new Error(JSON.stringify(book.failure));
  const [first] = book.value.book.sheets;
  if (first === undefined) throw new Error("no sheet");
  return {
    bytes: result.value.bytes,
    book: book.value,
    sheet: readParts(result.value.bytes)[SHEET] ?? "",
    at: (place) => {
      const area = parseArea(place) ?? { row: 0, column: 0 };
      return cellAt(first, area.row, area.column);
    },
  };
}

function book(rows: string, rest: Omit<HandMadeBook, "sheets"> = {}, before = ""): Uint8Array {
  return handMade({ styles: STYLES, sheets: [{ name: "表", rows, before }], ...rest });
}

function setCells(place: string, cells: readonly (readonly (CellEdit | null)[])[]): PackageEdit {
  const area = parseArea(place) ?? { row: 0, column: 0 };
  return { kind: "set-cells", sheet: "表", at: { row: area.row, column: area.column }, cells };
}

const value = (content: CellEdit["value"], numberFormat?: string): CellEdit =>
  numberFormat === undefined
    ? { kind: "value", value: content }
    : { kind: "value", value: content, numberFormat };

describe("cells put as they now stand", () => {
  test("keep their formats, and all other text of the sheet stays as it is", () => {
    const rows =
      '<row r="1" spans="1:3" ht="20"><c r="A1" s="1"><v>1.50</v></c><c r="C1" s="1" t="s"><v>0</v></c></row>';
    const { sheet } = edited(book(rows, { strings: "<si><t>甲</t></si>" }), [
      setCells("A1", [[value(2.5)]]),
    ]);
    expect(sheet).toContain(
      '<row r="1" spans="1:3" ht="20"><c r="A1" s="1"><v>2.5</v></c><c r="C1" s="1" t="s"><v>0</v></c></row>'
    );
  });

  test("go to their places between, before and behind others, in rows old and new", () => {
    const rows = '<row r="2" spans="2:2"><c r="B2"><v>1</v></c></row><row r="5"/>';
    const { at, sheet } = edited(book(rows, {}, '<dimension ref="B2"/>'), [
      setCells("A1", [
        [value("a1"), null, value(true)],
        [value(-1), null, value({ error: "#N/A" })],
        [null, value("b3")],
        [null],
        [value(5)],
        [value("=1+1")],
      ]),
    ]);
    expect(["A1", "C1", "A2", "B2", "C2", "B3", "A5", "A6"].map((each) => at(each).value)).toEqual([
      ...["a1", true, -1, 1],
      ...[{ error: "#N/A" }, "b3", 5, "=1+1"],
    ]);
    expect(at("A6").formula).toBeNull();
    expect([...sheet.matchAll(/ r="([A-Z]*\d+)"/g)].map((each) => each[1])).toEqual([
      ...["1", "A1", "C1", "2", "A2", "B2", "C2", "3", "B3", "5", "A5", "6", "A6"],
    ]);
    expect(sheet).toContain('<dimension ref="A1:C6"/>');
    expect(sheet).toContain('<row r="2" spans="1:3">');
  });

  test("are emptied without losing their look", () => {
    const { sheet, at } = edited(
      book('<row r="1"><c r="A1" s="1"><v>1</v></c><c><v>2</v></c></row>'),
      [setCells("A1", [[value(null)]])]
    );
    expect(sheet).toContain('<c r="A1" s="1"/>');
    expect([at("A1").value, at("B1").value]).toEqual([null, 2]);
  });

  test("get another number format on the look they have", () => {
    const { book: after, at } = edited(book('<row r="1"><c r="A1" s="1"><v>1</v></c></row>'), [
      setCells("A1", [[value(0.17, "0.0%"), value(3, "0.00")]]),
    ]);
    expect(at("A1").numberFormat).toBe("0.0%");
    expect(at("B1").numberFormat).toBe("0.00");
    const style = after.styles[after.sheets[0]?.styles[0]?.[0] ?? 0];
    expect(style).toMatchObject({ numberFormat: "0.0%", horizontal: "center" });
  });

  test("a new cell looks as its row or column says", () => {
    const { sheet } = edited(
      book(
        '<row r="1" s="1" customFormat="1"/>',
        {},
        '<cols><col min="2" max="3" width="9" style="2"/></cols>'
      ),
      [
        setCells("A1", [
          [value(1), value(2)],
          [value(3), value(4)],
        ]),
      ]
    );
    expect(sheet).toContain('<c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>2</v></c>');
    expect(sheet).toContain('<c r="A2"><v>3</v></c><c r="B2" s="2"><v>4</v></c>');
  });

  test("a date goes into a 1904 book as that book counts", () => {
    const bytes = book('<row r="1"><c r="A1" s="2"><v>1</v></c></row>', {
      workbookBefore: '<workbookPr date1904="1"/>',
    });
    const { sheet, at } = edited(bytes, [setCells("A1", [[value(45107), value(45107)]])]);
    expect(sheet).toContain("<v>43645</v>");
    expect([at("A1").value, at("B1").value]).toEqual([45107, 45107]);
  });

  test("texts keep their blanks, line ends and what looks like XML or an escape", () => {
    const texts = [" 甲 ", "a\nb", "<b>&amp;", "_x000D_", "a\u0001b", '"q"'];
    const { at } = edited(book(""), [
      setCells(
        "A1",
        texts.map((each) => [value(each)])
      ),
    ]);
    expect(texts.map((_, index) => at(`A${index + 1}`).value)).toEqual(texts);
  });

  test("formulas carry the value they gave", () => {
    const { at, sheet } = edited(book(""), [
      setCells("A1", [
        [{ kind: "formula", formula: '=IF(B1<1,"<","")', value: "" }],
        [{ kind: "formula", formula: "=XLOOKUP(1,B:B,C:C)", value: { error: "#N/A" } }],
        [{ kind: "formula", formula: "=ZONE_GAP(1,2)", value: -1 }],
        [{ kind: "formula", formula: "=1=1", value: true }],
      ]),
    ]);
    expect(at("A1")).toMatchObject({ formula: '=IF(B1<1,"<","")', value: "" });
    expect(at("A2")).toMatchObject({ formula: "=XLOOKUP(1,B:B,C:C)", value: { error: "#N/A" } });
    expect(at("A3")).toMatchObject({ formula: "=ZONE_GAP(1,2)", value: -1 });
    expect(at("A4").value).toBe(true);
    expect(sheet).toContain("<f>_xlfn.XLOOKUP(1,B:B,C:C)</f>");
    expect(sheet).toContain("<f>_xldudf_ZONE_GAP(1,2)</f>");
  });

  test("functions of another add-in find it again where the sheet calls it", () => {
    const { sheet } = edited(book('<row r="1"><c r="A1"><f>_xldudf_CX_GET(1)</f></c></row>'), [
      setCells("A1", [[{ kind: "formula", formula: "=CX_GET(2)+OTHER(1)", value: 1 }]]),
    ]);
    expect(sheet).toContain("<f>_xldudf_CX_GET(2)+OTHER(1)</f>");
  });

  test("many pieces, row by row, are written in one pass and all told as done", () => {
    const pieces = Array.from({ length: 3000 }, (_, row) =>
      setCells(`B${row + 1}`, [[value(row)]])
    );
    const result = applyEdits(book(""), pieces);
    expect(result.ok && result.value.applied.done).toHaveLength(3000);
    const { at } = edited(book(""), pieces);
    expect(at("B3000").value).toBe(2999);
  });

  test("a protected sheet takes what the user typed into it", () => {
    const bytes = handMade({
      sheets: [{ name: "表", rows: "", after: '<sheetProtection sheet="1"/>' }],
    });
    expect(edited(bytes, [setCells("A1", [[value(1)]])]).at("A1").value).toBe(1);
  });
});

describe("formulas that hang together", () => {
  const SHARED =
    '<row r="1"><c r="B1" s="1"><f t="shared" ref="B1:B3" si="4">_xlfn.DAYS(A1,$A$1)</f><v>1</v></c></row>' +
    '<row r="2"><c r="B2"><f t="shared" si="4"/><v>2</v></c></row>' +
    '<row r="3"><c r="B3"><f t="shared" si="4"/><v>3</v></c></row>';

  test("the others keep theirs where the master of a shared formula is overwritten", () => {
    const { at, sheet } = edited(book(SHARED), [setCells("B1", [[value(9)]])]);
    expect([at("B1").formula, at("B2").formula, at("B3").formula]).toEqual([
      null,
      "=DAYS(A2,$A$1)",
      "=DAYS(A3,$A$1)",
    ]);
    expect(at("B3").value).toBe(3);
    expect(sheet).not.toContain("shared");
    expect(sheet).toContain("_xlfn.DAYS(A2,$A$1)");
  });

  test("the master stays where another cell of the group is overwritten", () => {
    const { at } = edited(book(SHARED), [setCells("B2", [[value(9)]])]);
    expect([at("B1").formula, at("B2").formula, at("B3").formula]).toEqual([
      "=DAYS(A1,$A$1)",
      null,
      "=DAYS(A3,$A$1)",
    ]);
  });

  test("an array formula that loses a cell keeps its first", () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">C1:C2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>';
    const { sheet, at } = edited(book(rows), [setCells("A2", [[value(7)]])]);
    expect(sheet).toContain('ref="A1"');
    expect([at("A1").formula, at("A1").value, at("A2").value]).toEqual(["=C1:C2*2", 2, 7]);
  });

  test("a formula in the place of one that spills goes on spilling", () => {
    const rows =
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">C1:C2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>';
    const { sheet } = edited(book(rows), [
      setCells("A1", [[{ kind: "formula", formula: "=C1:C2*3", value: 3 }], [value(6)]]),
    ]);
    expect(sheet).toContain('<c r="A1" cm="1"><f t="array" ref="A1:A2">C1:C2*3</f><v>3</v></c>');
    expect(sheet).toContain('<c r="A2"><v>6</v></c>');
  });

  const CHAIN = {
    parts: { "xl/calcChain.xml": "<calcChain/>" },
    relationships:
      '<Relationship Id="rC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
    types:
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>',
  };

  test("the calculation chain goes with its relationship and type when a formula does", () => {
    const { bytes } = edited(book(SHARED, CHAIN), [setCells("B2", [[value(9)]])]);
    const parts = readParts(bytes);
    expect(Object.keys(parts)).not.toContain("xl/calcChain.xml");
    expect(Object.values(parts).join("")).not.toContain("calcChain");
  });

  test("the calculation chain stays when only values change", () => {
    const { bytes } = edited(book(SHARED, CHAIN), [setCells("A1", [[value(9)]])]);
    expect(readParts(bytes)["xl/calcChain.xml"]).toBe("<calcChain/>");
  });

  test("formulas whose values come in a later edit ask for no calculation", () => {
    const { bytes } = edited(book(""), [
      { kind: "set-formulas", sheet: "表", at: { row: 0, column: 0 }, formulas: [["=1+1"]] },
      setCells("A1", [[{ kind: "formula", formula: "=1+1", value: 2 }]]),
    ]);
    expect(readParts(bytes)["xl/workbook.xml"]).not.toContain("fullCalcOnLoad");
  });

  test("formulas without a value ask for a calculation when the file is opened, not so in a manual book", () => {
    const plan: PackageEdit = {
      kind: "set-formulas",
      sheet: "表",
      at: { row: 0, column: 0 },
      formulas: [["=1+1"]],
    };
    const workbook = (bytes: Uint8Array): string =>
      readParts(edited(bytes, [plan]).bytes)["xl/workbook.xml"] ?? "";
    expect(workbook(book(""))).toContain('<calcPr fullCalcOnLoad="1"/></workbook>');
    const manual = book("", { workbookAfter: '<calcPr calcMode="manual"/>' });
    expect(workbook(manual)).not.toContain("fullCalcOnLoad");
  });
});
