import { attributeOf, childOf, childrenOf, elementsOf, parseXml, truthOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";

/** What colours of a file resolve to: its theme's, and the palette older programs point into. */
export interface Palette {
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

/** Office's theme since 2013: light, dark, light 2, dark 2, six accents, two kinds of link. */
const OFFICE_THEME = [
  ...["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31"],
  ...["A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"],
];

/** The 56 colours of BIFF, at 8 to 63; 0 to 7 repeat the first eight (ECMA-376 part 1, 18.8.27). */
const CLASSIC = `
000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080
9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696
003366 339966 003300 333300 993300 993366 333399 333333`
  .trim()
  .split(/\s+/);

const INDEXED = [...CLASSIC.slice(0, 8), ...CLASSIC];

export function readPalette(themeText: string | null, styles: XmlElement | null): Palette {
  const custom = styles === null ? undefined : childOf(styles, "colors");
  const indexed = childrenOf(
    custom === undefined ? undefined : childOf(custom, "indexedColors"),
    "rgbColor"
  ).map((each) => (attributeOf(each, "rgb") ?? "").slice(-6).toUpperCase());
  return {
    theme: themeText === null ? OFFICE_THEME : readTheme(themeText),
    indexed: INDEXED.map((color, index) => indexed[index] ?? color),
  };
}

const THEME_ORDER = [
  ...["lt1", "dk1", "lt2", "dk2", "accent1", "accent2"],
  ...["accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"],
];

function readTheme(text: string): readonly string[] {
  const root = parseXml("theme", text);
  let scheme: XmlElement | undefined;
  for (const element of elementsOf(root))
    if (element.local === "clrScheme") {
      scheme = element;
      break;
    }
  if (scheme === undefined) return OFFICE_THEME;
  const colors = scheme;
  return THEME_ORDER.map((name, index) => {
    const color = childOf(colors, name)?.children[0];
    const value =
      color === undefined
        ? undefined
        : (attributeOf(color, "lastClr") ?? attributeOf(color, "val"));
    return value !== undefined && /^[0-9a-f]{6}$/i.test(value)
      ? value.toUpperCase()
      : (OFFICE_THEME[index] ?? "000000");
  });
}

/** A colour element (color, fgColor, bgColor) as #RRGGBB; null where it is automatic or absent. */
export function resolveColor(element: XmlElement | undefined, palette: Palette): string | null {
  if (element === undefined || truthOf(attributeOf(element, "auto")) === true) return null;
  const base = baseColor(element, palette);
  if (base === undefined) return null;
  const tint = Number(attributeOf(element, "tint") ?? 0);
  return `#${Number.isFinite(tint) && tint !== 0 ? tinted(base, tint) : base}`;
}

function baseColor(element: XmlElement, palette: Palette): string | undefined {
  const rgb = attributeOf(element, "rgb");
  if (rgb !== undefined) return /[0-9a-f]{6}$/i.exec(rgb)?.[0].toUpperCase();
  const theme = attributeOf(element, "theme");
  if (theme !== undefined) return palette.theme[Number(theme)];
  const indexed = attributeOf(element, "indexed");
  return indexed === undefined ? undefined : palette.indexed[Number(indexed)];
}

/** Lightens (tint > 0) or darkens a colour in hue, lightness, saturation (ECMA-376 part 1, 18.8.19). */
function tinted(rgb: string, tint: number): string {
  const [red, green, blue] = [0, 2, 4].map(
    (at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255
  );
  const [hue, saturation, lightness] = toHsl(red ?? 0, green ?? 0, blue ?? 0);
  const changed = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  return fromHsl(hue, saturation, Math.min(1, Math.max(0, changed)));
}

function toHsl(red: number, green: number, blue: number): readonly [number, number, number] {
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const spread = max - min;
  const lightness = (max + min) / 2;
  if (spread === 0) return [0, 0, lightness];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const sector =
    max === red
      ? ((green - blue) / spread + 6) % 6
      : max === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return [sector, saturation, lightness];
}

function fromHsl(sector: number, saturation: number, lightness: number): string {
  const chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
  const second = chroma * (1 - Math.abs((sector % 2) - 1));
  const floor = lightness - chroma / 2;
  const turns: readonly (readonly [number, number, number])[] = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ];
  const channels = turns[Math.floor(sector) % 6] ?? [0, 0, 0];
  return channels
    .map((each) => Math.round((each + floor) * 255))
    .map((each) => each.toString(16).toUpperCase().padStart(2, "0"))
    .join("");
}
