import type { SubjectRole, ZoneKind } from "../model/zone.ts";
import { fits } from "./row-sums.ts";
import type { AmountColumn } from "./row-sums.ts";
import type { SubjectDraft } from "./subject-draft.ts";

/** What membersOf asks of the whole table, found once. */
export interface Roster {
  readonly roles: readonly SubjectRole[];
  readonly zones: readonly number[];
  readonly totals: number;
  readonly byGroup: ReadonlyMap<string, readonly number[]>;
  readonly byKind: ReadonlyMap<ZoneKind, readonly number[]>;
}

export function rosterOf(drafts: readonly SubjectDraft[], roles: readonly SubjectRole[]): Roster {
  const byGroup = new Map<string, number[]>();
  const byKind = new Map<ZoneKind, number[]>();
  const zones = indexesOf(roles, "zone");
  for (const zone of zones) {
    const { group = null, kind = null } = drafts[zone] ?? {};
    if (group !== null) appendTo(byGroup, group, zone);
    if (kind !== null) appendTo(byKind, kind, zone);
  }
  return { roles, zones, totals: indexesOf(roles, "total").length, byGroup, byKind };
}

export function indexesOf(roles: readonly SubjectRole[], role: SubjectRole): readonly number[] {
  return roles.flatMap((other, i) => (other === role ? [i] : []));
}

function appendTo<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

export function membersOf(
  index: number,
  draft: SubjectDraft,
  roster: Roster,
  amounts: readonly AmountColumn[]
): readonly number[] {
  const role = roster.roles[index];
  if (role === "total") return bestOf(index, totalCandidates(index, roster), amounts);
  if (role !== "subtotal") return [];
  const candidates = groupCandidates(index, draft, roster, amounts);
  return isOtherPartition(draft, roster)
    ? (candidates
        .map((candidate) => candidate())
        .find((members) => fits(index, members, amounts)) ?? [])
    : bestOf(index, candidates, amounts);
}

/**
 * 国家级 beside 省级, or 工业类 among zones whose kinds nobody names, may divide the zones in a way that the rows do not
 * show: only numbers can tell.
 */
function isOtherPartition({ label, group }: SubjectDraft, roster: Roster): boolean {
  if (group !== null) return false;
  if (/^(?:国家级|省级|市级)/u.test(label.name)) return true;
  return label.kind !== null && !roster.byKind.has(label.kind) && !/[小合总]计$/u.test(label.name);
}

type Candidate = () => readonly number[];

/** All zones; or, where a sheet holds several blocks with a total each, those of its own block. */
function totalCandidates(index: number, roster: Roster): readonly Candidate[] {
  const all: Candidate = () => roster.zones;
  if (roster.totals < 2) return [all];
  return [
    all,
    () => blockAbove(index, roster.roles, TOTAL_ENDS),
    () => blockBelow(index, roster.roles, TOTAL_ENDS),
  ];
}

const TOTAL_ENDS: readonly SubjectRole[] = ["total"];

const GROUP_ENDS: readonly SubjectRole[] = ["total", "subtotal", "reference", "average"];

/** Zones of its group, of its kind, in the block above or below it: the likelier first. */
function groupCandidates(
  index: number,
  draft: SubjectDraft,
  roster: Roster,
  amounts: readonly AmountColumn[]
): readonly Candidate[] {
  const group = draft.group === null ? [] : (roster.byGroup.get(draft.group) ?? []);
  const kind = draft.label.kind === null ? [] : (roster.byKind.get(draft.label.kind) ?? []);
  const inKind = new Set(kind);
  return [
    () => group.filter((zone) => inKind.has(zone)),
    () => group,
    () => kind,
    () => blockAbove(index, roster.roles, GROUP_ENDS),
    () => blockBelow(index, roster.roles, GROUP_ENDS),
    ...(/[小合总]计$/u.test(draft.label.name) ? nearestRows(index, roster, amounts) : []),
  ];
}

function nearestRows(
  index: number,
  { roles }: Roster,
  amounts: readonly AmountColumn[]
): readonly Candidate[] {
  return [
    () => rowsThatAddUp(index, blockBelow(index, roles, GROUP_ENDS), amounts),
    () => rowsThatAddUp(index, blockAbove(index, roles, GROUP_ENDS).slice().reverse(), amounts),
  ];
}

/** A block longer than this has no rows of another standing behind those of its 小计. */
const MOST_IN_BLOCK = 100;

/** 小计 | 南园 | 北园 | 孵化园, the last of which belongs to none: the nearest rows that add up, where not all of them do. */
function rowsThatAddUp(
  index: number,
  block: readonly number[],
  amounts: readonly AmountColumn[]
): readonly number[] {
  if (block.length > MOST_IN_BLOCK) return [];
  for (let size = block.length - 1; size >= 2; size -= 1) {
    const rows = block.slice(0, size);
    if (fits(index, rows, amounts)) return rows.sort((a, b) => a - b);
  }
  return [];
}

function blockAbove(
  index: number,
  roles: readonly SubjectRole[],
  ends: readonly SubjectRole[]
): readonly number[] {
  const members: number[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const role = roles[i];
    if (role !== undefined && ends.includes(role)) break;
    if (role === "zone") members.unshift(i);
  }
  return members;
}

function blockBelow(
  index: number,
  roles: readonly SubjectRole[],
  ends: readonly SubjectRole[]
): readonly number[] {
  const members: number[] = [];
  for (let i = index + 1; i < roles.length; i++) {
    const role = roles[i];
    if (role !== undefined && ends.includes(role)) break;
    if (role === "zone") members.push(i);
  }
  return members;
}

/** The first candidate that fits the numbers; where none does, the first that has members. */
function bestOf(
  index: number,
  candidates: readonly Candidate[],
  amounts: readonly AmountColumn[]
): readonly number[] {
  let first: readonly number[] | undefined;
  for (const candidate of candidates) {
    const members = candidate();
    if (members.length === 0) continue;
    if (candidates.length === 1) return members;
    first ??= members;
    if (fits(index, members, amounts)) return members;
  }
  return first ?? [];
}
