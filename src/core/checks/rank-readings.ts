import { recogniseMeasure } from "../catalog/index.ts";
import type { Ranking } from "../evaluation/localise/identity.ts";
import type { Measure } from "../model/measure.ts";
import { fieldsOf, readPlace } from "../model/table-index.ts";
import { findField } from "../model/find-field.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import { observationAt } from "../model/table.ts";
import type { Field, IndicatorTable } from "../model/table.ts";
import { countFits, standingOf } from "./column-verdict.ts";
import { findJumped } from "./rank-outlier.ts";
import { GROUPINGS, rankedRow, readRows } from "./rank-rows.ts";
import type { RankedRow } from "./rank-rows.ts";

export interface RankReading {
  readonly ranked: Measure;
  readonly ascending: boolean;
  readonly rows: readonly RankedRow[];
  /** All follow the ranking but for one whose value jumped over many. */
  readonly isButForOne: boolean;
  /** The column beside is not what 位次 is ranked by, another one of the table is: all but one rank follow it. */
  readonly isShown?: true;
  /** The same reading of other claims of the column. */
  readonly rowsOf: (claims: readonly NumberReading[]) => readonly RankedRow[];
}

export const FEWEST_IN_SET = 5;

/** What the header says is ranked; undefined where 位次 stands alone. */
export function namedMeasure(field: Field): Measure | undefined {
  const words = field.path
    .filter((text, level) => level > 0 || recogniseMeasure(text) !== undefined)
    .join("");
  if (/增速|增长|增幅|同比/u.test(words)) return "growth";
  if (/总量|绝对|数额|规模|完成额/u.test(words)) return "actual";
  if (/占比|比重/u.test(words)) return "share";
  if (/完成率|完成%|进度/u.test(words)) return "attainment";
  return undefined;
}

const RANKED: readonly Measure[] = ["growth", "actual", "share", "attainment", "rate", "score"];

/** The column read by everything it may rank, in both orders, over all rows or within each kind or group. */
export function bestReading(
  index: TableIndex,
  field: Field,
  claims: readonly NumberReading[]
): RankReading | undefined {
  const named = namedMeasure(field);
  const beside = named ?? measureInCell(index, field);
  const first = beside === undefined ? undefined : readingOf(index, field, claims, [beside]);
  // 14.26(3) is the place of 14.26, unless most say that it cannot be.
  const isOwn = first !== undefined && countFits(first.rows) * 2 >= first.rows.length;
  if (named !== undefined || isOwn) return first;
  return readingOf(index, field, claims, measuresFor(index, field));
}

/** 增速 | 位次 | 得分: the points are given for the place, and are not what is ranked. */
function measuresFor({ table }: TableIndex, field: Field): readonly Measure[] {
  const own = table.fields.filter(
    ({ indicator, measure }) => indicator.id === field.indicator.id && RANKED.includes(measure)
  );
  const hasBefore = own.some(({ measure, line }) => measure !== "score" && line < field.line);
  const isBehind = own.every(({ measure, line }) => measure !== "score" || line > field.line);
  return hasBefore && isBehind ? RANKED.filter((measure) => measure !== "score") : RANKED;
}

/**
 * 投产率 | 达效率 | 位次: a rank that does not follow the column before it, and nothing names what it follows, is held to the
 * one column whose order it is but for one cell. A ranking by anything else never misses another by one place only.
 */
export function shownReading(
  index: TableIndex,
  field: Field,
  claims: readonly NumberReading[]
): RankReading | undefined {
  if (claims.length < FEWEST_IN_SET) return undefined;
  for (const valueField of index.table.fields) {
    const { measure, unit } = valueField;
    if (measure === "rank" || measure === "rank-change" || unit?.family === "rank") continue;
    if (!isTelling(index, valueField, claims)) continue;
    for (const ascending of [false, true]) {
      const rowsOf = (asked: readonly NumberReading[]): readonly RankedRow[] =>
        readRows(index, valueField, asked, ascending, () => "all");
      const rows = rowsOf(claims);
      if (rows.length < claims.length || countFits(rows) < claims.length - 1) continue;
      return { ranked: measure, ascending, rows, isButForOne: false, isShown: true, rowsOf };
    }
  }
  return undefined;
}

/** Whether every claim has a value in the column, and no two the same. */
function isTelling(index: TableIndex, field: Field, claims: readonly NumberReading[]): boolean {
  const values = new Set<number>();
  for (const { place } of claims) {
    const value = readPlace(index, place.subject, field);
    if (value.kind === "none") return false;
    values.add(value.stated.value);
  }
  return values.size === claims.length;
}

/** The measure of the value that stands in one cell with its rank. */
function measureInCell({ table }: TableIndex, field: Field): Measure | undefined {
  const own = table.fields.find(
    (other) =>
      other !== field &&
      other.line === field.line &&
      other.indicator.id === field.indicator.id &&
      RANKED.includes(other.measure) &&
      isOneCell(table, other, field)
  );
  return own?.measure;
}

function isOneCell(table: IndicatorTable, a: Field, b: Field): boolean {
  const subject = table.subjects.find(
    ({ index }) => observationAt(table, index, a.index) && observationAt(table, index, b.index)
  );
  if (subject === undefined) return false;
  const [one, other] = [a, b].map((field) => observationAt(table, subject.index, field.index)?.at);
  return one?.row === other?.row && one?.column === other?.column;
}

function readingOf(
  index: TableIndex,
  field: Field,
  claims: readonly NumberReading[],
  measures: readonly Measure[]
): RankReading | undefined {
  const isLow = field.indicator.direction === "lower-is-better";
  let best: RankReading | undefined;
  const readings: RankReading[] = [];
  for (const ranked of measures) {
    if (fieldsOf(index, field.indicator.id, ranked).length === 0) continue;
    const valueField = findField(index, field.indicator.id, ranked, field);
    if (valueField === undefined) continue;
    for (const ascending of [isLow, !isLow]) {
      for (const groupOf of GROUPINGS) {
        const rowsOf = (asked: readonly NumberReading[]): readonly RankedRow[] =>
          readRows(index, valueField, asked, ascending, groupOf(index, asked));
        const rows = rowsOf(claims);
        const reading = { ranked, ascending, rows, isButForOne: false, rowsOf };
        readings.push(reading);
        // The expected order and the whole table come first, and lose only to a better fit.
        if (best === undefined || countFits(rows) > countFits(best.rows)) best = reading;
        if (rows.length >= 2 && countFits(rows) === claims.length) return reading;
      }
    }
  }
  if (best === undefined || best.rows.length < 2) return undefined;
  if (standingOf(best.rows) === "established" && isTold(best.rows)) return best;
  for (const reading of readings) {
    const jump = jumpIn(reading, claims);
    if (jump === null) continue;
    const [first] = reading.rows;
    // One object for all: what is linked by it is one ranking.
    if (first === undefined) continue;
    const ranking = { ...first.ranking, ties: jump.ties, jump };
    const rows = reading.rows.map(({ claim, value, place }) =>
      rankedRow(claim, value, ranking, place)
    );
    return { ...reading, rows, isButForOne: true };
  }
  return best;
}

/** Whether how ties are counted is known where it matters, or every rank is right in one way or the other. */
function isTold(rows: readonly RankedRow[]): boolean {
  return rows.every(({ isOpen }) => !isOpen) || countFits(rows) === rows.length;
}

/** The values of which any one may have jumped over the others that all rank as they should without it. */
function jumpIn(
  { rows, ascending }: RankReading,
  claims: readonly NumberReading[]
): Ranking["jump"] {
  const [first] = rows;
  const isOne = rows.every(({ ranking }) => ranking === first?.ranking);
  if (first === undefined || !isOne || rows.length < claims.length) return null;
  if (first.ranking.values.length !== rows.length) return null;
  const { place } = first.value;
  const jumped = findJumped(
    rows.map(({ claim, value }) => ({ rank: claim.stated.value, value: value.stated.value })),
    place.index.columnOf.get(place.field)?.decimals ?? 0,
    ascending ? "smallest-first" : "largest-first"
  );
  const values = jumped.rows.flatMap((row) => rows[row]?.value ?? []);
  return values.length === 0 ? null : { values, ties: jumped.ties };
}
