import type { Ranking } from "../evaluation/localise/identity.ts";
import { observationAt } from "../model/table.ts";
import type { Field } from "../model/table.ts";
import { fillingKey } from "../model/filling.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Subject } from "../model/zone.ts";
import { push } from "../model/push.ts";
import { rankPlaces, tiesOf } from "./rank-places.ts";
import type { Placed, RankPlaces } from "./rank-places.ts";

export interface RankedRow {
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

export type Grouping = (subject: Subject) => string;

export const GROUPINGS: readonly ((
  index: TableIndex,
  claims: readonly NumberReading[]
) => Grouping)[] = [
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

export function readRows(
  index: TableIndex,
  valueField: Field,
  claims: readonly NumberReading[],
  ascending: boolean,
  groupOf: Grouping
): readonly RankedRow[] {
  const decimals = index.columnOf.get(valueField)?.decimals ?? 0;
  const groups = new Map<string, NumberReading[]>();
  const valueOf: (NumberReading | undefined)[] = [];
  for (const subject of index.table.subjects) {
    if (subject.role !== "zone") continue;
    const value = readPlace(index, subject, valueField);
    if (value.kind === "none") continue;
    valueOf[subject.index] = value;
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
  const unseenIn = (key: string): number => absent.get(key) ?? 0;
  const placed: PlacedClaim[] = [];
  for (const claim of claims) {
    const { subject } = claim.place;
    const value = valueOf[subject.index];
    if (value === undefined) continue;
    const key = groupOf(subject);
    const place = places.get(key)?.(value.stated.value);
    const rank = claim.stated.value;
    if (place !== undefined) placed.push({ claim, value, key, place, rank, unseen: unseenIn(key) });
  }
  const ties = tiesOf(placed);
  const rankings = new Map(
    [...groups].map(([key, values]): [string, Ranking] => [
      key,
      { values, ascending, unseen: unseenIn(key), ties, jump: null },
    ])
  );
  const rows: RankedRow[] = [];
  for (const { claim, value, key, place, unseen } of placed) {
    const ranking = rankings.get(key);
    if (ranking !== undefined) rows.push(rankedRow(claim, value, ranking, wider(place, unseen)));
  }
  return rows;
}

interface PlacedClaim extends Placed {
  readonly claim: NumberReading;
  readonly value: NumberReading;
  /** Of its group. */
  readonly key: string;
}

/** A place behind which stand so many more that nobody sees. */
function wider(place: RankPlaces, unseen: number): RankPlaces {
  return unseen === 0 ? place : { ...place, high: place.high + unseen };
}

/** A rank against its place, as the column counts ties. */
export function rankedRow(
  claim: NumberReading,
  value: NumberReading,
  ranking: Ranking,
  place: RankPlaces
): RankedRow {
  const rank = claim.stated.value;
  const { ties } = ranking;
  const isAmongAll = rank >= place.low && rank <= place.high;
  const isOnce = rank === place.dense;
  const fits = ties === "all" ? isAmongAll : ties === "once" ? isOnce : isAmongAll || isOnce;
  return {
    ranking,
    claim,
    value,
    place,
    low: ties === "once" ? place.dense : place.low,
    high: ties === "once" ? place.dense : place.high,
    rows: ranking.values.length + ranking.unseen,
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
