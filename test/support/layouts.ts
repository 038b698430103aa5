import type { Evaluation } from "../../src/core/evaluation/evaluation.ts";
import type { FindingClass } from "../../src/core/findings/finding.ts";
import type { Area } from "../../src/core/workbook/address.ts";
import type { Sheet } from "../../src/core/workbook/book.ts";
import { sheetOf, type GridCell } from "./grid.ts";
import { toCell } from "./typed-sheet.ts";

/** Numbers of zones, before anyone has decided how the sheet is laid out. */
export interface Contents {
  readonly title: string;
  /** The line above the table: 单位:亿元. */
  readonly unitLine?: string;
  /** indicator/measure, with the unit in brackets where the header has it: 工业投资/同比(%). */
  readonly columns: readonly string[];
  /** 河津开发区|14.26|18.5 */
  readonly rows: readonly string[];
  readonly note?: string;
}

/** A laid out sheet, and the way back from a cell to what stands in it. */
export interface LaidOut {
  readonly layout: string;
  readonly sheet: Sheet;
  readonly nameOf: (area: Area) => string;
}

type LayOut = (contents: Contents) => LaidOut;

/** Every layout a situation is tried in. */
export const LAYOUTS: readonly (readonly [string, LayOut])[] = [
  ["two header rows", twoHeaderRows],
  ["one header row", oneHeaderRow],
  ["zones across", zonesAcross],
];

interface Parsed {
  readonly heads: readonly (readonly [indicator: string, measure: string])[];
  readonly names: readonly string[];
  readonly cells: readonly (readonly GridCell[])[];
}

function parse({ columns, rows }: Contents): Parsed {
  const parts = rows.map((row) => row.split("|"));
  return {
    heads: columns.map((column) => {
      const [indicator = "", measure = ""] = column.split("/");
      return [indicator, measure] as const;
    }),
    names: parts.map(([name = ""]) => name),
    cells: parts.map((row) => columns.map((_, place) => toCell(row[place + 1] ?? ""))),
  };
}

function above({ title, unitLine }: Contents): GridCell[][] {
  return [[title], ...(unitLine === undefined ? [] : [[unitLine]])];
}

function below({ note }: Contents): GridCell[][] {
  return note === undefined ? [] : [[note]];
}

function twoHeaderRows(contents: Contents): LaidOut {
  const { heads, names, cells } = parse(contents);
  const lines = above(contents);
  const first = heads.map(([indicator], place) =>
    heads[place - 1]?.[0] === indicator ? null : indicator
  );
  const grid = [
    ...lines,
    ["开发区", ...first],
    [null, ...heads.map(([, measure]) => measure)],
    ...names.map((name, row) => [name, ...(cells[row] ?? [])]),
    ...below(contents),
  ];
  return inRows("two header rows", grid, contents, { row: lines.length + 2, column: 1 });
}

function oneHeaderRow(contents: Contents): LaidOut {
  const { heads, names, cells } = parse(contents);
  const lines = above(contents);
  const grid = [
    ...lines,
    ["序号", "开发区名称", ...heads.map(([indicator, measure]) => `${indicator}${measure}`)],
    ...names.map((name, row) => [row + 1, name, ...(cells[row] ?? [])]),
    ...below(contents),
  ];
  return inRows("one header row", grid, contents, { row: lines.length + 1, column: 2 });
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

function inRows(
  layout: string,
  grid: readonly (readonly GridCell[])[],
  contents: Contents,
  corner: Corner
): LaidOut {
  const { names } = parse(contents);
  return {
    layout,
    sheet: sheetOf("Sheet1", grid),
    nameOf: (area) =>
      nameArea(
        area.row < corner.row
          ? ["表头"]
          : range(area.row - corner.row, area.rows).map((row) => names[row] ?? "?"),
        range(area.column - corner.column, area.columns).map((at) => contents.columns[at] ?? "?")
      ),
  };
}

function zonesAcross(contents: Contents): LaidOut {
  const { heads, names, cells } = parse(contents);
  const lines = above(contents);
  const grid = [
    ...lines,
    ["指标", "项目", ...names],
    ...heads.map(([indicator, measure], at) => [
      heads[at - 1]?.[0] === indicator ? null : indicator,
      measure,
      ...cells.map((row) => row[at] ?? null),
    ]),
    ...below(contents),
  ];
  const corner = { row: lines.length + 1, column: 2 };
  return {
    layout: "zones across",
    sheet: sheetOf("Sheet1", grid),
    nameOf: (area) =>
      nameArea(
        range(area.column - corner.column, area.columns).map((at) => names[at] ?? "?"),
        range(area.row - corner.row, area.rows).map((row) => contents.columns[row] ?? "?")
      ),
  };
}

function range(start: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => start + place);
}

/** One cell by zone and column; several by what they have in common. */
function nameArea(names: readonly string[], columns: readonly string[]): string {
  const who = names.length === 1 ? names[0] : "*";
  const what = columns.length === 1 ? columns[0] : "*";
  return `${who ?? ""} ${what ?? ""}`;
}

/** Findings as "severity code zone indicator/measure", whatever the layout. */
export function namedLines(
  evaluation: Evaluation,
  laidOut: LaidOut,
  classes: readonly FindingClass[] = ["consistency", "quality"]
): readonly string[] {
  return evaluation.findings
    .filter((finding) => classes.includes(finding.class))
    .map(({ severity, code, at }) => `${severity} ${code} ${laidOut.nameOf(at.area)}`)
    .sort();
}
