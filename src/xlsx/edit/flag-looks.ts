import { FLAG_LOOKS } from "../../core/index.ts";
import type { FlagStyle } from "../../core/index.ts";
import { removeElement, applyPatches, changeTag } from "../xml/patch.ts";
import { attributeOf, childOf } from "../xml/tree.ts";
import { addStyleItem, OURS, parseStyles } from "./styles-part.ts";
import type { StylesText } from "./styles-part.ts";

const EDGES = ["left", "right", "top", "bottom"] as const;

const LINES = { continuous: "thin", dot: "dotted" } as const;

/** How a flag looks, as a differential format with our mark in it. */
function lookXml(style: FlagStyle, p: string): string {
  const look = FLAG_LOOKS[style];
  const color = (name: string, rgb: string): string => `<${p}${name} rgb="FF${rgb.slice(1)}"/>`;
  const font =
    (look.bold ? `<${p}b/><${p}i val="0"/>` : "") +
    (look.fontColor === null ? "" : color("color", look.fontColor));
  const fill =
    look.fill === null
      ? ""
      : `<${p}fill><${p}patternFill patternType="solid">${color("fgColor", look.fill)}${color("bgColor", look.fill)}</${p}patternFill></${p}fill>`;
  const { border } = look;
  const edges =
    border === null
      ? []
      : EDGES.map(
          (edge) =>
            `<${p}${edge} style="${LINES[border.style]}">${color("color", border.color)}</${p}${edge}>`
        );
  return [
    `<${p}dxf>${OURS}`,
    font === "" ? "" : `<${p}font>${font}</${p}font>`,
    fill,
    edges.length === 0 ? "" : `<${p}border>${edges.join("")}</${p}border>`,
    `</${p}dxf>`,
  ].join("");
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
