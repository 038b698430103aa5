import { parseArea } from "../workbook/address.ts";
import type { RulesEdit } from "./edit-rules-sheet.ts";
import type { RulesRow, RulesTexts } from "./rules-rows.ts";
import { RULES_COLUMNS } from "./rules-sheet-columns.ts";
import type { RulesColumn } from "./rules-sheet-columns.ts";
import type { RuleOrigin, TargetRule } from "./target-rule.ts";
import { toRulesSheet } from "./to-rules-sheet.ts";

/** One row's worth of rules: a rule without its exceptions, or one exception. */
interface Entry {
  readonly key: string;
  readonly rule: TargetRule;
  readonly value: number;
  readonly origin: RuleOrigin;
  readonly texts: RulesTexts;
}

/**
 * What must change in a 目标规则 sheet so that it says all that other rules say: a row for the same indicator, measure,
 * zones, tier and period takes their value, comparison, unit, source and level; the rest is added. Nothing is removed.
 */
export function mergeRules(
  rows: readonly RulesRow[],
  standing: readonly TargetRule[],
  incoming: readonly TargetRule[]
): RulesEdit {
  const own = new Map(standing.flatMap(entriesOf).map((entry) => [entry.key, entry]));
  const changed: RulesEdit["changed"][number][] = [];
  const added: RulesTexts[] = [];
  for (const entry of incoming.flatMap(entriesOf)) {
    const old = own.get(entry.key);
    const was = old === undefined ? undefined : rows.find(({ row }) => row === rowOf(old.origin));
    if (old === undefined || was === undefined) {
      added.push(entry.texts);
      continue;
    }
    const changes = differing(old, entry, was.texts);
    if (Object.keys(changes).length > 0) changed.push({ was, texts: { ...was.texts, ...changes } });
  }
  return { changed, added, removed: [] };
}

function differing(old: Entry, entry: Entry, was: RulesTexts): RulesTexts {
  const take = (...names: readonly RulesColumn[]): RulesTexts =>
    Object.fromEntries(names.map((name) => [name, entry.texts[name] ?? ""]));
  return {
    ...(old.texts["目标值"] === entry.texts["目标值"] ? {} : takeValue(entry, was)),
    ...(old.rule.unit === entry.rule.unit ? {} : take("单位")),
    ...(old.rule.comparison === entry.rule.comparison ? {} : take("比较")),
    ...(old.rule.standing === entry.rule.standing ? {} : take("来源")),
    ...(old.texts["类型"] === entry.texts["类型"] ? {} : take("类型")),
    ...(old.texts["适用"] === entry.texts["适用"] ? {} : take("适用")),
    ...(old.rule.remarkRequired === entry.rule.remarkRequired ? {} : take("级别")),
  };
}

/** A cell that says its own unit (17%, 2亿元) goes on saying it. */
function takeValue({ value, texts, rule: { unit } }: Entry, was: RulesTexts): RulesTexts {
  const text = texts["目标值"] ?? "";
  if (text !== String(value)) return { 目标值: text };
  const saysUnit = unit !== null && was["目标值"]?.trim().endsWith(unit) === true;
  return { 目标值: saysUnit ? `${value}${unit}` : String(value) };
}

function entriesOf(rule: TargetRule): readonly Entry[] {
  const [, first = [], ...others] = toRulesSheet([rule]);
  const { indicator, measure, tier, period } = rule;
  const base = [indicator, measure, tier, period];
  const scope = rule.zones.length > 0 ? [...rule.zones].sort().join("、") : (rule.zoneKind ?? "");
  return [
    {
      key: [...base, scope].join("|"),
      rule,
      value: rule.value,
      origin: rule.origin,
      texts: toTexts(first),
    },
    ...rule.except.map(({ zone, value, origin }, index) => ({
      key: [...base, zone].join("|"),
      rule,
      value,
      origin,
      texts: toTexts(others[index] ?? []),
    })),
  ];
}

function toTexts(row: readonly string[]): RulesTexts {
  return Object.fromEntries(
    RULES_COLUMNS.flatMap((name, column) => {
      const text = row[column] ?? "";
      return text === "" ? [] : [[name, text]];
    })
  );
}

function rowOf(origin: RuleOrigin): number | undefined {
  return origin.kind === "rules-file" ? undefined : parseArea(origin.cell)?.row;
}
