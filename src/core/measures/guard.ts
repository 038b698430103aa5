/** A cell, on this sheet or another, or a name; a plain number; a text; a function's result. None needs brackets. */
const ATOM =
  /^(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?$|^[\p{L}_][\p{L}\p{N}_.]*$|^\d+(?:\.\d+)?$|^"(?:[^"]|"")*"$/u;
const CELLS =
  /(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{1,3}\$?\d+(?![\p{L}\p{N}_(])/gu;

/** An argument as it may stand in arithmetic: in brackets unless it is a single cell, number or text. */
export function asOperand(argument: string): string {
  return ATOM.test(argument) ? argument : `(${argument})`;
}

/** Whether an argument is, or holds, a range of several cells or a column of a table. */
export function isRange(argument: string): boolean {
  // A path in the name of another workbook has a colon of its own, and its name stands in brackets.
  const bare = argument
    .replace(/"(?:[^"]|"")*"/gu, "")
    .replace(/(?:'(?:[^']|'')*'|\[[^[\]]*\][^!'"()[\]]*)!/gu, "");
  return bare.includes(":") || bare.replace(THIS_ROW, "").includes("[");
}

/** One cell of a table: 表1[@完成], 表1[[#This Row],[完成]]. */
const THIS_ROW = /\[@(?:\[[^[\]]*\]|[^[\]]*)\]|\[\[#This Row\],\[[^[\]]*\]\]/giu;

/**
 * `value` (without =) where all operands are numbers, #N/A elsewhere: IF(COUNT(D5,E5)<2,NA(),value). In E5*100 it is the
 * cell E5 that is counted, since the product of a blank is 0. COUNT would judge a range as a whole, so over ranges each
 * cell is asked by itself.
 */
export function whereNumbers(operands: readonly string[], value: string): string {
  if (operands.some(isRange)) {
    const tests = operands.map((operand) => `ISNUMBER(${operand})`).join("*");
    return `IF(${tests},${value},NA())`;
  }
  const counted = operands.flatMap(cellsOf);
  return `IF(COUNT(${counted.join(",")})<${counted.length},NA(),${value})`;
}

/** The cells an argument is made of; the argument itself where it names none. */
function cellsOf(argument: string): readonly string[] {
  if (ATOM.test(argument)) return [argument];
  const cells = argument.replace(/"(?:[^"]|"")*"/gu, "").match(CELLS);
  return cells ?? [argument];
}

/** `expression`, rounded where the call gives decimals. */
export function rounded(expression: string, decimals: string | undefined): string {
  return decimals === undefined || decimals === ""
    ? expression
    : `ROUND(${expression},${decimals})`;
}
