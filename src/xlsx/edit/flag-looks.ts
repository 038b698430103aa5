import type { FlagStyle } from "../../core/index.ts";
import { removeElement, applyPatches, changeTag } from "../xml/patch.ts";
import { attributeOf, childOf } from "../xml/tree.ts";
import { addStyleItem, OURS, parseStyles } from "./styles-part.ts";
import type { StylesText } from "./styles-part.ts";

const EDGES = ["left", "right", "top", "bottom"] as const;

/**
 * How a flag looks, as a differential format. Never by colour alone: unmet is bold on amber, an error has a border
 * round its red, a warning is a dotted blue border.
 */
function lookXml(style: FlagStyle, p: string): string {
  const fill = (rgb: string): string =>
    `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${rgb}"/><${p}bgColor rgb="FF${rgb}"/></${p}patternFill></${p}fill>`;
  const border = (line: string, rgb: string): string =>
    `<${p}border>${EDGES.map((edge) => `<${p}${edge} style="${line}"><${p}color rgb="FF${rgb}"/></${p}${edge}>`).join("")}</${p}border>`;
  const looks: Readonly<Record<FlagStyle, string>> = {
    unmet: `<${p}font><${p}b/><${p}i val="0"/></${p}font>${fill("FFE699")}`,
    error: `${fill("FFC7CE")}${border("thin", "C00000")}`,
    warning: border("dotted", "0070C0"),
  };
  return `<${p}dxf>${OURS}${looks[style]}</${p}dxf>`;
}

/** The index of a flag's look among the differential formats: that of an earlier flag, or a new one at the end. */
export function ensureFlagLook(
  styles: StylesText,
  style: FlagStyle
): { readonly styles: StylesText; readonly index: number } {
  const formats = childOf(styles.root, "dxfs")?.children ?? [];
  const wanted = lookXml(style, styles.prefix);
  // Only one that bears our mark is shared: a user's own format that happens to look the same stays the user's.
  const index = formats.findIndex((each) => styles.text.slice(each.start, each.end) === wanted);
  if (index >= 0) return { styles, index };
  return { styles: addStyleItem(styles, "dxfs", wanted), index: formats.length };
}

/**
 * Takes our looks off the end of the differential formats. One that something still uses stays, and so does all before
 * it: the others are known by their place. `released` are those our removed rules pointed to (marks do not survive a save by Excel).
 */
export function dropFlagLooks(
  styles: StylesText,
  released: ReadonlySet<number>,
  used: ReadonlySet<number>
): StylesText {
  const group = childOf(styles.root, "dxfs");
  if (group === undefined) return styles;
  const { text, part } = styles;
  let kept = group.children.length;
  for (; kept > 0; kept -= 1) {
    const last = group.children[kept - 1];
    if (last === undefined || used.has(kept - 1)) break;
    const isOurs = text.slice(last.start, last.end).includes(OURS) || released.has(kept - 1);
    if (!isOurs) break;
  }
  const gone = group.children.slice(kept);
  if (gone.length === 0) return styles;
  const inner = text.slice(group.openEnd, group.closeStart);
  if (kept === 0 && inner.startsWith(OURS))
    return parseStyles(part, applyPatches(text, [removeElement(group)]));
  const counted = attributeOf(group, "count") !== undefined;
  const tag = text.slice(group.start, group.openEnd);
  const open = counted ? changeTag(tag, { count: String(kept) }) : tag;
  const rest = applyPatches(
    inner,
    gone.map((each) => ({
      start: each.start - group.openEnd,
      end: each.end - group.openEnd,
      text: "",
    }))
  );
  const whole = rest === "" ? `${open.slice(0, -1)}/>` : `${open}${rest}</${group.name}>`;
  return parseStyles(
    part,
    applyPatches(text, [{ start: group.start, end: group.end, text: whole }])
  );
}
