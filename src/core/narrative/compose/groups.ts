import { leafMembers } from "../../model/leaf-members.ts";
import { formatPeriod } from "../../model/period.ts";
import type { Period } from "../../model/period.ts";
import type { TableIndex } from "../../model/table-index.ts";
import type { IndicatorTable } from "../../model/table.ts";
import type { Subject, ZoneKind } from "../../model/zone.ts";
import type { ParagraphStyle } from "./style.ts";
import { findTopics, periodOfTopic } from "./topics.ts";
import type { Speaker, Topic } from "./topics.ts";

/** What one paragraph tells: the indicators of the same zones at the same time, from one table or several. */
export interface Group {
  readonly paragraph: ParagraphStyle;
  readonly topics: readonly Topic[];
  readonly period: Period | null;
  readonly city: string | null;
  /** Stable as long as the paragraph is about the same. */
  readonly key: string;
}

export interface Grouping {
  readonly groups: readonly Group[];
  readonly unused: readonly TableIndex[];
}

/** Which tables each paragraph of a style is about. */
export function groupTables(
  book: readonly TableIndex[],
  paragraphs: readonly ParagraphStyle[]
): Grouping {
  const whole = new Set<TableIndex>();
  const used = new Set<TableIndex>();
  const groups: Group[] = [];
  for (const [number, paragraph] of paragraphs.entries()) {
    const gathered = new Map<string, Group>();
    for (const index of book) {
      if (whole.has(index)) continue;
      const found = findSpeaker(index, paragraph.zones);
      if (found === undefined || !isAbout(index, found.speaker, paragraph)) continue;
      const topics = findTopics(index, found.speaker);
      if (topics.length === 0) continue;
      used.add(index);
      if (found.isWhole) whole.add(index);
      for (const topic of topics) gather(gathered, topic, paragraph, number);
    }
    groups.push(...gathered.values());
  }
  return { groups, unused: book.filter((index) => !used.has(index)) };
}

function gather(
  gathered: Map<string, Group>,
  topic: Topic,
  paragraph: ParagraphStyle,
  number: number
): void {
  const period = periodOfTopic(topic);
  const { city } = topic.index.table;
  const who = whoOf(topic.speaker);
  const key = `${number}|${who}|${city ?? ""}|${period === null ? "" : formatPeriod(period)}`;
  const group = gathered.get(key) ?? { paragraph, topics: [], period, city, key: "" };
  // A summary sheet says again what the sheet of the indicator said.
  const isRepeated = group.topics.some(
    ({ name, index }) => name === topic.name && index !== topic.index
  );
  const topics = isRepeated ? group.topics : [...group.topics, topic];
  const kinds = new Set(topic.speaker.members.map(({ kind }) => kind ?? "unmarked"));
  const stable = topic.speaker.members.length > 1 ? [...kinds].sort().join("+") : who;
  gathered.set(key, { ...group, topics, key: `${number}|${stable}|${city ?? ""}` });
}

function whoOf({ subject, members }: Speaker): string {
  if (members.length === 0) return subject?.name ?? "";
  return members
    .map(({ name }) => name)
    .sort()
    .join(",");
}

function isAbout(
  { table }: TableIndex,
  { subject, members }: Speaker,
  { measures, of }: ParagraphStyle
): boolean {
  if (of === "several" && members.length < 2) return false;
  if (of === "one" && subject?.role !== "zone") return false;
  return measures.length === 0 || table.fields.some(({ measure }) => measures.includes(measure));
}

/** `isWhole`: nothing of the table is left for another paragraph. */
function findSpeaker(
  { table }: TableIndex,
  kinds: readonly ZoneKind[]
): { readonly speaker: Speaker; readonly isWhole: boolean } | undefined {
  const zones = table.subjects.filter(({ role }) => role === "zone");
  if (table.subjects.some(({ role }) => role === "project")) return undefined;
  const fits = ({ kind }: Subject): boolean =>
    kinds.length === 0 || kinds.includes(kind ?? "industrial");
  const own = zones.filter(fits);
  const totals = table.subjects.filter(({ role }) => role === "total" || role === "subtotal");
  if (zones.length === 0) {
    const [all] = kinds.length === 0 ? totals : [];
    return all && { speaker: { subject: all, members: [] }, isWhole: true };
  }
  if (own.length === 0) return undefined;
  if (zones.some(({ isKindOfThing }) => isKindOfThing === true)) {
    // What kinds of things add up to is of the place; without a total nobody knows whether the list is whole.
    const all = totals.find(({ role }) => role === "total");
    return all && { speaker: { subject: all, members: [] }, isWhole: true };
  }
  const [single] = own;
  if (zones.length === 1 && single !== undefined && totals.length === 0) {
    return { speaker: { subject: single, members: [single] }, isWhole: true };
  }
  const sizes = totals.map((total) => ({ total, members: leafMembers(table, total) }));
  const [exact] = sizes
    .filter(({ members }) => members.length === own.length && members.every(fits))
    .sort((a, b) => Number(b.total.role === "total") - Number(a.total.role === "total"));
  // Of one zone its own row tells: the total says it again.
  if (exact !== undefined && own.length > 1) {
    const speaker = { subject: exact.total, members: exact.members };
    return { speaker, isWhole: own.length === zones.length };
  }
  // No row adds up just these: that of all zones tells more than sums of what can be added.
  const [widest] = sizes
    .filter(({ members }) => members.length > own.length)
    .sort((a, b) => b.members.length - a.members.length);
  if (widest !== undefined) {
    return { speaker: { subject: widest.total, members: widest.members }, isWhole: true };
  }
  if (single !== undefined && (own.length === 1 || isBenchmark(table))) {
    return { speaker: { subject: single, members: [single] }, isWhole: own.length > 1 };
  }
  return { speaker: { subject: null, members: own }, isWhole: own.length === zones.length };
}

/** 对标: the first is told of, the others are those it is measured by; nobody adds them up. */
function isBenchmark({ title, sheet }: IndicatorTable): boolean {
  return /对标/u.test(`${title ?? ""}${sheet}`);
}
