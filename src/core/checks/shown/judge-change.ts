import type { Outcome } from "../../evaluation/evaluation.ts";
import { growthOf, quantityOf, scale } from "../../model/interval.ts";
import { claimOf, standingOf } from "../column-verdict.ts";
import { addressOf, found, passed } from "../describe.ts";
import { growthFinding, identityOfGrowth } from "../growth-finding.ts";
import type { JudgedGrowth } from "../growth-rows.ts";
import { isMeanOfMembers } from "../summable.ts";
import type { ShownChange } from "./find-changes.ts";

const ID = "growth-mismatch";

/** The rows that do not follow the change of their column. */
export function judgeShownChange({ claim, current, prior }: ShownChange): readonly Outcome[] {
  const isFall = claim.field.measure === "fall";
  const rows = claim.readings.flatMap((reading, row): JudgedGrowth[] => {
    const [now, before] = [current.readings[row] ?? null, prior.readings[row] ?? null];
    if (reading === null || now === null || before === null) return [];
    const growth = growthOf(quantityOf(now.stated), quantityOf(before.stated));
    if (growth === undefined) return [];
    const computed = isFall ? scale(growth, -1) : growth;
    return [{ ...claimOf(reading, computed), current: now, prior: before }];
  });
  if (standingOf(rows) !== "established") return [];
  return rows.flatMap(judgeRow);
}

function judgeRow(row: JudgedGrowth): readonly Outcome[] {
  const { claim, verdict } = row;
  const identity = identityOfGrowth(row);
  if (verdict !== "disagrees")
    return [
      passed(
        ID,
        addressOf(claim.place.index, claim.observation.at),
        verdict !== "agrees",
        identity
      ),
    ];
  return isMeanOfMembers(claim) ? [] : [found(growthFinding(row, null), identity)];
}
