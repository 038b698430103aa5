import { evaluate } from "../../src/core/index.ts";
import type { Book, Finding, Sheet } from "../../src/core/index.ts";
import type { GridCell } from "./grid.ts";
import { bookOf, sheetOf } from "./grid.ts";

const TITLE = "运城市开发区2023年1-6月主要经济指标完成情况表";
const UNIT = "单位:亿元、%";

/** A cell as it is typed: 14.26, #REF!, '12 (a text), =B4+B5→12 (a formula and its cached value), 16.96~0 (a format). */
export function cellOf(text: string): GridCell {
  if (text === "") return null;
  if (text.startsWith("'")) return text.slice(1);
  if (/^#(?:REF!|DIV\/0!|NAME\?|N\/A)$/u.test(text)) return { error: text };
  const formula = /^(=.*)→(.*)$/u.exec(text);
  if (formula !== null) return { f: formula[1] ?? "", v: Number(formula[2]) };
  const formatted = /^(-?[\d.]+)~(.+)$/u.exec(text);
  if (formatted !== null) return { v: Number(formatted[1]), nf: formatted[2] ?? "" };
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;
}

const cellsOf = (line: string): readonly GridCell[] => line.split("|").map(cellOf);

/** A sheet of lines "河津开发区|14.26|8.03" under a title and a line of units: the header is row 3, the first zone row 4. */
export function sheetOfLines(name: string, lines: readonly string[], title = TITLE): Sheet {
  return sheetOf(name, [[title], [UNIT], ...lines.map(cellsOf)]);
}

export function bookOfLines(...lines: readonly string[]): Book {
  return bookOf(sheetOfLines("经济指标", lines));
}

/** The same with a 目标规则 sheet. */
export function bookWithRules(lines: readonly string[], rules: readonly string[]): Book {
  const head = "指标|口径|适用|比较|目标值|单位|类型|档次|来源|期间|级别|备注";
  return bookOf(
    sheetOfLines("经济指标", lines),
    sheetOf("目标规则", [head, ...rules].map(cellsOf))
  );
}

export function findingsOf(book: Book): readonly Finding[] {
  const evaluated = evaluate({ book, rulesFile: null, sheets: null });
  if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.failure));
  return evaluated.value.findings;
}
