import { cleanLabel, normaliseText } from "../catalog/normalise.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import { indicatorById, uncataloguedIndicator } from "../catalog/recognise.ts";
import { canonicalZoneName, isZoneLabel } from "../catalog/zones.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Unrecognised } from "../model/table.ts";
import { resolveField, type FieldContext, type FieldReading } from "./fields.ts";
import { cellIn, type GridCell, type GridRow } from "./grid.ts";
import { readMeaning } from "./header-meaning.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Layout } from "./layout.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import type { NameColumns } from "./name-columns.ts";
import type { Region } from "./region.ts";
import { areaOf } from "./regions.ts";
import { isDataCell, isIndexRow } from "./row-kinds.ts";
import { readRowLabel, type RowLabel } from "./row-labels.ts";
import type { Words } from "./words.ts";

/** Heads of the column that names the projects or firms of a list. */
const PROJECT_HEADS =
  /^(?:(?:重点|建设|开工|在建|签约|投产|新建|续建|产业|工业|技改|招商|引进)*项目名称|项目|重点项目|企业名称|公司名称|企业|公司)$/u;
/** Heads of the column that says in which zone a project lies. */
const ZONE_HEADS =
  /^(?:所属|所在|落地|建设|申报|责任)?(?:开发区|园区|开发区名称|园区名称|县区|县市区|县\(市、区\)|地区|区域|辖区|单位|责任单位|填报单位)$/u;
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

/**
 * The columns of a list of projects: 序号 | 开发区 | 项目名称 | … A project is the subject of its row; its zone stands in
 * a column of its own, often merged downwards, or in a heading over its projects. undefined where it is no such list.
 */
export function findProjectColumns(
  region: Region,
  paths: readonly HeaderPath[],
  words: Words
): NameColumns | undefined {
  const heads = paths.filter((path) => path.isOwn);
  const named = heads.find(({ texts }) => {
    const key = normaliseText(texts.at(-1) ?? "");
    return PROJECT_HEADS.test(key) && (key !== "项目" || isList(heads));
  });
  if (named === undefined) return undefined;
  const names = region.data.flatMap((row) => cellIn(row, named.column) ?? []).slice(0, 200);
  const known = names.filter((cell) => words(cell.text).hasIndicator);
  const isOfNames = names.length > 0 && names.every((cell) => cell.kind === "text");
  if (!isOfNames || known.length >= names.length * 0.6) return undefined;
  const zone = heads.find(
    ({ column, texts }) =>
      column !== named.column &&
      ZONE_HEADS.test(normaliseText(texts.at(-1) ?? "")) &&
      region.data.some((row) => cellIn(row, column)?.kind === "text")
  );
  const all = new Set<number>([named.column]);
  if (zone !== undefined) all.add(zone.column);
  for (const path of heads) {
    const isSerial = path.texts.every((text) => /^(?:序号|编号|项目编号|项目代码)$/u.test(text));
    if (isSerial || isOfText(region, path.column)) all.add(path.column);
  }
  return {
    names: "projects",
    column: named.column,
    unitColumn: null,
    measureColumn: null,
    groupColumn: zone?.column ?? null,
    isOfCategories: false,
    all,
  };
}

/** 建设内容, 建设性质, 建设年限 stand beside a head that may name anything. */
function isList(heads: readonly HeaderPath[]): boolean {
  return heads.some(({ texts }) =>
    /^(?:主要)?建设(?:内容|规模|性质|年限|地点|单位|内容及规模)|形象进度/u.test(
      normaliseText(texts.at(-1) ?? "")
    )
  );
}

/** 新建2条生产线, 2022-2024, 主体完工80%: words, whatever numbers stand in them. */
function isOfText(region: Region, column: number): boolean {
  const cells = region.data.flatMap((row) => cellIn(row, column) ?? []);
  return (
    cells.length > 0 &&
    cells.every((cell) => cell.kind === "text" && /\p{Script=Han}{2}|\d{4}/u.test(cell.text))
  );
}

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
      // 2023年计划投资 is the plan of the year, not of another time.
      period: role.word === "target" ? null : meaning.period,
      isOfAmount: role.word === "target",
      isOfRate: false,
      isNotMeasure: false,
    },
    { ...context, indicator: about }
  );
}

function textOf(path: HeaderPath): string {
  return normaliseText(path.texts.join(""));
}

function roleOf(text: string, all: readonly string[], tableYear: number | null): Role | null {
  if (/(?:总投资|投资总额|投资规模|协议投资额?|合同金额|签约金额)/u.test(text)) {
    if (QUOTIENT.test(text)) return null;
    if (!/完成|到位/u.test(text)) return { indicator: sized, word: "level" };
  }
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

/** Rows of a list of projects: the projects with the zone each lies in, subtotals per zone, and totals. */
export function readProjectRows(
  layout: Layout,
  unrecognised: Unrecognised[]
): readonly { readonly row: GridRow; readonly draft: SubjectDraft }[] {
  const { region, names } = layout;
  const rows: { row: GridRow; draft: SubjectDraft }[] = [];
  let group: string | null = null;
  for (const row of region.data) {
    if (isIndexRow(row)) continue;
    const values = row.cells.filter(
      (cell) => !names.all.has(cell.column) && isDataCell(cell, layout.words)
    );
    const name = cellIn(row, names.column);
    const zone = names.groupColumn === null ? undefined : cellIn(row, names.groupColumn);
    const sum = row.cells.find((cell) => names.all.has(cell.column) && isSumText(cell));
    if (sum !== undefined) {
      const label = readRowLabel(sum.text, layout.surroundings.city);
      const own: string = zoneOf(sum.text.replace(/[小合总]计$/u, ""));
      if (zone !== undefined && zone !== sum) group = zoneOf(zone.text);
      else if (label.role === "subtotal" && own.length >= 2 && !OF_PAGE.test(own)) group = own;
      rows.push({ row, draft: draftOf(label, sum, label.role === "subtotal" ? group : null) });
      continue;
    }
    if (zone?.kind === "text") group = zoneOf(zone.text);
    const heading = name === undefined ? zone : isHeading(row, name, zone) ? name : undefined;
    if (heading?.kind === "text") {
      group = zoneOf(heading.text);
      // 一、河津开发区 with numbers beside it adds up the projects below.
      if (values.length > 0)
        rows.push({ row, draft: draftOf(subtotalLabel(heading.text), heading, group) });
      continue;
    }
    if (name?.kind !== "text") {
      if (values.length > 0)
        unrecognised.push({
          area: areaOf([row]),
          reason: "unknown-row",
          text: row.cells
            .map((cell) => cell.text)
            .join(" ")
            .slice(0, 80),
        });
      continue;
    }
    rows.push({ row, draft: draftOf(projectLabel(name.text, group), name, group) });
  }
  return rows;
}

/** 本页小计 adds up what is printed above it, and names no zone. */
const OF_PAGE = /^(?:本页|本表|以上|前页|上页|当页|全部)$/u;

function isSumText(cell: GridCell): boolean {
  return (
    cell.kind === "text" &&
    /(?:合计|总计|共计|小计|汇总)(?:\([^)]*\))?$/u.test(normaliseText(cell.text))
  );
}

/** A zone's name where a project's is expected, with no number before it or a Chinese one. */
function isHeading(row: GridRow, name: GridCell, zone: GridCell | undefined): boolean {
  if (zone !== undefined || name.kind !== "text") return false;
  const serial = row.cells.find((cell) => cell.column < name.column);
  const isNumbered = serial !== undefined && /^\d+$/u.test(serial.text);
  const key = normaliseText(name.text).replace(/\([^)]*\)$/u, "");
  return !isNumbered && (isZoneLabel(key) || /^[一二三四五六七八九十]{1,3}、/u.test(key));
}

function zoneOf(text: string): string {
  return canonicalZoneName(text.replace(/[(（]\d+[个项][^)）]*[)）]$/u, ""));
}

function draftOf(label: RowLabel, cell: GridCell, group: string | null): SubjectDraft {
  const at = { kind: "cell", row: cell.row, column: cell.column } as const;
  return { label, at, group, kind: null };
}

function subtotalLabel(text: string): RowLabel {
  const label = cleanLabel(text);
  return { ...projectLabel(text, null), role: "subtotal", name: `${zoneOf(label)}小计`, label };
}

/** Two zones may have a project of the same name. */
function projectLabel(text: string, zone: string | null): RowLabel {
  const label = cleanLabel(text);
  return {
    role: "zone",
    name: zone === null ? label : `${zone}·${label}`,
    label,
    kind: null,
    reference: null,
    isUndecided: false,
    isPart: false,
  };
}
