import type { Area } from "../workbook/address.ts";
import type { GridRow } from "./grid.ts";
import { isIndexRow } from "./row-kinds.ts";
import type { Region } from "./region.ts";
import { headerText } from "./regions.ts";
import type { Words } from "./words.ts";

/** The header of one column: its texts from top to bottom, own ones and those of merged cells to its left. */
export interface HeaderPath {
  readonly column: number;
  readonly texts: readonly string[];
  /** Column in which each text stands: equal for the columns of one merged cell. */
  readonly sources: readonly number[];
  /** false: nothing stands in this column's own header cells. */
  readonly isOwn: boolean;
  readonly area: Area;
}

/**
 * Paths of all columns of a region. Merged cells are not given: a blank to the right of a text is taken as merged with it
 * where something stands below, a blank below a text always.
 */
export function readHeaderPaths(region: Region, words: Words): readonly HeaderPath[] {
  const rows = region.header.filter((row) => !isIndexRow(row));
  const top = region.header[0]?.row ?? 0;
  const bottom = region.header.at(-1)?.row ?? top;
  const sources: (number | null)[][] = rows.map(() => []);
  const own = rows.map((row) => textsOf(row, region));
  const paths: HeaderPath[] = [];
  for (let column = region.left; column <= region.right; column++) {
    const i = column - region.left;
    rows.forEach((_, r) => {
      const line = sources[r];
      if (line === undefined) return;
      line[i] = own[r]?.[i] === null ? inherited(own, sources, r, i, words) : i;
    });
    const levels = rows.flatMap((_, r) => {
      const source = sources[r]?.[i] ?? null;
      const text = source === null ? null : (own[r]?.[source] ?? null);
      return source === null || text === null ? [] : [{ text, source: source + region.left }];
    });
    paths.push({
      column,
      texts: levels.map((level) => level.text),
      sources: levels.map((level) => level.source),
      isOwn: own.some((line) => line[i] !== null),
      area: { row: top, column, rows: bottom - top + 1, columns: 1 },
    });
  }
  return paths;
}

function textsOf(row: GridRow, region: Region): readonly (string | null)[] {
  return Array.from({ length: region.right - region.left + 1 }, (_, i) =>
    headerText(row, region.left + i)
  );
}

function inherited(
  own: readonly (readonly (string | null)[])[],
  sources: readonly (readonly (number | null)[])[],
  r: number,
  i: number,
  words: Words
): number | null {
  const source = sources[r]?.[i - 1] ?? null;
  const text = source === null ? null : (own[r]?.[source] ?? null);
  if (source === null || text === null) return null;
  const below = own.slice(r + 1).map((line) => line[i] ?? null);
  if (below.every((cell) => cell === null)) return null;
  // A new merged cell above ends every one below it.
  for (let q = 0; q < r; q++) {
    if ((sources[q]?.[i] ?? null) !== (sources[q]?.[i - 1] ?? null)) return null;
  }
  const word = words(text);
  const isLeaf = own.slice(r + 1).every((line) => (line[source] ?? null) === null);
  // 主要经济指标 over the names of indicators is a head of all of them, over a blank that of its own column.
  const isOverall = word.head === "indicators" && !isLeaf;
  if ((word.head !== null && !isOverall) || (word.isNotMeasure && !word.hasMeasure)) return null;
  if (!isLeaf) return source;
  // 工业投资 | (blank) over (blank) | 增速: the name stands over its own column and lends itself to the next.
  const isNamedBelow = below.some((cell) => cell !== null && words(cell).hasIndicator);
  const isName = word.hasIndicator || (!word.hasMeasure && !word.isUnit && !word.hasPeriod);
  return isName && !isNamedBelow ? source : null;
}
