import { parseArea } from "../../core/index.ts";

/** A piece of a formula. Joined, the tokens give the formula back, character by character. */
export interface Token {
  readonly kind:
    | "string"
    /** A sheet or book in front of a reference, with its !: Sheet1!, '一季度 表'!, [1]Sheet1! */
    | "sheet"
    /** A function's name; its bracket is the next token. */
    | "function"
    /** A cell, or one half of a range of columns or rows: A1, $A$1, A (of A:B), 1 (of 1:3) */
    | "cell"
    | "column"
    | "row"
    /** Anything else that is spelled: names, TRUE, numbers. */
    | "word"
    /** A structured reference's [..] */
    | "bracket"
    | "error"
    | "space"
    | "sign";
  readonly text: string;
}

const WORD = /[\p{L}\p{N}\p{M}_.\\$?]+/uy;
const SPACE = /\s+/uy;
const ERROR = /#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|[A-Z_]+!)/iuy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)E[+-]?\d+/iuy;
const CELL = /^\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}$/;
const COLUMN = /^\$?[A-Za-z]{1,3}$/;
const ROW = /^\$?[1-9]\d{0,6}$/;

/** Cuts a formula (with or without its leading =) into tokens. Never fails: what it does not know is a sign. */
export function tokenize(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const token = nextToken(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return markRanges(tokens);
}

function nextToken(formula: string, at: number): Token {
  const first = formula.charAt(at);
  if (first === '"') return { kind: "string", text: quoted(formula, at, '"') };
  if (first === "'") {
    const text = quoted(formula, at, "'");
    if (formula[at + text.length] === "!") return { kind: "sheet", text: `${text}!` };
    return { kind: "word", text };
  }
  if (first === "[") return bracketOrSheet(formula, at);
  const space = match(SPACE, formula, at);
  if (space !== "") return { kind: "space", text: space };
  if (first === "#") {
    const error = match(ERROR, formula, at);
    return error === "" ? { kind: "sign", text: first } : { kind: "error", text: error };
  }
  const number = match(NUMBER, formula, at);
  if (number !== "") return { kind: "word", text: number };
  const word = match(WORD, formula, at);
  if (word === "") return { kind: "sign", text: first };
  return wordToken(formula, at, word);
}

function wordToken(formula: string, at: number, word: string): Token {
  const next = formula[at + word.length];
  if (next === "!") return { kind: "sheet", text: `${word}!` };
  if (next === "(") return { kind: "function", text: word };
  if (next === ":") {
    // A range of sheets: 一月:三月!A1
    const second = match(WORD, formula, at + word.length + 1);
    const end = at + word.length + 1 + second.length;
    if (second !== "" && formula[end] === "!")
      return { kind: "sheet", text: formula.slice(at, end + 1) };
  }
  return { kind: isCell(word) ? "cell" : "word", text: word };
}

/** Beyond the last column and row, letters and digits spell a name. */
function isCell(word: string): boolean {
  return CELL.test(word) && parseArea(word) !== undefined;
}

/** [1]Sheet1! is a sheet of another book; 表1[[#This Row],[列]] is part of a table. */
function bracketOrSheet(formula: string, at: number): Token {
  let depth = 0;
  let end = at;
  while (end < formula.length) {
    const c = formula[end];
    if (c === "'") end += 1;
    else if (c === "[") depth += 1;
    else if (c === "]") depth -= 1;
    end += 1;
    if (depth === 0) break;
  }
  const text = formula.slice(at, Math.min(end, formula.length));
  const book = match(WORD, formula, at + text.length);
  const after = at + text.length + book.length;
  if (formula[after] === "!") return { kind: "sheet", text: formula.slice(at, after + 1) };
  return { kind: "bracket", text };
}

function quoted(formula: string, at: number, mark: string): string {
  let end = at + 1;
  while (end < formula.length) {
    if (formula[end] === mark) {
      if (formula[end + 1] !== mark) break;
      end += 1;
    }
    end += 1;
  }
  return formula.slice(at, end + 1);
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** A:B and 1:3 are ranges only as a pair; alone, A is a name and 1 a number. */
function markRanges(tokens: Token[]): readonly Token[] {
  for (let index = 0; index + 2 < tokens.length; index += 1) {
    const first = tokens[index];
    const last = tokens[index + 2];
    if (first?.kind !== "word" || last?.kind !== "word" || tokens[index + 1]?.text !== ":")
      continue;
    const kind = [COLUMN, ROW].findIndex((each) => each.test(first.text) && each.test(last.text));
    if (kind < 0) continue;
    tokens[index] = { kind: kind === 0 ? "column" : "row", text: first.text };
    tokens[index + 2] = { kind: kind === 0 ? "column" : "row", text: last.text };
  }
  return tokens;
}
