import { slackFor, slackText } from "./cell-test.ts";
import { listMembers } from "./member-list.ts";
import { native } from "./native-formula.ts";
import type { Term, Written } from "./term.ts";
import { guarded } from "./term.ts";

/**
 * A total against the sum of its members, with what their digits and the total's allow between them; undefined where
 * the members are too scattered.
 */
export function sumTest(
  total: Term,
  members: readonly Term[],
  allowed: number
): Written | undefined {
  const size = members.reduce((all, member) => all + Math.abs(member.value), 0);
  // The check leaves a trace of binary noise in it, which would set every column's total apart from the others'.
  const bound = Number(allowed.toPrecision(5));
  const list = listMembers(members);
  if (list === undefined) return undefined;
  const difference = native`ABS(${total.formula}-SUM(${list.formula}))>${bound}+${slackText(size)}`;
  return {
    write: () =>
      guarded(
        [{ ...total, guards: [...total.guards, ...list.guards] }, ...list.others],
        difference
      ),
    variant: slackText(size),
    holds: Math.abs(total.value - sumOf(members)) > bound + slackFor(size),
  };
}

export function sumOf(members: readonly Term[]): number {
  return members.reduce((all, member) => all + member.value, 0);
}
