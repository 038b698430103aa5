import { recogniseIndicator } from "../../../catalog/recognise.ts";
import type { Measure } from "../../../model/measure.ts";
import type { Figure } from "../figures/figure.ts";
import { NO_NAMES, labelWords } from "../figures/known-names.ts";
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
): readonly BookNumber[] {
  const { key, period } = figure.topic ?? { key: "", period: null };
  const words = labelWords(figure.chunk);
  const list = (cells.labelled.get(words) ?? []).filter((cell) => isOfPeriod(cell, period));
  const own = list.filter(({ indicator }) => indicator === key);
  if (own.length > 0) return numbersOf(own, whose);
  const isProgress = list.every(({ measure }) => measure === "done" || measure === "remaining");
  const isOnly = isProgress && new Set(list.map(({ indicator }) => indicator)).size === 1;
  const isSpoken = words.length > 4 || [...cells.names.keys.values()].includes(key);
  return isOnly && isSpoken ? numbersOf(list, whose) : [];
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
  if (figure.role !== "reference-level" || whose.kind !== "reference") return own;
  return [...own, ...headerWholes(cells, figure.topic?.key ?? "", whose.scope)];
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
