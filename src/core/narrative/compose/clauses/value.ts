import { recogniseUnit } from "../../../catalog/index.ts";
import { isQuotient } from "../../../catalog/quotients.ts";
import { sum } from "../../../model/decimal.ts";
import { readPlace } from "../../../model/table-index.ts";
import type { NumberReading } from "../../../model/table-index.ts";
import type { Field } from "../../../model/table.ts";
import type { Unit } from "../../../model/unit.ts";
import { unitFactor } from "../../../model/unit-factor.ts";
import {
  addressIn,
  addressOfReading,
  decimalText,
  figureOf,
  missingReason,
  placesFor,
  printFigure,
  readOwn,
  say,
} from "../context.ts";
import type { ClauseContext, Figure } from "../context.ts";
import type { Fragment } from "../fragment.ts";
import type { NumberKind } from "../style.ts";
import type { WordKey } from "../words.ts";

/** 工业投资完成109.24亿元; `isFirst` in its paragraph. */
export function valueClause(context: ClauseContext, isFirst: boolean): Fragment | null {
  const { topic, name } = context;
  const isRate = topic.anchor.measure === "rate" && topic.speaker.subject !== null;
  if (topic.anchor.measure !== "actual" && !isRate) return null;
  const figure = levelFigure(context, topic.anchor);
  if (figure === null) return null;
  const word = wordOf(context, isFirst);
  const value = printFigure(context, figure, { measure: "value", wording: word });
  return say(context, word, { indicator: name, value });
}

/** What is owed, owned, needed or an average has its size; nobody completes it. */
const STATE =
  /^(?:平均|人均|亩均|地均|户均|单位(?!产)|每)|(?:余额|资产|负债|权益|成本|费用|需求|库存|存货|缺口)(?:总计|合计|总额)?$/u;

function wordOf({ topic, name }: ClauseContext, isFirst: boolean): WordKey {
  const { kind } = topic.indicator;
  if (topic.anchor.measure === "rate") return "value-rate";
  const family = topic.anchor.unit?.family;
  if (kind === "rate" || family === "rate") return "value-rate";
  if (name.includes("完成")) return "value-completed";
  if (kind === "stock" || STATE.test(name)) return "value-stock";
  if (kind === "count" || family === "count") return "value-count";
  return isFirst ? "value-first" : "value";
}

/** A level of the speaker: its own cell, or what its zones add up to where no row does. */
export function levelFigure(context: ClauseContext, field: Field): Figure | null {
  const isRate = isRateField(context, field);
  const kind: NumberKind = isRate ? "rate" : "value";
  const unit = unitOf(field);
  if (context.topic.speaker.subject !== null) {
    const reading = readOwn(context, field, "value");
    return reading && inHouseUnit(context, figureOf(context, reading, kind, unit), field.unit);
  }
  if (isRate || !isAdditive(field)) return null;
  const readings = memberReadings(context, field);
  if (readings === null) return null;
  const values = readings.map(({ stated }) => stated.value);
  const value = sum(values);
  const places = Math.max(
    0,
    ...readings.map(({ stated }) => placesFor(context.style, stated, kind))
  );
  const terms = values.map((each, place) => decimalText(each, place === 0 ? "first" : "after"));
  const figure = {
    value,
    places,
    unit,
    cells: readings.map(addressOfReading),
    arithmetic: `${terms.join(" + ")} = ${decimalText(value)}`,
  };
  return inHouseUnit(context, figure, field.unit);
}

/** Every zone's number; null and told where one is not there, since a sum without it would be none. */
export function memberReadings(
  { topic, note, name }: ClauseContext,
  field: Field
): readonly NumberReading[] | null {
  const readings: NumberReading[] = [];
  let isWhole = true;
  for (const member of topic.speaker.members) {
    const reading = readPlace(topic.index, member, field);
    if (reading.kind === "number") {
      readings.push(reading);
      continue;
    }
    const reason = missingReason(topic, member, field);
    if (reason === null) continue;
    isWhole = false;
    const at = topic.index.table.cells[member.index]?.[field.index]?.at;
    const cells = at === undefined ? [] : [addressIn(topic.index.table.sheet, at)];
    note({ code: "left-out", clause: "value", indicator: name, reason, cells });
  }
  return isWhole && readings.length > 0 ? readings : null;
}

export function isRateField({ topic }: ClauseContext, field: Field): boolean {
  return (
    topic.indicator.kind === "rate" ||
    field.unit?.family === "rate" ||
    field.unit?.family === "points"
  );
}

/** Whether what zones have of it adds up: no rate, place or mark, and nothing for each person or 亩. */
export function isAdditive({ unit, indicator }: Field): boolean {
  if (isQuotient(indicator)) return false;
  return unit === null || !["rate", "points", "rank", "score", "intensity"].includes(unit.family);
}

export function unitOf({ unit, indicator }: Field): string {
  return unit?.name ?? indicator.unit ?? "";
}

/** 104.26亿元 for 1042600万元, where the style has a unit for the family. */
export function inHouseUnit(context: ClauseContext, figure: Figure, unit: Unit | null): Figure {
  const wanted = unit === null ? undefined : context.style.units[unit.family];
  const house = wanted === undefined ? undefined : recogniseUnit(wanted);
  if (unit === null || house === undefined || house.name === unit.name) return figure;
  const factor = unitFactor(unit, house);
  if (factor === undefined) return figure;
  const value = Number((figure.value * factor).toPrecision(15));
  const [operator, by] = factor < 1 ? ["÷", 1 / factor] : ["×", factor];
  return {
    ...figure,
    value,
    places: context.style.precision.places.value,
    unit: house.name,
    arithmetic: `${bracketed(figure.arithmetic)} ${operator} ${decimalText(by)} = ${decimalText(value)}`,
  };
}

function bracketed(arithmetic: string): string {
  return arithmetic.split(" = ").at(-1) ?? arithmetic;
}
