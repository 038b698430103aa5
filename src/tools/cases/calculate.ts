import { formatCell, parseArea, roundTo } from "../../core/index.ts";
import type { CellValue } from "../../core/index.ts";

/** What a formula of another cell needs to know: its value, and its own formula where it has one. */
export interface Neighbours {
  readonly valueOf: (sheet: string, cell: string) => CellValue;
  readonly formulaOf: (sheet: string, cell: string) => string | null;
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|((?:'[^']+'|[\p{L}\p{N}_]+)!)?(\$?[A-Z]{1,2}\$?\d+(?::\$?[A-Z]{1,2}\$?\d+)?)|([A-Z]+)(?=\()|(<=|>=|<>|[-+*/(),<>=]))/uy;

type Token =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "range"; readonly sheet: string | null; readonly range: string }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "sign"; readonly sign: string };

/** Cells of a range, with what they hold. */
interface Cells {
  readonly cells: readonly { readonly value: CellValue; readonly formula: string | null }[];
}
type Operand = CellValue | Cells;

/**
 * Computes a formula as a spreadsheet would, so far as the cases need it: + − × ÷, comparisons, SUM, SUBTOTAL(9,…),
 * AVERAGE, MAX, MIN, ROUND, ABS, RANK and IF over cells of the same book. Anything else throws: a mistake in a case.
 */
export function calculate(formula: string, sheet: string, book: Neighbours): number | string {
  const tokens = tokenise(formula);
  let at = 0;
  const peek = (): string | null => {
    const token = tokens[at];
    return token?.kind === "sign" ? token.sign : null;
  };
  const take = (sign: string): void => {
    if (peek() !== sign) throw new Error(`${sign} expected in ${formula}`);
    at += 1;
  };

  function comparison(): Operand {
    const left = addition();
    const sign = peek();
    if (sign === null || !["<", ">", "=", "<=", ">=", "<>"].includes(sign)) return left;
    at += 1;
    const [a, b] = [single(left), single(addition())];
    if (sign === "=") return a === b;
    if (sign === "<>") return a !== b;
    const order = numeric(a) - numeric(b);
    return sign.startsWith("<")
      ? order < 0 || (sign === "<=" && order === 0)
      : order > 0 || (sign === ">=" && order === 0);
  }
  function addition(): Operand {
    let left = product();
    for (let sign = peek(); sign === "+" || sign === "-"; sign = peek()) {
      at += 1;
      const right = numeric(single(product()));
      left = numeric(single(left)) + (sign === "+" ? right : -right);
    }
    return left;
  }
  function product(): Operand {
    let left = factor();
    for (let sign = peek(); sign === "*" || sign === "/"; sign = peek()) {
      at += 1;
      const right = numeric(single(factor()));
      left = sign === "*" ? numeric(single(left)) * right : numeric(single(left)) / right;
    }
    return left;
  }
  function factor(): Operand {
    const token = tokens[at];
    if (token === undefined) throw new Error(`${formula} ends too early`);
    at += 1;
    switch (token.kind) {
      case "number":
      case "text":
        return token.value;
      case "range":
        return cellsOf(token.sheet ?? sheet, token.range, book);
      case "function":
        return call(token.name, operands(), formula);
      case "sign":
        if (token.sign === "-") return -numeric(single(factor()));
        if (token.sign !== "(") throw new Error(`${token.sign} in ${formula}`);
        return inBrackets();
    }
  }
  function inBrackets(): Operand {
    const inner = comparison();
    take(")");
    return inner;
  }
  function operands(): readonly Operand[] {
    take("(");
    const list = [comparison()];
    while (peek() === ",") {
      at += 1;
      list.push(comparison());
    }
    take(")");
    return list;
  }

  const result = single(comparison());
  if (at < tokens.length) throw new Error(`more than one expression in ${formula}`);
  if (typeof result !== "number" && typeof result !== "string") {
    throw new Error(`${formula} gives ${JSON.stringify(result)}`);
  }
  return result;
}

function tokenise(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(formula);
    if (match === null) throw new Error(`${formula} cannot be read from ${formula.slice(from)}`);
    const [, number, text, sheet, range, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: "number", value: Number(number) });
    else if (text !== undefined) tokens.push({ kind: "text", value: text });
    else if (range !== undefined) {
      const named = sheet?.slice(0, -1).replace(/^'|'$/g, "") ?? null;
      tokens.push({ kind: "range", sheet: named, range: range.replaceAll("$", "") });
    } else if (name !== undefined) tokens.push({ kind: "function", name });
    else if (sign !== undefined) tokens.push({ kind: "sign", sign });
  }
  return tokens;
}

function cellsOf(sheet: string, range: string, book: Neighbours): Cells {
  const cells = cellsIn(range).map((cell) => ({
    value: book.valueOf(sheet, cell),
    formula: book.formulaOf(sheet, cell),
  }));
  return { cells };
}

/** A1 addresses of a range, row by row. */
export function cellsIn(range: string): readonly string[] {
  const area = parseArea(range);
  if (area === undefined) throw new Error(`${range} is no range`);
  const cells: string[] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      cells.push(formatCell({ row, column }));
    }
  }
  return cells;
}

function isCells(operand: Operand | undefined): operand is Cells {
  return typeof operand === "object" && operand !== null && "cells" in operand;
}

function single(operand: Operand | undefined): CellValue {
  if (!isCells(operand)) return operand ?? null;
  const [cell, ...others] = operand.cells;
  if (cell === undefined || others.length > 0) throw new Error("one cell expected");
  return cell.value;
}

function numeric(value: CellValue): number {
  if (value === null) return 0;
  if (typeof value !== "number") throw new Error(`${JSON.stringify(value)} is no number`);
  return value;
}

/** Numbers of an operand as SUM sees them: text is passed over. */
function numbersOf(operands: readonly Operand[]): readonly number[] {
  return operands
    .flatMap((operand) => (isCells(operand) ? operand.cells.map(({ value }) => value) : [operand]))
    .filter((value) => typeof value === "number");
}

function call(name: string, operands: readonly Operand[], formula: string): Operand {
  const [first, second, third] = operands;
  const add = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
  switch (name) {
    case "SUM":
      return add(numbersOf(operands));
    case "AVERAGE":
      return add(numbersOf(operands)) / numbersOf(operands).length;
    case "MAX":
      return Math.max(...numbersOf(operands));
    case "MIN":
      return Math.min(...numbersOf(operands));
    case "ROUND":
      return roundTo(numeric(single(first)), numeric(single(second)));
    case "ABS":
      return Math.abs(numeric(single(first)));
    case "IF":
      return single(first) === true ? single(second) : single(third);
    case "RANK": {
      const own = numeric(single(first));
      return 1 + numbersOf(second === undefined ? [] : [second]).filter((one) => one > own).length;
    }
    case "SUBTOTAL": {
      if (!isCells(second)) break;
      // Excel leaves other SUBTOTAL cells out of a SUBTOTAL.
      const cells = second.cells.filter((cell) => !(cell.formula ?? "").startsWith("SUBTOTAL"));
      return add(numbersOf([{ cells }]));
    }
  }
  throw new Error(`${name} in ${formula} is not known here`);
}
