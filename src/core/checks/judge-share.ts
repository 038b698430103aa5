import { quantityOf, scale, shareOf } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { claimOf } from "./column-verdict.ts";
import type { Claim } from "./column-verdict.ts";
import type { Whole, WholeValue } from "./whole.ts";

/** A printed share with its part, before it is known what it divides by. */
export interface Row {
  readonly claim: NumberReading;
  readonly place: Place;
  readonly part: NumberReading;
  readonly wholes: readonly Whole[];
}

export interface Judged extends Claim {
  readonly row: Row;
  readonly part: NumberReading;
  readonly whole: Whole;
  readonly value: WholeValue;
}

export function judgeRow(row: Row, key: string): readonly Judged[] {
  const { index, subject } = row.place;
  const whole = row.wholes.find((candidate) => candidate.key === key);
  const value = whole?.valueFor(subject);
  if (whole === undefined || value === undefined) return [];
  const part = whole.part === null ? row.part : readPlace(index, subject, whole.part);
  if (part.kind === "none") return [];
  const computed = computeShare(part, value);
  return computed === undefined
    ? []
    : [{ ...claimOf(row.claim, computed), row, part, whole, value }];
}

function computeShare(part: NumberReading, value: WholeValue): Quantity | undefined {
  const factor = unitFactor(part.place.field.unit, value.unit);
  if (factor === undefined) return undefined;
  const own = scale(quantityOf(part.stated), factor);
  return shareOf(own, scale(quantityOf(value.stated), value.scale));
}

/** The only other whole that makes the printed share right, if there is exactly one. */
export function otherFit({ row, whole }: Judged): string | null {
  const fitting = row.wholes.filter(
    (other) =>
      other.name !== whole.name &&
      judgeRow(row, other.key).some(({ verdict }) => verdict !== "disagrees")
  );
  const names = new Set(fitting.map((other) => other.name));
  return names.size === 1 ? ([...names][0] ?? null) : null;
}
