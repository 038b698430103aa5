import { asOperand, isRange, whereNumbers } from "./guard.ts";
import { DECLARED_NONE } from "./operand.ts";

/** Every mark that means "none", between bars, for FIND: it has no wildcards, and it takes arrays cell by cell. */
const NONE_MARKS = `"||${[...DECLARED_NONE].join("|")}|"`;
const WHOLE_NUMBER = /^\d+$/u;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/u;

/** `value` rounded as the call's decimals ask: a literal, a cell, or left out. */
export function roundedTo(value: string, decimals: string | undefined): string {
  if (decimals === undefined || decimals === "" || decimals === '""') return value;
  if (WHOLE_NUMBER.test(decimals)) {
    return Number(decimals) <= 10 ? `ROUND(${value},${decimals})` : INVALID;
  }
  const places = asOperand(decimals);
  const isPlaces = `(${places}>=0)*(${places}<=10)*(${places}=INT(${places}))`;
  const byNumber = `IF(${isPlaces},ROUND(${value},${places}),${INVALID})`;
  return `IF(ISNUMBER(${places}),${byNumber},IF(${isNone(places)},${value},${invalid([places])}))`;
}

/** An expression that is #VALUE!. */
export const INVALID = 'VALUE("?")';

/**
 * The first error among the operands, #VALUE! where there is none. Over ranges each cell is asked: joined as arrays,
 * LibreOffice makes #VALUE! of every error.
 */
export function invalid(operands: readonly string[]): string {
  if (operands.some(isRange)) {
    return operands.reduceRight((otherwise, operand) => {
      const place = asOperand(operand);
      return `IF(ISERROR(${place}),${place},${otherwise})`;
    }, INVALID);
  }
  return `VALUE(${operands.map(asOperand).join("&")}&"?")`;
}

/** Whether a cell is blank or declares that there is none. */
export function isNone(operand: string): string {
  return `ISNUMBER(FIND("|"&${trimmed(operand)}&"|",${NONE_MARKS}))`;
}

/**
 * Without the blanks around it. TRIM knows neither those of Chinese typing nor those of web pages, and a number for the
 * latter would mean another character on a Chinese Windows.
 */
function trimmed(operand: string): string {
  return `TRIM(CLEAN(SUBSTITUTE(SUBSTITUTE(${operand},"\u3000"," "),"\u00a0"," ")))`;
}

/** Whether a cell holds one of these words. FIND has no wildcards, knows > from text, and takes arrays cell by cell. */
export function isOneOf(operand: string, words: readonly string[]): string {
  return `ISNUMBER(FIND("|"&${trimmed(operand)}&"|","|${words.join("|")}|"))`;
}

/**
 * `value` (without =) where all operands are numbers; where one is blank or declared none #N/A, else an operand's own
 * error, else #VALUE! for a text: the results of the function itself, cell by cell over ranges. A computed operand is a
 * number or an error whatever the cells hold, and is not asked: in nested calls the formula would grow without end.
 */
export function exactly(
  operands: readonly string[],
  value: string,
  computed: ReadonlySet<number>
): string {
  if (operands.some((operand) => operand === "")) return "NA()";
  const open = operands.filter((operand) => !NUMBER.test(operand));
  const asked = operands.filter((operand, index) => !NUMBER.test(operand) && !computed.has(index));
  if (asked.length === 0) return value;
  const test = asked.map((operand) => `ISNUMBER(${operand})`).join("*");
  const none = asked.map(isNone).join("+");
  return `IF(${test},${value},IF(${none},NA(),${invalid(open)}))`;
}

/**
 * How a call's twin is to be written. exact: all of the function's results, errors included, for a portable copy · plain:
 * short, to be read by people.
 */
export type TwinStyle =
  | { readonly kind: "plain" }
  /** computed: places of the arguments that are a number or an error whatever the cells hold: E5*100, a nested call. */
  | {
      readonly kind: "exact";
      readonly computed: ReadonlySet<number>;
      /** What a name of the workbook stands for. Left out: nobody knows. */
      readonly named?: (name: string) => NamedCells | undefined;
    };

/** one: a single cell or number · cells: a range. */
export type NamedCells = "one" | "cells";

export const PLAIN: TwinStyle = { kind: "plain" };
export const EXACT: Extract<TwinStyle, { readonly kind: "exact" }> = {
  kind: "exact",
  computed: new Set(),
};

/** `value` over the call's numbers, which are its first arguments, in the style asked for; with its =. */
export function twinOfNumbers(
  operands: readonly string[],
  value: string,
  style: TwinStyle
): string {
  return `=${style.kind === "exact" ? exactly(operands, value, style.computed) : whereNumbers(operands, value)}`;
}
