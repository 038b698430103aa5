import { leafMembers } from "../../../model/leaf-members.ts";
import { formatPeriod } from "../../../model/period.ts";
import type { Period } from "../../../model/period.ts";
import { indexTable } from "../../../model/index-table.ts";
import type { Measure } from "../../../model/measure.ts";
import type { StatedNumber } from "../../../model/stated-number.ts";
import type { Against, Field, IndicatorTable } from "../../../model/table.ts";
import type { Unit } from "../../../model/unit.ts";
import type { Subject } from "../../../model/zone.ts";
import type { TargetRule } from "../../../rules/target-rule.ts";
import type { Address } from "../../../workbook/address.ts";
import { columnWords } from "../../compose/column-words.ts";
import { findTopics } from "../../compose/topics.ts";
import type { KnownNames } from "../figures/known-names.ts";
import { cleanText } from "../text/clean-text.ts";
import { readBookTargets } from "./book-targets.ts";
import type { BookTarget } from "./book-targets.ts";

/** A number of the workbook with all it says: whose, what, against what, when. */
export interface BookCell {
  readonly table: IndicatorTable;
  readonly field: Field;
  readonly subject: Subject;
  /** Names of the zones a total adds up; empty for others. */
  readonly members: readonly string[];
  readonly indicator: string;
  readonly measure: Measure;
  readonly against: Against | null;
  readonly unit: Unit | null;
  readonly period: Period | null;
  readonly stated: StatedNumber;
  readonly at: Address;
}

/** The numbers of a workbook, found by indicator and measure. */
export interface BookCells {
  readonly byKey: ReadonlyMap<string, readonly BookCell[]>;
  /** Zones by the name they are matched with, longest first. */
  readonly zones: readonly Subject[];
  readonly tables: readonly IndicatorTable[];
  /** Cells of columns that a text calls by their own words: 已开工, 剩余, 完成率. */
  readonly labelled: ReadonlyMap<string, readonly BookCell[]>;
  /** What the tables call their indicators. */
  readonly names: KnownNames;
  /** Targets in force, by indicator. */
  readonly targets: ReadonlyMap<string, readonly BookTarget[]>;
}

/** `rules` are those of the rules sheet and a rules file. */
export function readBookCells(
  tables: readonly IndicatorTable[],
  rules: readonly TargetRule[]
): BookCells {
  const byKey = new Map<string, BookCell[]>();
  const labelled = new Map<string, BookCell[]>();
  const zones = new Map<string, Subject>();
  for (const table of tables) {
    for (const subject of table.subjects) {
      if (subject.role === "zone" && !zones.has(subject.name)) zones.set(subject.name, subject);
      for (const field of table.fields) {
        const cell = cellOf(table, subject, field);
        if (cell === undefined) continue;
        const key = keyOf(cell.indicator, cell.measure);
        push(byKey, key, cell);
        if (LABELLED.has(field.measure)) push(labelled, cleanText(columnWords(field)).text, cell);
      }
    }
  }
  const ordered = [...zones.values()].sort((a, b) => b.name.length - a.name.length);
  const targets = readBookTargets(tables, rules);
  const keys = namesOf(tables);
  // 开工率 may be an indicator of its own: then it begins anew.
  const labels = new Set([...labelled.keys()].filter((label) => !keys.has(label)));
  const names = { keys, zones: zoneNames(ordered), labels };
  return { byKey, labelled, zones: ordered, tables, names, targets };
}

/** Of one letter no name is told from other words. */
function zoneNames(zones: readonly Subject[]): readonly string[] {
  const names = new Set(zones.flatMap(({ name, label }) => [name, cleanText(label).text]));
  return [...names].filter(({ length }) => length > 1).sort((a, b) => b.length - a.length);
}

const LABELLED: ReadonlySet<Measure> = new Set(["done", "remaining", "rate", "attainment"]);

function push(groups: Map<string, BookCell[]>, key: string, cell: BookCell): void {
  const list = groups.get(key);
  if (list === undefined) groups.set(key, [cell]);
  else list.push(cell);
}

/** Each indicator by its catalogued name, by what its column is called, and with the heading where it stands twice. */
function namesOf(tables: readonly IndicatorTable[]): KnownNames["keys"] {
  const names = new Map<string, string>();
  for (const table of tables) {
    const index = indexTable(table);
    for (const { name, indicator } of findTopics(index, { subject: null, members: [] })) {
      names.set(cleanText(name).text, indicator.id);
    }
    for (const field of table.fields) {
      const name = cleanText(field.indicator.name).text;
      if (!names.has(name)) names.set(name, field.indicator.id);
    }
  }
  return names;
}

/** A fall printed as a positive magnitude is a growth below zero. */
function cellOf(table: IndicatorTable, subject: Subject, field: Field): BookCell | undefined {
  const observation = table.cells[subject.index]?.[field.index];
  if (observation?.content.kind !== "number") return undefined;
  const { stated } = observation.content;
  const isFall = field.measure === "fall";
  return {
    table,
    field,
    subject,
    members: leafMembers(table, subject).map(({ name }) => name),
    indicator: field.indicator.id,
    measure: isFall ? "growth" : field.measure,
    against: field.against,
    unit: field.unit,
    period: field.period ?? table.period,
    stated: isFall ? { ...stated, value: -stated.value || 0 } : stated,
    at: {
      sheet: table.sheet,
      area: { row: observation.at.row, column: observation.at.column, rows: 1, columns: 1 },
    },
  };
}

function keyOf(indicator: string, measure: Measure): string {
  return `${measure}|${indicator}`;
}

export function cellsOf(
  cells: BookCells,
  indicator: string,
  measures: readonly Measure[]
): readonly BookCell[] {
  return measures.flatMap((measure) => cells.byKey.get(keyOf(indicator, measure)) ?? []);
}

/** Whether a cell's period may be the one a text speaks of; a year nobody wrote is any. */
export function isOfPeriod(cell: Pick<BookCell, "period">, period: string | null): boolean {
  if (period === null || cell.period === null) return true;
  const own = formatPeriod(cell.period);
  const strip = (text: string): string => text.replace(/^(?:\d{4}|\?{4})-/u, "");
  const year = (text: string): string => text.slice(0, 4);
  const isYearOpen = year(own) === "????" || year(period) === "????";
  if (!isYearOpen && year(own) !== year(period)) return false;
  const [a, b] = [strip(own), strip(period)];
  if (a === b || /^\d{4}$/u.test(a) || /^\d{4}$/u.test(b)) return true;
  const end = (text: string): string | undefined =>
    /^01\.\.(\d\d)$/u.exec(text)?.[1] ?? /^(\d\d)-end$/u.exec(text)?.[1];
  return end(a) !== undefined && end(a) === end(b);
}
