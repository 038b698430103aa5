import type { Measure } from "../../../model/measure.ts";
import type { Figure } from "../figures/figure.ts";
import type { BookCells } from "./book-cells.ts";
import { bestOf } from "./match.ts";
import type { Match } from "./match.ts";
import { monthly, statedNumbers } from "./stated-numbers.ts";
import { whoseIs } from "./whose.ts";
import type { Whose } from "./whose.ts";

/**
 * Whose a number is and of when may go on from what was said before, and then it is not sure: behind 乙区…。 a sentence without a
 * name may speak of all of them again, and behind 8月当月 of the months so far. One of those that agrees is meant.
 */
export function inherited(
  figure: Figure,
  cells: BookCells,
  {
    whose,
    measures,
    said,
  }: { readonly whose: Whose; readonly measures: readonly Measure[]; readonly said: Match }
): Match | undefined {
  const { topic, lead } = figure;
  if (topic === null || figure.role.startsWith("reference")) return undefined;
  const isOwnTime = /[月季年]/u.test(lead);
  const isOwnName = topic.subject !== "" && lead.includes(topic.subject);
  const anyTime = isOwnTime ? figure : { ...figure, topic: { ...topic, period: null } };
  const all: Whose = { kind: "all", zoneKind: null };
  const tries: readonly (readonly [Figure, Whose])[] = [
    ...(isOwnTime ? [] : [[anyTime, whose] as const]),
    ...(isOwnName || whose.kind !== "zones" || whoseIs("", lead, cells).kind === "zones"
      ? []
      : [[figure, all] as const, [anyTime, all] as const]),
  ];
  for (const [of, by] of tries) {
    const found = bestOf(figure, statedNumbers(cells, of, monthly(of, measures), by));
    if (found?.judged.verdict === "agrees" && found.number.table.sheet === said.number.table.sheet)
      return found;
  }
  return undefined;
}
