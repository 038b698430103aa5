import { countDecimals, roundTo, toDecimal } from "../model/decimal.ts";
import { formatAddress } from "../workbook/address.ts";
import type { Finding } from "./finding.ts";
import { formatPlace } from "./place.ts";

/** Half the width of the allowed range, without binary noise; null where nothing is recomputed. */
export function halfWidth({ trace }: Finding): string | null {
  const { allowed, decimals } = trace;
  if (allowed === null) return null;
  const width = toDecimal(allowed.high).minus(toDecimal(allowed.low)).toNumber();
  const half = roundTo(width / 2, Math.min(12, decimals + 2));
  return half.toFixed(countDecimals(half));
}

/** Where a finding stands: its cell with its sheet; in a rules file, which has no cells, the rule. */
export function ownPlace(finding: Finding): string {
  const place = formatPlace(finding);
  return place.startsWith("rules[") ? `${finding.at.sheet} ${place}` : formatAddress(finding.at);
}
