import type { Finding } from "../../findings/finding.ts";
import { isSingleCell, keyOfAddress } from "./cell-key.ts";
import { intersect, printedRange } from "./identity.ts";
import type { Identity } from "./identity.ts";
import { directLinks } from "./reading-links.ts";
import { foldInto } from "./root-finding.ts";
import { solveFor } from "./solve.ts";
import { push } from "../../model/push.ts";

type Column = Extract<Identity, { kind: "column" }>;

/**
 * A question about a column follows from wrong cells where every row that does not hold would hold with what these cells
 * should be: two wrong levels beside nine right ones are no other basis.
 */
export function foldColumns(
  findings: readonly Finding[],
  columnOf: (finding: Finding) => Column | undefined
): readonly Finding[] {
  const asked = findings.filter(({ at }) => !isSingleCell(at));
  if (asked.length === 0) return findings;
  const wrong = new Map(
    findings
      .filter(({ at, expected }) => isSingleCell(at) && expected !== null)
      .map((finding) => [keyOfAddress(finding.at), finding])
  );
  const under = new Map<Finding, Finding[]>();
  const gone = new Set<Finding>();
  for (const finding of asked) {
    const column = columnOf(finding);
    const root = column === undefined ? undefined : rootOf(column, wrong);
    if (root === undefined) continue;
    gone.add(finding);
    push(under, root, finding);
  }
  return findings
    .filter((finding) => !gone.has(finding))
    .map((finding) => foldInto(finding, under.get(finding) ?? []));
}

/** The first of the wrong cells that together explain all of a column; undefined where something is left. */
function rootOf({ parts }: Column, wrong: ReadonlyMap<string, Finding>): Finding | undefined {
  let root: Finding | undefined;
  for (const part of parts) {
    if (holds(part)) continue;
    const repair = repairOf(part, wrong);
    if (repair === undefined) return undefined;
    root ??= repair;
  }
  return root;
}

function holds(part: Identity): boolean {
  const [reading] = [...directLinks(part).values()].flatMap((link) =>
    link.kind === "direct" ? [link.reading] : []
  );
  if (reading === undefined) return true;
  const solved = solveFor(part, reading);
  return solved !== undefined && intersect(solved, printedRange(reading)) !== undefined;
}

function repairOf(part: Identity, wrong: ReadonlyMap<string, Finding>): Finding | undefined {
  for (const [key, link] of directLinks(part)) {
    const finding = wrong.get(key);
    if (finding === undefined || link.kind !== "direct") continue;
    const { low, high } = finding.expected ?? { low: null, high: null };
    const solved = solveFor(part, link.reading);
    const wanted = { low: low ?? -Infinity, high: high ?? Infinity };
    const { high: end, low: start } = printedRange(link.reading);
    const half = (end - start) / 2;
    const around = { low: wanted.low - half, high: wanted.high + half };
    if (solved !== undefined && intersect(solved, around) !== undefined) return finding;
  }
  return undefined;
}
