/** The tests that hold, as far as they speak for or against a suspect. */

import type { NumberReading } from "../../model/table-index.ts";
import type { Outcome } from "../evaluation.ts";
import { keyOfAddress } from "./cell-key.ts";
import type { CellMap, KnownCell } from "./cell-map.ts";
import type { Identity } from "./identity.ts";
import { readingsOf } from "./identity.ts";
import { holds, precedentsOf, refersTo } from "./precedents.ts";
import { directLinks, keyOfReading } from "./reading-links.ts";
import type { PassedTest, Suspect } from "./test-graph.ts";
import type { Reach } from "./formula-links.ts";

/** The tests that hold and touch a suspect; cells that a formula of the test follows are left open in it. */
export function passedTests(
  outcomes: readonly Outcome[],
  suspects: ReadonlyMap<string, Suspect>,
  cells: CellMap,
  reach: Reach
): readonly PassedTest[] {
  if (suspects.size === 0) return [];
  const passed: PassedTest[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind !== "pass" || outcome.identity === null) continue;
    const { identity } = outcome;
    const readings = readingsOf(identity);
    if (!readings.some((reading) => suspects.has(keyOfReading(reading)))) continue;
    const claim = keyOfAddress(outcome.at);
    const links = directLinks(identity);
    // A formula over a cell follows it: that it agrees says nothing of the cell.
    const followed = followedBy(identity, cells.get(claim), readings, reach);
    for (const key of followed) links.set(key, { kind: "open", through: null });
    passed.push({ claim, identity, links });
  }
  return passed;
}

/** Of so few numbers each may be a formula over another; of a long sum only the total is looked at. */
const FEW = 4;

/** The cells of a test that a formula of it names. */
function followedBy(
  { kind }: Identity,
  claim: KnownCell | undefined,
  readings: readonly NumberReading[],
  reach: Reach
): ReadonlySet<string> {
  const followed = new Set<string>();
  const isFew = readings.length <= FEW && kind !== "rank";
  const own = claim?.observation;
  for (const { observation, place } of readings) {
    const { formula } = observation;
    if (formula === null || !(isFew || observation === own)) continue;
    const precedents = precedentsOf(formula, place.index.table.sheet);
    for (const reading of readings) {
      const { sheet } = reading.place.index.table;
      if (reading.observation === observation) continue;
      if (precedents.some((one) => one.sheet === sheet && holds(one.area, reading.observation.at)))
        followed.add(keyOfReading(reading));
    }
    // =C9+C14 over two 小计 follows the zones that these add up.
    if (observation !== own || claim === undefined || followed.size > 0) continue;
    const reached = reach(claim, formula);
    for (const reading of readings) {
      const key = keyOfReading(reading);
      if (reached.has(key)) followed.add(key);
    }
  }
  // A verdict stands in a cell that is no number.
  if (
    typeof own?.formula === "string" &&
    !readings.some(({ observation }) => observation === own)
  ) {
    const sheet = claim?.place.index.table.sheet ?? "";
    for (const reading of readings) {
      const at = {
        sheet: reading.place.index.table.sheet,
        area: { ...reading.observation.at, rows: 1, columns: 1 },
      };
      if (refersTo(own.formula, sheet, at)) followed.add(keyOfReading(reading));
    }
  }
  return followed;
}
