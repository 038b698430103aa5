import type { Finding } from "../findings/finding.ts";
import { asTested } from "../findings/cause-words.ts";
import type { FailingTest, Watched } from "../findings/watched.ts";
import type { Area, CellRef } from "../workbook/address.ts";
import { cellAt } from "../workbook/book.ts";
import { singleCell, textTest, unchangedBlockTest, unchangedTest } from "./cell-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { native } from "./native-formula.ts";
import { aggregateTest, cumulativeTest, orderTest, remainderTest } from "./relation-test.ts";
import type { Scene, Written } from "./term.ts";
import { termsOf, writtenOf } from "./watch-test.ts";
import {
  ofDifference,
  ofRatio,
  ofSum,
  ofUnmet,
  ofVerdict,
  ofWrittenTarget,
} from "./mismatch-tests.ts";

/** A finding's own test in native functions, true where the finding is; and a looser one that many cells can share. */
export interface FindingTest {
  readonly test: NativeFormula;
  /** For columns full of textual faults, where a test for each text would be hundreds of conditional formats. */
  readonly loose: NativeFormula | null;
}

/**
 * A finding's own test, written so that the flag appears and disappears as its cells change. Where the numbers at hand
 * do not make the native test true (or no native formula can say it), the flag stays as long as its cell is as it is.
 */
export function testOf(told: Finding, scene: Scene, tested: TestsByCell): FindingTest {
  // A root cause stands at the cell at fault; its test stays that of the cell that was tested.
  const finding = asTested(told);
  if (finding.at.sheet !== scene.sheet.name) {
    return strict(unchangedBlockTest(scene.sheet, told.at.area));
  }
  const cell = singleCell(finding.at.area);
  if (cell === undefined) {
    // Each cell of the column by itself, so that the mark leaves the numbers that are typed anew.
    return strict(
      finding.code === "text-number"
        ? native`ISTEXT(${topLeft(finding.at.area)})`
        : unchangedBlockTest(scene.sheet, finding.at.area)
    );
  }
  switch (finding.code) {
    case "target-unmet":
      return finding.params.rule.kind === "yes-no"
        ? strict(unchangedTest(scene.sheet, cell))
        : holding(ofUnmet(finding, cell, scene), cell, scene);
    case "sum-mismatch":
      return holding(ofSum(finding, cell, scene), cell, scene);
    case "share-mismatch":
    case "growth-mismatch":
      return holding(ofRatio(finding, cell, scene), cell, scene);
    case "difference-mismatch":
      return holding(ofDifference(finding, cell, scene), cell, scene);
    case "verdict-mismatch":
      return strict(ofVerdict(finding, cell, scene) ?? unchangedTest(scene.sheet, cell));
    case "target-mismatch":
      return holding(ofWrittenTarget(finding, cell, scene), cell, scene);
    case "missing-value":
      return strict(missingTest(cell, scene));
    case "text-number":
    case "not-a-number":
      return { test: unchangedTest(scene.sheet, cell), loose: looseTextTest(cell, scene) };
    case "formula-error":
      return strict(native`ISERROR(${cell})`);
    case "order-violation":
      return holding(orderTest(finding, scene), cell, scene);
    case "cumulative-decrease":
      return holding(cumulativeTest(finding, scene), cell, scene);
    case "remainder-mismatch":
      return holding(remainderTest(finding, scene), cell, scene);
    case "aggregate-out-of-range":
      return holding(aggregateTest(finding, scene), cell, scene);
    // What no native formula can say (formulas, units of a column, rows that repeat): the flag stays as the cell is.
    default:
      return holding(ofTested(finding, cell, scene, tested), cell, scene);
  }
}

/** Failing tests by code and cell. */
export type TestsByCell = ReadonlyMap<string, Watched>;

export function testsByCell(failing: readonly FailingTest[]): TestsByCell {
  return new Map(failing.map(({ code, watched }) => [keyOf(code, watched.at.area), watched]));
}

function keyOf(code: string, { row, column }: Area): string {
  return `${code}|${row},${column}`;
}

/**
 * The tests of what follows from a finding at its own cell: once that is put right, they may still fail, and are the
 * cell's own then.
 */
export function followingTests(
  { at, consequences }: Finding,
  scene: Scene,
  tested: TestsByCell
): readonly { readonly watched: Watched; readonly test: FindingTest }[] {
  const cell = singleCell(at.area);
  if (cell === undefined) return [];
  return consequences.flatMap((one) => {
    const isHere = one.at.sheet === at.sheet && keyOf("", one.at.area) === keyOf("", at.area);
    const watched = isHere ? tested.get(keyOf(one.code, at.area)) : undefined;
    if (watched === undefined) return [];
    const written = writtenOf(watched, cell, termsOf(watched, cell, scene), scene);
    return written?.holds === true ? [{ watched, test: strict(written.write()) }] : [];
  });
}

function ofTested(
  { code, at }: Finding,
  cell: CellRef,
  scene: Scene,
  tested: TestsByCell
): Written | undefined {
  const watched = tested.get(keyOf(code, at.area));
  if (watched === undefined) return undefined;
  return writtenOf(watched, cell, termsOf(watched, cell, scene), scene);
}

function strict(test: NativeFormula): FindingTest {
  return { test, loose: null };
}

function holding(written: Written | undefined, cell: CellRef, scene: Scene): FindingTest {
  return strict(written?.holds === true ? written.write() : unchangedTest(scene.sheet, cell));
}

/** Nothing stands there, or blanks only; blanks that TRIM does not know are taken as they stand. */
function missingTest(cell: CellRef, scene: Scene): NativeFormula {
  const blank = native`LEN(TRIM(${cell}))=0`;
  const { value } = cellAt(scene.sheet, cell.row, cell.column);
  const isOtherBlank = typeof value === "string" && value.replaceAll(" ", "") !== "";
  return isOtherBlank ? native`OR(${blank},${textTest(cell, value)})` : blank;
}

function topLeft({ row, column }: Area): CellRef {
  return { row, column };
}

function looseTextTest(cell: CellRef, scene: Scene): NativeFormula | null {
  const { value } = cellAt(scene.sheet, cell.row, cell.column);
  return typeof value === "string" ? native`ISTEXT(${cell})` : null;
}
