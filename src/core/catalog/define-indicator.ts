import type { GrowthBasis, Indicator } from "../model/indicator.ts";

/** One row of the catalogue: an indicator and the other names offices print for it. */
export interface IndicatorEntry {
  readonly indicator: Indicator;
  readonly aliases: readonly string[];
  /** Names so general (投资, 产值) that any other indicator in the same header is meant instead. */
  readonly weakAliases: readonly string[];
}

interface Traits {
  readonly basis?: GrowthBasis;
  readonly isLowerBetter?: true;
  readonly partOf?: string;
  readonly weak?: readonly string[];
}

function define(
  kind: Indicator["kind"],
  defaultBasis: GrowthBasis,
  id: string,
  name: string,
  unit: string | null,
  aliases: readonly string[],
  traits: Traits
): IndicatorEntry {
  return {
    indicator: {
      id,
      name,
      kind,
      unit,
      growthBasis: traits.basis ?? defaultBasis,
      direction: traits.isLowerBetter ? "lower-is-better" : "higher-is-better",
      partOf: traits.partOf ?? null,
      isCatalogued: true,
    },
    aliases,
    weakAliases: traits.weak ?? [],
  };
}

/** What flows during a period: 工业投资, 税收. Growth is nominal unless said otherwise. */
export function flow(
  id: string,
  name: string,
  unit: string,
  aliases: readonly string[] = [],
  traits: Traits = {}
): IndicatorEntry {
  return define("flow", "nominal", id, name, unit, aliases, traits);
}

/** What stands at a moment: 标准厂房建成面积. */
export function stock(
  id: string,
  name: string,
  unit: string,
  aliases: readonly string[] = [],
  traits: Traits = {}
): IndicatorEntry {
  return define("stock", "nominal", id, name, unit, aliases, traits);
}

/** Whole things counted: 个, 户, 家, 项, 件, 宗, 次. */
export function count(
  id: string,
  name: string,
  unit: string,
  aliases: readonly string[] = [],
  traits: Traits = {}
): IndicatorEntry {
  return define("count", "count", id, name, unit, aliases, traits);
}

/** A rate or an intensity: never summed, and its change is in points or given. */
export function rate(
  id: string,
  name: string,
  unit: string,
  aliases: readonly string[] = [],
  traits: Traits = {}
): IndicatorEntry {
  return define("rate", "same-scope", id, name, unit, aliases, traits);
}
