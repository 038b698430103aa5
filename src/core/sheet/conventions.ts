import { normaliseText } from "../catalog/normalise.ts";
import type { Sheet } from "../workbook/book.ts";

/** What a sheet's own notes make of marks that otherwise say nothing for certain. */
export interface Conventions {
  /** Marks before a number that make it negative: "▲表示下降", "△为负数". */
  readonly minusMarks: string;
  /** "括号内为负数": (3.2) is −3.2. */
  readonly isBracketMinus: boolean;
}

/** Marks mean what they mean anywhere. */
export const PLAIN: Conventions = { minusMarks: "", isBracketMinus: false };
const known = new WeakMap<Sheet, Conventions>();

const SAYS = '(?:号|符号)?(?:\\([^)]*\\))?["”’]?(?:的|者)?(?:表示|代表|为|是|系|指|即|=|:|均为)?';
const FALLS = "(?:负|下降|减少|降低|减|下滑|负增长|同比下降)";
const MARK = new RegExp(`([▲△▼])${SAYS}${FALLS}`, "u");
const BRACKETS = new RegExp(
  `(?:括号|\\(\\))(?:[内里中])?(?:的)?(?:数字|数据|数值|数)?(?:为|表示|是|系|指)(?:负|下降|减少)`,
  "u"
);

/** The conventions that the texts of a sheet declare; looked for once. */
export function conventionsOf(sheet: Sheet): Conventions {
  const before = known.get(sheet);
  if (before !== undefined) return before;
  let marks = "";
  let isBracketMinus = false;
  for (const row of sheet.values) {
    for (const value of row) {
      if (typeof value !== "string" || !/[▲△▼]|括号/u.test(value)) continue;
      const key = normaliseText(value);
      marks += MARK.exec(key)?.[1] ?? "";
      isBracketMinus ||= BRACKETS.test(key);
    }
  }
  const found = marks === "" && !isBracketMinus ? PLAIN : { minusMarks: marks, isBracketMinus };
  known.set(sheet, found);
  return found;
}

/** A cell's text with the mark turned into the minus it stands for: ▲3.2 → -3.2. */
export function withMinus(text: string, { minusMarks, isBracketMinus }: Conventions): string {
  const bare = text.normalize("NFKC").trim();
  if (minusMarks !== "" && minusMarks.includes(bare.charAt(0)) && /^.\s*\d/u.test(bare))
    return `-${bare.slice(1).trim()}`;
  const bracketed = isBracketMinus ? /^\(\s*(\d[\d.,]*%?)\s*\)$/u.exec(bare)?.[1] : undefined;
  return bracketed === undefined ? text : `-${bracketed}`;
}
