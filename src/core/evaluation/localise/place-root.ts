import type { Finding } from "../../findings/finding.ts";
import { compareCells } from "../../findings/order.ts";
import type { Interval } from "../../model/stated-number.ts";
import type { Address } from "../../workbook/address.ts";
import { claimKey, isSingleCell, keyOfAddress } from "./cell-key.ts";
import type { CellMap } from "./cell-map.ts";
import { foldInto, relocate } from "./root-finding.ts";
import type { Explanation } from "./search.ts";
import type { FailedTest, Suspect } from "./test-graph.ts";

/** The suspect a test is put down to: the one it stands at, else the first that takes part. */
export function ownerOf(
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

export function place(
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
