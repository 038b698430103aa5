import type { Check } from "../checks/check.ts";
import { crossSheetMismatch } from "../checks/cross-sheet-mismatch.ts";
import { cumulativeDecrease } from "../checks/cumulative-decrease.ts";
import { differing } from "../checks/duplicate-entry.ts";
import { repeatedValues } from "../checks/repeated-values.ts";
import { valuesOfBook } from "../checks/book-values.ts";
import { compareCells } from "../findings/order.ts";
import type { Finding } from "../findings/finding.ts";
import { formatPeriod } from "../model/period.ts";
import type { IndicatorTable } from "../model/table.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import { indexTable } from "../model/index-table.ts";
import type { Subject } from "../model/zone.ts";
import { bringIntoForce } from "../rules/resolve.ts";
import type { Outcome } from "./evaluation.ts";

/** The tables of one workbook among several, under the name its file goes by. */
export interface BookAmongOthers {
  readonly file: string;
  readonly tables: readonly IndicatorTable[];
}

/** What contradicts another workbook: told at a cell of `file`; cells of the others stand as [file]sheet. */
export interface AcrossFinding {
  readonly file: string;
  readonly finding: Finding;
}

/** The checks whose question makes sense between the books of a superior's desk. */
const CHECKS: readonly Check[] = [crossSheetMismatch, repeatedValues, cumulativeDecrease];

/**
 * Holds several workbooks to each other, as the level above must: 全省 and 全省开发区 are the same in every book; 全市 and
 * the zones in every book of one city; a book is not last period's once more; a zone is not counted by two cities. What
 * a book says within itself is not repeated here. Linear in the cells of all books.
 */
export function evaluateAcross(books: readonly BookAmongOthers[]): readonly AcrossFinding[] {
  const owners = new Map<TableIndex, Owner>();
  books.forEach(({ file, tables }, order) => {
    for (const table of tables) {
      owners.set(indexTable(amongOthers(table, file)), { file, order, sheet: table.sheet });
    }
  });
  const all = [...owners.keys()];
  const targets = bringIntoForce([], new Map());
  const found: (AcrossFinding & { readonly order: number })[] = [];
  for (const [index, { file, order, sheet }] of owners) {
    const context = { index, book: all, targets, calculation: "automatic" } as const;
    for (const outcome of CHECKS.flatMap((check) => check.run(context))) {
      if (outcome.kind !== "fail" || !speaksOfOther(outcome.finding, file)) continue;
      found.push({ file, order, finding: atOwnSheet(outcome.finding, sheet) });
    }
  }
  for (const { reading, outcome } of zonesOfTwoCities(all)) {
    const owner = owners.get(reading.place.index);
    if (outcome.kind !== "fail" || owner === undefined) continue;
    const { file, order, sheet } = owner;
    found.push({ file, order, finding: atOwnSheet(outcome.finding, sheet) });
  }
  return found
    .sort((a, b) => a.order - b.order || compareCells(a.finding.at, b.finding.at))
    .map(({ file, finding }) => ({ file, finding }));
}

interface Owner {
  readonly file: string;
  readonly order: number;
  readonly sheet: string;
}

/** Sheets under the name of their book, zones under that of their city: 经开区 of two cities are two. */
function amongOthers(table: IndicatorTable, file: string): IndicatorTable {
  const subjects = table.subjects.map((subject): Subject =>
    subject.role === "zone" ? { ...subject, name: `${table.city ?? ""}·${subject.name}` } : subject
  );
  return { ...table, sheet: `[${file}]${table.sheet}`, subjects };
}

function speaksOfOther({ params, trace }: Finding, file: string): boolean {
  const own = `[${file}]`;
  const isOther = (name: unknown): boolean =>
    typeof name === "string" && name.startsWith("[") && !name.startsWith(own);
  return (
    ("otherSheet" in params && isOther(params.otherSheet)) ||
    ("other" in params && isOther(params.other)) ||
    trace.operands.some(({ at }) => at !== null && isOther(at.sheet))
  );
}

function atOwnSheet(finding: Finding, sheet: string): Finding {
  return { ...finding, at: { ...finding.at, sheet } };
}

/** 经济技术开发区, 工业园区: with no place before it, every city has one. */
const IS_GENERIC = /[区园]$/u;

interface Doubled {
  readonly reading: NumberReading;
  readonly outcome: Outcome;
}

/**
 * One zone in the books of two cities, with the same numbers: the province would add it twice.
 */
function zonesOfTwoCities(all: readonly TableIndex[]): readonly Doubled[] {
  const known = new Map<string, NumberReading>();
  const pairs = new Map<string, { readonly equal: Doubled[]; compared: number }>();
  for (const values of valuesOfBook(all).values()) {
    for (const { reading, period } of values) {
      const { index, subject, field } = reading.place;
      const { city } = index.table;
      const name = subject.name.slice(subject.name.indexOf("·") + 1);
      if (subject.role !== "zone" || city === null || IS_GENERIC.test(name)) continue;
      const when = period === null ? "" : formatPeriod(period);
      const key = [name, field.indicator.id, field.measure, when].join("|");
      const before = known.get(key);
      if (before === undefined) {
        known.set(key, reading);
        continue;
      }
      const other = before.place.index.table;
      if (other.city === city) continue;
      const pair = `${name}|${other.sheet}|${index.table.sheet}`;
      const seen = pairs.get(pair) ?? { equal: [], compared: 0 };
      seen.compared += 1;
      if (before.stated.value === reading.stated.value && reading.stated.value !== 0)
        seen.equal.push({ reading, outcome: differing(reading, before, "warning") });
      pairs.set(pair, seen);
    }
  }
  return [...pairs.values()].flatMap(({ equal, compared }) =>
    equal.length * 2 > compared ? equal.slice(0, 1) : []
  );
}
