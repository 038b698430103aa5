import type {
  Applied,
  Book,
  EvaluationRequest,
  PlannedCell,
  ReadOptions,
  Result,
  WorkbookPort,
} from "../core/index.ts";
import { TEXT_SHEET, areaOfCell, findSheet } from "../core/index.ts";
import type { Composition, HouseStyle } from "../core/narrative/compose/index.ts";
import type { ComposeAnswer, Narrator } from "../core/narrative/narrator/index.ts";
import type { ActionResult } from "./action-result.ts";
import { nothingDone } from "./action-result.ts";

export interface ComposeOptions {
  /** null: the style of the city the workbook speaks of. */
  readonly style: HouseStyle | null;
  readonly rulesFile?: EvaluationRequest["rulesFile"];
  /** A text composed before in this style: what of it is out of date is told. */
  readonly earlier?: Composition | null;
  readonly reading?: ReadOptions;
}

/** 成文: reads the workbook, judges it, and writes the report's paragraphs. Nothing is written into the workbook. */
export async function compose(
  port: WorkbookPort,
  narrator: Narrator,
  { style, rulesFile = null, earlier = null, reading }: ComposeOptions
): Promise<Result<ComposeAnswer>> {
  const read = await port.read(reading);
  if (!read.ok) return read;
  return await narrator.compose({ book: read.value, rulesFile, style, earlier });
}

/** In characters: about a line of a printed page. */
const PAGE_WIDTH = 90;
/** Excel keeps so many characters in a cell. */
const CELL_LIMIT = 32_767;

export interface InsertedText {
  readonly sheet: string;
  readonly applied: Applied;
}

/** Writes a text into a new sheet at the end of the workbook, a paragraph a cell, as text whatever it begins with. */
export async function insertText(
  port: WorkbookPort,
  text: string
): Promise<ActionResult<InsertedText>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const sheet = freeName(read.value);
  const cells = text
    .split("\n")
    .flatMap(cellTexts)
    .map((part): readonly PlannedCell[] => [{ kind: "text", text: part, style: "prose" }]);
  const at = { row: 0, column: 0 };
  const applied = await port.apply([
    { kind: "ensure-sheet", sheet, contents: "keep" },
    { kind: "write-block", sheet, at, cells, columnWidths: [PAGE_WIDTH] },
    { kind: "select", sheet, area: areaOfCell(at) },
  ]);
  return applied.ok ? { ok: true, value: { sheet, applied: applied.value } } : applied;
}

/** 成文文稿, 成文文稿 2 …: what an earlier text was made into by its readers is not written over. */
function freeName(book: Book): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? TEXT_SHEET : `${TEXT_SHEET} ${number}`;
    if (findSheet(book, name) === undefined) return name;
  }
}

function cellTexts(paragraph: string): readonly string[] {
  const parts = [paragraph.slice(0, CELL_LIMIT)];
  for (let from = CELL_LIMIT; from < paragraph.length; from += CELL_LIMIT) {
    parts.push(paragraph.slice(from, from + CELL_LIMIT));
  }
  return parts;
}
