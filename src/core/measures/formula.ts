import { isRange, whereNumbers } from "./guard.ts";
import type { FunctionRecord, MeasureFunction } from "./measure-function.ts";

/** The call as a user types it: =ZONE_GAP(D5,E5). Arguments are references or literals in formula syntax. */
export function formatCall(measure: FunctionRecord, args: readonly string[]): string {
  return `=${measure.id}(${args.join(",")})`;
}

/**
 * The call as we insert it, guarded against blank cells: =IF(COUNT(D5,E5)<2,NA(),ZONE_GAP(D5,E5)). Older desktop Excel hands
 * an empty cell to a function as 0, which no function can tell from a zero. A call over ranges stands without a guard,
 * since COUNT would judge the range as a whole.
 */
export function guardedFormula(measure: MeasureFunction, args: readonly string[]): string {
  const call = formatCall(measure, args);
  const operands = args.filter((_arg, index) => {
    const kind = measure.parameters[index]?.kind;
    return kind === "number" || kind === "text";
  });
  if (operands.length < 2 || operands.some(isRange)) return call;
  if (measure.parameters[0]?.kind !== "text") return `=${whereNumbers(operands, call.slice(1))}`;
  return `=IF(COUNTA(${operands.join(",")})<${operands.length},NA(),${call.slice(1)})`;
}
