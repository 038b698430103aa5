import type { Operand, RemarkNeed, Severity } from "../findings/finding.ts";
import { quantityOf, scale } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import type { Interval } from "../model/stated-number.ts";
import type { NumberReading } from "../model/table-index.ts";
import type { Unit } from "../model/unit.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { addressAround, addressOf, subjectAt, subjectOfColumn } from "./describe.ts";

/** What a finding of a relation says besides its code and its parameters. */
export interface About {
  readonly severity: Severity;
  readonly expected: { readonly low: number | null; readonly high: number | null } | null;
  readonly operands: readonly Operand[];
  readonly arithmetic: string | null;
  readonly allowed: Interval | null;
  readonly decimals: number;
}

/** An error is corrected, a warning explained, information may be. */
export function remarkFor(severity: Severity): RemarkNeed {
  if (severity === "error") return "none";
  return severity === "warning" ? "required" : "optional";
}

/** All of a finding at one cell but its code and its parameters. */
export function aboutCell(claim: NumberReading, about: About) {
  const { index } = claim.place;
  return {
    class: "consistency",
    severity: about.severity,
    remark: remarkFor(about.severity),
    subject: subjectAt(claim.place),
    at: addressOf(index, claim.observation.at),
    stated: claim.stated.value,
    expected: about.expected,
    trace: {
      operands: about.operands,
      arithmetic: about.arithmetic,
      allowed: about.allowed,
      decimals: about.decimals,
    },
    alternatives: [],
    consequences: [],
  } as const;
}

/** The same for one question about a whole column; `first` is the example that is told. */
export function aboutColumn(
  first: NumberReading,
  column: readonly NumberReading[],
  about: Omit<About, "severity">
) {
  return {
    ...aboutCell(first, { ...about, severity: "warning" }),
    subject: subjectOfColumn(first.place),
    at: addressAround(
      first.place.index,
      column.map(({ observation }) => observation.at)
    ),
  } as const;
}

/** A number in another unit, with what it may stand for; undefined where the two never compare. */
export function quantityIn(reading: NumberReading, unit: Unit | null): Quantity | undefined {
  const factor = unitFactor(reading.place.field.unit, unit);
  return factor === undefined ? undefined : scale(quantityOf(reading.stated), factor);
}

/** Things counted one by one are exact, whatever column they stand in. */
export function asCount(reading: NumberReading): NumberReading {
  const { unit } = reading.place.field;
  const isCounted = unit?.family === "count" && unit.factor === 1;
  return isCounted && Number.isInteger(reading.stated.value)
    ? { ...reading, stated: { ...reading.stated, precision: "count" } }
    : reading;
}
