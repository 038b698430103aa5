import { recogniseUnit } from "../catalog/units.ts";
import { normaliseText } from "../catalog/normalise.ts";
import type { Unit } from "../model/unit.ts";
import { cellIn, type GridCell } from "./grid.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Layout } from "./layout.ts";
import type { Words } from "./words.ts";

/** 工业投资 | 亿元 | %: what the percentage is of, its head does not say. */
export function isBareRate({ texts }: HeaderPath): boolean {
  // 亏损面, 利润率 over % are what they are called.
  const isNamedRate = /(?:[率面比度]|占比|比重)$/u.test(normaliseText(texts.at(-2) ?? ""));
  return texts.length > 1 && !isNamedRate && normaliseText(texts.at(-1) ?? "") === "%";
}

/** No share or rate does. Where one column of that head is a growth, its like in the table are. */
export function fallsBelowZero({ region, names }: Layout, column: number): boolean {
  return region.data.some((row) => {
    const value = names.all.has(column) ? null : cellIn(row, column)?.value;
    return typeof value === "number" && value < 0;
  });
}

export function numbersIn({ region }: Layout, column: number): readonly number[] {
  return region.data.flatMap((row) => {
    const value = cellIn(row, column)?.value;
    return typeof value === "number" ? [value] : [];
  });
}

/** 1.7:55.1:43.2 is no number. */
const STRUCTURE = /^\d+(?:\.\d+)?(?:\s*[::∶]\s*\d+(?:\.\d+)?){1,3}$/u;

/**
 * Words down a column or along a row, whatever numbers stand in them (建立"1+3"机制, 已完成2个标段), with 无 and — where there is
 * nothing to say. 约12亿元 and 3个 are amounts.
 */
export function areWords(cells: readonly GridCell[], words: Words): boolean {
  return (
    cells.some(({ kind, text }) => kind === "text" && !words(text).isData) &&
    cells.every(({ kind, text }) => kind === "text" && (!/\d/u.test(text) || isProse(text, words)))
  );
}

function isProse(text: string, words: Words): boolean {
  return !words(text).isData && /\p{Script=Han}{2}/u.test(text);
}

/** What words may answer: 是否达标, 高于全市平均 under 目标. */
const ANSWERED = /^(?:verdict|target|target-part|rank|rank-change)$/u;

/** Whether words may stand under or behind such names: 是否达标. */
export function mayBeAnswered(texts: readonly string[], words: Words): boolean {
  return texts.some((text) =>
    words(text).tokens.some((token) => token.kind === "measure" && ANSWERED.test(token.word))
  );
}

const AMOUNTS: Readonly<Partial<Record<Unit["family"], RegExp>>> = {
  money: /\d[百千万亿]*元/u,
  count: /\d(?:个|户|家|项|宗|件)/u,
  land: /\d(?:亩|公顷)/u,
};

/** 完成12.5亿元,增长3.2% under 工业投资完成情况: numbers that the head asks for, in words that nobody can take them from. */
export function tellsAmounts(
  { column, texts }: HeaderPath,
  region: Layout["region"],
  words: Words
): boolean {
  const tokens = texts.flatMap((text) => words(text).tokens);
  if (tokens.some(({ kind }) => kind === "unknown")) return false;
  const [named] = tokens.flatMap((token) => (token.kind === "indicator" ? [token.indicator] : []));
  const unit = recogniseUnit(named?.unit ?? "");
  const amount = unit === undefined ? undefined : AMOUNTS[unit.family];
  return region.data.some((row) => amount?.test(cellIn(row, column)?.text ?? "") === true);
}

/** 责任科室, 主要举措, 审核人意见: prose down the column, and no head that words would answer. */
export function holdsProse(
  { column, texts }: HeaderPath,
  region: Layout["region"],
  words: Words
): boolean {
  const cells = region.data.flatMap((row) => cellIn(row, column) ?? []);
  return !mayBeAnswered(texts, words) && areWords(cells, words);
}

export function isTextColumn(region: Layout["region"], column: number, words: Words): boolean {
  return region.data.every((row) => {
    const cell = cellIn(row, column);
    return (
      cell === undefined ||
      (cell.kind === "text" &&
        ((!words(cell.text).isData && !/\d/u.test(cell.text)) || STRUCTURE.test(cell.text)))
    );
  });
}
