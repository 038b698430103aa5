/** What a shifted block of rows or a column in another unit leads to is told under it. */

import type { Finding, FindingCode } from "../../findings/finding.ts";
import { isSingleCell } from "./cell-key.ts";
import { holds } from "./precedents.ts";
import { foldInto } from "./root-finding.ts";
import { push } from "../../model/push.ts";

const BLOCKS: ReadonlySet<FindingCode> = new Set(["unit-conflict", "shifted-rows"]);
const RELATIONS: ReadonlySet<FindingCode> = new Set([
  "share-mismatch",
  "growth-mismatch",
  "unit-suspect",
  "residual-implausible",
  "order-violation",
]);

/** Folds blocks into the one cell that explains them, and findings into the block that explains them. */
export function foldBlocks(findings: readonly Finding[]): readonly Finding[] {
  const all = findings.filter(({ code }) => BLOCKS.has(code));
  if (all.length === 0) return findings;
  const under = new Map<Finding, Finding[]>();
  const gone = new Set<Finding>();
  const fold = (finding: Finding, root: Finding): void => {
    gone.add(finding);
    push(under, root, finding);
  };
  for (const block of all) {
    const single = findings.find((finding) => isInsteadOf(finding, block));
    if (single !== undefined) fold(block, single);
  }
  const blocks = all.filter((block) => !gone.has(block));
  for (const finding of findings) {
    if (!RELATIONS.has(finding.code)) continue;
    const block = blocks.find((one) => isExplained(finding, one));
    if (block !== undefined) fold(finding, block);
  }
  return findings
    .filter((finding) => !gone.has(finding))
    .map((finding) => {
      const folded = under.get(finding) ?? [];
      const root = foldInto(finding, folded);
      // Where a folded question might be put down to 全市, the block might.
      const others = folded.flatMap(({ alternatives }) => alternatives);
      const isBlock = BLOCKS.has(root.code) && root.alternatives.length === 0;
      return isBlock ? { ...root, alternatives: others } : root;
    });
}

/** 全市 in the wrong unit makes every zone look as if it were: the one cell, not the column. */
function isInsteadOf(finding: Finding, block: Finding): boolean {
  const { cause } = finding;
  const isSlip =
    finding.code === "unit-suspect" ||
    (cause?.kind === "elsewhere" && (cause.hint === "unit-slip" || cause.hint === "point-moved"));
  return (
    isSlip &&
    block.code === "unit-conflict" &&
    isSingleCell(finding.at) &&
    finding.at.sheet === block.at.sheet &&
    finding.subject.indicator === block.subject.indicator &&
    !holds(block.at.area, finding.at.area)
  );
}

/** A column in the wrong unit explains the questions on its indicator; shifted rows only what stands in them. */
function isExplained(finding: Finding, block: Finding): boolean {
  if (finding.at.sheet !== block.at.sheet) return false;
  if (finding.subject.indicator !== block.subject.indicator) return false;
  if (block.code === "unit-conflict") return true;
  const { area } = finding.at;
  const sameRow = { ...area, column: block.at.area.column };
  return holds(block.at.area, sameRow);
}
