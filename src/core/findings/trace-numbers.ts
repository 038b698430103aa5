import { countDecimals, roundTo, toDecimal } from "../model/decimal.ts";
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

/** Where a finding stands, with its sheet. */
export function ownPlace(finding: Finding): string {
  return `${finding.at.sheet}!${formatPlace(finding)}`;
}
