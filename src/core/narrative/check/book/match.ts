import { scale } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { judgeFigure } from "../link/quantities.ts";
import type { Judged } from "../link/quantities.ts";
import { factorFor } from "./book-number.ts";
import type { BookNumber } from "./book-number.ts";

/** A number of the text held to one of the workbook. */
export interface Match {
  readonly number: BookNumber;
  readonly quantity: Quantity;
  readonly judged: Judged;
}

/** Of several numbers that say the same thing the one that agrees; a contradiction only where they agree with each other. */
export function bestOf(figure: Figure, list: readonly BookNumber[]): Match | undefined {
  const matches = list.flatMap((number): readonly Match[] => {
    const quantity = quantityFor(figure, number);
    return quantity === undefined
      ? []
      : [{ number, quantity, judged: judgeFigure(figure, quantity) }];
  });
  return (
    matches.find(({ judged }) => judged.verdict === "agrees") ??
    matches.find(({ judged }) => judged.verdict === "within-rounding") ??
    matches[0]
  );
}

/** A difference may stand as a magnitude: its sign is the column's convention. */
function quantityFor(figure: Figure, { quantity, unit }: BookNumber): Quantity | undefined {
  const factor = factorFor(unit, figure.unit);
  if (factor === undefined) return undefined;
  const scaled = scale(quantity, factor);
  const isDifference =
    figure.role === "difference" || figure.role === "gap" || figure.role === "pace-lead";
  const isMagnitude = isDifference && figure.direction < 0 && quantity.value.num.gt(0);
  return isMagnitude ? scale(scaled, -1) : scaled;
}
