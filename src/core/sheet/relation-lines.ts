import { normaliseText } from "../catalog/normalise.ts";
import { stripLeadIn } from "../catalog/phrase.ts";
import type { RelationTerm, StatedRelation } from "../model/around.ts";
import type { IndicatorTable } from "../model/table.ts";
import type { CellRef } from "../workbook/address.ts";
import { cellIn } from "./grid.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Region } from "./region.ts";
import type { WrittenRelation, WrittenTerm } from "./relation-text.ts";
import { isIndexRow } from "./row-kinds.ts";

/** The rows and columns of a table by the numbers and names its form gives them; null where two share one. */
export interface FormLines {
  readonly rowCodes: ReadonlyMap<string, number | null>;
  readonly columnCodes: ReadonlyMap<string, number | null>;
  readonly rowNames: ReadonlyMap<string, number | null>;
  readonly columnNames: ReadonlyMap<string, number | null>;
}

/** Heads of the columns that number the rows, the surest first. */
const CODE_HEADS: readonly RegExp[] = [/^(?:行次|行号)$/u, /代码$|^编码$|^编号$/u, /^序号$/u];

export function findFormLines(region: Region, paths: readonly HeaderPath[]): FormLines {
  return {
    rowCodes: rowCodesOf(region, paths),
    columnCodes: columnCodesOf(region),
    rowNames: rowNamesOf(region),
    columnNames: namesOf(
      paths.flatMap((path) => {
        const text = path.texts.at(-1);
        return text === undefined || !path.isOwn ? [] : [[text, path.column] as const];
      })
    ),
  };
}

function rowCodesOf(region: Region, paths: readonly HeaderPath[]): FormLines["rowCodes"] {
  const column = CODE_HEADS.flatMap((head) =>
    paths.filter((path) => path.texts.some((text) => head.test(normaliseText(text))))
  )[0]?.column;
  const codes = new Map<string, number | null>();
  if (column === undefined) return codes;
  for (const row of region.data) {
    const cell = cellIn(row, column);
    if (cell !== undefined && !isIndexRow(row)) add(codes, codeKey(cell.text), row.row);
  }
  return codes;
}

/** 甲 | 乙 | 1 | 2 | 3=1-2 under the header. */
function columnCodesOf(region: Region): FormLines["columnCodes"] {
  const codes = new Map<string, number | null>();
  const row = [...region.header, ...region.data.slice(0, 1)].find(isIndexRow);
  for (const cell of row?.cells ?? []) {
    const code = codeKey(cell.text.replace(/[=＝].*$/u, ""));
    if (code !== "") add(codes, code, cell.column);
  }
  return codes;
}

function rowNamesOf(region: Region): FormLines["rowNames"] {
  return namesOf(
    region.data.flatMap((row) =>
      row.cells
        .filter((cell) => cell.kind === "text" && !/^[\d.,%-]+$/u.test(cell.text))
        .slice(0, 2)
        .map((cell) => [cell.text, row.row] as const)
    )
  );
}

function namesOf(
  entries: readonly (readonly [string, number])[]
): ReadonlyMap<string, number | null> {
  const names = new Map<string, number | null>();
  for (const [text, line] of entries) add(names, nameKey(text), line);
  return names;
}

function add(map: Map<string, number | null>, key: string, line: number): void {
  const before = map.get(key);
  map.set(key, before === undefined || before === line ? line : null);
}

/** 01, (1) and 1 are one number. */
function codeKey(text: string): string {
  const key = normaliseText(text).replace(/[()第行列栏]/gu, "");
  return /^\d+$/u.test(key) ? String(Number(key)) : key;
}

/** 其中:规上企业(户) is 规上企业. */
function nameKey(text: string): string {
  return stripLeadIn(normaliseText(text)).replace(/\([^()]*\)$/u, "");
}

/** A written relation as lines of the table; undefined where a number or name stands for none of them. */
export function resolveRelation(
  written: WrittenRelation,
  lines: FormLines,
  at: CellRef,
  table: IndicatorTable
): StatedRelation | undefined {
  const terms = [...written.left, ...written.right];
  const told = terms.find((term) => term.axis !== null)?.axis ?? null;
  const found = (["rows", "columns"] as const).flatMap((axis) => {
    if (told !== null && axis !== told) return [];
    const left = written.left.map((term) => lineOf(term, axis, lines));
    const right = written.right.map((term) => lineOf(term, axis, lines));
    if (![...left, ...right].every(isLine)) return [];
    const { comparison, words } = written;
    return [
      { axis, comparison, left: left.filter(isLine), right: right.filter(isLine), words, at },
    ];
  });
  const [first, second] = found;
  if (first === undefined || second === undefined) return first;
  // 01 is a row, (3) a column, wherever a form numbers both; else what more of the numbers follow.
  if (terms.some((term) => /^0/u.test(term.code))) return first;
  if (terms.some((term) => term.isBracketed)) return second;
  return fitOf(second, table) > fitOf(first, table) ? second : first;
}

function isLine(term: RelationTerm | undefined): term is RelationTerm {
  return term !== undefined;
}

function lineOf(
  term: WrittenTerm,
  axis: StatedRelation["axis"],
  lines: FormLines
): RelationTerm | undefined {
  const isNumber = /\d$/u.test(term.code) && !/\p{Script=Han}/u.test(term.code);
  const codes = axis === "rows" ? lines.rowCodes : lines.columnCodes;
  const names = axis === "rows" ? lines.rowNames : lines.columnNames;
  const line = isNumber ? codes.get(codeKey(term.code)) : names.get(nameKey(term.code));
  return line === undefined || line === null
    ? undefined
    : { code: term.code, line, sign: term.sign };
}

/** The part of a table's lines of which a relation holds, to within rounding at a glance. */
function fitOf(relation: StatedRelation, table: IndicatorTable): number {
  const lines = new Map<number, Map<number, number>>();
  for (const cell of table.cells.flat()) {
    if (cell?.content.kind !== "number") continue;
    const { row, column } = cell.at;
    const [across, along] = relation.axis === "rows" ? [column, row] : [row, column];
    const line = lines.get(across) ?? new Map<number, number>();
    if (!line.has(along)) line.set(along, cell.content.stated.value);
    lines.set(across, line);
  }
  let [held, all] = [0, 0];
  for (const line of lines.values()) {
    const left = sumOf(relation.left, line);
    const right = sumOf(relation.right, line);
    if (left === undefined || right === undefined) continue;
    all += 1;
    const off = left - right;
    const near = 0.002 * Math.max(1, Math.abs(right));
    if (relation.comparison === "equal" ? Math.abs(off) <= near : off <= near) held += 1;
  }
  return all === 0 ? 0 : held / all;
}

function sumOf(
  terms: readonly RelationTerm[],
  line: ReadonlyMap<number, number>
): number | undefined {
  let sum = 0;
  for (const term of terms) {
    const value = line.get(term.line);
    if (value === undefined) return undefined;
    sum += term.sign * value;
  }
  return sum;
}
