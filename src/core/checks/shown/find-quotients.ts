import type { Field } from "../../model/table.ts";
import { weighBoth } from "./evidence.ts";
import type { Estimate, Evidence } from "./evidence.ts";
import type { ShownColumn } from "./grid.ts";
import { middleOf } from "./middle.ts";

/** claim = factor × part ÷ whole, as most rows of a table show it. */
export interface ShownQuotient {
  readonly claim: ShownColumn;
  readonly part: ShownColumn;
  readonly whole: ShownColumn;
  /** A power of ten: 100 for a percentage. */
  readonly factor: number;
  readonly evidence: Evidence;
}

/** Beyond what chance gives among all that were tried. */
const MARGIN = 16;
/** What is headed as a share or a rate is a quotient of something, most likely of what stands beside it. */
const MARGIN_OF_NAMED = 6;
const OF_PARTS: ReadonlySet<Field["measure"]> = new Set(["share", "rate", "attainment"]);

/** The quotient that a column is of two others, where its rows leave no doubt. */
export function findQuotient(
  claim: ShownColumn,
  columns: readonly ShownColumn[],
  isTaken: (columns: readonly ShownColumn[]) => boolean
): ShownQuotient | undefined {
  let best: ShownQuotient | undefined;
  const isNamed = claim.field.unit?.family === "rate" && isPartOfWhole(claim.field);
  const tried = Math.log2(2 * columns.length ** 2 + 1);
  for (const part of columns) {
    if (part === claim) continue;
    for (const whole of columns) {
      if (whole === claim || whole === part || !mayDivide(claim, part, whole)) continue;
      const factor = factorOf(claim, part, whole);
      if (factor === undefined) continue;
      const shape = { part, whole, factor };
      const needed = (isNamed && factor === 100 ? MARGIN_OF_NAMED : MARGIN) + tried;
      const evidence = weighBoth(claim, (row, isExact) => quotientAt(row, isExact, shape), needed);
      if (evidence === undefined) continue;
      if (isTaken([claim, part, whole])) continue;
      if (best === undefined || isBetter(evidence, best.evidence))
        best = { claim, part, whole, factor, evidence };
    }
  }
  return best;
}

/** 入库率, a rate nobody knows by name, is one like 占比. */
function isPartOfWhole({ measure, indicator, path }: Field): boolean {
  if (OF_PARTS.has(measure)) return true;
  return (
    measure === "actual" &&
    indicator.kind === "rate" &&
    /(?:率|比重|占比|比例|强度)(?:[(（].*)?$/u.test((path.at(-1) ?? "").trim())
  );
}

export function isBetter(one: Evidence, other: Evidence): boolean {
  const [a, b] = [one.fits - 2 * (one.rows - one.fits), other.fits - 2 * (other.rows - other.fits)];
  return a === b ? one.bits > other.bits : a > b;
}

/** Amounts; and where 完成率 is claimed, a growth or a rate by its target: 13.4% of 12%. */
function mayDivide(claim: ShownColumn, part: ShownColumn, whole: ShownColumn): boolean {
  if (mayBeDivided(part.field) && mayBeDivided(whole.field)) return true;
  return (
    claim.field.measure === "attainment" &&
    REACHED.has(part.field.measure) &&
    (whole.field.measure === "target" || whole.field.measure === "target-part")
  );
}

const REACHED: ReadonlySet<Field["measure"]> = new Set(["growth", "rate", "share", "actual"]);

/** Amounts and counts are divided, rates are not. */
export function mayBeDivided({ unit, indicator }: Field): boolean {
  if (indicator.kind === "rate") return false;
  return unit?.family !== "rate" && unit?.family !== "points";
}

/** The middle of so many rows, taken evenly from all, shows the power of ten as well as that of ten thousand. */
const ROWS_ASKED = 250;

/** 100 for what is in per cent; else the power of ten that the middle row shows. */
function factorOf(claim: ShownColumn, part: ShownColumn, whole: ShownColumn): number | undefined {
  const step = Math.max(1, Math.floor(claim.values.length / ROWS_ASKED));
  // Plain numbers: this is asked of every two columns that a third may be the quotient of.
  const quotients = new Float64Array(Math.ceil(claim.values.length / step));
  let count = 0;
  for (let row = 0; row < claim.values.length; row += step) {
    const quotient =
      ((claim.values[row] ?? NaN) * (whole.values[row] ?? NaN)) / (part.values[row] ?? NaN);
    if (Number.isFinite(quotient) && quotient > 0) quotients[count++] = quotient;
  }
  if (count < 3) return undefined;
  const middle = middleOf(quotients.subarray(0, count));
  const factor = 10 ** Math.round(Math.log10(middle));
  return Math.abs(middle / factor - 1) < 0.05 ? Number(factor.toPrecision(12)) : undefined;
}

function quotientAt(
  row: number,
  isExact: boolean,
  { part, whole, factor }: Pick<ShownQuotient, "part" | "whole" | "factor">
): Estimate | null {
  const [above, below] = [part.values[row] ?? NaN, whole.values[row] ?? NaN];
  if (Number.isNaN(above) || !(below > 0)) return null;
  const value = (factor * above) / below;
  const telling = [above !== 0 && below !== 1 && above !== below];
  if (isExact) return { value, room: Math.abs(value) * 1e-12, telling };
  const doubt = (part.halves[row] ?? 0) / Math.abs(above || 1) + (whole.halves[row] ?? 0) / below;
  const room = above === 0 ? (factor * (part.halves[row] ?? 0)) / below : Math.abs(value) * doubt;
  return { value, room, telling };
}
