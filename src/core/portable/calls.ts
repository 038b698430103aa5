import type { Token } from "@borgar/fx";
import { tokensOf } from "./tokens.ts";

/** A call of one of our functions in a formula. Places count characters of the formula, its leading = included. */
export interface Call {
  /** In upper case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly args: readonly Argument[];
  /** Whether a sign stands beside it, which might bind tighter than what takes the call's place. */
  readonly standsBesideSign: boolean;
}

export interface Argument {
  /** Of the argument without the blanks around it; equal where it is left out. */
  readonly start: number;
  readonly end: number;
  /** A number or an error whatever the cells hold: a literal number, or arithmetic. */
  readonly isArithmetic: boolean;
}

/** Signs a formula of Excel 2016 does not know: what spills from a cell, and one cell of what spills. */
const NEWER_SIGNS = new Set(["#", "@"]);
/** The same signs as a file spells them. */
const NEWER_SPELT = new Set(["ANCHORARRAY", "SINGLE"]);
const ARITHMETIC = new Set(["+", "-", "*", "/", "^", "%"]);
const OTHER_SIGNS = new Set(["&", "=", "<>", "<", ">", "<=", ">="]);

export interface FormulaCalls {
  /** Inner calls come before the calls they stand in. */
  readonly calls: readonly Call[];
  /** Uses what Excel 2016 cannot read beside our functions. */
  readonly isNewer: boolean;
}

/** Every call of the functions named; undefined where the brackets do not fit. */
export function findCalls(formula: string, names: ReadonlySet<string>): FormulaCalls | undefined {
  const tokens = tokensOf(formula).filter(({ type }) => type !== "fx_prefix");
  const calls: Call[] = [];
  const open: { readonly at: number; readonly name: string | null }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === "unknown" || token.unterminated === true) return undefined;
    if (token.type !== "operator") continue;
    if (token.value === "(" || token.value === "{") {
      const before = tokens[index - 1];
      const name =
        token.value === "(" && before?.type === "func" ? before.value.toUpperCase() : null;
      open.push({ at: index, name });
    } else if (token.value === ")" || token.value === "}") {
      const opened = open.pop();
      if (opened === undefined) return undefined;
      if (opened.name !== null && names.has(opened.name)) {
        calls.push(callOf(tokens, opened.at, index, opened.name));
      }
    }
  }
  if (open.length > 0) return undefined;
  const isNewer = tokens.some(
    ({ type, value }) =>
      (type === "operator" && NEWER_SIGNS.has(value)) ||
      (type === "func" && NEWER_SPELT.has(value.toUpperCase()))
  );
  return { calls, isNewer };
}

function callOf(tokens: readonly Token[], open: number, close: number, name: string): Call {
  const pieces: Token[][] = [[]];
  const ends: number[] = [];
  let depth = 0;
  for (const token of tokens.slice(open + 1, close)) {
    const sign = token.type === "operator" ? token.value : "";
    if (sign === "(" || sign === "{") depth += 1;
    if (sign === ")" || sign === "}") depth -= 1;
    if (sign === "," && depth === 0) {
      ends.push(startOf(token));
      pieces.push([]);
    } else pieces.at(-1)?.push(token);
  }
  ends.push(startOf(tokens[close]));
  const isEmpty = pieces.length === 1 && pieces[0]?.every(isBlank) === true;
  const before = tokens[open - 2];
  const after = tokens.slice(close + 1).find((token) => !isBlank(token));
  return {
    name,
    start: startOf(tokens[open - 1]),
    end: endOf(tokens[close]),
    args: isEmpty ? [] : pieces.map((piece, index) => argumentOf(piece, ends[index] ?? 0)),
    standsBesideSign: isSign(before) || isSign(after),
  };
}

function argumentOf(piece: readonly Token[], end: number): Argument {
  const words = piece.filter((token) => !isBlank(token));
  const [first] = words;
  if (first === undefined) return { start: end, end, isArithmetic: false };
  return { start: startOf(first), end: endOf(words.at(-1)), isArithmetic: isArithmetic(words) };
}

/** +, -, * and so on at the top of an expression give numbers or errors; & gives a text, = a truth value. */
function isArithmetic(words: readonly Token[]): boolean {
  let depth = 0;
  let found = words.length === 1 && words[0]?.type === "number";
  for (const { type, value } of words) {
    if (type !== "operator") continue;
    if (value === "(" || value === "{") depth += 1;
    else if (value === ")" || value === "}") depth -= 1;
    else if (depth === 0 && OTHER_SIGNS.has(value)) return false;
    else if (depth === 0 && ARITHMETIC.has(value)) found = true;
  }
  return found;
}

function isBlank({ type }: Token): boolean {
  return type === "whitespace" || type === "newline";
}

/** A sign that binds what stands beside it; brackets and commas do not. */
function isSign(token: Token | undefined): boolean {
  return token?.type === "operator" && !["(", ",", ")", ";", "{", "}"].includes(token.value);
}

function startOf(token: Token | undefined): number {
  return token?.loc?.[0] ?? 0;
}

function endOf(token: Token | undefined): number {
  return token?.loc?.[1] ?? 0;
}
