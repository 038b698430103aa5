import type { Interval } from "../../model/stated-number.ts";
import type { NumberReading } from "../../model/table-index.ts";
import { intersect, printedRange, readingsOf } from "./identity.ts";
import type { Identity } from "./identity.ts";
import { keyOfReading } from "./reading-links.ts";
import { solveFor } from "./solve.ts";

/** What cells at fault would be once they are corrected, by their keys. */
export type Repairs = ReadonlyMap<string, Interval>;

/**
 * Whether a test that fails would fail all the same with the corrections: then something else is wrong with it. False
 * where nothing is computed of it. A question over a column fails with any of its cells that no correction touches.
 */
export function failsWith(identity: Identity, repairs: Repairs): boolean {
  if (identity.kind === "column") {
    return identity.parts.some((part) =>
      isTouched(part, repairs)
        ? failsWith(part, repairs)
        : readingsOf(part).every(isTyped) && fails(part, repairs)
    );
  }
  return isTouched(identity, repairs) && fails(identity, repairs);
}

function isTouched(identity: Identity, repairs: Repairs): boolean {
  return readingsOf(identity).some((reading) => repairs.has(keyOfReading(reading)));
}

/** What rests on a formula may have been moved by the cell that is corrected. */
function isTyped({ observation }: NumberReading): boolean {
  return observation.formula === null;
}

function fails(identity: Identity, repairs: Repairs): boolean {
  const readings = readingsOf(identity);
  const wrong = readings.filter((reading) => repairs.has(keyOfReading(reading)));
  const asked = readings.find((reading) => !wrong.includes(reading));
  if (asked === undefined) return false;
  const rangeOf = (reading: NumberReading): Interval =>
    repairs.get(keyOfReading(reading)) ?? printedRange(reading);
  const solved = solveFor(identity, asked, rangeOf, wrong);
  return solved === undefined || intersect(solved, printedRange(asked)) === undefined;
}
