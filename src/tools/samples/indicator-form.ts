import { formatCell } from "../../core/index.ts";
import type { FormFoot, Look, SampleCell, SampleSheet, SampleValue } from "./sample-book.ts";
import { signatureLine } from "./sample-book.ts";

/** A form with indicators in rows: one zone a sheet, or a list of problems. */
export interface IndicatorForm {
  readonly sheet: string;
  readonly annex: string;
  readonly title: string;
  readonly reporter: string;
  readonly units: string;
  readonly header: readonly string[];
  /** The 甲 乙 丙 1 2 3 row of statutory forms, or null. */
  readonly numbering: readonly (string | number)[] | null;
  readonly rows: readonly {
    readonly cells: readonly SampleValue[];
    /** Number format of the row's levels and of its rates. */
    readonly level: string;
    readonly isTotal?: true;
  }[];
  /** What each column after the first holds: a level, a rate, or text. */
  readonly kinds: readonly ("level" | "rate" | "text")[];
  readonly widths: readonly number[];
  readonly foot: FormFoot;
}

const HEADER_ROW = 3;

/** Lays out a form with indicators in rows. */
export function buildIndicatorForm(form: IndicatorForm): SampleSheet {
  const cells = new Map<string, SampleCell>();
  const merges: string[] = [];
  const last = form.header.length - 1;
  const put = (row: number, column: number, value: SampleValue, look: Look, format?: string) => {
    cells.set(
      formatCell({ row, column }),
      format === undefined ? { value, look } : { value, look, format }
    );
  };
  const mergeRow = (row: number, first: number, to: number) => {
    if (first < to)
      merges.push(`${formatCell({ row, column: first })}:${formatCell({ row, column: to })}`);
  };
  put(0, 0, form.annex, "annex");
  put(1, 0, form.title, "title");
  mergeRow(1, 0, last);
  put(2, 0, `填报单位:${form.reporter}(盖章)`, "line-left");
  mergeRow(2, 0, last - 3);
  put(2, last - 2, `单位:${form.units}`, "line-right");
  mergeRow(2, last - 2, last);
  for (const [column, name] of form.header.entries()) put(HEADER_ROW, column, name, "header");
  const numberingRows = form.numbering === null ? 0 : 1;
  for (const [column, name] of (form.numbering ?? []).entries())
    put(HEADER_ROW + 1, column, name, "header");

  const first = HEADER_ROW + 1 + numberingRows;
  for (const [index, row] of form.rows.entries()) {
    for (const [column, value] of row.cells.entries()) {
      const kind = column === 0 ? "text" : (form.kinds[column - 1] ?? "text");
      const isText = typeof value === "string" || kind === "text";
      const look: Look = column === 0 ? "name" : isText ? "centre" : "number";
      const format = isText ? undefined : kind === "rate" ? "0.00" : row.level;
      put(first + index, column, value, row.isTotal === true ? totalLook(look) : look, format);
    }
  }
  const foot = first + form.rows.length;
  const lines = [...form.foot.notes, signatureLine(form.foot.reportedOn)];
  for (const [index, text] of lines.entries()) {
    put(foot + index, 0, text, "note");
    mergeRow(foot + index, 0, last);
  }
  return {
    name: form.sheet,
    cells,
    merges,
    widths: form.widths,
    frozen: { rows: first, columns: 1 },
    titleRows: `${HEADER_ROW + 1}:${first}`,
    printArea: `A1:${formatCell({ row: foot + lines.length - 1, column: last })}`,
    orientation: "landscape",
  };
}

function totalLook(look: Look): Look {
  if (look === "name") return "total-name";
  return look === "number" ? "total-number" : "total-centre";
}
