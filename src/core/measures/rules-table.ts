import { normaliseText } from "../catalog/normalise.ts";
import { canonicalZoneName, isAllZonesLabel, zoneKindOf } from "../catalog/zones.ts";
import type { Grid } from "./broadcast.ts";
import type { RulePlace } from "./measure-function.ts";
import type { MeasureResult } from "./result.ts";
import { measured, unmeasured } from "./result.ts";

/** A row of the 目标规则 table, as far as a look-up needs it. */
export interface Rule {
  readonly indicator: string;
  /** 口径, as printed: 同比, 占工业投资. */
  readonly measure: string;
  readonly scope: Scope;
  /** The cell of 目标值 as the host gives it. */
  readonly value: unknown;
  readonly place: RulePlace;
}

/** For whom a rule is. */
type Scope =
  | { readonly kind: "zones"; readonly names: readonly string[] }
  | { readonly kind: "zone-kind"; readonly zoneKind: string }
  | { readonly kind: "everyone" };

export interface RulesTable {
  readonly rules: readonly Rule[];
}

/** What a look-up found: the target's cell and where it stands in the range. */
export interface FoundTarget {
  readonly value: unknown;
  readonly place: RulePlace;
}

const WORDS = {
  indicator: ["指标", "指标名称"],
  measure: ["口径", "计算口径"],
  scope: ["适用", "适用范围", "适用对象", "适用开发区", "开发区"],
  value: ["目标值", "目标", "目标数", "值"],
  tier: ["档次", "目标档次"],
} as const;

const EVERYONE = /^(?:全部|所有|全体|各|其余|其他|其它|默认|缺省)?(?:开发区|省级开发区|园区|区)?$/u;
/** A kind of zones, not a zone: 工业类, 农业示范区, 10个工业类开发区. */
const KIND_OF_ZONES =
  /^(?:全部|所有|各|\d+个)?(?:工业|农业|文旅|文化旅游|旅游|服务业|综合)类?(?:省级)?(?:开发区|示范区|园区)?$/u;

/** Reads the table out of its range, header row included; the header is found by its words, not by its place. */
export function readRulesTable(range: Grid, parameter: number): MeasureResult<RulesTable> {
  const cells = range.map((row) =>
    row.map((cell) => (typeof cell === "string" ? normaliseText(cell) : ""))
  );
  const header = cells.findIndex((row) => findColumn(row, "indicator") >= 0);
  const words = cells[header];
  if (words === undefined) {
    return unmeasured({ reason: "no-rules-table", parameter, word: WORDS.indicator[0] });
  }
  const value = findColumn(words, "value");
  if (value < 0) return unmeasured({ reason: "no-rules-table", parameter, word: WORDS.value[0] });
  const columnOf = (key: keyof typeof WORDS) => findColumn(words, key);
  const rules: Rule[] = [];
  let above: readonly string[] = [];
  for (let r = header + 1; r < cells.length; r += 1) {
    const texts = cells[r] ?? [];
    const target = (range[r] ?? [])[value];
    const scope = (range[r] ?? [])[columnOf("scope")];
    // An exception may leave out what it shares with the row above it.
    const isContinued = texts[columnOf("indicator")] === "" && typeof scope === "string";
    const at = (key: keyof typeof WORDS) =>
      texts[columnOf(key)] || (isContinued ? above[columnOf(key)] : "") || "";
    if (at("indicator") === "" || target === null || target === "") continue;
    if (isAssessed(at("tier"))) {
      rules.push({
        indicator: at("indicator"),
        measure: at("measure"),
        scope: readScope(typeof scope === "string" ? scope : ""),
        value: target,
        place: { row: r + 1, column: value + 1 },
      });
    }
    if (!isContinued) above = texts;
  }
  return measured({ rules });
}

function findColumn(row: readonly string[], key: keyof typeof WORDS): number {
  const words: readonly string[] = WORDS[key];
  return row.findIndex((cell) => words.includes(cell));
}

/** Only the tier that counts is a target: 底线, 力争 and 奋斗 are not judged. */
function isAssessed(tier: string): boolean {
  return !/底线|保底|必保|确保|力争|奋斗|挑战|自加压/u.test(tier);
}

function readScope(text: string): Scope {
  const key = normaliseText(text);
  if (EVERYONE.test(key) || isAllZonesLabel(text)) return { kind: "everyone" };
  const zoneKind = zoneKindOf(text);
  if (zoneKind !== null && KIND_OF_ZONES.test(key)) return { kind: "zone-kind", zoneKind };
  const names = text
    .split(/[、,,;;/]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return { kind: "zones", names };
}

/**
 * The target of a zone for an indicator. A rule that names the zone (the exception) goes before one for its kind, and
 * that before one for everyone. An indicator with several 口径 is asked for with the 口径 behind it: 工业投资 同比.
 */
export function findTarget(
  table: RulesTable,
  zone: string,
  indicator: string
): MeasureResult<FoundTarget> {
  const candidates = rulesFor(table, indicator)
    .map((rule) => ({ rule, closeness: closenessOf(rule.scope, zone) }))
    .filter(({ closeness }) => closeness > 0);
  const closest = Math.max(0, ...candidates.map(({ closeness }) => closeness));
  const best = candidates.filter(({ closeness }) => closeness === closest).map(({ rule }) => rule);
  const [first] = best;
  if (first === undefined) return unmeasured({ reason: "no-rule", zone, indicator });
  if (best.some((rule) => rule.value !== first.value || rule.measure !== first.measure)) {
    const rules = best.map((rule) => `${rule.indicator} ${rule.measure}`.trim());
    return unmeasured({ reason: "several-rules", zone, indicator, rules: [...new Set(rules)] });
  }
  return measured({ value: first.value, place: first.place });
}

/** Whether an indicator is one the rules speak of, for whomever; asked of many words. */
export function askedForIn({ rules }: RulesTable): (indicator: string) => boolean {
  const keys = new Set(
    rules.flatMap(({ indicator, measure }) => [
      indicatorKey(indicator),
      indicatorKey(indicator + measure),
    ])
  );
  return (indicator) => keys.has(indicatorKey(indicator));
}

function rulesFor(table: RulesTable, indicator: string): readonly Rule[] {
  const key = indicatorKey(indicator);
  const named = table.rules.filter((rule) => indicatorKey(rule.indicator) === key);
  if (named.length > 0) return named;
  return table.rules.filter((rule) => indicatorKey(rule.indicator + rule.measure) === key);
}

/** Other names of the assessed indicators; the whole catalogue would be half the functions' first load. */
const OTHER_NAMES: readonly (readonly [RegExp, string])[] = [
  [/规模以上/u, "规上"],
  [/规模工业增加值|规工增加值/u, "规上工业增加值"],
  [/^固投|全社会固定资产投资/u, "固定资产投资"],
  [/^工投|工业固定资产投资|工业性投资/u, "工业投资"],
  [/转型项目(?:完成|当年)?投资|^转型投资/u, "转型项目当年完成投资"],
];

/** The key an indicator is compared by: without 其中, unit and separators, under the name the trade uses most. */
function indicatorKey(text: string): string {
  const key = normaliseText(text)
    .replace(/^(?:其中:?|#)/u, "")
    .replace(/\((?:[亿万]?元|%|户|家|个|万平方米|亩)\)/gu, "")
    .replace(/[·・.:,()\-_/]/gu, "");
  return OTHER_NAMES.reduce((name, [pattern, usual]) => name.replace(pattern, usual), key);
}

/** 4: the rule names this very name · 3: a name of the same zone · 2: its kind · 1: everyone · 0: not for this zone. */
function closenessOf(scope: Scope, zone: string): 0 | 1 | 2 | 3 | 4 {
  switch (scope.kind) {
    case "everyone":
      return 1;
    case "zone-kind":
      // A zone whose name tells no kind (河津开发区) is an ordinary, industrial one.
      return (zoneKindOf(zone) ?? "industrial") === scope.zoneKind ? 2 : 0;
    case "zones": {
      const key = normaliseText(zone);
      if (scope.names.some((name) => normaliseText(name) === key)) return 4;
      if (isAllZonesLabel(zone)) return 0;
      const canonical = canonicalZoneName(zone);
      return scope.names.some((name) => canonicalZoneName(name) === canonical) ? 3 : 0;
    }
  }
}
