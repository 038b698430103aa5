import { slackFor, slackText } from "./cell-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { native } from "./native-formula.ts";
import { guarded } from "./term.ts";
import type { Term, Written } from "./term.ts";

/** A printed share or growth, and the two numbers it is made of. */
export interface Ratio {
  readonly kind: "share" | "growth";
  readonly stated: Term;
  /** The part, or this year's value. */
  readonly upper: Term;
  /** The whole, or last year's. */
  readonly lower: Term;
  /** falls: a decline is printed as a positive number. */
  readonly sign: "as-is" | "falls";
}

/**
 * A share or a growth against the smallest and largest value the printed digits of its operands allow.
 * Share: part ÷ whole × 100; growth: (current ÷ prior − 1) × 100, its sign turned in a column of falls.
 */
export function ratioTest(made: Ratio): Written {
  const { kind, stated, upper, lower, sign } = made;
  const lift = kind === "growth" ? 1 : 0;
  const ratio = (upper.value / lower.value - lift) * 100;
  const [lowBase, highBase] = basesOf(upper);
  const low = (shiftedValue(upper, "-") / shiftedValue(lower, lowBase) - lift) * 100;
  const high = (shiftedValue(upper, "+") / shiftedValue(lower, highBase) - lift) * 100;
  const size = Math.max(Math.abs(ratio), Math.abs(stated.value));
  const value = sign === "falls" ? -stated.value : stated.value;
  const width = stated.half + slackFor(size);
  return {
    write: () => write(made, slackText(size)),
    variant: `${slackText(size)}${lowBase}${highBase}`,
    holds: lower.value - lower.half > 0 && (value < low - width || value > high + width),
  };
}

function write({ kind, stated, upper, lower, sign }: Ratio, slack: string): NativeFormula {
  const [lowBase, highBase] = basesOf(upper);
  const s = sign === "falls" ? native`(-${stated.formula})` : stated.formula;
  const minus = kind === "growth" ? "-1" : "";
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

/** A numerator below zero is smallest over the smallest base. */
function basesOf(upper: Term): readonly ["+" | "-", "+" | "-"] {
  return [upper.value - upper.half < 0 ? "-" : "+", upper.value + upper.half < 0 ? "+" : "-"];
}

function shifted(term: Term, sign: "+" | "-"): NativeFormula {
  return term.half === 0 ? term.formula : native`(${term.formula}${sign}${term.half})`;
}

function shiftedValue(term: Term, sign: "+" | "-"): number {
  return sign === "+" ? term.value + term.half : term.value - term.half;
}
