import type { Outcome } from "../../evaluation/evaluation.ts";
import type { Identity } from "../../evaluation/localise/identity.ts";
import type { RateMismatch } from "../../findings/finding.ts";
import { formatFixed } from "../../findings/format-number.ts";
import { divide, quantityOf, scale, toInterval } from "../../model/interval.ts";
import { roundRatio, toNumber } from "../../model/ratio.ts";
import type { NumberReading } from "../../model/table-index.ts";
import { claimOf, standingOf } from "../column-verdict.ts";
import type { Claim } from "../column-verdict.ts";
import { addressOf, found, operandOf, passed, shownDecimals, written } from "../describe.ts";
import { findHint } from "../hint.ts";
import { aboutCell } from "../relation.ts";
import { isMeanOfMembers } from "../summable.ts";
import type { ShownQuotient } from "./find-quotients.ts";

const ID = "rate-mismatch";

interface Row extends Claim {
  readonly part: NumberReading;
  readonly whole: NumberReading;
  readonly factor: number;
}

/** The rows that do not follow the quotient of their column. */
export function judgeShownQuotient(shown: ShownQuotient): readonly Outcome[] {
  const { claim, part, whole, factor } = shown;
  const rows = claim.readings.flatMap((reading, row): Row[] => {
    const own = { part: part.readings[row] ?? null, whole: whole.readings[row] ?? null };
    if (reading === null || own.part === null || own.whole === null) return [];
    const above = scale(quantityOf(own.part.stated), factor);
    const computed = divide(above, quantityOf(own.whole.stated));
    if (computed === undefined) return [];
    return [{ ...claimOf(reading, computed), part: own.part, whole: own.whole, factor }];
  });
  if (standingOf(rows) !== "established") return [];
  return rows.flatMap(judgeRow);
}

function judgeRow(row: Row): readonly Outcome[] {
  const { claim, verdict, part, whole, factor } = row;
  const identity: Identity = {
    kind: "ratio",
    claim,
    top: part,
    bottom: whole,
    factor,
    base: 0,
    sign: 1,
  };
  if (verdict !== "disagrees")
    return [
      passed(
        ID,
        addressOf(claim.place.index, claim.observation.at),
        verdict !== "agrees",
        identity
      ),
    ];
  if (isMeanOfMembers(claim) || isCapped(row)) return [];
  return [found(findingOf(row), identity)];
}

/** 100 for whatever is more: an office's custom. */
function isCapped({ claim, computed, factor }: Row): boolean {
  return factor === 100 && claim.stated.value === 100 && toNumber(computed.value) > 100;
}

function findingOf({ claim, computed, part, whole, factor }: Row): RateMismatch {
  const decimals = shownDecimals(claim);
  const [above, below] = [operandOf("part", part), operandOf("whole", whole)];
  const by = factor === 1 ? "" : ` × ${String(factor)}`;
  return {
    ...aboutCell(claim, {
      severity: "warning",
      expected: {
        low: roundRatio(computed.range.low, decimals).toNumber(),
        high: roundRatio(computed.range.high, decimals).toNumber(),
      },
      operands: [above, below, operandOf("stated", claim)],
      arithmetic: `${written(above)} ÷ ${written(below)}${by} = ${formatFixed(toNumber(computed.value), decimals + 2)}`,
      allowed: toInterval(computed.range),
      decimals,
    }),
    code: ID,
    params: {
      part: above.value,
      whole: below.value,
      basis: "shown",
      unit: claim.place.field.unit?.name ?? null,
      isDeclared: false,
      computed: roundRatio(computed.value, decimals).toNumber(),
      fits: null,
      wholeColumn: false,
      hint: findHint(claim.stated.value, computed.value, decimals),
    },
  };
}
