import type { Finding } from "../../findings/finding.ts";
import type { NumberReading } from "../../model/table-index.ts";
import { parseSumFormula, countAdditions } from "../../checks/sum-formula.ts";
import type { Outcome } from "../evaluation.ts";
import { cellKey, isSingleCell, keyOfAddress } from "./cell-key.ts";
import { reachOf } from "./cell-map.ts";
import type { CellMap, KnownCell } from "./cell-map.ts";
import type { Identity } from "./identity.ts";
import { readingsOf } from "./identity.ts";
import { refersTo } from "./precedents.ts";
import type { GraphTest, Link, PassedTest, Suspect } from "./test-graph.ts";

export interface FailedTest extends GraphTest {
  readonly finding: Finding;
  /** A formula over the very cells it is held against: either it is the wrong formula, or it is not recalculated. */
  readonly isOwnFormula: boolean;
}

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
  const failed: FailedTest[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind !== "fail" || !kept.has(outcome.finding)) continue;
    const test = toFailed(outcome.finding, outcome.identity, cells, given);
    if (test !== undefined) failed.push(test);
  }
  const keys = new Set(failed.flatMap(({ links }) => [...links.keys()]));
  const suspects = new Map<string, Suspect>();
  const claims = new Set(
    failed.flatMap((test) => (test.isOwnFormula ? [keyOfAddress(test.finding.at)] : []))
  );
  for (const key of keys) {
    const suspect = suspectOf(key, cells, given);
    // A formula that its own cells contradict is lighter than any of them.
    const weight = claims.has(key) ? Math.min(suspect.weight, WEIGHTS.ownFormula) : suspect.weight;
    suspects.set(key, { ...suspect, weight });
  }
  return { failed, passed: passedTests(outcomes, suspects, cells), suspects, given };
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
  if (!TESTS.has(finding.code) || !isSingleCell(finding.at)) return undefined;
  const at = keyOfAddress(finding.at);
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
  for (const [key, link] of throughFormulas(links, isOwn ? at : null, cells)) {
    if (!links.has(key)) links.set(key, link);
  }
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

/** Every number of an identity takes part in it directly. */
export function directLinks(identity: Identity): Map<string, Link> {
  return new Map(
    readingsOf(identity).map((reading): [string, Link] => [
      keyOfReading(reading),
      { kind: "direct", reading },
    ])
  );
}

function keyOfReading({ place, observation }: NumberReading): string {
  return cellKey(place.index.table.sheet, observation.at);
}

/** The cells that formulas of a test rest on: what they hold moves the test too. */
function throughFormulas(
  links: ReadonlyMap<string, Link>,
  ownFormula: string | null,
  cells: CellMap
): readonly [string, Link][] {
  const found: [string, Link][] = [];
  for (const [key, link] of links) {
    const cell = cells.get(key);
    const formula = cell?.observation.formula ?? null;
    // A formula over the very cells it is held against rests on nothing else.
    if (cell === undefined || formula === null || key === ownFormula) continue;
    const sum = parseSumFormula(formula);
    for (const reached of reachOf(formula, cell.place.index.table.sheet, cells)) {
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

function passedTests(
  outcomes: readonly Outcome[],
  suspects: ReadonlyMap<string, Suspect>,
  cells: CellMap
): readonly PassedTest[] {
  if (suspects.size === 0) return [];
  const passed: PassedTest[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind !== "pass" || outcome.identity === null) continue;
    const { identity } = outcome;
    const readings = readingsOf(identity);
    if (!readings.some((reading) => suspects.has(keyOfReading(reading)))) continue;
    const claim = keyOfAddress(outcome.at);
    const links = directLinks(identity);
    const formula = cells.get(claim)?.observation.formula ?? null;
    for (const reading of readings) {
      // A formula over a cell follows it: that it agrees says nothing of the cell.
      const key = keyOfReading(reading);
      const { observation, place } = reading;
      const at = {
        sheet: place.index.table.sheet,
        area: { ...observation.at, rows: 1, columns: 1 },
      };
      if (formula !== null && key !== claim && refersTo(formula, outcome.at.sheet, at)) {
        links.set(key, { kind: "open", through: null });
      }
    }
    passed.push({ claim, identity, links });
  }
  return passed;
}
