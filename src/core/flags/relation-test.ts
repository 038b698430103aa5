import type {
  AggregateOutOfRange,
  CumulativeDecrease,
  OrderViolation,
  RemainderMismatch,
} from "../findings/finding.ts";
import { slackFor, slackText } from "./cell-test.ts";
import { listMembers } from "./member-list.ts";
import { native } from "./native-formula.ts";
import type { Scene, Term, Written } from "./term.ts";
import { frozen, guarded, termOf } from "./term.ts";

/** 其中 > whole, done > total: the smaller cell is above the one that bounds it, or above 100. */
export function orderTest({ params, trace }: OrderViolation, scene: Scene): Written | undefined {
  const [part, whole] = trace.operands;
  if (part === undefined) return undefined;
  const limit = whole === undefined ? frozen(params.whole, 0) : termOf(whole, scene);
  const own = termOf(part, scene);
  // A growth below −100 is beyond its limit on the other side.
  return params.relation === "fall" && params.whole < 0 ? beyond(limit, own) : beyond(own, limit);
}

/** A cumulative value below the one of an earlier month. */
export function cumulativeTest({ trace }: CumulativeDecrease, scene: Scene): Written | undefined {
  const [before, now] = trace.operands;
  if (before === undefined || now === undefined) return undefined;
  return beyond(termOf(before, scene), termOf(now, scene));
}

/** Done and remaining do not make the total, beyond the digits of the three. */
export function remainderTest({ trace }: RemainderMismatch, scene: Scene): Written | undefined {
  const [total, done, rest] = ["total", "done", "stated"].map((role) => {
    const operand = trace.operands.find((each) => each.role === role);
    return operand === undefined ? undefined : termOf(operand, scene);
  });
  if (total === undefined || done === undefined || rest === undefined) return undefined;
  // Of several parts the flag stays as the cell is.
  return trace.operands.length > 3 ? undefined : leftOver(total, done, rest);
}

/** What is done and what remains against the total, beyond the digits of the three. */
export function leftOver(total: Term, done: Term, rest: Term): Written {
  const terms = [total, done, rest];
  const size = Math.max(...terms.map(({ value }) => Math.abs(value)));
  const bound = Number((total.half + done.half + rest.half).toPrecision(12));
  return {
    write: () =>
      guarded(
        terms,
        native`ABS(${total.formula}-${done.formula}-${rest.formula})>${bound}+${slackText(size)}`
      ),
    variant: slackText(size),
    holds: Math.abs(total.value - done.value - rest.value) > bound + slackFor(size),
  };
}

/** Two numbers for one thing, further apart than their digits allow. */
export function equalTest(own: Term, other: Term): Written {
  const bound = Number((own.half + other.half).toPrecision(12));
  const size = Math.max(Math.abs(own.value), Math.abs(other.value));
  return {
    write: () =>
      guarded(
        [own, other],
        native`ABS(${own.formula}-${other.formula})>${bound}+${slackText(size)}`
      ),
    variant: slackText(size),
    holds: Math.abs(own.value - other.value) > bound + slackFor(size),
  };
}

/**
 * A growth or share of the whole below the least or above the largest of its members, beyond their digits. All members
 * stay in the test: which of them is the least may change.
 */
export function aggregateTest({ trace }: AggregateOutOfRange, scene: Scene): Written | undefined {
  const stated = trace.operands.find(({ role }) => role === "stated");
  if (stated === undefined) return undefined;
  const own = termOf(stated, scene);
  const members = trace.operands
    .filter(({ role }) => role === "member")
    .map((operand) => termOf(operand, scene));
  const list = listMembers(members);
  if (members.length === 0 || list === undefined) return undefined;
  const values = members.map(({ value }) => value);
  const [least, largest] = [Math.min(...values), Math.max(...values)];
  const bound = Number((own.half + Math.max(...members.map(({ half }) => half))).toPrecision(12));
  const size = Math.max(Math.abs(own.value), Math.abs(least), Math.abs(largest));
  return {
    write: () =>
      guarded(
        [{ ...own, guards: [...own.guards, ...list.guards] }, ...list.others],
        native`MAX(MIN(${list.formula})-${own.formula},${own.formula}-MAX(${list.formula}))>${bound}+${slackText(size)}`
      ),
    variant: slackText(size),
    holds: Math.max(least - own.value, own.value - largest) > bound + slackFor(size),
  };
}

/** One printed number above the other by more than the digits of the two allow. */
export function beyond(upper: Term, lower: Term): Written {
  const bound = Number((upper.half + lower.half).toPrecision(12));
  const size = Math.max(Math.abs(upper.value), Math.abs(lower.value));
  return {
    write: () =>
      guarded(
        [upper, lower],
        native`${upper.formula}-${lower.formula}>${bound}+${slackText(size)}`
      ),
    variant: slackText(size),
    holds: upper.value - lower.value > bound + slackFor(size),
  };
}
