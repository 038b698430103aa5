import { describe, expect, test } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { applyEdits, openPackage } from "../../src/xlsx/index.ts";
import {
  changeParts,
  handMade,
  handMadeParts,
  PLAIN_STYLES,
  zipParts,
} from "../support/package.ts";

const GOOD = handMade({
  styles: PLAIN_STYLES,
  strings: "<si><t>运城</t></si>",
  sheets: [
    {
      name: "表",
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">C1*2</f><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>',
      after:
        '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>',
    },
  ],
});

function failureOf(bytes: Uint8Array, name = "表.xlsx"): unknown {
  const result = openPackage(bytes, name);
  return result.ok ? "opened" : result.failure;
}

const COMPOUND = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]);
const ENCRYPTED = Uint8Array.from([
  ...COMPOUND,
  ..."EncryptedPackage".split("").flatMap((letter) => [letter.charCodeAt(0), 0]),
]);

describe("files that are no .xlsx", () => {
  test.each<[string, Uint8Array, string, unknown]>([
    ["an empty file", new Uint8Array(), "表.xlsx", { code: "not-a-zip" }],
    ["a text named .xlsx", strToU8("开发区,指标"), "表.xlsx", { code: "not-a-zip" }],
    ["a .csv", strToU8("开发区,指标"), "表.csv", { code: "unsupported-format", format: "csv" }],
    [
      "an HTML table named .xls",
      strToU8("<table>"),
      "表.xls",
      { code: "unsupported-format", format: "xls" },
    ],
    ["an .xls", COMPOUND, "表.xls", { code: "unsupported-format", format: "xls" }],
    ["an .xls named .xlsx", COMPOUND, "表.xlsx", { code: "unsupported-format", format: "xls" }],
    ["an .et", COMPOUND, "表.et", { code: "unsupported-format", format: "et" }],
    ["a workbook with a password", ENCRYPTED, "表.xlsx", { code: "encrypted" }],
    [
      "an .ods",
      zipParts({
        mimetype: "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": "<a/>",
      }),
      "表.ods",
      { code: "unsupported-format", format: "ods" },
    ],
    ["some other zip", zipParts({ "a.txt": "b" }), "表.xlsx", { code: "not-a-workbook" }],
    [
      "a .docx",
      zipParts({
        "_rels/.rels":
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml":
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
      }),
      "文.docx",
      { code: "not-a-workbook" },
    ],
    [
      "an .xlsb",
      zipParts({
        "[Content_Types].xml":
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
        "_rels/.rels":
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/workbook.bin": new Uint8Array(10),
      }),
      "表.xlsb",
      { code: "unsupported-format", format: "xlsb" },
    ],
  ])("%s", (_, bytes, name, failure) => {
    expect(failureOf(bytes, name)).toEqual(failure);
  });
});

describe("broken workbooks", () => {
  const changed = (part: string, change: (text: string) => string | null): Uint8Array =>
    changeParts(GOOD, (name, text) => (name === part ? change(text) : text));

  test("cut off in the middle", () => {
    expect(failureOf(GOOD.slice(0, GOOD.length / 2))).toEqual({ code: "truncated" });
  });

  test("a sheet that is related but not there", () => {
    expect(failureOf(changed("xl/worksheets/sheet1.xml", () => null))).toEqual({
      code: "broken-relationship",
      part: "xl/worksheets/sheet1.xml",
    });
  });

  test("a sheet whose relationship is not there", () => {
    const bytes = changed("xl/_rels/workbook.xml.rels", (text) =>
      text.replace('Id="r1"', 'Id="r9"')
    );
    expect(failureOf(bytes)).toEqual({ code: "broken-relationship", part: "表" });
  });

  test.each([
    ["that ends too early", (text: string) => text.slice(0, -20)],
    [
      "with a prefix nobody declared",
      (text: string) => text.replace("<sheetData>", "<y:z/><sheetData>"),
    ],
    [
      "with a document type",
      (text: string) => text.replace("<worksheet", '<!DOCTYPE w [<!ENTITY a "b">]><worksheet'),
    ],
    ["with an entity of its own", (text: string) => text.replace("<v>0</v>", "<v>&a;</v>")],
    [
      "with a row beyond the sheet",
      (text: string) => text.replace('<row r="2"', '<row r="1048577"'),
    ],
    ["with a column beyond the sheet", (text: string) => text.replace('r="B2"', 'r="XFE2"')],
    ["that points to no shared string", (text: string) => text.replace("<v>0</v>", "<v>5</v>")],
    [
      "nested without end",
      (text: string) =>
        text.replace("<sheetData>", `${"<a>".repeat(5000)}${"</a>".repeat(5000)}<sheetData>`),
    ],
  ])("a sheet %s", (_, change) => {
    expect(failureOf(changed("xl/worksheets/sheet1.xml", change))).toMatchObject({
      code: "broken-part",
      part: "xl/worksheets/sheet1.xml",
    });
  });

  test("a byte changed inside the packed data is noticed by the checksum", () => {
    const bytes = zipSync({ "_rels/.rels": [strToU8("<Relationships/>"), { level: 0 }] });
    const at = Buffer.from(bytes).indexOf("<Relationships/>");
    bytes[at + 3] = 0x41;
    expect(failureOf(bytes)).toMatchObject({ code: "broken-part", part: "_rels/.rels" });
  });

  test("a bomb: a small archive that unpacks to a mountain", () => {
    const mountain = new Uint8Array(64 * 1024 * 1024);
    const parts = handMadeParts({ sheets: [{ name: "表", rows: "" }] });
    parts["xl/worksheets/sheet1.xml"] = mountain;
    expect(failureOf(zipParts(parts))).toEqual({ code: "zip-bomb" });
  });

  test("a directory that claims more entries than fit", () => {
    const bytes = GOOD.slice();
    const view = new DataView(bytes.buffer);
    view.setUint16(bytes.length - 22 + 10, 60000, true);
    expect(failureOf(bytes)).toMatchObject({ code: "too-large", what: "entries" });
  });

  test("a used area as large as the sheet", () => {
    const bytes = handMade({
      sheets: [
        {
          name: "表",
          rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        },
      ],
    });
    expect(failureOf(bytes)).toMatchObject({ code: "too-large", what: "used area" });
  });

  test("an edit of a broken file fails and tells that nothing was done", () => {
    const result = applyEdits(GOOD.slice(0, 100), [{ kind: "remove-flags", sheets: "all" }]);
    expect(result).toEqual({ ok: false, failure: { failure: { code: "truncated" }, done: [] } });
  });
});

/** A fixed sequence of numbers below 2³², so that a failure comes again. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

describe("random damage never throws and ends quickly", () => {
  const next = sequence(20230630);
  /** Stored, not packed, and without checks by name: damage reaches the XML itself. */
  const parts = handMadeParts({
    styles: PLAIN_STYLES,
    strings: "<si><t>运城</t></si>",
    sheets: [{ name: "表", rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
  });

  const survive = (bytes: Uint8Array): void => {
    const start = Date.now();
    const result = openPackage(bytes, "表.xlsx");
    expect(typeof result.ok).toBe("boolean");
    applyEdits(bytes, [
      { kind: "remove-flags", sheets: "all" },
      { kind: "ensure-sheet", sheet: "审核台账", contents: "empty" },
      { kind: "put-part", xml: "<a xmlns='urn:zone-check:workbook@1'/>" },
    ]);
    expect(Date.now() - start).toBeLessThan(5000);
  };

  test("in the archive", () => {
    for (let round = 0; round < 250; round += 1) {
      const bytes = GOOD.slice();
      for (let flips = 1 + (next() % 4); flips > 0; flips -= 1)
        bytes[next() % bytes.length] = next() % 256;
      survive(bytes);
    }
  });

  test("at every length", () => {
    for (let length = 0; length < GOOD.length; length += 13) survive(GOOD.slice(0, length));
  });

  test("in the XML of a sound archive", () => {
    const names = Object.keys(parts);
    for (let round = 0; round < 200; round += 1) {
      const name = names[next() % names.length] ?? "";
      const content = strToU8(String(parts[name]));
      for (let flips = 1 + (next() % 3); flips > 0; flips -= 1)
        content[next() % content.length] = 32 + (next() % 95);
      survive(zipParts({ ...parts, [name]: content }));
    }
  });
});
