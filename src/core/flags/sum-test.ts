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
  if (Math.abs(stated - reached) <= bound) return undefined;

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

/** Half a last digit of every number that takes part, or the range the check itself allowed where that is wider. */
function boundOf(finding: SumMismatch, terms: readonly Term[]): number {
  const halves = terms.reduce((sum, term) => sum + term.half, 0);
  const { allowed } = finding.trace;
  const { stated, sum } = finding.params;
  const checked =
    allowed === null ? 0 : Math.max(allowed.high - finding.params.sum, sum - allowed.low);
  const bound = checked > halves && Math.abs(stated - sum) > checked ? checked : halves;
  return Number(bound.toPrecision(12));
}

function isBare(term: Term): boolean {
  return term.formula.length === 1;
}
