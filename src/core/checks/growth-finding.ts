import type { Identity } from "../evaluation/localise/identity.ts";
import type { GrowthMismatch } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import type { Watched } from "../findings/watched.ts";
import { toInterval } from "../model/interval.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import { unitFactor } from "../model/unit-factor.ts";
import {
  addressAround,
  addressOf,
  convertOperand,
  operandOf,
  shownDecimals,
  subjectAt,
  subjectOfColumn,
  written,
} from "./describe.ts";
import type { JudgedGrowth } from "./growth-rows.ts";
import { findHint } from "./hint.ts";
import { watchedNumber } from "./watch.ts";

/** What is held against each other. */
export function identityOfGrowth({
  claim,
  current,
  prior,
}: JudgedGrowth): Extract<Identity, { kind: "ratio" }> {
  const factor = unitFactor(prior.place.field.unit, current.place.field.unit) ?? 1;
  const sign = claim.place.field.measure === "fall" ? -1 : 1;
  return {
    kind: "ratio",
    claim,
    top: current,
    bottom: prior,
    factor: 100 / factor,
    base: 100,
    sign,
  };
}

/** What its flag needs. */
export function watchedGrowth({ claim, current, prior }: JudgedGrowth): Watched {
  const factor = unitFactor(prior.place.field.unit, current.place.field.unit) ?? 1;
  return {
    kind: "growth",
    at: addressOf(claim.place.index, claim.observation.at),
    stated: claim.stated.value,
    upper: watchedNumber("actual", current),
    lower: watchedNumber("prior", prior, factor),
    sign: claim.place.field.measure === "fall" ? "falls" : "as-is",
  };
}

/** A growth that does not follow; with the column, one question for all of it. */
export function growthFinding(
  row: JudgedGrowth,
  column: readonly JudgedGrowth[] | null
): GrowthMismatch {
  const { claim, computed } = row;
  const { index } = claim.place;
  const decimals = shownDecimals(claim);
  const current = operandOf("actual", row.current);
  const unit = row.current.place.field.unit;
  const prior = convertOperand(
    operandOf("prior", row.prior),
    unitFactor(row.prior.place.field.unit, unit) ?? 1,
    unit?.name ?? null
  );
  const shown = formatFixed(toNumber(computed.value), decimals + 2);
  const isFall = claim.place.field.measure === "fall";
  const quotient = `${written(current)} ÷ ${written(prior)}`;
  return {
    code: "growth-mismatch",
    class: "consistency",
    severity: "warning",
    remark: "required",
    subject: column === null ? subjectAt(claim.place) : subjectOfColumn(claim.place),
    at:
      column === null
        ? addressOf(index, claim.observation.at)
        : addressAround(
            index,
            column.map((other) => other.claim.observation.at)
          ),
    stated: claim.stated.value,
    expected: {
      low: roundRatio(computed.range.low, decimals).toNumber(),
      high: roundRatio(computed.range.high, decimals).toNumber(),
    },
    params: {
      current: current.value,
      prior: prior.value,
      computed: roundRatio(computed.value, decimals).toNumber(),
      wholeColumn: column !== null,
      hint: column === null ? findHint(claim.stated.value, computed.value, decimals) : null,
    },
    trace: {
      operands: [current, prior, operandOf("stated", claim)],
      arithmetic: isFall
        ? `(1 − ${quotient}) × 100 = ${shown}`
        : `(${quotient} − 1) × 100 = ${shown}`,
      allowed: toInterval(computed.range),
      decimals,
    },
    alternatives: [],
    consequences: [],
  };
}
