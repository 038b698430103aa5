import type { NotEvaluableReason, Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Finding, FindingCode, FindingSubject, Operand } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import { countDecimals, toDecimal } from "../model/decimal.ts";
import { displayDecimals } from "../model/display-decimals.ts";
import { formatPeriod } from "../model/period.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { Observation } from "../model/table.ts";
import type { Address, Area, CellRef } from "../workbook/address.ts";
import { areaOfCell } from "../workbook/address.ts";
import { printedName } from "./printed-name.ts";
import { periodOf } from "../model/table-index.ts";
import type { NumberReading, Place, TableIndex } from "../model/table-index.ts";

/** The true cell of an observation. */
export function addressOf(index: TableIndex, at: CellRef): Address {
  const { sheet, area } = index.table;
  const [down, right] = [at.row - area.row, at.column - area.column];
  if (down < 0 || right < 0 || down >= area.rows || right >= area.columns)
    return { sheet, area: areaOfCell(at) };
  // One object for all that is said of a cell: a large table has a dozen outcomes of each.
  const row = (index.addresses[down] ??= []);
  return (row[right] ??= { sheet, area: areaOfCell(at) });
}

/** The smallest area that holds all the cells: a column, for a question about a whole column. */
export function addressAround(index: TableIndex, cells: readonly CellRef[]): Address {
  const rows = cells.map((cell) => cell.row);
  const columns = cells.map((cell) => cell.column);
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  const area: Area = {
    row,
    column,
    rows: Math.max(...rows) - row + 1,
    columns: Math.max(...columns) - column + 1,
  };
  return { sheet: index.table.sheet, area };
}

/** Of what a finding at a place speaks. */
export function subjectAt({ index, subject, field }: Place): FindingSubject {
  const period = periodOf(index.table, field);
  return {
    zone: subject.label,
    indicator: printedName(field),
    measure: field.measure,
    period: period === null ? null : formatPeriod(period),
  };
}

/** The same for a whole column: no single zone; with indicators in rows, no single indicator. */
export function subjectOfColumn(place: Place): FindingSubject {
  const subject = subjectAt(place);
  return place.index.table.orientation === "indicators-in-rows"
    ? { ...subject, indicator: null }
    : { ...subject, zone: null };
}

/** Digits a number is shown with in a sentence: its column's; an unrounded result's as the cell shows them. */
export function shownDecimals(reading: NumberReading): number {
  const { stated, observation, place } = reading;
  return decimalsFor(stated, observation, place);
}

function decimalsFor(stated: StatedNumber, observation: Observation, place: Place): number {
  if (stated.precision === "count") return 0;
  if (stated.precision === "exact") {
    return displayDecimals(observation.numberFormat) ?? Math.min(4, countDecimals(stated.value));
  }
  const isReference = place.subject.role === "reference";
  const column = isReference ? 0 : (place.index.columnOf.get(place.field)?.decimals ?? 0);
  return Math.max(stated.decimals, column);
}

/** A cell's number as a part of an arithmetic. */
export function operandOf(role: string, reading: NumberReading): Operand {
  const { place, stated, observation } = reading;
  return {
    role,
    label: `${place.subject.label} ${place.field.path.join(" ")}`.trim(),
    value: stated.value,
    decimals: shownDecimals(reading),
    unit: place.field.unit?.name ?? null,
    at: addressOf(place.index, observation.at),
  };
}

/** The same number in another unit (a power of ten away), so that the arithmetic reads in one. */
export function convertOperand(operand: Operand, factor: number, unit: string | null): Operand {
  if (factor === 1) return operand;
  const value = Number((operand.value * factor).toPrecision(15));
  const decimals = Math.max(0, operand.decimals - Math.round(Math.log10(factor)));
  return { ...operand, value, decimals, unit };
}

/** A number printed in a header or a rule, without a cell of its own. */
export function looseOperand(
  role: string,
  label: string,
  stated: { readonly value: number; readonly decimals: number },
  unit: string | null
): Operand {
  return { role, label, value: stated.value, decimals: stated.decimals, unit, at: null };
}

/** An operand inside an arithmetic text; negative ones in brackets after an operator. */
export function written(operand: Operand): string {
  return formatFixed(operand.value, operand.decimals);
}

export function writtenAfter(operand: Operand): string {
  return operand.value < 0 ? `(${written(operand)})` : written(operand);
}

/** "14.62 − 14.26 = 0.36": how far apart two numbers are that should be one. */
export function subtraction(own: Operand, other: Operand, decimals: number): string {
  const difference = toDecimal(own.value).minus(toDecimal(other.value)).toNumber();
  return `${written(own)} − ${writtenAfter(other)} = ${formatFixed(difference, decimals)}`;
}

/** `identity`: what was held against each other, so that a contradiction elsewhere is not put down to these cells. */
export function passed(
  check: FindingCode,
  at: Address,
  withinRounding: boolean,
  identity: Identity | null = null
): Outcome {
  return { kind: "pass", check, at, withinRounding, identity };
}

/** `identity`: what was held against each other, so that the cell at fault is found among them. */
export function found(finding: Finding, identity: Identity | null = null): Outcome {
  return { kind: "fail", check: finding.code, at: finding.at, finding, identity };
}

export function notEvaluable(check: FindingCode, at: Address, reason: NotEvaluableReason): Outcome {
  return { kind: "not-evaluable", check, at, reason };
}
