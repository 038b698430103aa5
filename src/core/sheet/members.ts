import type { Subject, SubjectRole, ZoneKind } from "../model/zone.ts";
import { settleBareGroups } from "./bare-groups.ts";
import { dividesWhole } from "./category-heads.ts";
import { goesOnWithParts, partsUnderTotal } from "./next-parts.ts";
import { findLevels, findNests, findSecondPartition } from "./nested-rows.ts";
import { totalsOfParts } from "./repeated-parts.ts";
import { indexesOf, membersOf, rosterOf } from "./roster.ts";
import type { Roster } from "./roster.ts";
import { evidence, fits, isByChance, isSumOf, toColumn } from "./row-sums.ts";
import type { AmountColumn, Amounts } from "./row-sums.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import { withUnnamedCity } from "./unnamed-city.ts";
import { distinctNames } from "./subject-names.ts";

/** Settles roles and members: which row adds up which others. */
export function settleSubjects(
  named: readonly SubjectDraft[],
  columns: readonly Amounts[]
): readonly Subject[] {
  const amounts = columns.map(toColumn);
  const drafts = withUnnamedCity(named, amounts);
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
  const groups = settleBareGroups(drafts, roles, amounts);
  demoteLoneKinds(drafts, roles);
  promoteLoneGroups(drafts, roles);
  partsUnderTotal(drafts, roles, amounts).forEach((part) => (roles[part] = "part"));
  const nested = new Map(nestRows(drafts, roles, amounts));
  const names = distinctNames(drafts, roles);
  settleParts(drafts, roles, amounts);
  for (const [index, parts] of totalsOfParts(drafts, roles, amounts)) {
    roles[index] = "subtotal";
    nested.set(index, parts);
  }
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
      ...(draft.label.isKindOfThing === true || groups.has(index)
        ? { isKindOfThing: true as const }
        : {}),
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
    const isNextPart =
      before === "part" && draft.label.role === "zone" && goesOnWithParts(drafts, i, roles);
    roles.push(
      isNextPart
        ? "part"
        : isMember
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

/** 农业示范区 beside 经开区 and 高新区, with no zone of its kind to add up, is the one zone of that name. */
function demoteLoneKinds(drafts: readonly SubjectDraft[], roles: SubjectRole[]): void {
  drafts.forEach((draft, i) => {
    const isName =
      /(?:示范区|开发区)$/u.test(draft.label.name) && !/\d|[个类]/u.test(draft.label.name);
    if (roles[i] === "subtotal" && isName && !hasZonesOfKind(drafts, draft.label.kind))
      roles[i] = "zone";
  });
}

/** 10个工业类开发区 over ten zones and nothing else is the total, and so is 高新区合计 among 小计. */
function promoteLoneGroups(drafts: readonly SubjectDraft[], roles: SubjectRole[]): void {
  if (roles.includes("total")) return;
  const groups = indexesOf(roles, "subtotal");
  // 高新区合计 over 主园区小计 and 共建园区小计: one of them is no 小计.
  const wholes = groups.filter((row) => /[合总]计$/u.test(drafts[row]?.label.name ?? ""));
  const isOverOthers =
    groups.length > 1 &&
    groups.every((row) => wholes.includes(row) || /小计$/u.test(drafts[row]?.label.name ?? ""));
  const [whole, ...more] = wholes;
  if (isOverOthers && whole !== undefined && more.length === 0) {
    roles[whole] = "total";
    return;
  }
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
