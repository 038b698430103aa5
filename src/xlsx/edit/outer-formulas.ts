import type { OuterPlace, SwappedOuter } from "../../core/index.ts";
import { addInFunctions, putPrefixes } from "../formula/prefixes.ts";
import type { Package } from "../package.ts";
import { findNames, findTableFormulas } from "../read/outer-formulas.ts";
import type { FoundFormula } from "../read/outer-formulas.ts";
import { isProtected } from "../read/sheet.ts";
import { sheetTree } from "../read/sheet-scan.ts";
import { readWorkbookPart } from "../read/workbook-part.ts";
import { appendChild, applyPatches, insertAt, removeElement, setAttributes } from "../xml/patch.ts";
import type { Patch } from "../xml/patch.ts";
import { escapeText } from "../xml/text.ts";
import { prefixOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";
import { findWorksheet } from "./find-worksheet.ts";
import { DONE, refused } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

/** Exchanges the formula of a name, or one a table keeps for a column; nothing else of the part changes. */
export function swapOuterFormula(file: Package, swap: SwappedOuter): Outcome {
  const { place } = swap;
  const found = findPlace(file, place);
  if (typeof found === "string") return refused(found, place.sheet);
  const patches = patchesOf(found, swap);
  if (patches.length > 0) file.write(found.part, applyPatches(found.text, patches));
  return DONE;
}

function findPlace(
  file: Package,
  place: OuterPlace
): FoundFormula | "sheet-missing" | "sheet-protected" | "place-missing" {
  const workbook = readWorkbookPart(file);
  if (place.kind === "name") {
    return findNames(workbook).find((one) => isAt(one, place)) ?? "place-missing";
  }
  const tab = findWorksheet(workbook, place.sheet);
  if (tab === undefined) return "sheet-missing";
  if (isProtected(sheetTree(tab.worksheet, file.text(tab.worksheet)))) return "sheet-protected";
  return findTableFormulas(file, tab).find((one) => isAt(one, place)) ?? "place-missing";
}

function isAt({ formula }: FoundFormula, place: OuterPlace): boolean {
  const words = (one: OuterPlace): readonly (string | null)[] =>
    one.kind === "name"
      ? [one.kind, one.sheet, one.name]
      : [one.kind, one.sheet, one.table, one.column];
  const [a, b] = [words(formula.place), words(place)];
  return a.every((word, index) => word?.toLowerCase() === b[index]?.toLowerCase());
}

function patchesOf(found: FoundFormula, swap: SwappedOuter): readonly Patch[] {
  const { element, column, text } = found;
  if (swap.formula === null) {
    // A name without a formula is none.
    return element === undefined || column === undefined ? [] : [removeElement(element)];
  }
  const known = new Set(addInFunctions(text));
  const isAddIn = (name: string): boolean => /^ZONE_/iu.test(name) || known.has(name.toUpperCase());
  const stored = swap.stored ?? putPrefixes(swap.formula.replace(/^=/u, ""), isAddIn);
  if (element !== undefined) {
    return [
      ...entryPatches(text, element, swap.entry),
      { start: element.openEnd, end: element.closeStart, text: escapeText(stored) },
    ];
  }
  return column === undefined ? [] : [...added(found, column, stored)];
}

function entryPatches(
  text: string,
  element: XmlElement,
  entry: SwappedOuter["entry"]
): readonly Patch[] {
  if (entry === undefined) return [];
  return [setAttributes(text, element, { array: entry === "array" ? "1" : null })];
}

/** The formula of new rows comes first in its column, that of the total behind it. */
function added(found: FoundFormula, column: XmlElement, stored: string): readonly Patch[] {
  const isTotal = found.formula.place.kind === "table-total";
  const name = `${prefixOf(column)}${isTotal ? "totalsRowFormula" : "calculatedColumnFormula"}`;
  const content = `<${name}>${escapeText(stored)}</${name}>`;
  if (column.closeStart === column.end) return appendChild(found.text, column, content);
  const first = column.children.find(({ local }) => local === "calculatedColumnFormula");
  return [insertAt(isTotal && first !== undefined ? first.end : column.openEnd, content)];
}
