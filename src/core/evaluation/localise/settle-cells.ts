import type { Finding, FindingCode } from "../../findings/finding.ts";
import { isSingleCell, keyOfAddress } from "./cell-key.ts";
import { foldInto } from "./root-finding.ts";
import { foldBlocks } from "./fold-blocks.ts";
import { foldSlips } from "./fold-slips.ts";
import type { IdentityOf } from "./fold-slips.ts";
import { asUnitSlip } from "./unit-slip.ts";
import { push } from "../../model/push.ts";

/** Of several findings at one cell, the one that says what happened comes before those that say what it leads to. */
const TELLING: readonly FindingCode[] = ["stale-value", "unit-suspect", "sign-suspect"];
/** What is only said of a cell about which nothing graver is known. */
const SOFT: readonly FindingCode[] = ["formula-deviates", "zero-suspect", "precision-unsupported"];

/** Slips of a unit told as what they are; one finding a cell; and what a shifted or mismeasured block leads to under it. */
export function settleCells(
  findings: readonly Finding[],
  identityOf: IdentityOf
): readonly Finding[] {
  return foldBlocks(foldSlips(mergeCells(onceEach(findings.map(asUnitSlip))), identityOf));
}

/** A slip that its column tells and its relations tell as well is one slip, with all that follows. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const slips = new Map<string, Finding>();
  const others = findings.filter((finding) => {
    if (finding.code !== "unit-suspect" || !isSingleCell(finding.at)) return true;
    const key = keyOfAddress(finding.at);
    const before = slips.get(key);
    slips.set(key, before === undefined ? finding : mostSevere(before, finding));
    return false;
  });
  return [...others, ...slips.values()];
}

function mostSevere(one: Finding, other: Finding): Finding {
  const [more, less] =
    one.consequences.length < other.consequences.length ? [other, one] : [one, other];
  return less.severity === "error" && more.severity !== "error"
    ? { ...more, severity: less.severity, remark: less.remark }
    : more;
}

function mergeCells(findings: readonly Finding[]): readonly Finding[] {
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.class === "target" || !isSingleCell(finding.at)) continue;
    const key = keyOfAddress(finding.at);
    push(byCell, key, finding);
  }
  const merged = new Map<Finding, Finding>();
  const gone = new Set<Finding>();
  for (const group of byCell.values()) {
    const root =
      group.find(({ code }) => TELLING.includes(code)) ??
      group.find(({ code, severity }) => !SOFT.includes(code) && severity !== "information");
    if (root === undefined) continue;
    const isTelling = TELLING.includes(root.code);
    const rest = group.filter(
      (finding) =>
        finding !== root &&
        (SOFT.includes(finding.code) || (isTelling && finding.class === "consistency"))
    );
    if (rest.length === 0) continue;
    merged.set(root, foldInto(root, rest));
    rest.forEach((finding) => gone.add(finding));
  }
  return findings
    .filter((finding) => !gone.has(finding))
    .map((finding) => merged.get(finding) ?? finding);
}
