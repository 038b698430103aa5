import type { Graph } from "./graph.ts";
import { letGo } from "./let-go.ts";
import type { FailedTest, PassedTest, Suspect } from "./test-graph.ts";

/** Failed tests that share suspects, and all that must hold among them. */
export interface Component {
  readonly failed: readonly FailedTest[];
  readonly passed: readonly PassedTest[];
  readonly suspects: ReadonlyMap<string, Suspect>;
  readonly given: readonly Suspect[];
}

/**
 * Parts of the graph that have nothing to do with each other. Before they are cut apart, suspects are let go whose
 * every value that would satisfy a failed test contradicts a passed one between cells nobody suspects: 全市 under
 * three wrong shares and ten right ones.
 */
export function connect(graph: Graph): readonly Component[] {
  const failed = letGo(graph);
  const places = placesOf(graph);
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
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [test]);
    else group.push(test);
  });
  return [...groups.values()].map((tests) => toComponent(tests, graph, places));
}

/** Where in the graph a suspect stands, and which passed tests it takes part in: a big book has thousands of each. */
interface Places {
  readonly suspects: ReadonlyMap<string, number>;
  readonly passed: ReadonlyMap<string, readonly number[]>;
}

function placesOf(graph: Graph): Places {
  const passed = new Map<string, number[]>();
  graph.passed.forEach(({ links }, index) => {
    for (const key of links.keys()) {
      const own = passed.get(key);
      if (own === undefined) passed.set(key, [index]);
      else own.push(index);
    }
  });
  const suspects = new Map([...graph.suspects.keys()].map((key, index) => [key, index]));
  return { suspects, passed };
}

function toComponent(failed: readonly FailedTest[], graph: Graph, places: Places): Component {
  const order = (key: string): number => places.suspects.get(key) ?? -1;
  const keys = [...new Set(failed.flatMap(({ links }) => [...links.keys()]))];
  const suspects = new Map(
    keys
      .sort((a, b) => order(a) - order(b))
      .flatMap((key): [string, Suspect][] => {
        const suspect = graph.suspects.get(key);
        return suspect === undefined ? [] : [[key, suspect]];
      })
  );
  const touched = new Set(keys.flatMap((key) => places.passed.get(key) ?? []));
  const passed = [...touched].sort((a, b) => a - b).flatMap((index) => graph.passed[index] ?? []);
  const given = [...suspects.values()].filter(({ key }) => graph.given.has(key));
  return { failed, passed, suspects, given };
}
