import type { Area, CellRef } from "../workbook/address.ts";
import { formatArea, formatCell, formatColumn } from "../workbook/address.ts";

/**
 * A native formula as written pieces and the places it refers to. Places stay places until it is known over which
 * cells the formula will stand: only then can a reference be made relative.
 */
export type NativeFormula = readonly Piece[];
type Piece = string | CellRef | Area;

/** Which part of a reference moves with the cell a conditional format paints. */
export type Direction = "down" | "across";

/** Excel's limit for a text inside a formula. */
const MAX_LITERAL = 255;

const UNSEEN = /((?! )[\p{Zs}\p{Cf}])/u;

/** Writes a native formula: texts are taken as they are, numbers and places as Excel writes them. */
export function native(
  texts: TemplateStringsArray,
  ...values: readonly (number | string | CellRef | Area | NativeFormula)[]
): NativeFormula {
  const pieces: Piece[] = [];
  texts.forEach((text, index) => {
    if (text !== "") pieces.push(text);
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === "number") pieces.push(formatNumber(value));
    else if (typeof value === "string") pieces.push(value);
    else if (isFormula(value)) pieces.push(...value);
    else pieces.push(value);
  });
  return pieces;
}

/** All of these must hold. */
export function allOf(tests: readonly NativeFormula[]): NativeFormula {
  const [first, ...rest] = tests;
  if (first === undefined) return ["TRUE"];
  if (rest.length === 0) return first;
  return native`AND(${joined(tests)})`;
}

/** Formulas with commas between them. */
export function joined(formulas: readonly NativeFormula[]): NativeFormula {
  return formulas.flatMap((formula, index) => (index === 0 ? [...formula] : [",", ...formula]));
}

/**
 * A number as a formula holds it: at most 15 significant digits, as many as Excel reads; negative ones in brackets. One
 * that needs an exponent is written as a sum, because not every program compares such a literal rightly (1>1E-9).
 */
function formatNumber(value: number): string {
  const text = String(Number(value.toPrecision(15))).toUpperCase();
  if (text.includes("E")) return `(0+${text})`;
  return value < 0 ? `(${text})` : text;
}

/**
 * A text inside a formula, quotes doubled; undefined where Excel would refuse it (too long, or control characters).
 * Blanks other than the plain one, and characters nobody sees, are named by their number: programs do not keep them
 * alike inside a text, and a reader of the formula should see them.
 */
export function formatLiteral(text: string): string | undefined {
  const doubled = text.replaceAll('"', '""');
  if (doubled.length > MAX_LITERAL || hasControlCharacter(text)) return undefined;
  // Splitting by a group gives text and unseen character in turn.
  const parts = doubled.split(UNSEEN).flatMap((part, index) => {
    if (part === "") return [];
    return index % 2 === 0 ? [`"${part}"`] : [`UNICHAR(${part.codePointAt(0) ?? 0})`];
  });
  return parts.length === 0 ? '""' : parts.join("&");
}

/** The formula for a cell it paints, with references into the cell's own row (or column) relative. Without leading =. */
export function renderFormula(
  formula: NativeFormula,
  anchor: CellRef,
  direction: Direction
): string {
  return formula
    .map((piece) => (typeof piece === "string" ? piece : reference(piece, anchor, direction)))
    .join("");
}

/** Two formulas of one shape can be one conditional format: they differ in the painted row (or column) alone. */
export function shapeOf(formula: NativeFormula, anchor: CellRef, direction: Direction): string {
  return formula
    .map((piece) => {
      if (typeof piece === "string") return piece;
      if (!isOnLine(piece, anchor, direction)) return reference(piece, anchor, direction);
      const along = direction === "down" ? piece.column : piece.row;
      const length = isArea(piece) ? (direction === "down" ? piece.columns : piece.rows) : 1;
      return `<${along}+${length}>`;
    })
    .join("");
}

/** The same formula for another cell of the column: places in the old cell's row go to the new one's. */
export function moveDown(formula: NativeFormula, from: CellRef, to: CellRef): NativeFormula {
  if (from.row === to.row) return formula;
  return formula.map((piece) =>
    typeof piece !== "string" && isOnLine(piece, from, "down") ? { ...piece, row: to.row } : piece
  );
}

function reference(place: CellRef | Area, anchor: CellRef, direction: Direction): string {
  const format = !isOnLine(place, anchor, direction)
    ? absolute
    : direction === "down"
      ? (cell: CellRef): string => `$${formatCell(cell)}`
      : (cell: CellRef): string => `${formatColumn(cell.column)}$${cell.row + 1}`;
  if (!isArea(place)) return format(place);
  const last = {
    row: place.row + place.rows - 1,
    column: place.column + place.columns - 1,
  };
  return formatArea(place).includes(":") ? `${format(place)}:${format(last)}` : format(place);
}

function absolute(cell: CellRef): string {
  return `$${formatColumn(cell.column)}$${cell.row + 1}`;
}

function isOnLine(place: CellRef | Area, anchor: CellRef, direction: Direction): boolean {
  return direction === "down"
    ? place.row === anchor.row && (!isArea(place) || place.rows === 1)
    : place.column === anchor.column && (!isArea(place) || place.columns === 1);
}

function isArea(place: CellRef | Area): place is Area {
  return "rows" in place;
}

function isFormula(value: CellRef | Area | NativeFormula): value is NativeFormula {
  return Array.isArray(value);
}

/** XML carries no control characters but tab and line ends, and those change on the way; nor half pairs, nor the last two. */
export function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text);
}
