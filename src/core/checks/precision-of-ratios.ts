import type { Outcome } from "../evaluation/evaluation.ts";
import { formatFixed } from "../findings/format-number.ts";
import { toInterval } from "../model/interval.ts";
import type { Column, NumberReading } from "../model/table-index.ts";
import { findField } from "../model/find-field.ts";
import { readPlace } from "../model/table-index.ts";
import type { CheckContext } from "./check.ts";
import type { FollowedRatio } from "./column-verdict.ts";
import { found, operandOf } from "./describe.ts";
import { followedGrowths } from "./growth-rows.ts";
import { isNonEmpty, qualityOver } from "./quality.ts";
import { followedShares } from "./share-mismatch.ts";

const ID = "precision-unsupported";
/** So many last digits of room: the last two printed places rest on nothing. One place of room is every bulletin's. */
const ROOM = 100;
const FEWEST_ROWS = 3;
const ENOUGH = 0.8;

/**
 * Shares and growths printed with two places more than the rounding of their operands leaves: 14 over 13 as 7.69 %. The
 * office computed them from finer numbers than it prints; once for a column.
 */
export function unsupportedRatios(context: CheckContext): readonly Outcome[] {
  return context.index.columns.flatMap((column): readonly Outcome[] => {
    if (column.measure !== "share" && column.measure !== "growth") return [];
    if (!isWorthAsking(context, column)) return [];
    const rows =
      column.measure === "share"
        ? followedShares(context, column)
        : followedGrowths(context, column);
    return judge(rows.filter(({ claim }) => isTyped(claim)));
  });
}

function isTyped({ stated }: NumberReading): boolean {
  return stated.origin === "typed" && stated.precision === "stated";
}

/** In doubles, by the upper number alone: nearly every column ends here. */
function isWorthAsking({ index }: CheckContext, column: Column): boolean {
  let rows = 0;
  let wide = 0;
  for (const field of column.fields) {
    const upperField = findField(index, field.indicator.id, "actual", field);
    if (upperField === undefined) continue;
    for (const subject of index.table.subjects) {
      if (subject.role !== "zone") continue;
      const claim = readPlace(index, subject, field);
      const upper = readPlace(index, subject, upperField);
      if (claim.kind === "none" || upper.kind === "none" || !isTyped(claim)) continue;
      rows += 1;
      if (upper.stated.precision !== "stated" || upper.stated.value === 0) continue;
      const size = Math.abs(claim.stated.value) + (column.measure === "growth" ? 100 : 0);
      const half = 0.5 * 10 ** -upper.stated.decimals;
      // The lower number may be as coarse again.
      const width = 4 * size * (half / Math.abs(upper.stated.value));
      if (width * 10 ** claim.stated.decimals >= ROOM) wide += 1;
    }
  }
  return rows >= FEWEST_ROWS && wide / rows >= ENOUGH;
}

function judge(rows: readonly FollowedRatio[]): readonly Outcome[] {
  const wide = rows.filter(({ claim, computed }) => {
    const { low, high } = toInterval(computed.range);
    return (high - low) * 10 ** claim.stated.decimals >= ROOM;
  });
  const readings = wide.map(({ claim }) => claim);
  const [first] = wide;
  if (first === undefined || !isNonEmpty(readings)) return [];
  if (wide.length < FEWEST_ROWS || wide.length / rows.length < ENOUGH) return [];
  const { low, high } = toInterval(first.computed.range);
  const { value, decimals } = first.claim.stated;
  const spread = (high - low) / 2;
  // A place is supported where the room is no more than ten of its digits.
  const supported = Math.max(0, Math.floor(1 - Math.log10(high - low)));
  const shown = [low, high].map((bound) => formatFixed(bound, decimals)).join(" ~ ");
  return [
    found({
      ...qualityOver(readings, {
        severity: "information",
        remark: "optional",
        stated: value,
        expected: null,
        operands: [...first.operands, operandOf("stated", first.claim)],
        arithmetic: `${shown}; ${decimals} > ${supported}`,
        decimals,
      }),
      code: ID,
      params: { decimals, supported, spread: Number(spread.toPrecision(2)) },
    }),
  ];
}
