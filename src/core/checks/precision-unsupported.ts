import type { Outcome } from "../evaluation/evaluation.ts";
import { zoneNumbers } from "./zone-rows.ts";
import type { Check, CheckContext } from "./check.ts";
import type { Column, NumberReading } from "../model/table-index.ts";
import { found, operandOf } from "./describe.ts";
import { waysToRead } from "./difference-operands.ts";
import { judgeByConvention } from "./sign-convention.ts";
import { standingOf } from "./column-verdict.ts";
import { unsupportedRatios } from "./precision-of-ratios.ts";
import { unsupportedTotals } from "./precision-of-totals.ts";
import { qualityAt } from "./quality.ts";

const ID = "precision-unsupported";

/**
 * A typed result has no more decimals than its operands support: a difference than the finer of its two numbers, a
 * total than the finest of its members, a share or a growth than the operands' rounding leaves (once for the column).
 */
export const precisionUnsupported: Check = {
  id: ID,
  severity: "information",
  run: (context) => [
    ...context.index.columns
      .filter(({ measure }) => measure === "difference" || measure === "gap")
      .filter((column) => column.fields.some((field) => hasTyped(context, field)))
      .flatMap((column) => judgeColumn(context, column)),
    ...unsupportedRatios(context),
    ...unsupportedTotals(context),
  ],
};

function hasTyped({ index }: CheckContext, field: Column["fields"][number]): boolean {
  return zoneNumbers(index, field).some(({ stated }) => stated.origin === "typed");
}

function judgeColumn(context: CheckContext, column: Column): Outcome[] {
  for (const read of waysToRead(context, column)) {
    const { rows } = read();
    if (rows.length === 0 || standingOf(judgeByConvention(rows).judged) !== "established") continue;
    return rows.flatMap(({ claim, ownReading, otherReading, otherOperand }): Outcome[] => {
      const supported = Math.max(
        digitsOf(ownReading),
        otherReading === null ? otherOperand.decimals : digitsOf(otherReading)
      );
      if (claim.stated.origin !== "typed" || claim.stated.precision !== "stated") return [];
      if (claim.stated.decimals <= supported) return [];
      return [
        found({
          ...qualityAt(claim.place, claim.observation, {
            severity: "information",
            remark: "optional",
            stated: claim.stated.value,
            expected: null,
            operands: [operandOf("rate", ownReading), otherOperand, operandOf("stated", claim)],
            arithmetic: `${claim.stated.decimals} > ${supported}`,
            decimals: claim.stated.decimals,
          }),
          code: ID,
          params: { decimals: claim.stated.decimals, supported, spread: null },
        }),
      ];
    });
  }
  return [];
}

/** An unrounded result supports any digits. */
function digitsOf({ stated, place }: NumberReading): number {
  if (stated.precision !== "stated") return 15;
  return Math.max(stated.decimals, place.index.columnOf.get(place.field)?.decimals ?? 0);
}
