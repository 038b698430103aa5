import { cleanLabel, normaliseText } from "../catalog/normalise.ts";
import { countDecimals, toDecimal } from "../model/decimal.ts";
import type { Measure } from "../model/measure.ts";
import { fraction, toPercent } from "../model/quantity.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { Content } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { Cell } from "../workbook/book.ts";
import { isCellError } from "../workbook/book.ts";
import { parseVerdict } from "../catalog/verdict-words.ts";
import { parseAims, parseLimitText } from "../rules/limit-text.ts";
import { PLAIN, withMinus, type Conventions } from "./conventions.ts";
import { dateOfSerial, parseNumberFormat } from "./number-format.ts";
import { withoutComparison } from "./target-text.ts";
import { readTextNumber } from "./text-number.ts";

/** What a cell is expected to hold. */
export interface Expectation {
  readonly measure: Measure;
  /** Unit of its column or row; null where nothing says it. */
  readonly unit: Unit | null;
  readonly isCalculated: boolean;
  /** What the sheet's notes make of ▲3.2 and (3.2). */
  readonly conventions?: Conventions;
}

/** More decimals than this are left by no ROUND and typed by nobody: a result, exact but for binary noise. */
const MOST_STATED_DECIMALS = 6;
/** Measures in the indicator's own unit, which are whole numbers for things that are counted. */
const LEVEL_MEASURES: ReadonlySet<Measure> = new Set([
  "actual",
  "actual-month",
  "prior-month",
  "prior",
  "prior-year",
  "previous",
  "opening",
  "increase",
  "target",
  "target-part",
  "done",
  "remaining",
  "needed",
  "gap",
]);

/** No amount of a form comes near it, in whatever unit. */
const LARGEST = 1e30;
/** What is smaller is left over from a subtraction. */
const SMALLEST = 1e-30;

/**
 * Reads a cell as its column expects it: a stated number, a word, nothing for a reason, or a text that is no number. A
 * number beyond all amounts (1E+308) is none: quotients and products of it would be no numbers at all.
 */
export function readCellContent(cell: Cell, expected: Expectation): Content {
  const content = readContent(cell, expected);
  if (content.kind !== "number") return content;
  const { value } = content.stated;
  return Math.abs(value) <= LARGEST
    ? content
    : { kind: "unreadable", text: content.fromText ?? String(value), nearest: null };
}

function readContent(cell: Cell, expected: Expectation): Content {
  if (!expected.isCalculated) return { kind: "missing", reason: "not-calculated" };
  const { value } = cell;
  if (value === null) return { kind: "missing", reason: "blank" };
  if (isCellError(value)) return { kind: "error", error: value.error };
  if (typeof value === "boolean") return readWord(value ? "TRUE" : "FALSE", expected.measure);
  if (typeof value === "string") return readText(value, cell, expected);
  return readNumber(Math.abs(value) < SMALLEST ? 0 : value, cell, expected);
}

function readWord(text: string, measure: Measure): Content {
  return measure === "verdict"
    ? { kind: "word", text }
    : { kind: "unreadable", text, nearest: null };
}

function readText(text: string, cell: Cell, expected: Expectation): Content {
  if (expected.measure === "verdict") return readVerdict(text);
  const isTarget = expected.measure === "target" || expected.measure === "target-part";
  if (isTarget && parseLimitText(text) !== undefined) return { kind: "word", text };
  const limit = isTarget ? readLimit(text, expected.unit) : null;
  if (limit !== null) {
    const content = readText(limit, cell, expected);
    return content.kind === "number" ? { ...content, fromText: text } : content;
  }
  const { conventions } = expected;
  const declared = conventions === undefined ? text : withMinus(text, conventions);
  // A mark the notes explain is the office's own way of writing, no number stored as text by mistake.
  if (declared !== text) {
    const content = readText(declared, cell, { ...expected, conventions: PLAIN });
    return content.kind === "number" ? { ...content, fromText: null } : content;
  }
  const reading = readTextNumber(text, expected.measure, expected.unit);
  switch (reading.kind) {
    case "missing":
      return reading;
    case "unreadable":
      return (isTarget && parseAims(text) !== undefined) || isVerdictFor(expected.measure, text)
        ? { kind: "word", text }
        : { kind: "unreadable", text, nearest: reading.nearest };
    case "number": {
      const stated = toStated(reading.value, reading.decimals, cell.formula, expected);
      // 1.2倍 is good to ten points of growth: fewer digits than none.
      const isCoarse = reading.decimals < 0;
      return {
        kind: "number",
        stated: isCoarse ? { ...stated, decimals: reading.decimals } : stated,
        fromText: isWrittenSo(text, expected.measure) ? null : text,
      };
    }
  }
}

/** 完成率: 47.5, 90, 达标: where there is no number to tell, offices write what it comes to. */
const TOLD_BY_VERDICT: ReadonlySet<Measure> = new Set([
  "attainment",
  "gap",
  "pace-difference",
  "rate",
  "fall",
  "share",
]);

/** Words of completion that leave the verdict open. */
const UNDECIDED = /^(?:完成)?过半$|^(?:基本|部分|提前)完成$|^超额$/u;

function isVerdictFor(measure: Measure, text: string): boolean {
  if (!TOLD_BY_VERDICT.has(measure)) return false;
  return parseVerdict(text) !== undefined || UNDECIDED.test(text.trim());
}

/** What is left of a target's text without its comparison, and without % where no unit says otherwise. */
function readLimit(text: string, unit: Unit | null): string | null {
  const limit = withoutComparison(text);
  const number = (limit ?? text).normalize("NFKC").trim();
  if (unit === null && /^[+-]?\d[\d.,]*%$/u.test(number)) return number.slice(0, -1);
  return limit;
}

/** ↑2, 升2位, 第3位: how ranks are written, and no number that became text by mistake. Nobody adds them up. */
function isWrittenSo(text: string, measure: Measure): boolean {
  if (measure !== "rank" && measure !== "rank-change") return false;
  return /[^\d\s.,]/u.test(text.normalize("NFKC"));
}

/** × in a verdict column is a verdict, a dash is none. */
function readVerdict(text: string): Content {
  const label = cleanLabel(text) || text.trim();
  if (label === "") return { kind: "missing", reason: "blank" };
  const key = normaliseText(text);
  if (/^[-/\\]+$/u.test(key) || ["无", "N/A", "不适用", "不考核"].includes(key)) {
    return { kind: "missing", reason: "declared" };
  }
  return { kind: "word", text: label };
}

function readNumber(raw: number, cell: Cell, expected: Expectation): Content {
  const format = parseNumberFormat(cell.numberFormat, raw);
  if (format.isDate) {
    // 3-5 typed for a number became 5 March: Excel keeps the day, not what was typed.
    const date = dateOfSerial(raw);
    const text = date === null ? String(raw) : `${date.year}-${date.month}-${date.day}`;
    return { kind: "unreadable", text, nearest: null };
  }
  const value = format.isPercent ? toPercent(fraction(raw)) : withoutNoise(raw);
  return {
    kind: "number",
    stated: toStated(value, format.decimals, cell.formula, expected),
    fromText: null,
  };
}

/** Fifteen digits or fewer have no binary noise to lose. */
function withoutNoise(raw: number): number {
  return String(raw).length <= 15 ? raw : toDecimal(raw).toNumber();
}

/**
 * The number with the digits it is good for: of those stored and those shown the larger. A result with more than six
 * decimals, in its formula or pasted as a value, is exact; whole counts have no interval.
 */
function toStated(
  value: number,
  shownDecimals: number,
  formula: string | null,
  expected: Expectation
): StatedNumber {
  const origin = formula === null ? "typed" : "formula";
  const stored = countDecimals(value);
  const isCount = expected.unit?.family === "count" && expected.unit.factor === 1;
  if (isCount && LEVEL_MEASURES.has(expected.measure) && Number.isInteger(value)) {
    return { value, decimals: 0, origin, precision: "count" };
  }
  if (expected.measure === "rank" && Number.isInteger(value)) {
    return { value, decimals: 0, origin, precision: "count" };
  }
  // A result pasted as a value has a formula's digits, and its binary noise.
  const isExact = stored > MOST_STATED_DECIMALS;
  return {
    value,
    decimals: isExact ? stored : Math.max(stored, shownDecimals),
    origin,
    precision: isExact ? "exact" : "stated",
  };
}
