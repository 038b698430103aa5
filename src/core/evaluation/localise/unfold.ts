import { directLinks } from "./reading-links.ts";
import type { GraphTest, PassedTest, Suspect } from "./test-graph.ts";

/** What is tried together: the chosen cells with the formulas between them and the tests, and the tests themselves. */
export interface Unfolded {
  readonly variables: readonly Suspect[];
  readonly tests: readonly GraphTest[];
}

/**
 * A cell may take part in a test through another cell's formula: last year's value through the growth that is held
 * against a target. Where that growth is itself a test that holds, it becomes an unknown of its own and the two tests a
 * chain, so that the cell's value is bound by what the far test asks for.
 */
export function unfold(
  chosen: readonly Suspect[],
  failed: readonly GraphTest[],
  claims: ReadonlyMap<string, PassedTest>,
  suspects: ReadonlyMap<string, Suspect>
): Unfolded {
  const between = new Map<string, Suspect>();
  const own = new Set(chosen.map(({ key }) => key));
  const tests = failed.map((test): GraphTest => {
    const through = chosen.flatMap(({ key }) => {
      const link = test.links.get(key);
      if (link?.kind !== "open" || link.through === null || own.has(link.through)) return [];
      const middle = suspects.get(link.through);
      const rule = claims.get(link.through);
      const isBound = rule !== undefined && directLinks(rule.identity).has(key);
      return isBound && middle?.reading ? [{ key, middle }] : [];
    });
    if (through.length === 0) return test;
    const links = new Map(test.links);
    for (const { key, middle } of through) {
      links.delete(key);
      between.set(middle.key, middle);
    }
    return { identity: test.identity, links };
  });
  const chain = [...between.keys()].flatMap((key): GraphTest[] => {
    const rule = claims.get(key);
    return rule === undefined
      ? []
      : [{ identity: rule.identity, links: directLinks(rule.identity) }];
  });
  return { variables: [...chosen, ...between.values()], tests: [...tests, ...chain] };
}
