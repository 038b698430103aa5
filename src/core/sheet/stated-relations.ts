import type { StatedRelation, TableNote } from "../model/around.ts";
import type { IndicatorTable, Unrecognised } from "../model/table.ts";
import type { HeaderPath } from "./header-paths.ts";
import { readHeaderPaths } from "./header-paths.ts";
import { findFormLines, resolveRelation } from "./relation-lines.ts";
import { readRelations, RELATION_HEAD, type ReadRelation } from "./relation-text.ts";
import type { Region } from "./region.ts";
import { isIndexRow } from "./row-kinds.ts";
import type { Words } from "./words.ts";

interface StatedRelations {
  readonly relations: readonly StatedRelation[];
  /** Relations nobody could read, and those with another table: they are not judged. */
  readonly unrecognised: readonly Unrecognised[];
}

/** A relation outside a paragraph of relations is one only where it says so by codes: 01=02+03, 3列=1列-2列. */
const BY_CODE = /(?:^|[^\d.])(?:0\d|\(\d{1,2}\)|\d{1,3}[行列栏])(?:[+-][^=≥≤<>]*)?[=≥≤<>]/u;

/** The relations the notes of a table state, and those its 栏次 row states (3=1-2). */
export function readStatedRelations(
  table: IndicatorTable,
  region: Region,
  notes: readonly TableNote[],
  words: Words
): StatedRelations {
  const paths: readonly HeaderPath[] = readHeaderPaths(region, words);
  const lines = findFormLines(region, paths);
  const relations: StatedRelation[] = [];
  const unrecognised: Unrecognised[] = [];
  for (const { note, read, isAsked } of readNotes([...notes, ...indexCells(region)])) {
    const { row, column } = note.at;
    const area = { row, column, rows: 1, columns: 1 };
    if (read.kind === "quotient") continue;
    if (read.kind === "between") {
      unrecognised.push({ area, reason: "relation-between-tables", text: read.words });
      continue;
    }
    const resolved =
      read.kind === "relation" ? resolveRelation(read.relation, lines, note.at, table) : undefined;
    if (resolved !== undefined) relations.push(resolved);
    else if (isAsked && !isOfMembers(read)) {
      const text = read.kind === "relation" ? read.relation.words : read.words;
      unrecognised.push({ area, reason: "stated-relation", text });
    }
  }
  return { relations, unrecognised };
}

interface NotedRelation {
  readonly note: TableNote;
  readonly read: ReadRelation;
  /** It stands in a paragraph of relations: if it cannot be read, that is told. */
  readonly isAsked: boolean;
}

/** A paragraph of relations goes on over the lines below it until another paragraph opens. */
function readNotes(notes: readonly TableNote[]): readonly NotedRelation[] {
  const found: NotedRelation[] = [];
  let isAsked = false;
  for (const note of notes) {
    if (RELATION_HEAD.test(note.text)) isAsked = true;
    else if (/^\s*(?:注|说明|备注|填表|填报|单位|指标解释)/u.test(note.text)) isAsked = false;
    const isCoded = BY_CODE.test(note.text.normalize("NFKC").replace(/\s/gu, ""));
    if (!isAsked && !isCoded) continue;
    for (const read of readRelations(note.text)) {
      const isRead = read.kind === "relation";
      if (isAsked || (isRead && isCoded)) found.push({ note, read, isAsked });
    }
  }
  return found;
}

/** 合计=各开发区之和 is what every total is held to anyway. */
function isOfMembers(read: ReadRelation): boolean {
  return (
    read.kind === "relation" &&
    [...read.relation.left, ...read.relation.right].some((term) =>
      /^(?:各|所有|全部)/u.test(term.code)
    )
  );
}

function indexCells(region: Region): readonly TableNote[] {
  const row = [...region.header, ...region.data.slice(0, 1)].find(isIndexRow);
  return (row?.cells ?? [])
    .filter((cell) => cell.kind === "text" && /[=＝]/u.test(cell.text))
    .map((cell) => ({
      text: asColumns(cell.text),
      at: { row: cell.row, column: cell.column },
    }));
}

/** The numbers of a 栏次 row are columns: 3=1-2 is 3栏=1栏-2栏. */
function asColumns(text: string): string {
  return text.normalize("NFKC").replace(/\((\d+)\)|(\d+)/gu, "$1$2栏");
}
