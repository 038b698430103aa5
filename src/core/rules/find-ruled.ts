/** Which of several rules holds for a zone. */

import { formatPeriod } from "../model/period.ts";
import type { Period } from "../model/period.ts";
import type { TargetRule, ZoneException } from "./target-rule.ts";
import { byZoneMeant } from "./zone-names.ts";
import { toTarget } from "./target.ts";
import type { Target, Whom } from "./target.ts";

const ORIGINS = ["rules-file", "rules-sheet", "target-column"] as const;
/** Who set a target, the one that is assessed first; 调整后 takes the place of what it was. */
const STANDINGS: readonly RegExp[] = [/调整/u, /省(?!初)/u, /省初定/u, /市/u, /区|县/u, /自/u];

/**
 * Of several rules for one zone the most telling: a file before the workbook's sheet, then how closely it names the zone
 * (exception, by name, by kind, all), then the period it is limited to (the very one, its year, none), then who set it
 * (调整后, 省定, 省初定, 市定, 区定, 自定), then the first.
 */
export function findRuled(
  rules: readonly TargetRule[],
  whom: Whom,
  period: Period | null
): Target | undefined {
  let best: { readonly target: Target; readonly rank: number } | undefined;
  for (const rule of rules) {
    const match = matchRule(rule, whom);
    if (match === undefined) continue;
    const origin = ORIGINS.length - ORIGINS.indexOf(rule.origin.kind);
    const rank =
      origin * 1000 + match.closeness * 100 + nearness(rule, period) * 10 + weightOf(rule.standing);
    if (best === undefined || rank > best.rank) best = { target: match.target, rank };
  }
  return best?.target;
}

function nearness(rule: TargetRule, period: Period | null): number {
  if (rule.period === null) return 0;
  return period !== null && formatPeriod(period).slice(4) === rule.period.slice(4) ? 2 : 1;
}

/** How much a standing weighs: the greater is assessed first. */
export function weightOf(standing: string | null): number {
  if (standing === null) return OPEN;
  const known = WEIGHTS.get(standing);
  if (known !== undefined) return known;
  const weight = findWeight(standing);
  if (WEIGHTS.size >= MOST_REMEMBERED) WEIGHTS.clear();
  WEIGHTS.set(standing, weight);
  return weight;
}

/** A rule that says nothing of who set it stands between the province's and the city's. */
const OPEN = 4;
const MOST_REMEMBERED = 1000;
const WEIGHTS = new Map<string, number>();

function findWeight(standing: string): number {
  const place = STANDINGS.findIndex((words) => words.test(standing));
  return place === -1 ? OPEN : STANDINGS.length - place + (place < 3 ? 1 : 0);
}

/** The zones a rule names, by the names tables know them by. */
interface RuledZones {
  readonly except: ReadonlyMap<string, ZoneException>;
  readonly zones: ReadonlyMap<string, string>;
  readonly exempt: ReadonlyMap<string, string>;
}

/** Each rule is asked for every zone of a table. */
const ZONES_OF = new WeakMap<TargetRule, RuledZones>();

function zonesOf(rule: TargetRule): RuledZones {
  const known = ZONES_OF.get(rule);
  if (known !== undefined) return known;
  const own = (zone: string): string => zone;
  const made = {
    except: byZoneMeant(rule.except, ({ zone }) => zone),
    zones: byZoneMeant(rule.zones, own),
    exempt: byZoneMeant(rule.exempt, own),
  };
  ZONES_OF.set(rule, made);
  return made;
}

function matchRule(
  rule: TargetRule,
  { zone, kind, standing }: Whom
): { readonly target: Target; readonly closeness: number } | undefined {
  const { except, zones, exempt } = zonesOf(rule);
  const exception = except.get(zone);
  if (exception !== undefined) {
    const target = { rule, value: exception.value, origin: exception.origin };
    return { target, closeness: 3 };
  }
  if (rule.zones.length > 0) {
    return zones.has(zone) ? { target: toTarget(rule), closeness: 2 } : undefined;
  }
  if (standing === "area" || exempt.has(zone)) return undefined;
  if (rule.zoneKind === null) return { target: toTarget(rule), closeness: 0 };
  // Forms mark the agricultural and tourism zones; one whose kind nobody names is an industrial one.
  return rule.zoneKind === (kind ?? "industrial")
    ? { target: toTarget(rule), closeness: 1 }
    : undefined;
}
