/** What the zones' other numbers of a column are like, told of each of them without going through the column again. */

import { zoneNumbers } from "../../checks/zone-rows.ts";
import { countDecimals } from "../../model/decimal.ts";
import type { NumberReading } from "../../model/table-index.ts";
import type { Observation } from "../../model/table.ts";

export interface Peers {
  readonly count: number;
  /** The least and the greatest of them; infinite where there is none. */
  readonly low: number;
  readonly high: number;
  /** How many of those that were typed have so many decimals. */
  readonly digits: readonly number[];
}

/** The zones' other numbers of a number's column. */
export function peersOf({ place, observation }: NumberReading): Peers {
  const { least, greatest, digits, decimals } = columnOf(zoneNumbers(place.index, place.field));
  if (!decimals.has(observation)) return toPeers(decimals.size, least[0], greatest[0], digits);
  const isOwn = (extreme: Extreme | undefined): boolean => extreme?.observation === observation;
  const typed = decimals.get(observation) ?? null;
  return toPeers(
    decimals.size - 1,
    least[isOwn(least[0]) ? 1 : 0],
    greatest[isOwn(greatest[0]) ? 1 : 0],
    typed === null ? digits : digits.map((count, places) => (places === typed ? count - 1 : count))
  );
}

function toPeers(
  count: number,
  least: Extreme | undefined,
  greatest: Extreme | undefined,
  digits: readonly number[]
): Peers {
  return { count, low: least?.value ?? Infinity, high: greatest?.value ?? -Infinity, digits };
}

interface Extreme {
  readonly value: number;
  readonly observation: Observation;
}

interface ColumnOfPeers {
  /** Two of each: one of them may be the number that is asked for. */
  readonly least: readonly Extreme[];
  readonly greatest: readonly Extreme[];
  readonly digits: readonly number[];
  /** Of each number that was typed; null of one a formula gives. */
  readonly decimals: ReadonlyMap<Observation, number | null>;
}

/** The numbers of a column never change, and go with what is remembered of them. */
const COLUMNS = new WeakMap<readonly NumberReading[], ColumnOfPeers>();

function columnOf(numbers: readonly NumberReading[]): ColumnOfPeers {
  const known = COLUMNS.get(numbers);
  if (known !== undefined) return known;
  const decimals = new Map<Observation, number | null>();
  const digits: number[] = [];
  for (const { observation, stated } of numbers) {
    const places = observation.formula === null ? countDecimals(stated.value) : null;
    decimals.set(observation, places);
    if (places === null) continue;
    while (digits.length <= places) digits.push(0);
    digits[places] = (digits[places] ?? 0) + 1;
  }
  const sorted = numbers
    .map(({ stated: { value }, observation }): Extreme => ({ value, observation }))
    .sort((a, b) => a.value - b.value);
  const column = {
    least: sorted.slice(0, 2),
    greatest: sorted.slice(-2).reverse(),
    digits,
    decimals,
  };
  COLUMNS.set(numbers, column);
  return column;
}
