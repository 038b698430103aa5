import { zoneKindOf } from "../catalog/zones.ts";
import { recogniseUnit } from "../catalog/units.ts";
import { listsCategories } from "./categories.ts";
import { cellIn } from "./grid.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Region } from "./region.ts";
import { isDataCell } from "./row-kinds.ts";
import { asksForVerdict } from "./words.ts";
import type { Words } from "./words.ts";

/** What the cells of a column are, by their number, and what its head says. */
export interface ColumnCount {
  readonly column: number;
  readonly head: "zones" | "indicators" | "open" | null;
  readonly isNotMeasure: boolean;
  readonly isCategory: boolean;
  /** 责任单位, 牵头部门: who answers for the numbers. */
  readonly isOfUnits: boolean;
  /** 是否达标, 亮灯: its words are values, also right behind the names. */
  readonly isVerdict: boolean;
  zones: number;
  totals: number;
  indicators: number;
  units: number;
  measures: number;
  kinds: number;
  texts: number;
  data: number;
  /** — and /: where a row has none of what the column holds. */
  dashes: number;
}

const OF_UNITS =
  /^(?:责任|牵头|主管|包联|包抓|包保|实施|承办|招商|推进|联系|填报|主办|配合)(?:单位|部门|主体|机构|科室|乡镇|县区)$/u;

/** Rows looked at to learn what a column holds; more would say the same. */
const SAMPLE_ROWS = 200;

/** Counts the first rows of a column. */
export function countColumn(region: Region, path: HeaderPath, words: Words): ColumnCount {
  const heads = path.texts.map((text) => words(text));
  // 主要经济指标 over indicators names them all, and no column.
  const named = heads.filter(
    (word, level) => word.head !== "indicators" || level === heads.length - 1
  );
  const count: ColumnCount = {
    column: path.column,
    head: path.isOwn ? (named.find((word) => word.head !== null)?.head ?? null) : null,
    isNotMeasure:
      heads.length > 0 &&
      heads.every((word) => word.isNotMeasure || word.head !== null || word.key === "单位"),
    isCategory: listsCategories(region, path.column, path.isOwn ? path.texts : []),
    isOfUnits: heads.some(({ key }) => OF_UNITS.test(key)),
    isVerdict: heads.some(asksForVerdict),
    zones: 0,
    totals: 0,
    indicators: 0,
    units: 0,
    measures: 0,
    kinds: 0,
    texts: 0,
    data: 0,
    dashes: 0,
  };
  for (const row of region.data.slice(0, SAMPLE_ROWS)) {
    const cell = cellIn(row, path.column);
    if (cell === undefined) continue;
    if (cell.kind === "text" && /^[-—–―/]+$/u.test(cell.text)) count.dashes += 1;
    if (cell.kind === "number" || isDataCell(cell, words)) {
      count.data += 1;
      continue;
    }
    const word = words(cell.text);
    count.texts += 1;
    if (zoneKindOf(cell.text) !== null) count.kinds += 1;
    // 税收收入合计 over its kinds is the name of what is told, and no sum of rows that are things.
    const isTotal = word.isTotal && !word.tokens.some(({ kind }) => kind === "indicator");
    if (isTotal) count.totals += 1;
    if (word.isZone || isTotal || word.isReference) count.zones += 1;
    else if (word.hasIndicator) count.indicators += 1;
    if (recogniseUnit(cell.text) !== undefined) count.units += 1;
    if (word.hasMeasure && !word.hasIndicator) count.measures += 1;
  }
  return count;
}
