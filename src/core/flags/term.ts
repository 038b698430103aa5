import type { WatchedNumber } from "../findings/watched.ts";
import type { IndicatorTable } from "../model/table.ts";
import { isInTable } from "../model/table.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { CellRef } from "../workbook/address.ts";
import { MAX_COLUMNS } from "../workbook/address.ts";
import { cellAt } from "../workbook/book.ts";
import type { Sheet } from "../workbook/book.ts";
import { singleCell, textTest, unchangedTest } from "./cell-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { allOf, joined, native } from "./native-formula.ts";

/** The sheet a flag stands on, as it was read, and what was understood of its cells. */
export interface Scene {
  readonly sheet: Sheet;
  /** The number understood at a cell, where one was. */
  readonly statedAt: (cell: CellRef) => StatedNumber | undefined;
}

/** A number of a test: a live cell of the same sheet, or a value that is frozen. */
export interface Term {
  readonly formula: NativeFormula;
  readonly value: number;
  /** Half a last digit: what the number as printed may be off by. 0 where it is exact. */
  readonly half: number;
  /** The live cell, which must hold a number for the test to say anything. */
  readonly cell: CellRef | null;
  /** What else must hold for the term to mean what it meant. */
  readonly guards: readonly NativeFormula[];
  /** No number stands in the cell yet. */
  readonly isOpen: boolean;
}

/** A native test, and whether it is true of the numbers that stand there now. Written only when it is asked for. */
export interface Written {
  readonly write: () => NativeFormula;
  /** What the numbers at hand, beyond places and digits, make of the formula. */
  readonly variant: string;
  readonly holds: boolean;
}

/** Looks up what the tables understood of a sheet's cells. */
export function sceneOf(sheet: Sheet, tables: readonly IndicatorTable[]): Scene {
  const stated = new Map<number, StatedNumber>();
  for (const table of tables) {
    if (table.sheet !== sheet.name) continue;
    for (const row of table.cells) {
      for (const observation of row) {
        if (observation?.content.kind !== "number" || !isInTable(table, observation.at)) continue;
        // Of two numbers in one cell (14.26(3)) the first is the one an arithmetic is of.
        const key = keyOf(observation.at);
        if (!stated.has(key)) stated.set(key, observation.content.stated);
      }
    }
  }
  return { sheet, statedAt: (cell) => stated.get(keyOf(cell)) };
}

/** A number of the arithmetic: live where its cell stands on the same sheet as the flag, which cannot look elsewhere. */
export function termOf(operand: WatchedNumber, scene: Scene): Term {
  const cell = operand.at?.sheet === scene.sheet.name ? singleCell(operand.at.area) : undefined;
  // A target is what it is, whatever digits it is written with.
  const isExact = operand.role === "target" || operand.isExact === true;
  const half = isExact ? 0 : halfOf(scene, cell, operand);
  if (cell === undefined) return frozen(operand.value, half);
  return cellTerm(cell, operand.value, half, scene);
}

/** The number that stands in a cell, read as `value`. */
export function statedTerm(cell: CellRef, value: number, scene: Scene): Term {
  return cellTerm(cell, value, halfOf(scene, cell, { value, decimals: null }), scene);
}

/** A number that is still to be typed into a cell, in the unit the cell's format shows. */
export function openTerm(cell: CellRef, scene: Scene): Term {
  const { numberFormat } = cellAt(scene.sheet, cell.row, cell.column);
  const formula = isPercent(numberFormat) ? native`${cell}*100` : [cell];
  return { formula, value: 0, half: 0, cell, guards: [], isOpen: true };
}

/** A number without a cell. */
export function frozen(value: number, half: number): Term {
  return { formula: native`${value}`, value, half, cell: null, guards: [], isOpen: false };
}

/** The condition, and with it all that must hold for it to make sense: numbers in the live cells, frozen ones unchanged. */
export function guarded(terms: readonly Term[], condition: NativeFormula): NativeFormula {
  const cells = terms.flatMap((term) => (term.cell === null ? [] : [term.cell]));
  const [first] = cells;
  const numbers =
    first === undefined
      ? []
      : cells.length === 1
        ? [native`ISNUMBER(${first})`]
        : [native`COUNT(${joined(cells.map((cell) => [cell]))})=${cells.length}`];
  return allOf([...numbers, ...terms.flatMap((term) => term.guards), condition]);
}

function cellTerm(cell: CellRef, value: number, half: number, scene: Scene): Term {
  const { value: raw } = cellAt(scene.sheet, cell.row, cell.column);
  if (raw === 0 && value === 0) return { ...openTerm(cell, scene), half, isOpen: false };
  if (typeof raw === "number") {
    const scaled = scale(cell, raw, value);
    if (scaled !== undefined) {
      return { formula: scaled, value, half, cell, guards: [], isOpen: false };
    }
  }
  const guard = typeof raw === "string" ? textTest(cell, raw) : unchangedTest(scene.sheet, cell);
  return { formula: native`${value}`, value, half, cell: null, guards: [guard], isOpen: false };
}

/** The cell in the unit of the arithmetic: a percent format stores 0.17 for 17, a column in 万元 ten thousand for one 亿元. */
function scale(cell: CellRef, raw: number, value: number): NativeFormula | undefined {
  if (raw === value || isNear(raw, value)) return [cell];
  if (raw === 0 || value === 0) return undefined;
  const exponent = Math.log10(Math.abs(value / raw));
  const power = Math.round(exponent);
  if (Math.abs(power) > 9 || Math.sign(raw) !== Math.sign(value)) return undefined;
  const factor = Number(`1e${Math.abs(power)}`);
  const scaled = power > 0 ? raw * factor : raw / factor;
  if (!isNear(scaled, value)) return undefined;
  return power > 0 ? native`${cell}*${factor}` : native`${cell}/${factor}`;
}

/** A percent format shows a hundred times what the cell stores; a % inside quotes or after a backslash is a text. */
function isPercent(numberFormat: string): boolean {
  return numberFormat.replace(/"[^"]*"|\\./gu, "").includes("%");
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

function halfOf(
  scene: Scene,
  cell: CellRef | undefined,
  number: { readonly value: number; readonly decimals: number | null }
): number {
  const stated = cell === undefined ? undefined : scene.statedAt(cell);
  if (stated === undefined) return number.decimals === null ? 0 : halfDigit(number.decimals);
  const own = stated.precision === "stated" ? halfDigit(stated.decimals) : 0;
  const half = own + (stated.spread ?? 0);
  // The arithmetic may be in another unit than the cell, and so are its digits.
  if (stated.value === 0 || isNear(stated.value, number.value)) return half;
  return Number(Math.abs((half * number.value) / stated.value).toPrecision(12));
}

function halfDigit(decimals: number): number {
  return Number(`5e-${decimals + 1}`);
}

function keyOf(cell: CellRef): number {
  return cell.row * MAX_COLUMNS + cell.column;
}
