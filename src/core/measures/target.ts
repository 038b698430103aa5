import type { Grid } from "./broadcast.ts";
import { broadcast, toGrid } from "./broadcast.ts";
import type { MeasureCall, MeasureFunction, Parameter, RulePlace } from "./measure-function.ts";
import { describedFunction, evaluation } from "./measure-function.ts";
import { readNumber, readText } from "./operand.ts";
import type { MeasureFailure, MeasureResult } from "./result.ts";
import { measured, unmeasured } from "./result.ts";
import type { FoundTarget, RulesTable } from "./rules-table.ts";
import { writeTargetTwin } from "./target-twin.ts";
import { findTarget, readRulesTable } from "./rules-table.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "开发区", en: "zone" }, kind: "text" },
  { name: { zh: "指标", en: "indicator" }, kind: "text" },
  { name: { zh: "目标规则", en: "rules" }, kind: "rules" },
];

/** The target that applies, exceptions included, and where it stands. */
export function target(
  table: MeasureResult<RulesTable>,
  [zone, indicator]: readonly unknown[]
): MeasureResult<FoundTarget> {
  const z = readText(zone, 0);
  if (!z.ok) return z;
  const i = readText(indicator, 1);
  if (!i.ok) return i;
  if (!table.ok) return table;
  return findTarget(table.value, z.value, i.value);
}

/** A target's number: typed as one, or as text with its sign (17%). */
export function readTarget(found: MeasureResult<FoundTarget>): MeasureResult {
  if (!found.ok) return found;
  const text = typeof found.value.value === "string" ? found.value.value.normalize("NFKC") : "";
  const stated = /^([+-]?\d+(?:\.\d+)?)%?$/u.exec(text.trim())?.[1];
  return stated === undefined ? readNumber(found.value.value, 2) : measured(Number(stated));
}

function evaluateInto<T>(
  [zone, indicator, rules]: readonly unknown[],
  failed: (failure: MeasureFailure) => T
): Grid<number | T> {
  const table = readRules(rules);
  const look = lookOnce(table);
  const results = broadcast([toGrid(zone), toGrid(indicator)], (cells) => {
    const found = look(cells);
    return found.ok ? found.value : failed(found.failure);
  });
  return results ?? [[failed({ reason: "sizes-differ" })]];
}

/** A column names few indicators of few zones, again and again; each pair is looked up once. */
function lookOnce(table: MeasureResult<RulesTable>): (cells: readonly unknown[]) => MeasureResult {
  const known = new Map<unknown, Map<unknown, MeasureResult>>();
  return (cells) => {
    const [zone, indicator] = cells;
    let ofZone = known.get(zone);
    if (ofZone === undefined) known.set(zone, (ofZone = new Map<unknown, MeasureResult>()));
    let found = ofZone.get(indicator);
    if (found === undefined) ofZone.set(indicator, (found = readTarget(target(table, cells))));
    return found;
  };
}

export function readRules(rules: unknown): MeasureResult<RulesTable> {
  if (rules === null || rules === undefined) return unmeasured({ reason: "missing", parameter: 2 });
  return readRulesTable(toGrid(rules), 2);
}

/**
 * Where the target of a zone stands in the range of rules (from 1): what the native twin needs to know.
 * The result says why where there is none.
 */
export function locateTarget(
  zone: string,
  indicator: string,
  rules: Grid
): MeasureResult<RulePlace> {
  const found = target(readRules(rules), [zone, indicator]);
  return found.ok ? measured(found.value.place) : found;
}

const EXAMPLE_RULES: Grid = [
  ["指标", "口径", "适用", "比较", "目标值", "单位"],
  ["工业投资", "同比", "工业类开发区", "不低于", 17, "%"],
  ["工业投资", "同比", "河津开发区", "不低于", 16, "%"],
];

export const TARGET_CALL: MeasureCall = {
  id: "ZONE_TARGET",
  parameters: PARAMETERS,
  ...evaluation(evaluateInto),
};

export const ZONE_TARGET: MeasureFunction = /* @__PURE__ */ describedFunction(TARGET_CALL, {
  formula: {
    zh: "点名的例外 > 同类开发区 > 全部开发区",
    en: "an exception that names the zone > its kind > all zones",
  },
  source: {
    zh: "在“目标规则”表(含表头)中查找。同一指标有几种口径时,把口径写在指标后面,如“工业投资 同比”。",
    en: "Looks the target up in the 目标规则 (target rules) table, header row included. Where an indicator has several measures, name the measure behind it: 工业投资 同比.",
  },
  twin: {
    kind: "located",
    write: writeTargetTwin,
  },
  examples: [
    {
      formula: '=ZONE_TARGET("河津开发区","工业投资",目标规则!A1:F3)',
      inputs: ["河津开发区", "工业投资", EXAMPLE_RULES],
      result: 16,
    },
    {
      formula: '=ZONE_TARGET("永济开发区","工业投资",目标规则!A1:F3)',
      inputs: ["永济开发区", "工业投资", EXAMPLE_RULES],
      result: 17,
    },
  ],
});
