import type { Finding, FormulaError } from "../../findings/finding.ts";
import { isSingleCell, keyOfAddress } from "./cell-key.ts";
import { keysIn } from "./cell-map.ts";
import type { CellMap } from "./cell-map.ts";
import { precedentsOf } from "./precedents.ts";
import { foldInto } from "./root-finding.ts";

const CARRIED: ReadonlySet<Finding["code"]> = new Set([
  "formula-error",
  "not-a-number",
  "missing-value",
]);

/** An error value that a formula only passes on is listed under the cell it comes from: an error, a text or a blank. */
export function foldErrors(findings: readonly Finding[], cells: CellMap): readonly Finding[] {
  const sources = new Map<string, Finding>();
  for (const finding of findings) {
    if (CARRIED.has(finding.code) && isSingleCell(finding.at)) {
      sources.set(keyOfAddress(finding.at), finding);
    }
  }
  const parents = new Map<Finding, Finding>();
  for (const finding of sources.values()) {
    if (finding.code !== "formula-error") continue;
    const parent = parentOf(finding, sources, cells);
    if (parent !== undefined) parents.set(finding, parent);
  }
  const under = new Map<Finding, Finding[]>();
  const folded = new Set<Finding>();
  for (const finding of parents.keys()) {
    const root = rootOf(finding, parents);
    if (root === finding) continue;
    folded.add(finding);
    under.set(root, [...(under.get(root) ?? []), finding]);
  }
  return findings
    .filter((finding) => !folded.has(finding))
    .map((finding) => foldInto(finding, under.get(finding) ?? []));
}

function parentOf(
  { at, params }: FormulaError,
  sources: ReadonlyMap<string, Finding>,
  cells: CellMap
): Finding | undefined {
  const formula = cells.get(keyOfAddress(at))?.observation.formula ?? null;
  if (formula === null) return undefined;
  for (const precedent of precedentsOf(formula, at.sheet)) {
    for (const key of keysIn(precedent)) {
      const source = sources.get(key);
      if (source !== undefined && source.at !== at && gives(source, params.error)) return source;
    }
  }
  return undefined;
}

/** Errors are passed on as they are; a text where a number belongs makes #VALUE!, a blank below the line #DIV/0!. */
function gives(source: Finding, error: string): boolean {
  if (source.code === "formula-error") return source.params.error === error;
  return source.code === "not-a-number" ? error === "#VALUE!" : error === "#DIV/0!";
}

/** Follows the chain; a circle keeps all its cells. */
function rootOf(finding: Finding, parents: ReadonlyMap<Finding, Finding>): Finding {
  const seen = new Set<Finding>();
  let root = finding;
  for (let next = parents.get(root); next !== undefined; next = parents.get(root)) {
    if (seen.has(next)) return finding;
    seen.add(next);
    root = next;
  }
  return root;
}
