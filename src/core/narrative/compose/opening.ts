import { isDocumentName } from "../../catalog/document-names.ts";
import { formatPeriod } from "../../model/period.ts";
import type { Subject } from "../../model/zone.ts";
import { areaOfCell } from "../../workbook/address.ts";
import type { Address } from "../../workbook/address.ts";
import { growthFigure } from "./clauses/growth.ts";
import { findDirection } from "../direction.ts";
import { addressIn, decimalText, say } from "./context.ts";
import type { Figure } from "./context.ts";
import { NO_TEXT, join, plain, spanned } from "./fragment.ts";
import type { Fragment, Slots } from "./fragment.ts";
import type { Group } from "./groups.ts";
import { countNumeral, ordinalNumeral } from "./numerals.ts";
import { clauseContext } from "./paragraph-context.ts";
import type { ParagraphContext } from "./paragraph-context.ts";
import type { Style } from "./style.ts";
import { isNamed } from "./topics.ts";
import type { Topic } from "./topics.ts";
import type { WordKey } from "./words.ts";
import { isWholeItself } from "./whole-itself.ts";
import { listZones, zoneLabel } from "./zone-label.ts";

export function subjectOf(group: Group, topic: Topic, style: Style): Fragment {
  const { subject, members } = topic.speaker;
  const city = group.city === null ? null : `${group.city}市`;
  const saying = (word: WordKey, slots: Slots): Fragment =>
    say({ style, own: undefined }, word, { city, ...slots }) ?? NO_TEXT;
  const [single] = members;
  const named = (text: string, wording: WordKey): Fragment =>
    spanned(text, {
      measure: "zones",
      indicator: null,
      zone: text,
      value: null,
      cells: zoneCells(topic.index.table.sheet, members),
      arithmetic: String(members.length),
      wording,
      key: `${group.key}|zones`,
    });
  const speaker = members.length <= 1 ? (single ?? subject) : subject;
  if (speaker !== null && isNobody(speaker)) return NO_TEXT;
  const isBareTotal = speaker?.role === "total" && BARE_TOTAL.test(speaker.label);
  if (members.length === 0 && isBareTotal) {
    const place = `${city ?? ""}${/开发区/u.test(topic.index.table.title ?? "") ? "开发区" : ""}`;
    return city === null ? NO_TEXT : saying("subject-all", { zone: place });
  }
  if (members.length === 0) {
    return subject === null ? NO_TEXT : saying("subject-all", { zone: zoneLabel(subject) });
  }
  if (subject !== null && isWholeItself(topic)) {
    // 全省开发区个数36个 says it once.
    const isSaid = topic.name.startsWith("开发区");
    const zones = !isSaid && /开发区/u.test(topic.index.table.title ?? "") ? "开发区" : "";
    return saying("subject-all", { zone: `${zoneLabel(subject)}${zones}` });
  }
  if (members.length === 1 && single !== undefined) {
    return saying("subject-one", { zone: named(zoneLabel(single), "subject-one") });
  }
  if (members.length <= style.namedZones) {
    const zones = listZones(members, style.marks.list);
    return saying("subject-list", { zones: named(zones, "subject-list") });
  }
  const kinds = new Set(members.map(({ kind }) => kind ?? "industrial"));
  const isUnmarked = members.some(({ kind }) => kind === null);
  const [kind] = kinds;
  const kindName = kinds.size > 1 || kind === undefined ? "mixed" : isUnmarked ? "unmarked" : kind;
  const count = spanned(`${members.length}个`, {
    measure: "count",
    indicator: null,
    zone: subject?.label ?? null,
    value: members.length,
    cells: zoneCells(topic.index.table.sheet, members),
    arithmetic: String(members.length),
    wording: "subject-count",
    key: `${group.key}|count`,
  });
  return saying("subject-count", { count, kind: style.kindNames[kindName] });
}

/** 合计, 工业合计: whose total it is, the title tells. */
const BARE_TOTAL = /(?:[合总共小]计|^计|汇总)$/u;

/** A sheet called by its contents, and the total over kinds of things, are of whom title and city say. */
function isNobody({ label, at, role }: Subject): boolean {
  return at.kind === "sheet" && role === "zone" && isDocumentName(label);
}

export function periodOf(group: Group, { style, note, before }: ParagraphContext): Fragment {
  const { period, topics } = group;
  const [topic] = topics;
  const table = topic?.index.table;
  const cells = table === undefined ? [] : [{ sheet: table.sheet, area: table.area }];
  if (period === null) {
    note({ code: "no-period", cells });
    return NO_TEXT;
  }
  const text = formatPeriod(period);
  if (text === before) return NO_TEXT;
  const year = period.year === null ? null : String(period.year);
  const saying = (word: WordKey, slots: Slots): Fragment | null =>
    say({ style, own: undefined }, word, { year, ...slots });
  const words = (): Fragment | null => {
    switch (period.kind) {
      case "cumulative":
        return period.months === 1
          ? saying("period-month", { month: "1" })
          : saying("period-cumulative", { months: String(period.months) });
      case "month":
        return saying("period-month", { month: String(period.month) });
      case "quarter":
        return saying("period-quarter", { quarter: ordinalNumeral(period.quarter) });
      case "second-half":
        return saying("period-second-half", {});
      case "stock":
        return saying("period-stock", { month: String(period.month) });
      case "year":
        return saying("period-year", {});
    }
  };
  const said = words();
  if (said === null) return NO_TEXT;
  const header =
    topic === undefined
      ? cells
      : [{ sheet: topic.index.table.sheet, area: areaOfCell(topic.anchor.header) }];
  const span = spanned(said.text, {
    measure: "period",
    indicator: null,
    zone: null,
    value: null,
    cells: header,
    arithmetic: text,
    wording: `period-${period.kind}`,
    key: `${group.key}|period`,
  });
  return join([span, plain(style.marks.period)]);
}

/** 规上工业增加值增速和工业投资增速两项关键考核指标“一正一负”: only of growths that all are there and none of them zero. */
export function signsOf(group: Group, context: ParagraphContext): Fragment | null {
  const { style } = context;
  const wanted = group.paragraph.signs;
  const found = wanted.flatMap((name) => {
    const topic = group.topics.find((each) => isNamed(each, name));
    if (topic === undefined) return [];
    const silent = { ...context, note: () => undefined };
    const growth = growthFigure(clauseContext(group, topic, silent));
    // 基本持平 is neither: its number will not be told.
    const isLevel = growth === null || !isSigned(growth);
    return isLevel ? [] : [{ name, growth }];
  });
  if (found.length < 2 || found.length < wanted.length) return null;
  const positive = found.filter(({ growth }) => growth.value > 0).length;
  const negative = found.length - positive;
  const word =
    negative === 0 ? "signs-positive" : positive === 0 ? "signs-negative" : "signs-mixed";
  const saying = (key: WordKey, slots: Slots): Fragment | null =>
    say({ style, own: undefined }, key, slots);
  const names = found.map(({ name }) => saying("signs-indicator", { indicator: name })?.text ?? "");
  const signed = (text: string, count: number, detail: string): Fragment =>
    spanned(text, {
      measure: detail === "count" ? "count" : "signs",
      indicator: null,
      zone: null,
      value: count,
      cells: found.flatMap(({ growth }) => growth.cells),
      arithmetic: found.map(({ growth }) => decimalText(growth.value)).join(", "),
      wording: word,
      key: `${group.key}|signs|${detail}`,
    });
  return saying(word, {
    indicators: names.join(style.marks.and),
    count: signed(`${countNumeral(found.length)}项`, found.length, "count"),
    positive: signed(countNumeral(positive), positive, "positive"),
    negative: signed(countNumeral(negative), negative, "negative"),
  });
}

function isSigned({ value, places }: Figure): boolean {
  const direction = findDirection(value, places);
  return direction === "up" || direction === "down";
}

/** The cells that name the zones counted. */
function zoneCells(sheet: string, members: readonly Subject[]): readonly Address[] {
  return members.flatMap(({ at }) =>
    at.kind === "cell" ? [addressIn(sheet, { row: at.row, column: at.column })] : []
  );
}
