import type { Measure } from "../model/measure.ts";
import type { Field, Observation } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";

type Cells = readonly (readonly (Observation | null)[])[];

/** Amounts that are counted up, not set: plans and targets are round numbers because somebody chose them. */
const COUNTED: ReadonlySet<Measure> = new Set([
  "actual",
  "actual-month",
  "prior",
  "prior-month",
  "prior-year",
  "previous",
  "opening",
  "increase",
]);

const YI = 10 ** 8;
const WAN = 10 ** 4;
/** Of so few numbers noughts at the end say nothing. */
const FEWEST = 5;
/** One in ten may have been typed with more. */
const NEARLY_ALL = 0.9;
/** 100 is two digits of 亿元 in 万元; that numbers end in one nought is chance in small columns. */
const LEAST_POWER = 2;
/** Two digits must be left of most, and what they end in must be as mixed as in numbers nobody chose. */
const FEWEST_LEFT = 10;
const MIXED = 0.4;

/**
 * 123400 万元 in a column whose numbers all end in 00 is 12.34 亿元 written out: it stands for what 12.34 stands for. The
 * column decides, not a cell; what was typed in it with more digits keeps them. Sums, growths and shares that an office
 * computes before it rounds would be called wrong otherwise.
 */
export function widenCoarse(
  cells: Cells,
  fields: readonly Field[],
  subjects: readonly Subject[]
): Cells {
  const steps = new Map<number, number>();
  for (const field of fields) {
    const step = stepOf(field, cells, subjects);
    if (step !== null) steps.set(field.index, step);
  }
  if (steps.size === 0) return cells;
  return cells.map((row) =>
    row.map((observation) => {
      const step = observation === null ? undefined : steps.get(observation.field);
      if (observation === null || step === undefined) return observation;
      const { content } = observation;
      const value = typedWhole(observation);
      if (content.kind !== "number" || value === null || value % step !== 0) return observation;
      const stated = { ...content.stated, spread: (step - 1) / 2 };
      return { ...observation, content: { ...content, stated } };
    })
  );
}

/** What the numbers of a column are multiples of because of the unit they were rounded in; null: nothing. */
function stepOf(
  { index, unit, measure, indicator }: Field,
  cells: Cells,
  subjects: readonly Subject[]
): number | null {
  if (unit === null || unit.family !== "money" || unit.factor >= YI) return null;
  if (!COUNTED.has(measure) || indicator.kind !== "flow") return null;
  const values = subjects.flatMap((subject) => {
    if (subject.role !== "zone") return [];
    const observation = cells[subject.index]?.[index] ?? null;
    const value = observation === null ? null : typedWhole(observation);
    return value === null || value === 0 ? [] : [Math.abs(value)];
  });
  if (values.length < FEWEST) return null;
  // 1 in the larger unit: a number rounded to less than that is no rounding of the trade's.
  const largest = Math.round(Math.log10((unit.factor < WAN ? WAN : YI) / unit.factor));
  for (let power = largest; power >= LEAST_POWER; power -= 1) {
    const step = 10 ** power;
    const fits = values.filter((value) => value % step === 0);
    if (fits.length < values.length * NEARLY_ALL) continue;
    return isRounded(fits.map((value) => value / step)) ? step : null;
  }
  return null;
}

function isRounded(left: readonly number[]): boolean {
  const isLong = left.filter((value) => value >= FEWEST_LEFT).length * 2 >= left.length;
  const mixed = left.filter((value) => value % 5 !== 0).length;
  return isLong && mixed >= left.length * MIXED;
}

function typedWhole({ content, formula }: Observation): number | null {
  if (content.kind !== "number" || formula !== null) return null;
  const { value, precision, decimals } = content.stated;
  return precision === "stated" && decimals === 0 && Number.isInteger(value) ? value : null;
}
