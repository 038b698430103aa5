/** What the columns of a list of projects measure: money of a plan, of a year, or since a project began. */

import { normaliseText } from "../catalog/normalise.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import { indicatorById, uncataloguedIndicator } from "../catalog/recognise.ts";
import type { Indicator } from "../model/indicator.ts";
import { resolveField } from "./fields.ts";
import { type FieldContext, type FieldReading } from "./field-reading.ts";
import { readMeaning } from "./header-meaning.ts";
import type { Meaning } from "./meaning.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Words } from "./words.ts";

/** Money put into a project since its start. */
const SINCE_START = /自开工|开工以来|累计完成总投资|已完成投资|截至.*累计|累计完成投资|累计投资/u;
/** Money put into a project before this year began: 至上年底累计完成, 截至2024年底已完成投资, 以前年度完成. */
const BEFORE_YEAR = /(?:上年|去年)年?[底末]|(?:以前|往年|历年)年?度?|年前累计/u;
/** 截至2024年底: of which year tells whether it is this one. */
const TO_YEAR_END = /(\d{4})年(?:[底末]|以前|之前|12月底|12月31日)/u;
/** Money of this year. */
const OF_THE_YEAR = /本年|今年|当年|年度|\d{4}年|1-\d+月|年内|上半年|年计划/u;
const sized = indicatorById("project-total-investment") ?? null;
const completed = indicatorById("project-completed-investment") ?? null;
const PLANNED = /计划|目标|任务/u;
const QUOTIENT = /占|完成率|率$|比例|%/u;

interface Role {
  readonly indicator: Indicator | null;
  readonly word: MeasureWord;
}

/**
 * What a column of a list of projects means: its size, this year's plan, the money of the month, of the year and since
 * the start. Plans and money lend their name to no other column. 累计完成投资 counts from the start where the year's stands beside.
 */
export function readProjectField(
  path: HeaderPath,
  paths: readonly HeaderPath[],
  words: Words,
  context: FieldContext
): FieldReading {
  const about = uncataloguedIndicator("项目投资", null, "level");
  const meaning = readMeaning(path.texts, words);
  // 计划竣工时间 is no plan of money.
  if (meaning.isNotMeasure && /(?:时间|日期|时限|年月)(?:\([^()]*\))?$/u.test(textOf(path)))
    return resolveField(meaning, context);
  // 营业总收入 | 本期累计: of what the head names, which is no money put into a project.
  if (namesOther(meaning)) return resolveField(meaning, context);
  const role = roleOf(textOf(path), paths.map(textOf), context.period?.year ?? null);
  // 产值 | 上年同期 | 同比: beside another amount its last year and growth.
  if (role === null)
    return resolveField(meaning, { ...context, indicator: context.indicator ?? about });
  return resolveField(
    {
      ...meaning,
      indicator: role.indicator ?? about,
      otherName: null,
      word: role.word,
      isContradictory: false,
      isUnknownBelow: false,
      against: null,
      reference: null,
      // 2023年计划投资 is the plan of the year, 至2022年底 what there was when it began: neither is of another time.
      period: role.word === "target" || role.word === "opening" ? null : meaning.period,
      isOfAmount: role.word === "target",
      isOfRate: false,
      isNotMeasure: false,
    },
    { ...context, indicator: about }
  );
}

function namesOther({ indicator }: Meaning): boolean {
  return indicator?.isCatalogued === true && !/投资|项目|资金|率$/u.test(indicator.name);
}

function textOf(path: HeaderPath): string {
  return normaliseText(path.texts.join(""));
}

function roleOf(text: string, all: readonly string[], tableYear: number | null): Role | null {
  if (/(?:总投资|投资总额|投资规模|协议投资额?|合同金额|签约金额)/u.test(text)) {
    if (QUOTIENT.test(text)) return null;
    if (!/完成|到位/u.test(text)) return { indicator: sized, word: "level" };
  }
  // 1-5月累计产值 | 去年同期累计: of last year, of what stands before it.
  if (/同期|同月/u.test(text)) return null;
  if (/个数|户数|产值|税|就业|用地|面积|到位|贷款|资本金|债券/u.test(text)) return null;
  if (QUOTIENT.test(text))
    return /计划|完成|进度|目标|任务/u.test(text) ? { indicator: null, word: "attainment" } : null;
  if (/完成|累计/u.test(text)) {
    if (isBeforeYear(text, all, tableYear)) return { indicator: completed, word: "opening" };
    if (/本月|当月|^\d+月/u.test(text) && !/累计|-/u.test(text))
      return { indicator: null, word: "actual-month" };
    const isBesideYear = all.some(
      (other) => other !== text && isDoneInYear(other) && !SINCE_START.test(other)
    );
    if (SINCE_START.test(text) && !OF_THE_YEAR.test(text) && isBesideYear)
      return { indicator: completed, word: "level" };
    return { indicator: null, word: "actual" };
  }
  if (/本月|当月/u.test(text)) return { indicator: null, word: "actual-month" };
  return PLANNED.test(text) ? { indicator: null, word: "target" } : null;
}

/** The year of the table, or the latest that its headers name, began after what is told. */
function isBeforeYear(text: string, all: readonly string[], tableYear: number | null): boolean {
  if (BEFORE_YEAR.test(text)) return true;
  const closed = Number(TO_YEAR_END.exec(text)?.[1] ?? Number.NaN);
  const years = all.flatMap((head) =>
    [...head.matchAll(/(\d{4})年/gu)].map(([, year]) => Number(year))
  );
  return closed < (tableYear ?? Math.max(...years));
}

function isDoneInYear(text: string): boolean {
  return OF_THE_YEAR.test(text) && /完成/u.test(text) && !QUOTIENT.test(text);
}
