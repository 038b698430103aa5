import { formatArea, formatCell } from "../../core/index.ts";
import type { SwappedCell } from "../../core/index.ts";
import { addInFunctions, putPrefixes } from "../formula/prefixes.ts";
import { shiftFormula } from "../formula/shift.ts";
import type { Package } from "../package.ts";
import { formulaReader } from "../read/cell-values.ts";
import { isFormulaElement, sayTheSame } from "../read/formula-elements.ts";
import { isProtected } from "../read/sheet.ts";
import { scanSheet } from "../read/sheet-scan.ts";
import type { ScannedCell, ScannedFormula, SheetScan } from "../read/sheet-scan.ts";
import { readWorkbookPart } from "../read/workbook-part.ts";
import { applyPatches, changeTag, insertAt, setAttributes } from "../xml/patch.ts";
import type { Patch } from "../xml/patch.ts";
import { encodeCellText, escapeText } from "../xml/text.ts";
import { prefixOf } from "../xml/tree.ts";
import { dropCalculationChain } from "./calculation.ts";
import { spillMetadata } from "./cell-metadata.ts";
import { findWorksheet } from "./find-worksheet.ts";
import { DONE, refused } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

/** A cell to be changed and the text its formula gets, as the file stores it; null takes the formula out. */
interface Swap {
  readonly cell: ScannedCell;
  readonly stored: string | null;
  readonly fills: string | null;
  readonly entry: SwappedCell["entry"] | null;
  /** The element the formula stood in before, and is to stand in again. */
  readonly element: string | null;
}

/**
 * Exchanges formulas and nothing else of their cells: values, types, formats and the links of shared formulas stay, so that
 * swapping back gives the same part again.
 */
export function swapFormulas(file: Package, sheet: string, cells: readonly SwappedCell[]): Outcome {
  const tab = findWorksheet(readWorkbookPart(file), sheet);
  if (tab === undefined) return refused("sheet-missing", sheet);
  const scan = scanSheet(tab.worksheet, file.text(tab.worksheet));
  if (isProtected(scan.root)) return refused("sheet-protected", sheet);
  const swaps = findSwaps(scan, cells);
  const patched = exchange(scan, swaps, spillMetadata(file));
  if (patched === scan.text) return DONE;
  file.write(tab.worksheet, patched);
  const cameOrWent = swaps.some(
    ({ cell, stored }) => (cell.formula === null) !== (stored === null)
  );
  if (cameOrWent) dropCalculationChain(file);
  return DONE;
}

/**
 * The sheet with the formulas exchanged. Elements kept from before go in as they stood, if every formula of the sheet then says
 * what it is to say: Excel may have given the number of a shared formula to another one since, or somebody taken its first
 * cell away.
 */
function exchange(scan: SheetScan, swaps: readonly Swap[], metadata: string | null): string {
  const exchanged = (some: readonly Swap[]): string =>
    applyPatches(scan.text, [...swapPatches(scan, some, metadata), ...freedPatches(scan, some)]);
  const bare = swaps.map((swap): Swap => ({ ...swap, element: null }));
  if (swaps.every(({ element }) => element === null)) return exchanged(bare);
  const [plain, tied] = [exchanged(bare), exchanged(swaps)];
  return sayTheSame(scan.part, plain, tied) ? tied : plain;
}

function findSwaps(scan: SheetScan, cells: readonly SwappedCell[]): readonly Swap[] {
  const wanted = new Map(cells.map((cell) => [`${cell.at.row},${cell.at.column}`, cell]));
  const known = new Set(addInFunctions(scan.text));
  const isAddIn = (name: string): boolean => {
    const upper = name.toUpperCase();
    return upper.startsWith("ZONE_") || known.has(upper);
  };
  return scan.rows.flatMap((row) =>
    row.cells.flatMap((cell): readonly Swap[] => {
      const swap = wanted.get(`${cell.row},${cell.column}`);
      if (swap === undefined || (swap.formula === null && cell.formula === null)) return [];
      const stored =
        swap.formula === null
          ? null
          : (swap.stored ?? putPrefixes(swap.formula.replace(/^=/u, ""), isAddIn));
      const fills = swap.fills === undefined ? null : formatArea(swap.fills);
      const element = isFormulaElement(swap.element) ? swap.element : null;
      return [{ cell, stored, fills, entry: swap.entry ?? null, element }];
    })
  );
}

function swapPatches(
  scan: SheetScan,
  swaps: readonly Swap[],
  metadata: string | null
): readonly Patch[] {
  const keepsLink = linkKeeper(scan, swaps);
  const p = prefixOf(scan.root);
  return swaps.flatMap((swap): readonly Patch[] => {
    const { cell, stored } = swap;
    const { formula } = cell;
    if (stored === null) return formula === null ? [] : removed(scan.text, cell, formula);
    const text = escapeText(encodeCellText(stored));
    if (formula === null) {
      return inserted(scan.text, swap, { text, metadata, p });
    }
    if (swap.element !== null) {
      return [{ start: formula.start, end: formula.end, text: swap.element }];
    }
    if (keepsLink(swap)) {
      return formula.text === "" ? [] : [contents(formula, text)];
    }
    if (formula.type === "shared") {
      const array = swap.entry === "array" ? ` t="array" ref="${formatCell(cell)}"` : "";
      return [{ start: formula.start, end: formula.end, text: `<${p}f${array}>${text}</${p}f>` }];
    }
    return [...entered(scan.text, swap, formula), contents(formula, text)];
  });
}

/** Makes a plain formula one entered as an array over its cell, or the other way; what spills stays as it is. */
function entered(text: string, { cell, entry }: Swap, formula: ScannedFormula): readonly Patch[] {
  if (cell.metadata !== null) return [];
  if (entry === "array" && formula.type === "normal") {
    return [setAttributes(text, formula, { t: "array", ref: formatCell(cell) })];
  }
  if (entry === "plain" && formula.type === "array" && formula.ref === formatCell(cell)) {
    return [setAttributes(text, formula, { t: null, ref: null })];
  }
  return [];
}

function contents(formula: ScannedFormula, text: string): Patch {
  return { start: formula.openEnd, end: formula.closeStart, text };
}

function removed(text: string, cell: ScannedCell, formula: ScannedFormula): readonly Patch[] {
  const cut = { start: formula.start, end: formula.end, text: "" };
  return cell.metadata === null ? [cut] : [setAttributes(text, cell, { cm: null }), cut];
}

function inserted(
  text: string,
  { cell, fills, element: kept }: Swap,
  how: { readonly text: string; readonly metadata: string | null; readonly p: string }
): readonly Patch[] {
  const { metadata, p } = how;
  const isArray = fills !== null && metadata !== null;
  const array = isArray ? ` t="array" ref="${fills}"` : "";
  const element = kept ?? `<${p}f${array}>${how.text}</${p}f>`;
  const tag = isArray
    ? changeTag(text.slice(cell.start, cell.openEnd), { cm: metadata })
    : text.slice(cell.start, cell.openEnd);
  if (cell.closeStart < cell.end) {
    return isArray
      ? [{ start: cell.start, end: cell.openEnd, text: `${tag}${element}` }]
      : [insertAt(cell.openEnd, element)];
  }
  const open = tag.replace(/\s*\/>$/u, ">");
  return [{ start: cell.start, end: cell.end, text: `${open}${element}</${p}c>` }];
}

/**
 * Whether a cell of a shared formula may stay one: all cells of the formula are exchanged, and each for what the first
 * one's new formula says there. The cells that only point to the first then need no change.
 */
function linkKeeper(scan: SheetScan, swaps: readonly Swap[]): (swap: Swap) => boolean {
  const groups = new Map<string, Swap[]>();
  for (const swap of swaps) {
    const { formula } = swap.cell;
    if (formula?.type !== "shared" || formula.sharedIndex === null) continue;
    groups.set(formula.sharedIndex, [...(groups.get(formula.sharedIndex) ?? []), swap]);
  }
  const kept = new Set<string>();
  for (const [index, group] of groups) {
    const size = sizeOfGroup(scan, index);
    const master = group.find(({ cell }) => cell.formula?.text !== "");
    const text = master?.stored ?? null;
    if (master === undefined || text === null || group.length !== size) continue;
    const isLinked = group.every(
      ({ cell, stored }) =>
        stored === shiftFormula(text, cell.row - master.cell.row, cell.column - master.cell.column)
    );
    const hasOneText = group.every((one) => one === master || one.cell.formula?.text === "");
    const isEntered = group.some(({ entry }) => entry !== null);
    if (isLinked && hasOneText && !isEntered) kept.add(index);
  }
  return ({ cell, element }) => element === null && kept.has(cell.formula?.sharedIndex ?? "");
}

function sizeOfGroup(scan: SheetScan, index: string): number {
  let size = 0;
  for (const row of scan.rows)
    for (const { formula } of row.cells)
      if (formula?.type === "shared" && formula.sharedIndex === index) size += 1;
  return size;
}

/** Cells of a shared formula nobody exchanges whose first cell loses it get the formula they had, each its own. */
function freedPatches(scan: SheetScan, swaps: readonly Swap[]): readonly Patch[] {
  const keepsLink = linkKeeper(scan, swaps);
  const exchanged = new Set(swaps.map(({ cell }) => cell));
  const orphaned = new Set(
    swaps.flatMap((swap) => {
      const { formula } = swap.cell;
      const isMaster = formula?.type === "shared" && formula.text !== "";
      return isMaster && !keepsLink(swap) ? [formula.sharedIndex] : [];
    })
  );
  if (orphaned.size === 0) return [];
  const storedOf = formulaReader(scan.rows);
  const p = prefixOf(scan.root);
  return scan.rows.flatMap((row) =>
    row.cells.flatMap((cell): readonly Patch[] => {
      const { formula } = cell;
      if (formula?.type !== "shared" || !orphaned.has(formula.sharedIndex)) return [];
      const stored = exchanged.has(cell) ? null : storedOf(cell);
      if (stored === null) return [];
      return [
        { start: formula.start, end: formula.end, text: `<${p}f>${escapeText(stored)}</${p}f>` },
      ];
    })
  );
}
