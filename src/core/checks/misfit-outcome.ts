import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { GrowthMismatch, RateMismatch, ShareMismatch } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import { roundTo } from "../model/decimal.ts";
import type { NumberReading } from "../model/table-index.ts";
import type { Misfits } from "./column-misfits.ts";
import { found } from "./describe.ts";

type Ratio = Extract<Identity, { kind: "ratio" }>;

/**
 * A ratio that does not go with the rest of a deviating column: a question at its cell, held against what the others'
 * common factor makes of its operands. `computed`: what the operands give by themselves.
 */
export function misfitOutcome(
  finding: GrowthMismatch | ShareMismatch | RateMismatch,
  identity: Ratio,
  computed: number,
  { factor, room }: Pick<Misfits<unknown>, "factor" | "room">
): Outcome {
  const { base, sign, claim } = identity;
  const { decimals, operands } = finding.trace;
  const grown = (sign * computed + base) * factor;
  const likely = roundTo(sign * (grown - base), decimals);
  const spread = Math.abs(grown) * room;
  const [top, bottom] = operands.map((one) => formatFixed(one.value, one.decimals));
  const quotient = `${top ?? ""} ÷ ${bottom ?? ""} × ${formatFixed(factor, 3)}`;
  const shown = formatFixed(likely, decimals);
  const arithmetic =
    base === 0
      ? `${quotient} × 100 ≈ ${shown}`
      : sign < 0
        ? `(1 − ${quotient}) × 100 ≈ ${shown}`
        : `(${quotient} − 1) × 100 ≈ ${shown}`;
  const told = {
    ...finding,
    severity: "warning",
    remark: "required",
    expected: { low: roundTo(likely - spread, decimals), high: roundTo(likely + spread, decimals) },
    trace: { ...finding.trace, arithmetic, allowed: null, likely },
  } as const;
  return found(told, {
    ...identity,
    factor: identity.factor * factor,
    claim: withSpread(claim, spread),
  });
}

/** The number, as far off as the column's numbers usually are. */
function withSpread(reading: NumberReading, spread: number): NumberReading {
  const { stated } = reading;
  return { ...reading, stated: { ...stated, spread: (stated.spread ?? 0) + spread } };
}
