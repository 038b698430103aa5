import type { Token } from "@borgar/fx";
import type { Parameter } from "../measures/index.ts";
import type { Book, Sheet } from "../workbook/book.ts";
import { findCalls } from "./calls.ts";
import { findPlace } from "./cell-arguments.ts";
import { findNamed } from "./names.ts";
import { tokensOf } from "./tokens.ts";

export type ArgumentProblem =
  /** No expression, or several. */
  | "unreadable"
  /** A name nothing in the workbook has, or a sheet that is not there. */
  | "unknown-name";

export type ArgumentText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: ArgumentProblem };

const WORDS: readonly Parameter["kind"][] = [
  "text",
  "optional-text",
  "comparison",
  "order",
  "kind",
];

/**
 * What a user typed into the box of an argument, as a formula takes it: 17% as 17, 1,234 as 1234, a bare word as a text
 * where a word is wanted. Blank stays blank.
 */
export function readArgumentText(
  typed: string,
  kind: Parameter["kind"],
  book: Book,
  home: Sheet
): ArgumentText {
  const text = typed.trim().replace(/^=/u, "").trim();
  if (text === "") return { ok: true, text };
  const number = plainNumber(text);
  if (number !== undefined) return { ok: true, text: number };
  const isWord = WORDS.includes(kind);
  const problem = problemOf(text, book, home);
  if (problem === null) return { ok: true, text };
  if (isWord && !text.includes('"')) return { ok: true, text: `"${text}"` };
  return { ok: false, problem };
}

/** A number as people type it, in the unit of the sheets: ＋１，２３４．５ and 17% alike. */
function plainNumber(text: string): string | undefined {
  const normal = text.normalize("NFKC").replace(/[−–]/gu, "-");
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?%?$/u.exec(normal);
  if (match?.[2] === undefined) return undefined;
  const sign = match[1] === "-" ? "-" : "";
  return `${sign}${match[2].replaceAll(",", "")}${match[3] ?? ""}`;
}

function problemOf(text: string, book: Book, home: Sheet): ArgumentProblem | null {
  const whole = findCalls(`=ZONE(${text})`, new Set(["ZONE"]));
  const [call] = whole?.calls.filter(({ start }) => start === 1) ?? [];
  if (call?.args.length !== 1) return "unreadable";
  const tokens = tokensOf(`=${text}`).filter(
    ({ type }) => type !== "fx_prefix" && type !== "whitespace"
  );
  if (!opensWell(tokens[0]) || !closesWell(tokens.at(-1))) return "unreadable";
  if (standsSideBySide(tokens.map(({ type }) => type !== "operator" && type !== "func"))) {
    return "unreadable";
  }
  const names = new Set(book.definedNames.map((name) => name.toLowerCase()));
  for (const { type, value } of tokens) {
    if (type === "range_named" && !names.has(value.toLowerCase())) {
      if (findNamed(value, book, home) === undefined) return "unknown-name";
    }
    if (type === "range" && value.includes("!") && !value.includes("[")) {
      if (findPlace(value, book, home) === undefined && isCellReference(value)) {
        return "unknown-name";
      }
    }
  }
  return null;
}

function opensWell(token: Token | undefined): boolean {
  return token !== undefined && (token.type !== "operator" || "+-({@".includes(token.value));
}

function closesWell(token: Token | undefined): boolean {
  return token !== undefined && (token.type !== "operator" || "%)}#".includes(token.value));
}

/** Two operands with nothing between them, as in a sentence, are no expression. */
function standsSideBySide(isOperand: readonly boolean[]): boolean {
  return isOperand.some((one, index) => one && isOperand[index + 1] === true);
}

/** Sheet!A1 and not a whole column or row, which no place is looked up for. */
function isCellReference(text: string): boolean {
  return /\$?[A-Za-z]{1,3}\$?\d+$/u.test(text);
}
