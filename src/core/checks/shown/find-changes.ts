import type { Measure } from "../../model/measure.ts";
import { unitFactor } from "../../model/unit-factor.ts";
import type { Field } from "../../model/table.ts";
import { weighBoth } from "./evidence.ts";
import type { Estimate, Evidence } from "./evidence.ts";
import { isBetter, mayBeDivided } from "./find-quotients.ts";
import type { ShownColumn } from "./grid.ts";

/** claim = (current ÷ prior − 1) × 100, of a fall the reverse, as most rows of a table show it. */
export interface ShownChange {
  readonly claim: ShownColumn;
  readonly current: ShownColumn;
  readonly prior: ShownColumn;
  readonly evidence: Evidence;
}

/** Only what is headed as a change is asked for, and most likely it is one of what stands beside it. */
const MARGIN_OF_NAMED = 13;
const CHANGES: ReadonlySet<Measure> = new Set(["growth", "fall", "growth-month", "growth-other"]);
/** What a statistics office computes of other values than the printed ones. */
const GIVEN = /可比|同口径|不变价/u;

/** The change that a column in per cent is between two others, where its rows leave no doubt: 承诺时限 | 实际用时 | 压缩率. */
export function findChange(
  claim: ShownColumn,
  columns: readonly ShownColumn[],
  isTaken: (columns: readonly ShownColumn[]) => boolean
): ShownChange | undefined {
  if (!isChange(claim.field)) return undefined;
  const sign = claim.field.measure === "fall" ? -1 : 1;
  const needed = MARGIN_OF_NAMED + Math.log2(2 * columns.length ** 2 + 1);
  let best: ShownChange | undefined;
  for (const current of columns) {
    if (current === claim || !mayBeDivided(current.field)) continue;
    for (const prior of columns) {
      if (prior === claim || prior === current || !mayBeDivided(prior.field)) continue;
      if (unitFactor(current.field.unit, prior.field.unit) !== 1) continue;
      const evidence = weighBoth(
        claim,
        (row, isExact) => changeAt(row, isExact, { current, prior, sign }),
        needed
      );
      if (evidence === undefined || isTaken([claim, current, prior])) continue;
      if (best === undefined || isBetter(evidence, best.evidence))
        best = { claim, current, prior, evidence };
    }
  }
  return best;
}

function isChange({ measure, unit, indicator, path, against }: Field): boolean {
  if (unit !== null && unit.family !== "rate") return false;
  if (indicator.growthBasis === "constant-price" || against !== null) return false;
  if (path.some((text) => GIVEN.test(text))) return false;
  const isRate = measure === "actual" && indicator.kind === "rate" && !indicator.isCatalogued;
  return CHANGES.has(measure) || isRate;
}

function changeAt(
  row: number,
  isExact: boolean,
  { current, prior, sign }: Pick<ShownChange, "current" | "prior"> & { readonly sign: 1 | -1 }
): Estimate | null {
  const [now, before] = [current.values[row] ?? NaN, prior.values[row] ?? NaN];
  if (Number.isNaN(now) || !(before > 0)) return null;
  const quotient = (100 * now) / before;
  const value = sign * (quotient - 100);
  const telling = [now !== before && now !== 0];
  if (isExact) return { value, room: Math.abs(quotient) * 1e-12, telling };
  const doubt = (100 * (current.halves[row] ?? 0)) / before;
  return { value, room: doubt + (Math.abs(quotient) * (prior.halves[row] ?? 0)) / before, telling };
}
