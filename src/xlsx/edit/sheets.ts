import {
  CONTENT_TYPE,
  isRelationshipNamespace,
  MAIN,
  relationshipNamespace,
} from "../namespaces.ts";
import { DECLARATION } from "../package.ts";
import type { Package } from "../package.ts";
import { isProtected } from "../read/sheet.ts";
import { sheetTree } from "../read/sheet-scan.ts";
import { readWorkbookPart } from "../read/workbook-part.ts";
import type { WorkbookPart } from "../read/workbook-part.ts";
import { appendChild, applyPatches, removeElement, setAttributes } from "../xml/patch.ts";
import type { Patch } from "../xml/patch.ts";
import { escapeAttribute } from "../xml/text.ts";
import { attributeOf, childOf, childrenOf, prefixOf } from "../xml/tree.ts";
import { dropCalculationChain } from "./calculation.ts";
import { findTab, findWorksheet } from "./find-worksheet.ts";
import { DONE, refused } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

/** What Excel takes as a sheet's name. */
const NAME = /^(?!')[^[\]:*?/\\]{1,31}(?<!')$/;

/** Makes a sheet at the end where there is none of that name; with "empty", clears the one there is. */
export function ensureSheet(file: Package, name: string, contents: "keep" | "empty"): Outcome {
  const workbook = readWorkbookPart(file);
  if (findTab(workbook, name) === undefined) return addSheet(file, workbook, name);
  const tab = findWorksheet(workbook, name);
  if (tab === undefined) return refused("unsupported", name);
  if (contents === "keep") return DONE;
  const text = file.text(tab.worksheet);
  const root = sheetTree(tab.worksheet, text);
  if (isProtected(root)) return refused("sheet-protected", name);
  file.write(tab.worksheet, applyPatches(text, emptyingPatches(text, tab.worksheet)));
  for (const related of file.relationships(tab.worksheet)) {
    if (related.kind !== "table") continue;
    file.unrelate(tab.worksheet, related.id);
    if (related.part !== null) file.remove(related.part);
  }
  if (/<(?:\w+:)?f[\s>]/.test(text)) dropCalculationChain(file);
  return DONE;
}

/** What belongs to the cells goes with them: a merge, a filter or a table over cleared cells would be a broken file. */
const OF_CELLS = ["cols", "autoFilter", "sortState", "mergeCells", "hyperlinks", "tableParts"];

function emptyingPatches(text: string, part: string): Patch[] {
  const root = sheetTree(part, text);
  return root.children.flatMap((child): Patch[] => {
    if (OF_CELLS.includes(child.local)) return [removeElement(child)];
    if (child.local === "dimension") return [setAttributes(text, child, { ref: "A1" })];
    if (child.local === "sheetData")
      return [{ start: child.start, end: child.end, text: `<${child.name}/>` }];
    return [];
  });
}

function addSheet(file: Package, workbook: WorkbookPart, name: string): Outcome {
  if (workbook.structureLocked) return refused("workbook-protected", null);
  const sheets = childOf(workbook.root, "sheets");
  if (!NAME.test(name) || sheets === undefined) return refused("unsupported", name);
  const kind = workbook.strict ? "strict" : "transitional";
  const part = freePart(file, workbook);
  file.write(part, blankSheet(MAIN[kind]));
  file.setContentType(part, CONTENT_TYPE.worksheet);
  const id = file.relate(workbook.part, part, `${relationshipNamespace(kind)}/worksheet`);
  const number = Math.max(0, ...workbook.tabs.map((tab) => tab.sheetId)) + 1;
  const reference = relationshipAttribute(workbook, relationshipNamespace(kind), id);
  const element = `<${prefixOf(sheets)}sheet name="${escapeAttribute(name)}" sheetId="${number}" ${reference}/>`;
  file.write(
    workbook.part,
    applyPatches(workbook.text, appendChild(workbook.text, sheets, element))
  );
  return DONE;
}

function freePart(file: Package, workbook: WorkbookPart): string {
  const beside = workbook.tabs.find((tab) => tab.worksheet !== null)?.worksheet ?? workbook.part;
  const folder = beside.slice(0, beside.lastIndexOf("/") + 1);
  let number = workbook.tabs.length + 1;
  while (file.find(`${folder}sheet${number}.xml`) !== undefined) number += 1;
  return `${folder}sheet${number}.xml`;
}

function blankSheet(namespace: string): string {
  return (
    `${DECLARATION}<worksheet xmlns="${namespace}"><dimension ref="A1"/>` +
    '<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    '<sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
  );
}

/** r:id with whatever prefix the workbook gave to relationships; declared on the spot where it gave none to its root. */
function relationshipAttribute(workbook: WorkbookPart, namespace: string, id: string): string {
  const declared = workbook.root.attributes.find(
    (each) => each.name.startsWith("xmlns:") && isRelationshipNamespace(each.value)
  );
  if (declared !== undefined) return `${declared.name.slice("xmlns:".length)}:id="${id}"`;
  return `xmlns:r="${namespace}" r:id="${id}"`;
}

/** Deletes a sheet with what belongs to it alone; names limited to the sheets behind it keep their sheets. */
export function removeSheet(file: Package, name: string): Outcome {
  const workbook = readWorkbookPart(file);
  const tab = findWorksheet(workbook, name);
  if (tab === undefined) return refused("sheet-missing", name);
  if (workbook.structureLocked) return refused("workbook-protected", name);
  const others = workbook.tabs.filter((each) => each !== tab);
  // Excel keeps one sheet in sight.
  if (!others.some((each) => each.visibility === "visible")) return refused("unsupported", name);
  if (/<(?:\w+:)?f[\s>]/.test(file.text(tab.worksheet))) dropCalculationChain(file);
  const place = workbook.tabs.indexOf(tab);
  const after = readWorkbookPart(file);
  const patches = [
    ...after.tabs
      .filter((each) => each.name === tab.name)
      .map((each) => removeElement(each.element)),
    ...namePatches(after, place),
    ...viewPatches(after, place),
  ];
  file.write(after.part, applyPatches(after.text, patches));
  file.unrelate(after.part, tab.relationshipId);
  removeWithOwned(file, tab.worksheet);
  return DONE;
}

function namePatches(workbook: WorkbookPart, place: number): Patch[] {
  const group = childOf(workbook.root, "definedNames");
  if (group === undefined) return [];
  const names = childrenOf(group, "definedName");
  const local = names.filter((each) => attributeOf(each, "localSheetId") !== undefined);
  const gone = local.filter((each) => Number(attributeOf(each, "localSheetId")) === place);
  if (gone.length === names.length) return [removeElement(group)];
  return local.flatMap((each) => {
    const index = Number(attributeOf(each, "localSheetId"));
    if (index < place) return [];
    if (index === place) return [removeElement(each)];
    return [setAttributes(workbook.text, each, { localSheetId: String(index - 1) })];
  });
}

function viewPatches(workbook: WorkbookPart, place: number): Patch[] {
  return childrenOf(childOf(workbook.root, "bookViews"), "workbookView").flatMap((view) => {
    const values: Record<string, string> = {};
    for (const attribute of ["activeTab", "firstSheet"]) {
      const index = Number(attributeOf(view, attribute) ?? 0);
      if (index > 0 && index >= place) values[attribute] = String(index - 1);
    }
    return Object.keys(values).length === 0 ? [] : [setAttributes(workbook.text, view, values)];
  });
}

/** Removes a part and what only it leads to: its drawings, comments, printer settings. */
function removeWithOwned(file: Package, part: string): void {
  const targets = file.relationships(part).flatMap((each) => each.part ?? []);
  file.remove(part);
  for (const target of targets) {
    if (file.find(target) === undefined || isReferenced(file, target)) continue;
    removeWithOwned(file, target);
  }
}

function isReferenced(file: Package, part: string): boolean {
  const wanted = part.toLowerCase();
  return file
    .names()
    .filter((name) => name.endsWith(".rels"))
    .some((name) => {
      const from = name.replace(/_rels\/([^/]*)\.rels$/, "$1");
      return file.relationships(from).some((each) => each.part?.toLowerCase() === wanted);
    });
}
