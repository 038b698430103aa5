/** The native tests of findings that hold a printed number against others, from what the finding itself names. */

import type {
  DifferenceMismatch,
  GrowthMismatch,
  Operand,
  ShareMismatch,
  SumMismatch,
  TargetMismatch,
  TargetUnmet,
  VerdictMismatch,
} from "../findings/finding.ts";
import type { DifferenceConvention } from "../findings/watched.ts";
import type { CellRef } from "../workbook/address.ts";
import { cellAt } from "../workbook/book.ts";
import { areEqual, slackFor, slackText, textTest } from "./cell-test.ts";
import { differenceTest } from "./difference-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { native } from "./native-formula.ts";
import { ratioTest } from "./ratio-test.ts";
import { sumOf, sumTest } from "./sum-test.ts";
import { targetTest, writtenTargetTest } from "./target-test.ts";
import type { Scene, Term, Written } from "./term.ts";
import { frozen, guarded, statedTerm, termOf } from "./term.ts";

/** The number still misses its target. */
export function ofUnmet(finding: TargetUnmet, cell: CellRef, scene: Scene): Written {
  const { actual, target, rule } = finding.params;
  // A total that must meet several targets is judged by the one that decides, not by the printed one.
  const decisive = finding.expected?.low ?? finding.expected?.high ?? target;
  const limit = roleTerm(finding.trace.operands, ["target"], decisive, scene);
  return targetTest(statedTerm(cell, actual, scene), limit, rule.comparison);
}

/** The target in the sheet still differs from the rule's. */
export function ofWrittenTarget({ params }: TargetMismatch, cell: CellRef, scene: Scene): Written {
  return writtenTargetTest(statedTerm(cell, params.written, scene), params.ruled);
}

/** The total is still off the sum of its members; undefined where the members named are not those that were added. */
export function ofSum(finding: SumMismatch, cell: CellRef, scene: Scene): Written | undefined {
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

/** The rate is still off its quotient; undefined where its numbers stand in no cell. */
export function ofRatio(
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

/** The difference is still off its two rates; undefined where it is no number. */
export function ofDifference(
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
export function ofVerdict(
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
