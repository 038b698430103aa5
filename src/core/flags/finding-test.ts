import type {
  DifferenceMismatch,
  Finding,
  GrowthMismatch,
  Operand,
  ShareMismatch,
  SumMismatch,
  TargetMismatch,
  TargetUnmet,
  VerdictMismatch,
} from "../findings/finding.ts";
import { asTested } from "../findings/cause-words.ts";
import type { DifferenceConvention, FailingTest, Watched } from "../findings/watched.ts";
import type { Area, CellRef } from "../workbook/address.ts";
import { cellAt } from "../workbook/book.ts";
import {
  areEqual,
  singleCell,
  slackFor,
  slackText,
  textTest,
  unchangedBlockTest,
  unchangedTest,
} from "./cell-test.ts";
import { differenceTest } from "./difference-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { native } from "./native-formula.ts";
import { ratioTest } from "./ratio-test.ts";
import { aggregateTest, cumulativeTest, orderTest, remainderTest } from "./relation-test.ts";
import { sumOf, sumTest } from "./sum-test.ts";
import { targetTest, writtenTargetTest } from "./target-test.ts";
import type { Scene, Term, Written } from "./term.ts";
import { frozen, guarded, statedTerm, termOf } from "./term.ts";
import { termsOf, writtenOf } from "./watch-test.ts";

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

function ofUnmet(finding: TargetUnmet, cell: CellRef, scene: Scene): Written {
  const { actual, target, rule } = finding.params;
  // A total that must meet several targets is judged by the one that decides, not by the printed one.
  const decisive = finding.expected?.low ?? finding.expected?.high ?? target;
  const limit = roleTerm(finding.trace.operands, ["target"], decisive, scene);
  return targetTest(statedTerm(cell, actual, scene), limit, rule.comparison);
}

function ofWrittenTarget({ params }: TargetMismatch, cell: CellRef, scene: Scene): Written {
  return writtenTargetTest(statedTerm(cell, params.written, scene), params.ruled);
}

function ofSum(finding: SumMismatch, cell: CellRef, scene: Scene): Written | undefined {
  const { stated, sum } = finding.params;
  const members = finding.trace.operands
    .filter((operand) => operand.role === "member")
    .map((operand) => termOf(operand, scene));
  if (members.length === 0) return undefined;
  const total = statedTerm(cell, stated, scene);
  const scale = slackFor(members.reduce((all, member) => all + Math.abs(member.value), 0));
  // The members named must be those added up; subtotals named beside them would count twice.
  if (Math.abs(sumOf(members) - sum) > scale) return undefined;
  const { allowed } = finding.trace;
  // Without what the check allowed, half a last digit of every number that takes part.
  const bound =
    allowed === null
      ? [total, ...members].reduce((all, term) => all + term.half, 0)
      : Math.max(allowed.high - sum, sum - allowed.low);
  return sumTest(total, members, bound);
}

function ofRatio(
  finding: ShareMismatch | GrowthMismatch,
  cell: CellRef,
  scene: Scene
): Written | undefined {
  const isGrowth = finding.code === "growth-mismatch";
  const top = isGrowth ? finding.params.current : finding.params.part;
  const base = isGrowth ? finding.params.prior : finding.params.whole;
  // What a deviating column makes of a number no cell says.
  if (typeof finding.stated !== "number" || base === 0 || finding.trace.likely !== undefined)
    return undefined;
  const stated = statedTerm(cell, finding.stated, scene);
  const { operands } = finding.trace;
  const upper = roleTerm(operands, isGrowth ? ["actual", "current"] : ["part"], top, scene);
  const lower = roleTerm(operands, isGrowth ? ["prior"] : ["whole"], base, scene);
  const ratio = top / base - 1;
  const isFall = isGrowth && ratio !== 0 && Math.sign(finding.params.computed) !== Math.sign(ratio);
  return ratioTest({
    kind: isGrowth ? "growth" : "share",
    stated,
    upper,
    lower,
    sign: isFall ? "falls" : "as-is",
  });
}

function ofDifference(
  finding: DifferenceMismatch,
  cell: CellRef,
  scene: Scene
): Written | undefined {
  const { rate, reference } = finding.params;
  if (typeof finding.stated !== "number") return undefined;
  const { operands } = finding.trace;
  const own = roleTerm(operands, ["rate", "actual"], rate, scene);
  const other = roleTerm(operands, ["reference", "target"], reference, scene);
  return differenceTest({
    stated: statedTerm(cell, finding.stated, scene),
    own,
    other,
    convention: conventionOf(finding, own, other),
  });
}

/** The column decides how a difference is printed; what was computed for this row tells which way. */
function conventionOf(
  { params, trace }: DifferenceMismatch,
  own: Term,
  other: Term
): DifferenceConvention {
  const { rate, reference, computed } = params;
  // The arithmetic of a column that prints sizes alone is written |a − b|.
  if (trace.arithmetic?.startsWith("|") === true) return "magnitude";
  const digits = own.half + other.half;
  const slack = slackFor(Math.max(Math.abs(rate), Math.abs(reference)));
  const isNear = (value: number): boolean => Math.abs(computed - value) <= digits + slack;
  if (isNear(rate - reference)) return "signed";
  return isNear(reference - rate) ? "turned" : "shortfall";
}

/** The verdict word as it stands, while the numbers say otherwise. */
function ofVerdict(
  finding: VerdictMismatch,
  cell: CellRef,
  scene: Scene
): NativeFormula | undefined {
  const { actual, target, met } = finding.params;
  const { value } = cellAt(scene.sheet, cell.row, cell.column);
  if (typeof value !== "string") return undefined;
  const a = roleTerm(finding.trace.operands, ["actual"], actual, scene);
  const t = roleTerm(finding.trace.operands, ["target"], target, scene);
  const size = Math.max(Math.abs(a.value), Math.abs(t.value));
  const slack = slackText(size);
  const isBelow = a.value < t.value;
  // Which side is the good one is not said here; the numbers and the verdict on them say it together.
  const numbers =
    a.value === t.value
      ? areEqual(a.formula, t.formula, size)
      : isBelow
        ? native`${a.formula}<${t.formula}${met ? "+" : "-"}${slack}`
        : native`${a.formula}>${t.formula}${met ? "-" : "+"}${slack}`;
  return guarded([a, t], native`AND(${textTest(cell, value)},${numbers})`);
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

/** The operand of a role that gave a number of the arithmetic; the number, frozen, where the trace does not name it. */
function roleTerm(
  operands: readonly Operand[],
  roles: readonly string[],
  value: number,
  scene: Scene
): Term {
  const operand = operands.find((each) => roles.includes(each.role) && each.value === value);
  return operand === undefined ? frozen(value, 0) : termOf(operand, scene);
}
