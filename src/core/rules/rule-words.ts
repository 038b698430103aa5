import type { ReferenceScope, ZoneKind } from "../model/zone.ts";
import type { Comparison, TargetRule, TargetTier } from "./target-rule.ts";

/** The closed words of a rule, as the rules sheet prints them. The order is that of the lists people choose from. */
export const COMPARISON_WORDS: Readonly<Record<Comparison, string>> = {
  "at-least": "不低于",
  above: "高于",
  "at-most": "不高于",
  below: "低于",
};

export const TIER_WORDS: Readonly<Record<TargetTier, string>> = {
  floor: "底线",
  ensure: "确保",
  assessed: "考核",
  strive: "力争",
  stretch: "奋斗",
};

export const KIND_WORDS: Readonly<Record<TargetRule["kind"], string>> = {
  rate: "比率",
  share: "占比",
  level: "总量",
  "pace-level": "序时",
  "annual-level": "年度",
  count: "数量",
  "yes-no": "是否",
};

export const ZONE_KIND_WORDS: Readonly<Record<ZoneKind, string>> = {
  industrial: "工业类",
  agricultural: "农业类",
  "cultural-tourism": "文旅类",
  service: "服务业类",
  comprehensive: "综合类",
};

/** Other words for a rule's kind that people write. */
const OTHER_KINDS: readonly (readonly [RegExp, TargetRule["kind"]])[] = [
  [/序时|阶段|半年/u, "pace-level"],
  [/年度|全年/u, "annual-level"],
  [/占比|比重/u, "share"],
  [/增速|增长|比率|覆盖率|率$/u, "rate"],
  [/数量|个数|户数|家数/u, "count"],
  [/是否|是\/否|定性/u, "yes-no"],
  [/总量|水平|绝对|规模|额$/u, "level"],
];

export function findRuleKind(text: string): TargetRule["kind"] | undefined {
  // 年度(一季度22%、上半年50%): the plan behind the word is read on its own.
  const word = text.replace(/[(:].*$/u, "");
  return findWord(KIND_WORDS, word) ?? OTHER_KINDS.find(([pattern]) => pattern.test(word))?.[1];
}

/** The wholes a limit may be taken to, as the rules sheet prints them. */
export const REFERENCE_NAMES: Readonly<Record<ReferenceScope, string>> = {
  city: "全市",
  province: "全省",
  "province-zones": "全省开发区",
  nation: "全国",
  "nation-zones": "全国经开区",
  benchmark: "先进水平",
};

const ZONE_KIND_PATTERN =
  /^(?:全部|所有|各)?(工业|农业|文旅|文化旅游|旅游|服务业|综合)(?:类)?(?:省级)?(?:开发区|示范区|园区)?$/u;
const ZONE_KINDS_BY_WORD: ReadonlyMap<string, ZoneKind> = new Map([
  ["工业", "industrial"],
  ["农业", "agricultural"],
  ["文旅", "cultural-tourism"],
  ["文化旅游", "cultural-tourism"],
  ["旅游", "cultural-tourism"],
  ["服务业", "service"],
  ["综合", "comprehensive"],
]);

/** 工业类, 农业示范区: a kind of zones, not a zone; also the id itself. */
export function findZoneKind(text: string): ZoneKind | undefined {
  const word = ZONE_KIND_PATTERN.exec(text)?.[1];
  if (word !== undefined) return ZONE_KINDS_BY_WORD.get(word);
  return findWord(ZONE_KIND_WORDS, text);
}

/** The key of a word list, by key or by word. */
export function findWord<Key extends string>(
  words: Readonly<Record<Key, string>>,
  text: string
): Key | undefined {
  const keys = Object.keys(words) as Key[];
  return keys.find((key) => key === text || words[key] === text);
}

/** All that may be written for a closed field: ids and words. */
export function knownWords(words: Readonly<Record<string, string>>): readonly string[] {
  return [...Object.keys(words), ...Object.values(words)];
}
