import { subtract, sum, toDecimal } from "../../../model/decimal.ts";
import type { NumberReading } from "../../../model/table-index.ts";
import type { Field } from "../../../model/table.ts";
import {
  addressIn,
  addressOfReading,
  decimalText,
  fieldsFor,
  figureOf,
  printFigure,
  readOwn,
  say,
} from "../context.ts";
import type { ClauseContext, Figure } from "../context.ts";
import type { Fragment } from "../fragment.ts";
import { findDirection } from "../../direction.ts";
import { isRateField, memberReadings, unitOf } from "./value.ts";

const WORDS = {
  up: { percent: "growth-up", points: "rate-up" },
  down: { percent: "growth-down", points: "rate-down" },
  level: { percent: "growth-flat", points: "growth-flat" },
  nearly: { percent: "growth-nearly", points: "growth-nearly" },
} as const;

/** 同比下降17.92%; of a rate, 同比提高2.1个百分点. */
export function growthClause(context: ClauseContext): Fragment | null {
  const growth = growthFigure(context);
  if (growth === null) return null;
  const isPoints = growth.unit === "个百分点";
  const direction = findDirection(growth.value, growth.places);
  const word = WORDS[direction][isPoints ? "points" : "percent"];
  const span = { measure: "growth", wording: word } as const;
  return say(context, word, { growth: printFigure(context, growth, span, "magnitude") });
}

/** The speaker's change on the same period last year, in percent; of a rate, in points. */
export function growthFigure(context: ClauseContext): Figure | null {
  const [field] = fieldsFor(context, "growth");
  const reading = readOwn(context, field, "growth");
  if (field !== undefined && reading !== null) {
    return figureOf(context, reading, "growth", unitOfGrowth(context, field));
  }
  const [fall] = fieldsFor(context, "fall");
  const fallen = readOwn(context, fall, "growth");
  if (fall !== undefined && fallen !== null) {
    const figure = figureOf(context, fallen, "growth", unitOfGrowth(context, fall));
    return { ...figure, value: subtract(0, figure.value), arithmetic: `− ${figure.arithmetic}` };
  }
  const isGiven = field !== undefined || fall !== undefined;
  if (context.topic.speaker.subject !== null && isGiven) return null;
  return computedGrowth(context, field ?? fall);
}

/** The field a growth stands in. */
export function growthField(context: ClauseContext): Field | undefined {
  return fieldsFor(context, "growth")[0];
}

function unitOfGrowth(context: ClauseContext, field: Field): string {
  const { anchor, indicator } = context.topic;
  const isOfRate =
    indicator.kind === "rate" || (anchor.measure === "actual" && isRateField(context, anchor));
  return field.unit?.family === "points" || isOfRate ? "个百分点" : "%";
}

/** From both levels, where the trade lets it follow from them: never at constant prices or in a scope of its own. */
function computedGrowth(context: ClauseContext, given: Field | undefined): Figure | null {
  const { topic, style, note, name } = context;
  const [before] = fieldsFor(context, "prior");
  const isNominal =
    topic.indicator.growthBasis === "nominal" || topic.indicator.growthBasis === "count";
  const isFree = isNominal && !topic.index.table.around.givenGrowth.includes(topic.indicator.id);
  if (topic.anchor.measure !== "actual" || isRateField(context, topic.anchor)) return null;
  if (before === undefined || !isFree) {
    if (given !== undefined) {
      const cells = topic.speaker.members.flatMap((member) => {
        const at = topic.index.table.cells[member.index]?.[given.index]?.at;
        return at === undefined ? [] : [addressIn(topic.index.table.sheet, at)];
      });
      note({ code: "left-out", clause: "growth", indicator: name, reason: "not-additive", cells });
    }
    return null;
  }
  const now = levels({ ...context, note: () => undefined }, topic.anchor);
  const then = levels(context, before);
  if (now === null || then === null || unitOf(topic.anchor) !== unitOf(before)) return null;
  const [current, base] = [total(now), total(then)];
  if (base <= 0 || now.length !== then.length) return null;
  const value = toDecimal(current).div(toDecimal(base)).minus(1).times(100).toNumber();
  return {
    value,
    places: style.precision.places.growth,
    unit: "%",
    cells: [...now, ...then].map(addressOfReading),
    arithmetic: `(${decimalText(current)} ÷ ${decimalText(base)} − 1) × 100 = ${decimalText(value)}`,
  };
}

function levels(context: ClauseContext, field: Field): readonly NumberReading[] | null {
  if (context.topic.speaker.subject === null) return memberReadings(context, field);
  const reading = readOwn(context, field, "growth");
  return reading && [reading];
}

function total(readings: readonly NumberReading[]): number {
  return sum(readings.map(({ stated }) => stated.value));
}

/** 比上年同期增加12.5亿元, where the sheet says so. */
export function increaseClause(context: ClauseContext): Fragment | null {
  const [field] = fieldsFor(context, "increase");
  const reading = readOwn(context, field, "increase");
  if (field === undefined || reading === null || reading.stated.value === 0) return null;
  const figure = figureOf(context, reading, "value", unitOf(field));
  const word = figure.value > 0 ? "increase-up" : "increase-down";
  const span = { measure: "increase", wording: word } as const;
  return say(context, word, { increase: printFigure(context, figure, span, "magnitude") });
}
