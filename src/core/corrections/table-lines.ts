import type { Field, IndicatorTable, UnrecognisedReason } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import { push } from "../model/push.ts";
import type { Area } from "../workbook/address.ts";
import { bare, lineKey, subjectKey } from "./reading-correction.ts";

/** A printed column or row of indicators, as a person would point at it. */
export interface TableLine {
  /** Of a table with indicators in rows, both its rows (which say the indicator) and its columns (which say the measure). */
  readonly kind: "column" | "row";
  readonly key: string;
  readonly path: readonly string[];
  readonly nth: number;
  readonly area: Area;
  /** The fields read from it; empty where it was not understood. */
  readonly fields: readonly Field[];
  /** Why it was not understood; null where it was. */
  readonly reason: UnrecognisedReason | null;
}

export interface TableSubject {
  readonly key: string;
  readonly nth: number;
  readonly subject: Subject;
}

type Draft = Omit<TableLine, "key" | "nth">;

/** The lines of each table of one sheet, in reading order, each with the key a correction of it has. */
export function linesOfSheet(tables: readonly IndicatorTable[]): readonly (readonly TableLine[])[] {
  const seen = new Map<string, number>();
  return tables.map((table) =>
    draftsOf(table).map((draft) => {
      const nth = count(seen, draft.path.map(bare).join("\n"));
      return { ...draft, nth, key: lineKey(table.sheet, draft.path, nth) };
    })
  );
}

/** The zones, totals and references of each table of one sheet; set-aside ones stand among the unrecognised parts. */
export function subjectsOfSheet(
  tables: readonly IndicatorTable[]
): readonly (readonly TableSubject[])[] {
  const seen = new Map<string, number>();
  return tables.map((table) => {
    const setAside = table.unrecognised
      .filter((part) => part.reason === "set-aside-zone")
      .map(({ area, text }) => ({ ...area, label: text, subject: null }));
    const places = [...table.subjects.map(placeOfSubject), ...setAside].sort(
      (a, b) => a.row - b.row || a.column - b.column
    );
    return places.flatMap(({ label, subject }) => {
      const nth = count(seen, bare(label));
      return subject === null ? [] : [{ subject, nth, key: subjectKey(table.sheet, label, nth) }];
    });
  });
}

function placeOfSubject(subject: Subject): {
  readonly row: number;
  readonly column: number;
  readonly label: string;
  readonly subject: Subject | null;
} {
  const { at, label } = subject;
  return at.kind === "sheet"
    ? { row: 0, column: 0, label, subject }
    : { row: at.row, column: at.column, label, subject };
}

function count(seen: Map<string, number>, key: string): number {
  const nth = seen.get(key) ?? 0;
  seen.set(key, nth + 1);
  return nth;
}

function draftsOf(table: IndicatorTable): readonly Draft[] {
  const read = table.orientation === "zones-in-rows" ? columnsOf(table) : crossedLines(table);
  const isRowwise = (area: Area): boolean =>
    area.columns > 1 || table.orientation === "zones-in-columns";
  const unread = table.unrecognised
    .filter(
      ({ area, reason }) =>
        reason === "set-aside" || (area.columns === 1 && area.rows > 1 && reason !== "stray-cells")
    )
    .map(({ area, reason, text }): Draft => ({
      kind: isRowwise(area) && area.rows === 1 ? "row" : "column",
      path: text.split(" / "),
      area,
      fields: [],
      reason,
    }));
  return [...read, ...unread].sort(
    (a, b) =>
      a.kind.localeCompare(b.kind) || a.area.row - b.area.row || a.area.column - b.area.column
  );
}

function columnsOf(table: IndicatorTable): readonly Draft[] {
  const bottom = table.area.row + table.area.rows;
  return table.fields.map((field) => ({
    kind: "column",
    path: field.path,
    area: {
      row: field.header.row,
      column: field.line,
      rows: Math.max(1, bottom - field.header.row),
      columns: 1,
    },
    fields: [field],
    reason: null,
  }));
}

/** Rows give the indicator, columns the measure: a field belongs to one of each. */
function crossedLines(table: IndicatorTable): readonly Draft[] {
  const rows = new Map<number, Field[]>();
  const columns = new Map<string, Field[]>();
  for (const field of table.fields) {
    const row = rowOf(table, field);
    if (row !== undefined) push(rows, row, field);
    push(columns, `${field.header.row},${field.header.column}`, field);
  }
  const tails = new Map<Field, number>();
  for (const fields of columns.values()) {
    const length = commonTail(fields.map(({ path }) => path));
    for (const field of fields) tails.set(field, length);
  }
  const bottom = table.area.row + table.area.rows;
  return [
    ...[...rows].map(([row, fields]): Draft => {
      const [first] = fields;
      const path = first?.path ?? [];
      const own = path.slice(0, Math.max(1, path.length - ((first && tails.get(first)) ?? 0)));
      const area = { row, column: table.area.column, rows: 1, columns: table.area.columns };
      return { kind: "row", path: own, area, fields, reason: null };
    }),
    ...[...columns.values()].flatMap((fields): readonly Draft[] => {
      const [first] = fields;
      const length = (first && tails.get(first)) ?? 0;
      if (first === undefined || length === 0) return [];
      const { row, column } = first.header;
      const area = { row, column, rows: Math.max(1, bottom - row), columns: 1 };
      return [{ kind: "column", path: first.path.slice(-length), area, fields, reason: null }];
    }),
  ];
}

/** The row of an indicator on the sheet. */
export function rowOf(table: IndicatorTable, field: Field): number | undefined {
  for (const cells of table.cells) {
    const at = cells[field.index]?.at;
    if (at !== undefined) return at.row;
  }
  return undefined;
}

/** How many texts at the end all paths share; the first text of a path is its row's own. */
function commonTail(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  let length = 0;
  while (
    length < first.length - 1 &&
    paths.every(
      (path) => length < path.length - 1 && path.at(-1 - length) === first.at(-1 - length)
    )
  ) {
    length += 1;
  }
  return length;
}
