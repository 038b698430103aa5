import { normaliseText } from "../catalog/normalise.ts";
import { findPeriods, parsePeriod, withYear } from "../catalog/periods.ts";
import { recogniseUnits } from "../catalog/units.ts";
import { landIn } from "../catalog/unit-siblings.ts";
import { findCity } from "../catalog/zones.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import type { Unit } from "../model/unit.ts";
import type { GridRow } from "./grid.ts";
import { looseKindOf } from "./row-kinds.ts";
import type { Words } from "./words.ts";

/** What the lines above a table, the sheet's name and the file's name say of it. */
export interface Surroundings {
  readonly title: string | null;
  readonly units: readonly Unit[];
  readonly period: Period | null;
  readonly city: string | null;
  /** 填报单位, as printed. */
  readonly reportingUnit: string | null;
  /** The one indicator a band (一、工业投资), title or sheet name names. */
  readonly indicator: Indicator | null;
  /** （二）货物吞吐量: the numbered heading right above the table, where it is a name that no table knows. */
  readonly ownName: string | null;
  /** Its name as the band prints it. */
  readonly indicatorName: string | null;
}

/** 表2:, 附: or 附表1 before what the table is called. */
const NUMBERED =
  /^\s*(?:附表?\s*[:：]\s*|(?:附?表|附件)\s*(?:[\d一二三四五六七八九十.-]+\s*[:：]\s*|[\d一二三四五六七八九十.-]+\s+|\d+(?:[.-]\d+)*(?=\p{Script=Han})))(?=[^:：]{4,}$)/u;
/** (单位:亿元) behind a title in the same cell. */
const UNIT_AT_END = /\s*[(（[【]?\s*(?:计量|金额)?单\s*位\s*[:：][^:：()（）]*[)）\]】]?\s*$/u;
/** 表1 before a unit is no title. */
const FEWEST_OF_TITLE = 4;
/** 附件2, 机密★1年, 国统字〔2023〕5号, 有效期至2024年1月, a date alone: lines that are no title. */
const NO_TITLE =
  /^(?:附件|附表|表\d+(?:[-.]\d+)?$|[机秘绝]密|内部|有效期|批准文号|表号|制定机关|第\d+页)|\(\d{4}\)第?\d+号|(?:^|[^\d])\d+号$|^第?\d+期$/u;
/** When a form was filled in, approved or printed says nothing of its period; 6月30日 at the end of one may. */
const NO_PERIOD =
  /有效期|批准文号|文号|(?:报送|报出|填报|填表|制表|编制|打印|印发|审核)(?:日期|时间)|日期|^时间/u;
const DATE_ALONE =
  /^(?:20\d{2}年)?\d{1,2}月(\d{1,2})日$|^20\d{2}(?:-\d{1,2}-|\/\d{1,2}\/|\.\d{1,2}\.)(\d{1,2})$/u;
const REPORTING =
  /(?:填报单位|报送单位|编制单位|填表单位|制表单位|综合机关名称|单位名称)(?:\([^)]*\))?:([^:]*?)(?:\(盖章\)|\(公章\)|单位:|$|\d{4}年|金额|计量)/u;

/** Reads the lines above a table. What they do not say is taken from the table before on the same sheet, then from the names. */
export function readSurroundings(
  preamble: readonly GridRow[],
  names: { readonly sheet: string; readonly book: string },
  before: Surroundings | null,
  words: Words,
  unitsInNotes: readonly Unit[] = []
): Surroundings {
  const lines = preamble.filter((row) => looseKindOf(row) !== "page");
  const texts = lines.flatMap((row) =>
    row.cells.filter((cell) => cell.kind === "text").map((cell) => cell.text)
  );
  const titles = texts
    .map((text) => withoutUnit(text.replace(NUMBERED, "")))
    .filter(
      (text) =>
        !NO_TITLE.test(normaliseText(text)) &&
        !isDateAlone(text) &&
        !/[:：]/u.test(outsideBrackets(text)) &&
        !isUnitOnly(text)
    );
  const isContinued = titles.length === 0 || titles.every((text) => isBandText(text));
  const ownTitle = titles.find((text) => !isBandText(text)) ?? null;
  const title = ownTitle ?? (isContinued ? (before?.title ?? titles[0] ?? null) : null);
  const lined = texts.filter((text) => /单位/u.test(text) || isUnitOnly(text)).flatMap(unitsIn);
  const units = lined.length > 0 ? lined : titles.flatMap(unitsBehind);
  const reporting = texts
    .map((text) => REPORTING.exec(normaliseText(text))?.[1]?.replace(/[()_]/gu, ""))
    .find((unit) => unit !== undefined && unit.length >= 2);
  const own = units.length > 0 ? units : (before?.units ?? unitsInNotes);
  const upwards = [...titles].reverse();
  const heading = upwards.find((text) => NUMBERED_IN_CHINESE.test(normaliseText(text)));
  const ownName = heading !== undefined && isNameOfItsOwn(heading, words) ? heading : null;
  const band =
    ownName === null ? upwards.find((text) => onlyIndicatorIn(text, words) !== null) : undefined;
  const about =
    ownName !== null
      ? null
      : ((band === undefined ? null : onlyIndicatorIn(band, words)) ??
        onlyIndicatorIn(names.sheet, words));
  return {
    ownName,
    title,
    units: own,
    period: periodOf([
      ...periodsIn([...(title === null ? [] : [title]), ...titles, ...texts]),
      // 二、项目情况 under a table of 2023年1—6月 is of the same months.
      ...(before?.period ? [before.period] : []),
      ...periodsIn([names.sheet, names.book]),
    ]),
    city:
      [title, reporting, names.sheet, names.book].flatMap((text) =>
        text ? (findCity(text) ?? []) : []
      )[0] ?? null,
    reportingUnit: reporting ?? before?.reportingUnit ?? null,
    indicator: about === null ? null : landIn(about, own),
    indicatorName: indicatorNameIn(band ?? names.sheet, words),
  };
}

/** 一、服务业营业收入: with a word before it that nobody knows it is not 营业收入, and what the sheet is called says no more. */
function isNameOfItsOwn(heading: string, words: Words): boolean {
  const said = words(heading.replace(/[(（][^()（）]*[)）]/gu, "")).tokens.filter(
    ({ kind }) => kind !== "unit" && kind !== "ignored"
  );
  const [first, second, ...more] = said;
  return (
    more.length === 0 &&
    first?.kind === "unknown" &&
    !words(first.text).isZone &&
    (second === undefined ? NAME_OF_AMOUNT.test(first.text) : second.kind === "indicator")
  );
}

const NUMBERED_IN_CHINESE = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/u;
const NAME_OF_AMOUNT = /[量额值数率入]$/u;

/** 一、工业投资, (二)…, 续表: a heading inside a sheet, not its title. */
function isBandText(text: string): boolean {
  return /^(?:[((]?[一二三四五六七八九十]{1,3}[))、.]|[((]?续表?|\d{1,2}[、.]|表\d)/u.test(
    normaliseText(text)
  );
}

/** 工业投资情况表(省定目标:增速17%) is a title; (单位:亿元) alone is none. */
function outsideBrackets(text: string): string {
  const rest = normaliseText(text).replace(/\([^()]*\)/gu, "");
  return rest === "" ? text : rest;
}

function isUnitOnly(text: string): boolean {
  return normaliseText(text)
    .replace(/[()]/gu, "")
    .split(/[、,，]/u)
    .every((part) => recogniseUnits(part).length === 1);
}

/** 工业投资完成情况表(单位:亿元) in one cell is a title and its unit; 单位:亿元 alone stays as it is. */
function withoutUnit(text: string): string {
  const title = text.replace(UNIT_AT_END, "").trim();
  return title.length >= FEWEST_OF_TITLE && !/[:：]/u.test(title) ? title : text;
}

/** 税收收入完成情况(万元): units in brackets at the end of a title. */
function unitsBehind(title: string): readonly Unit[] {
  const inner = /\(([^()]+)\)$/u.exec(normaliseText(title))?.[1];
  return inner !== undefined && isUnitOnly(inner) ? recogniseUnits(inner) : [];
}

/** 金额单位:万元 面积单位:亩: every list of units that a line names; 填报单位:运城市(盖章) is none. */
export function unitsIn(text: string): readonly Unit[] {
  const key = normaliseText(text);
  const lists = key.split(/单位(?:为|:|：)/u);
  if (lists.length === 1) return recogniseUnits(key);
  return lists.slice(1).flatMap((list) => {
    // The words before the next 单位 name it: 万元面积 is 万元, then 面积单位.
    const own = list.replace(
      /(?:计量|金额|面积|数量|投资|投资额|产值|人数|填报|编制|报送|[;,。].*)$/u,
      ""
    );
    return recogniseUnits(own);
  });
}

function isDateAlone(text: string): boolean {
  return DATE_ALONE.test(normaliseText(text));
}

function isOfPeriod(text: string): boolean {
  const key = normaliseText(text);
  const date = DATE_ALONE.exec(key);
  if (date !== null) return Number(date[1] ?? date[2] ?? 0) >= 28;
  return !NO_PERIOD.test(key) || /报告期/u.test(key);
}

/** 国统字〔2023〕5号 holds the year of a document, 附件2 a number. */
function withoutDocuments(text: string): string {
  return text.replace(/[((〔[【]\s*\d{4}\s*[))〕\]】]\s*第?\s*\d+\s*号/gu, "");
}

function periodsIn(texts: readonly string[]): readonly Period[] {
  return texts.filter(isOfPeriod).flatMap((text) => parsePeriod(withoutDocuments(text)) ?? []);
}

/** The first with months is the period; a year that is missing comes from the first that has one. */
function periodOf(found: readonly Period[]): Period | null {
  const precise = found.find((period) => period.kind !== "year") ?? found[0] ?? null;
  if (precise === null || precise.kind === "year" || precise.year !== null) return precise;
  const year = found.find((period) => period.year !== null)?.year ?? null;
  return withYear(precise, year);
}

/** The indicator of a line that names one and only one. */
export function onlyIndicatorIn(text: string, words: Words): Indicator | null {
  const found = new Map<string, Indicator>();
  for (const token of words(text).tokens) {
    if (token.kind === "indicator" && !token.isWeak) found.set(token.indicator.id, token.indicator);
  }
  const [only] = found.values();
  return found.size === 1 && only !== undefined ? only : null;
}

function indicatorNameIn(text: string, words: Words): string | null {
  const token = words(text).tokens.find((one) => one.kind === "indicator" && !one.isWeak);
  return token?.text ?? null;
}

/** The latest period among header texts, for a table whose title names none. */
export function latestPeriod(texts: readonly string[], year: number | null): Period | null {
  let latest: Period | null = null;
  for (const text of texts) {
    for (const { period, isLastYear } of findPeriods(normaliseText(text))) {
      const dated = withYear(period, year);
      if (!isLastYear && (latest === null || orderOf(dated) > orderOf(latest))) latest = dated;
    }
  }
  return latest;
}

function orderOf(period: Period): number {
  const year = (period.year ?? 0) * 100;
  switch (period.kind) {
    case "cumulative":
      return year + period.months + 0.5;
    case "month":
    case "stock":
      return year + period.month;
    case "quarter":
      return year + period.quarter * 3;
    case "second-half":
    case "year":
      return year + 12;
  }
}
