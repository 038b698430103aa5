import type { Finding } from "../../findings/finding.ts";
import type { Interval } from "../../model/stated-number.ts";
import type { TableIndex } from "../../model/table-index.ts";
import type { Outcome } from "../evaluation.ts";
import { isSingleCell, keyOfAddress } from "./cell-key.ts";
import { mapCells } from "./cell-map.ts";
import type { CellMap } from "./cell-map.ts";
import { connect } from "./connect.ts";
import { foldDerived } from "./fold-derived.ts";
import { foldErrors } from "./fold-errors.ts";
import { drawGraph } from "./graph.ts";
import type { FailedTest } from "./graph.ts";
import { foldInto, relocate } from "./root-finding.ts";
import { settleCells } from "./settle-cells.ts";
import { findSmallest } from "./search.ts";
import type { Explanation } from "./search.ts";
import type { Suspect } from "./test-graph.ts";

/**
 * Root cause first: of all that a few wrong cells contradict, one finding at each of these cells, with what follows
 * from it listed under it. A contradiction that no chosen cell explains stays a finding of its own. Where a component
 * is too entangled to be searched, all of it is listed as it was found, and told to be.
 */
export function localise(
  outcomes: readonly Outcome[],
  book: readonly TableIndex[]
): readonly Finding[] {
  const findings = outcomes.flatMap((outcome) =>
    outcome.kind === "fail" ? [outcome.finding] : []
  );
  if (findings.length === 0) return findings;
  const cells = mapCells(book);
  const kept = foldErrors(findings, cells);
  const graph = drawGraph(outcomes, kept, cells);
  const roots = new Map<Finding, Finding>(kept.map((finding) => [finding, finding]));
  for (const component of connect(graph)) settle(component, cells, roots);
  return foldDerived(settleCells([...roots.values()]), cells);
}

type Component = ReturnType<typeof connect>[number];

function settle(component: Component, cells: CellMap, roots: Map<Finding, Finding>): void {
  const { failed, passed, suspects, given } = component;
  const limit = weightOfClaims(failed, suspects);
  const result = findSmallest(failed, passed, suspects, given, limit);
  if (result.kind === "cut") {
    if (failed.length < 2) return;
    for (const { finding } of failed) {
      roots.set(finding, { ...finding, cause: { kind: "search-cut" } });
    }
    return;
  }
  const chosen = prefer(result.smallest, failed, suspects);
  if (chosen === undefined) return;
  const others = result.smallest.filter((one) => one !== chosen);
  for (const suspect of chosen.suspects) {
    const explained = failed.filter((test) => ownerOf(test, chosen.suspects) === suspect);
    const [first] = explained;
    if (first === undefined) continue;
    place(suspect, explained, chosen.values.get(suspect.key), {
      cells,
      roots,
      given,
      others,
      chosen,
    });
  }
}

/** The cells of the tests themselves would explain everything: nothing heavier is worth looking for. */
function weightOfClaims(
  failed: readonly FailedTest[],
  suspects: ReadonlyMap<string, Suspect>
): number {
  const claims = new Set(failed.map(({ finding }) => keyOfAddress(finding.at)));
  return [...claims].reduce((sum, key) => sum + (suspects.get(key)?.weight ?? 2), 0);
}

/**
 * Of sets of equal weight: the one of fewest cells, then the one that leaves most findings where they were found. Where
 * several are as likely and none is fewer cells than were tested, the tests stay where they are: naming one of ten
 * members for a wrong total would be a guess.
 */
function prefer(
  sets: readonly Explanation[],
  failed: readonly FailedTest[],
  suspects: ReadonlyMap<string, Suspect>
): Explanation | undefined {
  const own = new Set(failed.map(({ finding }) => keyOfAddress(finding.at)));
  const ownIn = (explanation: Explanation): number =>
    explanation.suspects.filter(({ key }) => own.has(key)).length;
  const score = (explanation: Explanation): number =>
    explanation.suspects.length * 1000 - ownIn(explanation);
  const best = sets.reduce<Explanation | undefined>(
    (least, one) => (least === undefined || score(one) < score(least) ? one : least),
    undefined
  );
  if (best === undefined || sets.length < 2) return best;
  const isGuess = ownIn(best) < best.suspects.length && best.suspects.length >= own.size;
  if (!isGuess) return best;
  return { suspects: [...suspects.values()].filter(({ key }) => own.has(key)), values: new Map() };
}

/** The suspect a test is put down to: the one it stands at, else the first that takes part. */
function ownerOf(
  { finding, links }: FailedTest,
  suspects: readonly Suspect[]
): Suspect | undefined {
  const at = keyOfAddress(finding.at);
  return suspects.find(({ key }) => key === at) ?? suspects.find(({ key }) => links.has(key));
}

interface Scene {
  readonly cells: CellMap;
  readonly roots: Map<Finding, Finding>;
  readonly given: readonly Suspect[];
  readonly others: readonly Explanation[];
  readonly chosen: Explanation;
}

function place(
  suspect: Suspect,
  explained: readonly FailedTest[],
  values: Interval | undefined,
  { cells, roots, given, others, chosen }: Scene
): void {
  const findings = explained.map(({ finding }) => finding);
  const known = given.includes(suspect)
    ? [...roots.keys()].find(
        (finding) =>
          finding.class === "quality" &&
          isSingleCell(finding.at) &&
          keyOfAddress(finding.at) === suspect.key
      )
    : undefined;
  const root = known ?? strongest(findings.filter(({ at }) => keyOfAddress(at) === suspect.key));
  const alternatives = alternativesOf(others, chosen, suspect, explained, cells);
  if (root !== undefined) {
    const rest = findings.filter((finding) => finding !== root);
    const now = roots.get(root) ?? root;
    roots.set(root, { ...foldInto(now, rest), alternatives });
    rest.forEach((finding) => roots.delete(finding));
    return;
  }
  const cell = cells.get(suspect.key);
  const primary = strongest(findings);
  if (cell === undefined || primary === undefined) return;
  const rest = findings.filter((finding) => finding !== primary);
  roots.set(primary, { ...foldInto(relocate(primary, cell, values), rest), alternatives });
  rest.forEach((finding) => roots.delete(finding));
}

const SEVERITIES = ["error", "warning", "information"] as const;

function strongest(findings: readonly Finding[]): Finding | undefined {
  return [...findings].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  )[0];
}

/** The other sets, without what they have in common with the chosen one, as far as they speak of this cell's tests. */
function alternativesOf(
  others: readonly Explanation[],
  chosen: Explanation,
  suspect: Suspect,
  explained: readonly FailedTest[],
  cells: CellMap
): Finding["alternatives"] {
  const mine = new Set(chosen.suspects.map(({ key }) => key));
  const sets = new Map<string, Finding["alternatives"][number]>();
  for (const other of others) {
    if (other.suspects.some(({ key }) => key === suspect.key)) continue;
    const keys = other.suspects
      .map(({ key }) => key)
      .filter((key) => !mine.has(key) && explained.some(({ links }) => links.has(key)));
    const addresses = keys.flatMap((key) => {
      const cell = cells.get(key);
      if (cell === undefined) return [];
      const { row, column } = cell.observation.at;
      return [{ sheet: cell.place.index.table.sheet, area: { row, column, rows: 1, columns: 1 } }];
    });
    if (addresses.length > 0) sets.set(keys.sort().join(" "), addresses);
  }
  return [...sets.values()];
}
