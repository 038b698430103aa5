import { asOperand, whereNumbers } from "./guard.ts";
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

/** The first error among the operands, #VALUE! where there is none. */
export function invalid(operands: readonly string[]): string {
  return `VALUE(${operands.map(asOperand).join("&")}&"?")`;
}

/** Whether a cell is blank or declares that there is none. */
export function isNone(operand: string): string {
  return `ISNUMBER(FIND("|"&TRIM(${operand})&"|",${NONE_MARKS}))`;
}

/** Whether a cell holds one of these words. FIND has no wildcards, knows > from text, and takes arrays cell by cell. */
export function isOneOf(operand: string, words: readonly string[]): string {
  return `ISNUMBER(FIND("|"&TRIM(${operand})&"|","|${words.join("|")}|"))`;
}

/**
 * `value` (without =) where all operands are numbers; where one is blank or declared none #N/A, else an operand's own
 * error, else #VALUE! for a text: the results of the function itself, cell by cell over ranges.
 */
export function exactly(operands: readonly string[], value: string): string {
  if (operands.some((operand) => operand === "")) return "NA()";
  const open = operands.filter((operand) => !NUMBER.test(operand));
  if (open.length === 0) return value;
  const test = open.map((operand) => `ISNUMBER(${operand})`).join("*");
  const none = open.map(isNone).join("+");
  return `IF(${test},${value},IF(${none},NA(),${invalid(open)}))`;
}

/** How a call's twin is to be written. exact: all of the function's results, errors included · plain: short, to be read by people. */
export type TwinStyle = "exact" | "plain";

/** `value` over the call's numbers, in the style asked for; with its =. */
export function twinOfNumbers(
  operands: readonly string[],
  value: string,
  style: TwinStyle
): string {
  return `=${style === "exact" ? exactly(operands, value) : whereNumbers(operands, value)}`;
}
