import type { Address, Book, CellRef, CellValue, Evaluation } from "../../../src/core/index.ts";
import { FLAG_LOOKS, evaluate, formatCell, planFlags } from "../../../src/core/index.ts";
import { asTested } from "../../../src/core/findings/cause-words.ts";
import type { Engine } from "../../../src/workbench/engine/engine.ts";
import { loadEngine } from "../../support/engine.ts";
import { packageBookOf } from "../../support/package-book.ts";

/** A cell by its sheet and its A1 name: 表1 D5. */
export type Place = string;

/** An edit of one cell. */
export interface Edit {
  readonly sheet: string;
  readonly cell: CellRef;
  readonly value: CellValue;
}

export function evaluated(book: Book): Evaluation {
  const result = evaluate({ book, rulesFile: null, sheets: null });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** A spreadsheet that holds the book, with the flags of its evaluation. */
export function openFlagged(book: Book): Engine {
  const engine = loadEngine().createNodeEngine(packageBookOf(book));
  for (const intent of planFlags(evaluated(book), null)) {
    if (intent.kind !== "put-flags") continue;
    const id = engine.sheets().find(({ name }) => name === intent.sheet)?.id ?? "";
    for (const { areas, formula, style } of [...intent.flags].reverse()) {
      engine.addConditionalFormat(id, { areas, formula, look: FLAG_LOOKS[style] });
    }
  }
  return engine;
}

/** Types into cells, and gives back what takes that back. */
export function typeAll(engine: Engine, edits: readonly Edit[]): () => void {
  const write = (all: readonly Edit[]): void => {
    for (const { sheet, cell, value } of all) {
      engine.writeCells(idOf(engine, sheet), cell, [[{ kind: "value", value }]], "user");
    }
  };
  const before = edits.map(({ sheet, cell }): Edit => {
    const area = { ...cell, rows: 1, columns: 1 };
    const value = engine.readValues(idOf(engine, sheet), area)[0]?.[0] ?? null;
    return { sheet, cell, value };
  });
  write(edits);
  return () => {
    write([...before].reverse());
  };
}

function idOf(engine: Engine, sheet: string): string {
  return engine.sheets().find(({ name }) => name === sheet)?.id ?? "";
}

/** Which of the cells of every sheet are painted. */
export async function paintedOn(
  engine: Engine,
  rows: number,
  columns: number
): Promise<readonly Place[]> {
  await engine.settled();
  const cells = Array.from({ length: rows * columns }, (_, i) => ({
    row: Math.floor(i / columns),
    column: i % columns,
  }));
  const painted = await Promise.all(
    engine.sheets().map(async ({ id, name }) => {
      const applied = await Promise.all(
        cells.map((cell) => engine.appliedConditionalFormats(id, cell))
      );
      return cells
        .filter((_, index) => applied[index]?.length !== 0)
        .map((cell) => `${name} ${formatCell(cell)}`);
    })
  );
  return painted.flat();
}

/** What fails in a book, by the cells whose own test fails. */
export interface Failing {
  /** Where each finding was tested, and where it is told: elsewhere, where another cell is its root cause. */
  readonly told: ReadonlyMap<Place, Place>;
  /** What follows from another finding and is not told by itself. */
  readonly folded: ReadonlySet<Place>;
  /** Sheets and codes of columns that no longer show what they hold to, as told by the numbers that fit. */
  readonly open: ReadonlySet<string>;
}

export function failingIn(book: Book, codes: ReadonlySet<string>): Failing {
  const { findings, notEvaluable } = evaluated(book);
  const shown = findings.filter(
    ({ code, severity }) =>
      code === "target-unmet" || code === "target-behind-pace" || severity !== "information"
  );
  const told = shown
    .filter(({ code }) => codes.has(code))
    .flatMap((finding) => {
      const places = cellsOf(finding.at);
      return cellsOf(asTested(finding).at).map((place, index) => {
        return [place, places[index] ?? place] as const;
      });
    });
  const folded = findings
    .flatMap(({ consequences }) => consequences)
    .filter(({ code }) => codes.has(code))
    .flatMap(({ at }) => cellsOf(at));
  const open = notEvaluable
    .filter(({ reason }) => reason === "relation-not-established")
    .map(({ at, check }) => `${at.sheet} ${check}`);
  return { told: new Map(told), folded: new Set(folded), open: new Set(open) };
}

function cellsOf({ sheet, area }: Address): readonly Place[] {
  return Array.from(
    { length: area.rows * area.columns },
    (_, i) =>
      `${sheet} ${formatCell({
        row: area.row + Math.floor(i / area.columns),
        column: area.column + (i % area.columns),
      })}`
  );
}
