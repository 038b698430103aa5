import type { FindingClass, Operand, RemarkNeed, Severity } from "../findings/finding.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import type { Observation } from "../model/table.ts";
import { addressAround, addressOf, subjectAt, subjectOfColumn } from "./describe.ts";

/** What a finding of quality says besides its code and its parameters. */
export interface QualityAbout {
  readonly severity: Severity;
  readonly remark: RemarkNeed;
  readonly stated: number | string | null;
  readonly expected: { readonly low: number | null; readonly high: number | null } | null;
  readonly operands: readonly Operand[];
  readonly arithmetic: string | null;
  readonly decimals: number;
}

/** All of a finding of quality at one cell but its code and its parameters. */
export function qualityAt(place: Place, { at }: Observation, about: QualityAbout) {
  const { severity, remark, stated, expected, operands, arithmetic, decimals } = about;
  return {
    class: "quality" as FindingClass,
    severity,
    remark,
    subject: subjectAt(place),
    at: addressOf(place.index, at),
    stated,
    expected,
    trace: { operands, arithmetic, allowed: null, decimals },
    alternatives: [],
    consequences: [],
  } as const;
}

/** The same for one question about a block of cells. */
export function qualityOver(
  readings: readonly [NumberReading, ...NumberReading[]],
  about: QualityAbout
) {
  const [first] = readings;
  return {
    ...qualityAt(first.place, first.observation, about),
    subject: subjectOfColumn(first.place),
    at: addressAround(
      first.place.index,
      readings.map(({ observation }) => observation.at)
    ),
  } as const;
}

export function isNonEmpty<T>(items: readonly T[]): items is readonly [T, ...T[]] {
  return items.length > 0;
}

/** The numbers of a field in the rows of zones. */
export function significantDigits(value: number): number {
  const digits = Math.abs(value).toPrecision(15).replace(/[.]/u, "").replace(/e.*$/u, "");
  return digits.replace(/^0+/u, "").replace(/0+$/u, "").length;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
