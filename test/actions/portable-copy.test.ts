import { describe, expect, test } from "@jest/globals";
import { makePortable, restorePortable } from "../../src/actions/index.ts";
import { cellAt, findSheet, parseArea } from "../../src/core/index.ts";
import type { Book } from "../../src/core/index.ts";
import { openFilePort, openPackage } from "../../src/xlsx/index.ts";
import { canonicalXml } from "../support/canonical-xml.ts";
import { changeParts, handMade, readParts } from "../support/package.ts";
import type { HandMadeBook } from "../support/package.ts";

const RULES_ROWS =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>指标</t></is></c><c r="B1" t="inlineStr"><is><t>适用</t></is></c><c r="C1" t="inlineStr"><is><t>目标值</t></is></c></row>' +
  '<row r="2"><c r="A2" t="inlineStr"><is><t>工业投资</t></is></c><c r="B2" t="inlineStr"><is><t>全部</t></is></c><c r="C2"><v>17</v></c></row>' +
  '<row r="3"><c r="A3" t="inlineStr"><is><t>工业投资</t></is></c><c r="B3" t="inlineStr"><is><t>河津</t></is></c><c r="C3"><v>16</v></c></row>';

const METADATA: Pick<HandMadeBook, "parts" | "relationships" | "types"> = {
  parts: {
    "xl/metadata.xml":
      '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000"/></metadataTypes><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>',
  },
  relationships:
    '<Relationship Id="rIdMeta" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata" Target="metadata.xml"/>',
  types:
    '<Override PartName="/xl/metadata.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml"/>',
};

/** A book whose first sheet holds these rows; 晋城 and 目标规则 stand beside it. */
function bookOf(rows: string, rest: Omit<HandMadeBook, "sheets"> = {}, after = ""): Uint8Array {
  return handMade({
    sheets: [
      { name: "运城 指标", rows, after },
      {
        name: "晋城",
        rows: '<row r="5"><c r="D5"><v>68.2</v></c><c r="F5"><v>133.09</v></c></row>',
      },
      { name: "目标规则", rows: RULES_ROWS },
    ],
    ...rest,
  });
}

async function made(bytes: Uint8Array) {
  const port = openFilePort(bytes, "表.xlsx");
  const result = await makePortable(port);
  return { result, bytes: port.bytes() };
}

async function restored(bytes: Uint8Array) {
  const port = openFilePort(bytes, "表.xlsx");
  const result = await restorePortable(port);
  return { result, bytes: port.bytes() };
}

function bookIn(bytes: Uint8Array): Book {
  const opened = openPackage(bytes, "表.xlsx");
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value.book;
}

function formulaIn(bytes: Uint8Array, sheet: string, place: string): string | null {
  const found = findSheet(bookIn(bytes), sheet);
  const area = parseArea(place);
  if (found === undefined || area === undefined) throw new Error(place);
  return cellAt(found, area.row, area.column).formula;
}

/** Parts of two files: those changed in their bytes, and of these the ones that also say something else. */
function differences(before: Uint8Array, after: Uint8Array) {
  const [a, b] = [readParts(before), readParts(after)];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (name) => a[name] !== b[name]
  );
  const isOurs = (name: string): boolean =>
    name.startsWith("customXml/") || name.endsWith(".rels") || name.startsWith("[Content");
  const told = names.filter((name) => !isOurs(name));
  return {
    changed: told,
    different: told.filter((name) => canonicalXml(a[name] ?? "") !== canonicalXml(b[name] ?? "")),
  };
}

const NESTED =
  "ZONE_DIFF(ZONE_GROWTH(ZONE_GAP('运城 指标'!D5,'运城 指标'!E5),晋城!F5,2),ZONE_SHARE(晋城!D5,'运城 指标'!$E$17,2),1)";
const NUMBERS = '<c r="D5"><v>109.24</v></c><c r="E5"><v>17</v></c>';

describe("a portable copy", () => {
  test("of three nested calls over sheets with Chinese names goes there and back", async () => {
    const rows = `<row r="5">${NUMBERS}<c r="G5"><f>${NESTED}</f><v>-69.1</v></c><c r="H5" t="str"><f>IF(D5&gt;1,"ZONE_GAP(1,2)",_xldudf_ZONE_STATUS(D5,E5))</f><v>ZONE_GAP(1,2)</v></c></row>`;
    const book = bookOf(rows);
    const copy = await made(book);
    expect(copy.result.ok && copy.result.value.cells.map(({ became }) => became.kind)).toEqual([
      "formula",
      "formula",
    ]);
    expect(formulaIn(copy.bytes, "运城 指标", "G5")).not.toContain("ZONE_");
    expect(formulaIn(copy.bytes, "运城 指标", "H5")).toMatch(/^=IF\(D5>1,"ZONE_GAP\(1,2\)",IF\(/u);
    expect(differences(book, copy.bytes).changed).toEqual(["xl/worksheets/sheet1.xml"]);
    const back = await restored(copy.bytes);
    expect(back.result.ok && back.result.value.left).toEqual([]);
    expect(formulaIn(back.bytes, "运城 指标", "G5")).toBe(`=${NESTED}`);
    expect(differences(book, back.bytes).different).toEqual([]);
    expect(bookIn(back.bytes).part).toBeNull();
  });

  test("of a formula filled down keeps the cells linked to the first", async () => {
    const rows = [6, 7, 8, 9]
      .map((row, index) => {
        const formula =
          index === 0
            ? '<f t="shared" ref="G6:G9" si="0">ZONE_SHARE(D6,E$6,2)</f>'
            : '<f t="shared" si="0"/>';
        return `<row r="${row}"><c r="D${row}"><v>${row}</v></c>${index === 0 ? '<c r="E6"><v>12</v></c>' : ""}<c r="G${row}">${formula}<v>50</v></c></row>`;
      })
      .join("");
    const book = bookOf(rows);
    const copy = await made(book);
    expect(formulaIn(copy.bytes, "运城 指标", "G9")).toContain("ROUND(D9/E$6*100,2)");
    expect(readParts(copy.bytes)["xl/worksheets/sheet1.xml"]).toContain(
      '<c r="G9"><f t="shared" si="0"/><v>50</v></c>'
    );
    const back = await restored(copy.bytes);
    expect(differences(book, back.bytes).different).toEqual([]);
  });

  test("whose formulas filled down can stay linked no more ties them again as they were", async () => {
    const cell = (row: number, formula: string, value = "<v>16</v>"): string =>
      `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${row === 7 ? "河津" : "永济"}</t></is></c><c r="G${row}">${formula}${value}</c></row>`;
    const rows = [
      cell(
        6,
        '<f t="shared" ref="G6:G9" si="3" ca="1">ZONE_TARGET($A6,&quot;工业投资&quot;,目标规则!$A$1:$C$3)</f>'
      ),
      cell(7, '<f t="shared" si="3"/>'),
      cell(8, '<f t="shared" si="3"></f>', ""),
      cell(9, '<f si="3" t="shared"/>'),
    ].join("");
    const book = bookOf(rows);
    const copy = await made(book);
    expect(formulaIn(copy.bytes, "运城 指标", "G6")).toBe("=INDEX(目标规则!$A$1:$C$3,2,3)");
    expect(formulaIn(copy.bytes, "运城 指标", "G7")).toBe("=INDEX(目标规则!$A$1:$C$3,3,3)");
    const back = await restored(copy.bytes);
    expect(readParts(back.bytes)["xl/worksheets/sheet1.xml"]).toBe(
      readParts(book)["xl/worksheets/sheet1.xml"]
    );
    expect(bookIn(back.bytes).part).toBeNull();
  });

  test("takes no shared formula back where its number means another one by now", async () => {
    const rows =
      '<row r="6"><c r="G6"><f t="shared" ref="G6:G7" si="0">ZONE_WHOLE(D6,69)</f><v>117</v></c><c r="H6"><f>D6*2</f><v>1</v></c></row>' +
      '<row r="7"><c r="G7"><f t="shared" si="0"/><v>117</v></c><c r="H7"><f>D7*2</f><v>1</v></c></row>';
    const copy = await made(bookOf(rows));
    const renumbered = changeParts(copy.bytes, (_name, text) =>
      text
        .replace("<f>D6*2</f>", '<f t="shared" ref="H6:H7" si="0">D6*2</f>')
        .replace("<f>D7*2</f>", '<f t="shared" si="0"/>')
    );
    const back = await restored(renumbered);
    expect(formulaIn(back.bytes, "运城 指标", "G6")).toBe("=ZONE_WHOLE(D6,69)");
    expect(formulaIn(back.bytes, "运城 指标", "G7")).toBe("=ZONE_WHOLE(D7,69)");
    expect(formulaIn(back.bytes, "运城 指标", "H7")).toBe("=D7*2");
  });

  test("points at the rule that applies, and follows it when it changes", async () => {
    const call = 'ZONE_TARGET("河津","工业投资",目标规则!$A$1:$C$3)';
    const copy = await made(
      bookOf(`<row r="5">${NUMBERS}<c r="G5"><f>${call}</f><v>16</v></c></row>`)
    );
    expect(formulaIn(copy.bytes, "运城 指标", "G5")).toBe("=INDEX(目标规则!$A$1:$C$3,3,3)");
  });

  test("points at the rule in whole columns of rules", async () => {
    const call = 'ZONE_TARGET("河津","工业投资",目标规则!$A:$C)';
    const copy = await made(
      bookOf(`<row r="5">${NUMBERS}<c r="G5"><f>${call}</f><v>16</v></c></row>`)
    );
    expect(formulaIn(copy.bytes, "运城 指标", "G5")).toBe("=INDEX(目标规则!$A:$C,3,3)");
  });

  test("of what spills goes on spilling, and a list of wholes becomes its values", async () => {
    const rows =
      '<row r="5"><c r="D5"><v>1</v></c><c r="E5"><v>4</v></c><c r="G5" cm="1"><f t="array" ref="G5:G6">_xldudf_ZONE_SHARE(D5:D6,E5)</f><v>25</v></c><c r="I5" cm="1"><f t="array" ref="I5:J5">_xldudf_ZONE_WHOLE(81,69)</f><v>117</v></c><c r="J5"><v>118</v></c></row>' +
      '<row r="6"><c r="D6"><v>2</v></c><c r="G6"><v>50</v></c></row>';
    const book = bookOf(rows, METADATA);
    const copy = await made(book);
    const sheet = readParts(copy.bytes)["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<c r="G5" cm="1"><f t="array" ref="G5:G6">IF(');
    expect(sheet).toContain('<c r="I5"><v>117</v></c><c r="J5"><v>118</v></c>');
    const back = await restored(copy.bytes);
    expect(differences(book, back.bytes).different).toEqual([]);
  });

  test("writes the cell that @ takes of a range, and the area a spill fills, and brings the signs back", async () => {
    const rows =
      '<row r="5"><c r="D5" cm="1"><f t="array" ref="D5:D7">_xlfn._xlws.SORT(A5:A7)</f><v>1</v></c><c r="E5"><v>4</v></c><c r="G5" cm="1"><f t="array" ref="G5:G7">_xldudf_ZONE_SHARE(_xlfn.ANCHORARRAY(D5),_xlfn.SINGLE($E$5:$E$7))</f><v>25</v></c></row>' +
      '<row r="6"><c r="D6"><v>2</v></c><c r="E6"><v>8</v></c><c r="G6"><v>50</v></c><c r="H6" cm="1"><f t="array" ref="H6">_xlfn.SINGLE(_xldudf_ZONE_GAP(_xlfn.ANCHORARRAY(D5),2))</f><v>-1</v></c></row>' +
      '<row r="7"><c r="D7"><v>3</v></c><c r="G7"><v>75</v></c></row>';
    const book = bookOf(rows, METADATA);
    const copy = await made(book);
    expect(copy.result.ok && copy.result.value.cells.map(({ became }) => became.kind)).toEqual([
      "formula",
      "formula",
    ]);
    const sheet = readParts(copy.bytes)["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).not.toMatch(/SINGLE\(A|ANCHORARRAY\(|ZONE_/u);
    expect(sheet).toContain('<f t="array" ref="G5:G7">IF(ISNUMBER(D5:D7)*ISNUMBER($E5)');
    expect(sheet).toContain('<f t="array" ref="H6">INDEX(IF(ISNUMBER(D5:D7),');
    const back = await restored(copy.bytes);
    expect(readParts(back.bytes)["xl/worksheets/sheet1.xml"]).toBe(
      readParts(book)["xl/worksheets/sheet1.xml"]
    );
  });

  test("enters as an array what a plain formula hands to a function of ours as a whole, and as it was on the way back", async () => {
    const rows =
      '<row r="5"><c r="B5"><v>18.2</v></c><c r="C5"><v>17</v></c><c r="G5"><f ca="1">SUM(ZONE_GAP(B5:B6,C5:C6))</f><v>-1.3</v></c><c r="H5"><f>ZONE_GAP(SUM(B5:B6),17)</f><v>15.6</v></c></row>' +
      '<row r="6"><c r="B6"><v>14.4</v></c><c r="C6"><v>16.9</v></c><c r="G6"><f>B5:B6+SUM(ZONE_GAP(B5:B6,C5:C6))</f><v>13.1</v></c><c r="H6"><f>_xldudf_ZONE_WHOLE(81,69)</f><v>117</v></c></row>';
    const book = bookOf(rows, METADATA);
    const copy = await made(book);
    const sheet = readParts(copy.bytes)["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<c r="G5"><f ca="1" t="array" ref="G5">SUM(IF(');
    expect(sheet).toContain('<c r="H5"><f>IF(ISNUMBER(');
    expect(sheet).toContain('<c r="G6"><v>13.1</v></c><c r="H6"><v>117</v></c>');
    expect(copy.result.ok && copy.result.value.cells.map(({ became }) => became)).toEqual([
      { kind: "formula" },
      { kind: "formula" },
      { kind: "value", reason: "intersection" },
      { kind: "value", reason: "value-only" },
    ]);
    const back = await restored(copy.bytes);
    expect(differences(book, back.bytes).different).toEqual([]);
  });

  test("leaves array formulas, protected sheets and formulas without a result, and tells of them", async () => {
    const rows =
      '<row r="5"><c r="D5"><f t="array" ref="D5:D6">ZONE_SHARE(A5:A6,B5:B6)</f><v>1</v></c><c r="E5"><f>ZONE_WHOLE(90,75)</f></c></row><row r="6"><c r="D6"><v>2</v></c></row>';
    const book = bookOf(rows);
    const { result, bytes } = await made(book);
    expect(result.ok && result.value.cells).toEqual([
      { sheet: "运城 指标", cell: "D5", became: { kind: "left", reason: "array-formula" } },
      { sheet: "运城 指标", cell: "E5", became: { kind: "left", reason: "not-calculated" } },
    ]);
    expect(bytes).toEqual(book);
    const locked = bookOf(
      '<row r="5"><c r="D5"><f>ZONE_GAP(2,1)</f><v>1</v></c></row>',
      {},
      '<sheetProtection sheet="1"/>'
    );
    const untouched = await made(locked);
    expect(untouched.result.ok && untouched.result.value.cells[0]?.became).toEqual({
      kind: "left",
      reason: "sheet-protected",
    });
    expect(untouched.bytes).toEqual(locked);
  });

  test("is not begun where a name of the workbook hides a function", async () => {
    const book = bookOf(`<row r="5"><c r="D5"><f>ZONE_GAP(2,1)</f><v>1</v></c></row>`, {
      workbookAfter: '<definedNames><definedName name="Zone_Gap">1</definedName></definedNames>',
    });
    const { result, bytes } = await made(book);
    expect(result).toMatchObject({
      ok: false,
      failure: { failure: { code: "name-taken", name: "Zone_Gap" } },
    });
    expect(bytes).toEqual(book);
  });

  test("made twice keeps the first originals", async () => {
    const book = bookOf(`<row r="5">${NUMBERS}<c r="G5"><f>${NESTED}</f><v>1</v></c></row>`);
    const twice = await made((await made(book)).bytes);
    expect(twice.result.ok && twice.result.value.cells).toEqual([]);
    const back = await restored(twice.bytes);
    expect(differences(book, back.bytes).different).toEqual([]);
  });
});

describe("a portable copy of what stands outside of the cells", () => {
  const cells = `<row r="5">${NUMBERS}<c r="G5"><f>差距*2</f><v>184.48</v></c></row>`;
  const named = (names: string): Pick<HandMadeBook, "workbookAfter"> => ({
    workbookAfter: `<definedNames>${names}</definedNames>`,
  });
  const NAMES =
    "<definedName name=\"差距\">_xldudf_ZONE_GAP('运城 指标'!$D$5,'运城 指标'!$E$5)</definedName>" +
    '<definedName name="差距" localSheetId="1" comment="按省定">ZONE_GAP(晋城!$D$5, 68)</definedName>' +
    '<definedName name="达标目标">ZONE_TARGET("河津","工业投资",目标规则!$A$1:$C$3)</definedName>' +
    '<definedName name="行差">_xldudf_ZONE_SHARE(晋城!D1,晋城!$F1,2)</definedName>';

  test("rewrites names of the workbook and of a sheet, and brings them back", async () => {
    const book = bookOf(cells, named(NAMES));
    const copy = await made(book);
    expect(copy.result.ok && copy.result.value.outer.map(({ became }) => became.kind)).toEqual([
      "formula",
      "formula",
      "formula",
      "formula",
    ]);
    expect(differences(book, copy.bytes).changed).toEqual(["xl/workbook.xml"]);
    const text = readParts(copy.bytes)["xl/workbook.xml"] ?? "";
    expect(text).not.toContain("ZONE_");
    expect(text).toContain(
      '<definedName name="达标目标">INDEX(目标规则!$A$1:$C$3,3,3)</definedName>'
    );
    expect(text).toContain('<definedName name="差距" localSheetId="1" comment="按省定">IF(');
    const back = await restored(copy.bytes);
    expect(back.result.ok && back.result.value.outerRestored).toHaveLength(4);
    expect(readParts(back.bytes)["xl/workbook.xml"]).toBe(readParts(book)["xl/workbook.xml"]);
    expect(bookIn(back.bytes).part).toBeNull();
  });

  test("leaves a name no formula can say, with its reason, and makes the rest", async () => {
    const book = bookOf(
      cells,
      named(
        '<definedName name="个数">_xldudf_ZONE_WHOLE(81,69)</definedName>' +
          '<definedName name="随行目标">_xldudf_ZONE_TARGET(晋城!$A1,"工业投资",目标规则!$A$1:$C$3)</definedName>' +
          '<definedName name="差距">_xldudf_ZONE_GAP(晋城!$D$5,68)</definedName>'
      )
    );
    const copy = await made(book);
    expect(copy.result.ok && copy.result.value.outer.map(({ became }) => became)).toEqual([
      { kind: "left", reason: "value-only" },
      { kind: "left", reason: "not-located" },
      { kind: "formula" },
    ]);
    const text = readParts(copy.bytes)["xl/workbook.xml"] ?? "";
    expect(text).toContain('<definedName name="个数">_xldudf_ZONE_WHOLE(81,69)</definedName>');
    expect(text).not.toContain("ZONE_GAP");
  });

  test("leaves a name that was changed since, or is gone, and keeps its original", async () => {
    const copy = await made(bookOf(cells, named(NAMES)));
    const later = changeParts(copy.bytes, (name, text) =>
      name === "xl/workbook.xml"
        ? text
            .replace("INDEX(目标规则!$A$1:$C$3,3,3)", "16")
            .replace(/<definedName name="行差">.*?<\/definedName>/u, "")
        : text
    );
    const back = await restored(later);
    expect(back.result.ok && back.result.value.outerLeft).toEqual([
      { place: { kind: "name", name: "达标目标", sheet: null }, reason: "changed" },
      { place: { kind: "name", name: "行差", sheet: null }, reason: "name-missing" },
    ]);
    expect(back.result.ok && back.result.value.outerRestored).toHaveLength(2);
    expect(bookIn(back.bytes).part).toContain("工业投资");
  });

  test("is not begun where a name limited to a sheet hides a function", async () => {
    const { result } = await made(
      bookOf(cells, named('<definedName name="zone_gap" localSheetId="0">1</definedName>'))
    );
    expect(result).toMatchObject({
      ok: false,
      failure: { failure: { code: "name-taken", name: "'运城 指标'!zone_gap" } },
    });
  });

  test("takes names as cells where they are: a target is found in rules with a name", async () => {
    const rows = `<row r="5">${NUMBERS}<c r="G5"><f>ZONE_GAP(D5,ZONE_TARGET("河津","工业投资",规则))</f><v>93.24</v></c><c r="H5"><f>SUM(ZONE_GAP(D5,单目标),ZONE_GAP(D5,多目标))</f><v>184.48</v></c><c r="I5"><f>ZONE_GAP(D5,单目标)</f><v>92.24</v></c></row>`;
    const copy = await made(
      bookOf(
        rows,
        named(
          '<definedName name="规则">目标规则!$A$1:$C$3</definedName>' +
            '<definedName name="单目标">目标规则!$C$2</definedName>' +
            '<definedName name="多目标">目标规则!$C$2:$C$3</definedName>'
        )
      )
    );
    expect(formulaIn(copy.bytes, "运城 指标", "G5")).toContain("INDEX(规则,3,3)");
    const sheet = readParts(copy.bytes)["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<c r="H5"><f t="array" ref="H5">SUM(IF(');
    expect(sheet).toContain('<c r="I5"><f>IF(');
  });

  const table = (columns: string): HandMadeBook => ({
    sheets: [
      {
        name: "指标",
        rows:
          '<row r="1"><c r="A1" t="inlineStr"><is><t>完成</t></is></c><c r="B1" t="inlineStr"><is><t>差距</t></is></c><c r="C1" t="inlineStr"><is><t>个数</t></is></c></row>' +
          '<row r="2"><c r="A2"><v>18.2</v></c><c r="B2"><f>_xldudf_ZONE_GAP(表1[[#This Row],[完成]],17)</f><v>1.2</v></c><c r="C2"><f>_xldudf_ZONE_WHOLE(81,69)</f><v>117</v></c></row>' +
          '<row r="3"><c r="A3"><v>14.4</v></c><c r="B3"><f>_xldudf_ZONE_GAP(表1[[#This Row],[完成]],17)</f><v>-2.6</v></c><c r="C3"><f>_xldudf_ZONE_WHOLE(81,69)</f><v>117</v></c></row>' +
          '<row r="4"><c r="B4"><f>MAX(_xldudf_ZONE_GAP(表1[完成],17))</f><v>1.2</v></c></row>',
        after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        relationships:
          '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/>',
      },
    ],
    parts: {
      "xl/tables/table1.xml": `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A1:C4" totalsRowCount="1"><autoFilter ref="A1:C3"/><tableColumns count="3">${columns}</tableColumns></table>`,
    },
    types:
      '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>',
  });
  test("keeps a column formula whose target is the same in each row, and takes off one whose targets differ", async () => {
    const columns = (zone: string): string =>
      '<tableColumn id="1" name="完成"/>' +
      `<tableColumn id="2" name="差距"><calculatedColumnFormula>ZONE_GAP(表1[[#This Row],[完成]],ZONE_TARGET(${zone},"工业投资",目标规则!$A$1:$C$3))</calculatedColumnFormula></tableColumn>` +
      '<tableColumn id="3" name="个数"/>';
    const became = async (zone: string) => {
      const book = table(columns(zone));
      const copy = await made(
        handMade({ ...book, sheets: [...book.sheets, { name: "目标规则", rows: RULES_ROWS }] })
      );
      return copy.result.ok ? copy.result.value.outer.map((one) => one.became) : [];
    };
    expect(await became('"河津"')).toEqual([{ kind: "formula" }]);
    for (const zone of ["A2", "表1[[#This Row],[开发区]]"])
      expect(await became(zone)).toEqual([{ kind: "removed", reason: "not-located" }]);
  });

  const COLUMNS =
    '<tableColumn id="1" name="完成"/>' +
    '<tableColumn id="2" name="差距" totalsRowFunction="custom"><calculatedColumnFormula>_xldudf_ZONE_GAP(表1[[#This Row],[完成]],17)</calculatedColumnFormula><totalsRowFormula>MAX(_xldudf_ZONE_GAP(表1[完成],17))</totalsRowFormula></tableColumn>' +
    '<tableColumn id="3" name="个数"><calculatedColumnFormula>_xldudf_ZONE_WHOLE(81,69)</calculatedColumnFormula></tableColumn>';

  test("keeps what a table fills its columns with in step with the cells", async () => {
    const book = handMade(table(COLUMNS));
    const copy = await made(book);
    expect(copy.result.ok && copy.result.value.outer).toEqual([
      {
        place: { kind: "table-column", sheet: "指标", table: "表1", column: "差距" },
        became: { kind: "formula" },
      },
      {
        place: { kind: "table-total", sheet: "指标", table: "表1", column: "差距" },
        became: { kind: "formula" },
      },
      {
        place: { kind: "table-column", sheet: "指标", table: "表1", column: "个数" },
        became: { kind: "removed", reason: "value-only" },
      },
    ]);
    const parts = readParts(copy.bytes);
    const inTable = parts["xl/tables/table1.xml"] ?? "";
    expect(inTable).not.toContain("ZONE_");
    expect(inTable).toContain('<tableColumn id="3" name="个数"></tableColumn>');
    const formula = /<calculatedColumnFormula>(.*?)<\/calculatedColumnFormula>/u.exec(inTable)?.[1];
    expect(parts["xl/worksheets/sheet1.xml"]).toContain(`<f>${formula ?? ""}</f><v>-2.6</v>`);
    const total = /<totalsRowFormula array="1">(.*?)<\/totalsRowFormula>/u.exec(inTable)?.[1];
    expect(parts["xl/worksheets/sheet1.xml"]).toContain(`<f t="array" ref="B4">${total ?? ""}</f>`);
    const back = await restored(copy.bytes);
    expect(differences(book, back.bytes).different).toEqual([]);
    expect(readParts(back.bytes)["xl/tables/table1.xml"]).toBe(
      readParts(book)["xl/tables/table1.xml"]
    );
  });
});

test("validations, conditional formats and charts that call a function of ours are told, and stay", async () => {
  const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
  const after =
    '<conditionalFormatting sqref="D5:E5"><cfRule type="expression" priority="1"><formula>_xldudf_ZONE_GAP(D5,E5)&lt;0</formula></cfRule><cfRule type="expression" priority="2"><formula>D5="ZONE_GAP(1,2)"</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation type="custom" sqref="D5"><formula1>ZONE_SHARE(D5,E5)&gt;1</formula1></dataValidation></dataValidations><drawing r:id="rIdD"/>' +
    `<extLst><ext xmlns:x14="${X14}" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="custom"><x14:formula1><xm:f>ZONE_RANK(晋城!D5,晋城!D:D)=1</xm:f></x14:formula1><xm:sqref>E5:E9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const linked = (type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdD" Type="${relations}/${type}" Target="${target}"/></Relationships>`;
  const book = bookOf(
    `<row r="5">${NUMBERS}</row>`,
    {
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": linked("drawing", "../drawings/drawing1.xml"),
        "xl/drawings/drawing1.xml": '<wsDr xmlns="urn:d"/>',
        "xl/drawings/_rels/drawing1.xml.rels": linked("chart", "../charts/chart1.xml"),
        "xl/charts/chart1.xml":
          '<c:chartSpace xmlns:c="urn:c"><c:f>晋城!$D$5</c:f><c:f>ZONE_GAP(晋城!$D$5,1)</c:f></c:chartSpace>',
      },
    },
    after
  );
  const { result, bytes } = await made(book);
  const sheet = "运城 指标";
  expect(result.ok && result.value.settings).toEqual([
    { kind: "validation", sheet, where: "D5", formula: "=ZONE_SHARE(D5,E5)>1" },
    { kind: "validation", sheet, where: "E5:E9", formula: "=ZONE_RANK(晋城!D5,晋城!D:D)=1" },
    { kind: "condition", sheet, where: "D5:E5", formula: "=ZONE_GAP(D5,E5)<0" },
    { kind: "chart", sheet, where: "", formula: "=ZONE_GAP(晋城!$D$5,1)" },
  ]);
  expect(bytes).toEqual(book);
});

describe("bringing the originals back", () => {
  const rows = `<row r="5">${NUMBERS}<c r="G5"><f>ZONE_GAP(D5,E5)</f><v>92.24</v></c><c r="H5"><f>ZONE_GAP(E5,D5)</f><v>-92.24</v></c></row>`;

  test("leaves a cell that was changed since, keeps its original, and restores the others", async () => {
    const copy = await made(bookOf(rows));
    const port = openFilePort(copy.bytes, "表.xlsx");
    await port.apply([
      { kind: "set-formulas", sheet: "运城 指标", at: { row: 4, column: 7 }, formulas: [["=1"]] },
    ]);
    const back = await restored(port.bytes());
    expect(back.result.ok && back.result.value.left).toEqual([
      { sheet: "运城 指标", cell: "H5", reason: "changed" },
    ]);
    expect(formulaIn(back.bytes, "运城 指标", "G5")).toBe("=ZONE_GAP(D5,E5)");
    expect(formulaIn(back.bytes, "运城 指标", "H5")).toBe("=1");
    expect(bookIn(back.bytes).part).toContain("ZONE_GAP(E5,D5)");
  });

  test("does nothing in a workbook that is no copy", async () => {
    const book = bookOf(rows);
    const back = await restored(book);
    expect(back.result).toMatchObject({ ok: true, value: { restored: [], left: [] } });
    expect(back.bytes).toEqual(book);
  });

  test("refuses what another program made of the originals", async () => {
    const port = openFilePort(bookOf(rows), "表.xlsx");
    await port.apply([
      {
        kind: "put-part",
        xml: '<workbook xmlns="urn:zone-check:workbook@1" schema="1"><portable>[{"sheet":1}]</portable></workbook>',
      },
    ]);
    for (const run of [makePortable, restorePortable]) {
      expect(await run(port)).toMatchObject({
        ok: false,
        failure: { failure: { code: "originals-unreadable" } },
      });
    }
  });
});
