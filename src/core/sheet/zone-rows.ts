/** The rows of a table of zones: the zones, the totals, and the groups they stand in. */

import { CITIES } from "../catalog/zone-words.ts";
import { zoneKindOf } from "../catalog/zones.ts";
import type { Unrecognised } from "../model/table.ts";
import { cellIn, type GridCell, type GridRow } from "./grid.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import { isOfRowAbove, measureOfRow, type MeasureRow } from "./measure-rows.ts";
import type { NameColumns } from "./name-columns.ts";
import { readCategoryLabel } from "./categories.ts";
import { dividesWhole, opensParts } from "./category-heads.ts";
import { readRowLabel, type RowLabel } from "./row-labels.ts";
import { isDataCell, isIndexRow } from "./row-kinds.ts";
import { depthOf } from "./row-divisions.ts";
import { joinSplitRows } from "./split-names.ts";
import type { Layout } from "./layout.ts";
import type { Words } from "./words.ts";
import { unknownRow } from "./unknown-row.ts";

/** A row of numbers and the one it is about. */
export interface ZoneRow {
  readonly row: GridRow;
  readonly draft: SubjectDraft;
}

/**
 * Reads whom each row is about. Rows of numbers without a name are told as not read; those that tell another measure of the
 * row above them go to `measureRows`.
 */
export function readZoneRows(
  layout: Layout,
  unrecognised: Unrecognised[],
  measureRows: MeasureRow[]
): readonly ZoneRow[] {
  const { region, names, words, surroundings } = layout;
  const rows: ZoneRow[] = [];
  const city = surroundings.city ?? onlyCityIn(layout);
  // A row of a single column may have lost its number; one of several that holds none heads the rows below.
  const isWide = layout.paths.filter(({ column }) => !names.all.has(column)).length > 1;
  // 去年同期 right below the first of several zones is that zone's.
  const isOfZones =
    region.data.filter((row) => words(cellIn(row, names.column)?.text ?? "").isZone).length >= 2;
  let group: string | null = null;
  for (const row of joinSplitRows(region.data, names.column)) {
    if (isIndexRow(row)) continue;
    const name = cellIn(row, names.column);
    const grouped = names.groupColumn === null ? undefined : cellIn(row, names.groupColumn);
    if (grouped?.kind === "text" && !words(grouped.text).isTotal) group = grouped.text;
    const values = row.cells.filter((cell) => !names.all.has(cell.column));
    const label = nameOf(name, row, names);
    if (label === undefined) {
      refuseRow(row, values, words, unrecognised);
      continue;
    }
    const measure = values.length === 0 ? null : measureOfRow(label.text, words);
    if (measure !== null && rows.length >= (isOfZones || measure === "share" ? 1 : 2)) {
      if (isOfRowAbove(measure))
        measureRows.push({
          row: row.row,
          label: label.text,
          word: measure,
          subject: rows.length - 1,
        });
      else refuseRow(row, values, words, unrecognised);
      continue;
    }
    const isHeading =
      values.length === 0 &&
      !words(label.text).isTotal &&
      (isGroupHeading(label.text, words) || (names.isOfCategories && isWide));
    if (isHeading) {
      group = label.text;
      continue;
    }
    const printed = typeof label.value === "string" ? label.value : label.text;
    const isOnlyPart = group !== null && opensParts(group);
    const own = names.isOfCategories ? readCategoryLabel(printed) : readRowLabel(printed, city);
    const read: RowLabel = isOnlyPart && own.role === "zone" ? { ...own, role: "part" } : own;
    const groupKind = group === null ? null : zoneKindOf(group);
    // 其中:工业类 after the last of the 农业类 speaks of its own kind, not of the group above it.
    const isOther = read.kind !== null && groupKind !== null && groupKind !== read.kind;
    const isOfGroup = read.role === "zone" || read.role === "part" || read.role === "subtotal";
    const kind = read.kind ?? (isOfGroup ? groupKind : null);
    rows.push({
      row,
      draft: {
        label: read,
        at: { kind: "cell", row: row.row, column: label.column },
        group: isOther ? null : group,
        kind,
        depth: depthOf(label),
        isOnlyPart,
      },
    });
  }
  return rows;
}

/** 运城市 among zones and counties, the only city of its rank in the table: the row of the whole. */
function onlyCityIn({ region, names }: Layout): string | null {
  const found = new Set<string>();
  for (const row of region.data) {
    const text = cellIn(row, names.column)?.text ?? "";
    if (text.length <= 6 && text.endsWith("市") && CITIES.has(text.slice(0, -1)))
      found.add(text.slice(0, -1));
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** A total is often written across the columns of number, group and name: its text then stands in the first of them. */
function nameOf(
  name: GridCell | undefined,
  row: GridRow,
  names: NameColumns
): GridCell | undefined {
  if (name?.kind === "text") return name;
  return row.cells.find(
    (cell) =>
      cell.kind === "text" &&
      names.all.has(cell.column) &&
      (cell.column < names.column || cell.column === names.groupColumn) &&
      !/^\d+$/u.test(cell.text)
  );
}

/** 一、工业类开发区, 农业类: a line over the zones of a kind. A zone's row may be empty too, and stays a zone. */
function isGroupHeading(text: string, words: Words): boolean {
  const word = words(text);
  if (/^[((]?[一二三四五六七八九十]{1,3}[))、.]/u.test(word.key)) return true;
  if (opensParts(text) || dividesWhole(text) || /^按.{1,10}分(?:组|类)?:?$/u.test(word.key))
    return true;
  return (
    !word.isZone &&
    !word.isReference &&
    (zoneKindOf(text) !== null || /[类型]$|^其中:?$/u.test(word.key))
  );
}

function refuseRow(
  row: GridRow,
  values: readonly GridCell[],
  words: Words,
  unrecognised: Unrecognised[]
): void {
  if (!values.some((cell) => isDataCell(cell, words))) return;
  unrecognised.push(unknownRow(row));
}
