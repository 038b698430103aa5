import { FLAG_LOOKS, formatArea } from "../../core/index.ts";
import type { Flag } from "../../core/index.ts";

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
const LINES = { continuous: "Continuous", dot: "Dot" } as const;

/** Adds one conditional format, ahead of those that are there. Its formula is written for the first area's first cell. */
export function addFlag(worksheet: Excel.Worksheet, flag: Flag): void {
  const [first, ...others] = flag.areas;
  const target =
    others.length === 0
      ? worksheet.getRange(formatArea(first))
      : worksheet.getRanges(flag.areas.map(formatArea).join(","));
  const { rule, format } = target.conditionalFormats.add("Custom").custom;
  rule.formula = flag.formula;
  const look = FLAG_LOOKS[flag.style];
  if (look.fill !== null) format.fill.color = look.fill;
  if (look.fontColor !== null) format.font.color = look.fontColor;
  if (look.bold) format.font.bold = true;
  if (look.border === null) return;
  for (const edge of EDGES) {
    const border = format.borders.getItem(edge);
    border.style = LINES[look.border.style];
    border.color = look.border.color;
  }
}
