import type { Comparison, TargetTier } from "./target-rule.ts";

/** Tiers in the words of forms; 底线 < 确保 < 考核 < 力争 < 奋斗. The first that a text holds speaks. */
const TIERS: readonly (readonly [RegExp, TargetTier])[] = [
  [/底线|保底|floor/iu, "floor"],
  [/确保|必保|ensure/iu, "ensure"],
  [/力争|strive/iu, "strive"],
  [/奋斗|挑战|自加压|stretch/iu, "stretch"],
  [/考核|目标|省定|省初定|市定|下达|assessed/iu, "assessed"],
];

export function findTier(text: string): TargetTier | undefined {
  return TIERS.find(([pattern]) => pattern.test(text))?.[1];
}

/** 不低于 and 达到 include the number, 高于 and 超过 do not; the negated word comes first, as it holds the other. */
const COMPARISONS: readonly (readonly [RegExp, Comparison])[] = [
  [/不低于|不少于|不小于|达到|以上|at-least|at least|>=|≥|≧/iu, "at-least"],
  [
    /不高于|不超过|不大于|不多于|以内|以下|控制(?:在|目标|值|数|上限)|at-most|at most|<=|≤|≦/iu,
    "at-most",
  ],
  [/高于|超过|突破|大于|above|>/iu, "above"],
  [/低于|少于|小于|below|</iu, "below"],
];

export function findComparison(text: string): Comparison | undefined {
  return COMPARISONS.find(([pattern]) => pattern.test(text))?.[1];
}

/** 省定, 省初定, 市定 … as a header or a rule words it. */
export function findStanding(text: string): string | null {
  return /省初定|省定|省下达|省考核|市定|市下达|市考核|区定|自定|调整后/u.exec(text)?.[0] ?? null;
}

/** Who sets targets, each with targets of its own. */
const SETTERS: readonly RegExp[] = [/省/u, /市/u, /区|县/u, /自/u];

/** Whether two targets are told to be set by different ones: 省定 and 市定. One that says nothing is of no other. */
export function isOtherStanding(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const setterOf = (text: string): number => SETTERS.findIndex((words) => words.test(text));
  const [own, other] = [setterOf(a), setterOf(b)];
  return own !== -1 && other !== -1 && own !== other;
}
