import type { Calculation } from "./arithmetic.ts";
import type { Grid } from "./broadcast.ts";
import type { Lanes, Operands } from "./registers.ts";
import { LANES } from "./registers.ts";
import { scaleInto } from "./whole-arithmetic.ts";

/** Rows of plain numbers, read and scaled together. */
export interface Block {
  readonly operands: Operands;
  /** The operands as whole numbers; a numerator is NaN where an operand has more digits than those hold. */
  readonly scaled: readonly [Lanes, Lanes, Lanes, Lanes];
  readonly results: Float64Array;
}

export function newBlock(): Block {
  const column = (): Float64Array => new Float64Array(LANES);
  // An operand a function does not have is 0, over 1.
  const lanes = (): Lanes => ({ first: column(), second: column().fill(1) });
  return {
    operands: [column(), column(), column(), column()],
    scaled: [lanes(), lanes(), lanes(), lanes()],
    results: column(),
  };
}

/**
 * Reads the rows of grids of one column each into a block. Cell by cell, as the general way does it, a number read out of its
 * row would be made an object of its own. False where anything else than a plain number stands there, or one that is refused.
 */
export function readBlock(
  grids: readonly Grid[],
  from: number,
  count: number,
  { refuse }: Calculation,
  { operands }: Block
): boolean {
  for (let k = 0; k < operands.length; k += 1) {
    const [grid, column] = [grids[k], operands[k]];
    if (column === undefined) continue;
    if (grid === undefined) column.fill(0, 0, count);
    else if (!readColumn(grid, from, count, column)) return false;
  }
  if (refuse === undefined) return true;
  const [a, b, c, d] = operands;
  for (let i = 0; i < count; i += 1) {
    if (refuse(at(a, i), at(b, i), at(c, i), at(d, i)) !== undefined) return false;
  }
  return true;
}

function readColumn(grid: Grid, from: number, count: number, column: Float64Array): boolean {
  if (grid.length === 1) {
    const value = grid[0]?.[0];
    if (typeof value !== "number" || !Number.isFinite(value)) return false;
    column.fill(value, 0, count);
    return true;
  }
  for (let i = 0; i < count; i += 1) {
    const value = grid[from + i]?.[0];
    if (typeof value !== "number" || !Number.isFinite(value)) return false;
    column[i] = value;
  }
  return true;
}

/** Scales the first `used` operands. all: every row has few digits · none: no row has · some. */
export function scaleBlock(
  { operands, scaled }: Block,
  used: number,
  count: number
): "all" | "none" | "some" {
  for (let k = 0; k < 4; k += 1) {
    const [values, lanes] = [operands[k], scaled[k]];
    if (values === undefined || lanes === undefined) continue;
    if (k < used) scaleInto(values, count, lanes);
    else {
      lanes.first.fill(0, 0, count);
      lanes.second.fill(1, 0, count);
    }
  }
  let shorts = 0;
  for (let i = 0; i < count; i += 1) if (isShortAt(scaled, i)) shorts += 1;
  return shorts === count ? "all" : shorts === 0 ? "none" : "some";
}

/** Whether the operands of a row all have few digits. */
export function isShortAt([a, b, c, d]: Block["scaled"], row: number): boolean {
  return !Number.isNaN(at(a.first, row) + at(b.first, row) + at(c.first, row) + at(d.first, row));
}

function at(column: Float64Array, index: number): number {
  return column[index] ?? NaN;
}
