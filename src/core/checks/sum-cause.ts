import Big from "big.js";
import type { SumCause } from "../findings/finding.ts";
import { halfDigit } from "../model/interval.ts";
import { toDecimal } from "../model/decimal.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
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
  return isExplainedBy(judged, ofGroups(judged)) ? { kind: "subtotal-twice" } : null;
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
  const { index, field, subject } = judged.place;
  const isTwice = groupTotals(index, field).readings.some(
    ({ place, observation }) => place.subject !== subject && countAdditions(sum, observation.at) > 0
  );
  return isTwice ? { kind: "subtotal-twice" } : null;
}

function isText(member: NumberReading): boolean {
  const { content } = member.observation;
  return content.kind === "number" && content.fromText !== null;
}

function textSkipped(texts: readonly NumberReading[]): SumCause {
  return { kind: "text-skipped", cells: texts.map((text) => areaOfCell(text.observation.at)) };
}

/** What the other rows of the column that hold members a second time come to. */
function ofGroups({ place: { index, field, subject } }: Sum): Big {
  const { sum } = groupTotals(index, field);
  const own = isGroup(subject) ? readPlace(index, subject, field) : undefined;
  return own?.kind === "number" ? sum.minus(toDecimal(own.stated.value)) : sum;
}

/** The rows of a column that hold members a second time, 小计 and 其中, and their sum. */
interface GroupTotals {
  readonly readings: readonly NumberReading[];
  readonly sum: Big;
}

const GROUP_TOTALS = new WeakMap<TableIndex, Map<Field, GroupTotals>>();

/** Gathered once for a column: a form of thousands of 小计 may have as many that are off. */
function groupTotals(index: TableIndex, field: Field): GroupTotals {
  const known = GROUP_TOTALS.get(index) ?? new Map<Field, GroupTotals>();
  GROUP_TOTALS.set(index, known);
  const before = known.get(field);
  if (before !== undefined) return before;
  const readings = index.table.subjects
    .filter(isGroup)
    .map((subject) => readPlace(index, subject, field))
    .filter((reading): reading is NumberReading => reading.kind === "number");
  const totals = { readings, sum: plus(readings) };
  known.set(field, totals);
  return totals;
}

function isGroup({ role }: Subject): boolean {
  return role === "subtotal" || role === "part";
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
