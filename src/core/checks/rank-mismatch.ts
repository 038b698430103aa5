import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity, Ranking } from "../evaluation/localise/identity.ts";
import type { Watched, WatchedRanking } from "../findings/watched.ts";
import type { Measure } from "../model/measure.ts";
import type { Check, CheckContext } from "./check.ts";
import { countFits, standingOf } from "./column-verdict.ts";
import { addressOf, found, notEvaluable, operandOf, passed } from "./describe.ts";
import { push } from "./push.ts";
import { cleanLabel } from "../catalog/normalise.ts";
import { recogniseMeasure } from "../catalog/index.ts";
import { findJumped } from "./rank-outlier.ts";
import { rankPlaces, tiesOf } from "./rank-places.ts";
import type { RankPlaces } from "./rank-places.ts";
import { readClaim } from "./read-claim.ts";
import { aboutCell } from "./relation.ts";
import { watchedNumber, watching } from "./watch.ts";
import { fieldsOf, fillingKey, findField, readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import { observationAt } from "../model/table.ts";
import type { Field, IndicatorTable } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";

const ID = "rank-mismatch";

/**
 * A stated rank is the place of its value among the rows: largest first, smallest first where lower is better; ties
 * leave their places open, or are counted once where the column counts them so. A rank above the number of rows, or
 * one in the province, is of a larger set.
 */
export const rankMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) =>
    context.index.table.fields
      .filter((field) => field.measure === "rank")
      .flatMap((field) => checkField(context, field)),
};

interface Row {
  readonly ranking: Ranking;
  readonly claim: NumberReading;
  readonly value: NumberReading;
  readonly place: RankPlaces;
  readonly low: number;
  readonly high: number;
  readonly rows: number;
  readonly verdict: "agrees" | "disagrees";
  /** It fits in one way to count ties, and the column tells of none. */
  readonly isOpen: boolean;
}

function identityOf({ claim, value, ranking }: Row): Identity {
  return { kind: "rank", claim, value, ranking };
}

function watchedRank({ claim, value, ranking }: Row): Watched {
  return {
    kind: "rank",
    at: addressOf(claim.place.index, claim.observation.at),
    severity: "error",
    claim: watchedNumber("stated", claim),
    value: watchedNumber("actual", value),
    ranking: watchedRanking(ranking, value),
  };
}

const WATCHED_RANKINGS = new WeakMap<Ranking, WatchedRanking>();

/** One object for all ranks of a ranking. */
function watchedRanking(ranking: Ranking, { place }: NumberReading): WatchedRanking {
  const known = WATCHED_RANKINGS.get(ranking);
  if (known !== undefined) return known;
  const { values, ascending, unseen, ties } = ranking;
  const made: WatchedRanking = {
    members: values.map((value) => watchedNumber("member", value)),
    order: ascending ? "smallest-first" : "largest-first",
    decimals: place.index.columnOf.get(place.field)?.decimals ?? 0,
    unseen,
    ties,
  };
  WATCHED_RANKINGS.set(ranking, made);
  return made;
}

interface Reading {
  readonly ranked: Measure;
  readonly ascending: boolean;
  readonly rows: readonly Row[];
  /** All follow the ranking but for one whose value jumped over many. */
  readonly isButForOne: boolean;
  /** The column beside is not what 位次 is ranked by, another one of the table is: all but one rank follow it. */
  readonly isShown?: true;
  /** The same reading of other claims of the column. */
  readonly rowsOf: (claims: readonly NumberReading[]) => readonly Row[];
}

const FEWEST_IN_SET = 5;

function checkField(context: CheckContext, field: Field): Outcome[] {
  const { index } = context;
  const claims = index.table.subjects.flatMap((subject) => {
    if (subject.role !== "zone") return [];
    const claim = readClaim(ID, { index, subject, field });
    return claim.kind === "number" ? [claim.reading] : [];
  });
  const skip = (claim: NumberReading): Outcome =>
    notEvaluable(ID, addressOf(index, claim.observation.at), "relation-not-established");
  const isWider =
    field.against?.kind === "reference" || headsOf(index, field).some((text) => WIDER.test(text));
  const inSet = claims.filter((claim) => claim.stated.value <= claims.length);
  const own = isWider ? undefined : bestReading(index, field, inSet);
  const isFollowed =
    own !== undefined && (standingOf(own.rows) === "established" || own.isButForOne);
  const best =
    isWider || isFollowed || namedMeasure(field) !== undefined
      ? own
      : (shownReading(index, field, claims) ?? own);
  if (best === undefined) return claims.map(skip);
  const standing = standingOf(best.rows);
  // Half of a named column stale is still that column; of an unnamed one nobody knows what it ranks.
  const isJudged =
    standing === "established" ||
    best.isShown ||
    best.isButForOne ||
    (namedMeasure(field) !== undefined &&
      inSet.length === claims.length &&
      countFits(best.rows) * 2 >= best.rows.length);
  // 20 among ranks of twelve rows that all fit is a slip; of several nobody knows whether the set is larger.
  const isSlip =
    inSet.length < claims.length &&
    standing === "established" &&
    claims.length >= FEWEST_IN_SET &&
    inSet.length === claims.length - 1;
  const rows = isSlip ? best.rowsOf(claims) : best.rows;
  const judged = new Map(rows.map((row) => [row.claim, row]));
  return claims.map((claim) => {
    const row = judged.get(claim);
    if (row === undefined || !isJudged || row.isOpen) return skip(claim);
    const identity = identityOf(row);
    const outcome =
      row.verdict === "agrees"
        ? passed(ID, addressOf(index, claim.observation.at), row.low !== row.high, identity)
        : found(findingOf(row, best), identity);
    return watching(outcome, watchedRank(row));
  });
}

const WIDER = /全省|全国|全市/u;

/** The header without the names of subjects: 全市 as the first of the zones across says nothing of the rank. */
function headsOf({ table }: TableIndex, field: Field): readonly string[] {
  const names = new Set(table.subjects.map(({ label }) => cleanLabel(label)));
  return field.path.filter((text) => !names.has(cleanLabel(text)));
}

/** What the header says is ranked; undefined where 位次 stands alone. */
function namedMeasure(field: Field): Measure | undefined {
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
function bestReading(
  index: TableIndex,
  field: Field,
  claims: readonly NumberReading[]
): Reading | undefined {
  const named = namedMeasure(field);
  const beside = named ?? measureInCell(index, field);
  const first = beside === undefined ? undefined : readingOf(index, field, claims, [beside]);
  // 14.26(3) is the place of 14.26, unless most say that it cannot be.
  const isOwn = first !== undefined && countFits(first.rows) * 2 >= first.rows.length;
  if (named !== undefined || isOwn) return first;
  return readingOf(index, field, claims, RANKED);
}

/**
 * 投产率 | 达效率 | 位次: a rank that does not follow the column before it, and nothing names what it follows, is held to the
 * one column whose order it is but for one cell. A ranking by anything else never misses another by one place only.
 */
function shownReading(
  index: TableIndex,
  field: Field,
  claims: readonly NumberReading[]
): Reading | undefined {
  if (claims.length < FEWEST_IN_SET) return undefined;
  for (const valueField of index.table.fields) {
    const { measure, unit } = valueField;
    if (measure === "rank" || measure === "rank-change" || unit?.family === "rank") continue;
    for (const ascending of [false, true]) {
      const rowsOf = (asked: readonly NumberReading[]): readonly Row[] =>
        readRows(index, valueField, asked, ascending, () => "all");
      const rows = rowsOf(claims);
      const isTelling = new Set(rows.map(({ value }) => value.stated.value)).size === rows.length;
      if (!isTelling || rows.length < claims.length || countFits(rows) < claims.length - 1)
        continue;
      return { ranked: measure, ascending, rows, isButForOne: false, isShown: true, rowsOf };
    }
  }
  return undefined;
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
): Reading | undefined {
  const isLow = field.indicator.direction === "lower-is-better";
  let best: Reading | undefined;
  const readings: Reading[] = [];
  for (const ranked of measures) {
    if (fieldsOf(index, field.indicator.id, ranked).length === 0) continue;
    const valueField = findField(index, field.indicator.id, ranked, field);
    if (valueField === undefined) continue;
    for (const ascending of [isLow, !isLow]) {
      for (const groupOf of GROUPINGS) {
        const rowsOf = (asked: readonly NumberReading[]): readonly Row[] =>
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
    const rows = reading.rows.map((row) => ({ ...row, ranking, ...judgeRank(row, jump.ties) }));
    return { ...reading, rows, isButForOne: true };
  }
  return best;
}

/** Whether how ties are counted is known where it matters, or every rank is right in one way or the other. */
function isTold(rows: readonly Row[]): boolean {
  return rows.every(({ isOpen }) => !isOpen) || countFits(rows) === rows.length;
}

/** The values of which any one may have jumped over the others that all rank as they should without it. */
function jumpIn({ rows, ascending }: Reading, claims: readonly NumberReading[]): Ranking["jump"] {
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

type Grouping = (subject: Subject) => string;

const GROUPINGS: readonly ((index: TableIndex, claims: readonly NumberReading[]) => Grouping)[] = [
  () => () => "all",
  // A zone that is not ranked takes no place.
  (_, claims) => {
    const ranked = new Set(claims.map(({ place }) => place.subject));
    return (subject) => (ranked.has(subject) ? "ranked" : "unranked");
  },
  () => (subject) => subject.kind ?? "industrial",
  ({ table }) => {
    const groups = new Map<number, string>();
    for (const subject of table.subjects) {
      if (subject.role !== "subtotal") continue;
      subject.members.forEach((member) => groups.set(member, String(subject.index)));
    }
    return (subject) => groups.get(subject.index) ?? "none";
  },
];

function readRows(
  index: TableIndex,
  valueField: Field,
  claims: readonly NumberReading[],
  ascending: boolean,
  groupOf: Grouping
): readonly Row[] {
  const decimals = index.columnOf.get(valueField)?.decimals ?? 0;
  const groups = new Map<string, NumberReading[]>();
  const valueOf = new Map<Subject, NumberReading>();
  for (const subject of index.table.subjects) {
    if (subject.role !== "zone") continue;
    const value = readPlace(index, subject, valueField);
    if (value.kind === "none") continue;
    valueOf.set(subject, value);
    const key = groupOf(subject);
    push(groups, key, value);
  }
  const places = new Map(
    [...groups].map(([key, values]) => [
      key,
      rankPlaces(
        values.map(({ stated }) => stated.value),
        decimals,
        ascending ? "smallest-first" : "largest-first"
      ),
    ])
  );
  // A ranked zone whose value is not there takes a place all the same.
  const absent = new Map<string, number>();
  for (const { place } of claims) {
    if (readPlace(index, place.subject, valueField).kind === "number") continue;
    absent.set(groupOf(place.subject), (absent.get(groupOf(place.subject)) ?? 0) + 1);
  }
  // So does one whose value and rank, in one cell perhaps, cannot be read.
  const ranked = new Set(claims.map(({ place }) => place.subject));
  for (const subject of index.table.subjects) {
    if (subject.role !== "zone" || ranked.has(subject)) continue;
    const content = observationAt(index.table, subject.index, valueField.index)?.content;
    const isUnread = content?.kind === "unreadable" || content?.kind === "error";
    if (!isUnread && !(content !== undefined && isLeftOut(index, subject, valueField))) continue;
    absent.set(groupOf(subject), (absent.get(groupOf(subject)) ?? 0) + 1);
  }
  const placed = claims.flatMap((claim) => {
    const { subject } = claim.place;
    const value = valueOf.get(subject);
    const key = groupOf(subject);
    const place = value === undefined ? undefined : places.get(key)?.(value.stated.value);
    return value === undefined || place === undefined ? [] : [{ claim, value, key, place }];
  });
  const unseenIn = (key: string): number => absent.get(key) ?? 0;
  const ties = tiesOf(
    placed.map(({ claim, key, place }) => ({
      rank: claim.stated.value,
      place,
      unseen: unseenIn(key),
    }))
  );
  const rankings = new Map(
    [...groups].map(([key, values]): [string, Ranking] => [
      key,
      { values, ascending, unseen: unseenIn(key), ties, jump: null },
    ])
  );
  return placed.flatMap(({ claim, value, key, place }): Row[] => {
    const ranking = rankings.get(key);
    if (ranking === undefined) return [];
    const unseen = unseenIn(key);
    const rows = (groups.get(key)?.length ?? 0) + unseen;
    const row = { ranking, claim, value, rows, place: { ...place, high: place.high + unseen } };
    return [{ ...row, ...judgeRank(row, ties) }];
  });
}

/** A rank against its place, as the column counts ties. */
function judgeRank(
  { claim, place }: Pick<Row, "claim" | "place">,
  ties: Ranking["ties"]
): Pick<Row, "low" | "high" | "verdict" | "isOpen"> {
  const rank = claim.stated.value;
  const { low, high, dense } = place;
  const isAmongAll = rank >= low && rank <= high;
  const isOnce = rank === dense;
  const fits = ties === "all" ? isAmongAll : ties === "once" ? isOnce : isAmongAll || isOnce;
  return {
    ...(ties === "once" ? { low: dense, high: dense } : { low, high }),
    verdict: fits ? "agrees" : "disagrees",
    isOpen: ties === "open" && isOnce !== isAmongAll,
  };
}

/** Blank where nearly all of its kind are filled: a number is missing, and with it perhaps a place. */
function isLeftOut(index: TableIndex, subject: Subject, valueField: Field): boolean {
  const content = observationAt(index.table, subject.index, valueField.index)?.content;
  if (content?.kind !== "missing" || content.reason !== "blank") return false;
  const { filled, all } = index.filling.get(fillingKey(valueField.index, subject)) ?? NOTHING;
  return filled * 5 >= all * 4;
}

const NOTHING = { filled: 0, all: 0 };

function findingOf({ claim, value, low, high, rows }: Row, { ranked, ascending }: Reading) {
  return {
    ...aboutCell(claim, {
      severity: "error",
      expected: { low, high },
      operands: [operandOf("actual", value), operandOf("stated", claim)],
      // One more than stand before it; of a tie, the first and the last place.
      arithmetic: [...new Set([low, high])]
        .map((place) => `${place - 1} + 1 = ${place}`)
        .join("; "),
      allowed: null,
      decimals: 0,
    }),
    code: ID,
    params: { ranked, value: value.stated.value, low, high, rows, ascending },
  } as const;
}
