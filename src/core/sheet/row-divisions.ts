import { normaliseText } from "../catalog/normalise.ts";
import type { RowDivision } from "../model/table.ts";
import { cellIn, type GridCell, type GridRow } from "./grid.ts";
import type { NameColumns } from "./name-columns.ts";

/** A row as its place in an outline: how far it is set in, how it is numbered, and whether it holds values. */
interface OutlineRow {
  readonly row: number;
  readonly key: string;
  readonly depth: number;
  /** 一、 is 1, (一) 2, 1. 3, (1) 4; 0 where it is not numbered. */
  readonly numbering: number;
  readonly isPart: boolean;
  readonly isFilled: boolean;
}

const NUMBERING: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}[、.]/u,
  /^\([一二三四五六七八九十]{1,3}\)/u,
  /^\d{1,2}[、.](?!\d)/u,
  /^\(\d{1,2}\)/u,
];
const PART = /^(?:其中:?|#|内:)/u;
/** 按轻重工业分, 分行业: over rows that divide the whole once more. */
const DIVIDING = /^(?:其中)?(?:按.{1,10}(?:分组?|分类|划分)|分.{2,6}):?$/u;

/** Names that leave nothing out of a whole of such a name, however the rows are set. */
const COMPLETE: readonly { readonly whole: RegExp; readonly parts: readonly RegExp[] }[] = [
  { whole: /工业/u, parts: [/^轻工业/u, /^重工业/u] },
  { whole: /零售|投资|人口|就业/u, parts: [/^城镇/u, /^(?:乡村|农村)/u] },
  { whole: /零售/u, parts: [/^餐饮收入/u, /^商品零售/u] },
  {
    whole: /生产总值|GDP|增加值|投资|用电|产出|产业/u,
    parts: [/^(?:第一产业|一产)/u, /^(?:第二产业|二产)/u, /^(?:第三产业|三产)/u],
  },
  { whole: /进出口|外贸/u, parts: [/^出口/u, /^进口/u] },
  { whole: /零售|销售|批发/u, parts: [/^限额?以上/u, /^限额?以下/u] },
  { whole: /公共(?:财政)?预算收入|公共财政收入/u, parts: [/^税收收入|^税收$/u, /^非税收入/u] },
  { whole: /工业|增加值|产值/u, parts: [/^规模?以上/u, /^规模?以下/u] },
];

/** Children are looked for in so many rows. */
const REACH = 60;

/**
 * Which rows of a table the layout puts under which: set in, numbered one level lower, behind 其中, under 按…分, or by names
 * that divide a whole. Whether they exhaust it, the numbers tell.
 */
export function findDivisions(
  rows: readonly GridRow[],
  names: NameColumns
): readonly RowDivision[] {
  const outline = rows.flatMap((row) => toOutline(row, names) ?? []);
  return outline.flatMap((whole, at) => {
    if (!whole.isFilled) return [];
    const below = outline.slice(at + 1, at + 1 + REACH);
    const sets = [
      ...underHeadings(whole, below),
      setIn(whole, below),
      numbered(whole, below),
      firstNumbered(whole, below),
    ].map((parts) => ({ parts, told: toldBy(whole, parts) }));
    sets.push({ parts: underTotal(whole, below), told: toldBy(whole, underTotal(whole, below)) });
    const part = { parts: behindPart(whole, below), told: "part" as const };
    return distinct([part, ...sets, ...named(whole, below)])
      .filter(({ parts }) => parts.length >= 2)
      .map(({ parts, told }) => ({ whole: whole.row, parts: parts.map(({ row }) => row), told }));
  });
}

function toOutline(row: GridRow, names: NameColumns): OutlineRow | undefined {
  const label = labelIn(row, names);
  if (label === undefined) return undefined;
  const key = normaliseText(label.text);
  return {
    row: row.row,
    key: key.replace(PART, "").replace(numberingIn(key) ?? "", ""),
    depth: depthOf(label) + 2 * (label.column - names.column),
    numbering: NUMBERING.findIndex((pattern) => pattern.test(key)) + 1,
    isPart: PART.test(key),
    isFilled: row.cells.some((cell) => !names.all.has(cell.column) && cell.kind === "number"),
  };
}

function numberingIn(key: string): string | undefined {
  for (const pattern of NUMBERING) {
    const [found] = pattern.exec(key) ?? [];
    if (found !== undefined) return found;
  }
  return undefined;
}

function labelIn(row: GridRow, names: NameColumns): GridCell | undefined {
  return (
    cellIn(row, names.column) ??
    row.cells.find(
      (cell) =>
        cell.kind === "text" &&
        cell.column > names.column &&
        names.all.has(cell.column) &&
        cell.column !== names.unitColumn &&
        cell.column !== names.measureColumn
    )
  );
}

/** Blanks in front of a name; a wide one counts twice. */
export function depthOf({ value }: GridCell): number {
  const blanks = typeof value === "string" ? (/^[\s\u200B]*/u.exec(value)?.[0] ?? "") : "";
  return Array.from(blanks).reduce((sum, blank) => sum + (blank === "\u3000" ? 2 : 1), 0);
}

type Rows = readonly OutlineRow[];

/** The rows set in deeper than the whole, those of the next step. */
function setIn(whole: OutlineRow, below: Rows): Rows {
  const inside = until(below, ({ depth }) => depth <= whole.depth).filter(isData);
  const next = Math.min(...inside.map(({ depth }) => depth));
  return inside.filter(({ depth }) => depth === next);
}

/** 一、 over 1. and 2.; or, under a numbered row, rows that are not numbered up to the next one. */
function numbered(whole: OutlineRow, below: Rows): Rows {
  if (whole.numbering === 0) return [];
  const inside = until(
    below,
    ({ numbering }) => numbering > 0 && numbering <= whole.numbering
  ).filter(isData);
  const levels = inside.flatMap(({ numbering }) => (numbering > 0 ? [numbering] : []));
  if (levels.length === 0) {
    const next = Math.min(...inside.map(({ depth }) => depth));
    return inside.filter(({ depth }) => depth === next);
  }
  const next = Math.min(...levels);
  return inside.filter(({ numbering }) => numbering === next);
}

/** 全社会用电量 over 一、第一产业, 二、第二产业 …: the numbered rows right under one that is not, with what stands under each. */
function firstNumbered(whole: OutlineRow, below: Rows): Rows {
  const [first] = below;
  if (whole.numbering > 0 || first === undefined || first.numbering === 0) return [];
  return until(
    below,
    ({ numbering, isPart, depth }) =>
      !isPart && depth <= whole.depth && (numbering === 0 || numbering < first.numbering)
  ).filter((row) => isData(row) && row.numbering === first.numbering);
}

/** 税收合计 over all the rows that follow, up to the next of its kind. */
function underTotal(whole: OutlineRow, below: Rows): Rows {
  if (!TOTAL.test(whole.key)) return [];
  const inside = until(below, ({ key, depth }) => TOTAL.test(key) || depth < whole.depth).filter(
    isData
  );
  const next = Math.min(...inside.map(({ depth }) => depth));
  return inside.filter(({ depth }) => depth === next);
}

const TOTAL = /(?:合计|总计|总量|总数)$/u;

/** 其中:A, B, C: the first names itself a part, the rest stand as far in as it does, or are parts by name. */
function behindPart(whole: OutlineRow, below: Rows): Rows {
  const [first] = below;
  if (whole.isPart || first?.isPart !== true) return [];
  return until(
    below,
    (row) => !row.isPart && (row.depth <= whole.depth || row.numbering > 0)
  ).filter((row) => isData(row) && (row.isPart || row.depth > whole.depth));
}

/** 一、按轻重工业分 and 二、按登记注册类型分 under the whole: each divides it for itself. */
function underHeadings(whole: OutlineRow, below: Rows): readonly Rows[] {
  const first = below.findIndex((row) => row.isFilled);
  const starts = below.flatMap((row, at) => (isHeading(row) ? [at] : []));
  const [opening] = starts;
  // Only directly under the whole is it known what is divided.
  if (opening === undefined || (first >= 0 && first < opening)) return [];
  return starts.map((start) => {
    const inside = until(below.slice(start + 1), (row) => !row.isFilled || row.depth < whole.depth);
    const next = Math.min(...inside.map(({ depth }) => depth));
    return inside.filter(({ depth }) => depth === next);
  });
}

function isHeading({ isFilled, key }: OutlineRow): boolean {
  return !isFilled && DIVIDING.test(key);
}

/** 轻工业 and 重工业 right under a row, not set in at all. */
function named(whole: OutlineRow, below: Rows): readonly { parts: Rows; told: "names" }[] {
  const near = below.slice(0, 12);
  return COMPLETE.flatMap((complete) => {
    if (!complete.whole.test(whole.key)) return [];
    const parts = complete.parts.flatMap(
      (pattern) => near.find((row) => isData(row) && pattern.test(row.key)) ?? []
    );
    const [first] = parts;
    const isDirect = first !== undefined && near.find(isData) === first && first !== whole;
    return isDirect && parts.length === complete.parts.length
      ? [{ parts, told: "names" as const }]
      : [];
  });
}

function toldBy(whole: OutlineRow, rows: Rows): RowDivision["told"] {
  const isComplete = COMPLETE.some(
    ({ whole: name, parts }) =>
      name.test(whole.key) &&
      parts.length === rows.length &&
      parts.every((pattern) => rows.some(({ key }) => pattern.test(key)))
  );
  if (isComplete) return "names";
  return rows[0]?.isPart === true ? "part" : "layout";
}

function isData({ isFilled }: OutlineRow): boolean {
  return isFilled;
}

function until(rows: Rows, isEnd: (row: OutlineRow) => boolean): Rows {
  const end = rows.findIndex(isEnd);
  return end < 0 ? rows : rows.slice(0, end);
}

/** Each set of rows once, told by its names where one way tells it so. */
function distinct<Set extends { readonly parts: Rows; readonly told: RowDivision["told"] }>(
  sets: readonly Set[]
): readonly Set[] {
  const kept = new Map<string, Set>();
  for (const set of sets) {
    const key = set.parts.map(({ row }) => row).join();
    if (set.told === "names" || !kept.has(key)) kept.set(key, set);
  }
  return [...kept.values()];
}
