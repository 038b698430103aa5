import { findValues } from "./feasible.ts";
import type { FailedTest, Graph } from "./graph.ts";
import type { GraphTest, Suspect } from "./test-graph.ts";

/** Failed tests that share suspects, and all that must hold among them. */
export interface Component {
  readonly failed: readonly FailedTest[];
  readonly passed: readonly GraphTest[];
  readonly suspects: ReadonlyMap<string, Suspect>;
  readonly given: readonly Suspect[];
}

/**
 * Parts of the graph that have nothing to do with each other. Before they are cut apart, suspects are let go whose
 * every value that would satisfy a failed test contradicts a passed one between cells nobody suspects: 全市 under
 * three wrong shares and ten right ones.
 */
export function connect(graph: Graph): readonly Component[] {
  const failed = graph.failed.map((test) => withoutCleared(test, graph));
  const parent = failed.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const first = new Map<string, number>();
  failed.forEach(({ links }, index) => {
    for (const key of links.keys()) {
      const other = first.get(key);
      if (other === undefined) first.set(key, index);
      else parent[find(index)] = find(other);
    }
  });
  const groups = new Map<number, FailedTest[]>();
  failed.forEach((test, index) => {
    const root = find(index);
    groups.set(root, [...(groups.get(root) ?? []), test]);
  });
  return [...groups.values()].map((tests) => toComponent(tests, graph));
}

function toComponent(failed: readonly FailedTest[], graph: Graph): Component {
  const keys = new Set(failed.flatMap(({ links }) => [...links.keys()]));
  const suspects = new Map([...graph.suspects].filter(([key]) => keys.has(key)));
  const passed = graph.passed.filter(({ links }) => touches(links.keys(), keys));
  const given = [...suspects.values()].filter(({ key }) => graph.given.has(key));
  return { failed, passed, suspects, given };
}

function touches(keys: Iterable<string>, wanted: ReadonlySet<string>): boolean {
  for (const key of keys) if (wanted.has(key)) return true;
  return false;
}

function withoutCleared(test: FailedTest, graph: Graph): FailedTest {
  if (test.links.size < 2) return test;
  const links = new Map(
    [...test.links].filter(([key, link]) => {
      const suspect = graph.suspects.get(key);
      if (suspect === undefined || link.kind === "open" || graph.given.has(key)) return true;
      const sure = graph.passed.filter(
        (passed) =>
          passed.links.has(key) &&
          [...passed.links.keys()].every((other) => other === key || !graph.suspects.has(other))
      );
      return findValues([suspect], [test, ...sure]) !== undefined;
    })
  );
  return links.size === 0 ? test : { ...test, links };
}
