import { recogniseIndicator } from "../../../catalog/recognise.ts";
import type { Measure } from "../../../model/measure.ts";
import type { IndicatorTable } from "../../../model/table.ts";
import type { Address } from "../../../workbook/address.ts";
import { formatAddress } from "../../../workbook/address.ts";
import type { ClaimKind } from "../draft-check.ts";
import type { Figure, Role } from "../figures/figure.ts";
import { labelWords, leadingZones } from "../figures/known-names.ts";
import { isRanking } from "../figures/topic.ts";
import type { LinkContext } from "../link/link-context.ts";
import { addClaim } from "../link/link-context.ts";
import { resultOf, statedOf } from "../link/quantities.ts";
import { besideNumbers } from "./beside-cells.ts";
import { cellsOf } from "./book-cells.ts";
import type { BookCells } from "./book-cells.ts";
import type { BookNumber } from "./book-number.ts";
import { computedNumbers, elsewhere } from "./computed-numbers.ts";
import { inherited } from "./inherited.ts";
import { bestOf } from "./match.ts";
import { labelledNumbers, monthly, statedNumbers } from "./stated-numbers.ts";
import { whoseIs } from "./whose.ts";
import type { Whose } from "./whose.ts";

/** The measures in which a number of each role may stand in a table, and the claim it makes. */
const MEASURES: Partial<Record<Role, readonly [ClaimKind, readonly Measure[]]>> = {
  level: ["value", ["actual", "rate", "done", "remaining"]],
  rate: ["rate", ["rate", "actual", "attainment"]],
  growth: ["growth", ["growth"]],
  share: ["share", ["share"]],
  difference: ["difference", ["difference"]],
  change: ["difference", ["rate-change", "growth"]],
  attainment: ["rate", ["attainment"]],
  "pace-lead": ["pace", ["pace-difference"]],
  pace: ["pace", ["pace"]],
  gap: ["difference", ["gap"]],
  increase: ["increase", ["increase"]],
  prior: ["value", ["prior"]],
  rank: ["rank", ["rank"]],
  pull: ["contribution", ["actual", "rate"]],
  contribution: ["contribution", ["actual", "rate"]],
  "reference-level": ["value", ["actual"]],
  "reference-rate": ["growth", ["growth", "rate", "actual"]],
};

/**
 * Holds the numbers of a draft against the cells they were written from, before anything is recomputed: a number is found by
 * what it says — whose, what, against what, when — never by its value, so that a changed digit is told at that number
 * and nowhere else.
 */
export function linkCells(context: LinkContext, cells: BookCells): void {
  for (const figure of context.figures) linkFigure(context, cells, figure);
}

/** 工业投资拉动-0.6个百分点, where the workbook has that column: what the words of a comparison name is the column itself. */
function inOwnColumn(figure: Figure, cells: BookCells): Figure {
  if (figure.role !== "pull" && figure.role !== "contribution") return figure;
  const key = cells.names.keys.get(labelWords(figure.chunk));
  const { topic } = figure;
  return key === undefined || topic === null ? figure : { ...figure, topic: { ...topic, key } };
}

/**
 * 总产值、营业收入、利润总额分别增长11.2%、10.5%、18.4%: each is of the indicator of its place; undefined where the names and the numbers
 * are not as many.
 */
function ofListed(context: LinkContext, figure: Figure, cells: BookCells): Figure | undefined {
  const first = firstOfList(context, figure);
  const words = /^(.+?)(?:同比|均)?(?:分别|依次)/u.exec(first.chunk)?.[1] ?? "";
  const bare = words.slice(leadingZones(words, cells.names).length);
  if (figure.topic === null || !bare.includes("、")) return figure;
  const names = bare.split(/[、和与及]/u);
  const keys = names.map((name) => cells.names.keys.get(name) ?? recogniseIndicator(name)?.id);
  if (names.length < 2 || keys.some((key) => key === undefined)) return figure;
  const last = context.figures[first.index + names.length];
  const key = keys[figure.index - first.index];
  const isLonger = last?.sentence === first.sentence && /^[、和与及]$/u.test(last.lead);
  if (key === undefined || isLonger) return undefined;
  return { ...figure, topic: { ...figure.topic, key } };
}

function linkFigure(context: LinkContext, cells: BookCells, printed: Figure): void {
  const figure = ofListed(context, inOwnColumn(printed, cells), cells);
  if (figure === undefined || figure.topic === null) return;
  const role = isBare(figure, cells) ? "level" : figure.role;
  const known = MEASURES[role];
  if (known === undefined) return;
  const [kind, measures] = known;
  const whose = oneOfList(context, cells, figure, whoseOf(figure, cells));
  const stated = statedNumbers(cells, figure, monthly(figure, measures), whose);
  const first = firstOfList(context, figure);
  const computed = hasOwnBase(context, figure) ? [] : computedNumbers(cells, figure, whose);
  // A difference is told from its two rates, whatever the sheet's own column says of them.
  const numbers =
    figure.role === "difference" && !(stated.length > 0 && isOfTotal(cells, figure))
      ? [...stated, ...computed]
      : [...stated, ...elsewhere(computed, stated)];
  context.zonesOf.set(printed, new Set(numbers.map((each) => zonesBehind(figure, whose, each))));
  const { labelled, isOther } = labelledNumbers(
    cells,
    { ...figure, lead: first.lead, chunk: first.chunk },
    whose
  );
  const beside = numbers.length > 0 ? [] : besideNumbers(context, cells, figure);
  const named = bestOf(figure, labelled) ?? bestOf(figure, beside);
  // 完成率 is no other rate of the sheet: under its own words it may confirm.
  if (isOther && named?.judged.verdict !== "agrees") return;
  const said = named ?? bestOf(figure, numbers);
  const best =
    said?.judged.verdict === "disagrees"
      ? (inherited(figure, cells, { whose, measures, said }) ?? said)
      : said;
  if (best === undefined) return;
  const { number, quantity, judged } = best;
  if (judged.verdict === "disagrees" && isOfToldTarget(context, figure, number)) return;
  printed.source = quantity;
  if (figure.role === "reference-rate") context.placesOf.set(printed, placesOf(number));
  const isComputed = number.cells.length > 1;
  addClaim(context, printed, {
    kind,
    ...judged,
    cells: number.cells,
    fromCells: number.cells.map(formatAddress),
    arithmetic: isComputed
      ? `${number.arithmetic} = ${resultOf(number.quantity, statedOf(figure).decimals)}`
      : number.arithmetic,
  });
}

/**
 * 完成…65万平方米,完成年度目标(100万平方米)的65%: with level and target beside it, the sentence holds its own arithmetic; a column
 * of another table than the level's may be of other zones, and can only confirm it.
 */
function isOfToldTarget(
  { cellsOf, frameOf }: LinkContext,
  figure: Figure,
  { table }: BookNumber
): boolean {
  if (figure.role !== "attainment") return false;
  if (![...figure.before, ...figure.after].some(({ role }) => role === "target")) return false;
  const told = (frameOf.get(figure)?.figures ?? [])
    .filter(({ index, role }) => index < figure.index && role === "level")
    .flatMap((level) => cellsOf.get(level) ?? []);
  return told.length > 0 && !told.some((cell) => isInTable(cell, table));
}

/** 全市 without a row of its own would be the total of the zones: the column of differences knows better whom it means. */
function isOfTotal(cells: BookCells, { against, topic }: Figure): boolean {
  if (against?.kind !== "scope" || against.scope !== "全市") return false;
  const rates = cellsOf(cells, topic?.key ?? "", ["growth", "actual", "rate"]);
  return !rates.some(({ subject }) => subject.reference === "city");
}

/** The widest digits of the column a number stands in. */
function placesOf({ table, cells }: BookNumber): number {
  const area = cells[0]?.area;
  let field = -1;
  for (const row of table.cells) {
    const place = row.findIndex(
      (each) => each?.at.row === area?.row && each?.at.column === area?.column
    );
    if (place >= 0) field = place;
  }
  const digits = table.cells.map((row) => {
    const content = row[field]?.content;
    return content?.kind === "number" ? content.stated.decimals : 0;
  });
  return Math.max(0, ...digits);
}

function isInTable({ sheet, area }: Address, table: IndicatorTable): boolean {
  const { row, column, rows, columns } = table.area;
  return (
    sheet === table.sheet &&
    area.row >= row &&
    area.row < row + rows &&
    area.column >= column &&
    area.column < column + columns
  );
}

/** Of how many zones a number speaks: those of its total, of a ranking all that are ranked. */
function zonesBehind({ lead }: Figure, whose: Whose, { zones, table }: BookNumber): number {
  if (whose.kind === "all") return zones;
  return isRanking(lead) ? table.subjects.filter(({ role }) => role === "zone").length : 0;
}

/** 低空经济产值完成12.5 of a column without a unit: the workbook says what it is. */
function isBare(figure: Figure, cells: BookCells): boolean {
  if (figure.role !== "unknown" || figure.unit !== null) return false;
  const { key, name } = figure.topic ?? { key: "", name: "" };
  const isNamed = figure.chunk.replace(/(?:累计|共)?(?:完成|实现|达到?|为)$/u, "").endsWith(name);
  return (
    (isNamed || /(?:完成|实现|达到?|为)$/u.test(figure.chunk)) &&
    cellsOf(cells, key, ["actual"]).some(({ unit }) => unit === null)
  );
}

function isReferenceRole({ role }: Figure): boolean {
  return role === "reference-level" || role === "reference-rate";
}

/** A number in brackets, or told between 占 and 的, is the reference's. */
function whoseOf(figure: Figure, cells: BookCells): Whose {
  if (!isReferenceRole(figure)) return whoseIs(figure.topic?.subject ?? "", figure.lead, cells);
  const scope = figure.against?.kind === "scope" ? figure.against.scope : "";
  return scope === "" ? { kind: "zones", names: [""] } : whoseIs(scope, "", cells);
}

/** 甲、乙分别完成60.24亿元、49亿元: the second number is the second zone's. */
function oneOfList(context: LinkContext, cells: BookCells, figure: Figure, whose: Whose): Whose {
  const first = firstOfList(context, figure);
  if (!/分别|依次|各自/u.test(first.lead)) return whose;
  const all = first === figure ? whose : whoseOf(first, cells);
  if (all.kind !== "zones" || all.names.length < 2) return whose;
  return { kind: "zones", names: [all.names[figure.index - first.index] ?? ""] };
}

/** 从2019年的8.64亿元增加到11.69亿元,增长35.2%: the sentence tells what it counts from. */
function hasOwnBase({ figures }: LinkContext, figure: Figure): boolean {
  if (figure.role !== "growth" && figure.role !== "increase") return false;
  return figures
    .slice(Math.max(0, figure.index - 4), figure.index)
    .some(({ role, sentence }) => role === "prior" && sentence === figure.sentence);
}

/** 分别为83.6%、80.4%、75.1%: the words stand before the first of them. */
function firstOfList(context: LinkContext, figure: Figure): Figure {
  let first = figure;
  while (/^[、和与及,]$/u.test(first.lead)) {
    const before = context.figures[first.index - 1];
    if (before?.sentence !== first.sentence) break;
    first = before;
  }
  return first;
}
