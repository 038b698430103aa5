/** A way to add up that the numbers of a table show by chance: where it fails, all it is made of is held by other sums. */

import type { Outcome } from "../../evaluation/evaluation.ts";
import { readingsOf } from "../../evaluation/localise/identity.ts";
import type { NumberReading } from "../../model/table-index.ts";
import type { ShownGrid } from "./grid.ts";

/**
 * 发现隐患 = 一般 + 重大, 完成整改 = 一般 + 重大, 发现 = 完成 + 未完成: that 一般隐患 is 一般完成 + 未完成 wherever no 重大隐患 is left
 * over is chance. The failures of such a sum, each of whose numbers stands in another sum of its row that holds: no one
 * number can be wrong.
 */
export function withoutHeldElsewhere(
  shown: readonly Outcome[],
  known: readonly Outcome[],
  grid: ShownGrid
): readonly Outcome[] {
  const failed = shown.filter(({ kind }) => kind === "fail");
  if (failed.length === 0) return shown;
  const held = heldBy([...known, ...shown], grid);
  return shown.filter((outcome) => {
    if (outcome.kind !== "fail" || outcome.identity?.kind !== "linear") return true;
    return !readingsOf(outcome.identity).every(({ observation }) => held.has(observation));
  });
}

/** The numbers of all sums within one row that hold. */
function heldBy(
  outcomes: readonly Outcome[],
  grid: ShownGrid
): ReadonlySet<NumberReading["observation"]> {
  const held = new Set<NumberReading["observation"]>();
  for (const outcome of outcomes) {
    if (outcome.kind !== "pass" || outcome.identity?.kind !== "linear") continue;
    const readings = readingsOf(outcome.identity);
    const [first, ...others] = readings;
    if (first === undefined || others.length === 0) continue;
    const row = grid.rowOf(first);
    const isWithinRow = others.every((other) => grid.rowOf(other) === row);
    if (isWithinRow) for (const { observation } of readings) held.add(observation);
  }
  return held;
}
