import { printedHalf } from "../model/printed-half.ts";
import type { IndicatorTable, Observation } from "../model/table.ts";
import type { Area, CellRef } from "../workbook/address.ts";
import { countAdditions, parseSumFormula } from "../workbook/sum-formula.ts";
import type { SumFormula } from "../workbook/sum-formula.ts";

type Cells = readonly (readonly (Observation | null)[])[];

/** So many standard deviations of what its members' rounding comes to a sum is allowed to be off. */
const DEVIATIONS = 4;

/**
 * A SUM over rounded members is exact as arithmetic, and off what it stands for by the rounding of all of them: a share
 * or growth of the whole, typed as the statistics office gives it, follows from the unrounded total. Such totals carry
 * how far; n members of half a digit each at the worst, less by chance (each is uniform: a variance of a third of h²).
 */
export function widenSums(cells: Cells, orientation: IndicatorTable["orientation"]): Cells {
  if (orientation === "indicators-in-rows") return cells;
  const sums = cells.flatMap((row) =>
    row.flatMap((observation) => {
      if (observation === null || observation.formula === null) return [];
      const sum = parseSumFormula(observation.formula);
      const isOfZones = sum?.areas.some((area) => isAlong(area, observation.at, orientation));
      return sum === undefined || isOfZones !== true ? [] : [{ observation, sum }];
    })
  );
  if (sums.length === 0) return cells;
  const formulas = new Map(sums.map(({ observation, sum }) => [observation, sum]));
  const spreads = new Map<Observation, number>();
  const spreadOf = (observation: Observation, sum: SumFormula): number => {
    const known = spreads.get(observation);
    if (known !== undefined) return known;
    // A circle of formulas adds up nothing.
    spreads.set(observation, 0);
    let [most, variance] = [0, 0];
    for (const row of cells) {
      const member = row[observation.field];
      if (member === null || member === undefined || member === observation) continue;
      if (member.content.kind !== "number" || countAdditions(sum, member.at) === 0) continue;
      const half = printedHalf(member.content.stated);
      const inner = formulas.get(member);
      const spread = inner === undefined ? 0 : spreadOf(member, inner);
      most += half + spread;
      variance += half ** 2 / 3 + (spread / DEVIATIONS) ** 2;
    }
    const spread = Math.min(most, DEVIATIONS * Math.sqrt(variance));
    spreads.set(observation, spread);
    return spread;
  };
  for (const { observation, sum } of sums) spreadOf(observation, sum);
  return cells.map((row) =>
    row.map((observation) => {
      const spread = observation === null ? 0 : (spreads.get(observation) ?? 0);
      if (observation === null || spread === 0) return observation;
      const { content } = observation;
      if (content.kind !== "number") return observation;
      return { ...observation, content: { ...content, stated: { ...content.stated, spread } } };
    })
  );
}

/** Down the column of a table of zones, or along the row where these are across: a sum over indicators is none. */
function isAlong(area: Area, at: CellRef, orientation: IndicatorTable["orientation"]): boolean {
  return orientation === "zones-in-rows"
    ? area.column <= at.column && at.column < area.column + area.columns
    : area.row <= at.row && at.row < area.row + area.rows;
}
