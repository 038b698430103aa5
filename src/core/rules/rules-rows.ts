import type { Sheet } from "../workbook/book.ts";
import { cellAt, isCellError } from "../workbook/book.ts";
import { paceMonths } from "./pace-columns.ts";
import { findRulesColumn } from "./rules-sheet-columns.ts";
import type { RulesColumn } from "./rules-sheet-columns.ts";

/** The cells of one row of the 目标规则 sheet under the columns we know, as a person reads them; blank ones left out. */
export type RulesTexts = Readonly<Partial<Record<RulesColumn, string>>>;

export interface RulesRow {
  /** Row of the sheet, from 0. */
  readonly row: number;
  readonly texts: RulesTexts;
}

/** Where a 目标规则 sheet keeps what: the user's own columns and their order are part of it. */
export interface RulesLayout {
  /** Row of the headers, from 0. */
  readonly header: number;
  readonly columns: ReadonlyMap<RulesColumn, number>;
  /** The first column right of everything that stands there. */
  readonly free: number;
  /** The first row below everything that stands there. */
  readonly end: number;
}

const HEADER_WITHIN = 20;

export interface RulesHeader {
  /** From 0. */
  readonly row: number;
  readonly columns: ReadonlyMap<RulesColumn, number>;
  /** 一季度序时, 上半年序时: where the pace after so many months stands. */
  readonly paces: ReadonlyMap<number, number>;
}

/** The headers of a 目标规则 sheet; undefined where there are none yet. */
export function findRulesHeader(sheet: Sheet): RulesHeader | undefined {
  const { origin, values } = sheet;
  for (let row = origin.row; row < origin.row + Math.min(HEADER_WITHIN, values.length); row += 1) {
    const columns = new Map<RulesColumn, number>();
    const paces = new Map<number, number>();
    const width = values[row - origin.row]?.length ?? 0;
    for (let column = origin.column; column < origin.column + width; column += 1) {
      const { value } = cellAt(sheet, row, column);
      if (typeof value !== "string") continue;
      const name = findRulesColumn(value.normalize("NFKC").replace(/\s+/gu, ""));
      if (name !== undefined && !columns.has(name)) columns.set(name, column);
      const months = name === undefined ? paceMonths(value) : undefined;
      if (months !== undefined && !paces.has(months)) paces.set(months, column);
    }
    if (columns.has("指标") && columns.has("目标值")) return { row, columns, paces };
  }
  return undefined;
}

export function findRulesLayout(sheet: Sheet): RulesLayout | undefined {
  const header = findRulesHeader(sheet);
  if (header === undefined) return undefined;
  const { origin, values } = sheet;
  let end = header.row + 1;
  let free = 0;
  values.forEach((cells, r) => {
    cells.forEach((value, c) => {
      if (value === null || value === "") return;
      end = Math.max(end, origin.row + r + 1);
      free = Math.max(free, origin.column + c + 1);
    });
  });
  return { header: header.row, columns: header.columns, free, end };
}

/** The rows that hold anything under our columns, as they stand: also those no rule can be made of. */
export function readRulesRows(sheet: Sheet): readonly RulesRow[] {
  const layout = findRulesLayout(sheet);
  if (layout === undefined) return [];
  const rows: RulesRow[] = [];
  for (let row = layout.header + 1; row < layout.end; row += 1) {
    const texts: Partial<Record<RulesColumn, string>> = {};
    for (const [name, column] of layout.columns) {
      const text = shownText(sheet, row, column);
      if (text !== "") texts[name] = text;
    }
    if (Object.keys(texts).length > 0) rows.push({ row, texts });
  }
  return rows;
}

/** A cell as it reads: 0.17 formatted as percent is 17%. */
function shownText(sheet: Sheet, row: number, column: number): string {
  const { value, numberFormat } = cellAt(sheet, row, column);
  if (typeof value === "string") return value.trim();
  if (typeof value === "number")
    return isPercentFormat(numberFormat)
      ? `${Number((value * 100).toPrecision(15))}%`
      : String(value);
  if (isCellError(value)) return value.error;
  return value === null ? "" : String(value);
}

export function isPercentFormat(numberFormat: string): boolean {
  return numberFormat.replace(/"[^"]*"/g, "").includes("%");
}

/** Whether two rows say the same, cell by cell. */
export function isSameTexts(a: RulesTexts, b: RulesTexts): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<RulesColumn>;
  return [...names].every((name) => (a[name] ?? "") === (b[name] ?? ""));
}
