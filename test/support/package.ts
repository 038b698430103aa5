import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Zippable } from "fflate";

/** Parts of a package by name: text, or bytes for pictures and macros. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** Zips parts as they are, in the order given: for what no third-party writer can write. */
export function zipParts(parts: Parts): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    entries[name] = typeof content === "string" ? strToU8(content) : content;
  return zipSync(entries, { mtime: new Date("2023-07-01T00:00:00") });
}

/** The parts of a package as text. */
export function readParts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)])
  );
}

/** A package with some of its parts written anew. */
export function changeParts(
  bytes: Uint8Array,
  change: (name: string, text: string) => string | null
): Uint8Array {
  const changed: Record<string, string | Uint8Array> = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith("/")) continue;
    const isText = /\.(?:xml|rels|vml)$/.test(name);
    const text = isText ? change(name, strFromU8(content)) : content;
    if (text !== null) changed[name] = text;
  }
  return zipParts(changed);
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface HandMadeSheet {
  readonly name: string;
  /** What stands in sheetData: rows. */
  readonly rows: string;
  /** What stands in front of sheetData, and behind it. */
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
  /** Relationships of the sheet. */
  readonly relationships?: string;
}

export interface HandMadeBook {
  readonly sheets: readonly HandMadeSheet[];
  readonly strict?: boolean;
  /** Prefix of SpreadsheetML's elements, with its colon. Content given by tests has to bear it itself. */
  readonly prefix?: string;
  /** Inside workbook, in front of sheets and behind them. */
  readonly workbookBefore?: string;
  readonly workbookAfter?: string;
  /** Inside styleSheet; undefined: no styles part. */
  readonly styles?: string;
  /** Items of the shared strings; undefined: no such part. */
  readonly strings?: string;
  /** Further parts, relationships of the workbook, and content types. */
  readonly parts?: Parts;
  readonly relationships?: string;
  readonly types?: string;
}

/** The smallest set of styles Excel accepts. */
export const PLAIN_STYLES =
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>';

/** A workbook out of hand-made XML: Strict, with prefixes, without parts, as tests need it. */
export function handMadeParts(book: HandMadeBook): Record<string, string | Uint8Array> {
  const main = book.strict === true ? STRICT_MAIN : MAIN;
  const rel = book.strict === true ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
  const p = book.prefix ?? "";
  const xmlns = p === "" ? `xmlns="${main}"` : `xmlns:${p.slice(0, -1)}="${main}"`;
  const type = (name: string): string =>
    `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const parts: Record<string, string | Uint8Array> = {};
  const relationships: string[] = [];
  const overrides: string[] = [];
  const add = (part: string, kind: string, contentType: string, xml: string): void => {
    parts[`xl/${part}`] = DECLARATION + xml;
    relationships.push(
      `<Relationship Id="r${relationships.length + 1}" Type="${rel}/${kind}" Target="${part}"/>`
    );
    overrides.push(`<Override PartName="/xl/${part}" ContentType="${type(contentType)}"/>`);
  };
  book.sheets.forEach((sheet, index) => {
    const part = `worksheets/sheet${index + 1}.xml`;
    add(
      part,
      "worksheet",
      "worksheet",
      `<${p}worksheet ${xmlns} xmlns:r="${rel}">${sheet.before ?? ""}<${p}sheetData>${sheet.rows}</${p}sheetData>${sheet.after ?? ""}</${p}worksheet>`
    );
    if (sheet.relationships !== undefined)
      parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationshipsXml(
        sheet.relationships
      );
  });
  if (book.styles !== undefined)
    add(
      "styles.xml",
      "styles",
      "styles",
      `<${p}styleSheet ${xmlns}>${book.styles}</${p}styleSheet>`
    );
  if (book.strings !== undefined)
    add(
      "sharedStrings.xml",
      "sharedStrings",
      "sharedStrings",
      `<${p}sst ${xmlns}>${book.strings}</${p}sst>`
    );
  const sheets = book.sheets
    .map(
      (sheet, index) =>
        `<${p}sheet name="${sheet.name}" sheetId="${index + 1}"${sheet.state === undefined ? "" : ` state="${sheet.state}"`} r:id="r${index + 1}"/>`
    )
    .join("");
  return {
    "[Content_Types].xml": `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type("sheet.main")}"/>${overrides.join("")}${book.types ?? ""}</Types>`,
    "_rels/.rels": relationshipsXml(
      `<Relationship Id="rId1" Type="${rel}/officeDocument" Target="/xl/workbook.xml"/>`
    ),
    "xl/workbook.xml": `${DECLARATION}<${p}workbook ${xmlns} xmlns:r="${rel}">${book.workbookBefore ?? ""}<${p}sheets>${sheets}</${p}sheets>${book.workbookAfter ?? ""}</${p}workbook>`,
    "xl/_rels/workbook.xml.rels": relationshipsXml(
      relationships.join("") + (book.relationships ?? "")
    ),
    ...parts,
    ...(book.parts ?? {}),
  };
}

export function handMade(book: HandMadeBook): Uint8Array {
  return zipParts(handMadeParts(book));
}

function relationshipsXml(content: string): string {
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}
