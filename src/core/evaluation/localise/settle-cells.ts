import type { Finding, FindingCode, UnitSuspect } from "../../findings/finding.ts";
import { countDecimals } from "../../model/decimal.ts";
import type { Interval } from "../../model/stated-number.ts";
import { isSingleCell, keyOfAddress } from "./cell-key.ts";
import { around } from "./identity.ts";
import type { Identity } from "./identity.ts";
import { failsWith } from "./repaired.ts";
import { holds } from "./precedents.ts";
import { foldInto } from "./root-finding.ts";

/** Of several findings at one cell, the one that says what happened comes before those that say what it leads to. */
const TELLING: readonly FindingCode[] = ["stale-value", "unit-suspect", "sign-suspect"];
/** What is only said of a cell about which nothing graver is known. */
const SOFT: readonly FindingCode[] = ["formula-deviates", "zero-suspect", "precision-unsupported"];
const BLOCKS: ReadonlySet<FindingCode> = new Set(["unit-conflict", "shifted-rows"]);
const RELATIONS: ReadonlySet<FindingCode> = new Set([
  "share-mismatch",
  "growth-mismatch",
  "unit-suspect",
  "residual-implausible",
  "order-violation",
]);
/** What a number in the wrong unit makes wrong. */
const ARITHMETIC: ReadonlySet<FindingCode> = new Set([
  "sum-mismatch",
  "share-mismatch",
  "growth-mismatch",
  "difference-mismatch",
  "rate-mismatch",
  "order-violation",
  "residual-implausible",
  "cumulative-decrease",
]);

/** What a finding holds against each other; undefined where that is not known. */
export type IdentityOf = (finding: Finding) => Identity | undefined;

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

/** A test that a number in the wrong unit takes part in follows from it, unless it fails with the right one as well. */
function foldSlips(findings: readonly Finding[], identityOf: IdentityOf): readonly Finding[] {
  const slips = new Map(
    findings
      .filter((finding) => finding.code === "unit-suspect")
      .filter(({ at }) => isSingleCell(at))
      .map((finding) => [keyOfAddress(finding.at), finding])
  );
  if (slips.size === 0) return findings;
  const repairs = knownRepairs(findings);
  for (const [key, slip] of slips) repairs.set(key, repairOf(slip));
  const under = new Map<Finding, Finding[]>();
  const gone = new Set<Finding>();
  for (const finding of findings) {
    if (!ARITHMETIC.has(finding.code)) continue;
    const cells = [finding.at, ...finding.trace.operands.flatMap(({ at }) => at ?? [])];
    const slip = cells
      .filter(isSingleCell)
      .map((at) => slips.get(keyOfAddress(at)))
      .find((one) => one !== undefined);
    if (slip === undefined) continue;
    const identity = identityOf(finding);
    const others = new Map(repairs);
    if (isSingleCell(finding.at)) others.delete(keyOfAddress(finding.at));
    if (identity !== undefined && failsWith(identity, others)) continue;
    gone.add(finding);
    under.set(slip, [...(under.get(slip) ?? []), finding]);
  }
  return findings
    .filter((finding) => !gone.has(finding))
    .map((finding) => foldInto(finding, under.get(finding) ?? []));
}

/** What other cells at fault would have to be. */
function knownRepairs(findings: readonly Finding[]): Map<string, Interval> {
  return new Map(
    findings.flatMap(({ at, expected }) =>
      isSingleCell(at) && expected !== null && expected.low !== null && expected.high !== null
        ? [[keyOfAddress(at), { low: expected.low, high: expected.high }] as const]
        : []
    )
  );
}

/** The number in its unit, which may have been rounded before or after it was typed. */
function repairOf({ params: { likely }, trace }: UnitSuspect): Interval {
  return around(likely, 0.5 * 10 ** -trace.decimals);
}

/** A cell that is 10⁴ off by all that depends on it, or a fraction where ×100 satisfies the relation of its column. */
function asUnitSlip(finding: Finding): Finding {
  const { cause, expected, stated } = finding;
  if (expected === null || expected.low === null || expected.high === null) return finding;
  if (typeof stated !== "number" || stated === 0) return finding;
  const middle = (expected.low + expected.high) / 2;
  if (cause?.kind === "elsewhere") {
    const power = Math.round(Math.log10(stated / middle));
    const isSlip = Math.abs(power) >= 2 && isPower(stated / middle, power);
    return isSlip ? toUnitSuspect(finding, power, "relations", cause.decimals) : finding;
  }
  const isRate = finding.code === "share-mismatch" || finding.code === "growth-mismatch";
  if (!isRate || !isSingleCell(finding.at) || Math.abs(stated) >= 1) return finding;
  const isFraction = stated * 100 >= expected.low - 0.5 && stated * 100 <= expected.high + 0.5;
  const isNear = Math.abs(stated * 100 - middle) <= Math.max(0.05, Math.abs(middle) * 0.005);
  return isFraction && isNear && Math.abs(middle) >= 1
    ? toUnitSuspect(finding, -2, "fraction", finding.trace.decimals)
    : finding;
}

function isPower(ratio: number, power: number): boolean {
  return ratio > 0 && Math.abs(Math.log10(ratio) - power) < 0.01;
}

function toUnitSuspect(
  finding: Finding,
  power: number,
  context: UnitSuspect["params"]["context"],
  decimals: number
): UnitSuspect {
  const likely = Number((Number(finding.stated) / 10 ** power).toPrecision(12));
  const { severity, remark, subject, at, stated, expected, trace, alternatives, consequences } =
    finding;
  const unit = trace.operands.find((one) => one.at !== null && isAt(one.at, finding))?.unit ?? null;
  return {
    code: "unit-suspect",
    class: "quality",
    severity,
    remark,
    subject,
    at,
    stated,
    expected,
    params: { power, likely, context, unit },
    trace: { ...trace, decimals: Math.max(decimals, Math.min(MOST_SHOWN, countDecimals(likely))) },
    alternatives,
    consequences,
  };
}

/** What 1775300 should be is told as 177.53, though the cell shows no decimals. */
const MOST_SHOWN = 4;

function isAt(at: Finding["at"], finding: Finding): boolean {
  return keyOfAddress(at) === keyOfAddress(finding.at);
}

function mergeCells(findings: readonly Finding[]): readonly Finding[] {
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.class === "target" || !isSingleCell(finding.at)) continue;
    const key = keyOfAddress(finding.at);
    byCell.set(key, [...(byCell.get(key) ?? []), finding]);
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

function foldBlocks(findings: readonly Finding[]): readonly Finding[] {
  const all = findings.filter(({ code }) => BLOCKS.has(code));
  if (all.length === 0) return findings;
  const under = new Map<Finding, Finding[]>();
  const gone = new Set<Finding>();
  const fold = (finding: Finding, root: Finding): void => {
    gone.add(finding);
    under.set(root, [...(under.get(root) ?? []), finding]);
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
