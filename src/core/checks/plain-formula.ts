import { roundTo } from "../model/decimal.ts";
import { formatCell, parseArea } from "../workbook/address.ts";

const TOKEN =
  /\s*(?:(\d+(?:\.\d*)?|\.\d+)|(SUM|ROUND)\(|(?:(?:'((?:[^'\[\]]|'')+)'|([\p{L}_][\p{L}\d_.]*))!)?(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?|([-+*/(),]))/iuy;
/** A SUM over more cells than this is not worth recomputing. */
const MAX_CELLS = 5000;

type Token =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "call"; readonly name: string }
  | {
      readonly kind: "cells";
      /** null: that of the formula. */
      readonly sheet: string | null;
      readonly cells: readonly string[];
      readonly isArea: boolean;
    }
  | { readonly kind: "sign"; readonly sign: string };

/** The value of a formula of + − × ÷, brackets, SUM and ROUND over cells; undefined for anything else, or an unknown cell. */
export function evaluatePlain(
  formula: string,
  valueOf: (cell: string, sheet: string | null) => number | undefined
): number | undefined {
  const tokens = readTokens(formula.replace(/^=/u, ""));
  if (tokens === undefined) return undefined;
  let at = 0;

  const isSign = (sign: string): boolean => {
    const token = tokens[at];
    return token?.kind === "sign" && token.sign === sign;
  };
  const take = (sign: string): boolean => {
    if (!isSign(sign)) return false;
    at += 1;
    return true;
  };
  const sum = (): number | undefined => {
    let value = product();
    while (value !== undefined && (isSign("+") || isSign("-"))) {
      const isPlus = take("+");
      if (!isPlus) take("-");
      const next = product();
      value = next === undefined ? undefined : isPlus ? value + next : value - next;
    }
    return value;
  };
  const product = (): number | undefined => {
    let value = factor();
    while (value !== undefined && (isSign("*") || isSign("/"))) {
      const isTimes = take("*");
      if (!isTimes) take("/");
      const next = factor();
      value = next === undefined ? undefined : isTimes ? value * next : value / next;
    }
    return value;
  };
  const factor = (): number | undefined => {
    if (take("-")) return negated(factor());
    if (take("+")) return factor();
    if (take("(")) {
      const value = sum();
      return take(")") ? value : undefined;
    }
    const token = tokens[at];
    at += 1;
    if (token?.kind === "number") return token.value;
    if (token?.kind === "cells") {
      const [only] = token.cells;
      return token.isArea || only === undefined ? undefined : valueOf(only, token.sheet);
    }
    if (token?.kind !== "call") return undefined;
    return token.name === "SUM" ? total() : rounded();
  };
  const total = (): number | undefined => {
    let value: number | undefined = 0;
    do {
      const token = tokens[at];
      if (token?.kind === "cells" && token.isArea) {
        at += 1;
        for (const cell of token.cells) {
          const one = valueOf(cell, token.sheet);
          // A blank in a SUM may be a text or a cell of another table: nothing is known of it.
          value = value === undefined || one === undefined ? undefined : value + one;
        }
      } else {
        const one = sum();
        value = value === undefined || one === undefined ? undefined : value + one;
      }
    } while (take(","));
    return take(")") ? value : undefined;
  };
  const rounded = (): number | undefined => {
    const value = sum();
    if (!take(",")) return undefined;
    const places = sum();
    if (!take(")") || value === undefined || places === undefined || places < 0) return undefined;
    return roundTo(value, Math.trunc(places));
  };

  const result = sum();
  return at === tokens.length ? result : undefined;
}

function negated(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}

function readTokens(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const body = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const match = TOKEN.exec(body);
    if (match === null) return undefined;
    const [, digits, call, quoted, plain, from, to, sign] = match;
    if (digits !== undefined) tokens.push({ kind: "number", value: Number(digits) });
    else if (call !== undefined) tokens.push({ kind: "call", name: call.toUpperCase() });
    else if (from !== undefined) {
      const cells = cellsOf(to === undefined ? from : `${from}:${to}`);
      if (cells === undefined) return undefined;
      const sheet = quoted?.replace(/''/gu, "'") ?? plain ?? null;
      tokens.push({ kind: "cells", sheet, cells, isArea: to !== undefined });
    } else if (sign !== undefined) tokens.push({ kind: "sign", sign });
  }
  return tokens;
}

function cellsOf(reference: string): readonly string[] | undefined {
  const area = parseArea(reference);
  if (area === undefined || area.rows * area.columns > MAX_CELLS) return undefined;
  const cells: string[] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      cells.push(formatCell({ row, column }));
    }
  }
  return cells;
}
