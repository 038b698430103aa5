import { brokenPart } from "../fault.ts";

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Text as it stands in an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** SpreadsheetML's own escapes (ST_Xstring): _x000D_ is a carriage return, _x005F_ the underscore that protects an escape. */
export function decodeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(ESCAPE, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16))
  );
}

/** The reverse: what XML cannot hold, and what would be read as an escape, is escaped. */
export function encodeCellText(text: string): string {
  const guarded = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return guarded.replace(
    /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`
  );
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** A part's bytes as text. A byte order mark stays in it, so that writing the text back gives the same bytes. */
export function decodePart(part: string, bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding };
  } catch {
    throw brokenPart(part, `is not ${encoding}`);
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0x3c && bytes[1] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "utf-16be";
  return "utf-8";
}

export function encodePart(decoded: DecodedText): Uint8Array {
  if (decoded.encoding === "utf-8") return new TextEncoder().encode(decoded.text);
  const bytes = new Uint8Array(decoded.text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < decoded.text.length; index += 1)
    view.setUint16(index * 2, decoded.text.charCodeAt(index), decoded.encoding === "utf-16le");
  return bytes;
}
