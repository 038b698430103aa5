import type { SumMismatch } from "../findings/finding.ts";
import type { CellRef } from "../workbook/address.ts";
import { slackFor } from "./cell-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { joined, native } from "./native-formula.ts";
import { runsOf } from "./runs.ts";
import type { Scene, Term } from "./term.ts";
import { guarded, statedTerm, termOf } from "./term.ts";

/** Excel takes 255 arguments; more separate places than this are not worth a live formula. */
const MAX_ARGUMENTS = 200;

/**
 * A total against the sum of its members, with what their digits and the total's allow between them.
 * Members that are numbers stored as text take part with the number they read, which Excel's SUM would leave out.
 */
export function sumTest(
  finding: SumMismatch,
  cell: CellRef,
  scene: Scene
): NativeFormula | undefined {
  const { stated, sum } = finding.params;
  const members = finding.trace.operands
    .filter((operand) => operand.role === "member")
    .map((operand) => termOf(operand, scene));
  if (members.length === 0) return undefined;
  const total = statedTerm(cell, stated, scene);
  const reached = members.reduce((all, member) => all + member.value, 0);
  const scale = slackFor(members.reduce((all, member) => all + Math.abs(member.value), 0));
  // The members named must be those added up; subtotals named beside them would count twice.
  if (Math.abs(reached - sum) > scale) return undefined;
  const bound = boundOf(finding, [total, ...members]);
  if (Math.abs(stated - reached) <= bound + scale) return undefined;

  const live = members.filter((member) => member.cell !== null && isBare(member));
  const others = members.filter((member) => !live.includes(member));
  const areas = runsOf(live.flatMap((member) => (member.cell === null ? [] : [member.cell])));
  if (areas.length + others.length > MAX_ARGUMENTS) return undefined;
  const parts = [...areas.map((area): NativeFormula => [area]), ...others.map((m) => m.formula)];
  const filled: Term["guards"] =
    areas.length === 0
      ? []
      : [native`COUNT(${joined(areas.map((area): NativeFormula => [area]))})=${live.length}`];
  const difference = native`ABS(${total.formula}-SUM(${joined(parts)}))>${bound}+${scale}`;
  return guarded([{ ...total, guards: [...total.guards, ...filled] }, ...others], difference);
}

/** What the check allowed between sum and total; without it, half a last digit of every number that takes part. */
function boundOf(finding: SumMismatch, terms: readonly Term[]): number {
  const { allowed } = finding.trace;
  const { sum } = finding.params;
  const bound =
    allowed === null
      ? terms.reduce((all, term) => all + term.half, 0)
      : Math.max(allowed.high - sum, sum - allowed.low);
  // The check leaves a trace of binary noise in it, which would set every column's total apart from the others'.
  return Number(bound.toPrecision(5));
}

function isBare(term: Term): boolean {
  return term.formula.length === 1;
}
