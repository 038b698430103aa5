import { cleanLabel } from "../catalog/normalise.ts";
import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity, Ranking } from "../evaluation/localise/identity.ts";
import type { Watched, WatchedRanking } from "../findings/watched.ts";
import type { Field } from "../model/table.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Check, CheckContext } from "./check.ts";
import { countFits, standingOf } from "./column-verdict.ts";
import { addressOf, found, notEvaluable, operandOf, passed } from "./describe.ts";
import { bestReading, FEWEST_IN_SET, namedMeasure, shownReading } from "./rank-readings.ts";
import type { RankReading } from "./rank-readings.ts";
import type { RankedRow } from "./rank-rows.ts";
import { readClaim } from "./read-claim.ts";
import { aboutCell } from "./relation.ts";
import { watchedNumber, watching } from "./watch.ts";

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
      .filter((field) => field.measure === "rank" && !isOfBefore(field))
      .flatMap((field) => checkField(context, field)),
};

/** 上年位次 is the place of a value that does not stand here. */
function isOfBefore({ path }: Field): boolean {
  return /上年|去年|同期|上月|上季|上期|上次|前期/u.test(path.at(-1) ?? "");
}

function identityOf({ claim, value, ranking }: RankedRow): Identity {
  return { kind: "rank", claim, value, ranking };
}

function watchedRank({ claim, value, ranking }: RankedRow): Watched {
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
    isWider || isFollowed || namedMeasure(field) !== undefined || isByAll(field)
      ? own
      : (shownReading(index, field, claims) ?? own);
  if (best === undefined) return claims.map(skip);
  const standing = standingOf(best.rows);
  // Half of a named column stale is still that column; of an unnamed one nobody knows what it ranks.
  const isNamed = namedMeasure(field) !== undefined || isRankingList(index, field);
  const isJudged =
    standing === "established" ||
    best.isShown ||
    best.isButForOne ||
    (isNamed && inSet.length === claims.length && countFits(best.rows) * 2 >= best.rows.length);
  // 20 among ranks of twelve rows that all fit is a slip; of several nobody knows whether the set is larger.
  const isSlip =
    inSet.length < claims.length &&
    standing === "established" &&
    claims.length >= FEWEST_IN_SET &&
    inSet.length === claims.length - 1;
  // 8 before 3 and 4: in no larger set stands the better of two behind the other.
  const seen = new Set(inSet);
  const isOutOfOrder =
    inSet.length === claims.length - 1 &&
    standing === "established" &&
    countFits(best.rows) === best.rows.length &&
    best.rowsOf(claims).some((row) => !seen.has(row.claim) && row.high < row.rows);
  const rows = isSlip || isOutOfOrder ? best.rowsOf(claims) : best.rows;
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

/** 综合排名 follows what no column tells; that it is near to the order of one of them says nothing. */
function isByAll({ path }: Field): boolean {
  return /综合/u.test(path.at(-1) ?? "");
}

/** 位次 | 开发区 | 总量, and no other number: the list is ranked by the one that it gives. */
function isRankingList({ table }: TableIndex, field: Field): boolean {
  const [other, ...more] = table.fields.filter((each) => each !== field);
  return more.length === 0 && other !== undefined && other.measure !== "rank";
}

const WIDER = /全省|全国|全市/u;

/** The header without the names of subjects: 全市 as the first of the zones across says nothing of the rank. */
function headsOf({ table }: TableIndex, field: Field): readonly string[] {
  const names = new Set(table.subjects.map(({ label }) => cleanLabel(label)));
  return field.path.filter((text) => !names.has(cleanLabel(text)));
}

function findingOf(
  { claim, value, low, high, rows }: RankedRow,
  { ranked, ascending }: RankReading
) {
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
