import { formatCell } from "../../core/index.ts";
import type { Area, ArrayFormula, CellValue, Sheet } from "../../core/index.ts";
import { Fault } from "../fault.ts";
import { LIMITS } from "../limits.ts";
import type { CellStyle, PackageSheet } from "../package-book.ts";
import { attributeOf, childOf, childrenOf, truthOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";
import {
  formulaReader,
  hasContent,
  isNotCalculated,
  readFormula,
  readValue,
} from "./cell-values.ts";
import type { Palette } from "./colors.ts";
import { parseAreas, readConditionalFormats } from "./conditional-formats.ts";
import { elementToKeep } from "./formula-elements.ts";
import { showsDate } from "./number-formats.ts";
import { isSpeltOtherwise } from "./outer-formulas.ts";
import type { ScannedCell, SheetScan } from "./sheet-scan.ts";
import type { Styles } from "./styles.ts";
import { DEFAULT_STYLE } from "./styles.ts";
import type { Tab } from "./workbook-part.ts";

/** What the workbook gives to the reading of each of its sheets. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly palette: Palette;
  readonly date1904: boolean;
}

/** Days between the two date systems of Excel. */
export const DAYS_TO_1904 = 1462;

/** One worksheet out of its part. */
export function readSheet(tab: Tab, scan: SheetScan, context: SheetContext): PackageSheet {
  const columns = readColumns(scan.root);
  const area = usedArea(scan);
  const grids = readGrids(scan, area, columns, context);
  const format = childOf(scan.root, "sheetFormatPr");
  const right = area.column + area.columns;
  return {
    sheet: {
      name: tab.name,
      visibility: tab.visibility,
      isProtected: isProtected(scan.root),
      origin: { row: area.row, column: area.column },
      values: grids.values,
      formulas: grids.formulas,
      numberFormats: grids.numberFormats,
      notCalculated: grids.notCalculated,
      ...(grids.arrays.length === 0 ? {} : { arrays: grids.arrays }),
      ...(grids.plainFormulas.size === 0 ? {} : { plainFormulas: grids.plainFormulas }),
      ...(grids.storedFormulas.size === 0 ? {} : { storedFormulas: grids.storedFormulas }),
      ...(grids.formulaElements.size === 0 ? {} : { formulaElements: grids.formulaElements }),
      hiddenRows: hiddenRows(scan, area, format),
      hiddenColumns: hiddenColumns(columns, area),
      ...(childOf(scan.root, "drawing") === undefined ? {} : { hasDrawing: true }),
    },
    styles: grids.styles,
    merges: childrenOf(childOf(scan.root, "mergeCells"), "mergeCell").flatMap((each) =>
      parseAreas(attributeOf(each, "ref") ?? "")
    ),
    columnWidths: new Map(
      columns.flatMap((each) => {
        const width = each.width;
        if (width === null) return [];
        // A last entry often runs to the edge of the sheet: columns nobody can see need no width.
        const last = Math.min(each.last, Math.max(right, each.first) + 255);
        return range(each.first, last).map((column): [number, number] => [column, width]);
      })
    ),
    defaultColumnWidth: numberOf(format, "defaultColWidth") ?? defaultWidth(format),
    rowHeights: new Map(
      scan.rows.flatMap((row): [number, number][] =>
        row.height === null ? [] : [[row.row, row.height]]
      )
    ),
    frozen: readFrozen(scan.root),
    conditionalFormats: readConditionalFormats(scan.root, context.styles.looks, context.palette),
  };
}

export function isProtected(root: XmlElement): boolean {
  const protection = childOf(root, "sheetProtection");
  return protection !== undefined && truthOf(attributeOf(protection, "sheet")) === true;
}

/** The smallest rectangle over the cells with content; a 1 × 1 area at A1 of nothing where there are none. */
function usedArea(scan: SheetScan): Area {
  let top = -1;
  let bottom = -1;
  let left = Number.POSITIVE_INFINITY;
  let right = -1;
  for (const row of scan.rows)
    for (const cell of row.cells) {
      if (!hasContent(cell)) continue;
      top = top < 0 ? cell.row : Math.min(top, cell.row);
      bottom = Math.max(bottom, cell.row);
      left = Math.min(left, cell.column);
      right = Math.max(right, cell.column);
    }
  if (top < 0) return { row: 0, column: 0, rows: 0, columns: 0 };
  const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  if (area.rows * area.columns > LIMITS.area)
    throw new Fault({ code: "too-large", what: "used area", limit: LIMITS.area });
  return area;
}

interface Grids {
  readonly values: Sheet["values"];
  readonly formulas: Sheet["formulas"];
  readonly numberFormats: Sheet["numberFormats"];
  readonly notCalculated: ReadonlySet<string>;
  readonly arrays: readonly ArrayFormula[];
  readonly plainFormulas: ReadonlySet<string>;
  readonly storedFormulas: ReadonlyMap<string, string>;
  readonly formulaElements: ReadonlyMap<string, string>;
  readonly styles: PackageSheet["styles"];
}

function readGrids(
  scan: SheetScan,
  area: Area,
  columns: readonly ColumnEntry[],
  context: SheetContext
): Grids {
  const widthOf = <T>(value: T): T[] => Array.from({ length: area.columns }, () => value);
  const columnStyles = widthOf(0);
  for (const each of columns)
    for (
      let c = Math.max(each.first, area.column);
      c <= each.last && c - area.column < area.columns;
      c += 1
    )
      columnStyles[c - area.column] = each.style;
  const formatOf = (style: number): string => styleAt(context, style).numberFormat;
  // Rows nobody wrote in share one set of arrays: a form whose last row is far away costs nothing.
  const blankValues: readonly CellValue[] = widthOf(null);
  const blankFormulas: readonly (string | null)[] = widthOf(null);
  const blankFormats: readonly string[] = columnStyles.map(formatOf);
  const values = Array.from({ length: area.rows }, () => blankValues);
  const formulas = Array.from({ length: area.rows }, () => blankFormulas);
  const numberFormats = Array.from({ length: area.rows }, () => blankFormats);
  const styles = Array.from({ length: area.rows }, (): readonly number[] => columnStyles);
  const notCalculated = new Set<string>();
  const arrays: ArrayFormula[] = [];
  const plainFormulas = new Set<string>();
  const storedFormulas = new Map<string, string>();
  const formulaElements = new Map<string, string>();
  const formulaOf = formulaReader(scan.rows);
  for (const row of scan.rows) {
    const at = row.row - area.row;
    if (at < 0 || at >= area.rows) continue;
    const rowStyles = row.style === null ? [...columnStyles] : widthOf(row.style);
    const rowValues = [...(values[at] ?? blankValues)];
    const rowFormulas = [...(formulas[at] ?? blankFormulas)];
    for (const cell of row.cells) {
      const c = cell.column - area.column;
      if (c < 0 || c >= area.columns) continue;
      const style = cell.style ?? 0;
      rowStyles[c] = style;
      if (!hasContent(cell)) continue;
      rowValues[c] = dated(readValue(scan.part, cell, context.strings), formatOf(style), context);
      const stored = formulaOf(cell);
      if (stored === null) continue;
      rowFormulas[c] = readFormula(stored);
      arrays.push(...arrayOf(cell));
      if (cell.formula?.type !== "array" && /ZONE_/iu.test(stored))
        plainFormulas.add(formatCell(cell));
      if (isSpeltOtherwise(stored)) storedFormulas.set(formatCell(cell), stored);
      const element = elementToKeep(scan, cell, stored);
      if (element !== null) formulaElements.set(formatCell(cell), element);
      if (isNotCalculated(cell)) notCalculated.add(formatCell(cell));
    }
    values[at] = rowValues;
    formulas[at] = rowFormulas;
    styles[at] = rowStyles;
    numberFormats[at] = rowStyles.map(formatOf);
  }
  return {
    values,
    formulas,
    numberFormats,
    notCalculated,
    arrays,
    plainFormulas,
    storedFormulas,
    formulaElements,
    styles,
  };
}

function arrayOf(cell: ScannedCell): readonly ArrayFormula[] {
  if (cell.formula?.type !== "array" || cell.formula.ref === null) return [];
  const [area] = parseAreas(cell.formula.ref);
  return area === undefined ? [] : [{ area, spills: cell.metadata !== null }];
}

function styleAt(context: SheetContext, index: number): CellStyle {
  return context.styles.cells[index] ?? context.styles.cells[0] ?? DEFAULT_STYLE;
}

/** A date of a 1904 workbook as a serial of the 1900 system, in which a Book holds them all. */
function dated(value: CellValue, format: string, context: SheetContext): CellValue {
  return context.date1904 && typeof value === "number" && showsDate(format)
    ? value + DAYS_TO_1904
    : value;
}

interface ColumnEntry {
  readonly first: number;
  readonly last: number;
  readonly hidden: boolean;
  readonly width: number | null;
  readonly style: number;
}

function readColumns(root: XmlElement): readonly ColumnEntry[] {
  return childrenOf(root, "cols")
    .flatMap((each) => childrenOf(each, "col"))
    .map((each) => ({
      first: (numberOf(each, "min") ?? 1) - 1,
      last: Math.min(numberOf(each, "max") ?? 1, 16_384) - 1,
      hidden: truthOf(attributeOf(each, "hidden")) === true || numberOf(each, "width") === 0,
      width: numberOf(each, "width") ?? null,
      style: numberOf(each, "style") ?? 0,
    }))
    .filter((each) => each.first >= 0 && each.last >= each.first);
}

/** Hidden rows of the used area, as Excel is asked for them. */
function hiddenRows(
  scan: SheetScan,
  area: Area,
  format: XmlElement | undefined
): ReadonlySet<number> {
  const isUsed = (row: number): boolean => row >= area.row && row < area.row + area.rows;
  const hidden = new Set(
    scan.rows
      .filter((row) => isUsed(row.row) && (row.hidden || row.height === 0))
      .map((row) => row.row)
  );
  // "Rows nobody touched are hidden": the way a form ends below its last line.
  if (format !== undefined && truthOf(attributeOf(format, "zeroHeight")) === true) {
    const touched = new Set(scan.rows.map((row) => row.row));
    for (let row = area.row; row < area.row + area.rows; row += 1)
      if (!touched.has(row)) hidden.add(row);
  }
  return hidden;
}

function hiddenColumns(columns: readonly ColumnEntry[], area: Area): ReadonlySet<number> {
  const last = area.column + area.columns - 1;
  return new Set(
    columns
      .filter((each) => each.hidden)
      .flatMap((each) => range(Math.max(each.first, area.column), Math.min(each.last, last)))
  );
}

function readFrozen(root: XmlElement): PackageSheet["frozen"] {
  const view = childrenOf(childOf(root, "sheetViews"), "sheetView")[0];
  const pane = view === undefined ? undefined : childOf(view, "pane");
  const state = pane === undefined ? undefined : attributeOf(pane, "state");
  if (pane === undefined || (state !== "frozen" && state !== "frozenSplit"))
    return { rows: 0, columns: 0 };
  return { rows: numberOf(pane, "ySplit") ?? 0, columns: numberOf(pane, "xSplit") ?? 0 };
}

function defaultWidth(format: XmlElement | undefined): number {
  const base = numberOf(format, "baseColWidth");
  return base === undefined ? 8.43 : base + 0.43;
}

function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = element === undefined ? undefined : attributeOf(element, name);
  const number = Number(value ?? NaN);
  return Number.isFinite(number) ? number : undefined;
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
