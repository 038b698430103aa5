import { formatCell, formatColumn } from "../../core/index.ts";
import type { FormFoot, Look, SampleCell, SampleSheet, SampleValue } from "./sample-book.ts";
import { signatureLine } from "./sample-book.ts";

/** A row of a form with zones in rows. `members` of a total are the zone rows it adds up, in one run. */
export interface ZoneRow<Data> {
  readonly label: string;
  readonly kind: "zone" | "total" | "reference";
  readonly data: Data;
}

/** Where a column's cell stands, so that its formula can name its neighbours. */
interface Place<Data> {
  readonly row: ZoneRow<Data>;
  /** Cell of a column in this row: C6. */
  readonly cell: (key: string) => string;
  /** Cell of a column in the row with that label, its row held fast: C$17. */
  readonly fixed: (key: string, label: string) => string;
  /** The run from one row's cell to another's: C6:C15. */
  readonly run: (key: string, first: string, last: string) => string;
  /** The column's cells in the rows with those labels: ["C16", "C19"]. */
  readonly cells: (key: string, labels: readonly string[]) => readonly string[];
}

export interface ZoneColumn<Data> {
  readonly key: string;
  readonly name: string;
  /** Number format; numbers of a row may carry their own. */
  readonly format: string;
  readonly width?: number;
  readonly value: (data: Data, place: Place<Data>) => SampleValue;
  readonly formatOf?: (row: ZoneRow<Data>) => string | undefined;
}

export interface ZoneForm<Data> {
  readonly sheet: string;
  readonly annex: string;
  readonly title: string;
  readonly reporter: string;
  readonly units: string;
  readonly groups: readonly {
    readonly name: string;
    readonly columns: readonly ZoneColumn<Data>[];
  }[];
  readonly rows: readonly ZoneRow<Data>[];
  readonly foot: FormFoot;
}

const HEADER_ROW = 3;
const FIRST_ROW = 5;
const FIRST_COLUMN = 2;

/** Lays out a form with zones in rows under a merged two-row header: 序号, 开发区, then groups of columns. */
export function buildZoneForm<Data>(form: ZoneForm<Data>): SampleSheet {
  const cells = new Map<string, SampleCell>();
  const merges: string[] = [];
  const columns = form.groups.flatMap((group) => group.columns);
  const lastColumn = FIRST_COLUMN + columns.length - 1;
  const put = (row: number, column: number, value: SampleValue, look: Look, format?: string) => {
    cells.set(
      formatCell({ row, column }),
      format === undefined ? { value, look } : { value, look, format }
    );
  };
  const merge = (row: number, column: number, lastRow: number, last: number) => {
    if (row === lastRow && column === last) return;
    merges.push(`${formatCell({ row, column })}:${formatCell({ row: lastRow, column: last })}`);
  };

  put(0, 0, form.annex, "annex");
  put(1, 0, form.title, "title");
  merge(1, 0, 1, lastColumn);
  const half = Math.max(1, lastColumn - 3);
  put(2, 0, `填报单位:${form.reporter}(盖章)`, "line-left");
  merge(2, 0, 2, half - 1);
  put(2, half, `单位:${form.units}`, "line-right");
  merge(2, half, 2, lastColumn);

  for (const [column, name] of ["序号", "开发区"].entries()) {
    put(HEADER_ROW, column, name, "header");
    put(HEADER_ROW + 1, column, null, "header");
    merge(HEADER_ROW, column, HEADER_ROW + 1, column);
  }
  let at = FIRST_COLUMN;
  for (const group of form.groups) {
    merge(HEADER_ROW, at, HEADER_ROW, at + group.columns.length - 1);
    for (const [index, column] of group.columns.entries()) {
      put(HEADER_ROW, at + index, index === 0 ? group.name : null, "header");
      put(HEADER_ROW + 1, at + index, column.name, "header");
    }
    at += group.columns.length;
  }

  const rowOf = (label: string) => {
    const index = form.rows.findIndex((row) => row.label === label);
    if (index < 0) throw new Error(`No row ${label} in ${form.sheet}`);
    return FIRST_ROW + index;
  };
  const columnOf = (key: string) => {
    const index = columns.findIndex((column) => column.key === key);
    if (index < 0) throw new Error(`No column ${key} in ${form.sheet}`);
    return FIRST_COLUMN + index;
  };
  let serial = 0;
  for (const [index, row] of form.rows.entries()) {
    const r = FIRST_ROW + index;
    const isZone = row.kind === "zone";
    if (isZone) serial += 1;
    put(r, 0, isZone ? serial : null, isZone ? "centre" : "total-centre");
    put(r, 1, row.label, isZone ? "name" : "total-name");
    const place: Place<Data> = {
      row,
      cell: (key) => formatCell({ row: r, column: columnOf(key) }),
      fixed: (key, label) => `${formatColumn(columnOf(key))}$${rowOf(label) + 1}`,
      run: (key, first, last) =>
        `${formatCell({ row: rowOf(first), column: columnOf(key) })}:${formatCell({ row: rowOf(last), column: columnOf(key) })}`,
      cells: (key, labels) =>
        labels.map((label) => formatCell({ row: rowOf(label), column: columnOf(key) })),
    };
    for (const [offset, column] of columns.entries()) {
      const value = column.value(row.data, place);
      const isText = typeof value === "string";
      const look: Look = isZone
        ? isText
          ? "centre"
          : "number"
        : isText
          ? "total-centre"
          : "total-number";
      const format = isText ? undefined : (column.formatOf?.(row) ?? column.format);
      put(r, FIRST_COLUMN + offset, value, look, format);
    }
  }

  const foot = FIRST_ROW + form.rows.length;
  const lines = [...form.foot.notes, signatureLine(form.foot.reportedOn)];
  for (const [index, text] of lines.entries()) {
    put(foot + index, 0, text, "note");
    merge(foot + index, 0, foot + index, lastColumn);
  }
  return {
    name: form.sheet,
    cells,
    merges,
    widths: [5, 13, ...columns.map((column) => column.width ?? 9)],
    frozen: { rows: FIRST_ROW, columns: FIRST_COLUMN },
    titleRows: `${HEADER_ROW + 1}:${HEADER_ROW + 2}`,
    printArea: `A1:${formatCell({ row: foot + lines.length - 1, column: lastColumn })}`,
    orientation: "landscape",
  };
}
