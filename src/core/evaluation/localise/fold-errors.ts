import type { Finding, FormulaError, NotANumber, TextNumber } from "../../findings/finding.ts";
import { isSingleCell, keyOfAddress } from "./cell-key.ts";
import { keysIn } from "./cell-map.ts";
import type { CellMap } from "./cell-map.ts";
import { precedentsOf } from "./precedents.ts";
import { foldInto } from "./root-finding.ts";
import { push } from "../../model/push.ts";

const CARRIED: ReadonlySet<Finding["code"]> = new Set([
  "formula-error",
  "not-a-number",
  "text-number",
  "missing-value",
]);

/** What a formula may have from the cells it names. */
type Passed = FormulaError | NotANumber | TextNumber;

function isPassed(finding: Finding): finding is Passed {
  return (
    finding.code === "formula-error" ||
    finding.code === "not-a-number" ||
    finding.code === "text-number"
  );
}

/**
 * An error value that a formula only passes on is listed under the cell it comes from: an error, a text or a blank. So is
 * a text that a formula fetches from another cell as it stands.
 */
export function foldErrors(findings: readonly Finding[], cells: CellMap): readonly Finding[] {
  const sources = new Map<string, Finding>();
  for (const finding of findings) {
    if (CARRIED.has(finding.code) && isSingleCell(finding.at)) {
      sources.set(keyOfAddress(finding.at), finding);
    }
  }
  const parents = new Map<Finding, Finding>();
  for (const finding of sources.values()) {
    if (!isPassed(finding)) continue;
    const parent = parentOf(finding, sources, cells);
    if (parent !== undefined) parents.set(finding, parent);
  }
  const under = new Map<Finding, Finding[]>();
  const folded = new Set<Finding>();
  for (const finding of parents.keys()) {
    const root = rootOf(finding, parents);
    if (root === finding) continue;
    folded.add(finding);
    push(under, root, finding);
  }
  return findings
    .filter((finding) => !folded.has(finding))
    .map((finding) => foldInto(finding, under.get(finding) ?? []));
}

function parentOf(
  finding: Passed,
  sources: ReadonlyMap<string, Finding>,
  cells: CellMap
): Finding | undefined {
  const { at } = finding;
  const formula = cells.get(keyOfAddress(at))?.observation.formula ?? null;
  if (formula === null) return undefined;
  for (const precedent of precedentsOf(formula, at.sheet)) {
    for (const key of keysIn(precedent)) {
      const source = sources.get(key);
      if (source !== undefined && source.at !== at && gives(source, finding)) return source;
    }
  }
  return undefined;
}

/** Errors and texts are passed on as they are; a text where a number belongs makes #VALUE!, a blank below the line #DIV/0!. */
function gives(source: Finding, passed: Passed): boolean {
  if (passed.code !== "formula-error")
    return source.code === passed.code && source.params.text === passed.params.text;
  const { error } = passed.params;
  if (source.code === "formula-error") return source.params.error === error;
  return source.code === "missing-value" ? error === "#DIV/0!" : error === "#VALUE!";
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
