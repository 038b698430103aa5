import type { Ranking } from "../evaluation/localise/identity.ts";
import { observationAt } from "../model/table.ts";
import type { Field } from "../model/table.ts";
import { fillingKey } from "../model/filling.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Subject } from "../model/zone.ts";
import { push } from "./push.ts";
import { rankPlaces, tiesOf } from "./rank-places.ts";
import type { RankPlaces } from "./rank-places.ts";

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
  return placed.flatMap(({ claim, value, key, place }): RankedRow[] => {
    const ranking = rankings.get(key);
    if (ranking === undefined) return [];
    const unseen = unseenIn(key);
    const rows = (groups.get(key)?.length ?? 0) + unseen;
    const row = { ranking, claim, value, rows, place: { ...place, high: place.high + unseen } };
    return [{ ...row, ...judgeRank(row, ties) }];
  });
}

/** A rank against its place, as the column counts ties. */
export function judgeRank(
  { claim, place }: Pick<RankedRow, "claim" | "place">,
  ties: Ranking["ties"]
): Pick<RankedRow, "low" | "high" | "verdict" | "isOpen"> {
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
