import type { Watched, WatchedBefore } from "../findings/watched.ts";
import { toNumber } from "../model/ratio.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { addressOf } from "./describe.ts";
import { quantityIn } from "./relation.ts";
import { watchedNumber } from "./watch.ts";

/** A rest that grows this many points apart from the city is asked about. */
export const QUESTION = 50;
/** The growth of a rest of a few per cent of the city is made of rounding and of one project. */
const SMALL_REST = 0.05;

/** What the growth of the rest is made of, as far as one unit holds it all. */
export function watchedRest(zones: NumberReading, city: NumberReading): Watched | undefined {
  const [zonesBefore, cityBefore] = [watchedBefore(zones), watchedBefore(city)];
  if (zonesBefore === undefined || cityBefore === undefined) return undefined;
  if (unitFactor(city.place.field.unit, zones.place.field.unit) !== 1) return undefined;
  const growth = growthBeside(city);
  return {
    kind: "rest-growth",
    at: addressOf(zones.place.index, zones.observation.at),
    severity: "warning",
    zones: watchedNumber("part", zones),
    zonesBefore,
    city: watchedNumber("whole", city),
    cityBefore,
    cityGrowth: growth === undefined ? null : watchedNumber("growth", growth),
    apart: QUESTION,
    part: SMALL_REST,
  };
}

function watchedBefore(level: NumberReading): WatchedBefore | undefined {
  const prior = priorBeside(level);
  if (prior !== undefined) {
    const isSame = unitFactor(prior.place.field.unit, level.place.field.unit) === 1;
    return isSame ? { from: "prior", number: watchedNumber("prior", prior) } : undefined;
  }
  const growth = growthBeside(level);
  return growth === undefined
    ? undefined
    : { from: "growth", number: watchedNumber("growth", growth) };
}

/** How the rest, the whole and the zones grew. */
export interface Growths {
  /** The rest last year. */
  readonly restBefore: number;
  readonly restGrowth: number;
  readonly wholeGrowth: number;
  readonly zonesGrowth: number;
}

/** The growth of the rest: from last year's levels, where they are not printed from those the growths imply. */
export function growthsOf(zones: NumberReading, city: NumberReading): Growths | undefined {
  const before = priorOf(zones);
  const cityBefore = priorOf(city);
  if (before === undefined || cityBefore === undefined) return undefined;
  const restBefore = cityBefore - before;
  const rest = city.stated.value - zones.stated.value;
  if (restBefore <= cityBefore * SMALL_REST || rest <= 0) return undefined;
  const growth = (now: number, then: number): number => (now / then - 1) * 100;
  return {
    restBefore,
    restGrowth: growth(rest, restBefore),
    wholeGrowth: statedGrowth(city) ?? growth(city.stated.value, cityBefore),
    zonesGrowth: statedGrowth(zones) ?? growth(zones.stated.value, before),
  };
}

/** Last year's level and the growth of a level, where they are there: what its own growth may be made of. */
export function beside({ place }: NumberReading): readonly NumberReading[] {
  const { index, subject, field } = place;
  const id = field.indicator.id;
  return [
    findField(index, id, "prior", field, isPriorPeriod),
    findField(index, id, "growth", field),
  ].flatMap((other) => {
    const reading = readPlace(index, subject, other);
    return reading.kind === "number" ? [reading] : [];
  });
}

function growthBeside({ place }: NumberReading): NumberReading | undefined {
  const { index, subject, field } = place;
  const reading = readPlace(index, subject, findField(index, field.indicator.id, "growth", field));
  return reading.kind === "number" ? reading : undefined;
}

function statedGrowth(level: NumberReading): number | undefined {
  return growthBeside(level)?.stated.value;
}

function priorBeside({ place }: NumberReading): NumberReading | undefined {
  const { index, subject, field } = place;
  const priorField = findField(index, field.indicator.id, "prior", field, isPriorPeriod);
  const reading = readPlace(index, subject, priorField);
  return reading.kind === "number" ? reading : undefined;
}

function priorOf(reading: NumberReading): number | undefined {
  const { field } = reading.place;
  const prior = priorBeside(reading);
  if (prior !== undefined) {
    const quantity = quantityIn(prior, field.unit);
    return quantity === undefined ? undefined : toNumber(quantity.value);
  }
  const growth = statedGrowth(reading);
  // 可比价 growth says nothing of last year's level.
  if (growth === undefined || growth <= -100 || field.indicator.growthBasis === "constant-price")
    return undefined;
  return reading.stated.value / (1 + growth / 100);
}
