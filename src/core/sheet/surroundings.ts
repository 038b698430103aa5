import { normaliseText } from "../catalog/normalise.ts";
import { findPeriods, parsePeriod, withYear } from "../catalog/periods.ts";
import { recogniseUnits } from "../catalog/units.ts";
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
  /** Its name as the band prints it. */
  readonly indicatorName: string | null;
}

const ATTACHMENT = /^(?:附件|附表|表\d|机密|内部资料)/u;
const REPORTING =
  /(?:填报单位|报送单位|编制单位|填表单位|制表单位|综合机关名称|单位名称)(?:\([^)]*\))?:([^:]*?)(?:\(盖章\)|\(公章\)|单位:|$|\d{4}年|金额|计量)/u;

/** Reads the lines above a table. What they do not say is taken from the table before on the same sheet, then from the names. */
export function readSurroundings(
  preamble: readonly GridRow[],
  names: { readonly sheet: string; readonly book: string },
  before: Surroundings | null,
  words: Words
): Surroundings {
  const lines = preamble.filter((row) => looseKindOf(row) !== "page");
  const texts = lines.flatMap((row) =>
    row.cells.filter((cell) => cell.kind === "text").map((cell) => cell.text)
  );
  const titles = texts.filter(
    (text) => !ATTACHMENT.test(normaliseText(text)) && !/[:：]/u.test(text) && !isUnitOnly(text)
  );
  const isContinued = titles.length === 0 || titles.every((text) => isBandText(text));
  const ownTitle = titles.find((text) => !isBandText(text)) ?? null;
  const title = ownTitle ?? (isContinued ? (before?.title ?? titles[0] ?? null) : null);
  const units = texts
    .filter((text) => /单位/u.test(text) || isUnitOnly(text))
    .flatMap((text) => recogniseUnits(unitPart(text)));
  const reporting = texts
    .map((text) => REPORTING.exec(normaliseText(text))?.[1]?.replace(/[()_]/gu, ""))
    .find((unit) => unit !== undefined && unit.length >= 2);
  const band = [...titles].reverse().find((text) => onlyIndicatorIn(text, words) !== null);
  return {
    title,
    units: units.length > 0 ? units : (before?.units ?? []),
    period: periodOf([
      ...(title === null ? [] : [title]),
      ...titles,
      ...texts.filter((text) => !/日期|时间/u.test(text)),
      ...(before?.title ? [before.title] : []),
      names.sheet,
      names.book,
    ]),
    city:
      [title, reporting, names.sheet, names.book].flatMap((text) =>
        text ? (findCity(text) ?? []) : []
      )[0] ?? null,
    reportingUnit: reporting ?? before?.reportingUnit ?? null,
    indicator:
      (band === undefined ? null : onlyIndicatorIn(band, words)) ??
      onlyIndicatorIn(names.sheet, words),
    indicatorName: indicatorNameIn(band ?? names.sheet, words),
  };
}

/** 一、工业投资, (二)…, 续表: a heading inside a sheet, not its title. */
function isBandText(text: string): boolean {
  return /^(?:[((]?[一二三四五六七八九十]{1,3}[))、.]|[((]?续表?|\d{1,2}[、.])/u.test(
    normaliseText(text)
  );
}

function isUnitOnly(text: string): boolean {
  return normaliseText(text)
    .replace(/[()]/gu, "")
    .split(/[、,，]/u)
    .every((part) => recogniseUnits(part).length === 1);
}

/** 填报单位:运城市(盖章)　单位:亿元 names a reporter first and the units last. */
function unitPart(text: string): string {
  const key = normaliseText(text);
  const at = Math.max(key.lastIndexOf("单位:"), key.lastIndexOf("单位为"));
  return at < 0 ? key : key.slice(at).replace("单位为", "单位:");
}

/** The first text with months gives the period; a year that is missing comes from the first text that has one. */
function periodOf(texts: readonly string[]): Period | null {
  const found = texts.flatMap((text) => parsePeriod(text) ?? []);
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
    case "year":
      return year + 12;
  }
}
