import { periodOf } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Measure } from "../model/measure.ts";
import { formatPeriod } from "../model/period.ts";
import type { Period } from "../model/period.ts";
import { leafMembers } from "../model/leaf-members.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import { push } from "../model/push.ts";
import type { ColumnRule } from "./target-columns.ts";
import { holdsForPeriod } from "./target-columns.ts";
import type { TargetRule } from "./target-rule.ts";
import { findRuled, weightOf } from "./find-ruled.ts";
import { toTarget } from "./target.ts";
import type { Target, Whom } from "./target.ts";

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
  /** What other tables write for the same zone, and the text around this one: in the order of the book, up to the table's own. */
  readonly elsewhere: (index: TableIndex, column: ColumnRule) => readonly ColumnRule[];
  /** Measures of an indicator for which there is any target. */
  readonly measuresOf: (indicator: string) => readonly Measure[];
  /** All rules of a file or sheet for an indicator's measure, whoever they are for. */
  readonly general: (indicator: string, measure: Measure) => readonly TargetRule[];
  readonly columns: ReadonlyMap<TableIndex, readonly ColumnRule[]>;
  /** The fields of a table that set a target for an indicator's measure, of whatever tier. */
  readonly fieldsThatSet: (
    index: TableIndex,
    indicator: string,
    measure: Measure
  ) => readonly Field[];
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
  const setting = new Map<TableIndex, ReadonlyMap<string, readonly Field[]>>();
  const byZone = new Map<string, Placed[]>();
  const measures = new Map<string, Set<Measure>>();
  const note = (rule: TargetRule): void => {
    const set = measures.get(rule.indicator) ?? new Set<Measure>();
    measures.set(rule.indicator, set.add(rule.measure));
  };
  assessed.forEach(note);
  for (const [index, list] of columns) {
    const inCells = list.filter(({ stands }) => stands === "in-cell");
    setting.set(index, settingFields(inCells));
    const judged = list.filter(({ rule }) => rule.tier === "assessed");
    judged.forEach(({ rule }) => {
      note(rule);
    });
    own.set(
      index,
      groupBy(judged, ({ rule, subject }) => `${subject}|${rule.measure}|${rule.indicator}`)
    );
    for (const column of judged) {
      const who = whoOf(index, column.subject);
      if (who === undefined) continue;
      push(byZone, `${who}|${column.rule.measure}|${column.rule.indicator}`, { column, index });
    }
  }
  const orders = new Map([...columns.keys()].map((index, place) => [index, place]));
  const order = (index: TableIndex): number => orders.get(index) ?? 0;
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
    fieldsThatSet: (index, indicator, measure) =>
      setting.get(index)?.get(`${measure}|${indicator}`) ?? [],
    general: (indicator, measure) => byMeasure.get(`${measure}|${indicator}`) ?? [],
    measuresOf: (indicator) => [...(measures.get(indicator) ?? [])],
    ruled: (whom, indicator, measure, period) => {
      const candidates = byMeasure.get(`${measure}|${indicator}`);
      if (candidates === undefined) return undefined;
      return findRuled(inForce(candidates, period), whom, period);
    },
    elsewhere: (index, column) => {
      const who = whoOf(index, column.subject);
      const { indicator, measure } = column.rule;
      const period = periodOf(index.table, column.field);
      const all = who === undefined ? [] : (byZone.get(`${who}|${measure}|${indicator}`) ?? []);
      return all
        .filter((placed) => !isOfOtherYear(placed, period))
        .filter(({ index: other, column: { stands } }) =>
          other === index ? stands === "in-text" : order(other) < order(index)
        )
        .map((placed) => placed.column);
    },
    written: (index, subject, indicator, measure, period) => {
      const mine = own.get(index)?.get(`${subject}|${measure}|${indicator}`);
      if (mine !== undefined) {
        const held = mine.filter(({ rule }) => holdsForPeriod(rule.period, period));
        return dueFirst(ofPeriod(index, held, period));
      }
      const who = whoOf(index, subject);
      if (who === undefined) return undefined;
      const others = (byZone.get(`${who}|${measure}|${indicator}`) ?? []).filter(
        (placed) => !isOfOtherYear(placed, period)
      );
      const values = new Set(others.map(({ column }) => column.rule.value));
      return values.size === 1 ? dueFirst(others.map(({ column }) => column)) : undefined;
    },
  };
}

/** By what a row of one table is found in another: a zone by its name, a total by the zones it stands for. */
function whoOf({ table }: TableIndex, place: number): string | undefined {
  const subject = table.subjects[place];
  if (subject?.role === "zone") return subject.name;
  if (subject?.role !== "total") return undefined;
  const known =
    ALL_OF.get(subject) ??
    leafMembers(table, subject)
      .map(({ name }) => name)
      .sort()
      .join("、");
  ALL_OF.set(subject, known);
  return known === "" ? undefined : known;
}

/** Asked for with each number of a total. */
const ALL_OF = new WeakMap<Subject, string>();

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

/** Each field once: with indicators in rows a table may have as many of them as it has rows, each with a rule a zone. */
function settingFields(list: readonly ColumnRule[]): ReadonlyMap<string, readonly Field[]> {
  const fields = new Map<string, Set<Field>>();
  for (const { rule, field } of list) {
    const key = `${rule.measure}|${rule.indicator}`;
    fields.set(key, (fields.get(key) ?? new Set()).add(field));
  }
  return new Map([...fields].map(([key, own]) => [key, [...own]]));
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

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) push(groups, keyOf(item), item);
  return groups;
}
