import { normaliseText } from "../catalog/normalise.ts";
import { ZONE_SUFFIXES } from "../catalog/zone-words.ts";
import { isZoneLabel, zoneSuffixOf } from "../catalog/zones.ts";
import { cellIn, type GridCell, type GridRow } from "./grid.ts";
import type { HeaderPath } from "./header-paths.ts";

const SUFFIXES: ReadonlySet<string> = new Set(ZONE_SUFFIXES);

/** 河津 over 开发区, 河津经济 over 技术开发区: one name in two cells that are not merged. */
function isSplit(upper: string, lower: string): boolean {
  const [above, below] = [normaliseText(upper), normaliseText(lower)];
  if (!/^\p{Script=Han}{2,12}$/u.test(above) || zoneSuffixOf(above) !== undefined) return false;
  if (SUFFIXES.has(below)) return isZoneLabel(above + below);
  const whole = zoneSuffixOf(above + below);
  return whole !== undefined && whole.length > below.length;
}

/** A header whose name of a zone stands in two levels, with the name in one. */
export function joinSplitName(path: HeaderPath): HeaderPath {
  for (let level = 0; level + 1 < path.texts.length; level++) {
    const [upper, lower] = [path.texts[level] ?? "", path.texts[level + 1] ?? ""];
    if (!isSplit(upper, lower)) continue;
    return {
      ...path,
      texts: [...path.texts.slice(0, level), upper + lower, ...path.texts.slice(level + 2)],
      sources: [...path.sources.slice(0, level + 1), ...path.sources.slice(level + 2)],
    };
  }
  return path;
}

/** Rows of which one holds but the second half of the name above it, as one row: that of the numbers. */
export function joinSplitRows(rows: readonly GridRow[], column: number): readonly GridRow[] {
  const joined: GridRow[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const whole = before === undefined ? undefined : joinRows(before, row, column);
    if (whole === undefined) joined.push(row);
    else joined[joined.length - 1] = whole;
  }
  return joined;
}

function joinRows(upper: GridRow, lower: GridRow, column: number): GridRow | undefined {
  if (lower.row !== upper.row + 1) return undefined;
  const [above, below] = [cellIn(upper, column), cellIn(lower, column)];
  if (above?.kind !== "text" || below?.kind !== "text") return undefined;
  const kept = lower.cells.length === 1 ? upper : upper.cells.length === 1 ? lower : undefined;
  if (kept === undefined || !isSplit(above.text, below.text)) return undefined;
  const text = above.text + below.text;
  const name: GridCell = { ...above, row: kept.row, value: text, text };
  return { row: kept.row, cells: kept.cells.map((cell) => (cell.column === column ? name : cell)) };
}
