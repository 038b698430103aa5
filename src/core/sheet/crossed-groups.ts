import { isCategoryHead } from "./category-heads.ts";
import { cellIn, type GridRow } from "./grid.ts";
import type { HeaderPath } from "./header-paths.ts";
import { findNameColumns } from "./name-columns.ts";
import type { Region } from "./region.ts";
import { isDataCell, isIndexRow } from "./row-kinds.ts";
import type { Words } from "./words.ts";

/** The rows of one group, under headers that the group's name stands over. */
export interface CrossedGroup {
  readonly region: Region;
  readonly paths: readonly HeaderPath[];
}

/** So many of the zones must stand in more than one group. */
const FEWEST_REPEATED = 0.6;
/** More groups than these are names of projects or dates. */
const MOST_GROUPS = 40;

interface NamedRow {
  readonly row: GridRow;
  readonly zone: string | null;
  readonly group: string;
}

/**
 * 类别 | 开发区 | 年初 | 新增 | 期末, where each of 创新型中小企业, 专精特新 and 小巨人 stands over the same zones: a table for each
 * of them, as if its name stood over the columns. undefined where the zones differ from group to group: then the groups
 * divide the zones.
 */
export function splitCrossed(
  region: Region,
  paths: readonly HeaderPath[],
  words: Words
): readonly CrossedGroup[] | undefined {
  const names = findNameColumns(region, paths, words);
  if (names === undefined || names.names !== "zones" || names.isOfCategories) return undefined;
  const groupColumn = paths.find(
    (path) => path.column !== names.column && isOfNames(region, path, words)
  );
  if (groupColumn === undefined) return undefined;
  const rows = namedRows(region, names.column, groupColumn.column);
  if (!isCrossed(rows, words)) return undefined;
  const isOfZones = namesIndicators(paths, names.column, groupColumn.column, words);
  if (isOfZones && !isTotalledByGroup(rows, words))
    return [inOneTable(region, paths, rows, names.column, groupColumn.column, words)];
  const byGroup = new Map<string, GridRow[]>();
  for (const { row, group } of rows) byGroup.set(group, [...(byGroup.get(group) ?? []), row]);
  return [...byGroup].map(([group, data]) => ({
    region: { ...region, data },
    paths: paths
      .filter(({ column }) => column !== groupColumn.column)
      .map((path) => (path.column > names.column ? under(group, groupColumn.column, path) : path)),
  }));
}

/** 企业数 | 营业收入 | 利润总额 over the numbers: the groups are some of the zone's, and no name of what is told. */
function namesIndicators(
  paths: readonly HeaderPath[],
  zoneColumn: number,
  groupColumn: number,
  words: Words
): boolean {
  return paths.some(
    ({ column, texts }) =>
      column > Math.max(zoneColumn, groupColumn) && texts.some((text) => words(text).hasIndicator)
  );
}

/** 合计 over 签约项目, 已注册 and 已开工 once more, and over nothing that is all of them: each adds up its own of every zone. */
function isTotalledByGroup(rows: readonly NamedRow[], words: Words): boolean {
  const totals = rows.filter(({ zone }) => zone !== null && words(zone).isTotal);
  const isWhole = ({ zone, group }: NamedRow): boolean =>
    group === "" || group === zone || words(group).isTotal;
  return totals.length >= 2 && !totals.some(isWhole);
}

/** The rows under both their names, 合计 of each block as its 小计. */
function inOneTable(
  region: Region,
  paths: readonly HeaderPath[],
  rows: readonly NamedRow[],
  zoneColumn: number,
  groupColumn: number,
  words: Words
): CrossedGroup {
  const isZoneFirst = zoneColumn < groupColumn;
  const data = rows.map(({ row, zone, group }) => {
    const [outer, inner] = isZoneFirst ? [zone ?? "", group] : [group, zone ?? ""];
    const text = bothNames(outer, inner, words);
    const cells = row.cells.map((cell) =>
      cell.column === zoneColumn ? { ...cell, text, value: text } : cell
    );
    return { row: row.row, cells: cells.filter(({ column }) => column !== groupColumn) };
  });
  return {
    region: { ...region, data },
    paths: paths.filter(({ column }) => column !== groupColumn),
  };
}

function bothNames(outer: string, inner: string, words: Words): string {
  if (outer === inner || inner === "") return outer;
  if (words(outer).isTotal) return words(inner).isTotal ? outer : `其中:${inner}`;
  return words(inner).isTotal ? `${outer}小计` : `${outer}·${inner}`;
}

/** Words down the column, and no unit of the rows, no name of a project, no time. */
function isOfNames(region: Region, path: HeaderPath, words: Words): boolean {
  const heads = path.texts.map((text) => words(text));
  if (heads.some((head) => head.isListHead || head.isPeriodHead)) return false;
  const isOfKinds = path.texts.some(isCategoryHead);
  if (!isOfKinds && heads.some((head) => head.hasIndicator || head.hasMeasure)) return false;
  const cells = region.data.flatMap((row) => cellIn(row, path.column) ?? []);
  const isWord = cells.every(
    (cell) => cell.kind === "text" && !isDataCell(cell, words) && !words(cell.text).isUnit
  );
  return cells.length >= 2 && isWord && new Set(cells.map(({ text }) => text)).size <= MOST_GROUPS;
}

/** Each row with its zone and group, which merged cells leave blank below their first. */
function namedRows(region: Region, zoneColumn: number, groupColumn: number): readonly NamedRow[] {
  const rows: NamedRow[] = [];
  let [zone, group] = [cellIn({ row: 0, cells: [] }, zoneColumn), ""];
  for (const row of region.data) {
    if (isIndexRow(row)) continue;
    const own = cellIn(row, zoneColumn);
    const ownGroup = cellIn(row, groupColumn);
    if (own !== undefined) zone = own;
    // 合计 across both columns of names.
    if (own === undefined && ownGroup !== undefined && zoneColumn > groupColumn) zone = ownGroup;
    // A kind within its zone is told in each row; one that stands over zones may be merged downwards.
    group = ownGroup?.text ?? (groupColumn < zoneColumn ? group : "");
    const cells =
      own === undefined && zone !== undefined
        ? [
            ...row.cells.filter(({ column }) => column !== zoneColumn),
            { ...zone, column: zoneColumn },
          ]
        : row.cells;
    rows.push({
      row: { row: row.row, cells: [...cells].sort((a, b) => a.column - b.column) },
      zone: zone?.text ?? null,
      group,
    });
  }
  return rows;
}

/** Whether the zones come again under other groups, and never twice under one. */
function isCrossed(rows: readonly NamedRow[], words: Words): boolean {
  const groupsOf = new Map<string, Set<string>>();
  for (const { zone, group } of rows) {
    if (zone === null || group === "" || words(zone).isTotal || words(group).isTotal) continue;
    const groups = groupsOf.get(zone) ?? new Set<string>();
    if (groups.has(group)) return false;
    groupsOf.set(zone, groups.add(group));
  }
  const crossed = [...groupsOf.values()].filter(({ size }) => size >= 2).length;
  return crossed >= 2 && crossed >= groupsOf.size * FEWEST_REPEATED;
}

function under(group: string, column: number, path: HeaderPath): HeaderPath {
  return path.isOwn
    ? { ...path, texts: [group, ...path.texts], sources: [column, ...path.sources] }
    : path;
}
