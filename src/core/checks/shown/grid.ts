import { readPlace } from "../../model/table-index.ts";
import type { NumberReading, TableIndex } from "../../model/table-index.ts";
import type { Field } from "../../model/table.ts";
import { asCount } from "../relation.ts";

/** A column of numbers side by side with others: what stands in each row, and how far its rounding leaves it open. */
export interface ShownColumn {
  readonly field: Field;
  readonly readings: readonly (NumberReading | null)[];
  readonly values: Float64Array;
  readonly halves: Float64Array;
  /** How far its numbers lie apart: what a chance hit is measured against. */
  readonly spread: number;
}

/** Fewer rows show nothing. */
const FEWEST_ROWS = 4;

/** The columns of a table that hold plain numbers in at least four rows; ranks and means of rows are none. */
export function columnsOf(index: TableIndex): readonly ShownColumn[] {
  const { table } = index;
  if (table.orientation === "indicators-in-rows") return [];
  const subjects = table.subjects.filter(({ role }) => role !== "average");
  return table.fields.flatMap((field): ShownColumn[] => {
    if (NEVER.has(field.measure) || field.unit?.family === "rank") return [];
    const readings = subjects.map((subject) => {
      const reading = readPlace(index, subject, field);
      return reading.kind === "number" ? asCount(reading) : null;
    });
    const numbers = readings.flatMap((reading) => (reading === null ? [] : [reading.stated.value]));
    if (numbers.length < FEWEST_ROWS) return [];
    const decimals = index.columnOf.get(field)?.decimals ?? 0;
    return [
      {
        field,
        readings,
        values: Float64Array.from(readings, (reading) => reading?.stated.value ?? NaN),
        halves: Float64Array.from(readings, (reading) =>
          reading === null ? NaN : halfOf(reading, decimals)
        ),
        spread:
          numbers.reduce((most, value) => Math.max(most, value), -Infinity) -
          numbers.reduce((least, value) => Math.min(least, value), Infinity),
      },
    ];
  });
}

const NEVER: ReadonlySet<Field["measure"]> = new Set(["rank", "rank-change", "verdict"]);

/** A 2 among 0.5 and 1.5 is 2.0: what it shows of its column, it shows with the column's digits. */
function halfOf({ stated, place }: NumberReading, decimals: number): number {
  // A target of 5 is five, and nothing that rounds to it.
  const isAim = place.field.measure === "target" || place.field.measure === "target-part";
  if (isAim && Number.isInteger(stated.value)) return 0;
  const places = Math.max(stated.decimals, decimals);
  const half = stated.precision === "stated" ? 0.5 * 10 ** -places : 0;
  return half + (stated.spread ?? 0) + Math.abs(stated.value) * 1e-9;
}
