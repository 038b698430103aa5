/** Tests that a number in the wrong unit takes part in are told under it. */

import type { Finding, FindingCode, UnitSuspect } from "../../findings/finding.ts";
import type { Interval } from "../../model/stated-number.ts";
import { push } from "../../model/push.ts";
import { isSingleCell, keyOfAddress } from "./cell-key.ts";
import { around } from "./identity.ts";
import type { Identity } from "./identity.ts";
import { failsWith } from "./repaired.ts";
import { foldInto } from "./root-finding.ts";

/** What a number in the wrong unit makes wrong. */
const ARITHMETIC: ReadonlySet<FindingCode> = new Set([
  "sum-mismatch",
  "share-mismatch",
  "growth-mismatch",
  "difference-mismatch",
  "rate-mismatch",
  "order-violation",
  "residual-implausible",
  "cumulative-decrease",
]);

/** What a finding holds against each other; undefined where that is not known. */
export type IdentityOf = (finding: Finding) => Identity | undefined;

/** A test that a number in the wrong unit takes part in follows from it, unless it fails with the right one as well. */
export function foldSlips(
  findings: readonly Finding[],
  identityOf: IdentityOf
): readonly Finding[] {
  const slips = new Map(
    findings
      .filter((finding) => finding.code === "unit-suspect")
      .filter(({ at }) => isSingleCell(at))
      .map((finding) => [keyOfAddress(finding.at), finding])
  );
  if (slips.size === 0) return findings;
  const repairs = knownRepairs(findings);
  for (const [key, slip] of slips) repairs.set(key, repairOf(slip));
  const under = new Map<Finding, Finding[]>();
  const gone = new Set<Finding>();
  for (const finding of findings) {
    if (!ARITHMETIC.has(finding.code)) continue;
    const cells = [finding.at, ...finding.trace.operands.flatMap(({ at }) => at ?? [])];
    const slip = cells
      .filter(isSingleCell)
      .map((at) => slips.get(keyOfAddress(at)))
      .find((one) => one !== undefined);
    if (slip === undefined) continue;
    const identity = identityOf(finding);
    const others = new Map(repairs);
    if (isSingleCell(finding.at)) others.delete(keyOfAddress(finding.at));
    if (identity !== undefined && failsWith(identity, others)) continue;
    gone.add(finding);
    push(under, slip, finding);
  }
  return findings
    .filter((finding) => !gone.has(finding))
    .map((finding) => foldInto(finding, under.get(finding) ?? []));
}

/** What other cells at fault would have to be. */
function knownRepairs(findings: readonly Finding[]): Map<string, Interval> {
  return new Map(
    findings.flatMap(({ at, expected }) =>
      isSingleCell(at) && expected !== null && expected.low !== null && expected.high !== null
        ? [[keyOfAddress(at), { low: expected.low, high: expected.high }] as const]
        : []
    )
  );
}

/** The number in its unit, which may have been rounded before or after it was typed. */
function repairOf({ params: { likely }, trace }: UnitSuspect): Interval {
  return around(likely, 0.5 * 10 ** -trace.decimals);
}
