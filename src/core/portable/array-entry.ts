import type { Token } from "@borgar/fx";
import type { Parameter } from "../measures/index.ts";
import { FUNCTION_RECORDS } from "../measures/index.ts";

import { tokensOf } from "./tokens.ts";

/**
 * How the native formula of a call must be entered, where the formula was written plain. A function of ours takes whole
 * ranges there; IF, ROUND and the signs of its twin would each take the one cell of the range in the formula's own row
 * (implicit intersection), unless the formula is entered as an array.
 * plain: no range comes to a call of ours cell by cell · array: as an array over its one cell · unclear: an array too, but
 * beside our calls stand ranges of which a plain formula takes one cell and an array all.
 */
export type FormulaEntry = "plain" | "array" | "unclear";

/** Parameters that are taken cell by cell; the others take a whole range in the twin as well. */
const CELL_BY_CELL: ReadonlySet<Parameter["kind"]> = new Set([
  "number",
  "text",
  "decimals",
  "comparison",
  "order",
  "kind",
  "optional-number",
  "optional-text",
]);
const PARAMETERS: ReadonlyMap<string, readonly Parameter[]> = new Map(
  FUNCTION_RECORDS.map(({ id, parameters }) => [id, parameters])
);

/** Functions that give one value of whole ranges. */
export const SUMMING: ReadonlySet<string> = new Set(
  `SUM SUMSQ SUMPRODUCT PRODUCT AVERAGE AVERAGEA MAX MAXA MIN MINA COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS SUMIF SUMIFS AVERAGEIF
AVERAGEIFS MAXIFS MINIFS MEDIAN MODE STDEV STDEV.S STDEV.P STDEVP VAR VAR.S VAR.P VARP SUBTOTAL AGGREGATE LARGE SMALL QUARTILE PERCENTILE
RANK RANK.EQ RANK.AVG CORREL SLOPE INTERCEPT ROWS COLUMNS AND OR XOR CONCAT TEXTJOIN MATCH VLOOKUP HLOOKUP LOOKUP`.split(
    /\s+/u
  )
);
/** Functions that may give several cells, or cells elsewhere. */
export const SPREADING: ReadonlySet<string> = new Set([
  "OFFSET",
  "INDIRECT",
  "INDEX",
  "CHOOSE",
  "TRANSPOSE",
  "MMULT",
  "ROW",
]);
/** A range that is the whole argument of these is a range to them. */
const TAKES_RANGES = new Set([...SUMMING, ...SPREADING, "COLUMN", "AREAS", "ISREF", "N", "T"]);

/** Whether a name of the workbook stands for one cell or a number, and not for a range or anything else. */
export type IsOneCell = (name: string) => boolean;

interface Frame {
  /** In upper case; "" for plain brackets and array constants. */
  readonly name: string;
  /** Which argument the next token stands in, from 0. */
  argument: number;
}

export function entryOf(formula: string, isOneCell: IsOneCell): FormulaEntry {
  const tokens = tokensOf(formula).filter(
    ({ type }) => type !== "fx_prefix" && type !== "whitespace" && type !== "newline"
  );
  const open: Frame[] = [];
  let needsArray = false;
  let takesOneCell = false;
  for (const [index, token] of tokens.entries()) {
    const { type, value } = token;
    if (type === "operator") {
      if (value === "(" || value === "{") open.push({ name: opened(tokens, index), argument: 0 });
      else if (value === ")" || value === "}") open.pop();
      else if (value === ",") {
        const frame = open.at(-1);
        if (frame !== undefined) frame.argument += 1;
      }
    }
    if (!mayBeSeveral(token, isOneCell) || takesFirst(tokens, index)) continue;
    const inner = openInOurs(open);
    if (inner === "cell-by-cell") needsArray = true;
    else if (inner === "outside" && !isWholeArgument(tokens, index, open)) takesOneCell = true;
  }
  if (!needsArray) return "plain";
  return takesOneCell ? "unclear" : "array";
}

/** INDEX(…,1,1): one value, whatever stands in it. */
function takesFirst(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.value.toUpperCase() !== "INDEX") return false;
  let depth = 0;
  for (let at = index + 1; at < tokens.length; at += 1) {
    const { type, value } = tokens[at] ?? { type: "", value: "" };
    if (type !== "operator") continue;
    if (value === "(" || value === "{") depth += 1;
    if (value === ")" || value === "}") depth -= 1;
    if (depth > 0) continue;
    return (
      tokens
        .slice(at - 4, at)
        .map((token) => token.value)
        .join("") === ",1,1"
    );
  }
  return false;
}

function opened(tokens: readonly Token[], index: number): string {
  const before = tokens[index - 1];
  return tokens[index]?.value === "(" && before?.type === "func" ? before.value.toUpperCase() : "";
}

/** How a place stands to our calls: the innermost call of ours or summing function that holds it decides. */
function openInOurs(open: readonly Frame[]): "outside" | "cell-by-cell" | "whole" {
  for (const { name, argument } of [...open].reverse()) {
    const parameters = PARAMETERS.get(name);
    if (parameters === undefined) {
      if (SUMMING.has(name)) return isInOurs(open) ? "whole" : "outside";
      continue;
    }
    // Beyond the last parameter stand more operands of the last.
    const kind = (parameters[argument] ?? parameters.at(-1))?.kind;
    return kind !== undefined && CELL_BY_CELL.has(kind) ? "cell-by-cell" : "whole";
  }
  return "outside";
}

function isInOurs(open: readonly Frame[]): boolean {
  return open.some(({ name }) => PARAMETERS.has(name));
}

function isWholeArgument(tokens: readonly Token[], index: number, open: readonly Frame[]): boolean {
  const name = open.at(-1)?.name ?? "";
  if (name === "SUMPRODUCT" || name === "LOOKUP" || name === "MMULT") return true;
  const [before, after] = [tokens[index - 1]?.value, tokens[index + 1]?.value];
  return (
    TAKES_RANGES.has(name) && (before === "(" || before === ",") && (after === ")" || after === ",")
  );
}

function mayBeSeveral({ type, value }: Token, isOneCell: IsOneCell): boolean {
  switch (type) {
    case "range":
      return value.includes(":");
    case "range_beam":
    case "range_ternary":
      return true;
    case "range_named":
      return !isOneCell(value);
    case "structured":
      return !/\[@|\[#This Row\]/iu.test(value) || /\]:\[/u.test(value);
    case "func":
      return SPREADING.has(value.toUpperCase());
    case "operator":
      return value === "{" || value === ":";
    default:
      return false;
  }
}
