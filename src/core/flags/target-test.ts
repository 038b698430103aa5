import type { Comparison } from "../rules/target-rule.ts";
import type { CellRef } from "../workbook/address.ts";
import { areDifferent, slackFor, slackText, textTest } from "./cell-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { native } from "./native-formula.ts";
import { guarded } from "./term.ts";
import type { Term, Written } from "./term.ts";

/** Stored value against target: 16 against 16 is met, whatever the cell shows. */
export function targetTest(actual: Term, limit: Term, comparison: Comparison): Written {
  const { condition, holds } = misses(actual, limit, comparison);
  return { test: guarded([actual, limit], condition), holds };
}

/** The verdict word as it stands, while the numbers say otherwise. */
export function verdictTest(
  cell: CellRef,
  word: string,
  says: "met" | "unmet",
  numbers: { readonly actual: Term; readonly limit: Term; readonly comparison: Comparison }
): Written {
  const { actual, limit, comparison } = numbers;
  const { condition, holds } = misses(
    actual,
    limit,
    says === "met" ? comparison : OPPOSITE[comparison]
  );
  return {
    test: guarded([actual, limit], native`AND(${textTest(cell, word)},${condition})`),
    holds,
  };
}

/** A target as the sheet writes it against the rule's. */
export function writtenTargetTest(stated: Term, ruled: number): Written {
  const size = Math.max(Math.abs(stated.value), Math.abs(ruled));
  return {
    test: guarded([stated], areDifferent(stated.formula, native`${ruled}`, size)),
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

function misses(
  actual: Term,
  limit: Term,
  comparison: Comparison
): { readonly condition: NativeFormula; readonly holds: boolean } {
  const size = Math.max(Math.abs(actual.value), Math.abs(limit.value));
  const slack = slackText(size);
  const width = slackFor(size);
  const a = actual.formula;
  const t = limit.formula;
  switch (comparison) {
    case "at-least":
      return {
        condition: native`${a}<${t}-${slack}`,
        holds: actual.value < limit.value - width,
      };
    case "above":
      return {
        condition: native`${a}<${t}+${slack}`,
        holds: actual.value < limit.value + width,
      };
    case "at-most":
      return {
        condition: native`${a}>${t}+${slack}`,
        holds: actual.value > limit.value + width,
      };
    case "below":
      return {
        condition: native`${a}>${t}-${slack}`,
        holds: actual.value > limit.value - width,
      };
  }
}
