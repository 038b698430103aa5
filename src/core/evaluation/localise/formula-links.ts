/** The cells that formulas of a failed test rest on: what they hold moves the test too. */

import { parseSumFormula, countAdditions } from "../../workbook/sum-formula.ts";
import { claimKey } from "./cell-key.ts";
import { reachOf } from "./cell-map.ts";
import type { CellMap, KnownCell } from "./cell-map.ts";
import type { FailedTest, Link } from "./test-graph.ts";

/** The cells a formula rests on, found once. */
export type Reach = (cell: KnownCell, formula: string) => ReadonlySet<string>;

/** Finds the cells under formulas, each formula's once. */
export function reaching(cells: CellMap): Reach {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ key, place }, formula) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const reached = reachOf(formula, place.index.table.sheet, cells);
    known.set(key, reached);
    return reached;
  };
}

/** A test with the cells that formulas of it rest on. A sum's own formula rests on nothing but its members. */
export function withFormulas(test: FailedTest, cells: CellMap, reach: Reach): FailedTest {
  const { finding, isOwnFormula: isOwn } = test;
  if (isOwn && finding.code === "sum-mismatch") return test;
  const links = new Map(test.links);
  const own = isOwn ? claimKey(finding.at) : null;
  for (const [key, link] of throughFormulas(test.links, own, cells, reach)) {
    if (!links.has(key)) links.set(key, link);
  }
  return links.size === test.links.size ? test : { ...test, links };
}

/** The cells that formulas of a test rest on: what they hold moves the test too. */
function throughFormulas(
  links: ReadonlyMap<string, Link>,
  ownFormula: string | null,
  cells: CellMap,
  reach: Reach
): readonly [string, Link][] {
  const found: [string, Link][] = [];
  for (const [key, link] of links) {
    const cell = cells.get(key);
    const formula = cell?.observation.formula ?? null;
    // A formula over the very cells it is held against rests on nothing else.
    if (cell === undefined || formula === null || key === ownFormula) continue;
    const sum = parseSumFormula(formula);
    for (const reached of reach(cell, formula)) {
      found.push([reached, linkThrough(key, link, sum, cells.get(reached))]);
    }
  }
  return found;
}

function linkThrough(
  through: string,
  link: Link,
  sum: ReturnType<typeof parseSumFormula>,
  cell: KnownCell | undefined
): Link {
  const isAdded =
    link.kind === "direct" &&
    sum !== undefined &&
    cell !== undefined &&
    countAdditions(sum, cell.observation.at) === 1;
  return isAdded ? { kind: "added", into: link.reading } : { kind: "open", through };
}
