import type { BorderEdge, CellStyle, PackageConditionalFormat } from "../package-book.ts";
import { attributeOf, childOf, childrenOf, truthOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";
import { resolveColor } from "./colors.ts";
import type { Palette } from "./colors.ts";
import { builtInFormat } from "./number-formats.ts";

type Look = PackageConditionalFormat["look"];

/** The formats of a file: those of its cells, by index, and those its conditional formats point to. */
export interface Styles {
  readonly cells: readonly CellStyle[];
  readonly looks: readonly Look[];
}

const PLAIN_FONT: CellStyle["font"] = {
  name: "Calibri",
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  color: null,
};
const NO_BORDER: CellStyle["border"] = { top: null, right: null, bottom: null, left: null };

/** What a cell without a format, or of a file without styles, looks like. */
export const DEFAULT_STYLE: CellStyle = {
  numberFormat: "General",
  font: PLAIN_FONT,
  fill: null,
  border: NO_BORDER,
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  indent: 0,
};

export const NO_LOOK: Look = { fill: null, fontColor: null, bold: false, border: null };

export function readStyles(root: XmlElement | null, palette: Palette): Styles {
  if (root === null) return { cells: [DEFAULT_STYLE], looks: [] };
  const list = (group: string, item: string): readonly XmlElement[] =>
    childrenOf(childOf(root, group), item);
  const codes = readFormatCodes(root);
  const fonts = list("fonts", "font").map((each) => readFont(each, palette));
  const fills = list("fills", "fill").map((each) => readFill(each, palette));
  const borders = list("borders", "border").map((each) => readBorder(each, palette));
  const cells = list("cellXfs", "xf").map((xf): CellStyle => {
    const index = (name: string): number => Number(attributeOf(xf, name) ?? 0);
    const id = index("numFmtId");
    return {
      numberFormat: codes.get(id) ?? builtInFormat(id),
      font: fonts[index("fontId")] ?? PLAIN_FONT,
      fill: fills[index("fillId")] ?? null,
      border: borders[index("borderId")] ?? NO_BORDER,
      ...readAlignment(childOf(xf, "alignment")),
    };
  });
  return {
    cells: cells.length === 0 ? [DEFAULT_STYLE] : cells,
    looks: list("dxfs", "dxf").map((each) => readLook(each, palette)),
  };
}

/** Format codes a file defines itself, by their number. */
export function readFormatCodes(root: XmlElement): ReadonlyMap<number, string> {
  return new Map(
    childrenOf(childOf(root, "numFmts"), "numFmt").map((each) => [
      Number(attributeOf(each, "numFmtId") ?? -1),
      attributeOf(each, "formatCode") ?? "General",
    ])
  );
}

function readFont(element: XmlElement, palette: Palette): CellStyle["font"] {
  const underline = childOf(element, "u");
  const name = childOf(element, "name");
  const size = childOf(element, "sz");
  return {
    name: (name === undefined ? undefined : attributeOf(name, "val")) ?? PLAIN_FONT.name,
    size: Number((size === undefined ? undefined : attributeOf(size, "val")) ?? PLAIN_FONT.size),
    bold: isOn(element, "b"),
    italic: isOn(element, "i"),
    underline: underline !== undefined && attributeOf(underline, "val") !== "none",
    color: resolveColor(childOf(element, "color"), palette),
  };
}

function isOn(element: XmlElement, local: string): boolean {
  const child = childOf(element, local);
  return child !== undefined && truthOf(attributeOf(child, "val")) !== false;
}

function readFill(element: XmlElement, palette: Palette): string | null {
  const pattern = childOf(element, "patternFill");
  if (pattern === undefined) {
    const stop = childOf(childOf(element, "gradientFill") ?? element, "stop");
    return stop === undefined ? null : resolveColor(childOf(stop, "color"), palette);
  }
  const type = attributeOf(pattern, "patternType") ?? "none";
  // gray125 is the second fill of every file, put there by Excel and seen nowhere.
  if (type === "none" || type === "gray125") return null;
  const front = resolveColor(childOf(pattern, "fgColor"), palette);
  return front ?? resolveColor(childOf(pattern, "bgColor"), palette);
}

function readBorder(element: XmlElement, palette: Palette): CellStyle["border"] {
  const edge = (...names: readonly string[]): BorderEdge | null => {
    for (const name of names) {
      const child = childOf(element, name);
      const style = child === undefined ? undefined : attributeOf(child, "style");
      if (child !== undefined && style !== undefined && style !== "none")
        return { style, color: resolveColor(childOf(child, "color"), palette) };
    }
    return null;
  };
  return {
    top: edge("top"),
    right: edge("right", "end"),
    bottom: edge("bottom"),
    left: edge("left", "start"),
  };
}

function readAlignment(
  element: XmlElement | undefined
): Pick<CellStyle, "horizontal" | "vertical" | "wrap" | "indent"> {
  const read = (name: string): string | undefined =>
    element === undefined ? undefined : attributeOf(element, name);
  return {
    horizontal: HORIZONTAL[read("horizontal") ?? ""] ?? "general",
    vertical: VERTICAL[read("vertical") ?? ""] ?? "bottom",
    wrap: truthOf(read("wrapText")) === true,
    indent: Number(read("indent") ?? 0),
  };
}

const HORIZONTAL: Readonly<Record<string, CellStyle["horizontal"]>> = {
  left: "left",
  right: "right",
  center: "center",
  centerContinuous: "center",
  distributed: "center",
  justify: "left",
  fill: "left",
};

const VERTICAL: Readonly<Record<string, CellStyle["vertical"]>> = {
  top: "top",
  center: "center",
  distributed: "center",
  justify: "top",
};

/** What a conditional format does to a cell. Its fill stands in bgColor, unlike a cell's. */
export function readLook(element: XmlElement, palette: Palette): Look {
  const font = childOf(element, "font");
  const fill = childOf(element, "fill");
  const pattern = fill === undefined ? undefined : childOf(fill, "patternFill");
  const border = childOf(element, "border");
  const edges = border === undefined ? null : readBorder(border, palette);
  const filled = pattern !== undefined && attributeOf(pattern, "patternType") !== "none";
  return {
    fill: filled
      ? (resolveColor(childOf(pattern, "bgColor"), palette) ??
        resolveColor(childOf(pattern, "fgColor"), palette))
      : null,
    fontColor: font === undefined ? null : resolveColor(childOf(font, "color"), palette),
    bold: font !== undefined && isOn(font, "b"),
    border: edges === null ? null : (edges.top ?? edges.bottom ?? edges.left ?? edges.right),
  };
}
