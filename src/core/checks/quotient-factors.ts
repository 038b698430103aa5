import type { NumberReading } from "../model/table-index.ts";
import { factorOf, unitOfQuotient } from "./quotient-operands.ts";
import type { Factor } from "./quotient-operands.ts";
import { median } from "./quality.ts";

/** A printed quotient and the two numbers it may be made of. */
interface Operands {
  readonly claim: NumberReading;
  readonly part: NumberReading;
  readonly whole: NumberReading;
}

/** 公顷 and 亩 where neither name nor unit says which area a quotient is over. */
const AREAS = [1, 15, 1 / 15] as const;
/** So near the usual row is to a power of ten, or the unit is another. */
const NEAR = 0.02;

/**
 * In which units a column of quotients may be meant: as its header and its operands print it; where it does not say, or
 * only the catalogue does, by the power of ten that the usual row shows.
 */
export function fittingFactors(rows: readonly Operands[]): readonly Factor[] {
  const [first] = rows;
  if (first === undefined) return [];
  const own = unitOfQuotient(first.claim.place);
  const known = factorOf(own, first.part.place.field.unit, first.whole.place.field.unit);
  if (known === undefined) return own.isPrinted ? [] : shownFactors(rows);
  if (known === null) return shownFactors(rows);
  return own.isPrinted ? [known] : [known, ...shownFactors(rows)];
}

function shownFactors(rows: readonly Operands[]): readonly Factor[] {
  const usual = median(
    rows.flatMap(({ claim, part, whole }) => {
      const quotient = claim.stated.value / (part.stated.value / whole.stated.value);
      return Number.isFinite(quotient) && quotient > 0 ? [quotient] : [];
    })
  );
  if (!(usual > 0)) return [];
  return AREAS.flatMap((area) => {
    const power = Math.round(Math.log10(usual / area));
    const factor = area * 10 ** power;
    return Math.abs(usual / factor - 1) > NEAR ? [] : [asFactor(area, power)];
  });
}

/** The area goes with what divides, and the power with the number that it makes larger. */
function asFactor(area: number, power: number): Factor {
  const [above, below] = power < 0 ? [1, 10 ** -power] : [10 ** power, 1];
  return { above: area >= 1 ? above * area : above, below: area < 1 ? below * 15 : below };
}
