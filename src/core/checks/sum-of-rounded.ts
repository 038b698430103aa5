import { around, halfDigit } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import { toDecimal } from "../model/decimal.ts";
import { ratioOf } from "../model/ratio.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import { leafMembers } from "./members.ts";
import { allowanceFor } from "./sum-allowance.ts";

/**
 * What a total by formula may stand for where it adds up rounded members: half a last digit of each to either side.
 * Undefined for any other number. What is typed beside such a total was often computed before rounding.
 */
export function sumOfRounded(reading: NumberReading): Quantity | undefined {
  const { index, subject, field } = reading.place;
  if (reading.observation.formula === null) return undefined;
  if (subject.role !== "total" && subject.role !== "subtotal") return undefined;
  const members = leafMembers(index.table, subject).flatMap((member) => {
    const one = readPlace(index, member, field);
    return one.kind === "number" && one.stated.precision === "stated" ? [one] : [];
  });
  if (!allowanceFor(reading, members, 0).isOwnFormula) return undefined;
  const room = members.reduce(
    (all, { stated }) => all.plus(halfDigit(stated.decimals)),
    toDecimal(0)
  );
  const value = ratioOf(reading.stated.value);
  return { value, range: around(value, room) };
}
