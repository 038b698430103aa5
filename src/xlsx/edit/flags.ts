import { formatArea, isMarkedFormula } from "../../core/index.ts";
import type { Flag, FlagStyle } from "../../core/index.ts";
import { guarded } from "../fault.ts";
import { putPrefixes } from "../formula/prefixes.ts";
import { tokenize } from "../formula/tokens.ts";
import type { Package } from "../package.ts";
import { findRules, priorityOf } from "../read/conditional-formats.ts";
import type { ConditionalRule } from "../read/conditional-formats.ts";
import { isProtected } from "../read/sheet.ts";
import { sheetTree } from "../read/sheet-scan.ts";
import { readWorkbookPart } from "../read/workbook-part.ts";
import { insertChild, WORKSHEET_ORDER } from "../xml/order.ts";
import { applyPatches, removeElement, setAttributes } from "../xml/patch.ts";
import type { Patch } from "../xml/patch.ts";
import { escapeText } from "../xml/text.ts";
import { attributeOf, childOf, childrenOf, prefixOf, truthOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";
import { dropFlagLooks, ensureFlagLook } from "./flag-looks.ts";
import { DONE, refused } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { findWorksheet } from "./find-worksheet.ts";
import { dropOwnStyles, ensureStyles, findStyles } from "./styles-part.ts";

/** Puts conditional formats ahead of all others of a sheet; the others move back by as many places. */
export function putFlags(file: Package, sheet: string, flags: readonly Flag[]): Outcome {
  const tab = findWorksheet(readWorkbookPart(file), sheet);
  if (tab === undefined) return refused("sheet-missing", sheet);
  const text = file.text(tab.worksheet);
  const root = sheetTree(tab.worksheet, text);
  if (isProtected(root)) return refused("sheet-protected", sheet);
  if (flags.length === 0) return DONE;
  const looks = ensureLooks(file, flags);
  const rules = findRules(root);
  const first = firstPriority(rules);
  const prefix = prefixOf(root);
  const content = flags.map((flag, index) =>
    flagXml(flag, prefix, looks.get(flag.style) ?? 0, first + index)
  );
  const patches = [insertChild(root, WORKSHEET_ORDER, "conditionalFormatting", content.join(""))];
  if (first === 1)
    patches.push(...movePriorities(text, rules, (priority) => priority + flags.length));
  file.write(tab.worksheet, applyPatches(text, patches));
  return DONE;
}

/**
 * The first free priority for ours: 1, everything else moving back — except where a pivot table has conditional formats of
 * its own: its part names them by their priority, so there they stay and ours come last.
 */
function firstPriority(rules: readonly ConditionalRule[]): number {
  const ofPivot = rules.some((each) => truthOf(attributeOf(each.container, "pivot")) === true);
  return ofPivot ? Math.max(0, ...rules.map((each) => priorityOf(each) ?? 0)) + 1 : 1;
}

function ensureLooks(file: Package, flags: readonly Flag[]): ReadonlyMap<FlagStyle, number> {
  const looks = new Map<FlagStyle, number>();
  let styles = ensureStyles(file);
  const before = styles.text;
  for (const flag of flags) {
    if (looks.has(flag.style)) continue;
    const ensured = ensureFlagLook(styles, flag.style);
    styles = ensured.styles;
    looks.set(flag.style, ensured.index);
  }
  if (styles.text !== before) file.write(styles.part, styles.text);
  return looks;
}

function flagXml(flag: Flag, p: string, look: number, priority: number): string {
  const formula = putPrefixes(flag.formula.replace(/^=/, ""), () => false);
  return (
    `<${p}conditionalFormatting sqref="${flag.areas.map(formatArea).join(" ")}">` +
    `<${p}cfRule type="expression" dxfId="${look}" priority="${priority}">` +
    `<${p}formula>${escapeText(formula)}</${p}formula></${p}cfRule></${p}conditionalFormatting>`
  );
}

function movePriorities(
  text: string,
  rules: readonly ConditionalRule[],
  move: (priority: number) => number
): Patch[] {
  return rules.flatMap((each) => {
    const priority = priorityOf(each);
    if (priority === undefined || move(priority) === priority) return [];
    return [setAttributes(text, each.rule, { priority: String(move(priority)) })];
  });
}

/** Takes every flag of ours out of the named sheets, or all; what else is there gets its old priority back. */
export function removeFlags(file: Package, sheets: "all" | readonly string[]): Outcome {
  const workbook = readWorkbookPart(file);
  const refusals: Outcome["refusals"][number][] = [];
  const released = new Set<number>();
  let found = false;
  const tabs =
    sheets === "all"
      ? workbook.tabs.flatMap((tab) => findWorksheet(workbook, tab.name) ?? [])
      : sheets.flatMap((name) => {
          const tab = findWorksheet(workbook, name);
          if (tab === undefined) refusals.push({ reason: "sheet-missing", sheet: name });
          return tab ?? [];
        });
  for (const tab of tabs) {
    const text = file.text(tab.worksheet);
    // The mark cannot be written another way in XML: a sheet without it is not even parsed.
    if (!/zone-check/i.test(text)) continue;
    const root = sheetTree(tab.worksheet, text);
    const rules = findRules(root);
    const ours = rules.filter((each) => each.formulas.some(isOurs));
    if (ours.length === 0) continue;
    if (isProtected(root)) {
      refusals.push({ reason: "sheet-protected", sheet: tab.name });
      continue;
    }
    found = true;
    for (const each of ours) released.add(Number(attributeOf(each.rule, "dxfId") ?? -1));
    file.write(tab.worksheet, applyPatches(text, removalPatches(text, root, rules, ours)));
  }
  if (found) releaseLooks(file, released);
  return { done: refusals.length === 0 || found, refusals };
}

/** Ours, however a program wrote it again: with other blanks or in other case. */
function isOurs(formula: string): boolean {
  const tight = tokenize(formula)
    .map((token) => (token.kind === "space" ? "" : token.text))
    .join("");
  return isMarkedFormula(tight);
}

function removalPatches(
  text: string,
  root: XmlElement,
  rules: readonly ConditionalRule[],
  ours: readonly ConditionalRule[]
): Patch[] {
  const gone = new Set(ours.map((each) => each.rule));
  const places = ours.flatMap((each) => priorityOf(each) ?? []);
  const others = rules.filter((each) => !gone.has(each.rule));
  const extensions = childOf(root, "extLst");
  const removed = [
    ...childrenOf(root, "conditionalFormatting"),
    ...(extensions === undefined ? [] : [extensions]),
  ].flatMap((each) => removable(each, gone));
  return [
    ...removed.map(removeElement),
    ...movePriorities(
      text,
      others,
      (priority) => priority - places.filter((place) => place < priority).length
    ),
  ];
}

/** The largest elements that hold nothing but what is gone. */
function removable(element: XmlElement, gone: ReadonlySet<XmlElement>): readonly XmlElement[] {
  if (gone.has(element)) return [element];
  const inner = element.children.flatMap((child) => removable(child, gone));
  if (inner.length === 0) return [];
  const rest = element.children.filter((child) => !inner.includes(child));
  // An x14 container also names its area; without rules that means nothing.
  return rest.every((child) => child.local === "sqref") ? [element] : inner;
}

function releaseLooks(file: Package, released: ReadonlySet<number>): void {
  const styles = findStyles(file);
  if (styles === undefined) return;
  const dropped = dropFlagLooks(styles, released, usedLooks(file));
  if (dropped.text !== styles.text) file.write(styles.part, dropped.text);
  dropOwnStyles(file);
}

/** Differential formats that sheets, tables, pivots, filters or table styles point to. */
function usedLooks(file: Package): ReadonlySet<number> {
  const used = new Set<number>();
  for (const name of file.names()) {
    if (!/\.xml$/i.test(name) || /(?:sharedStrings|theme\d*|calcChain)\.xml$/i.test(name)) continue;
    for (const found of readableText(file, name).matchAll(/dxfId\s*=\s*["'](\d+)["']/gi))
      used.add(Number(found[1]));
  }
  return used;
}

/** A part of somebody else that cannot be read points to nothing. */
function readableText(file: Package, name: string): string {
  const text = guarded(() => file.text(name));
  return text.ok ? text.value : "";
}
