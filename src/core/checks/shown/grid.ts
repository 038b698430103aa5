import { readPlace } from "../../model/table-index.ts";
import type { NumberReading, TableIndex } from "../../model/table-index.ts";
import type { Measure } from "../../model/measure.ts";
import type { Field } from "../../model/table.ts";
import type { CellRef } from "../../workbook/address.ts";
import type { Unit } from "../../model/unit.ts";
import { asCount } from "../relation.ts";

/** A column of numbers side by side with others: what stands in each row, and how far its rounding leaves it open. */
export interface ShownColumn {
  /** Its place in the grid. */
  readonly key: number;
  /** What it holds; where its rows are indicators, what the first of them holds. */
  readonly field: Field;
  readonly readings: readonly (NumberReading | null)[];
  readonly values: Float64Array;
  readonly halves: Float64Array;
  /** Which rows are in one unit with one another's; null: all are in the field's. */
  readonly units: Int32Array | null;
  /** One in the last digit that it is printed with. */
  readonly step: number;
  /** How far its numbers lie apart: what a chance hit is measured against. */
  readonly spread: number;
}

/** The numbers of a table laid out so that what belongs together stands in one row. */
export interface ShownGrid {
  readonly columns: readonly ShownColumn[];
  readonly columnOf: (reading: NumberReading) => number;
  readonly rowOf: (reading: NumberReading) => number;
}

/** Fewer rows show nothing. */
const FEWEST_ROWS = 4;
/** Wider tables are searched in their first columns only: the search is of the third power. */
const MOST_COLUMNS = 40;

const NEVER: ReadonlySet<Measure> = new Set(["rank", "rank-change", "verdict"]);
/** What one row of a history or a form may be made of in every of its columns. */
const LEVELS: ReadonlySet<Measure> = new Set([
  "actual",
  "prior",
  "previous",
  "prior-year",
  "actual-month",
  "target",
  "share",
  "rate",
]);

/**
 * The ways a table may be read: its fields over its subjects; where indicators or periods stand in rows, its printed
 * columns over them, and its rows over the columns of levels.
 */
export function gridsOf(index: TableIndex): readonly ShownGrid[] {
  const byField = gridOfFields(index);
  const printed = printedReadings(index);
  const mixed = new Set<number>();
  const fieldOf = new Map<number, number>();
  for (const { observation } of printed) {
    const { column } = observation.at;
    const before = fieldOf.get(column) ?? observation.field;
    if (before !== observation.field) mixed.add(column);
    fieldOf.set(column, before);
  }
  if (mixed.size === 0) return [byField];
  const own = index.table.orientation === "indicators-in-rows" ? [] : [byField];
  const levels = printed.filter(({ place }) => LEVELS.has(place.field.measure));
  return [
    ...own,
    gridOfPlaces(
      index,
      printed,
      ({ column }) => column,
      ({ row }) => row
    ),
    gridOfPlaces(
      index,
      levels,
      ({ row }) => row,
      ({ column }) => column
    ),
  ];
}

/** The columns of a table that hold plain numbers in at least four rows; ranks and means of rows are none. */
function gridOfFields(index: TableIndex): ShownGrid {
  const { table } = index;
  const subjects = table.subjects.filter(({ role }) => role !== "average");
  const columns: ShownColumn[] = [];
  for (const field of table.fields) {
    if (columns.length === MOST_COLUMNS) break;
    if (!mayBeShown(field)) continue;
    const readings = subjects.map((subject) => {
      const reading = readPlace(index, subject, field);
      return reading.kind === "number" ? asCount(reading) : null;
    });
    const column = toColumn(index, { key: field.index, field, readings, units: null });
    if (column !== undefined) columns.push(column);
  }
  return {
    columns,
    columnOf: ({ observation }) => observation.field,
    rowOf: ({ observation }) => observation.subject,
  };
}

function printedReadings(index: TableIndex): readonly NumberReading[] {
  const { table } = index;
  return table.subjects.flatMap((subject) =>
    table.fields.flatMap((field) => {
      const reading = mayBeShown(field) ? readPlace(index, subject, field) : undefined;
      return reading?.kind === "number" ? [asCount(reading)] : [];
    })
  );
}

function gridOfPlaces(
  index: TableIndex,
  printed: readonly NumberReading[],
  columnOf: (at: CellRef) => number,
  rowOf: (at: CellRef) => number
): ShownGrid {
  const rows = [...new Set(printed.map(({ observation }) => rowOf(observation.at)))].sort(
    (a, b) => a - b
  );
  const placeOf = new Map(rows.map((row, place) => [row, place]));
  const byColumn = new Map<number, (NumberReading | null)[]>();
  for (const reading of printed) {
    const key = columnOf(reading.observation.at);
    let column = byColumn.get(key);
    if (column === undefined) byColumn.set(key, (column = rows.map(() => null)));
    column[placeOf.get(rowOf(reading.observation.at)) ?? 0] = reading;
    if (byColumn.size > MOST_COLUMNS) byColumn.delete(key);
  }
  const units = new Map<string, number>();
  const columns = [...byColumn]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, readings]): ShownColumn[] => {
      const field = readings.find((reading) => reading !== null)?.place.field;
      if (field === undefined) return [];
      const codes = Int32Array.from(readings, (reading) =>
        reading === null ? ANY_UNIT : codeOf(reading.place.field, units)
      );
      const column = toColumn(index, { key, field, readings, units: codes });
      return column === undefined ? [] : [column];
    });
  return {
    columns,
    columnOf: ({ observation }) => columnOf(observation.at),
    rowOf: ({ observation }) => rowOf(observation.at),
  };
}

/** A gap or target without a unit is in that of what it is told of. */
export const ANY_UNIT = -1;

const RELATIVE: ReadonlySet<Unit["family"]> = new Set(["rate", "points"]);

/** Equal for what may be added: rates and points, or amounts of one unit. */
function codeOf({ unit, indicator }: Field, codes: Map<string, number>): number {
  if (unit === null && indicator.kind !== "rate") return ANY_UNIT;
  const isRelative = unit === null || RELATIVE.has(unit.family);
  const key = isRelative ? "%" : `${unit.family} ${String(unit.factor)}`;
  const code = codes.get(key) ?? codes.size;
  codes.set(key, code);
  return code;
}

function mayBeShown({ measure, unit }: Field): boolean {
  return !NEVER.has(measure) && unit?.family !== "rank";
}

function toColumn(
  index: TableIndex,
  { key, field, readings, units }: Pick<ShownColumn, "key" | "field" | "readings" | "units">
): ShownColumn | undefined {
  const numbers = readings.flatMap((reading) => (reading === null ? [] : [reading.stated.value]));
  if (numbers.length < FEWEST_ROWS) return undefined;
  return {
    key,
    field,
    readings,
    units,
    values: Float64Array.from(readings, (reading) => reading?.stated.value ?? NaN),
    halves: Float64Array.from(readings, (reading) =>
      reading === null ? NaN : halfOf(reading, decimalsOf(index, reading, units))
    ),
    step: readings.reduce(
      (least, reading) =>
        reading === null ? least : Math.min(least, 10 ** -reading.stated.decimals),
      1
    ),
    spread:
      numbers.reduce((most, value) => Math.max(most, value), -Infinity) -
      numbers.reduce((least, value) => Math.min(least, value), Infinity),
  };
}

/** Indicators in rows have digits of their own each. */
function decimalsOf(
  index: TableIndex,
  { place, stated }: NumberReading,
  units: Int32Array | null
): number {
  return units === null ? (index.columnOf.get(place.field)?.decimals ?? 0) : stated.decimals;
}

/** A 2 among 0.5 and 1.5 is 2.0: what it shows of its column, it shows with the column's digits. */
function halfOf({ stated, place }: NumberReading, decimals: number): number {
  // A target of 5 is five, and nothing that rounds to it.
  const isAim = place.field.measure === "target" || place.field.measure === "target-part";
  if (isAim && Number.isInteger(stated.value)) return 0;
  const places = Math.max(stated.decimals, decimals);
  const half = stated.precision === "stated" ? 0.5 * 10 ** -places : 0;
  return half + (stated.spread ?? 0) + Math.abs(stated.value) * 1e-9;
}
