/** The rows of a list of projects: the projects, the zone each lies in, and the sums between them. */

import { cleanLabel, normaliseText } from "../catalog/normalise.ts";
import { canonicalZoneName, isZoneLabel } from "../catalog/zones.ts";
import type { Unrecognised } from "../model/table.ts";
import { cellIn, type GridCell, type GridRow } from "./grid.ts";
import type { Layout } from "./layout.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import { isDataCell, isIndexRow } from "./row-kinds.ts";
import { readRowLabel, type RowLabel } from "./row-labels.ts";
import { unknownRow } from "./unknown-row.ts";

/** Rows of a list of projects: the projects with the zone each lies in, subtotals per zone, and totals. */
export function readProjectRows(
  layout: Layout,
  unrecognised: Unrecognised[]
): readonly { readonly row: GridRow; readonly draft: SubjectDraft }[] {
  const { region, names } = layout;
  const rows: { row: GridRow; draft: SubjectDraft }[] = [];
  let group: string | null = null;
  for (const row of region.data) {
    if (isIndexRow(row)) continue;
    const values = row.cells.filter(
      (cell) => !names.all.has(cell.column) && isDataCell(cell, layout.words)
    );
    const name = cellIn(row, names.column);
    const zone = names.groupColumn === null ? undefined : cellIn(row, names.groupColumn);
    const sum = row.cells.find((cell) => names.all.has(cell.column) && isSumText(cell));
    if (sum !== undefined) {
      const label = readRowLabel(sum.text, layout.surroundings.city);
      const own: string = zoneOf(sum.text.replace(/[小合总]计$/u, ""));
      if (zone !== undefined && zone !== sum) group = zoneOf(zone.text);
      else if (label.role === "subtotal" && own.length >= 2 && !OF_PAGE.test(own)) group = own;
      rows.push({ row, draft: draftOf(label, sum, label.role === "subtotal" ? group : null) });
      continue;
    }
    if (zone?.kind === "text") group = zoneOf(zone.text);
    const heading =
      name === undefined
        ? (zone ?? bandOf(row, layout))
        : isHeading(row, name, zone)
          ? name
          : undefined;
    if (heading?.kind === "text") {
      group = zoneOf(heading.text);
      // 一、河津开发区 with numbers beside it adds up the projects below.
      if (values.length > 0)
        rows.push({ row, draft: draftOf(subtotalLabel(heading.text), heading, group) });
      continue;
    }
    if (name?.kind !== "text") {
      if (values.length > 0) unrecognised.push(unknownRow(row));
      continue;
    }
    // 全区规上工业 below the firms of a list is what they are some of.
    const whole = readRowLabel(name.text, layout.surroundings.city);
    const isWhole = whole.role === "reference" && /^全/u.test(whole.name);
    rows.push({
      row,
      draft: isWhole
        ? draftOf(whole, name, null)
        : draftOf(projectLabel(name.text, group), name, group),
    });
  }
  return rows;
}

/** 本页小计 adds up what is printed above it, and names no zone. */
const OF_PAGE = /^(?:本页|本表|以上|前页|上页|当页|全部)$/u;

function isSumText(cell: GridCell): boolean {
  return (
    cell.kind === "text" &&
    /(?:合计|总计|共计|小计|汇总)(?:\([^)]*\))?$/u.test(normaliseText(cell.text))
  );
}

/** 一、先进制造业(3个) written across the columns of number and name. */
function bandOf(row: GridRow, { names }: Layout): GridCell | undefined {
  return row.cells.find(
    (cell) =>
      cell.kind === "text" &&
      names.all.has(cell.column) &&
      cell.column < names.column &&
      /^[((]?[一二三四五六七八九十]{1,3}[))、.]/u.test(normaliseText(cell.text))
  );
}

/** A zone's name where a project's is expected, with no number before it or a Chinese one. */
function isHeading(row: GridRow, name: GridCell, zone: GridCell | undefined): boolean {
  if (zone !== undefined || name.kind !== "text") return false;
  const serial = row.cells.find((cell) => cell.column < name.column);
  const isNumbered = serial !== undefined && /^\d+$/u.test(serial.text);
  const key = normaliseText(name.text).replace(/\([^)]*\)$/u, "");
  return !isNumbered && (isZoneLabel(key) || /^[一二三四五六七八九十]{1,3}、/u.test(key));
}

function zoneOf(text: string): string {
  return canonicalZoneName(text.replace(/[(（]\d+[个项][^)）]*[)）]$/u, ""));
}

function draftOf(label: RowLabel, cell: GridCell, group: string | null): SubjectDraft {
  const at = { kind: "cell", row: cell.row, column: cell.column } as const;
  return { label, at, group, kind: null };
}

function subtotalLabel(text: string): RowLabel {
  const label = cleanLabel(text);
  return { ...projectLabel(text, null), role: "subtotal", name: `${zoneOf(label)}小计`, label };
}

/** Two zones may have a project of the same name. */
function projectLabel(text: string, zone: string | null): RowLabel {
  const label = cleanLabel(text);
  return {
    role: "zone",
    name: zone === null ? label : `${zone}·${label}`,
    label,
    kind: null,
    reference: null,
    isUndecided: false,
    isPart: false,
  };
}
