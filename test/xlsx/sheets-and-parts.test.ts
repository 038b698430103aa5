import { describe, expect, test } from "@jest/globals";
import type { PlannedCell, WritePlan } from "../../src/core/index.ts";
import { applyEdits, openFilePort, openPackage } from "../../src/xlsx/index.ts";
import type { PackageBook } from "../../src/xlsx/index.ts";
import { handMade, PLAIN_STYLES, readParts } from "../support/package.ts";
import type { HandMadeBook } from "../support/package.ts";

const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function book(rest: Partial<HandMadeBook> = {}): Uint8Array {
  return handMade({
    styles: PLAIN_STYLES,
    sheets: [
      { name: "甲", rows: ROWS },
      { name: "乙", rows: ROWS },
    ],
    ...rest,
  });
}

function applied(bytes: Uint8Array, plan: WritePlan) {
  const result = applyEdits(bytes, plan);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return { ...result.value, parts: readParts(result.value.bytes) };
}

function reopened(bytes: Uint8Array): PackageBook {
  const result = openPackage(bytes, "x.xlsx");
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const text = (content: string): PlannedCell => ({ kind: "text", text: content });
const block = (sheet: string, cells: readonly (readonly PlannedCell[])[]): WritePlan => [
  { kind: "ensure-sheet", sheet, contents: "empty" },
  { kind: "write-block", sheet, at: { row: 0, column: 0 }, cells },
];

describe("a sheet of ours", () => {
  test("is a part of its own with relationship, type and a number nobody has", () => {
    const { parts } = applied(book(), block("审核台账", [[text("甲")]]));
    expect(Object.keys(parts)).toContain("xl/worksheets/sheet3.xml");
    expect(parts["[Content_Types].xml"]).toContain('PartName="/xl/worksheets/sheet3.xml"');
    expect(parts["xl/workbook.xml"]).toContain('<sheet name="审核台账" sheetId="3" r:id="rId4"/>');
    expect(parts["xl/_rels/workbook.xml.rels"]).toContain('Id="rId4"');
  });

  test("takes a free part name where its own is taken", () => {
    const bytes = book({ parts: { "xl/worksheets/sheet3.xml": "<other/>" } });
    const { parts } = applied(bytes, block("审核台账", [[text("甲")]]));
    expect(parts["xl/worksheets/sheet3.xml"]).toBe("<other/>");
    expect(Object.keys(parts)).toContain("xl/worksheets/sheet4.xml");
  });

  test("is written in a Strict file's own words", () => {
    const bytes = handMade({
      strict: true,
      prefix: "x:",
      sheets: [{ name: "甲", rows: "" }],
    });
    const { bytes: written } = applied(bytes, block("审核台账", [[text("甲")]]));
    expect(reopened(written).book.sheets[1]).toMatchObject({ name: "审核台账", values: [["甲"]] });
    const parts = readParts(written);
    expect(parts["xl/worksheets/sheet2.xml"]).toContain(
      "http://purl.oclc.org/ooxml/spreadsheetml/main"
    );
    expect(parts["xl/workbook.xml"]).toContain('<x:sheet name="审核台账"');
  });

  test("has its widths, its frozen rows and its looks", () => {
    const { bytes } = applied(book(), [
      { kind: "ensure-sheet", sheet: "审核台账", contents: "empty" },
      {
        kind: "write-block",
        sheet: "审核台账",
        at: { row: 0, column: 1 },
        cells: [[{ kind: "text", text: "序号", style: "header" }, text("说明")]],
        columnWidths: [6, 40],
        frozenRows: 2,
      },
    ]);
    const after = reopened(bytes);
    const sheet = after.sheets[2];
    expect([...(sheet?.columnWidths ?? [])]).toEqual([
      [1, 6],
      [2, 40],
    ]);
    expect(sheet?.frozen).toEqual({ rows: 2, columns: 0 });
    const [header, plain] = (sheet?.styles[0] ?? []).map((index) => after.styles[index]);
    expect(header).toMatchObject({
      numberFormat: "@",
      wrap: true,
      font: { bold: true, name: "宋体" },
    });
    expect(header?.fill).not.toBeNull();
    expect(plain).toMatchObject({ numberFormat: "@", fill: null, font: { bold: false } });
  });

  test("adds its formats once, however often it is written", () => {
    const plan = block("审核台账", [
      [{ kind: "number", value: 1, numberFormat: "0.0000" }, text("甲")],
    ]);
    const once = applied(book(), plan);
    const twice = applied(once.bytes, plan);
    expect(twice.parts).toEqual(once.parts);
  });

  test("is emptied with its merges, filters, links and tables, and stays a sound sheet", () => {
    const bytes = book({
      sheets: [
        { name: "甲", rows: ROWS },
        {
          name: "审核台账",
          before: '<cols><col min="1" max="1" width="9"/></cols>',
          rows: ROWS,
          after:
            '<autoFilter ref="A1:B2"/><mergeCells><mergeCell ref="A1:B1"/></mergeCells><hyperlinks><hyperlink ref="A1" location="甲!A1"/></hyperlinks><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><tableParts count="1"><tablePart r:id="rT"/></tableParts>',
          relationships: `<Relationship Id="rT" Type="${REL}/table" Target="../tables/table1.xml"/>`,
        },
      ],
      parts: { "xl/tables/table1.xml": "<table/>" },
      types: '<Override PartName="/xl/tables/table1.xml" ContentType="application/table+xml"/>',
    });
    const { parts } = applied(bytes, [
      { kind: "ensure-sheet", sheet: "审核台账", contents: "empty" },
    ]);
    const sheet = parts["xl/worksheets/sheet2.xml"] ?? "";
    expect(sheet).toMatch(/<sheetData\/><pageMargins [^>]*\/><\/worksheet>$/);
    expect(Object.values(parts).join("")).not.toContain("table1");
  });

  test("is not made where the workbook's structure is locked, or under a name Excel does not take", () => {
    const locked = book({ workbookBefore: '<workbookProtection lockStructure="1"/>' });
    const ensure = (sheet: string): WritePlan => [
      { kind: "ensure-sheet", sheet, contents: "keep" },
    ];
    expect(applied(locked, ensure("审核台账")).applied.refused[0]?.reason).toBe(
      "workbook-protected"
    );
    for (const name of ["", "a/b", "'a'", "一".repeat(32)])
      expect(applied(book(), ensure(name)).applied.refused[0]?.reason).toBe("unsupported");
  });

  test("goes with what belongs to it alone, and names of the sheets behind it stay theirs", () => {
    const bytes = book({
      sheets: [
        {
          name: "审核台账",
          rows: ROWS,
          relationships: `<Relationship Id="r1" Type="${REL}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="r2" Type="${REL}/image" Target="../media/shared.png"/>`,
        },
        {
          name: "乙",
          rows: ROWS,
          relationships: `<Relationship Id="r2" Type="${REL}/image" Target="../media/shared.png"/>`,
        },
      ],
      parts: { "xl/drawings/drawing1.xml": "<d/>", "xl/media/shared.png": new Uint8Array(3) },
      workbookBefore: '<bookViews><workbookView activeTab="1"/></bookViews>',
      workbookAfter:
        '<definedNames><definedName name="a" localSheetId="0">审核台账!$A$1</definedName><definedName name="b" localSheetId="1">乙!$A$1</definedName></definedNames>',
    });
    const { parts, bytes: after } = applied(bytes, [{ kind: "remove-sheet", sheet: "审核台账" }]);
    expect(Object.keys(parts).filter((name) => /sheet1|drawing/.test(name))).toEqual([]);
    expect(Object.keys(parts)).toContain("xl/media/shared.png");
    expect(parts["[Content_Types].xml"]).not.toContain("sheet1.xml");
    expect(parts["xl/workbook.xml"]).toContain('activeTab="0"');
    expect(reopened(after).definedNames).toEqual([{ name: "b", formula: "=乙!$A$1", sheet: "乙" }]);
  });

  test("made and removed leaves the workbook as it was, but for formats", () => {
    const bytes = book();
    const { bytes: made } = applied(bytes, block("审核台账", [[text("甲")]]));
    const { parts } = applied(made, [{ kind: "remove-sheet", sheet: "审核台账" }]);
    const before = readParts(bytes);
    expect(Object.keys(parts)).toEqual(Object.keys(before));
    for (const name of Object.keys(before).filter((each) => !each.endsWith("styles.xml")))
      expect([name, parts[name]]).toEqual([name, before[name]]);
  });
});

describe("our XML part", () => {
  const put = (content: string): WritePlan => [
    {
      kind: "put-part",
      xml: `<?xml version="1.0" encoding="UTF-16"?>\n<z xmlns="urn:zone-check:workbook@1">${content}</z>`,
    },
  ];

  test("stands beside custom XML of others, which is left alone", () => {
    const bytes = book({
      parts: { "customXml/item1.xml": "<other xmlns='urn:other'/>" },
      relationships: `<Relationship Id="rX" Type="${REL}/customXml" Target="../customXml/item1.xml"/>`,
    });
    const { parts, bytes: after } = applied(bytes, put("运城"));
    expect(parts["customXml/item1.xml"]).toBe("<other xmlns='urn:other'/>");
    expect(parts["customXml/item2.xml"]).toBe('<z xmlns="urn:zone-check:workbook@1">运城</z>');
    expect(parts["customXml/itemProps2.xml"]).toContain("urn:zone-check:workbook@1");
    expect(reopened(after).book.part).toBe(parts["customXml/item2.xml"]);
  });

  test("put and taken away leaves every part as it was", () => {
    const bytes = book();
    const { bytes: made } = applied(bytes, [...put("一"), ...put("二")]);
    expect(reopened(made).book.part).toContain("二");
    expect(readParts(applied(made, [{ kind: "remove-part" }]).bytes)).toEqual(readParts(bytes));
  });

  test("doubles that a merge of books left become one", () => {
    const item = '<z xmlns="urn:zone-check:workbook@1">旧</z>';
    const related = (number: number): string =>
      `<Relationship Id="rX${number}" Type="${REL}/customXml" Target="/customXml/item${number}.xml"/>`;
    const bytes = book({
      parts: { "customXml/item1.xml": item, "customXml/item2.xml": item },
      relationships: related(1) + related(2),
    });
    const { parts } = applied(bytes, put("新"));
    expect(Object.values(parts).filter((each) => each.includes("urn:zone-check"))).toHaveLength(1);
  });

  test("of a newer version is read, so that it can be told", () => {
    const item = '<z xmlns="urn:zone-check:workbook@2"/>';
    const bytes = book({
      parts: { "customXml/item1.xml": item },
      relationships: `<Relationship Id="rX" Type="${REL}/customXml" Target="../customXml/item1.xml"/>`,
    });
    expect(reopened(bytes).book.part).toBe(item);
  });
});

test("a port hands out the file with every plan applied so far, and the file itself where none was", async () => {
  const bytes = book();
  const port = openFilePort(bytes, "表.xlsx");
  expect(port.bytes()).toBe(bytes);
  await port.apply([{ kind: "ensure-sheet", sheet: "一", contents: "keep" }]);
  await port.apply([{ kind: "ensure-sheet", sheet: "二", contents: "keep" }]);
  const names = reopened(port.bytes()).book.sheets.map((sheet) => sheet.name);
  expect(names).toEqual(["甲", "乙", "一", "二"]);
});
