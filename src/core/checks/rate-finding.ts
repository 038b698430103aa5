/** What is told of a rate that its quotient does not give. */

import { formatFixed } from "../findings/format-number.ts";
import { toInterval } from "../model/interval.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { convertOperand, operandOf, shownDecimals, written } from "./describe.ts";
import { findHint } from "./hint.ts";
import { aboutCell, aboutColumn } from "./relation.ts";
import type { RateRow } from "./rate-rows.ts";

/** `fits`: another quotient that gives the rate; `column`: the rows of a column that is asked about as one. */
export function rateFinding(
  row: RateRow,
  fits: RateRow | undefined,
  column: readonly RateRow[] | null
) {
  const { claim, computed, way } = row;
  const decimals = shownDecimals(claim);
  const whole = operandOf("whole", row.whole);
  const factor = unitFactor(way.part.unit, way.whole.unit) ?? 1;
  const part = convertOperand(operandOf("part", row.part), factor, whole.unit);
  const about = {
    expected: {
      low: roundRatio(computed.range.low, decimals).toNumber(),
      high: roundRatio(computed.range.high, decimals).toNumber(),
    },
    operands: [part, whole, operandOf("stated", claim)],
    arithmetic: `${written(part)} ÷ ${written(whole)} × 100 = ${formatFixed(toNumber(computed.value), decimals + 2)}`,
    allowed: toInterval(computed.range),
    decimals,
  };
  return {
    ...(column === null
      ? // A rate that fits another basis is no wrong number, but a wrong word.
        aboutCell(claim, { ...about, severity: fits === undefined ? "error" : "warning" })
      : aboutColumn(
          claim,
          column.map((other) => other.claim),
          about
        )),
    code: "rate-mismatch",
    params: {
      part: part.value,
      whole: whole.value,
      basis: way.basis,
      unit: null,
      isDeclared: row.isDeclared,
      computed: roundRatio(computed.value, decimals).toNumber(),
      fits:
        fits === undefined
          ? null
          : {
              basis: fits.way.basis,
              part: written(operandOf("part", fits.part)),
              whole: written(operandOf("whole", fits.whole)),
            },
      wholeColumn: column !== null,
      hint: column === null ? findHint(claim.stated.value, computed.value, decimals) : null,
    },
  } as const;
}
