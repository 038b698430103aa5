/** A number at fault by a power of ten, told as the slip of a unit that it is. */

import type { Finding, UnitSuspect } from "../../findings/finding.ts";
import { countDecimals } from "../../model/decimal.ts";
import { isSingleCell, keyOfAddress } from "./cell-key.ts";

/** A cell that is 10⁴ off by all that depends on it, or a fraction where ×100 satisfies the relation of its column. */
export function asUnitSlip(finding: Finding): Finding {
  const { cause, expected, stated } = finding;
  if (expected === null || expected.low === null || expected.high === null) return finding;
  if (typeof stated !== "number" || stated === 0) return finding;
  const middle = (expected.low + expected.high) / 2;
  if (cause?.kind === "elsewhere") {
    const power = Math.round(Math.log10(stated / middle));
    const isSlip = Math.abs(power) >= 2 && isPower(stated / middle, power);
    return isSlip ? toUnitSuspect(finding, power, "relations", cause.decimals) : finding;
  }
  const isRate = finding.code === "share-mismatch" || finding.code === "growth-mismatch";
  if (!isRate || !isSingleCell(finding.at) || Math.abs(stated) >= 1) return finding;
  const isFraction = stated * 100 >= expected.low - 0.5 && stated * 100 <= expected.high + 0.5;
  const isNear = Math.abs(stated * 100 - middle) <= Math.max(0.05, Math.abs(middle) * 0.005);
  return isFraction && isNear && Math.abs(middle) >= 1
    ? toUnitSuspect(finding, -2, "fraction", finding.trace.decimals)
    : finding;
}

function isPower(ratio: number, power: number): boolean {
  return ratio > 0 && Math.abs(Math.log10(ratio) - power) < 0.01;
}

function toUnitSuspect(
  finding: Finding,
  power: number,
  context: UnitSuspect["params"]["context"],
  decimals: number
): UnitSuspect {
  const likely = Number((Number(finding.stated) / 10 ** power).toPrecision(12));
  const { severity, remark, subject, at, stated, expected, trace, alternatives, consequences } =
    finding;
  const unit = trace.operands.find((one) => one.at !== null && isAt(one.at, finding))?.unit ?? null;
  return {
    code: "unit-suspect",
    class: "quality",
    severity,
    remark,
    subject,
    at,
    stated,
    expected,
    params: { power, likely, context, unit },
    trace: { ...trace, decimals: Math.max(decimals, Math.min(MOST_SHOWN, countDecimals(likely))) },
    alternatives,
    consequences,
  };
}

/** What 1775300 should be is told as 177.53, though the cell shows no decimals. */
const MOST_SHOWN = 4;

function isAt(at: Finding["at"], finding: Finding): boolean {
  return keyOfAddress(at) === keyOfAddress(finding.at);
}
