import { recogniseIndicator } from "../../../catalog/recognise.ts";
import type { Measure } from "../../../model/measure.ts";
import type { Figure } from "../figures/figure.ts";
import { NO_NAMES, labelWords, leadingZones } from "../figures/known-names.ts";
import { isOfPeriod } from "./book-cells.ts";
import type { BookCell, BookCells } from "./book-cells.ts";
import { headerWholes, numbersOf } from "./book-number.ts";
import type { BookNumber } from "./book-number.ts";
import { isOwn, measuredNumbers } from "./computed-numbers.ts";
import { whoseIs } from "./whose.ts";
import type { Whose } from "./whose.ts";

/**
 * 已开工32个, 完成率95.53%: by the words of a column, of the indicator it stands behind. Another indicator's column is meant
 * only where it is the only one of that name, and the sentence speaks of the workbook.
 */
export function labelledNumbers(
  cells: BookCells,
  figure: Figure,
  whose: Whose
): {
  readonly labelled: readonly BookNumber[];
  /** The words are a column's, and that of another indicator than the one spoken of. */
  readonly isOther: boolean;
} {
  const { key, period } = figure.topic ?? { key: "", period: null };
  const words = labelSaid(figure, cells);
  const list = (cells.labelled.get(words) ?? []).filter((cell) => isOfPeriod(cell, period));
  const own = list.filter(({ indicator }) => indicator === key);
  if (own.length > 0) return { labelled: numbersOf(own, whose), isOther: false };
  const isProgress = list.every(({ measure }) => measure === "done" || measure === "remaining");
  const isOne = new Set(list.map(({ indicator }) => indicator)).size === 1;
  const isSpoken = words.length > 4 || [...cells.names.keys.values()].includes(key);
  if (!isOne || !isSpoken) return { labelled: [], isOther: false };
  if (isProgress) return { labelled: numbersOf(list, whose), isOther: false };
  // 甲、乙完成率超过…,分别为: beside its zones the column is meant, whatever was spoken of before.
  if (figure.role !== "rate") return { labelled: [], isOther: false };
  return { labelled: numbersOf(list, whose), isOther: !isBesideZones(figure, cells) };
}

/** 乙区、丁区完成率分别为, and 甲、乙完成率超过序时进度,分别为: the words of the column without whose it is. */
function labelSaid(figure: Figure, cells: BookCells): string {
  const words = clauseOf(figure);
  return labelWords(words.slice(leadingZones(words, cells.names).length));
}

function isBesideZones(figure: Figure, cells: BookCells): boolean {
  return leadingZones(clauseOf(figure), cells.names) !== "";
}

/** The clause of a number, or the one before where it says nothing: ,分别为. */
function clauseOf({ lead, chunk }: Figure): string {
  const clauses = lead.split(/[,;:。]/u);
  const isBare = /^(?:分别|依次)(?:为|是|达到?)$/u.test(chunk);
  const said = isBare
    ? (clauses.at(-2) ?? "").replace(/(?:[均都])?(?:超过|高于|低于|达到|未达到?|落后).*$/u, "")
    : chunk;
  return said.replace(/^其中/u, "");
}

/** A month's own number comes before the months up to it. */
export function monthly(figure: Figure, measures: readonly Measure[]): readonly Measure[] {
  const isMonth = /^.{4}-\d\d$/u.test(figure.topic?.period ?? "");
  if (!isMonth) return measures;
  return figure.role === "level"
    ? ["actual-month", ...measures]
    : figure.role === "growth"
      ? ["growth-month", ...measures]
      : measures;
}

/** What cells say outright. */
export function statedNumbers(
  cells: BookCells,
  figure: Figure,
  measures: readonly Measure[],
  whose: Whose
): readonly BookNumber[] {
  const own = measuredNumbers(cells, figure, figure.topic?.key ?? "", measures, whose, (cell) =>
    isAgainst(cell, figure, whose)
  );
  if (figure.role === "prior") return [...own, ...ofToldYear(cells, figure, whose)];
  if (figure.role !== "reference-level" || whose.kind !== "reference") return own;
  return [...own, ...headerWholes(cells, figure.topic?.key ?? "", whose.scope)];
}

/** 由2019年的312.8亿元增加到: where years stand side by side, the number of that year. */
function ofToldYear(cells: BookCells, figure: Figure, whose: Whose): readonly BookNumber[] {
  const { against, topic } = figure;
  if (against?.kind !== "period" || topic === null || !/^\d{4}/u.test(against.period)) return [];
  const then = { ...figure, topic: { ...topic, period: against.period } };
  return measuredNumbers(cells, then, topic.key, ["actual"], whose, (cell) => isOwn(cell, whose));
}

/** Of a column of 全市 beside the zones' own, the number is 全市's; of shares and differences, the one that is said. */
function isAgainst(cell: BookCell, figure: Figure, whose: Whose): boolean {
  if (figure.role !== "share" && figure.role !== "difference") return isOwn(cell, whose);
  const { against } = figure;
  if (cell.against === null || against === null) return true;
  if (cell.against.kind === "total") {
    return against.kind === "name" && /开发区|合计|总/u.test(against.name);
  }
  if (cell.against.kind === "reference") {
    const wanted = against.kind === "scope" ? whoseIs(against.scope, "", NO_CELLS) : undefined;
    return wanted?.kind === "reference" && wanted.scope === cell.against.scope;
  }
  return (
    against.kind === "name" && recogniseIndicator(against.name)?.id === cell.against.indicator.id
  );
}

const NO_CELLS: BookCells = {
  labelled: new Map(),
  byKey: new Map(),
  zones: [],
  tables: [],
  names: NO_NAMES,
  targets: new Map(),
};
