import type { NotEvaluableReason, Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Operand, ShareMismatch } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import type { Watched } from "../findings/watched.ts";
import { intervalOf, toInterval } from "../model/interval.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import type { NumberReading } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import {
  addressAround,
  addressOf,
  convertOperand,
  found,
  notEvaluable,
  operandOf,
  shownDecimals,
  subjectAt,
  subjectOfColumn,
  written,
} from "./describe.ts";
import { findHint } from "./hint.ts";
import type { Judged } from "./judge-share.ts";
import { watchedNumber, watchedOperand } from "./watch.ts";

export const ID = "share-mismatch";

export function identityOf({ claim, part, value }: Judged): Extract<Identity, { kind: "ratio" }> {
  const factor = unitFactor(part.place.field.unit, value.unit) ?? 1;
  return {
    kind: "ratio",
    claim,
    top: part,
    bottom: value.reading ?? intervalOf(value.stated),
    factor: (100 * factor) / value.scale,
    base: 0,
    sign: 1,
  };
}

export function watchedShare({ claim, part, value }: Judged): Watched {
  const factor = unitFactor(part.place.field.unit, value.unit) ?? 1;
  return {
    kind: "share",
    at: addressOf(claim.place.index, claim.observation.at),
    stated: claim.stated.value,
    upper: watchedNumber("part", part, factor),
    lower: watchedOperand(value.operand, value.scale),
    sign: "as-is",
  };
}

export function askOnce(judged: readonly Judged[], fits: string | null): Outcome[] {
  const off = judged.filter(({ verdict }) => verdict === "disagrees");
  const [first] = off;
  if (first === undefined) return [];
  const finding = findingOf(first, {
    wholeColumn: true,
    fits,
    all: judged,
  });
  const rest = judged
    .filter((other) => other !== first)
    .map((other) => skipped(other.claim, "relation-not-established"));
  return [found(finding, { kind: "column", parts: judged.map(identityOf) }), ...rest];
}

export interface How {
  readonly wholeColumn: boolean;
  readonly fits: string | null;
  readonly all: readonly Judged[];
}

export function findingOf(
  { row, part: divided, whole: chosen, value, claim, computed }: Judged,
  how: How
): ShareMismatch {
  const index = row.place.index;
  const decimals = shownDecimals(claim);
  const own = divided.place.field.unit;
  const part = convertOperand(
    operandOf("part", divided),
    unitFactor(own, value.unit) ?? 1,
    value.unit?.name ?? null
  );
  const whole = convertOperand(value.operand, value.scale, own?.name ?? null);
  const operands: Operand[] = [part, whole, operandOf("stated", claim)];
  const shown = formatFixed(toNumber(computed.value), decimals + 2);
  return {
    code: ID,
    class: "consistency",
    severity: how.wholeColumn ? "warning" : "error",
    remark: how.wholeColumn ? "required" : "none",
    subject: how.wholeColumn ? subjectOfColumn(row.place) : subjectAt(row.place),
    at: how.wholeColumn
      ? addressAround(
          index,
          how.all.map((other) => other.claim.observation.at)
        )
      : addressOf(index, claim.observation.at),
    stated: claim.stated.value,
    expected: {
      low: roundRatio(computed.range.low, decimals).toNumber(),
      high: roundRatio(computed.range.high, decimals).toNumber(),
    },
    params: {
      part: part.value,
      whole: whole.value,
      wholeName: chosen.name,
      computed: roundRatio(computed.value, decimals).toNumber(),
      fits: how.fits,
      wholeColumn: how.wholeColumn,
      hint: how.wholeColumn ? null : findHint(claim.stated.value, computed.value, decimals),
    },
    trace: {
      operands,
      arithmetic: `${written(part)} ÷ ${written(whole)} × 100 = ${shown}`,
      allowed: toInterval(computed.range),
      decimals,
    },
    alternatives: [],
    consequences: [],
  };
}

export function skipped(claim: NumberReading, reason: NotEvaluableReason): Outcome {
  return notEvaluable(ID, addressOf(claim.place.index, claim.observation.at), reason);
}
