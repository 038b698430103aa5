/**
 * Our custom XML part: what is kept with a workbook and is no table. One element per section, each with a text (JSON)
 * inside; a section this version does not know is carried along untouched.
 *   <workbook xmlns="urn:zone-check:workbook@1" schema="1"><corrections>[…]</corrections></workbook>
 */
export type OwnPart =
  | { readonly kind: "none" }
  | { readonly kind: "read"; readonly sections: Sections }
  /** Written by a newer version of ours: left alone, and told. */
  | { readonly kind: "newer"; readonly version: number }
  /** Not what we write, whoever wrote it: nothing of it is used. */
  | { readonly kind: "unreadable" };

export type Sections = ReadonlyMap<string, string>;

/** The schema this version reads and writes. There is no older one yet; one would be brought up to date on reading. */
export const PART_SCHEMA = 1;
export const PART_NAMESPACE = `urn:zone-check:workbook@${PART_SCHEMA}`;

/** Far more than an office corrects; a longer part is not ours. */
const MAX_LENGTH = 5_000_000;
const NAME = "[A-Za-z_][\\w.-]*";
const ATTRIBUTES = `(?:\\s+${NAME}(?::${NAME})?\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*\\s*`;
const PROLOG = /^\uFEFF?\s*(?:<\?xml[^?]*\?>)?\s*(?:<!--(?:(?!--)[^])*-->\s*)*/;
const ROOT = new RegExp(`^<(${NAME}:)?workbook(${ATTRIBUTES})(/?)>`);
const SECTION = new RegExp(
  `^<(?:${NAME}:)?(${NAME})${ATTRIBUTES}(?:/>|>([^]*?)</(?:${NAME}:)?\\1\\s*>)`
);

/** Reads our part; never throws, whatever the text is. Document types, and with them foreign entities, are refused. */
export function parseOwnPart(xml: string | null): OwnPart {
  if (xml === null) return { kind: "none" };
  if (xml.length > MAX_LENGTH) return { kind: "unreadable" };
  let rest = xml.replace(PROLOG, "");
  const root = ROOT.exec(rest);
  if (root === null) return { kind: "unreadable" };
  const version = versionOf(root[1]?.slice(0, -1) ?? null, root[2] ?? "");
  if (version === undefined) return { kind: "unreadable" };
  if (version > PART_SCHEMA) return { kind: "newer", version };
  rest = rest.slice(root[0].length);
  const sections = new Map<string, string>();
  if (root[3] === "/") return isBlank(rest) ? { kind: "read", sections } : { kind: "unreadable" };
  for (;;) {
    rest = rest.trimStart();
    const section = SECTION.exec(rest);
    if (section?.[1] === undefined) break;
    const text = decode(section[2] ?? "");
    if (text === undefined || sections.has(section[1])) return { kind: "unreadable" };
    sections.set(section[1], text);
    rest = rest.slice(section[0].length);
  }
  const isClosed = new RegExp(`^</${root[1] ?? ""}workbook\\s*>\\s*$`).test(rest);
  return isClosed ? { kind: "read", sections } : { kind: "unreadable" };
}

/** The part's XML for its sections; null where there is nothing to keep. */
export function formatOwnPart(sections: Sections): string | null {
  if (sections.size === 0) return null;
  const elements = [...sections].map(([name, text]) => `<${name}>${encode(text)}</${name}>`);
  return `<workbook xmlns="${PART_NAMESPACE}" schema="${PART_SCHEMA}">${elements.join("")}</workbook>`;
}

/** The larger of the namespace's number and the schema's; undefined where the namespace is not ours. */
function versionOf(prefix: string | null, attributes: string): number | undefined {
  const values = new Map<string, string>();
  for (const [, name, double, single] of attributes.matchAll(
    /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
  )) {
    if (name !== undefined) values.set(name, double ?? single ?? "");
  }
  const namespace = values.get(prefix === null ? "xmlns" : `xmlns:${prefix}`) ?? "";
  const named = /^urn:zone-check:workbook@(\d{1,4})$/.exec(namespace)?.[1];
  if (named === undefined) return undefined;
  const schema = values.get("schema");
  if (schema !== undefined && !/^\d{1,4}$/.test(schema)) return undefined;
  return Math.max(Number(named), Number(schema ?? named));
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

const CDATA = /<!\[CDATA\[([^]*?)\]\]>/g;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The characters of an element without elements inside; undefined for anything more. */
function decode(text: string): string | undefined {
  const strange: string[] = [];
  const plain = (piece: string): string => {
    if (piece.includes("<")) strange.push(piece);
    return piece.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));?/g, (whole, ...groups) => {
      const [decimal, hex, name] = groups as (string | undefined)[];
      const entity = name === undefined ? undefined : ENTITIES.get(name);
      if (entity !== undefined) return entity;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      if (name === undefined && code <= 0x10ffff) return String.fromCodePoint(code);
      strange.push(whole);
      return whole;
    });
  };
  const pieces: string[] = [];
  let end = 0;
  for (const match of text.matchAll(CDATA)) {
    pieces.push(plain(text.slice(end, match.index)), match[1] ?? "");
    end = match.index + match[0].length;
  }
  pieces.push(plain(text.slice(end)));
  return strange.length === 0 ? pieces.join("") : undefined;
}

function encode(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
