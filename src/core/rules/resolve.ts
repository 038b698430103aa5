import { periodOf } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Measure } from "../model/measure.ts";
import { formatPeriod } from "../model/period.ts";
import type { Period } from "../model/period.ts";
import type { ZoneKind } from "../model/zone.ts";
import type { ColumnRule } from "./target-columns.ts";
import { holdsForPeriod } from "./target-columns.ts";
import type { RuleOrigin, TargetRule } from "./target-rule.ts";
import { isSameZone } from "./zone-names.ts";

/** The requirement that holds for a zone: a rule, and the value it sets there. */
export interface Target {
  readonly rule: TargetRule;
  /** The limit; of 高于全省2个百分点, what the province has reached and 2 more. */
  readonly value: number;
  /** Where the value stands: the rule's own place, or the exception's. */
  readonly origin: RuleOrigin;
  /** Of a relative target, the cell of the whole it is taken to. */
  readonly reference?: NumberReading;
}

/** For whom a target is looked up. */
export interface Whom {
  readonly zone: string;
  readonly kind: ZoneKind | null;
  /** area: a county or city (河津市), for which only a rule that names it holds. */
  readonly standing: "zone" | "area";
}

/** The rules of a run, looked up by zone, indicator, measure and period. */
export interface TargetsInForce {
  readonly rules: readonly TargetRule[];
  /** From a rules file or the rules sheet: exception > zone list > kind > all; the file beats the sheet. */
  readonly ruled: (
    whom: Whom,
    indicator: string,
    measure: Measure,
    period: Period | null
  ) => Target | undefined;
  /**
   * From a target column: the row's own cell in this table, that of the period first, else the only value other tables
   * give for the zone.
   */
  readonly written: (
    index: TableIndex,
    subject: number,
    indicator: string,
    measure: Measure,
    period: Period | null
  ) => Target | undefined;
  /** Measures of an indicator for which there is any target. */
  readonly measuresOf: (indicator: string) => readonly Measure[];
  /** All rules of a file or sheet for an indicator's measure, whoever they are for. */
  readonly general: (indicator: string, measure: Measure) => readonly TargetRule[];
  readonly columns: ReadonlyMap<TableIndex, readonly ColumnRule[]>;
}

/** A target of a table, with the table it stands in. */
interface Placed {
  readonly column: ColumnRule;
  readonly index: TableIndex;
}

export function bringIntoForce(
  rules: readonly TargetRule[],
  columns: ReadonlyMap<TableIndex, readonly ColumnRule[]>
): TargetsInForce {
  // Only the assessed tier is judged; other tiers are kept with the rules, and left alone.
  const assessed = rules.filter((rule) => rule.tier === "assessed");
  const byMeasure = groupBy(assessed, (rule) => `${rule.measure}|${rule.indicator}`);
  const own = new Map<TableIndex, Map<string, ColumnRule[]>>();
  const byZone = new Map<string, Placed[]>();
  const measures = new Map<string, Set<Measure>>();
  const note = (rule: TargetRule): void => {
    const set = measures.get(rule.indicator) ?? new Set<Measure>();
    measures.set(rule.indicator, set.add(rule.measure));
  };
  assessed.forEach(note);
  for (const [index, list] of columns) {
    const judged = list.filter(({ rule }) => rule.tier === "assessed");
    judged.forEach(({ rule }) => {
      note(rule);
    });
    own.set(
      index,
      groupBy(judged, ({ rule, subject }) => `${subject}|${rule.measure}|${rule.indicator}`)
    );
    for (const column of judged) {
      const subject = index.table.subjects[column.subject];
      if (subject?.role !== "zone") continue;
      const key = `${subject.name}|${column.rule.measure}|${column.rule.indicator}`;
      push(byZone, key, { column, index });
    }
  }
  const latest = latestYear([...columns.keys()]);
  const ofPeriods = new Map<readonly TargetRule[], Map<Period | null, readonly TargetRule[]>>();
  // The rows of a column ask for the same period one after the other.
  const inForce = (all: readonly TargetRule[], period: Period | null): readonly TargetRule[] => {
    const known = ofPeriods.get(all) ?? new Map<Period | null, readonly TargetRule[]>();
    ofPeriods.set(all, known);
    const held =
      known.get(period) ??
      all.filter(
        (rule) =>
          holdsForPeriod(rule.period, period) && (rule.period !== null || !isBefore(period, latest))
      );
    known.set(period, held);
    return held;
  };
  return {
    rules: [...rules, ...[...columns.values()].flat().map(({ rule }) => rule)],
    columns,
    general: (indicator, measure) => byMeasure.get(`${measure}|${indicator}`) ?? [],
    measuresOf: (indicator) => [...(measures.get(indicator) ?? [])],
    ruled: (whom, indicator, measure, period) => {
      const candidates = byMeasure.get(`${measure}|${indicator}`);
      if (candidates === undefined) return undefined;
      return findRuled(inForce(candidates, period), whom, period);
    },
    written: (index, subject, indicator, measure, period) => {
      const mine = own.get(index)?.get(`${subject}|${measure}|${indicator}`);
      if (mine !== undefined) {
        const held = mine.filter(({ rule }) => holdsForPeriod(rule.period, period));
        return dueFirst(ofPeriod(index, held, period));
      }
      const zone = index.table.subjects[subject];
      if (zone?.role !== "zone") return undefined;
      const others = (byZone.get(`${zone.name}|${measure}|${indicator}`) ?? []).filter(
        (placed) => !isOfOtherYear(placed, period)
      );
      const values = new Set(others.map(({ column }) => column.rule.value));
      return values.size === 1 ? dueFirst(others.map(({ column }) => column)) : undefined;
    },
  };
}

/** The newest year that the tables give anything of that targets are set for. */
function latestYear(book: readonly TableIndex[]): number | null {
  const years = book.flatMap(({ table }) =>
    table.fields.flatMap((field) =>
      JUDGED.has(field.measure) ? (periodOf(table, field)?.year ?? []) : []
    )
  );
  return years.reduce<number | null>(
    (best, year) => (best === null || year > best ? year : best),
    null
  );
}

const JUDGED: ReadonlySet<Measure> = new Set(["actual", "growth", "share", "rate"]);

/** Last year's sheet beside this year's: a rule that names no period is of the newest. */
function isBefore(period: Period | null, latest: number | null): boolean {
  return period !== null && period.year !== null && latest !== null && period.year < latest;
}

/** What this year's table aims at says nothing of last year's sheet. */
function isOfOtherYear({ column, index }: Placed, period: Period | null): boolean {
  const year = periodOf(index.table, column.field)?.year ?? null;
  return year !== null && period !== null && period.year !== null && period.year !== year;
}

/** 一季度 | 上半年 with a target each: the one of the period, where there is one. */
function ofPeriod(
  index: TableIndex,
  columns: readonly ColumnRule[],
  period: Period | null
): readonly ColumnRule[] {
  if (period === null || columns.length < 2) return columns;
  const same = columns.filter(({ field }) => {
    const own = periodOf(index.table, field);
    return own !== null && formatPeriod(own) === formatPeriod(period);
  });
  return same.length > 0 ? same : columns;
}

/** Of a year's amount and one for the part of the year, the one that is due. */
function dueFirst(columns: readonly ColumnRule[]): Target | undefined {
  // 省定 before 市定, whichever column stands first.
  const assessed = [...columns].sort(
    (a, b) => weightOf(b.rule.standing) - weightOf(a.rule.standing)
  );
  const due = assessed.find(({ rule }) => rule.kind !== "annual-level") ?? assessed[0];
  return due === undefined ? undefined : toTarget(due.rule);
}

function toTarget(rule: TargetRule): Target {
  const known = TARGETS.get(rule);
  if (known !== undefined) return known;
  const target = { rule, value: rule.value, origin: rule.origin };
  TARGETS.set(rule, target);
  return target;
}

/** One object for all zones a rule sets the same value for. */
const TARGETS = new WeakMap<TargetRule, Target>();

const ORIGINS = ["rules-file", "rules-sheet", "target-column"] as const;
/** Who set a target, the one that is assessed first; 调整后 takes the place of what it was. */
const STANDINGS: readonly RegExp[] = [/调整/u, /省(?!初)/u, /省初定/u, /市/u, /区|县/u, /自/u];

/**
 * Of several rules for one zone the most telling: a file before the workbook's sheet, then how closely it names the zone
 * (exception, by name, by kind, all), then the period it is limited to (the very one, its year, none), then who set it
 * (调整后, 省定, 省初定, 市定, 区定, 自定), then the first.
 */
function findRuled(
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

function weightOf(standing: string | null): number {
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

function matchRule(
  rule: TargetRule,
  { zone, kind, standing }: Whom
): { readonly target: Target; readonly closeness: number } | undefined {
  const exception = rule.except.find((one) => isSameZone(one.zone, zone));
  if (exception !== undefined) {
    const target = { rule, value: exception.value, origin: exception.origin };
    return { target, closeness: 3 };
  }
  if (rule.zones.length > 0) {
    return rule.zones.some((one) => isSameZone(one, zone))
      ? { target: toTarget(rule), closeness: 2 }
      : undefined;
  }
  if (standing === "area" || rule.exempt.some((one) => isSameZone(one, zone))) return undefined;
  if (rule.zoneKind === null) return { target: toTarget(rule), closeness: 0 };
  // Forms mark the agricultural and tourism zones; one whose kind nobody names is an industrial one.
  return rule.zoneKind === (kind ?? "industrial")
    ? { target: toTarget(rule), closeness: 1 }
    : undefined;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) push(groups, keyOf(item), item);
  return groups;
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const list = groups.get(key);
  if (list === undefined) groups.set(key, [item]);
  else list.push(item);
}
