import { formatArea, formatCell } from "../../core/index.ts";
import type { Area } from "../../core/index.ts";
import { parseAreas } from "../read/conditional-formats.ts";
import type { ScannedCell, ScannedRow, SheetScan } from "../read/sheet-scan.ts";
import { applyPatches, changeTag, insertAt, setAttributes } from "../xml/patch.ts";
import type { Patch } from "../xml/patch.ts";
import { attributeOf, childOf, childrenOf, prefixOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";
import type { CellWrite, CellWrites } from "./cell-writes.ts";
import { linkedFormulaPatches } from "./linked-formulas.ts";

export interface PatchedSheet {
  readonly text: string;
  /** Whether a formula came, went or changed: the calculation chain is then stale. */
  readonly formulasChanged: boolean;
}

/**
 * Writes cells into a sheet's text. Only their own ranges change, and what has to follow: the other cells of a shared
 * formula whose master is overwritten, an array formula that loses a cell, the row's spans and the sheet's dimension.
 */
export function patchCells(scan: SheetScan, writes: CellWrites): PatchedSheet {
  const data = childOf(scan.root, "sheetData");
  if (data === undefined || writes.size === 0) return { text: scan.text, formulasChanged: false };
  const context: Context = {
    text: scan.text,
    prefix: prefixOf(scan.root),
    columnStyles: columnStyles(scan.root),
  };
  const existing = new Map(scan.rows.map((row) => [row.row, row]));
  const patches: Patch[] = [...linkedFormulaPatches(scan, writes)];
  const sortedRows = [...scan.rows].sort((a, b) => a.row - b.row);
  const added: string[] = [];
  for (const [number, cells] of [...writes].sort(([a], [b]) => a - b)) {
    const row = existing.get(number);
    if (row !== undefined) {
      patches.push(...rowPatches(row, cells, context));
      continue;
    }
    const made = newRow(number, cells, context);
    const next = firstAfter(sortedRows, number);
    if (next === undefined) added.push(made);
    else patches.push(insertAt(next.start, made));
  }
  patches.push(...dataPatches(scan.text, data, added));
  patches.push(...dimensionPatches(scan, writes));
  return {
    text: applyPatches(scan.text, patches),
    formulasChanged: changesFormulas(scan, writes),
  };
}

interface Context {
  readonly text: string;
  readonly prefix: string;
  readonly columnStyles: (column: number) => number | null;
}

function firstAfter(rows: readonly ScannedRow[], number: number): ScannedRow | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) > number) high = middle;
    else low = middle + 1;
  }
  return rows[low];
}

function dataPatches(text: string, data: XmlElement, rows: readonly string[]): Patch[] {
  if (rows.length === 0) return [];
  const content = rows.join("");
  if (data.closeStart < data.end) return [insertAt(data.closeStart, content)];
  const open = text.slice(data.start, data.openEnd).replace(/\s*\/>$/, ">");
  return [{ start: data.start, end: data.end, text: `${open}${content}</${data.name}>` }];
}

function rowPatches(
  row: ScannedRow,
  cells: ReadonlyMap<number, CellWrite>,
  context: Context
): Patch[] {
  const { text } = context;
  const old = new Map(row.cells.map((cell) => [cell.column, cell]));
  const patches: Patch[] = [];
  const ends: string[] = [];
  for (const [column, write] of [...cells].sort(([a], [b]) => a - b)) {
    const cell = old.get(column);
    if (cell !== undefined) {
      const written = cellXml(
        row.row,
        column,
        stillSpilling(cell, write),
        cell.style,
        context.prefix
      );
      patches.push({ start: cell.start, end: cell.end, text: written });
      continue;
    }
    if (isNothing(write)) continue;
    const style = row.style ?? context.columnStyles(column);
    const written = cellXml(row.row, column, write, style, context.prefix);
    const next = row.cells.find((each) => each.column > column);
    if (next === undefined) ends.push(written);
    else patches.push(insertAt(next.start, written));
  }
  const spans = widened(row.spans, [...cells.keys()]);
  const tag = changeTag(text.slice(row.start, row.openEnd), spans === null ? {} : { spans });
  if (row.closeStart < row.end) {
    if (spans !== null) patches.push({ start: row.start, end: row.openEnd, text: tag });
    if (ends.length > 0) patches.push(insertAt(row.closeStart, ends.join("")));
  } else if (ends.length > 0) {
    const open = tag.replace(/\s*\/>$/, ">");
    const close = `</${context.prefix}row>`;
    patches.push({ start: row.start, end: row.end, text: `${open}${ends.join("")}${close}` });
  }
  return patches;
}

/** A blank that is to keep its look: where there is no cell, there is nothing to write. */
function isNothing(write: CellWrite): boolean {
  return write.style === null && write.body("") === "";
}

function newRow(row: number, cells: ReadonlyMap<number, CellWrite>, context: Context): string {
  const written = [...cells]
    .sort(([a], [b]) => a - b)
    .filter(([, write]) => !isNothing(write))
    .map(([column, write]) =>
      cellXml(row, column, write, context.columnStyles(column), context.prefix)
    );
  const p = context.prefix;
  return written.length === 0 ? "" : `<${p}row r="${row + 1}">${written.join("")}</${p}row>`;
}

function cellXml(
  row: number,
  column: number,
  write: CellWrite,
  oldStyle: number | null,
  p: string
): string {
  const style = write.style ?? oldStyle;
  const attributes =
    ` r="${formatCell({ row, column })}"` +
    (style === null || style === 0 ? "" : ` s="${style}"`) +
    (write.type === null ? "" : ` t="${write.type}"`) +
    (write.metadata === undefined ? "" : ` cm="${write.metadata}"`);
  const body = write.body(p);
  return body === "" ? `<${p}c${attributes}/>` : `<${p}c${attributes}>${body}</${p}c>`;
}

/** A formula in the place of one that spills goes on spilling: as a plain one, Excel would cut it down to one value. */
function stillSpilling(cell: ScannedCell, write: CellWrite): CellWrite {
  const ref = cell.formula?.type === "array" ? cell.formula.ref : null;
  if (write.formula === "none" || ref === null || cell.metadata === null) return write;
  return {
    ...write,
    metadata: cell.metadata,
    body: (p) => write.body(p).replace(`<${p}f>`, () => `<${p}f t="array" ref="${ref}">`),
  };
}

/** A row's spans (from:to, columns from 1), where the row has them and they are too narrow; else null. */
function widened(spans: string | null, columns: readonly number[]): string | null {
  const match = /^(\d+):(\d+)$/.exec(spans?.trim() ?? "");
  if (match === null) return null;
  const numbers = columns.map((column) => column + 1);
  const first = Math.min(Number(match[1]), ...numbers);
  const last = Math.max(Number(match[2]), ...numbers);
  const wide = `${first}:${last}`;
  return wide === spans ? null : wide;
}

/** The format a column gives to its cells that have none. */
export function columnStyles(root: XmlElement): (column: number) => number | null {
  const entries = childrenOf(root, "cols")
    .flatMap((each) => childrenOf(each, "col"))
    .map((each) => ({
      first: Number(attributeOf(each, "min") ?? 0) - 1,
      last: Number(attributeOf(each, "max") ?? 0) - 1,
      style: attributeOf(each, "style"),
    }));
  return (column) => {
    const entry = entries.find((each) => each.first <= column && column <= each.last);
    return entry?.style === undefined ? null : Number(entry.style);
  };
}

function dimensionPatches(scan: SheetScan, writes: CellWrites): Patch[] {
  const element = childOf(scan.root, "dimension");
  const [old] = element === undefined ? [] : parseAreas(attributeOf(element, "ref") ?? "");
  if (element === undefined || old === undefined) return [];
  let { row: top, column: left } = old;
  let bottom = top + old.rows - 1;
  let right = left + old.columns - 1;
  for (const [row, cells] of writes)
    for (const [column, write] of cells) {
      if (isNothing(write)) continue;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  const area: Area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  return formatArea(area) === formatArea(old)
    ? []
    : [setAttributes(scan.text, element, { ref: formatArea(area) })];
}

function changesFormulas(scan: SheetScan, writes: CellWrites): boolean {
  for (const cells of writes.values())
    for (const write of cells.values()) if (write.formula !== "none") return true;
  return scan.rows.some((row) =>
    row.cells.some(
      (cell) => cell.formula !== null && writes.get(row.row)?.has(cell.column) === true
    )
  );
}
