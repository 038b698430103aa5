import Big from "big.js";
import type { SumCause } from "../findings/finding.ts";
import { halfDigit } from "../model/interval.ts";
import { toDecimal } from "../model/decimal.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import { areaOfCell } from "../workbook/address.ts";
import { countAdditions, parseSumFormula } from "../workbook/sum-formula.ts";
import type { SumFormula } from "../workbook/sum-formula.ts";
import type { Sum } from "./sum.ts";

/** Why a total is off, where the numbers or its formula tell: a range that stops short, 小计 added in, a text left out. */
export function findCause(judged: Sum): SumCause | null {
  const { total, members } = judged;
  const { formula } = total.observation;
  const sum = formula === null ? undefined : parseSumFormula(formula);
  if (sum !== undefined) return causeOfFormula(judged, sum);
  const texts = members.filter(isText);
  if (texts.length > 0 && isExplainedBy(judged, minus(texts))) return textSkipped(texts);
  return isExplainedBy(judged, plus(groupTotals(judged))) ? { kind: "subtotal-twice" } : null;
}

function causeOfFormula(judged: Sum, sum: SumFormula): SumCause | null {
  const { members } = judged;
  const left = members.filter((member) => countAdditions(sum, member.observation.at) === 0);
  const shortBy = left.filter((member) => member.stated.value !== 0);
  if (shortBy.length > 0 && shortBy.length < members.length) {
    return {
      kind: "range-short",
      left: shortBy.map((member) => areaOfCell(member.observation.at)),
    };
  }
  const texts = members.filter(isText);
  if (sum.skipsText && texts.length > 0) return textSkipped(texts);
  const groups = groupTotals(judged).filter(
    (group) => countAdditions(sum, group.observation.at) > 0
  );
  return groups.length > 0 ? { kind: "subtotal-twice" } : null;
}

function isText(member: NumberReading): boolean {
  const { content } = member.observation;
  return content.kind === "number" && content.fromText !== null;
}

function textSkipped(texts: readonly NumberReading[]): SumCause {
  return { kind: "text-skipped", cells: texts.map((text) => areaOfCell(text.observation.at)) };
}

/** The other rows of the column that hold members a second time: 小计 and 其中. */
function groupTotals({ place }: Sum): readonly NumberReading[] {
  const { index, field, subject } = place;
  return index.table.subjects
    .filter((other) => other !== subject && (other.role === "subtotal" || other.role === "part"))
    .map((other) => readPlace(index, other, field))
    .filter((reading): reading is NumberReading => reading.kind === "number");
}

function plus(readings: readonly NumberReading[]): Big {
  return readings.reduce((all, { stated }) => all.plus(toDecimal(stated.value)), new Big(0));
}

function minus(readings: readonly NumberReading[]): Big {
  return plus(readings).times(-1);
}

/** Whether the total is the sum with this added, within what rounding allows. */
function isExplainedBy({ total, sum, allowance }: Sum, added: Big): boolean {
  if (added.eq(0)) return false;
  const off = toDecimal(total.stated.value).minus(sum.plus(added)).abs();
  return off.lte(allowance.high.plus(halfDigit(total.stated.decimals)));
}
