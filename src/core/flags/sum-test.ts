import { slackFor, slackText } from "./cell-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { joined, native } from "./native-formula.ts";
import { runsOf } from "./runs.ts";
import type { Term, Written } from "./term.ts";
import { guarded } from "./term.ts";

/** Excel takes 255 arguments; more separate places than this are not worth a live formula. */
const MAX_ARGUMENTS = 200;

/**
 * A total against the sum of its members, with what their digits and the total's allow between them; undefined where
 * the members are too scattered. Members that are numbers stored as text take part with the number they read, which
 * Excel's SUM would leave out.
 */
export function sumTest(
  total: Term,
  members: readonly Term[],
  allowed: number
): Written | undefined {
  const size = members.reduce((all, member) => all + Math.abs(member.value), 0);
  // The check leaves a trace of binary noise in it, which would set every column's total apart from the others'.
  const bound = Number(allowed.toPrecision(5));
  const live = members.filter((member) => member.cell !== null && isBare(member));
  const others = members.filter((member) => member.cell === null || !isBare(member));
  const areas = runsOf(live.flatMap((member) => (member.cell === null ? [] : [member.cell])));
  if (areas.length + others.length > MAX_ARGUMENTS) return undefined;
  const parts = [...areas.map((area): NativeFormula => [area]), ...others.map((m) => m.formula)];
  const filled: Term["guards"] =
    areas.length === 0
      ? []
      : [native`COUNT(${joined(areas.map((area): NativeFormula => [area]))})=${live.length}`];
  const difference = native`ABS(${total.formula}-SUM(${joined(parts)}))>${bound}+${slackText(size)}`;
  return {
    write: () =>
      guarded([{ ...total, guards: [...total.guards, ...filled] }, ...others], difference),
    variant: slackText(size),
    holds: Math.abs(total.value - sumOf(members)) > bound + slackFor(size),
  };
}

export function sumOf(members: readonly Term[]): number {
  return members.reduce((all, member) => all + member.value, 0);
}

function isBare(term: Term): boolean {
  return term.formula.length === 1;
}
