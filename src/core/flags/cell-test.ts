import type { Area, CellRef } from "../workbook/address.ts";
import { cellAt, isCellError } from "../workbook/book.ts";
import type { Sheet } from "../workbook/book.ts";
import type { NativeFormula } from "./native-formula.ts";
import { allOf, formatLiteral, hasControlCharacter, native } from "./native-formula.ts";

/** A prefix this long, with every quote doubled, still fits a literal. */
const PREFIX = 120;

/**
 * Holds as long as the cell holds what it holds now: the test of a finding that no native formula can express.
 * A blank cell equals 0 and a text exceeds every number in Excel, so the kind of the value is tested with it.
 */
export function unchangedTest(sheet: Sheet, cell: CellRef): NativeFormula {
  const { value } = cellAt(sheet, cell.row, cell.column);
  if (value === null) return native`ISBLANK(${cell})`;
  if (typeof value === "number") return numberTest(cell, value);
  if (typeof value === "string") return textTest(cell, value);
  if (isCellError(value)) return native`ISERROR(${cell})`;
  return native`AND(ISLOGICAL(${cell}),${cell}=${value ? "TRUE" : "FALSE"})`;
}

/** The same for a block of cells, by its sum (and its count where errors make a sum impossible). */
export function unchangedBlockTest(sheet: Sheet, area: Area): NativeFormula {
  if (area.rows === 1 && area.columns === 1) return unchangedTest(sheet, area);
  let sum = 0;
  let count = 0;
  let largest = 0;
  let hasError = false;
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const { value } = cellAt(sheet, row, column);
      if (value !== null && isCellError(value)) hasError = true;
      if (typeof value !== "number") continue;
      sum += value;
      count += 1;
      largest = Math.max(largest, Math.abs(value));
    }
  }
  const counted = native`COUNT(${area})=${count}`;
  if (hasError) return counted;
  return allOf([counted, areEqual(native`SUM(${area})`, native`${sum}`, largest * count)]);
}

/** A text as it stands; one that is too long for a formula by its beginning and its length. */
export function textTest(cell: CellRef, text: string): NativeFormula {
  const literal = formatLiteral(text);
  if (literal !== undefined) {
    const same = native`EXACT(${cell},${literal})`;
    // EXACT takes a number, or a truth value, for the text it would be shown as.
    return isShownLike(text) ? native`AND(ISTEXT(${cell}),${same})` : same;
  }
  const prefix = plainPrefix(text);
  const length = native`LEN(${cell})=${text.length}`;
  const begins = native`EXACT(LEFT(${cell},${prefix.length}),${formatLiteral(prefix) ?? '""'})`;
  return allOf([native`ISTEXT(${cell})`, begins, ...(hasPairs(text) ? [] : [length])]);
}

function isShownLike(text: string): boolean {
  return (
    String(Number(text)) === text || /^(?:TRUE|FALSE)$/i.test(text) || /\de[+-]?\d/i.test(text)
  );
}

function numberTest(cell: CellRef, value: number): NativeFormula {
  const isPlain = Number(value.toPrecision(15)) === value;
  const same = isPlain
    ? native`${cell}=${value}`
    : areEqual([cell], native`${value}`, Math.abs(value));
  return allOf([native`ISNUMBER(${cell})`, same]);
}

/** The beginning of a text that every program measures alike: no control characters, no surrogate pairs. */
function plainPrefix(text: string): string {
  let end = 0;
  while (end < Math.min(text.length, PREFIX)) {
    const unit = text.charAt(end);
    if (hasControlCharacter(unit)) break;
    end += 1;
  }
  return text.slice(0, end);
}

/** Newer Excel counts a surrogate pair as one character, older as two: LEN cannot be relied on. */
function hasPairs(text: string): boolean {
  return /[\uD800-\uDFFF]/.test(text);
}

/**
 * What a comparison leaves to binary noise: 1E-9, more where the numbers themselves are so large that a
 * double cannot hold that many digits.
 */
export function slackFor(magnitude: number): number {
  return Number(`1e${slackExponent(magnitude)}`);
}

/** The slack as a formula adds it to a limit or takes it off: never compared with by itself, see formatNumber. */
export function slackText(magnitude: number): string {
  const exponent = slackExponent(magnitude);
  return exponent < 0 ? `1E${exponent}` : String(slackFor(magnitude));
}

/** Whether two numbers of this size are the same but for binary noise, and whether they are not. */
export function areEqual(a: NativeFormula, b: NativeFormula, magnitude: number): NativeFormula {
  return native`ROUND(${a}-${b},${-slackExponent(magnitude)})=0`;
}

export function areDifferent(a: NativeFormula, b: NativeFormula, magnitude: number): NativeFormula {
  return native`ROUND(${a}-${b},${-slackExponent(magnitude)})<>0`;
}

function slackExponent(magnitude: number): number {
  return magnitude <= 1e5 ? -9 : Math.ceil(Math.log10(magnitude)) - 14;
}

/** The painted cell of an address that is one cell; undefined for a block. */
export function singleCell(area: Area): CellRef | undefined {
  return area.rows === 1 && area.columns === 1 ? { row: area.row, column: area.column } : undefined;
}
