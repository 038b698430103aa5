import { CONTENT_TYPE, MAIN, relationshipNamespace } from "../namespaces.ts";
import { DECLARATION } from "../package.ts";
import type { Package } from "../package.ts";
import { readWorkbookPart, relatedPart } from "../read/workbook-part.ts";
import { canonicalOf, parseFragment } from "../xml/canonical.ts";
import { insertChild, STYLES_ORDER } from "../xml/order.ts";
import { appendChild, applyPatches, changeTag } from "../xml/patch.ts";
import { attributeOf, childOf, parseXml, prefixOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";

/** The mark of what we put into the styles part, a comment: it lets a clear leave the part exactly as it was. */
export const OURS = "<!--zone-check-->";

export interface StylesText {
  readonly part: string;
  readonly text: string;
  readonly root: XmlElement;
  /** Prefix of the part's elements: "" or "x:". */
  readonly prefix: string;
}

export function parseStyles(part: string, text: string): StylesText {
  const root = parseXml(part, text);
  return { part, text, root, prefix: prefixOf(root) };
}

/** The styles part of a workbook, or undefined where it has none. */
export function findStyles(file: Package): StylesText | undefined {
  const part = relatedPart(file, readWorkbookPart(file), "styles");
  return part === undefined ? undefined : parseStyles(part, file.text(part));
}

/** The styles part; made, with the one default format, where the workbook has none. */
export function ensureStyles(file: Package): StylesText {
  const found = findStyles(file);
  if (found !== undefined) return found;
  const workbook = readWorkbookPart(file);
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf("/") + 1);
  let part = `${folder}styles.xml`;
  for (let number = 2; file.find(part) !== undefined; number += 1)
    part = `${folder}styles${number}.xml`;
  file.write(part, plainStyles(workbook.strict ? MAIN.strict : MAIN.transitional));
  file.setContentType(part, CONTENT_TYPE.styles);
  const kind = workbook.strict ? "strict" : "transitional";
  file.relate(workbook.part, part, `${relationshipNamespace(kind)}/styles`);
  return parseStyles(part, file.text(part));
}

function plainStyles(namespace: string): string {
  return (
    `${DECLARATION}${OURS}<styleSheet xmlns="${namespace}">` +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    "</styleSheet>"
  );
}

/** Takes away a styles part that we made, once nothing of ours is left in it and no cell can point into it. */
export function dropOwnStyles(file: Package): void {
  const styles = findStyles(file);
  if (styles === undefined || styles.text !== plainStyles(styles.root.uri)) return;
  const workbook = readWorkbookPart(file);
  const related = workbook.relationships.find((each) => each.kind === "styles");
  if (related === undefined) return;
  file.unrelate(workbook.part, related.id);
  file.remove(styles.part);
}

export type StyleGroup = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

/** Adds an item at the end of a group, and makes the group where it is missing. */
export function addStyleItem(styles: StylesText, group: StyleGroup, item: string): StylesText {
  const { root, prefix, text, part } = styles;
  const existing = childOf(root, group);
  if (existing === undefined) {
    const made = `<${prefix}${group} count="1">${OURS}${item}</${prefix}${group}>`;
    return parseStyles(part, applyPatches(text, [insertChild(root, STYLES_ORDER, group, made)]));
  }
  return parseStyles(part, applyPatches(text, growGroup(text, existing, item)));
}

function growGroup(text: string, group: XmlElement, item: string) {
  if (attributeOf(group, "count") === undefined) return appendChild(text, group, item);
  const tag = changeTag(text.slice(group.start, group.openEnd), {
    count: String(group.children.length + 1),
  });
  const inner = text.slice(group.openEnd, group.closeStart);
  const open = tag.endsWith("/>") ? `${tag.slice(0, -2).trimEnd()}>` : tag;
  return [{ start: group.start, end: group.end, text: `${open}${inner}${item}</${group.name}>` }];
}

/** The place of an item in its group; added where no equal one stands there. */
export function ensureStyleItem(
  styles: StylesText,
  group: StyleGroup,
  item: string
): { readonly styles: StylesText; readonly index: number } {
  const existing = childOf(styles.root, group)?.children ?? [];
  const wanted = canonicalOf(parseFragment(styles.root, styles.prefix, item));
  const index = existing.findIndex((each) => canonicalOf(each) === wanted);
  if (index >= 0) return { styles, index };
  return { styles: addStyleItem(styles, group, item), index: existing.length };
}
