import { beforeAll, describe, expect, test } from "@jest/globals";
import { strFromU8 } from "fflate";
import { isMarkedFormula, markFormula } from "../../src/core/index.ts";
import type { Flag, FlagStyle } from "../../src/core/index.ts";
import { applyEdits, openPackage } from "../../src/xlsx/index.ts";
import type { PackageConditionalFormat, PackageEdit } from "../../src/xlsx/index.ts";
import { canonicalXml } from "../support/canonical-xml.ts";
import { changeParts, handMade, PLAIN_STYLES, readParts } from "../support/package.ts";
import { contents, fixtures, SHEET } from "./fixtures.ts";
import type { Fixture } from "./fixtures.ts";

let all: readonly Fixture[] = [];

beforeAll(async () => {
  all = await fixtures();
});

function edited(bytes: Uint8Array, edits: readonly PackageEdit[]): Uint8Array {
  const result = applyEdits(bytes, edits);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  expect(result.value.applied.refused).toEqual([]);
  return result.value.bytes;
}

function formats(bytes: Uint8Array, sheet = SHEET): readonly PackageConditionalFormat[] {
  const book = openPackage(bytes, "x.xlsx");
  if (!book.ok) throw new Error(JSON.stringify(book.failure));
  return book.value.sheets.find((each) => each.sheet.name === sheet)?.conditionalFormats ?? [];
}

const flag = (style: FlagStyle, row: number): Flag => ({
  areas: [{ row, column: 0, rows: 1, columns: 3 }],
  formula: markFormula(`$A$${row + 1}<17`),
  style,
});

const PUT: PackageEdit = {
  kind: "put-flags",
  sheet: SHEET,
  flags: [flag("unmet", 0), flag("error", 1), flag("warning", 2), flag("unmet", 2)],
};
const CLEAR: PackageEdit = { kind: "remove-flags", sheets: "all" };

describe("flags put on and taken off", () => {
  test("leave every part as it was: untouched ones byte for byte, touched ones as XML", () => {
    for (const { name, bytes } of all) {
      const flagged = edited(bytes, [PUT]);
      expect([name, formats(flagged).filter(isOurs).length]).toEqual([name, 4]);
      const cleared = edited(flagged, [CLEAR]);
      const before = contents(bytes);
      const after = contents(cleared);
      expect([name, [...after.keys()]]).toEqual([name, [...before.keys()]]);
      for (const [part, content] of before) {
        const now = after.get(part) ?? new Uint8Array();
        const isTouched = /sheet\d+\.xml$|styles\.xml$|\.rels$|\[Content_Types\]\.xml$/.test(part);
        const same = Buffer.compare(content, now) === 0;
        if (!same)
          expect([name, part, isTouched, canonical(now)]).toEqual([
            name,
            part,
            true,
            canonical(content),
          ]);
      }
    }
  });

  test("leave the packed bytes of untouched parts alone, and the order of all", () => {
    for (const { name, bytes } of all) {
      const flagged = edited(bytes, [PUT]);
      const workbook = packedBytes(bytes, "xl/workbook.xml");
      expect([name, workbook.length > 0, indexOf(flagged, workbook) >= 0]).toEqual([
        name,
        true,
        true,
      ]);
      const order = Object.keys(readParts(bytes));
      expect(Object.keys(readParts(flagged)).slice(0, order.length)).toEqual(order);
    }
  });

  test("twice over, give the same file as once", () => {
    for (const { name, bytes } of all) {
      const once = edited(bytes, [CLEAR, PUT]);
      const twice = edited(once, [CLEAR, PUT]);
      expect([name, readParts(twice)]).toEqual([name, readParts(once)]);
    }
  });

  test("stand in the order the schema demands", () => {
    const order = [
      "sheetData",
      "mergeCells",
      "phoneticPr",
      "conditionalFormatting",
      "dataValidations",
      "pageMargins",
      "extLst",
    ];
    for (const { name, bytes } of all) {
      const [sheet = ""] = Object.entries(readParts(edited(bytes, [PUT])))
        .filter(([part]) => part.endsWith("sheet1.xml"))
        .map(([, text]) => text);
      // A data bar has an extLst of its own inside its rule; the sheet's stands last.
      const places = order
        .map((each) =>
          each === "extLst"
            ? sheet.lastIndexOf("<extLst")
            : sheet.search(new RegExp(`<(?:\\w+:)?${each}[ />]`))
        )
        .filter((each) => each >= 0);
      expect([name, places]).toEqual([name, [...places].sort((a, b) => a - b)]);
    }
  });
});

function isOurs(format: PackageConditionalFormat): boolean {
  return format.formulas.some(isMarkedFormula);
}

function canonical(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff;
  return canonicalXml(isWide ? new TextDecoder("utf-16le").decode(bytes) : strFromU8(bytes));
}

/** The packed data of an entry, found by its local header. */
function packedBytes(bytes: Uint8Array, part: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = Buffer.from(part);
  const at = indexOf(bytes, name) - 30;
  const start = at + 30 + name.length + view.getUint16(at + 28, true);
  const next = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf("PK", start);
  return bytes.subarray(start, next);
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(wanted);
}

describe("priorities", () => {
  function fixture(name: string): Uint8Array {
    const found = all.find((each) => each.name === name);
    if (found === undefined) throw new Error(name);
    return found.bytes;
  }

  test("ours come first, the others move back by as many places, those of the extension too", () => {
    const flagged = edited(fixture("formats in Excel 2010's extension"), [PUT]);
    expect(formats(flagged).map((each) => [each.priority, isOurs(each)])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
      [5, false],
      [6, false],
    ]);
  });

  test("gaps the user's own have stay as they are", () => {
    const flagged = edited(fixture("the user's own formats, with gaps in their priorities"), [PUT]);
    expect(
      formats(flagged)
        .filter((each) => !isOurs(each))
        .map((each) => each.priority)
    ).toEqual([7, 11]);
  });

  test("where a pivot table names its formats by priority, ours come last", () => {
    const flagged = edited(fixture("formats of a pivot table"), [PUT]);
    expect(formats(flagged).map((each) => [each.priority, isOurs(each)])[0]).toEqual([1, false]);
  });
});

describe("flags another program has written again", () => {
  const OTHER =
    '<dxf><font><b/></font></dxf><dxf><fill><patternFill><bgColor rgb="FFFFE699"/></patternFill></fill></dxf>';

  function book(rule: string, dxfs: string, extra = ""): Uint8Array {
    return handMade({
      styles: `${PLAIN_STYLES}<dxfs count="${dxfs.split("<dxf>").length - 1}">${dxfs}</dxfs>`,
      sheets: [
        {
          name: SHEET,
          rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
          after: `<conditionalFormatting sqref="A1">${rule}</conditionalFormatting>${extra}`,
        },
      ],
    });
  }

  const rule = (formula: string, dxf: number, priority: number): string =>
    `<cfRule type="expression" priority="${priority}" dxfId="${dxf}"><formula>${formula}</formula></cfRule>`;

  test.each([
    'AND(N("zone-check:1")=0,A1&lt;17)',
    'AND( n( "zone-check:1" ) = 0 , A1 &lt; 17 )',
    "AND(N(&quot;zone-check:2&quot;)=0,A1&lt;17)",
  ])("are found as %s", (formula) => {
    const cleared = edited(book(rule(formula, 1, 1), OTHER), [CLEAR]);
    expect(formats(cleared)).toEqual([]);
    expect(readParts(cleared)["xl/styles.xml"]).toContain('<dxfs count="1">');
  });

  test("are taken out of an area they share with the user's own", () => {
    const shared = rule('AND(N("zone-check:1")=0,A1&lt;17)', 1, 1) + rule("A1&gt;5", 0, 2);
    const cleared = edited(book(shared, OTHER), [CLEAR]);
    expect(formats(cleared).map((each) => [each.formulas, each.priority])).toEqual([[["A1>5"], 1]]);
  });

  test("leave a look that the user's own use as well", () => {
    const shared = rule('AND(N("zone-check:1")=0,A1&lt;17)', 1, 1) + rule("A1&gt;5", 1, 2);
    const cleared = edited(book(shared, OTHER), [CLEAR]);
    expect(formats(cleared)[0]?.look.fill).toBe("#FFE699");
  });

  test("leave a look that stands before others: those are known by their place", () => {
    const cleared = edited(
      book(rule('AND(N("zone-check:1")=0,A1&lt;17)', 0, 1) + rule("A1&gt;5", 1, 2), OTHER),
      [CLEAR]
    );
    expect(formats(cleared)[0]?.look.fill).toBe("#FFE699");
  });

  test("are found in the extension of Excel 2010, which goes when nothing is left in it", () => {
    const extension =
      '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="1" id="{A}"><xm:f>AND(N("zone-check:1")=0,A1&lt;17)</xm:f></x14:cfRule><xm:sqref>A1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
    const cleared = edited(book(rule("A1&gt;5", 0, 2), OTHER, extension), [CLEAR]);
    expect(formats(cleared).map((each) => [each.formulas, each.priority])).toEqual([[["A1>5"], 1]]);
    expect(readParts(cleared)["xl/worksheets/sheet1.xml"]).not.toContain("extLst");
  });

  test("a text in a cell that only looks like the mark is no flag", () => {
    const bytes = changeParts(book(rule("A1&gt;5", 0, 1), OTHER), (_, text) =>
      text.replace(
        "<v>1</v>",
        '<v>1</v></c><c r="B1" t="inlineStr"><is><t>N("zone-check:1")=0</t></is>'
      )
    );
    expect(readParts(edited(bytes, [CLEAR]))).toEqual(readParts(bytes));
  });
});

test("a sheet's flags need no parse of sheets that have none: the file is given back as it is", () => {
  for (const { bytes } of all) expect(edited(bytes, [CLEAR])).toBe(bytes);
});
