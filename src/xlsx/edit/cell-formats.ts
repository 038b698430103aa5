import type { PlannedStyle } from "../../core/index.ts";
import type { Package } from "../package.ts";
import { builtInFormatId } from "../read/number-formats.ts";
import { readFormatCodes } from "../read/styles.ts";
import { escapeAttribute } from "../xml/text.ts";
import { attributeOf, childOf, childrenOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";
import { ensureStyleItem, ensureStyles } from "./styles-part.ts";
import type { StylesText } from "./styles-part.ts";

/** The looks of our own sheets: those a plan names, that of plain cells, and that of links. */
export type Look = PlannedStyle | "body" | "link";

/** A cell format wanted: another number format on what a cell has, or one of the looks our own sheets have. */
export interface WantedFormat {
  /** Format to start from; 0 is the default. */
  readonly base: number;
  readonly numberFormat: string;
  /** null leaves the look of the base. */
  readonly look: Look | null;
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

function ensureFormat(file: Package, wanted: WantedFormat): number {
  let styles = ensureStyles(file);
  const before = styles.text;
  const place = (group: "fonts" | "fills" | "borders" | "cellXfs", item: string): number => {
    const ensured = ensureStyleItem(styles, group, item);
    styles = ensured.styles;
    return ensured.index;
  };
  const p = styles.prefix;
  const formats = childrenOf(childOf(styles.root, "cellXfs"), "xf");
  const base = formats[wanted.base] ?? formats[0];
  const read = (name: string): string => (base && attributeOf(base, name)) ?? "0";
  const coded = ensureCode(styles, wanted.numberFormat);
  styles = coded.styles;
  const look = wanted.look;
  const ids =
    look === null
      ? { font: read("fontId"), fill: read("fillId"), border: read("borderId") }
      : {
          font: String(place("fonts", lookFont(styles, look))),
          fill: String(look === "header" ? place("fills", headerFill(p)) : 0),
          border: String(look === "header" ? place("borders", headerBorder(p)) : 0),
        };
  const children =
    look === null ? rawChildren(styles, base) : `<${p}alignment ${ALIGNMENT[look]}/>`;
  const flags =
    look === null
      ? ["Font", "Fill", "Border", "Alignment", "Protection"]
          .map((name) => [`apply${name}`, base && attributeOf(base, `apply${name}`)] as const)
          .map(([name, value]) => (value === undefined ? "" : ` ${name}="${value}"`))
          .join("")
      : ' applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  const open = `<${p}xf numFmtId="${coded.id}" fontId="${ids.font}" fillId="${ids.fill}" borderId="${ids.border}" xfId="${read("xfId")}" applyNumberFormat="1"${flags}`;
  const index = place("cellXfs", children === "" ? `${open}/>` : `${open}>${children}</${p}xf>`);
  if (styles.text !== before) file.write(styles.part, styles.text);
  return index;
}

const ALIGNMENT: Readonly<Record<Look, string>> = {
  title: 'vertical="center"',
  header: 'horizontal="center" vertical="center" wrapText="1"',
  note: 'vertical="top" wrapText="1"',
  body: 'vertical="top" wrapText="1"',
  link: 'vertical="top"',
};

function headerFill(p: string): string {
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FFF2F2F2"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

function headerBorder(p: string): string {
  const edge = (name: string): string =>
    `<${p}${name} style="thin"><${p}color rgb="FFBFBFBF"/></${p}${name}>`;
  return `<${p}border>${["left", "right", "top", "bottom"].map(edge).join("")}<${p}diagonal/></${p}border>`;
}

/** The workbook's own default font, larger, bold or grey: our sheets look like the user's. */
function lookFont(styles: StylesText, look: Look): string {
  const { prefix: p, text, root } = styles;
  const font = childrenOf(childOf(root, "fonts"), "font")[0];
  const kept = (name: string): string => {
    const child = font === undefined ? undefined : childOf(font, name);
    return child === undefined ? "" : text.slice(child.start, child.end);
  };
  if (look === "body" && font !== undefined) return text.slice(font.start, font.end);
  const bold = look === "title" || look === "header" ? `<${p}b/>` : "";
  const size = look === "title" ? `<${p}sz val="14"/>` : kept("sz");
  const color =
    look === "note"
      ? `<${p}color rgb="FF595959"/>`
      : look === "link"
        ? `<${p}color rgb="FF0563C1"/>`
        : kept("color");
  const underline = look === "link" ? `<${p}u/>` : "";
  const rest = ["name", "family", "charset", "scheme"].map(kept).join("");
  return `<${p}font>${bold}${underline}${size}${color}${rest}</${p}font>`;
}

function rawChildren(styles: StylesText, xf: XmlElement | undefined): string {
  return (xf?.children ?? []).map((each) => styles.text.slice(each.start, each.end)).join("");
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
