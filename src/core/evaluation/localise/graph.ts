import type { Finding } from "../../findings/finding.ts";
import type { Outcome } from "../evaluation.ts";
import { claimKey, isSingleCell, keyOfAddress } from "./cell-key.ts";
import type { CellMap } from "./cell-map.ts";
import type { Identity } from "./identity.ts";
import { refersTo } from "./precedents.ts";
import { directLinks } from "./reading-links.ts";
import { linkRankings, rankingsHeld } from "./rankings.ts";
import type { FailedTest, Link, PassedTest, Suspect } from "./test-graph.ts";
import { reaching, withFormulas } from "./formula-links.ts";
import { passedTests } from "./passed-tests.ts";

export interface Graph {
  readonly failed: readonly FailedTest[];
  readonly passed: readonly PassedTest[];
  readonly suspects: ReadonlyMap<string, Suspect>;
  /** Suspects that are at fault anyway: a text, a blank or an error stands there. */
  readonly given: ReadonlySet<string>;
}

const WEIGHTS = { ownFormula: 1, typed: 2, formula: 3, reference: 4 } as const;

/** Findings that say what one cell is worth against others; a question over a column or of another kind is left alone. */
const TESTS: ReadonlySet<Finding["code"]> = new Set([
  "target-mismatch",
  "sum-mismatch",
  "share-mismatch",
  "growth-mismatch",
  "difference-mismatch",
  "verdict-mismatch",
  "rate-mismatch",
  "remainder-mismatch",
  "order-violation",
  "cross-sheet-mismatch",
  "rank-mismatch",
  "cumulative-decrease",
  "aggregate-out-of-range",
  "residual-implausible",
]);

/** Cells at fault by what stands in them. */
const FAULTS: ReadonlySet<Finding["code"]> = new Set([
  "text-number",
  "not-a-number",
  "missing-value",
  "formula-error",
]);

/** The failed tests with the cells that take part in them, and the passed ones that touch any of these cells. */
export function drawGraph(
  outcomes: readonly Outcome[],
  findings: readonly Finding[],
  cells: CellMap
): Graph {
  const kept = new Set(findings);
  const given = new Set(
    findings
      .filter(({ code, at }) => FAULTS.has(code) && isSingleCell(at))
      .map(({ at }) => keyOfAddress(at))
  );
  const alone: FailedTest[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind !== "fail" || !kept.has(outcome.finding)) continue;
    const test = toFailed(outcome.finding, outcome.identity, cells, given);
    if (test !== undefined) alone.push(test);
  }
  if (alone.length === 0) return { failed: [], passed: [], suspects: new Map(), given };
  const reach = reaching(cells);
  const failed = linkRankings(alone).map((test) => withFormulas(test, cells, reach));
  const keys = new Set(failed.flatMap(({ links }) => [...links.keys()]));
  const suspects = new Map<string, Suspect>();
  const claims = new Set(
    failed.flatMap((test) => (test.isOwnFormula ? [claimKey(test.finding.at)] : []))
  );
  for (const key of keys) {
    const suspect = suspectOf(key, cells, given);
    // A formula that its own cells contradict is lighter than any of them.
    const weight = claims.has(key) ? Math.min(suspect.weight, WEIGHTS.ownFormula) : suspect.weight;
    suspects.set(key, { ...suspect, weight });
  }
  for (const { finding, links } of failed) {
    if (isSingleCell(finding.at)) continue;
    // That a column means something else is as likely as that the one cell it hangs on is wrong.
    const key = claimKey(finding.at);
    const others = [...links.keys()].filter((other) => other !== key);
    const weight = Math.min(...others.map((other) => suspects.get(other)?.weight ?? Infinity));
    suspects.set(key, { key, reading: null, weight });
  }
  const passed = [
    ...passedTests(outcomes, suspects, cells, reach),
    ...rankingsHeld(outcomes, new Set(suspects.keys())),
  ];
  return { failed, passed, suspects, given };
}

function suspectOf(key: string, cells: CellMap, given: ReadonlySet<string>): Suspect {
  const cell = cells.get(key);
  const reading = cell?.reading ?? null;
  if (given.has(key)) return { key, reading, weight: 0 };
  const weight =
    cell?.place.subject.role === "reference"
      ? WEIGHTS.reference
      : (cell?.observation.formula ?? null) !== null
        ? WEIGHTS.formula
        : WEIGHTS.typed;
  return { key, reading, weight };
}

function toFailed(
  finding: Finding,
  identity: Identity | null,
  cells: CellMap,
  given: ReadonlySet<string>
): FailedTest | undefined {
  // A question that is only made of numbers follows from one that is wrong, and says of none that it is; what is only
  // remarked of a relation that holds contradicts nothing.
  const isTest = TESTS.has(finding.code) && finding.severity !== "information";
  if (!isTest || identity?.kind === "made-of") return undefined;
  const at = claimKey(finding.at);
  if (!isSingleCell(finding.at)) {
    // A column is at stake only where all of it hangs on one cell.
    if (identity?.kind !== "column") return undefined;
    const common = directLinks(identity);
    if (common.size === 0) return undefined;
    const links = new Map<string, Link>([[at, { kind: "open", through: null }], ...common]);
    return { finding, identity, links, isOwnFormula: false };
  }
  const formula = cells.get(at)?.observation.formula ?? null;
  const isOwn = formula !== null && isOwnFormula(formula, finding);
  const all = identity === null ? openLinks(finding) : directLinks(identity);
  const own: Link = all.get(at) ?? { kind: "open", through: null };
  if (isOwn && finding.code === "sum-mismatch") {
    // A SUM over these very cells follows them, whatever they hold: it is at fault itself, or the text it left out.
    const isOfText = finding.params.cause?.kind === "text-skipped";
    const texts = [...all].filter(([key]) => isOfText && given.has(key));
    return {
      finding,
      identity: isOfText ? null : identity,
      links: new Map([[at, own], ...texts]),
      isOwnFormula: true,
    };
  }
  const links = new Map([...all, [at, own] as const]);
  // A text that was read as a number is at fault only where a formula left it out.
  for (const key of all.keys()) if (given.has(key)) links.delete(key);
  return { finding, identity, links, isOwnFormula: isOwn };
}

function isOwnFormula(formula: string, { at, trace }: Finding): boolean {
  return trace.operands.some(
    (operand) =>
      operand.at !== null &&
      keyOfAddress(operand.at) !== keyOfAddress(at) &&
      refersTo(formula, at.sheet, operand.at)
  );
}

function openLinks({ trace }: Finding): Map<string, Link> {
  const links = new Map<string, Link>();
  for (const { at } of trace.operands) {
    if (at !== null && isSingleCell(at)) {
      links.set(keyOfAddress(at), { kind: "open", through: null });
    }
  }
  return links;
}
