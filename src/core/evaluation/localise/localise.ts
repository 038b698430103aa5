import type { Finding } from "../../findings/finding.ts";
import { compareCells } from "../../findings/order.ts";
import type { Interval } from "../../model/stated-number.ts";
import type { TableIndex } from "../../model/table-index.ts";
import type { Address } from "../../workbook/address.ts";
import type { Outcome } from "../evaluation.ts";
import { claimKey, isSingleCell, keyOfAddress } from "./cell-key.ts";
import { mapCells } from "./cell-map.ts";
import type { CellMap } from "./cell-map.ts";
import { connect } from "./connect.ts";
import { foldColumns } from "./fold-columns.ts";
import { foldDerived } from "./fold-derived.ts";
import { foldErrors } from "./fold-errors.ts";
import { drawGraph } from "./graph.ts";
import { guessCells } from "./guess.ts";
import { readingsOf } from "./identity.ts";
import type { Identity } from "./identity.ts";
import { gainOf } from "./oddness.ts";
import { keyOfReading } from "./reading-links.ts";
import { foldInto, relocate } from "./root-finding.ts";
import { settleCells } from "./settle-cells.ts";
import { findSmallest } from "./search.ts";
import type { Effort, Explanation } from "./search.ts";
import { findSlip } from "./slip.ts";
import type { FailedTest, Suspect } from "./test-graph.ts";

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
/** No component takes all of it from those after it. */
const SHARE = 400_000;

type Component = ReturnType<typeof connect>[number];

function settle(
  component: Component,
  cells: CellMap,
  roots: Map<Finding, Finding>,
  effort: Effort
): void {
  const { failed, passed, suspects, given } = component;
  const own: Effort = { left: Math.min(SHARE, effort.left) };
  const before = own.left;
  const result = findSmallest(failed, passed, suspects, given, own);
  effort.left -= before - own.left;
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

/** A cell right as it stands that would have to be ten times what anything about it is, or negative. */
const ABSURD = -1;
/** One more typed cell at most is put down to a slip instead. */
const MORE = 2;
const ROUNDS = 3;

interface Choice {
  readonly chosen: Explanation;
  readonly sets: readonly Explanation[];
}

/**
 * Fewer cells are no better explanation where one of them would have to be absurd and one more, with a typing slip
 * among them, would not: last year's value of a zone is no hundred thousand because the total of a column is.
 */
function withoutAbsurd(choice: Choice, component: Component, effort: Effort): Choice {
  const { failed, passed, suspects, given } = component;
  if (failed.length < 2 || gainOf(choice.chosen) > ABSURD || countSlips(choice.chosen) > 0)
    return choice;
  const left = new Map(suspects);
  let { chosen } = choice;
  for (let round = 0; round < ROUNDS && gainOf(chosen) <= ABSURD; round += 1) {
    for (const { key } of chosen.suspects) if (isAbsurd(chosen, key)) left.delete(key);
    const own: Effort = { left: Math.min(SHARE, effort.left) };
    const before = own.left;
    const result = findSmallest(failed, passed, left, given, own);
    effort.left -= before - own.left;
    const next = result.kind === "cut" ? undefined : prefer(result.smallest, component);
    if (result.kind === "cut" || next === undefined) return choice;
    if (weightOf(next) > weightOf(choice.chosen) + MORE) return choice;
    if (gainOf(next) > ABSURD && countSlips(next) > 0)
      return { chosen: next, sets: result.smallest };
    chosen = next;
  }
  return choice;
}

function isAbsurd({ suspects, values }: Explanation, key: string): boolean {
  return gainOf({ suspects: suspects.filter((one) => one.key === key), values }) <= ABSURD;
}

function weightOf({ suspects }: Explanation): number {
  return suspects.reduce((sum, { weight }) => sum + weight, 0);
}

/** So much better, in powers of ten, must one cell fit in than any other to be named for it: three times. */
const CLEARLY = 0.5;

/**
 * Of sets of equal weight: the one of fewest cells, then the one most of whose cells a typing slip explains, then the
 * one whose cells are clearly out of scale with what stands about them, then the one that leaves most findings where
 * they were found. Where several are as likely and none is fewer cells than were
 * tested, the tests stay where they are: naming one of ten members for a wrong total would be a guess.
 */
function prefer(
  sets: readonly Explanation[],
  { failed, passed, suspects }: Component
): Explanation | undefined {
  const own = new Set(failed.map(({ finding }) => claimKey(finding.at)));
  const ownIn = (explanation: Explanation): number =>
    explanation.suspects.filter(({ key }) => own.has(key)).length;
  // Of a whole column, a power of ten is its unit as likely as that of 全市.
  const isOfColumn = failed.some(({ finding }) => !isSingleCell(finding.at));
  const slips = new Map(sets.map((one) => [one, isOfColumn ? 0 : countSlips(one)]));
  const slipsIn = (explanation: Explanation): number => slips.get(explanation) ?? 0;
  // The fewer tests speak for a cell as it is, the likelier it is the one.
  const confirmed = new Map<string, number>();
  for (const { suspects: cells } of sets) for (const { key } of cells) confirmed.set(key, 0);
  for (const { links } of passed) {
    for (const [key, { kind }] of links) {
      const count = confirmed.get(key);
      if (count !== undefined && kind === "direct") confirmed.set(key, count + 1);
    }
  }
  const confirmedIn = ({ suspects: cells }: Explanation): number =>
    cells.reduce((sum, { key }) => sum + (confirmed.get(key) ?? 0), 0);
  const compare = (a: Explanation, b: Explanation): number =>
    a.suspects.length - b.suspects.length ||
    slipsIn(b) - slipsIn(a) ||
    ownIn(b) - ownIn(a) ||
    confirmedIn(a) - confirmedIn(b);
  const sorted = [...sets].sort(compare);
  const odd = isOfColumn || isSwapOfRanks(failed) ? undefined : oddest(sorted, slipsIn);
  if (odd !== undefined) return odd;
  const [best, second] = sorted;
  if (best === undefined || (second === undefined && !isSwapOfRanks(failed))) return best;
  if (isSwapOfRanks(failed) && ownIn(best) < best.suspects.length) return atTheTests();
  if (second === undefined) return best;
  const isTold = slipsIn(best) > slipsIn(second);
  // A tested cell that other tests hold where it is cannot be the one, and names none of the others.
  const isOpen = [...own].every((key) => suspects.has(key));
  const isGuess =
    !isTold && isOpen && ownIn(best) < best.suspects.length && best.suspects.length >= own.size;
  return isGuess ? atTheTests() : best;

  function atTheTests(): Explanation {
    const tested = [...suspects.values()].filter(({ key }) => own.has(key));
    return { suspects: tested, values: new Map() };
  }
}

/** Of sets that a slip explains, as good as the first, the one whose cells are clearly odder as they stand than any other's. */
function oddest(
  sorted: readonly Explanation[],
  slipsIn: (explanation: Explanation) => number
): Explanation | undefined {
  const [best] = sorted;
  // Only a slip takes a number out of scale: a large zone among small ones is none.
  if (best === undefined || slipsIn(best) === 0) return undefined;
  const equal = sorted.filter(
    (one) => one.suspects.length === best.suspects.length && slipsIn(one) === slipsIn(best)
  );
  if (equal.length < 2) return undefined;
  const gains = equal.map((one) => ({ one, gain: gainOf(one) })).sort((a, b) => b.gain - a.gain);
  const [first, second] = gains;
  const isClear = first !== undefined && first.gain >= (second?.gain ?? 0) + CLEARLY;
  return isClear && first.gain >= CLEARLY ? first.one : undefined;
}

/** Two ranks taken for each other are as likely as one value that jumped over another: nothing else tells. */
function isSwapOfRanks(failed: readonly FailedTest[]): boolean {
  return failed.length === 2 && failed.every(({ finding }) => finding.code === "rank-mismatch");
}

function countSlips({ suspects, values }: Explanation): number {
  return suspects.filter(
    ({ key, reading }) => reading !== null && findSlip(reading, values.get(key)) !== undefined
  ).length;
}

/** The suspect a test is put down to: the one it stands at, else the first that takes part. */
function ownerOf(
  { finding, links }: FailedTest,
  suspects: readonly Suspect[]
): Suspect | undefined {
  const at = claimKey(finding.at);
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
  const root = known ?? strongest(findings.filter(({ at }) => claimKey(at) === suspect.key));
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
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      Number(isSingleCell(b.at)) - Number(isSingleCell(a.at))
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
  return [...sets.values()].sort(inReadingOrder);
}

function inReadingOrder([a]: readonly Address[], [b]: readonly Address[]): number {
  if (a === undefined || b === undefined) return 0;
  return a.sheet === b.sheet ? compareCells(a, b) : a.sheet < b.sheet ? -1 : 1;
}
