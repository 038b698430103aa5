import type { Token } from "@borgar/fx";
import { formatColumn } from "../workbook/address.ts";
import { SPREADING, SUMMING } from "./array-entry.ts";
import { inOwnLine, intersected, isLine, parted } from "./intersection.ts";
import type { SignKnowledge } from "./intersection.ts";
import { tokensOf } from "./tokens.ts";

/**
 * The formula in signs of Excel 2016. @ takes one cell of a range, that of the formula's own row or column: the cell is
 * written. A2# is all that spills from A2: the area it fills now is written. Of an array @ takes the first value.
 * undefined where that cannot be told.
 */
export function withoutNewerSigns(formula: string, knowledge: SignKnowledge): string | undefined {
  if (!/[@#]|SINGLE|ANCHORARRAY/iu.test(formula)) return formula;
  return rewrite(formula, tokensOf(formula), knowledge);
}

const REFERENCES: ReadonlySet<Token["type"]> = new Set([
  "range",
  "range_beam",
  "range_named",
  "structured",
]);
const OPENING = new Set(["(", "{"]);
const CLOSING = new Set([")", "}"]);

function rewrite(
  formula: string,
  tokens: readonly Token[],
  knowledge: SignKnowledge
): string | undefined {
  let text = "";
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const taken = takenAt(formula, tokens, index, knowledge);
    if (taken === undefined) return undefined;
    if (taken === null) text += textOf(formula, [token]);
    else {
      text += taken.text;
      index = taken.last;
    }
  }
  return text;
}

interface Taken {
  readonly text: string;
  /** Place of the last token it stands for. */
  readonly last: number;
}

/** What a sign at a place comes to; null where none stands there, undefined where nobody can tell. */
function takenAt(
  formula: string,
  tokens: readonly Token[],
  index: number,
  knowledge: SignKnowledge
): Taken | null | undefined {
  const token = tokens[index];
  if (token === undefined) return null;
  const name = token.type === "func" ? token.value.toUpperCase() : "";
  if (name === "SINGLE" || name === "ANCHORARRAY") {
    const last = closing(tokens, index + 1);
    const inner = tokens.slice(index + 2, last);
    const text =
      name === "SINGLE" ? single(formula, inner, knowledge) : spilled(formula, inner, knowledge);
    return text === undefined ? undefined : { text, last };
  }
  if (token.type === "operator" && token.value === "@") {
    const last = endOfOperand(tokens, index + 1);
    const text = single(formula, tokens.slice(index + 1, last + 1), knowledge);
    return text === undefined ? undefined : { text, last };
  }
  if (isSign(tokens[index + 1], "#")) {
    const text = spilled(formula, [token], knowledge);
    return text === undefined ? undefined : { text, last: index + 1 };
  }
  return null;
}

/** @ binds what stands right behind it, and # what stands before. */
function endOfOperand(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isBlank(tokens[at]) || isSign(tokens[at], "@")) at += 1;
  const isCall = tokens[at]?.type === "func";
  const opens = isCall ? at + 1 : at;
  const opened = tokens[opens];
  const end =
    opened?.type === "operator" && OPENING.has(opened.value) ? closing(tokens, opens) : at;
  return isSign(tokens[end + 1], "#") ? end + 1 : end;
}

function closing(tokens: readonly Token[], opens: number): number {
  let depth = 0;
  for (let at = opens; at < tokens.length; at += 1) {
    const { type, value } = tokens[at] ?? { type: "", value: "" };
    if (type !== "operator") continue;
    if (OPENING.has(value)) depth += 1;
    if (CLOSING.has(value)) depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}

/** What spills from a cell, as the area it fills now. */
function spilled(
  formula: string,
  operand: readonly Token[],
  { spillFrom }: SignKnowledge
): string | undefined {
  const [reference, ...rest] = operand.filter((token) => !isBlank(token));
  if (reference === undefined || rest.length > 0 || !REFERENCES.has(reference.type)) {
    return undefined;
  }
  const text = textOf(formula, [reference]);
  const area = spillFrom(text);
  if (area === undefined) return undefined;
  const { sheet, cells } = parted(text);
  const marks = /^(\$?)[A-Za-z]{1,3}(\$?)\d+$/u.exec(cells);
  if (marks === null) return undefined;
  const [, column = "", row = ""] = marks;
  const corner = (r: number, c: number): string => `${column}${formatColumn(c)}${row}${r + 1}`;
  const last = corner(area.row + area.rows - 1, area.column + area.columns - 1);
  const first = corner(area.row, area.column);
  return `${sheet}${first === last ? first : `${first}:${last}`}`;
}

/** One value of what stands behind @. */
function single(
  formula: string,
  operand: readonly Token[],
  knowledge: SignKnowledge
): string | undefined {
  const words = operand.filter((token) => !isBlank(token));
  const [first, second] = words;
  if (first === undefined) return undefined;
  if (isSign(first, "@")) return single(formula, words.slice(1), knowledge);
  if (isSign(first, "(") && closing(words, 0) === words.length - 1 && words.length === 3) {
    return single(formula, words.slice(1, -1), knowledge);
  }
  const isSpill = words.length === 2 && isSign(second, "#");
  if (REFERENCES.has(first.type) && (words.length === 1 || isSpill)) {
    const text = isSpill ? spilled(formula, [first], knowledge) : textOf(formula, words);
    return text === undefined ? undefined : intersected(text, knowledge);
  }
  const text = rewrite(formula, operand, knowledge)?.trim();
  if (text === undefined) return undefined;
  const name = first.type === "func" ? first.value.toUpperCase() : "";
  const isOne = !words.some(isSeveral) || SUMMING.has(name);
  if (name === "ANCHORARRAY" || name === "SINGLE") return intersected(text, knowledge);
  if (REFERRING.has(name)) return isOnePick(words) ? text : inOwnLine(text);
  if (MAY_REFER.has(name)) return undefined;
  return isOne ? text : `INDEX(${text},1,1)`;
}

/** Functions whose result is a range, of which @ does not take the first cell. */
const REFERRING = new Set(["OFFSET", "INDIRECT", "INDEX", "CHOOSE"]);
/** And those whose result may be one. */
const MAY_REFER = new Set(["IF", "IFS", "SWITCH", "XLOOKUP", "LET", "IFERROR"]);

/** INDEX with a row and a column, or what MATCH finds, gives one cell. */
function isOnePick(call: readonly Token[]): boolean {
  if (call[0]?.value.toUpperCase() !== "INDEX") return false;
  let depth = 0;
  const picks: (readonly Token[])[] = [];
  let from = 2;
  for (const [at, token] of call.entries()) {
    if (token.type !== "operator") continue;
    if (OPENING.has(token.value)) depth += 1;
    if (CLOSING.has(token.value)) depth -= 1;
    if ((token.value === "," && depth === 1) || (depth === 0 && at > 1)) {
      picks.push(call.slice(from, at));
      from = at + 1;
    }
  }
  const [range, ...places] = picks;
  const isVector = range?.length === 1 && isLine(range[0]?.value ?? "");
  return places.length === (isVector ? 1 : 2) && places.every(isPlace);
}

function isPlace(words: readonly Token[]): boolean {
  const [first] = words;
  if (first?.type === "number") return words.length === 1 && Number(first.value) >= 1;
  return first?.value.toUpperCase() === "MATCH" && closing(words, 1) === words.length - 1;
}

function isSeveral({ type, value }: Token): boolean {
  if (type === "range") return value.includes(":");
  if (type === "func") return SPREADING.has(value.toUpperCase()) || /^ANCHORARRAY$/iu.test(value);
  if (type === "operator") return value === "{" || value === "#";
  return REFERENCES.has(type);
}

function textOf(formula: string, tokens: readonly Token[]): string {
  return formula.slice(tokens[0]?.loc?.[0] ?? 0, tokens.at(-1)?.loc?.[1] ?? 0);
}

function isBlank(token: Token | undefined): boolean {
  return token?.type === "whitespace" || token?.type === "newline";
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.type === "operator" && token.value === sign;
}
