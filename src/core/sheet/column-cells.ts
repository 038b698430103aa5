import { normaliseText } from "../catalog/normalise.ts";
import { cellIn } from "./grid.ts";
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
