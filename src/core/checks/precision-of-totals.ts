import type { Outcome } from "../evaluation/evaluation.ts";
import { roundTo, toDecimal } from "../model/decimal.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import type { CheckContext } from "./check.ts";
import { found, operandOf } from "./describe.ts";
import { leafMembers } from "../model/leaf-members.ts";
import { qualityAt } from "./quality.ts";
import { isSummable } from "./summable.ts";

const ID = "precision-unsupported";
/** A typed 9.10 is stored as 9.1: that the last digit of so many members is 0 by chance is one in ten thousand. */
const FEWEST_MEMBERS = 4;

/** A typed total whose last digits no member has: 43.47 over members of one decimal, which it adds up to otherwise. */
export function unsupportedTotals({ index }: CheckContext): readonly Outcome[] {
  const totals = index.table.subjects.filter(({ role }) => role === "total" || role === "subtotal");
  return totals.flatMap((subject) => {
    const members = leafMembers(index.table, subject);
    if (members.length < FEWEST_MEMBERS) return [];
    return index.table.fields.filter(isSummable).flatMap((field): readonly Outcome[] => {
      const total = readPlace(index, subject, field);
      if (total.kind === "none" || !isStated(total)) return [];
      const readings = members.map((member) => readPlace(index, member, field));
      const numbers = readings.filter((reading) => reading.kind === "number");
      if (numbers.length < members.length || !numbers.every(isStated)) return [];
      return judge({ index, subject, field }, total, numbers);
    });
  });
}

function isStated({ stated }: NumberReading): boolean {
  return stated.origin === "typed" && stated.precision === "stated";
}

function judge(place: Place, total: NumberReading, members: readonly NumberReading[]): Outcome[] {
  const { value, decimals } = total.stated;
  const supported = Math.max(...members.map(({ stated }) => stated.decimals));
  // 43.50 says no more than 43.5.
  if (decimals <= supported || roundTo(value, supported) === value) return [];
  const sum = members.reduce((all, { stated }) => all.plus(toDecimal(stated.value)), toDecimal(0));
  const room = ((members.length + 1) / 2) * 10 ** -supported;
  // A total that its members do not give at all is told as such.
  if (toDecimal(value).minus(sum).abs().gt(room)) return [];
  return [
    found({
      ...qualityAt(place, total.observation, {
        severity: "information",
        remark: "optional",
        stated: value,
        expected: null,
        operands: [
          ...members.map((member) => operandOf("member", member)),
          operandOf("total", total),
        ],
        arithmetic: `${decimals} > ${supported}`,
        decimals,
      }),
      code: ID,
      params: { decimals, supported, spread: null },
    }),
  ];
}
