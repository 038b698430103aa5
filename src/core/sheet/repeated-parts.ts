import { isZoneLabel } from "../catalog/zones.ts";
import { push } from "../model/push.ts";
import type { SubjectRole } from "../model/zone.ts";
import { fits, type AmountColumn } from "./row-sums.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import type { ZoneRow } from "./zone-rows.ts";

/** A row with the rows below it whose names come again elsewhere. */
interface Block {
  readonly head: SubjectDraft | undefined;
  readonly parts: readonly ZoneRow[];
}

/**
 * 河津 | 已注册 | 已开工 | 永济 | 已注册 | 已开工 | 合计 …: what comes again under every row of a table is a part of it, with 其中
 * before its name or without. A zone that was typed twice comes again under some rows only.
 */
export function withRepeatedParts(rows: readonly ZoneRow[]): readonly ZoneRow[] {
  const counts = new Map<string, number>();
  for (const { draft } of rows) counts.set(nameOf(draft), (counts.get(nameOf(draft)) ?? 0) + 1);
  const isRepeated = ({ draft }: ZoneRow): boolean =>
    (counts.get(nameOf(draft)) ?? 0) >= 2 && mayBePart(draft);
  if (!rows.some(isRepeated)) return rows;
  const blocks = blocksOf(rows, isRepeated);
  if (!isUnderAll(blocks)) return rows;
  const parts = new Set(blocks.flatMap((block) => block.parts));
  return rows.map((row) => (parts.has(row) ? asPart(row) : row));
}

function nameOf({ label }: SubjectDraft): string {
  return label.name;
}

function mayBePart({ label }: SubjectDraft): boolean {
  // 工业, 服务业 would be groups of zones, if they stood once.
  const isKind = label.role === "subtotal" && !/[小合总]计$/u.test(label.name);
  if (label.role === "part" || isKind) return true;
  return label.role === "zone" && !label.isUndecided && !isZoneLabel(label.label);
}

function blocksOf(
  rows: readonly ZoneRow[],
  isRepeated: (row: ZoneRow) => boolean
): readonly Block[] {
  const blocks: { head: SubjectDraft | undefined; parts: ZoneRow[] }[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (!isRepeated(row)) blocks.push({ head: row.draft, parts: [] });
    else if (last === undefined) blocks.push({ head: undefined, parts: [row] });
    else last.parts.push(row);
  }
  return blocks;
}

/** Under each row the same names; under a 合计 they may be left out. */
function isUnderAll(blocks: readonly Block[]): boolean {
  const zones = blocks.filter(({ head }) => head?.label.role === "zone");
  const listOf = ({ parts }: Block): string => parts.map(({ draft }) => nameOf(draft)).join();
  const [first] = zones;
  if (first === undefined || zones.length < 2) return false;
  const isAlike = blocks.every(
    (block) =>
      block.head !== undefined &&
      (listOf(block) === listOf(first) || (block.parts.length === 0 && !zones.includes(block)))
  );
  // One name under each of few rows may be a zone that was typed twice.
  return (
    isAlike && (first.parts.length >= 2 || first.parts.every(isNamedPart) || zones.length >= 4)
  );
}

function isNamedPart({ draft }: ZoneRow): boolean {
  return draft.label.isPart;
}

function asPart({ row, draft }: ZoneRow): ZoneRow {
  const label = { ...draft.label, role: "part" as const, isPart: true };
  return { row, draft: { ...draft, label, isOnlyPart: true } };
}

/** 合计 | 已注册 | 已开工: of each part of the total, the rows of its name under the zones, where they add it up. */
export function totalsOfParts(
  drafts: readonly SubjectDraft[],
  roles: readonly SubjectRole[],
  amounts: readonly AmountColumn[]
): ReadonlyMap<number, readonly number[]> {
  const ofZones = new Map<string, number[]>();
  const ofTotals: number[] = [];
  let head: SubjectRole | undefined;
  drafts.forEach((draft, i) => {
    if (roles[i] !== "part") head = roles[i];
    else if (head === "zone") push(ofZones, nameOf(draft), i);
    else if (head === "total") ofTotals.push(i);
  });
  const sums = new Map<number, readonly number[]>();
  for (const i of ofTotals) {
    const members = ofZones.get(drafts[i]?.label.name ?? "") ?? [];
    if (members.length >= 2 && fits(i, members, amounts)) sums.set(i, members);
  }
  return sums;
}
