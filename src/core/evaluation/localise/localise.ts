import type { Finding } from "../../findings/finding.ts";
import type { TableIndex } from "../../model/table-index.ts";
import type { Outcome } from "../evaluation.ts";
import { claimKey } from "./cell-key.ts";
import { mapCells } from "./cell-map.ts";
import type { CellMap } from "./cell-map.ts";
import { connect } from "./connect.ts";
import { prefer } from "./explanation.ts";
import { foldColumns } from "./fold-columns.ts";
import { foldDerived } from "./fold-derived.ts";
import { foldErrors } from "./fold-errors.ts";
import { drawGraph } from "./graph.ts";
import { guessCells } from "./guess.ts";
import { readingsOf } from "./identity.ts";
import type { Identity } from "./identity.ts";
import { ownerOf, place } from "./place-root.ts";
import { keyOfReading } from "./reading-links.ts";
import { searchWithin } from "./search-within.ts";
import type { Component } from "./search-within.ts";
import type { Effort } from "./search.ts";
import { settleCells } from "./settle-cells.ts";
import { withoutAbsurd } from "./without-absurd.ts";

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
  const effort = { left: EFFORT };
  for (const component of connect(graph)) settle(component, cells, roots, effort);
  const identities = identitiesOf(outcomes);
  const identityOf = ({ at, code, cause }: Finding): Identity | undefined =>
    identities.get(claimKey(cause?.kind === "elsewhere" ? cause.tested.at : at) + code);
  const settled = foldColumns(settleCells([...roots.values()], identityOf), (finding) => {
    const identity = identityOf(finding);
    return identity?.kind === "column" ? identity : undefined;
  });
  return foldDerived(settled, cells, (finding) => {
    const identity = identityOf(finding);
    return identity?.kind === "made-of" ? readingsOf(identity).map(keyOfReading) : [];
  });
}

/** What each failed test held against each other, by its cell and code. */
function identitiesOf(outcomes: readonly Outcome[]): ReadonlyMap<string, Identity> {
  return new Map(
    outcomes.flatMap((outcome) =>
      outcome.kind === "fail" && outcome.identity !== null
        ? [[claimKey(outcome.at) + outcome.check, outcome.identity] as const]
        : []
    )
  );
}

/** About half a second. One fault takes hundreds. */
const EFFORT = 1_500_000;

function settle(
  component: Component,
  cells: CellMap,
  roots: Map<Finding, Finding>,
  effort: Effort
): void {
  const { failed, passed, suspects, given } = component;
  const result = searchWithin(effort, component, suspects);
  const isCut = result.kind === "cut";
  if (isCut && failed.length < 2) return;
  const found = isCut ? [guessCells(failed, passed, suspects)] : result.smallest;
  const least = isCut ? found[0] : prefer(found, component);
  if (least === undefined) return;
  const { chosen, sets } = isCut
    ? { chosen: least, sets: found }
    : withoutAbsurd({ chosen: least, sets: found }, component, effort);
  const others = sets.filter((one) => one !== chosen);
  const left = new Set(failed);
  for (const suspect of chosen.suspects) {
    const explained = failed.filter((test) => ownerOf(test, chosen.suspects) === suspect);
    if (explained.length === 0) continue;
    for (const test of explained) left.delete(test);
    place(suspect, explained, chosen.values.get(suspect.key), {
      cells,
      roots,
      given,
      others,
      chosen,
    });
  }
  if (!isCut) return;
  for (const { finding } of left) {
    roots.set(finding, { ...finding, cause: { kind: "search-cut" } });
  }
}
