import type { Content } from "../model/table.ts";
import type { Measure } from "../model/measure.ts";
import type { Subject, SubjectPlace, SubjectRole, ZoneKind } from "../model/zone.ts";
import { dividesWhole } from "./category-heads.ts";
import { findLevels, findNests, findSecondPartition } from "./nested-rows.ts";
import type { RowLabel } from "./row-labels.ts";

/** A row's name with its place and group, in the order of the table. */
export interface SubjectDraft {
  readonly label: RowLabel;
  readonly at: SubjectPlace;
  /** Text of the group it stands in (工业类, 运城市), from a merged column or a heading row; null without groups. */
  readonly group: string | null;
  readonly kind: ZoneKind | null;
  /** Blanks before the printed name; a full-width one counts as two. */
  readonly depth?: number;
  /** Under 在总计中: a part of the total, though it stands right below it. */
  readonly isOnlyPart?: boolean;
}

/** A column of amounts, by which 全市 is known for the sum of its rows or for something larger. */
export interface Amounts {
  readonly contents: readonly (Content | null)[];
  readonly formulas: readonly (string | null)[];
}

const ADDED: ReadonlySet<Measure> = new Set([
  "actual",
  "actual-month",
  "prior-month",
  "prior",
  "previous",
  "done",
  "remaining",
  "opening",
]);

/** Whether a measure's amounts add up over zones. Growth, shares, rates, targets and ranks never do. */
export function isAddedUp(measure: Measure): boolean {
  return ADDED.has(measure);
}

/** Settles roles and members: which row adds up which others. */
export function settleSubjects(
  drafts: readonly SubjectDraft[],
  columns: readonly Amounts[]
): readonly Subject[] {
  const amounts = columns.map(toColumn);
  const roles = partRoles(drafts);
  const zones = indexesOf(roles, "zone");
  const hasTotal = roles.includes("total");
  drafts.forEach((draft, i) => {
    if (!draft.label.isUndecided) return;
    if (draft.label.role !== "zone") {
      const isTotal = isSumOf(i, zones, amounts) && !(hasTotal && isByChance(i, zones, amounts));
      roles[i] = isTotal ? "total" : "reference";
    } else if (
      fits(
        i,
        zones.filter((zone) => zone !== i),
        amounts
      )
    )
      roles[i] = "total";
  });
  demoteLoneKinds(drafts, roles);
  promoteLoneGroups(drafts, roles);
  const nested = nestRows(drafts, roles, amounts);
  const names = distinctNames(drafts, roles);
  settleParts(drafts, roles, amounts);
  const roster = rosterOf(drafts, roles);
  const divided = findDivisions(drafts, roster, amounts);
  return drafts.map((draft, index) => {
    const role = roles[index] ?? "zone";
    return {
      index,
      role,
      name: names[index] ?? draft.label.name,
      label: draft.label.label,
      kind: draft.kind,
      reference: role === "reference" || role === "average" ? draft.label.reference : null,
      members:
        (divided?.total === index ? divided.members : nested.get(index)) ??
        membersOf(index, draft, roster, amounts),
      ...(divided?.total === index ? { divisions: divided.others } : {}),
      at: draft.at,
    };
  });
}

interface Divided {
  readonly total: number;
  readonly members: readonly number[];
  readonly others: readonly (readonly number[])[];
}

/** 一、按轻重工业分 with its rows, 二、按企业规模分 with its own: the one total divided several times under headings. */
function findDivisions(
  drafts: readonly SubjectDraft[],
  { roles, zones, byGroup }: Roster,
  amounts: readonly AmountColumn[]
): Divided | undefined {
  const [total, ...more] = indexesOf(roles, "total");
  if (total === undefined || more.length > 0 || byGroup.size < 2) return undefined;
  const groups = [...byGroup].map(([name, rows]) => ({ name, rows }));
  const first = groups.find(({ rows }) => fits(total, rows, amounts));
  if (first === undefined || fits(total, zones, amounts)) return undefined;
  const others = groups.filter(
    ({ name, rows }) =>
      rows !== first.rows &&
      (dividesWhole(name)
        ? !isSmall(total, rows, amounts)
        : evidence(total, rows, amounts).equal > 0)
  );
  return { total, members: first.rows, others: others.map(({ rows }) => rows) };
}

/** A division that a page shows only the beginning of: its rows come to less than half of the total wherever there is one. */
function isSmall(
  total: number,
  rows: readonly number[],
  amounts: readonly AmountColumn[]
): boolean {
  return amounts.every(({ values }) => {
    const whole = values[total] ?? Number.NaN;
    const sum = rows.reduce((all, row) => all + (values[row] || 0), 0);
    return Number.isNaN(whole) || sum < whole / 2;
  });
}

/** Columns by which rows under others are looked for; a slip spoils one of them. */
const MOST_LEADING = 4;

/** Cities over their zones become 小计 of these, a second division of the total adds up nothing more. */
function nestRows(
  drafts: readonly SubjectDraft[],
  roles: SubjectRole[],
  amounts: readonly AmountColumn[]
): ReadonlyMap<number, readonly number[]> {
  const nested = new Map<number, readonly number[]>();
  const isSum = (index: number, members: readonly number[]): boolean =>
    fits(index, members, amounts);
  for (const { parent, children } of findNests(drafts, roles, isSum)) {
    roles[parent] = "subtotal";
    nested.set(parent, children);
  }
  const [total, ...others] = indexesOf(roles, "total");
  if (total === undefined || others.length > 0) return nested;
  const columns = amounts
    .filter(({ values }) => !Number.isNaN(values[total] ?? Number.NaN))
    .map(
      ({ values }) =>
        (index: number): number =>
          values[index] ?? Number.NaN
    );
  const zones = indexesOf(roles, "zone");
  for (const { parent, children } of findLevels(
    total,
    zones,
    columns.slice(0, MOST_LEADING),
    isSum
  )) {
    roles[parent] = "subtotal";
    nested.set(parent, children);
  }
  const valueOf = columns[0] ?? ((): number => Number.NaN);
  const second = findSecondPartition(total, indexesOf(roles, "zone"), valueOf, isSum) ?? [];
  for (const index of second) {
    roles[index] = "subtotal";
    nested.set(index, []);
  }
  return nested;
}

/** 其中 before a zone right under a total lists the members; under a zone it is a part of that zone. */
function partRoles(drafts: readonly SubjectDraft[]): SubjectRole[] {
  const roles: SubjectRole[] = [];
  const totals = drafts.filter(({ label }) => label.role === "total").length;
  drafts.forEach((draft, i) => {
    const before = roles[i - 1];
    // 合计 under its rows has its members above: what 其中 names below it is a part of all of them.
    const isBelowMembers =
      before === "total" && totals === 1 && roles.filter((role) => role === "zone").length >= 2;
    const isMember =
      draft.label.role === "part" &&
      draft.isOnlyPart !== true &&
      !isBelowMembers &&
      (before === "total" || before === "subtotal" || before === "reference");
    const isGroupPart =
      draft.label.isPart &&
      draft.label.role === "subtotal" &&
      drafts.some((other, j) => j !== i && other.label.role === "total");
    roles.push(
      isMember
        ? "zone"
        : isGroupPart && !hasZonesOfKind(drafts, draft.label.kind)
          ? "part"
          : draft.label.role
    );
  });
  return roles;
}

function hasZonesOfKind(drafts: readonly SubjectDraft[], kind: ZoneKind | null): boolean {
  return (
    kind !== null && drafts.some((draft) => draft.label.role === "zone" && draft.kind === kind)
  );
}

/**
 * 其中:工业类 among zones that no column divides: which of them the office counts as industrial their names do not say.
 * Where no column adds up from the names, it is a part like any other.
 */
function settleParts(
  drafts: readonly SubjectDraft[],
  roles: SubjectRole[],
  amounts: readonly AmountColumn[]
): void {
  const roster = rosterOf(drafts, roles);
  if (roster.byGroup.size > 0 || roster.totals === 0) return;
  drafts.forEach((draft, i) => {
    if (roles[i] !== "subtotal" || !draft.label.isPart || draft.label.kind === null) return;
    const members = membersOf(i, draft, roster, amounts);
    // Near to the sum it may be by chance: a part of a few zones fewer.
    if (evidence(i, members, amounts).equal === 0) roles[i] = "part";
  });
}

function indexesOf(roles: readonly SubjectRole[], role: SubjectRole): readonly number[] {
  return roles.flatMap((other, i) => (other === role ? [i] : []));
}

/** 农业示范区 beside 经开区 and 高新区, with no zone of its kind to add up, is the one zone of that name. */
function demoteLoneKinds(drafts: readonly SubjectDraft[], roles: SubjectRole[]): void {
  drafts.forEach((draft, i) => {
    const isName =
      /(?:示范区|开发区)$/u.test(draft.label.name) && !/\d|[个类]/u.test(draft.label.name);
    if (roles[i] === "subtotal" && isName && !hasZonesOfKind(drafts, draft.label.kind))
      roles[i] = "zone";
  });
}

/** 10个工业类开发区 over ten zones and nothing else is the total. */
function promoteLoneGroups(drafts: readonly SubjectDraft[], roles: SubjectRole[]): void {
  if (roles.includes("total")) return;
  const groups = indexesOf(roles, "subtotal");
  const [only] = groups;
  const groupNames = new Set(drafts.flatMap((draft) => draft.group ?? []));
  if (
    groups.length === 1 &&
    only !== undefined &&
    groupNames.size <= 1 &&
    !/小计$/u.test(drafts[only]?.label.name ?? "")
  ) {
    roles[only] = "total";
  }
}

/** A column's numbers by row: NaN where there is none. Doubles will do, since every comparison has a rounding's room. */
interface AmountColumn {
  readonly values: Float64Array;
  readonly decimals: Uint8Array;
  /** The digits most of its numbers have: a typed 8 among 8.05 and 7.93 is 8.00. */
  readonly usual: number;
  readonly formulas: readonly (string | null)[];
}

/** What stands for the digits of a formula's result that nothing rounds. */
const EXACT = 9;

function toColumn({ contents, formulas }: Amounts): AmountColumn {
  const values = new Float64Array(contents.length).fill(Number.NaN);
  const decimals = new Uint8Array(contents.length);
  contents.forEach((content, i) => {
    if (content?.kind !== "number") return;
    values[i] = content.stated.value;
    decimals[i] = content.stated.precision === "exact" ? EXACT : content.stated.decimals;
  });
  const sorted = decimals
    .filter((places, i) => places < EXACT && !Number.isNaN(values[i] ?? Number.NaN))
    .sort();
  return { values, decimals, usual: sorted[sorted.length >> 1] ?? 0, formulas };
}

interface SumEvidence {
  readonly equal: number;
  readonly near: number;
  readonly other: number;
}

/** How many columns of amounts say that a row is the sum of these members. */
function evidence(
  index: number,
  members: readonly number[],
  amounts: readonly AmountColumn[]
): SumEvidence {
  let [equal, near, other] = [0, 0, 0];
  for (const { values, decimals, usual } of amounts) {
    const stated = values[index] ?? Number.NaN;
    if (Number.isNaN(stated)) continue;
    let [total, parts, places] = [0, 0, decimals[index] ?? 0];
    for (const member of members) {
      const value = values[member] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      total += value;
      parts += 1;
      places = Math.min(places, decimals[member] ?? 0);
    }
    if (parts < 1 || parts < members.length / 2) continue;
    places = Math.max(places, usual);
    const distance = Math.abs(stated - total);
    if (distance <= ((parts + 1) / 2) * 10 ** -places + 1e-9) equal += 1;
    else if (distance <= Math.abs(total) * 0.02) near += 1;
    else other += 1;
  }
  return { equal, near, other };
}

function isOwnSum(index: number, amounts: readonly AmountColumn[]): boolean {
  return amounts.some(({ formulas }) => /^=\s*(?:SUM|SUBTOTAL)\(/iu.test(formulas[index] ?? ""));
}

/** A SUM over the rows says it outright; else the numbers do. Smaller than its rows, or without amounts, it is a reference. */
function isSumOf(
  index: number,
  zones: readonly number[],
  amounts: readonly AmountColumn[]
): boolean {
  if (zones.length === 0) return false;
  if (isOwnSum(index, amounts)) return true;
  const { equal, near, other } = evidence(index, zones, amounts);
  if (equal === 0) return near > 0 && other === 0;
  return equal + near >= other;
}

/** Beside 合计, one column in which 全市 is the same may be a slip, as where 合计 was typed twice: more must be. */
function isByChance(
  index: number,
  zones: readonly number[],
  amounts: readonly AmountColumn[]
): boolean {
  if (isOwnSum(index, amounts)) return false;
  const { equal, near, other } = evidence(index, zones, amounts);
  return equal < 2 || equal <= near + other;
}

/** What membersOf asks of the whole table, found once. */
interface Roster {
  readonly roles: readonly SubjectRole[];
  readonly zones: readonly number[];
  readonly totals: number;
  readonly byGroup: ReadonlyMap<string, readonly number[]>;
  readonly byKind: ReadonlyMap<ZoneKind, readonly number[]>;
}

function rosterOf(drafts: readonly SubjectDraft[], roles: readonly SubjectRole[]): Roster {
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

function appendTo<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function membersOf(
  index: number,
  draft: SubjectDraft,
  roster: Roster,
  amounts: readonly AmountColumn[]
): readonly number[] {
  const role = roster.roles[index];
  if (role === "total") return bestOf(index, totalCandidates(index, roster), amounts);
  if (role !== "subtotal") return [];
  const candidates = groupCandidates(index, draft, roster);
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
function groupCandidates(index: number, draft: SubjectDraft, roster: Roster): readonly Candidate[] {
  const group = draft.group === null ? [] : (roster.byGroup.get(draft.group) ?? []);
  const kind = draft.label.kind === null ? [] : (roster.byKind.get(draft.label.kind) ?? []);
  const inKind = new Set(kind);
  return [
    () => group.filter((zone) => inKind.has(zone)),
    () => group,
    () => kind,
    () => blockAbove(index, roster.roles, GROUP_ENDS),
    () => blockBelow(index, roster.roles, GROUP_ENDS),
  ];
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

function fits(
  index: number,
  members: readonly number[],
  amounts: readonly AmountColumn[]
): boolean {
  if (members.length === 0) return false;
  const found = evidence(index, members, amounts);
  return found.equal > 0 && found.equal >= found.other + found.near;
}

/**
 * Names that tell the rows apart: 长治高新区 and 长治经开区 are both 长治, and a bare 河津 beside 河津开发区 is the county.
 */
function distinctNames(
  drafts: readonly SubjectDraft[],
  roles: readonly SubjectRole[]
): readonly string[] {
  const places = new Map<string, number[]>();
  drafts.forEach((draft, i) => {
    if (roles[i] !== "zone") return;
    places.set(draft.label.name, [...(places.get(draft.label.name) ?? []), i]);
  });
  const names = drafts.map((draft) => draft.label.name);
  for (const [name, indexes] of places) {
    const labels = new Set(indexes.map((i) => drafts[i]?.label.label));
    if (labels.size < 2) continue;
    for (const i of indexes) {
      const label = drafts[i]?.label.label ?? name;
      names[i] = label === name ? `${name}(县域)` : `${name}${shortSuffix(label)}`;
    }
    // A zone that stands beside its county alone keeps the plain name.
    const zonesOnly = indexes.filter((i) => drafts[i]?.label.label !== name);
    const [only] = zonesOnly;
    if (zonesOnly.length === 1 && only !== undefined) names[only] = name;
  }
  return names;
}

function shortSuffix(label: string): string {
  if (/高新/u.test(label)) return "高新区";
  if (/经开区|经济(?:技术)?开发区/u.test(label)) return "经开区";
  if (/综保|综合保税/u.test(label)) return "综保区";
  if (/农业|农产品/u.test(label)) return "农业示范区";
  if (/文旅|旅游/u.test(label)) return "文旅示范区";
  return "开发区";
}
