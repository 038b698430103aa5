import type { Finding, Operand } from "../findings/finding.ts";
import { countDecimals } from "../model/decimal.ts";
import { indicatorName } from "./build-rule.ts";
import { aboutRule, nameOfPlace, operandOfRule, settingsOf } from "./lint-place.ts";
import type { Setting } from "./lint-place.ts";
import { ZONE_KIND_WORDS } from "./rule-words.ts";
import type { Comparison, TargetRule } from "./target-rule.ts";

/**
 * A zone, indicator, measure and period have one assessed target: a second one with another value contradicts the first,
 * with the same value it is redundant, and so is an exception that sets what the default sets.
 */
export function lintRepeats(rules: readonly TargetRule[]): readonly Finding[] {
  const first = new Map<string, Setting[]>();
  const findings: Finding[] = [];
  for (const setting of settingsOf(rules)) {
    const before = first.get(setting.key) ?? [];
    const clash = before.find((one) => clashes(one, setting));
    const same = before.find((one) => isSame(one, setting));
    if (clash !== undefined) findings.push(contradiction(setting, clash));
    else if (same !== undefined) findings.push(redundant(setting, same));
    first.set(setting.key, [...before, setting]);
    const isException = setting.zone !== null && setting.rule.zones.length === 0;
    if (clash === undefined && same === undefined && isException) {
      if (setting.value === setting.rule.value)
        findings.push(redundant(setting, defaultOf(setting)));
    }
  }
  return findings;
}

function defaultOf(setting: Setting): Setting {
  return { ...setting, origin: setting.rule.origin, value: setting.rule.value };
}

const FLOORS: ReadonlySet<Comparison> = new Set(["at-least", "above"]);

/** Two floors or two ceilings of different height, or a floor above a ceiling: 不低于17 and 不高于15. */
function clashes(a: Setting, b: Setting): boolean {
  if (a.rule.unit !== b.rule.unit) return false;
  const isFloor = FLOORS.has(a.rule.comparison);
  if (isFloor === FLOORS.has(b.rule.comparison)) return a.value !== b.value;
  return isFloor ? a.value > b.value : b.value > a.value;
}

function isSame(a: Setting, b: Setting): boolean {
  return (
    a.rule.unit === b.rule.unit &&
    a.value === b.value &&
    FLOORS.has(a.rule.comparison) === FLOORS.has(b.rule.comparison)
  );
}

function contradiction(setting: Setting, other: Setting): Finding {
  return {
    ...aboutRule(setting.rule, setting.origin, setting.zone),
    code: "rule-contradiction",
    stated: setting.value,
    trace: {
      operands: [settingOperand("target", setting), settingOperand("other", other)],
      arithmetic: clashText(setting, other),
      allowed: null,
      decimals: Math.max(countDecimals(setting.value), countDecimals(other.value)),
    },
    params: {
      value: setting.value,
      other: other.value,
      otherPlace: nameOfPlace(other.origin),
      who: nameOf(setting),
    },
  };
}

/** Two values that are not one, or a floor above a ceiling. */
function clashText(a: Setting, b: Setting): string {
  const isFloor = FLOORS.has(a.rule.comparison);
  if (isFloor === FLOORS.has(b.rule.comparison)) return `${a.value} ≠ ${b.value}`;
  const [floor, ceiling] = isFloor ? [a, b] : [b, a];
  return `${floor.value} > ${ceiling.value}`;
}

function settingOperand(role: "target" | "other", setting: Setting): Operand {
  return operandOfRule(role, nameOf(setting), setting.value, setting.rule, setting.origin);
}

function redundant(setting: Setting, other: Setting): Finding {
  return {
    ...aboutRule(setting.rule, setting.origin, setting.zone),
    code: "rule-redundant",
    stated: setting.value,
    trace: {
      operands: [settingOperand("target", setting), settingOperand("other", other)],
      arithmetic: `${setting.value} = ${other.value}`,
      allowed: null,
      decimals: countDecimals(setting.value),
    },
    params: { otherPlace: nameOfPlace(other.origin), who: nameOf(setting) },
  };
}

/** 河津工业投资, 工业类工业投资: of whom and what the rule speaks, as it is printed in every language. */
function nameOf({ rule, zone }: Setting): string {
  const whom = zone ?? (rule.zoneKind === null ? "" : ZONE_KIND_WORDS[rule.zoneKind]);
  const indicator = indicatorName(rule.indicator);
  return whom === "" ? indicator : `${whom} ${indicator}`;
}
