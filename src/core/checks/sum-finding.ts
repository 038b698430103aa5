import type { Identity } from "../evaluation/localise/identity.ts";
import type { Finding } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import { toDecimal } from "../model/decimal.ts";
import { ratioOf } from "../model/ratio.ts";
import type { NumberReading } from "../model/table-index.ts";
import { addressOf, operandOf, shownDecimals, subjectAt, written } from "./describe.ts";
import { findHint } from "./hint.ts";
import { findCause } from "./sum-cause.ts";
import type { Allowance } from "./sum-allowance.ts";
import type { Sum } from "./sum.ts";

const ID = "sum-mismatch";

/** total − Σ members, within what rounding allows. */
export function identityOf(
  total: NumberReading,
  members: readonly NumberReading[],
  allowance: Allowance
): Identity {
  const slack = allowance.high.toNumber();
  return { kind: "linear", plus: [total], minus: members, constant: 0, low: -slack, high: slack };
}

/** More members than this are not written out one by one. */
const WRITTEN_MEMBERS = 12;

/** What is said of a total that its members do not give; of a whole row of them it is asked once. */
export function findingOf(judged: Sum, scope: "cell" | "row"): Finding {
  const { place, total, members, sum, allowance } = judged;
  const stated = operandOf("total", total);
  const operands = members.map((member) => operandOf("member", member));
  const decimals = Math.max(shownDecimals(total), ...operands.map((operand) => operand.decimals));
  const computed = sum.toNumber();
  const off = toDecimal(total.stated.value).minus(sum).abs();
  // Within the digits as they stand there, though not within those of the column: no hard verdict.
  const isSoft = scope === "row" || judged.isOnlyLikely || off.lte(allowance.soft);
  const shown =
    operands.length <= WRITTEN_MEMBERS
      ? operands
      : [...operands.slice(0, WRITTEN_MEMBERS - 2), null, ...operands.slice(-1)];
  const terms = shown.map((operand, index) =>
    operand === null
      ? "…"
      : operand.value < 0 && index > 0
        ? `(${written(operand)})`
        : written(operand)
  );
  const low = sum.minus(allowance.high).toNumber();
  const high = sum.plus(allowance.high).toNumber();
  return {
    code: ID,
    class: "consistency",
    severity: isSoft ? "warning" : "error",
    remark: isSoft ? "required" : "none",
    subject: subjectAt(place),
    at: addressOf(place.index, total.observation.at),
    stated: total.stated.value,
    expected: { low, high },
    params: {
      stated: total.stated.value,
      sum: computed,
      members: members.length,
      unit: place.field.unit?.name ?? null,
      cause: findCause(judged),
      hint: findHint(total.stated.value, ratioOf(sum), decimals),
    },
    trace: {
      operands: [...operands, stated],
      arithmetic: `${terms.join(" + ")} = ${formatFixed(computed, decimals)}`,
      allowed: { low, high },
      decimals,
    },
    alternatives: [],
    consequences: [],
  };
}
