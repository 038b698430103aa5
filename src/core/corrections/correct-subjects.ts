import { canonicalZoneName, recogniseReference, zoneKindOf } from "../catalog/index.ts";
import type { IndicatorTable, Unrecognised } from "../model/table.ts";
import type { Subject, SubjectRole } from "../model/zone.ts";
import type { SubjectChange } from "./reading-correction.ts";

/** What the user says of some subjects of a table, by their places in it. */
export type CorrectedSubjects = ReadonlyMap<number, SubjectChange>;

/**
 * A table whose zones, totals and references are what the user says. A row made a zone is added up by the totals it
 * stands among; a row made a total adds up the zones: all of them as 合计, those above it without another total between
 * as 小计.
 */
export function correctSubjects(table: IndicatorTable, changes: CorrectedSubjects): IndicatorTable {
  if (changes.size === 0) return table;
  const renamed = table.subjects.map((subject) => rename(subject, changes.get(subject.index)));
  const kept = renamed.filter(({ index }) => changes.get(index)?.kind !== "set-aside");
  const places = new Map(kept.map((subject, place) => [subject.index, place]));
  const subjects = kept.map((subject, place): Subject => {
    const members = membersOf(subject, table.subjects, renamed, changes);
    return {
      ...subject,
      index: place,
      members: members.flatMap((member) => places.get(member) ?? []),
    };
  });
  return {
    ...table,
    subjects,
    cells: kept.map(({ index }, place) =>
      (table.cells[index] ?? []).map((cell) => (cell === null ? null : { ...cell, subject: place }))
    ),
    unrecognised: [
      ...table.unrecognised,
      ...table.subjects.flatMap((subject) =>
        changes.get(subject.index)?.kind === "set-aside" ? setAside(table, subject) : []
      ),
    ],
  };
}

function rename(subject: Subject, change: SubjectChange | undefined): Subject {
  if (change?.kind !== "subject") return subject;
  const role = change.role ?? subject.role;
  const printed = change.name ?? subject.label;
  const scope = recogniseReference(printed) ?? subject.reference ?? "city";
  return {
    ...subject,
    role,
    name: role === "zone" || role === "part" ? canonicalZoneName(printed) : printed,
    kind: subject.kind ?? zoneKindOf(printed),
    reference: role === "reference" || role === "average" ? scope : null,
  };
}

function membersOf(
  subject: Subject,
  before: readonly Subject[],
  after: readonly Subject[],
  changes: CorrectedSubjects
): readonly number[] {
  if (subject.role !== "total" && subject.role !== "subtotal") return [];
  const wasSum = isSum(before[subject.index]?.role);
  const isZone = (index: number): boolean =>
    after[index]?.role === "zone" && changes.get(index)?.kind !== "set-aside";
  if (!wasSum || subject.members.length === 0) {
    return subject.role === "total"
      ? after.flatMap(({ index }) => (isZone(index) ? [index] : []))
      : zonesAbove(subject, after, isZone);
  }
  const joined = after.flatMap(({ index }) => {
    if (subject.members.includes(index) || !isZone(index)) return [];
    const isNew = before[index]?.role !== "zone";
    const stands =
      subject.role === "total"
        ? !subject.members.some((member) => isSum(after[member]?.role))
        : subject.members.includes(index - 1) || subject.members.includes(index + 1);
    return isNew && stands ? [index] : [];
  });
  const left = subject.members.filter((member) => isZone(member) || isSum(after[member]?.role));
  return [...left, ...joined].sort((a, b) => a - b);
}

function zonesAbove(
  subject: Subject,
  after: readonly Subject[],
  isZone: (index: number) => boolean
): readonly number[] {
  const members: number[] = [];
  for (let index = subject.index - 1; index >= 0 && !isSum(after[index]?.role); index -= 1) {
    if (isZone(index)) members.unshift(index);
  }
  return members;
}

function isSum(role: SubjectRole | undefined): boolean {
  return role === "total" || role === "subtotal";
}

function setAside(table: IndicatorTable, subject: Subject): readonly Unrecognised[] {
  if (subject.at.kind === "sheet") return [];
  const { row, column } = subject.at;
  const isAcross = table.orientation === "zones-in-columns";
  const area = isAcross
    ? { row, column, rows: Math.max(1, table.area.row + table.area.rows - row), columns: 1 }
    : {
        row,
        column,
        rows: 1,
        columns: Math.max(1, table.area.column + table.area.columns - column),
      };
  return [{ area, reason: "set-aside-zone", text: subject.label }];
}
