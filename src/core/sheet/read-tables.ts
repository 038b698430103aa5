import { applyCorrections } from "../corrections/apply-corrections.ts";
import type { ReadingCorrection } from "../corrections/reading-correction.ts";
import type { IndicatorTable, Unrecognised, UnrecognisedReason } from "../model/table.ts";
import { findSheet, type Book, type Sheet } from "../workbook/book.ts";
import { readRulesList } from "../rules/rules-lists.ts";
import { isOwnSheet } from "../workbook/own-sheets.ts";
import { notesOf, surround } from "./around.ts";
import { joinBrokenHeads } from "./broken-heads.ts";
import { splitCrossed } from "./crossed-groups.ts";
import { writeOutDittos } from "./ditto.ts";
import { cellIn, readGrid, type GridRow } from "./grid.ts";
import { readHeaderPaths } from "./header-paths.ts";
import { readIndicatorsInRows } from "./indicators-in-rows.ts";
import { findLongColumns } from "./long-columns.ts";
import { readLongForm } from "./long-form.ts";
import { findNameColumns } from "./name-columns.ts";
import { separateNamesakes } from "./namesakes.ts";
import { findProjectColumns } from "./project-columns.ts";
import type { Region } from "./region.ts";
import { areaOf, findRegions } from "./regions.ts";
import { readPeriodsInRows } from "./periods-in-rows.ts";
import type { SheetReading } from "./sheet-reading.ts";
import { readSurroundings, unitsIn, type Surroundings } from "./surroundings.ts";
import { isSentence } from "./row-kinds.ts";
import { createWords, type Words } from "./words.ts";
import { joinSplitName } from "./split-names.ts";
import type { Layout } from "./layout.ts";
import { asTargets } from "./table-of-targets.ts";
import { withTierHeads } from "./tier-heads.ts";
import { readZonesInRows } from "./zones-in-rows.ts";
import { separateZonesOfOnePlace } from "./zones-of-one-place.ts";

export interface ReadTablesOptions {
  /** Sheets to read, by name; null: all. Our own sheets and lists of targets are never read. */
  readonly sheets: readonly string[] | null;
  /** What the user says the sheets mean, kept with the workbook. */
  readonly corrections?: readonly ReadingCorrection[];
}

/** Reads the indicator tables of a workbook, sheet by sheet in the order of the book. */
export function readTables(book: Book, options: ReadTablesOptions): readonly SheetReading[] {
  const readings = book.sheets
    .filter((sheet) => options.sheets?.includes(sheet.name) ?? true)
    .filter((sheet) => !isOwnSheet(sheet.name) && readRulesList(sheet) === null)
    .map((sheet) => readSheet(sheet, book.name));
  return separateNamesakes(separateZonesOfOnePlace(readings)).map((reading) => {
    const sheet = findSheet(book, reading.sheet);
    if (sheet === undefined) return reading;
    const tables = applyCorrections(reading.tables, sheet, options.corrections ?? []);
    return { ...reading, tables };
  });
}

function readSheet(sheet: Sheet, book: string): SheetReading {
  const words = createWords();
  const rows = writeOutDittos(readGrid(sheet));
  const { regions, strays, notes: noteRows } = findRegions(rows, words);
  const notes = noteRows.map((row) => row.cells.map((cell) => cell.text).join(" "));
  const tables: IndicatorTable[] = [];
  const unrecognised: Unrecognised[] = [];
  let before: Surroundings | null = null;
  for (const region of regions) {
    const ownNotes = notesOf(region, regions, noteRows);
    const surroundings: Surroundings = readSurroundings(
      region.preamble,
      { sheet: sheet.name, book },
      before,
      words,
      ownNotes.filter(({ text }) => /单位/u.test(text)).flatMap(({ text }) => unitsIn(text))
    );
    before = surroundings;
    for (const [part, table] of readRegion({ sheet, region, surroundings, words, notes })) {
      if (typeof table === "string")
        unrecognised.push(refused([...part.header, ...part.data], table));
      else
        tables.push(asTargets(surround(table, part, ownNotes, words, surroundings.indicatorName)));
    }
  }
  unrecognised.push(...strayBlocks(strays));
  const parts = unrecognised.sort((a, b) => a.area.row - b.area.row);
  return {
    sheet: sheet.name,
    tables,
    unrecognised: isPicture(sheet, rows) ? pictureIn(parts) : parts,
  };
}

/** More lines than these are a text of their own, not the title of a picture. */
const MOST_TITLE_ROWS = 3;

/** A sheet with a title and not one number, or with nothing but a drawing on it. */
function isPicture(sheet: Sheet, rows: readonly GridRow[]): boolean {
  if (rows.length === 0) return sheet.hasDrawing === true;
  return (
    rows.length <= MOST_TITLE_ROWS &&
    !rows.some(isSentence) &&
    rows.every(({ cells }) => cells.every((cell) => cell.kind === "text" && cells.length <= 2))
  );
}

function pictureIn(parts: readonly Unrecognised[]): readonly Unrecognised[] {
  const [first] = parts;
  const area = first?.area ?? { row: 0, column: 0, rows: 1, columns: 1 };
  return [{ area, reason: "picture", text: first?.text ?? "" }];
}

type Reading = readonly [part: Region, table: IndicatorTable | UnrecognisedReason];

function readRegion(read: Omit<Layout, "paths" | "names">): readonly Reading[] {
  const { region } = read;
  const words = withTierHeads(read.words, region);
  const place = { ...read, words };
  const paths = joinBrokenHeads(readHeaderPaths(region, words).map(joinSplitName), region, words);
  const isOther =
    findProjectColumns(region, paths, words) !== undefined ||
    isList(region, words) ||
    findLongColumns(region, paths, words) !== undefined;
  const crossed = isOther ? undefined : splitCrossed(region, paths, words);
  if (crossed === undefined) return [[region, readUnder({ ...place, paths })]];
  return crossed.map((group) => [group.region, readUnder({ ...place, ...group })]);
}

function readUnder(place: Omit<Layout, "names">): IndicatorTable | UnrecognisedReason {
  const { region, paths, words } = place;
  const projects = findProjectColumns(region, paths, words);
  // Rows of other lists are neither zones nor indicators nor projects.
  if (projects === undefined && isList(region, words)) return "unsupported-layout";
  const long = projects === undefined ? findLongColumns(region, paths, words) : undefined;
  if (long !== undefined) {
    const read = long.indicator === null ? readPeriodsInRows : readLongForm;
    return read(place, long) ?? "unsupported-layout";
  }
  const names = projects ?? findNameColumns(region, paths, words);
  if (names === undefined) return "no-header";
  const layout: Layout = { ...place, names };
  const table =
    names.names === "indicators" ? readIndicatorsInRows(layout) : readZonesInRows(layout);
  return table.fields.length === 0 || table.subjects.length === 0 ? "unsupported-layout" : table;
}

/** 项目名称 heads a list of projects, unless what stands under it are indicators of the forms. */
function isList(region: Region, words: Words): boolean {
  const heads = region.header.flatMap((row) =>
    row.cells.filter((cell) => words(cell.text).isListHead)
  );
  return heads.some(({ column }) => {
    // 企业 over numbers is a count of them, not a list of their names.
    const names = region.data
      .flatMap((row) => cellIn(row, column) ?? [])
      .filter((cell) => cell.kind === "text")
      .slice(0, 200);
    const known = names.filter((cell) => words(cell.text).hasIndicator);
    return names.length > 0 && known.length < names.length * 0.6;
  });
}

/** Neighbouring rows outside every table, as one part each; rows with numbers lack a header. */
function strayBlocks(strays: readonly GridRow[]): readonly Unrecognised[] {
  const blocks: GridRow[][] = [];
  for (const row of strays) {
    const block = blocks.at(-1);
    const last = block?.at(-1);
    if (block !== undefined && last !== undefined && row.row - last.row <= 1) block.push(row);
    else blocks.push([row]);
  }
  return blocks.map((block) => {
    const hasNumbers = block.some((row) => row.cells.some((cell) => cell.kind === "number"));
    return refused(block, hasNumbers && block.length > 1 ? "no-header" : "stray-cells");
  });
}

function refused(rows: readonly GridRow[], reason: UnrecognisedReason): Unrecognised {
  const text = rows
    .slice(0, 3)
    .flatMap((row) => row.cells.map((cell) => cell.text))
    .join(" ");
  return { area: areaOf(rows), reason, text: text.slice(0, 80) };
}
