import { tokenize } from "@borgar/fx";
import type { Token } from "@borgar/fx";

/**
 * Cuts a formula into tokens; places count its characters. Excel names a closed workbook by its path, 'C:\表\[季报.xlsx]附表'!A1,
 * which the parser takes for a range of sheets and gives up: the path is covered before it reads on, each character by one.
 */
export function tokensOf(formula: string): readonly Token[] {
  return tokenize(coverPaths(formula), { withLocation: true, mergeRefs: true });
}

const QUOTED = /'((?:[^']|'')*)'!/uy;

function coverPaths(formula: string): string {
  if (!formula.includes("'") || !formula.includes("[")) return formula;
  let covered = "";
  let at = 0;
  let brackets = 0;
  while (at < formula.length) {
    const sign = formula.charAt(at);
    const end = sign === '"' ? endOfText(formula, at) : sign === "'" && brackets > 0 ? at + 2 : 0;
    if (end > 0) {
      covered += formula.slice(at, end);
      at = end;
      continue;
    }
    if (sign === "[") brackets += 1;
    if (sign === "]") brackets -= 1;
    QUOTED.lastIndex = at;
    const sheet = sign === "'" ? QUOTED.exec(formula)?.[0] : undefined;
    const path = sheet?.lastIndexOf("[") ?? -1;
    if (sheet === undefined || path <= 1) {
      covered += sheet ?? sign;
      at += (sheet ?? sign).length;
      continue;
    }
    covered += `'${"x".repeat(path - 1)}${sheet.slice(path)}`;
    at += sheet.length;
  }
  return covered;
}

/** Behind the closing quote; a quote doubled is part of the text. */
function endOfText(formula: string, from: number): number {
  let at = from + 1;
  while (at < formula.length) {
    if (formula[at] === '"') {
      if (formula[at + 1] !== '"') return at + 1;
      at += 1;
    }
    at += 1;
  }
  return at;
}
