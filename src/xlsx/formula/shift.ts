import { formatColumn, MAX_COLUMNS, MAX_ROWS } from "../../core/index.ts";
import { tokenize } from "./tokens.ts";
import type { Token } from "./tokens.ts";

/**
 * A formula as it reads some rows and columns away: what a cell of a shared formula says (ECMA-376 part 1, 18.3.1.40).
 * Relative references move, absolute ones stay; one that leaves the sheet becomes #REF!.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return tokenize(formula)
    .map((token) => shiftToken(token, rows, columns))
    .join("");
}

function shiftToken(token: Token, rows: number, columns: number): string {
  if (token.kind !== "cell" && token.kind !== "column" && token.kind !== "row") return token.text;
  const parts = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(token.text);
  if (parts === null) return token.text;
  const [, firstMark = "", letters = "", secondMark = "", digits = ""] = parts;
  // A row alone ($3) has its mark in first place.
  const rowMark = letters === "" ? firstMark : secondMark;
  const column = letters === "" ? "" : shiftColumn(letters, firstMark === "$" ? 0 : columns);
  const row = digits === "" ? "" : shiftRow(digits, rowMark === "$" ? 0 : rows);
  if (column === undefined || row === undefined) return "#REF!";
  return letters === "" ? `${rowMark}${row}` : `${firstMark}${column}${secondMark}${row}`;
}

function shiftColumn(letters: string, by: number): string | undefined {
  let column = -1;
  for (const letter of letters.toUpperCase())
    column = (column + 1) * 26 + letter.charCodeAt(0) - 65;
  const shifted = column + by;
  return shifted < 0 || shifted >= MAX_COLUMNS ? undefined : formatColumn(shifted);
}

function shiftRow(digits: string, by: number): string | undefined {
  const shifted = Number(digits) + by;
  return shifted < 1 || shifted > MAX_ROWS ? undefined : String(shifted);
}
