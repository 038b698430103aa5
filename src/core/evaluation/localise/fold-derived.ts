import type { Finding } from "../../findings/finding.ts";
import { isSingleCell, keyOfAddress } from "./cell-key.ts";
import { reachOf } from "./cell-map.ts";
import type { CellMap } from "./cell-map.ts";
import { foldInto } from "./root-finding.ts";
import { push } from "../../model/push.ts";

/** The cells a question is made of, besides those its trace names. */
export type MadeOf = (finding: Finding) => readonly string[];

/** What may be said of right cells because one beside them is wrong: a total, a rest, a base, a whole denominator. */
const OF_OTHERS: ReadonlySet<Finding["code"]> = new Set([
  "aggregate-out-of-range",
  "residual-implausible",
  "small-base",
  "integer-infeasible",
  "repeated-values",
]);

/**
 * A total's rate outside its members', and a rest of the city that cannot be, follow from a cell that is wrong by
 * itself: the total, a cell its formula rests on, or a member whose right value would take the total in again.
 */
export function foldDerived(
  findings: readonly Finding[],
  cells: CellMap,
  madeOf: MadeOf
): readonly Finding[] {
  const derived = findings.filter(({ code }) => OF_OTHERS.has(code));
  if (derived.length === 0) return findings;
  const roots = rootsIn(findings);
  const under = new Map<Finding, Finding[]>();
  const gone = new Set<Finding>();
  for (const finding of derived) {
    const root = rootOf(finding, roots, cells, madeOf);
    if (root === undefined) continue;
    gone.add(finding);
    push(under, root, finding);
  }
  return findings
    .filter((finding) => !gone.has(finding))
    .map((finding) => foldInto(finding, under.get(finding) ?? []));
}

/** Findings that others may follow from, by the cells they tell of, in their order. */
interface Roots {
  readonly all: readonly Finding[];
  /** By their own cell and those of what follows from them. */
  readonly about: ReadonlyMap<string, readonly number[]>;
  readonly own: ReadonlyMap<string, readonly number[]>;
}

function rootsIn(findings: readonly Finding[]): Roots {
  const all = findings.filter(isRoot);
  const about = new Map<string, number[]>();
  const own = new Map<string, number[]>();
  all.forEach((root, place) => {
    push(own, keyOfAddress(root.at), place);
    for (const { at } of [root, ...root.consequences]) push(about, keyOfAddress(at), place);
  });
  return { all, about, own };
}

function isRoot({ code, severity, class: kind, at }: Finding): boolean {
  return (
    !OF_OTHERS.has(code) && kind !== "target" && severity !== "information" && isSingleCell(at)
  );
}

function rootOf(
  finding: Finding,
  { all, about, own: at }: Roots,
  cells: CellMap,
  madeOf: MadeOf
): Finding | undefined {
  const own = keyOfAddress(finding.at);
  const formula = cells.get(own)?.observation.formula ?? null;
  const rests = new Set([own, ...madeOf(finding), ...operandsOf(finding)]);
  if (formula !== null) {
    for (const key of reachOf(formula, finding.at.sheet, cells)) rests.add(key);
  }
  const places = [...rests].flatMap((key) => about.get(key)?.[0] ?? []);
  for (const key of membersOf(finding)) {
    const place = at.get(key)?.find((root) => isMember(all[root], finding));
    if (place !== undefined) places.push(place);
  }
  return all[places.reduce((a, b) => Math.min(a, b), all.length)];
}

/** The cells a finding names. A total's members are looked at by what their right values would change. */
function operandsOf({ code, trace }: Finding): readonly string[] {
  if (code === "aggregate-out-of-range") return [];
  return trace.operands.flatMap(({ at }) =>
    at !== null && isSingleCell(at) ? [keyOfAddress(at)] : []
  );
}

/** The cells a total's rate is made of. */
function membersOf({ code, trace }: Finding): ReadonlySet<string> {
  if (code !== "aggregate-out-of-range") return new Set();
  return new Set(trace.operands.flatMap(({ at }) => (at === null ? [] : [keyOfAddress(at)])));
}

/** Whether a member's right value would widen the range of the members to where the total stands. */
function isMember(root: Finding | undefined, finding: Finding): boolean {
  if (finding.code !== "aggregate-out-of-range" || typeof finding.stated !== "number") return false;
  if (root === undefined || root.expected === null) return false;
  const slack = 0.5 * 10 ** -finding.trace.decimals;
  const low = Math.min(finding.params.low, root.expected.low ?? -Infinity);
  const high = Math.max(finding.params.high, root.expected.high ?? Infinity);
  return finding.stated >= low - slack && finding.stated <= high + slack;
}
