import type { Area } from "./address.ts";
import { formatAddress } from "./address.ts";
import type { PlannedStyle } from "./write-plan.ts";

/** How a cell of our own sheets looks. Colours are #RRGGBB; null is the workbook's default. */
export interface PlannedLook {
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly wrap: boolean;
}

const PLAIN: PlannedLook = {
  fill: null,
  fontColor: null,
  bold: false,
  italic: false,
  wrap: false,
};

/** One look for Excel and for a file. */
export const PLANNED_LOOKS: Readonly<Record<PlannedStyle, PlannedLook>> = {
  title: { ...PLAIN, bold: true },
  header: { ...PLAIN, bold: true, fill: "#E7EEF7", wrap: true },
  note: { ...PLAIN, italic: true, fontColor: "#595959" },
  prose: { ...PLAIN, wrap: true },
};

/** A link to a place in the workbook is shown as Excel shows its own. */
export const LINK_LOOK: PlannedLook = { ...PLAIN, fontColor: "#0563C1" };

/** The formula of a link to a place in the same workbook: =HYPERLINK("#'表 一'!D6","表 一!D6"). */
export function formatLinkFormula(text: string, sheet: string, area: Area): string {
  const target = `#${formatAddress({ sheet, area })}`;
  return `=HYPERLINK(${quoteText(target)},${quoteText(text)})`;
}

/** A text inside a formula has at most 255 UTF-16 units; a longer one is put together from pieces of so many characters. */
const PIECE = 127;

function quoteText(text: string): string {
  const pieces = text.match(new RegExp(`[^]{1,${PIECE}}`, "gu")) ?? [""];
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join("&");
}
