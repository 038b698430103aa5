import { judgeExactly, minus, quantityOf, scale } from "../model/interval.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import { ERROR, HALF } from "../model/near.ts";
import type { DifferenceRelation, Operand, Rows } from "./relation.ts";
import { roundingOf, screenRange, UNDECIDED, widthOf } from "./screen.ts";
import { FIRST_NUMBER, KIND, statedAt } from "./typed-column.ts";
import {
  codeOf,
  startVerdicts,
  tell,
  VERDICT,
  verdictOnClaim,
  verdictOnOperand,
} from "./verdict.ts";
import type { Verdicts } from "./verdict.ts";

/** Judges some rows of a printed difference: in doubles, and near an interval's edge in decimals. */
export function judgeDifferences(
  relation: DifferenceRelation,
  rows: Rows,
  verdicts: Verdicts
): void {
  const { claim, own, other } = relation;
  const { values: claims, decimals, kinds } = claim;
  const { values: owns, decimals: ownDecimals, kinds: ownKinds } = own.column;
  const { values: others, decimals: otherDecimals, kinds: otherKinds } = other.column;
  const ownStep = own.row === null ? 1 : 0;
  const otherStep = other.row === null ? 1 : 0;
  const ownScale = own.scale;
  const otherScale = other.scale;
  // What half a digit of each operand counts for in the claim.
  const ownWeight = Math.abs(ownScale);
  const otherWeight = relation.otherIs === "exact" ? 0 : Math.abs(otherScale);
  const { to } = rows;
  // A module's names are looked up anew each time, in some bundles; these are needed for each row.
  const stated = KIND.stated;
  const halves = HALF;
  const doubt = 4 * ERROR;
  startVerdicts(verdicts, rows.from, to);
  let from = own.row ?? rows.from;
  let taken = other.row ?? rows.from;
  for (let row = rows.from; row < to; row += 1, from += ownStep, taken += otherStep) {
    if (kinds[row] === stated && ownKinds[from] === stated && otherKinds[taken] === stated) {
      const printed = claims[row] ?? 0;
      const a = (owns[from] ?? 0) * ownScale;
      const b = (others[taken] ?? 0) * otherScale;
      const half = halves[decimals[row] ?? 0] ?? 0;
      const off = Math.abs(a - b - printed);
      const size = Math.abs(a) + Math.abs(b) + Math.abs(printed);
      const width =
        half +
        ownWeight * (halves[ownDecimals[from] ?? 0] ?? 0) +
        otherWeight * (halves[otherDecimals[taken] ?? 0] ?? 0);
      const margin = doubt * (size + width);
      if (off < width - margin) continue;
      if (off > width + margin) {
        tell(verdicts, row, VERDICT.disagrees);
        continue;
      }
    }
    const code = judgeRow(relation, row, from, taken);
    if (code !== VERDICT.fits) tell(verdicts, row, code);
  }
}

/** One row that is not plainly judged. */
function judgeRow(relation: DifferenceRelation, row: number, from: number, taken: number): number {
  const { claim, own, other } = relation;
  const kind = claim.kinds[row] ?? KIND.blank;
  if (kind < FIRST_NUMBER) return verdictOnClaim(kind);
  const ownKind = own.column.kinds[from] ?? KIND.blank;
  if (ownKind < FIRST_NUMBER) return verdictOnOperand(ownKind);
  const otherKind = other.column.kinds[taken] ?? KIND.blank;
  if (otherKind < FIRST_NUMBER) return verdictOnOperand(otherKind);
  const printed = claim.values[row] ?? 0;
  const decimals = claim.decimals[row] ?? 0;
  const a = (own.column.values[from] ?? 0) * own.scale;
  const b = (other.column.values[taken] ?? 0) * other.scale;
  const width = widthAt(own, from, "rounded") + widthAt(other, taken, relation.otherIs);
  const code = screenRange(
    printed,
    roundingOf(kind, printed, decimals),
    widthOf(kind, printed, decimals),
    a - b,
    a - b - width,
    a - b + width,
    4 * ERROR * (Math.abs(a) + Math.abs(b) + width)
  );
  return code === UNDECIDED ? decide(relation, row, from, taken) : code;
}

function widthAt({ column, scale: by }: Operand, row: number, is: "rounded" | "exact"): number {
  if (is === "exact") return 0;
  const kind = column.kinds[row] ?? KIND.blank;
  return widthOf(kind, column.values[row] ?? 0, column.decimals[row] ?? 0) * Math.abs(by);
}

function decide(relation: DifferenceRelation, row: number, from: number, taken: number): number {
  const { own, other, otherIs } = relation;
  const exact = (stated: StatedNumber): StatedNumber => ({ ...stated, precision: "count" });
  const b = statedAt(other.column, taken);
  const computed = minus(
    scale(quantityOf(statedAt(own.column, from)), own.scale),
    scale(quantityOf(otherIs === "exact" ? exact(b) : b), other.scale)
  );
  return codeOf(judgeExactly(statedAt(relation.claim, row), computed));
}
