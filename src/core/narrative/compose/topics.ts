import { cleanLabel, recogniseIndicator } from "../../catalog/index.ts";
import { printedName } from "../../checks/printed-name.ts";
import { formatPeriod } from "../../model/period.ts";
import type { Period } from "../../model/period.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Measure } from "../../model/measure.ts";
import { isPriorPeriod, isSamePeriod } from "../../model/same-period.ts";
import { periodOf } from "../../model/table-index.ts";
import type { TableIndex } from "../../model/table-index.ts";
import type { Field } from "../../model/table.ts";
import type { Subject } from "../../model/zone.ts";

/** Of whom a table is told: one of its rows, or several zones that no row adds up (null). */
export interface Speaker {
  readonly subject: Subject | null;
  /** The zones behind it; empty where the sheet does not list them. */
  readonly members: readonly Subject[];
}

/** One indicator of one table, told of one speaker. */
export interface Topic {
  readonly index: TableIndex;
  readonly speaker: Speaker;
  readonly indicator: Indicator;
  /** The field its clauses hang on: its value, else the first of what is said of it. */
  readonly anchor: Field;
  /** As printed; with the header above it where the table has the indicator more than once. */
  readonly name: string;
  /** All fields that belong to it. */
  readonly fields: readonly Field[];
}

/** What an indicator without a value may still be told by. */
const ANCHORS: readonly Measure[] = [
  "actual",
  "growth",
  "fall",
  "rate",
  "share",
  "attainment",
  "done",
];

/** A line that adds up what is told already, of several kinds of thing. */
const TOTALS = /^(?:合计|总计|共计|小计|计)$/u;

/** The indicators of a table in the order of its columns, each at its latest time. */
export function findTopics(index: TableIndex, speaker: Speaker): readonly Topic[] {
  const { fields: all } = index.table;
  const own = all.filter((field) => !isOfReference(field) && !isOfWider(field, all));
  const byIndicator = new Map<string, Field[]>();
  for (const field of own) {
    const fields = byIndicator.get(field.indicator.id) ?? [];
    fields.push(field);
    byIndicator.set(field.indicator.id, fields);
  }
  return [...byIndicator.values()]
    .flatMap((fields) => topicsOf(index, speaker, fields))
    .sort((a, b) => a.anchor.index - b.anchor.index);
}

export function periodOfTopic({ index, anchor }: Topic): Period | null {
  return periodOf(index.table, anchor);
}

/** Whether a name of a style means this indicator. */
export function isNamed({ indicator, name }: Topic, wanted: string): boolean {
  return name === wanted || indicator.name === wanted || idOf(wanted) === indicator.id;
}

function idOf(name: string): string | undefined {
  return recogniseIndicator(name)?.id;
}

function topicsOf(index: TableIndex, speaker: Speaker, fields: readonly Field[]): readonly Topic[] {
  const measure = ANCHORS.find((each) => fields.some((field) => field.measure === each));
  if (measure === undefined || TOTALS.test(fields[0]?.indicator.name ?? "")) return [];
  const candidates = fields.filter((field) => field.measure === measure);
  const latest = latestOf(index, candidates);
  // Only a value may stand several times: of several shares each is one of the same thing.
  const anchors = measure === "actual" ? latest : latest.slice(0, 1);
  // 一季度 目标|完成|完成率 before 上半年 and 前三季度: what is of a time that has its own value is told with that.
  const earlier = new Set(
    candidates
      .filter((field) => !latest.includes(field))
      .map((field) => textOf(periodOf(index.table, field)))
  );
  const isOfEarlier = (field: Field): boolean =>
    isOfYear(field) && earlier.has(textOf(periodOf(index.table, field)));
  return anchors.flatMap((anchor): Topic[] => {
    const name = nameOf(anchor, anchors.length > 1);
    const belonging = fields.filter(
      (field) =>
        ownerOf(field, anchors) === anchor &&
        isAtSameTime(index, field, anchor) &&
        !isOfEarlier(field)
    );
    return [{ index, speaker, indicator: anchor.indicator, anchor, name, fields: belonging }];
  });
}

const YEARLY_PLAN = /^(?:年度|全年|当年|本年)(?:计划|目标)(?=.{2})/u;

function nameOf(anchor: Field, isRepeated: boolean): string {
  const printed = withoutMarks(rateName(anchor) ?? printedName(anchor));
  // 年度计划投资 heads the plan; what is done of it is 投资.
  const name = anchor.measure === "actual" ? printed.replace(YEARLY_PLAN, "") : printed;
  if (!isRepeated) return name;
  const [above] = anchor.path;
  const heading = above === undefined ? "" : withoutMarks(cleanLabel(above));
  return heading === "" || heading.includes(name) ? name : `${heading}${name}`;
}

/** 投产率(按完成投资)%: a rate of the office's own is called by its column, and its basis stays in the sheet. */
function rateName({ indicator, unit, path }: Field): string | undefined {
  if (indicator.isCatalogued || unit?.family !== "rate") return undefined;
  return /^(\p{Script=Han}+率)(?:[（(].*[)）])?[%％]?$/u.exec(cleanLabel(path.at(-1) ?? ""))?.[1];
}

/** 其中:转型项目, 1.工业投资, 一、工业投资, 工业投资(亿元). */
function withoutMarks(name: string): string {
  const bare = name
    .replace(/^(?:[（(]?[一二三四五六七八九十]+[、)）]|\d{1,2}[.、．)）]\s*)/u, "")
    .replace(/^(?:其中[::]?|#|内[::])/u, "")
    .replace(/[（(][^（()）]*[)）]$/u, "");
  return bare === "" ? name : bare;
}

/** The value a column follows: the last one before it. */
function ownerOf(field: Field, anchors: readonly Field[]): Field | undefined {
  return anchors.filter((anchor) => anchor.index <= field.index).at(-1) ?? anchors[0];
}

/** What the table says of no time is of every time; last year's columns are of their own. */
function isAtSameTime(index: TableIndex, field: Field, anchor: Field): boolean {
  const [own, wanted] = [periodOf(index.table, field), periodOf(index.table, anchor)];
  // Last year's value may be dated by its own year or by this one: of its months it must be.
  if (field.measure === "prior" && own !== null && wanted !== null)
    return isPriorPeriod(own, wanted);
  return own === null || wanted === null || isSamePeriod(own, wanted) || isOfYear(field);
}

/** A target or its attainment is set for the year and told beside any part of it. */
function isOfYear({ measure }: Field): boolean {
  return measure === "target" || measure === "attainment" || measure === "done";
}

function latestOf(index: TableIndex, fields: readonly Field[]): readonly Field[] {
  let best: { readonly rank: number; readonly period: string } | undefined;
  for (const field of fields) {
    const period = periodOf(index.table, field);
    const rank = rankOf(period);
    if (best === undefined || rank > best.rank) best = { rank, period: textOf(period) };
  }
  return fields.filter((field) => textOf(periodOf(index.table, field)) === best?.period);
}

function textOf(period: Period | null): string {
  return period === null ? "" : formatPeriod(period);
}

/** Later first, of equally late ones the longest. */
function rankOf(period: Period | null): number {
  if (period === null) return -1;
  const [end, length] = spanOf(period);
  return (period.year ?? 9999) * 1000 + end * 20 + length;
}

function spanOf(period: Period): readonly [end: number, length: number] {
  switch (period.kind) {
    case "cumulative":
      return [period.months, period.months];
    case "year":
      return [12, 12];
    case "quarter":
      return [period.quarter * 3, 3];
    case "second-half":
      return [12, 6];
    case "month":
      return [period.month, 1];
    case "stock":
      return [period.month, 0];
  }
}

/** A level or growth that is printed beside the zone's own and is that of 全市. */
/** 1-6月 | 全县1-6月: the second column is the county's, beside the zone's own. */
function isOfWider(field: Field, all: readonly Field[]): boolean {
  if (!isWiderName(field)) return false;
  return all.some(
    (other) =>
      other.indicator.id === field.indicator.id &&
      other.measure === field.measure &&
      !isWiderName(other)
  );
}

function isWiderName({ path }: Field): boolean {
  return path.length > 1 && /^全[国省市县区州旗盟]/u.test(cleanLabel(path.at(-1) ?? ""));
}

function isOfReference({ measure, against }: Field): boolean {
  return measure !== "share" && measure !== "difference" && against?.kind === "reference";
}
