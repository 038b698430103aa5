import { describe, expect, test } from "@jest/globals";
import { formatOwnPart, parseOwnPart } from "../../../src/core/corrections/own-part.ts";

const NS = 'xmlns="urn:zone-check:workbook@1"';

function sectionsOf(xml: string): Readonly<Record<string, string>> | string {
  const part = parseOwnPart(xml);
  return part.kind === "read" ? Object.fromEntries(part.sections) : part.kind;
}

describe("our custom XML part", () => {
  test("gives back every section as it was put in, whatever characters it holds", () => {
    const sections = new Map([
      ["corrections", '[{"path":["增速<%>","a & b","]]>"]}]'],
      ["receipt", ""],
    ]);
    expect(parseOwnPart(formatOwnPart(sections))).toEqual({ kind: "read", sections });
  });

  test("is no part at all without anything to keep", () => {
    expect(formatOwnPart(new Map())).toBeNull();
    expect(parseOwnPart(null)).toEqual({ kind: "none" });
  });

  test.each([
    [
      "an XML declaration and a byte order mark",
      `\uFEFF<?xml version="1.0"?>\n<workbook ${NS}><a>1</a></workbook>`,
      { a: "1" },
    ],
    ["a comment before it", `<!-- kept --><workbook ${NS}/>`, {}],
    [
      "a prefix another program gave it",
      "<z:workbook xmlns:z=\"urn:zone-check:workbook@1\" schema='1'>\n <z:a>1</z:a>\n</z:workbook>",
      { a: "1" },
    ],
    [
      "characters by number and by name",
      `<workbook ${NS}><a>&#20840;&#x5E02;&quot;&apos;</a></workbook>`,
      { a: "全市\"'" },
    ],
    ["CDATA", `<workbook ${NS}><a>x<![CDATA[<1&2>]]>y</a></workbook>`, { a: "x<1&2>y" }],
    ["an empty section", `<workbook ${NS}><a/><b>2</b></workbook>`, { a: "", b: "2" }],
  ])("is read with %s", (_, xml, expected) => {
    expect(sectionsOf(xml)).toEqual(expected);
  });

  test.each([
    ["by its namespace", '<workbook xmlns="urn:zone-check:workbook@2"><a>1</a></workbook>', 2],
    ["by its schema", `<workbook ${NS} schema="3"><a><b/></a></workbook>`, 3],
  ])("of a newer version is known %s and not looked into", (_, xml, version) => {
    expect(parseOwnPart(xml)).toEqual({ kind: "newer", version });
  });

  test.each([
    ["nothing", ""],
    ["no XML", "corrections"],
    [
      "a document type",
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook ${NS}><a>&e;</a></workbook>`,
    ],
    ["an entity of its own", `<workbook ${NS}><a>&e;</a></workbook>`],
    ["another root", `<book ${NS}/>`],
    ["another namespace", '<workbook xmlns="urn:other"><a>1</a></workbook>'],
    ["a namespace that only starts like ours", '<workbook xmlns="urn:zone-check:workbook@1x"/>'],
    ["elements inside a section", `<workbook ${NS}><a><b>1</b></a></workbook>`],
    ["a section twice", `<workbook ${NS}><a>1</a><a>2</a></workbook>`],
    ["text between sections", `<workbook ${NS}><a>1</a>x</workbook>`],
    ["no end", `<workbook ${NS}><a>1</a>`],
    ["something after its end", `<workbook ${NS}><a>1</a></workbook><x/>`],
    ["a number beyond Unicode", `<workbook ${NS}><a>&#x110000;</a></workbook>`],
    ["more than any office writes", `<workbook ${NS}><a>${"1".repeat(5_000_001)}</a></workbook>`],
  ])("with %s is not read, and nothing is thrown", (_, xml) => {
    expect(parseOwnPart(xml)).toEqual({ kind: "unreadable" });
  });

  test("does not take long over a text made to keep a reader busy", () => {
    const started = Date.now();
    for (const piece of ["<a>", " a='1'", "<!--", "<![CDATA[", "&#1;", "</a"]) {
      parseOwnPart(`<workbook ${NS}>${piece.repeat(200_000)}`);
      parseOwnPart(`<workbook ${piece.repeat(200_000)}`);
    }
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});
