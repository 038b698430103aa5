import type { PlannedLook } from "../../core/index.ts";
import type { Package } from "../package.ts";
import { builtInFormatId } from "../read/number-formats.ts";
import { readFormatCodes } from "../read/styles.ts";
import { changeTag } from "../xml/patch.ts";
import { escapeAttribute } from "../xml/text.ts";
import { attributeOf, childOf, childrenOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";
import { ensureStyleItem, ensureStyles } from "./styles-part.ts";
import type { StyleGroup, StylesText } from "./styles-part.ts";

/** A cell format wanted: what a cell has, with another number format and perhaps one of our looks. */
export interface WantedFormat {
  /** Format to start from; 0 is the default. */
  readonly base: number;
  readonly numberFormat: string;
  readonly look: PlannedLook | null;
}

/** Finds or makes cell formats; each is asked of the file once. */
export function formatFinder(file: Package): (wanted: WantedFormat) => number {
  const known = new Map<string, number>();
  return (wanted) => {
    const key = JSON.stringify(wanted);
    const index = known.get(key) ?? ensureFormat(file, wanted);
    known.set(key, index);
    return index;
  };
}

function ensureFormat(file: Package, { base, numberFormat, look }: WantedFormat): number {
  let styles = ensureStyles(file);
  const before = styles.text;
  const place = (group: StyleGroup, item: string): string => {
    const ensured = ensureStyleItem(styles, group, item);
    styles = ensured.styles;
    return String(ensured.index);
  };
  const formats = childrenOf(childOf(styles.root, "cellXfs"), "xf");
  const xf = formats[base] ?? formats[0];
  const coded = ensureCode(styles, numberFormat);
  styles = coded.styles;
  const values: Record<string, string> = {
    numFmtId: String(coded.id),
    fontId: read(xf, "fontId"),
    fillId: read(xf, "fillId"),
    borderId: read(xf, "borderId"),
    xfId: read(xf, "xfId"),
  };
  for (const name of APPLY) {
    const value = xf === undefined ? undefined : attributeOf(xf, name);
    if (value !== undefined) values[name] = value;
  }
  if (numberFormat !== "General") values.applyNumberFormat = "1";
  if (look !== null && (look.bold || look.italic || look.fontColor !== null)) {
    const font = childrenOf(childOf(styles.root, "fonts"), "font")[Number(values.fontId)];
    values.fontId = place("fonts", fontXml(styles, font, look));
    values.applyFont = "1";
  }
  if (look !== null && look.fill !== null) {
    values.fillId = place("fills", fillXml(styles.prefix, look.fill));
    values.applyFill = "1";
  }
  if (look?.wrap === true) values.applyAlignment = "1";
  const p = styles.prefix;
  const attributes = Object.entries(values).map(([name, value]) => ` ${name}="${value}"`);
  const children = childrenXml(before, p, xf, look?.wrap === true);
  const open = `<${p}xf${attributes.join("")}`;
  const index = place("cellXfs", children === "" ? `${open}/>` : `${open}>${children}</${p}xf>`);
  if (styles.text !== before) file.write(styles.part, styles.text);
  return Number(index);
}

const APPLY = [
  ...["quotePrefix", "applyNumberFormat", "applyFont", "applyFill"],
  ...["applyBorder", "applyAlignment", "applyProtection"],
];

function read(xf: XmlElement | undefined, name: string): string {
  return (xf === undefined ? undefined : attributeOf(xf, name)) ?? "0";
}

/** Alignment and protection of a format, as they stand in the part's text; with `wraps`, long text breaks. */
function childrenXml(text: string, p: string, xf: XmlElement | undefined, wraps: boolean): string {
  const raw = (xf?.children ?? []).map((each) => ({
    local: each.local,
    xml: text.slice(each.start, each.end),
    open: each.openEnd - each.start,
  }));
  if (!wraps) return raw.map((each) => each.xml).join("");
  const alignment = raw.find((each) => each.local === "alignment");
  const rest = raw.filter((each) => each !== alignment).map((each) => each.xml);
  const wrapped =
    alignment === undefined
      ? `<${p}alignment wrapText="1"/>`
      : changeTag(alignment.xml.slice(0, alignment.open), { wrapText: "1" }) +
        alignment.xml.slice(alignment.open);
  return wrapped + rest.join("");
}

function fillXml(p: string, color: string): string {
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${color.slice(1)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

/** Children of a font in Excel's order. */
const FONT_ORDER = [
  ...["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"],
  ...["sz", "color", "name", "family", "charset", "scheme"],
];

/** The font a cell has, made bold, italic or coloured: our sheets are set in the user's own type. */
function fontXml(styles: StylesText, font: XmlElement | undefined, look: PlannedLook): string {
  const { prefix: p, text } = styles;
  const parts = new Map(
    (font?.children ?? []).map((each) => [each.local, text.slice(each.start, each.end)])
  );
  if (look.bold) parts.set("b", `<${p}b/>`);
  if (look.italic) parts.set("i", `<${p}i/>`);
  if (look.fontColor !== null)
    parts.set("color", `<${p}color rgb="FF${look.fontColor.slice(1)}"/>`);
  const rank = (name: string): number => FONT_ORDER.indexOf(name);
  const sorted = [...parts].sort(([a], [b]) => rank(a) - rank(b)).map(([, xml]) => xml);
  return `<${p}font>${sorted.join("")}</${p}font>`;
}

function ensureCode(
  styles: StylesText,
  code: string
): { readonly styles: StylesText; readonly id: number } {
  const builtIn = builtInFormatId(code);
  if (builtIn !== undefined) return { styles, id: builtIn };
  const codes = readFormatCodes(styles.root);
  for (const [id, each] of codes) if (each === code) return { styles, id };
  // Numbers below 164 belong to Excel.
  const id = Math.max(163, ...codes.keys()) + 1;
  const p = styles.prefix;
  const item = `<${p}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`;
  return { styles: ensureStyleItem(styles, "numFmts", item).styles, id };
}
