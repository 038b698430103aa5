import type { Watched } from "../findings/watched.ts";
import type { CellRef } from "../workbook/address.ts";
import { areaOfCell } from "../workbook/address.ts";
import type { FlagStyle } from "../workbook/write-plan.ts";
import { cellAt } from "../workbook/book.ts";
import { singleCell } from "./cell-test.ts";
import type { Mark } from "./mark.ts";
import type { NativeFormula } from "./native-formula.ts";
import type { Scene, Term, Written } from "./term.ts";
import { detailOf, termsOf, writtenOf } from "./watch-test.ts";

/** How a cell is marked once its test fails. */
export function styleOfWatched(watched: Watched): FlagStyle {
  if ("severity" in watched) return watched.severity;
  if (watched.kind === "target" || watched.kind === "pace") return "unmet";
  return watched.kind === "growth" ? "warning" : "error";
}

/** A watched cell with the numbers of its test. */
interface Watch {
  readonly watched: Watched;
  readonly cell: CellRef;
  readonly terms: readonly Term[];
  /** Marks whose shapes are equal differ in their row, and in the digits of their numbers, alone. */
  readonly shape: string;
  /** filled: what stands there does not fail · open: the number, or the word, is still to be typed. */
  readonly standing: "filled" | "open";
}

/**
 * The marks of cells that do not fail now and may once cells change. None of their tests is true at the moment, so that
 * what is painted is what the evaluation names. Cells of a column whose tests differ in their row alone share one test.
 */
export function watchedMarks(watched: readonly Watched[], scene: Scene): readonly Mark[] {
  const watches = withOtherWords(watched).flatMap((each) => watchOf(each, scene) ?? []);
  const usual = usualHalves(watches);
  const tests = new Map<string, { readonly test: NativeFormula; readonly cell: CellRef }>();
  return watches.flatMap((watch): readonly Mark[] => {
    const fitting =
      fittingTest(withHalves(watch, usual.get(watch.shape) ?? []), scene) ??
      fittingTest(watch, scene);
    if (fitting === undefined) return [];
    const known = tests.get(fitting.key) ?? { test: fitting.written.write(), cell: watch.cell };
    tests.set(fitting.key, known);
    return [
      {
        area: areaOfCell(watch.cell),
        style: styleOfWatched(watch.watched),
        test: known.test,
        writtenFor: known.cell,
        loose: null,
        unchanged: null,
      },
    ];
  });
}

/** A verdict may be retyped: whichever word its column uses, it must agree with the numbers. */
function withOtherWords(watched: readonly Watched[]): readonly Watched[] {
  const verdicts = watched.flatMap((each) => (each.kind === "verdict" ? [each] : []));
  const words = new Map<number, Map<string, "met" | "unmet">>();
  for (const { at, word, says } of verdicts) {
    const ofColumn = words.get(at.area.column) ?? new Map<string, "met" | "unmet">();
    words.set(at.area.column, ofColumn.set(word, says));
  }
  const others = verdicts.flatMap((verdict) =>
    [...(words.get(verdict.at.area.column) ?? [])]
      .filter(([word]) => word !== verdict.word)
      .map(([word, says]): Watched => ({ ...verdict, word, says }))
  );
  return [...watched, ...others];
}

function watchOf(watched: Watched, scene: Scene): Watch | undefined {
  const cell = singleCell(watched.at.area);
  if (cell === undefined) return undefined;
  const terms = termsOf(watched, cell, scene);
  // A number that is frozen under a condition is no beginning for a test to come.
  if (terms.some((term) => term.guards.length > 0)) return undefined;
  const [first] = terms;
  const isOpen =
    watched.kind === "verdict"
      ? cellAt(scene.sheet, cell.row, cell.column).value !== watched.word
      : watched.kind === "target" && first?.isOpen === true;
  const shape = `${watched.kind}|${cell.column}|${detailOf(watched)}|${placesOf(watched, terms, cell)}`;
  return { watched, cell, terms, shape, standing: isOpen ? "open" : "filled" };
}

/** The digits most cells of one shape have: one test for them, instead of one for every mixture of digits. */
function usualHalves(watches: readonly Watch[]): ReadonlyMap<string, readonly number[]> {
  const counts = new Map<string, Map<string, { count: number; halves: readonly number[] }>>();
  for (const { shape, terms } of watches) {
    const halves = terms.map((term) => term.half);
    const ofShape = counts.get(shape) ?? new Map<string, { count: number; halves: number[] }>();
    const key = halves.join("/");
    ofShape.set(key, { count: (ofShape.get(key)?.count ?? 0) + 1, halves });
    counts.set(shape, ofShape);
  }
  return new Map(
    [...counts].map(([shape, ofShape]) => {
      const [most] = [...ofShape.values()].sort((a, b) => b.count - a.count);
      return [shape, most?.halves ?? []];
    })
  );
}

function withHalves(watch: Watch, halves: readonly number[]): Watch {
  const terms = watch.terms.map((term, index) => ({ ...term, half: halves[index] ?? term.half }));
  return { ...watch, terms };
}

/** The watch's test, if it is not true now; its key tells it from the others of the sheet. */
function fittingTest(
  watch: Watch,
  scene: Scene
): { readonly written: Written; readonly key: string } | undefined {
  const written = writtenOf(watch.watched, watch.cell, watch.terms, scene);
  if (written === undefined || (written.holds && watch.standing === "filled")) return undefined;
  const halves = watch.terms.map((term) => term.half).join("/");
  return {
    written,
    key: `${styleOfWatched(watch.watched)}|${watch.shape}|${halves}|${written.variant}`,
  };
}

/** Where the numbers stand; a total's members are its own. */
function placesOf(watched: Watched, terms: readonly Term[], cell: CellRef): string {
  if (watched.kind === "sum") return `${cell.row},${cell.column}`;
  return terms
    .map(({ formula }) =>
      formula
        .map((piece) =>
          typeof piece === "string"
            ? piece
            : piece.row === cell.row
              ? `<${piece.column}>`
              : `<${piece.row},${piece.column}>`
        )
        .join("")
    )
    .join("|");
}
