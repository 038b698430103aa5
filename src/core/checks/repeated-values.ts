import type { Outcome } from "../evaluation/evaluation.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import { periodOf, readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { push } from "../model/push.ts";
import type { Check } from "./check.ts";
import { found, operandOf, shownDecimals, written } from "./describe.ts";
import { isNonEmpty, qualityOver, significantDigits } from "./quality.ts";
import { spanKey, spansOfBook } from "./spans.ts";
import { zoneNumbers } from "./zone-rows.ts";

const ID = "repeated-values";

/** Fewer digits agree by chance: 12.5 in two zones is nothing. */
const TELLING_DIGITS = 3;
const FEWEST_CELLS = 3;
/** Digits that three numbers must have together before two zones are said to be the same. */
const ALL_DIGITS = 10;
/** A value more zones share than this is a custom, a target or a price. */
const MOST_SHARED = 3;
const MEASURES = new Set(["actual", "actual-month", "prior", "growth", "share", "done", "rate"]);

/** This period's numbers are not those of last year, and two zones do not have the same numbers, three cells and more. */
export const repeatedValues: Check = {
  id: ID,
  severity: "warning",
  run: ({ index, book }) => [...lastPeriods(index), ...lastSheets(index, book), ...twins(index)],
};

/** The column of 1-6月 still says what the book's sheet of an earlier month says. */
function lastSheets(index: TableIndex, book: readonly TableIndex[]): Outcome[] {
  if (book.length < 2 || index.table.orientation === "indicators-in-rows") return [];
  return index.table.fields.flatMap((field): Outcome[] => {
    const period = periodOf(index.table, field);
    if (field.measure !== "actual" || period?.kind !== "cumulative" || period.year === null)
      return [];
    const numbers = zoneNumbers(index, field);
    const all = spansOfBook(book);
    const pairs = numbers.flatMap((reading) => {
      for (let last = period.months - 1; last > 0; last -= 1) {
        const span = spanKey(field.indicator.id, { first: 1, last }, period.year);
        const before = all.get(`${reading.place.subject.name}|${span}`);
        if (before === undefined || before === null) continue;
        return before.place.index === index ? [] : [{ reading, before }];
      }
      return [];
    });
    const same = pairs.filter(
      ({ reading, before }) => isTelling(reading) && isSame(reading, before)
    );
    const [first] = same;
    if (first === undefined || same.length < FEWEST_CELLS || same.length * 2 < numbers.length)
      return [];
    const readings = same.map(({ reading }) => reading);
    const other = first.before.place.index.table.sheet;
    return isNonEmpty(readings) ? [foundOver(readings, { kind: "last-period", other })] : [];
  });
}

function lastPeriods(index: TableIndex): Outcome[] {
  return index.table.fields.flatMap((field): Outcome[] => {
    if (field.measure !== "actual" || field.against !== null) return [];
    if (index.table.orientation === "indicators-in-rows") return [];
    const before =
      findField(index, field.indicator.id, "prior", field, isPriorPeriod) ??
      findField(index, field.indicator.id, "previous", field, () => true);
    if (before === undefined) return [];
    const numbers = zoneNumbers(index, field);
    const same = numbers.filter((reading) => {
      const other = readPlace(index, reading.place.subject, before);
      return other.kind === "number" && isTelling(reading) && isSame(reading, other);
    });
    if (same.length < FEWEST_CELLS || same.length * 2 < numbers.length) return [];
    return isNonEmpty(same)
      ? [foundOver(same, { kind: "last-period", other: headOf(before) })]
      : [];
  });
}

function twins(index: TableIndex): Outcome[] {
  if (index.table.orientation === "indicators-in-rows") return [];
  const pairs = new Map<string, NumberReading[]>();
  for (const field of index.table.fields) {
    if (!MEASURES.has(field.measure)) continue;
    const byValue = new Map<number, NumberReading[]>();
    for (const reading of zoneNumbers(index, field)) {
      if (!isTelling(reading) || reading.observation.formula !== null) continue;
      push(byValue, reading.stated.value, reading);
    }
    for (const group of byValue.values()) {
      if (group.length < 2 || group.length > MOST_SHARED) continue;
      group.forEach((first, place) => {
        for (const second of group.slice(place + 1)) {
          if (first.place.subject.name === second.place.subject.name) continue;
          const key = `${first.place.subject.index}|${second.place.subject.index}`;
          push(pairs, key, second);
        }
      });
    }
  }
  return [...pairs].flatMap(([key, readings]): Outcome[] => {
    const digits = readings.reduce((sum, { stated }) => sum + significantDigits(stated.value), 0);
    if (readings.length < FEWEST_CELLS || digits < ALL_DIGITS || !isNonEmpty(readings)) return [];
    const other = index.table.subjects[Number(key.split("|")[0])]?.label ?? "";
    return [foundOver(readings, { kind: "twins", other })];
  });
}

function foundOver(
  readings: readonly [NumberReading, ...NumberReading[]],
  { kind, other }: { readonly kind: "last-period" | "twins"; readonly other: string }
): Outcome {
  const [first] = readings;
  const over = qualityOver(readings, {
    severity: "warning",
    remark: "required",
    stated: first.stated.value,
    expected: null,
    operands: readings.slice(0, 6).map((reading) => operandOf("stated", reading)),
    // The other number is the same by the letter.
    arithmetic: readings
      .slice(0, 3)
      .map((reading) => {
        const text = written(operandOf("stated", reading));
        return `${text} = ${text}`;
      })
      .join("; "),
    decimals: shownDecimals(first),
  });
  // A row of one zone is that zone's; a column is nobody's.
  const subject =
    kind === "twins"
      ? { ...over.subject, zone: first.place.subject.label, indicator: null, measure: null }
      : over.subject;
  return found({ ...over, subject, code: ID, params: { kind, count: readings.length, other } });
}

function isTelling({ stated }: NumberReading): boolean {
  return stated.precision !== "count" && significantDigits(stated.value) >= TELLING_DIGITS;
}

function isSame(a: NumberReading, b: NumberReading): boolean {
  return a.stated.value === b.stated.value && a.place.field.unit?.name === b.place.field.unit?.name;
}

function headOf(field: Field): string {
  return field.path.at(-1) ?? field.indicator.name;
}
