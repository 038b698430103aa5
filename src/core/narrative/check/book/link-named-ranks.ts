import { readTopicWords, topicOf } from "../figures/topic.ts";
import type { Measure } from "../../../model/measure.ts";
import { addWordClaim } from "../link/link-context.ts";
import type { LinkContext } from "../link/link-context.ts";
import { placesSaid } from "../link/rankings.ts";
import { firstFrom } from "../text/first-from.ts";
import type { Sentence } from "../text/sentences.ts";
import { isOfPeriod } from "./book-cells.ts";
import type { BookCell, BookCells } from "./book-cells.ts";
import { WIDER, above, cellFinder, columnOf } from "./rank-columns.ts";
import { zonesIn } from "./whose.ts";

const N = "[一二两三四五六七八九十]";
/** 工业投资增速前三位的分别是甲、乙、丙; 排名倒数第一位的是甲; 增速最高的是甲; 居第一、二、三位的分别是. */
const NAMED = new RegExp(
  `(?<what>[^,;。:\\d]{2,30}?)(?:(?:前(?<top>${N})|(?:后|倒数|末)(?<bottom>${N}))[位名]|(?<last>倒数)?第(?<first>${N})(?<more>(?:、第?${N}){0,5})[位名]|最(?:(?<most>[高快大多])|[低慢小少]))的?(?:开发区)?(?:分别|依次)?(?:是|为|有)(?<names>[一-龥()、]{2,80})(?=[,;。]|$)`,
  "gu"
);
/** 居全市开发区倒数第一位: the place of the number before it, in a word. */
const PLACE = new RegExp(
  `(?:居|列|排名?|位居|位列)(?<who>[^,;。\\d]{0,10}?)(?<last>倒数)?第(?<n>${N})[位名]?(?=[,;。、]|$)`,
  "gu"
);

/** Ranks that are told by names or in words alone, against the column of the workbook they are of. */
export function linkNamedRanks(
  context: LinkContext,
  cells: BookCells,
  sentences: readonly Sentence[]
): void {
  const cellOf = cellFinder(context, cells);
  for (const { start, end } of sentences) {
    const text = context.clean.text.slice(start, end);
    if (!/[位名最第]/u.test(text)) continue;
    for (const match of text.matchAll(NAMED)) linkNames(context, cells, start, match);
    for (const match of text.matchAll(PLACE)) {
      const own = context.figures[firstBefore(context, start + match.index)];
      const cell = own !== undefined && own.start >= start ? cellOf(own) : undefined;
      if (cell !== undefined) linkPlace(context, cells, start, match, cell);
    }
  }
}

function firstBefore({ figures }: LinkContext, place: number): number {
  return firstFrom(figures, place, ({ start }) => start) - 1;
}

interface Ranking {
  /** Places from the best or the worst, the first of them and how many. */
  readonly isTop: boolean;
  readonly from: number;
  readonly count: number;
}

function rankingOf({ groups = {} }: RegExpExecArray): Ranking {
  const { top, bottom, last, first, more = "", most } = groups;
  if (top !== undefined) return { isTop: true, from: 1, count: placesSaid(top) };
  if (bottom !== undefined) return { isTop: false, from: 1, count: placesSaid(bottom) };
  if (first === undefined) return { isTop: most !== undefined, from: 1, count: 1 };
  const count = 1 + more.split("、").length - 1;
  return { isTop: last === undefined, from: placesSaid(first), count };
}

function linkNames(
  context: LinkContext,
  cells: BookCells,
  start: number,
  match: RegExpExecArray
): void {
  const { what = "", names = "" } = match.groups ?? {};
  if (WIDER.test(match[0])) return;
  const ranking = rankingOf(match);
  const zones = zonesIn(names, cells);
  if (zones.length !== names.split(/[、和与及]/u).length || zones.length !== ranking.count) return;
  const columns = columnsOf(cells, what);
  const trials = columns.map((column) => {
    // Zones of one kind are ranked among themselves as well.
    const kind = column.find(({ subject }) => subject.name === zones[0])?.subject.kind ?? null;
    const alike = column.filter(({ subject }) => subject.kind === kind);
    return { column, holds: [column, alike].some((each) => holds(each, zones, ranking)) };
  });
  const best = trials.find((trial) => trial.holds) ?? (trials.length === 1 ? trials[0] : undefined);
  if (best === undefined) return;
  const at = start + match.index + match[0].length - names.length;
  addWordClaim(context, at, at + names.length, {
    kind: "rank",
    verdict: best.holds ? "agrees" : "disagrees",
    cells: best.column.map((cell) => cell.at),
    arithmetic: orderedText(best.column, ranking),
  });
}

/** Equal numbers share a place: each name has as many before it as its place allows. */
function holds(
  column: readonly BookCell[],
  zones: readonly string[],
  { isTop, from, count }: Ranking
): boolean {
  const named = zones.flatMap((name) => column.find(({ subject }) => subject.name === name) ?? []);
  if (named.length !== zones.length) return false;
  return named.every((cell) => {
    const before = above(cell, column, isTop);
    const equal = column.filter(({ stated }) => stated.value === cell.stated.value).length;
    return before < from - 1 + count && before + equal >= from;
  });
}

function orderedText(column: readonly BookCell[], { isTop, from, count }: Ranking): string {
  return [...column]
    .sort((a, b) => (isTop ? -1 : 1) * (a.stated.value - b.stated.value))
    .slice(from - 1, from - 1 + count)
    .map(({ subject, stated }) => `${subject.name} ${stated.value}`)
    .join(", ");
}

/** The columns of all zones that the words before the rank may mean: one for each table that has it. */
function columnsOf(cells: BookCells, what: string): readonly (readonly BookCell[])[] {
  const bare = what.replace(
    /(?:增速|增幅|增长率?|总量|绝对量|完成额|排名|排在?|居|位居|列|全市|开发区|占比|比重)+$/u,
    ""
  );
  const { phrase, period } = readTopicWords(bare, cells.names);
  if (phrase === null) return [];
  const { key, indicator } = topicOf(phrase, "", period, cells.names);
  if (indicator?.direction === "lower-is-better") return [];
  const measures: readonly Measure[] = /增速|增幅|增长/u.test(what)
    ? ["growth"]
    : /占比|比重/u.test(what)
      ? ["share"]
      : ["actual"];
  const seen = new Set<string>();
  const heads = measures
    .flatMap((measure) => cells.byKey.get(`${measure}|${key}`) ?? [])
    .filter((cell) => {
      const place = `${cell.table.sheet}|${cell.table.area.row}|${cell.field.index}`;
      if (cell.subject.role !== "zone" || seen.has(place) || !isOfPeriod(cell, period))
        return false;
      seen.add(place);
      return true;
    });
  return heads.flatMap((cell) => {
    const column = columnOf(cell, cells);
    return column === undefined ? [] : [column];
  });
}

function linkPlace(
  context: LinkContext,
  cells: BookCells,
  start: number,
  match: RegExpExecArray,
  cell: BookCell
): void {
  const { who = "", last, n = "" } = match.groups ?? {};
  const column = columnOf(cell, cells);
  if (column === undefined || WIDER.test(who)) return;
  if (cell.field.indicator.direction === "lower-is-better") return;
  if (/增速|增幅/u.test(who) && cell.measure !== "growth") return;
  if (/总量|绝对量/u.test(who) && cell.measure !== "actual") return;
  const isTrue = holds(column, [cell.subject.name], {
    isTop: last === undefined,
    from: placesSaid(n),
    count: 1,
  });
  // 居全市第一位 may be of districts: only 开发区 says that it is of these.
  if (!isTrue && !/开发区|经开区|高新区|示范区|园区/u.test(who)) return;
  const at = start + match.index + match[0].length;
  const from = at - (/(?:倒数)?第[^第]*$/u.exec(match[0])?.[0].length ?? 0);
  addWordClaim(context, from, at, {
    kind: "rank",
    verdict: isTrue ? "agrees" : "disagrees",
    cells: column.map((each) => each.at),
    arithmetic: `${cell.subject.name} ${cell.stated.value}: ${above(cell, column, last === undefined) + 1}/${column.length}`,
  });
}
