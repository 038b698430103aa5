/** Whether two periods are of the same months, this year or the year before. */

import { formatPeriod } from "./period.ts";
import type { Period } from "./period.ts";

export function isSamePeriod(a: Period, b: Period): boolean {
  return formatPeriod(a) === formatPeriod(b);
}

/** Whether a period covers the same months of the year before, or is not told apart from this year's. */
export function isPriorPeriod(prior: Period, current: Period): boolean {
  if (isSamePeriod(prior, current)) return true;
  if (prior.year === null || current.year === null) return sameMonths(prior, current);
  return prior.year === current.year - 1 && sameMonths(prior, current);
}

function sameMonths(a: Period, b: Period): boolean {
  return formatPeriod({ ...a, year: 0 }) === formatPeriod({ ...b, year: 0 });
}
