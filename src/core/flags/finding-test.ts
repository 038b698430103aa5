import type {
  DifferenceMismatch,
  Finding,
  GrowthMismatch,
  Operand,
  ShareMismatch,
  TargetMismatch,
  TargetUnmet,
  VerdictMismatch,
} from "../findings/finding.ts";
import type { Comparison } from "../rules/target-rule.ts";
import type { CellRef } from "../workbook/address.ts";
import { cellAt } from "../workbook/book.ts";
import { singleCell, slackFor, textTest, unchangedBlockTest, unchangedTest } from "./cell-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { native } from "./native-formula.ts";
import { sumTest } from "./sum-test.ts";
import type { Scene, Term } from "./term.ts";
import { frozen, guarded, statedTerm, termOf } from "./term.ts";

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
export function testOf(finding: Finding, scene: Scene): FindingTest {
  const cell = singleCell(finding.at.area);
  if (cell === undefined) return strict(unchangedBlockTest(scene.sheet, finding.at.area));
  switch (finding.code) {
    case "target-unmet":
      return strict(unmetTest(finding, cell, scene) ?? unchangedTest(scene.sheet, cell));
    case "sum-mismatch":
      return strict(sumTest(finding, cell, scene) ?? unchangedTest(scene.sheet, cell));
    case "share-mismatch":
    case "growth-mismatch":
      return strict(ratioTest(finding, cell, scene) ?? unchangedTest(scene.sheet, cell));
    case "difference-mismatch":
      return strict(differenceTest(finding, cell, scene) ?? unchangedTest(scene.sheet, cell));
    case "verdict-mismatch":
      return strict(verdictTest(finding, cell, scene) ?? unchangedTest(scene.sheet, cell));
    case "target-mismatch":
      return strict(writtenTargetTest(finding, cell, scene) ?? unchangedTest(scene.sheet, cell));
    case "missing-value":
      return strict(missingTest(cell, scene));
    case "text-number":
    case "not-a-number":
      return { test: unchangedTest(scene.sheet, cell), loose: looseTextTest(cell, scene) };
    case "formula-error":
      return strict(native`ISERROR(${cell})`);
  }
}

function strict(test: NativeFormula): FindingTest {
  return { test, loose: null };
}

/** Stored value against target: 16 against 16 is met, whatever the cell shows. */
function unmetTest(finding: TargetUnmet, cell: CellRef, scene: Scene): NativeFormula | undefined {
  const { actual, target, rule } = finding.params;
  const stated = statedTerm(cell, actual, scene);
  // A total that must meet several targets is judged by the one that decides, not by the printed one.
  const decisive = finding.expected?.low ?? finding.expected?.high ?? target;
  const limit = roleTerm(finding.trace.operands, ["target"], decisive, scene);
  return misses(stated, limit, rule.comparison);
}

function misses(actual: Term, limit: Term, comparison: Comparison): NativeFormula | undefined {
  const slack = slackFor(Math.max(Math.abs(actual.value), Math.abs(limit.value)));
  const a = actual.formula;
  const t = limit.formula;
  const terms = [actual, limit];
  switch (comparison) {
    case "at-least":
      return actual.value < limit.value ? guarded(terms, native`${a}<${t}-${slack}`) : undefined;
    case "above":
      return actual.value <= limit.value ? guarded(terms, native`${a}<${t}+${slack}`) : undefined;
    case "at-most":
      return actual.value > limit.value ? guarded(terms, native`${a}>${t}+${slack}`) : undefined;
    case "below":
      return actual.value >= limit.value ? guarded(terms, native`${a}>${t}-${slack}`) : undefined;
  }
}

/**
 * A share or a growth against the smallest and largest value the printed digits of its operands allow.
 * Share: part ÷ whole × 100; growth: (current ÷ prior − 1) × 100, its sign turned in a column of falls.
 */
function ratioTest(
  finding: ShareMismatch | GrowthMismatch,
  cell: CellRef,
  scene: Scene
): NativeFormula | undefined {
  const isGrowth = finding.code === "growth-mismatch";
  const top = isGrowth ? finding.params.current : finding.params.part;
  const base = isGrowth ? finding.params.prior : finding.params.whole;
  if (typeof finding.stated !== "number" || base === 0) return undefined;
  const stated = statedTerm(cell, finding.stated, scene);
  const { operands } = finding.trace;
  const upper = roleTerm(operands, isGrowth ? ["actual", "current"] : ["part"], top, scene);
  const lower = roleTerm(operands, isGrowth ? ["prior"] : ["whole"], base, scene);
  const lift = isGrowth ? 1 : 0;
  const ratio = (upper.value / lower.value - lift) * 100;
  const isFall = isGrowth && ratio !== 0 && Math.sign(finding.params.computed) !== Math.sign(ratio);
  const sign = isFall ? -1 : 1;
  // A numerator below zero is smallest over the smallest base.
  const lowBase = upper.value - upper.half < 0 ? "-" : "+";
  const highBase = upper.value + upper.half < 0 ? "+" : "-";
  const low = (shiftedValue(upper, "-") / shiftedValue(lower, lowBase) - lift) * 100;
  const high = (shiftedValue(upper, "+") / shiftedValue(lower, highBase) - lift) * 100;
  const slack = slackFor(Math.max(Math.abs(ratio), Math.abs(stated.value)));
  const value = sign * stated.value;
  if (value >= low - stated.half && value <= high + stated.half) return undefined;
  const s = isFall ? native`(-${stated.formula})` : stated.formula;
  const minus = isGrowth ? "-1" : "";
  const lowest = native`(${shifted(upper, "-")}/${shifted(lower, lowBase)}${minus})*100`;
  const highest = native`(${shifted(upper, "+")}/${shifted(lower, highBase)}${minus})*100`;
  const margin = stated.half === 0 ? native`${slack}` : native`(${stated.half}+${slack})`;
  // Neither a share nor a growth is defined on a base that may be zero.
  const defined = { ...lower, guards: [...lower.guards, native`${shifted(lower, "-")}>0`] };
  return guarded(
    [stated, upper, defined],
    native`OR(${s}<${lowest}-${margin},${s}>${highest}+${margin})`
  );
}

/**
 * A stated difference in points against the difference of its rates. The column decides how it is printed: own less
 * other, other less own, or only what is missing.
 */
function differenceTest(
  finding: DifferenceMismatch,
  cell: CellRef,
  scene: Scene
): NativeFormula | undefined {
  const { rate, reference, computed } = finding.params;
  if (typeof finding.stated !== "number") return undefined;
  const { operands } = finding.trace;
  const stated = statedTerm(cell, finding.stated, scene);
  const own = roleTerm(operands, ["rate", "actual"], rate, scene);
  const other = roleTerm(operands, ["reference", "target"], reference, scene);
  const terms = [stated, own, other];
  const slack = slackFor(Math.max(...terms.map((term) => Math.abs(term.value))));
  const digits = Number((own.half + other.half).toPrecision(12));
  const isNearest = (value: number): boolean => Math.abs(computed - value) <= digits + slack;
  const [value, difference] = isNearest(rate - reference)
    ? [rate - reference, native`(${own.formula}-${other.formula})`]
    : isNearest(reference - rate)
      ? [reference - rate, native`(${other.formula}-${own.formula})`]
      : [Math.max(0, reference - rate), native`MAX(0,${other.formula}-${own.formula})`];
  const bound = Number((digits + stated.half).toPrecision(12));
  if (Math.abs(stated.value - value) <= bound + slack) return undefined;
  return guarded(terms, native`ABS(${stated.formula}-${difference})>${bound}+${slack}`);
}

/** The verdict word as it stands, while the numbers say otherwise. */
function verdictTest(
  finding: VerdictMismatch,
  cell: CellRef,
  scene: Scene
): NativeFormula | undefined {
  const { actual, target, met } = finding.params;
  const { value } = cellAt(scene.sheet, cell.row, cell.column);
  if (typeof value !== "string") return undefined;
  const a = roleTerm(finding.trace.operands, ["actual"], actual, scene);
  const t = roleTerm(finding.trace.operands, ["target"], target, scene);
  const slack = slackFor(Math.max(Math.abs(a.value), Math.abs(t.value)));
  const isBelow = a.value < t.value;
  // Which side is the good one is not said here; the numbers and the verdict on them say it together.
  const numbers =
    a.value === t.value
      ? native`ABS(${a.formula}-${t.formula})<=${slack}`
      : isBelow
        ? native`${a.formula}<${t.formula}${met ? "+" : "-"}${slack}`
        : native`${a.formula}>${t.formula}${met ? "-" : "+"}${slack}`;
  return guarded([a, t], native`AND(${textTest(cell, value)},${numbers})`);
}

function writtenTargetTest(
  finding: TargetMismatch,
  cell: CellRef,
  scene: Scene
): NativeFormula | undefined {
  const { written, ruled } = finding.params;
  const stated = statedTerm(cell, written, scene);
  const slack = slackFor(Math.max(Math.abs(written), Math.abs(ruled)));
  if (written === ruled) return undefined;
  return guarded([stated], native`ABS(${stated.formula}-${ruled})>${slack}`);
}

/** Nothing stands there, or blanks only; blanks that TRIM does not know are taken as they stand. */
function missingTest(cell: CellRef, scene: Scene): NativeFormula {
  const blank = native`LEN(TRIM(${cell}))=0`;
  const { value } = cellAt(scene.sheet, cell.row, cell.column);
  const isOtherBlank = typeof value === "string" && value.replaceAll(" ", "") !== "";
  return isOtherBlank ? native`OR(${blank},${textTest(cell, value)})` : blank;
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

function shifted(term: Term, sign: "+" | "-"): NativeFormula {
  return term.half === 0 ? term.formula : native`(${term.formula}${sign}${term.half})`;
}

function shiftedValue(term: Term, sign: "+" | "-"): number {
  return sign === "+" ? term.value + term.half : term.value - term.half;
}
