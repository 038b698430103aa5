import { cellsOf, contradictions, numberOf, rounded } from "./made-book.ts";
import type { MadeBook, MadeCell, Value } from "./made-book.ts";
import type { Random } from "./random.ts";

/** One slip at one cell: what is typed there in place of what belongs there. */
export interface Fault {
  readonly slip: string;
  readonly cell: MadeCell;
  readonly value: Value;
}

type Slip = (random: Random, own: number, cell: MadeCell, made: MadeBook) => number | undefined;

const SLIPS: Readonly<Record<string, Slip>> = {
  "digits swapped": (random, own, { decimals }) => {
    const digits = Math.abs(own).toFixed(decimals);
    const places = Array.from({ length: digits.length - 1 }, (_, index) => index).filter((at) => {
      const [a, b] = [digits[at], digits[at + 1]];
      return a !== b && a !== "." && b !== ".";
    });
    if (places.length === 0) return undefined;
    const at = random.pick(places);
    const swapped = `${digits.slice(0, at)}${digits[at + 1] ?? ""}${digits[at] ?? ""}${digits.slice(at + 2)}`;
    return Math.sign(own) * Number(swapped);
  },
  "point moved": (random, own, { decimals }) =>
    decimals === 0 ? own * 10 : Number((own * random.pick([10, 100, 0.1, 0.01])).toPrecision(12)),
  "minus lost": (_, own, { kind }) => (/growth|difference|gap/u.test(kind) ? -own : undefined),
  "unit slip": (_, own, { kind }) =>
    /actual|prior|copy|month|plan|done/u.test(kind)
      ? Number((own * 10000).toPrecision(12))
      : undefined,
  "copied from a neighbour": (random, _, { sheet, column, row }, made) => {
    const near = cellsOf(made).filter(
      (other) => other.sheet === sheet && other.column === column && Math.abs(other.row - row) === 1
    );
    return near.length === 0 ? undefined : numberOf(random.pick(near).value);
  },
  "another number": (random, own, { decimals, kind }) => {
    if (kind === "rank") return random.integer(1, 9);
    const by = random.between(0.15, 0.6) * (random.chance(0.5) ? 1 : -1);
    const added = /growth|difference|gap/u.test(kind) ? by * 20 : own * by;
    return rounded(own + added, decimals);
  },
  "a digit wrong": (random, own, { decimals }) => {
    const digits = Math.abs(own).toFixed(decimals);
    const at = random.integer(0, digits.length - 1);
    if (digits[at] === ".") return undefined;
    const typed = `${digits.slice(0, at)}${random.integer(0, 9)}${digits.slice(at + 1)}`;
    return (own < 0 ? -1 : 1) * Number(typed);
  },
};

/** A fault that contradicts something in the book; undefined where none was found soon. */
export function plantFault(
  random: Random,
  made: MadeBook,
  before: readonly Fault[]
): Fault | undefined {
  const cells = cellsOf(made);
  const kinds = [...new Set(cells.map(({ kind }) => kind))];
  const typedBefore = new Map(before.map(({ cell, value }) => [cell.key, value]));
  const seenBefore = contradictions(made, typedBefore).length;
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const kind = random.pick(kinds);
    const cell = random.pick(cells.filter((one) => one.kind === kind));
    if (cell.formula !== null && !random.chance(0.3)) continue;
    // Two faults stand in rows of their own.
    if (before.some((one) => one.cell.row === cell.row || one.cell.sheet !== cell.sheet)) continue;
    const slip = random.pick(Object.keys(SLIPS));
    const value = slipped(random, slip, cell, made);
    if (value === undefined || value === cell.value) continue;
    const both = new Map([...typedBefore, [cell.key, value]]);
    if (contradictions(made, both).length > seenBefore) return { slip, cell, value };
  }
  return undefined;
}

function slipped(random: Random, slip: string, cell: MadeCell, made: MadeBook): Value | undefined {
  if (typeof cell.value === "string") return cell.value === "达到" ? "未达到" : "达到";
  const value = SLIPS[slip]?.(random, cell.value, cell, made);
  return value === undefined || !Number.isFinite(value) ? undefined : value;
}
