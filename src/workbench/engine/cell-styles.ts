import type {
  IBorderData,
  IBorderStyleData,
  IColorStyle,
  IStyleData,
  Nullable,
} from "@univerjs/core";
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";

import type { BorderEdge, CellStyle } from "../../xlsx/package-book.ts";
import type { EngineFormat } from "./engine.ts";

const BORDERS: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};

const HORIZONTAL = {
  general: HorizontalAlign.UNSPECIFIED,
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;

const VERTICAL = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
} as const;

/** One step of indent is about the width of three spaces of the default font. */
const INDENT_PIXELS = 9;

/** One edge of a border; a colour the file leaves open is black, as in Excel. */
export function toBorder(edge: BorderEdge): IBorderStyleData {
  return {
    s: BORDERS[edge.style] ?? BorderStyleTypes.THIN,
    cl: { rgb: edge.color ?? "#000000" },
  };
}

/** A cell format of the file as Univer's style; Univer takes a list of fonts where Excel names one. */
export function toStyle(style: CellStyle, fallbackFonts: readonly string[]): IStyleData {
  const border: IBorderData = {};
  if (style.border.top) border.t = toBorder(style.border.top);
  if (style.border.right) border.r = toBorder(style.border.right);
  if (style.border.bottom) border.b = toBorder(style.border.bottom);
  if (style.border.left) border.l = toBorder(style.border.left);
  const indent = style.indent * INDENT_PIXELS;
  return {
    ff: [style.font.name, ...fallbackFonts].join(","),
    fs: style.font.size,
    vt: VERTICAL[style.vertical],
    ...(style.font.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(style.font.italic ? { it: BooleanNumber.TRUE } : {}),
    ...(style.font.underline ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(style.font.color === null ? {} : { cl: { rgb: style.font.color } }),
    ...(style.fill === null ? {} : { bg: { rgb: style.fill } }),
    ...(Object.keys(border).length > 0 ? { bd: border } : {}),
    ...(style.horizontal === "general" ? {} : { ht: HORIZONTAL[style.horizontal] }),
    ...(style.wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(indent === 0 ? {} : { pd: style.horizontal === "right" ? { r: indent } : { l: indent } }),
    ...(style.numberFormat === "General" ? {} : { n: { pattern: style.numberFormat } }),
  };
}

/** The part of a format the host can ask for. */
export function toFormat(style: Nullable<IStyleData>): EngineFormat {
  const horizontal = style?.ht;
  return {
    fill: toHex(style?.bg),
    fontColor: toHex(style?.cl),
    bold: style?.bl === BooleanNumber.TRUE,
    italic: style?.it === BooleanNumber.TRUE,
    wrap: style?.tb === WrapStrategy.WRAP,
    horizontal:
      horizontal === HorizontalAlign.LEFT
        ? "left"
        : horizontal === HorizontalAlign.CENTER
          ? "center"
          : horizontal === HorizontalAlign.RIGHT
            ? "right"
            : "general",
  };
}

/** What of a format is to change, as Univer's style; a null in it takes the property away. */
export function toStyleChange(format: Partial<EngineFormat>): IStyleData {
  const { fill, fontColor, bold, italic, wrap, horizontal } = format;
  return {
    ...(fill === undefined ? {} : { bg: fill === null ? null : { rgb: fill } }),
    ...(fontColor === undefined ? {} : { cl: fontColor === null ? null : { rgb: fontColor } }),
    ...(bold === undefined ? {} : { bl: toBit(bold) }),
    ...(italic === undefined ? {} : { it: toBit(italic) }),
    ...(wrap === undefined ? {} : { tb: wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
    ...(horizontal === undefined
      ? {}
      : { ht: horizontal === "general" ? null : HORIZONTAL[horizontal] }),
  };
}

function toBit(isOn: boolean): BooleanNumber {
  return isOn ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function toHex(color: Nullable<IColorStyle>): string | null {
  const text = color?.rgb;
  if (!text) return null;
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(text);
  if (parts === null) return text.toUpperCase();
  const hex = parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0"));
  return `#${hex.join("")}`.toUpperCase();
}
