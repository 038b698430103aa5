import type { Token } from "@borgar/fx";
import type { CellRef } from "../workbook/address.ts";
import type { Book, Sheet } from "../workbook/book.ts";
import type { ArgumentValue } from "./cell-arguments.ts";
import { findPlace, readArgument, valuesAt } from "./cell-arguments.ts";
import { WORKSHEET_FUNCTIONS } from "./evaluated-functions.ts";
import type { Evaluated, Place } from "./evaluated-functions.ts";
import { tokensOf } from "./tokens.ts";

/** Where a formula stands. */
export interface FormulaHome {
  readonly book: Book;
  readonly sheet: Sheet;
  /** null: in no cell. */
  readonly at: CellRef | null;
}

/**
 * What an argument comes to on the cells as they are now: literals and references, texts joined, numbers computed, and the
 * functions that look cells up. undefined for anything else, which Excel alone can calculate.
 */
export function evaluateArgument(text: string, home: FormulaHome): ArgumentValue | undefined {
  const { book, sheet, at } = home;
  const direct = readArgument(text, book, sheet, at);
  if (direct !== undefined) return direct;
  const tokens = tokensOf(text.startsWith("=") ? text : `=${text}`).filter(
    ({ type }) => type !== "fx_prefix" && type !== "whitespace" && type !== "newline"
  );
  const reader = new ExpressionReader(tokens, text.startsWith("=") ? text : `=${text}`, home);
  const evaluated = reader.readAll();
  return evaluated === undefined ? undefined : valueOf(evaluated);
}

function valueOf(evaluated: Evaluated): ArgumentValue {
  return evaluated.kind === "cells" ? valuesAt(evaluated) : { value: evaluated.value };
}

type Scalar = string | number | boolean | null;

/** Binds tighter the higher. */
const BINDING: ReadonlyMap<string, number> = new Map([
  ...["=", "<>", "<", ">", "<=", ">="].map((sign): [string, number] => [sign, 1]),
  ["&", 2],
  ["+", 3],
  ["-", 3],
  ["*", 4],
  ["/", 4],
]);

/** Reads an expression from left to right; whatever it does not know makes the whole undefined. */
class ExpressionReader {
  #at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly formula: string,
    private readonly home: FormulaHome
  ) {}

  readAll(): Evaluated | undefined {
    const evaluated = this.#expression(0);
    return this.#at === this.tokens.length ? evaluated : undefined;
  }

  #expression(least: number): Evaluated | undefined {
    let left = this.#operand();
    for (;;) {
      const token = this.tokens[this.#at];
      const binding = token?.type === "operator" ? BINDING.get(token.value) : undefined;
      if (left === undefined || token === undefined || binding === undefined) return left;
      if (binding <= least) return left;
      this.#at += 1;
      const right = this.#expression(binding);
      left = right === undefined ? undefined : combined(token.value, left, right);
    }
  }

  #operand(): Evaluated | undefined {
    const token = this.tokens[this.#at];
    if (token === undefined) return undefined;
    this.#at += 1;
    if (token.type === "func") return this.#call(token.value.toUpperCase());
    if (token.type !== "operator") return this.#atom(token);
    if (token.value === "(") {
      const inner = this.#expression(0);
      return this.#takes(")") ? inner : undefined;
    }
    if (token.value !== "-" && token.value !== "+") return undefined;
    const operand = this.#operand();
    const number = operand === undefined ? undefined : scalarOf(operand);
    if (typeof number !== "number") return undefined;
    return { kind: "value", value: token.value === "-" ? -number : number };
  }

  #atom(token: Token): Evaluated | undefined {
    const text = this.formula.slice(token.loc?.[0] ?? 0, token.loc?.[1] ?? 0);
    const { book, sheet, at } = this.home;
    const place = findPlace(text, book, sheet, at);
    if (place !== undefined) return { kind: "cells", ...place };
    const read = readArgument(text, book, sheet, at);
    return read === undefined ? undefined : { kind: "value", value: read.value };
  }

  #call(name: string): Evaluated | undefined {
    const compute = WORKSHEET_FUNCTIONS.get(name);
    if (compute === undefined || !this.#takes("(")) return undefined;
    const args: (Evaluated | null)[] = [];
    while (!this.#takes(")")) {
      if (args.length > 0 && !this.#takes(",")) return undefined;
      if (this.#isNext(",") || this.#isNext(")")) {
        // OFFSET(A1,,2): left out.
        if (args.length > 0 || this.#isNext(",")) args.push(null);
        continue;
      }
      const arg = this.#expression(0);
      if (arg === undefined) return undefined;
      args.push(arg);
    }
    return compute(args, this.#place());
  }

  #place(): Place {
    const { book, sheet, at } = this.home;
    return { at, find: (text) => findPlace(text, book, sheet, at), values: valueOf };
  }

  #isNext(sign: string): boolean {
    const token = this.tokens[this.#at];
    return token?.type === "operator" && token.value === sign;
  }

  #takes(sign: string): boolean {
    const isNext = this.#isNext(sign);
    if (isNext) this.#at += 1;
    return isNext;
  }
}

/** A single value; undefined for ranges and errors. */
function scalarOf(evaluated: Evaluated): Scalar | undefined {
  const { value } = valueOf(evaluated);
  if (value === undefined) return null;
  return typeof value === "object" && value !== null ? undefined : (value as Scalar);
}

function combined(sign: string, left: Evaluated, right: Evaluated): Evaluated | undefined {
  const [a, b] = [valueOf(left).value, valueOf(right).value];
  const value = overCells(a, b, (x, y) => computed(sign, x, y));
  return value === undefined ? undefined : { kind: "value", value };
}

/** Cell by cell where one of the two is a range and the other a single value, or both are of one size. */
function overCells(
  a: unknown,
  b: unknown,
  compute: (x: Scalar, y: Scalar) => Scalar | undefined
): unknown {
  const [one, other] = [gridOf(a), gridOf(b)];
  const grid = one ?? other;
  if (grid === null) return compute((a ?? null) as Scalar, (b ?? null) as Scalar);
  const isSame =
    one === null ||
    other === null ||
    (one.length === other.length && one[0]?.length === other[0]?.length);
  if (!isSame) return undefined;
  const results = grid.map((row, r) =>
    row.map((_cell, c) =>
      compute((one ? one[r]?.[c] : a) as Scalar, (other ? other[r]?.[c] : b) as Scalar)
    )
  );
  return results.flat().includes(undefined) ? undefined : results;
}

function gridOf(value: unknown): readonly (readonly unknown[])[] | null {
  return Array.isArray(value) ? (value as readonly (readonly unknown[])[]) : null;
}

function computed(sign: string, a: Scalar, b: Scalar): Scalar | undefined {
  const isError = [a, b].some((side) => typeof side === "string" && /^#[A-Z/0]+[!?A]$/u.test(side));
  if (isError) return undefined;
  if (sign === "&") return `${wordOf(a)}${wordOf(b)}`;
  if (sign === "=") return isEqual(a, b);
  if (sign === "<>") return !isEqual(a, b);
  if (typeof a !== "number" || typeof b !== "number") return undefined;
  switch (sign) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? undefined : a / b;
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "<=":
      return a <= b;
    case ">=":
      return a >= b;
    default:
      return undefined;
  }
}

/** A number as Excel joins it to a text: fifteen digits. */
function wordOf(value: Scalar): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(Number(value.toPrecision(15))) : value;
}

function isEqual(a: Scalar, b: Scalar): boolean {
  if (typeof a === "string" && typeof b === "string") return a.toLowerCase() === b.toLowerCase();
  const [x, y] = [a, b].map((side, index) =>
    side === null ? (typeof [b, a][index] === "string" ? "" : 0) : side
  );
  return x === y;
}
