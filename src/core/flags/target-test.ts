import type { Comparison } from "../rules/target-rule.ts";
import type { CellRef } from "../workbook/address.ts";
import { areDifferent, slackFor, slackText, textTest } from "./cell-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { native } from "./native-formula.ts";
import { guarded } from "./term.ts";
import type { Term, Written } from "./term.ts";

/** Stored value against target: 16 against 16 is met, whatever the cell shows. */
export function targetTest(actual: Term, limit: Term, comparison: Comparison): Written {
  const { condition, variant, holds } = misses(actual, limit, comparison);
  return { write: () => guarded([actual, limit], condition()), variant, holds };
}

/** The verdict word as it stands, while the numbers say otherwise. */
export function verdictTest(
  cell: CellRef,
  word: string,
  says: "met" | "unmet",
  numbers: { readonly actual: Term; readonly limit: Term; readonly comparison: Comparison }
): Written {
  const { actual, limit, comparison } = numbers;
  const { condition, variant, holds } = misses(
    actual,
    limit,
    says === "met" ? comparison : OPPOSITE[comparison]
  );
  return {
    write: () => guarded([actual, limit], native`AND(${textTest(cell, word)},${condition()})`),
    variant,
    holds,
  };
}

/** A target as the sheet writes it against the rule's. */
export function writtenTargetTest(stated: Term, ruled: number): Written {
  const size = Math.max(Math.abs(stated.value), Math.abs(ruled));
  return {
    write: () => guarded([stated], areDifferent(stated.formula, native`${ruled}`, size)),
    variant: slackText(size),
    holds: Math.abs(stated.value - ruled) > slackFor(size),
  };
}

/** What misses "not below" reaches "below". */
const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  "at-least": "below",
  below: "at-least",
  above: "at-most",
  "at-most": "above",
};

interface Missing {
  readonly condition: () => NativeFormula;
  readonly variant: string;
  readonly holds: boolean;
}

export function misses(actual: Term, limit: Term, comparison: Comparison): Missing {
  const size = Math.max(Math.abs(actual.value), Math.abs(limit.value));
  const slack = slackText(size);
  const width = slackFor(size);
  const isFloor = comparison === "at-least" || comparison === "above";
  // The limit itself misses "above" and "below".
  const isStrict = comparison === "above" || comparison === "below";
  const order = isFloor ? "<" : ">";
  const sign = isFloor === isStrict ? "+" : "-";
  const reach = isStrict ? width : -width;
  const short = isFloor ? limit.value - actual.value : actual.value - limit.value;
  return {
    condition: () => native`${actual.formula}${order}${limit.formula}${sign}${slack}`,
    variant: slack,
    holds: short > -reach,
  };
}
