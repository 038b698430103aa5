import type { Package } from "../package.ts";
import { isProtected } from "../read/sheet.ts";
import { sheetTree } from "../read/sheet-scan.ts";
import { readWorkbookPart } from "../read/workbook-part.ts";
import { insertChild, WORKSHEET_ORDER } from "../xml/order.ts";
import { applyPatches } from "../xml/patch.ts";
import type { Patch } from "../xml/patch.ts";
import { escapeAttribute } from "../xml/text.ts";
import { attributeOf, childOf, childrenOf, prefixOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";
import { findWorksheet } from "./find-worksheet.ts";

/** Widths (characters) from a column on, and rows that stay in sight. The sheet is there and not protected: its cells were written. */
export function setLayout(
  file: Package,
  sheet: string,
  layout: {
    readonly firstColumn: number;
    readonly widths: readonly number[];
    readonly frozenRows: number | null;
  }
): void {
  const tab = findWorksheet(readWorkbookPart(file), sheet);
  if (tab === undefined) return;
  const text = file.text(tab.worksheet);
  const root = sheetTree(tab.worksheet, text);
  if (isProtected(root)) return;
  const patches = [
    ...(layout.widths.length > 0 ? [widthPatch(root, layout.firstColumn, layout.widths)] : []),
    ...(layout.frozenRows === null ? [] : [frozenPatch(text, root, layout.frozenRows)]),
  ];
  if (patches.length > 0) file.write(tab.worksheet, applyPatches(text, patches));
}

interface ColumnRange {
  readonly first: number;
  readonly last: number;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Column entries may span many columns: those that get a width of their own are cut out of them. */
function widthPatch(root: XmlElement, firstColumn: number, widths: readonly number[]): Patch {
  const existing = childOf(root, "cols");
  const first = firstColumn + 1;
  const last = firstColumn + widths.length;
  const old = childrenOf(existing, "col").map(readRange);
  const kept = old.flatMap((each): ColumnRange[] =>
    each.last < first || each.first > last
      ? [each]
      : [
          { ...each, last: Math.min(each.last, first - 1) },
          { ...each, first: Math.max(each.first, last + 1) },
        ].filter((part) => part.first <= part.last)
  );
  const added = widths.map((width, index): ColumnRange => {
    const column = first + index;
    const before = old.find((each) => each.first <= column && column <= each.last);
    const attributes = new Map(before?.attributes ?? []);
    for (const name of ["bestFit", "hidden"]) attributes.delete(name);
    return {
      first: column,
      last: column,
      attributes: attributes.set("width", String(width)).set("customWidth", "1"),
    };
  });
  const p = prefixOf(root);
  const content = [...kept, ...added]
    .sort((a, b) => a.first - b.first)
    .map((each) => `<${p}col min="${each.first}" max="${each.last}"${written(each.attributes)}/>`)
    .join("");
  const whole = `<${p}cols>${content}</${p}cols>`;
  return existing === undefined
    ? insertChild(root, WORKSHEET_ORDER, "cols", whole)
    : { start: existing.start, end: existing.end, text: whole };
}

function readRange(element: XmlElement): ColumnRange {
  return {
    first: Number(attributeOf(element, "min") ?? 1),
    last: Number(attributeOf(element, "max") ?? 1),
    attributes: new Map(
      element.attributes
        .filter((each) => each.uri === "" && each.local !== "min" && each.local !== "max")
        .map((each) => [each.local, each.value])
    ),
  };
}

function written(attributes: ReadonlyMap<string, string>): string {
  return [...attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("");
}

function frozenPatch(text: string, root: XmlElement, rows: number): Patch {
  const p = prefixOf(root);
  const pane =
    rows === 0
      ? ""
      : `<${p}pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/><${p}selection pane="bottomLeft"/>`;
  const views = childOf(root, "sheetViews");
  const view = childrenOf(views, "sheetView")[0];
  if (view === undefined) {
    const made = `<${p}sheetViews><${p}sheetView workbookViewId="0">${pane}</${p}sheetView></${p}sheetViews>`;
    return views === undefined
      ? insertChild(root, WORKSHEET_ORDER, "sheetViews", made)
      : { start: views.start, end: views.end, text: made };
  }
  const open = text.slice(view.start, view.openEnd).replace(/\s*\/>$/, ">");
  const kept = view.children
    .filter((each) => each.local !== "pane" && each.local !== "selection")
    .map((each) => text.slice(each.start, each.end))
    .join("");
  return { start: view.start, end: view.end, text: `${open}${pane}${kept}</${view.name}>` };
}
