import { subtract } from "../../../model/decimal.ts";
import { readPlace } from "../../../model/table-index.ts";
import type { NumberReading } from "../../../model/table-index.ts";
import type { Field } from "../../../model/table.ts";
import type { ReferenceScope } from "../../../model/zone.ts";
import { decimalText, fieldsFor, figureOf, printFigure, readOwn, say } from "../context.ts";
import type { ClauseContext, Figure } from "../context.ts";
import { findDirection } from "../../direction.ts";
import { join } from "../fragment.ts";
import type { Fragment } from "../fragment.ts";
import { findWhole } from "../references.ts";
import { growthFigure, growthField } from "./growth.ts";
import { isRateField, levelFigure } from "./value.ts";

const WORDS = {
  up: { growth: "compared-higher", rate: "rate-higher" },
  down: { growth: "compared-lower", rate: "rate-lower" },
  level: { growth: "compared-level", rate: "rate-level" },
  nearly: { growth: "compared-nearly", rate: "rate-nearly" },
} as const;

/** 比全市(-7.8%)低10.1个百分点,比全省开发区(-18.3%)高0.4个百分点: of a growth, or of a rate itself. */
export function comparisonClause(context: ClauseContext): Fragment | null {
  const own = comparedRate(context);
  if (own === null) return null;
  const compared = context.style.references.flatMap((scope) => compare(context, own, scope) ?? []);
  return compared.length === 0 ? null : join(compared, context.style.marks.comparison);
}

interface Rate {
  readonly of: "growth" | "rate";
  readonly figure: Figure;
  /** The field whose other rows hold the rates compared with. */
  readonly field: Field | undefined;
}

function comparedRate(context: ClauseContext): Rate | null {
  const silent = { ...context, note: () => undefined };
  const { anchor } = context.topic;
  if (anchor.measure === "actual" && isRateField(context, anchor)) {
    const figure = context.said.has("value") ? levelFigure(silent, anchor) : null;
    return figure?.unit === "%" ? { of: "rate", figure, field: anchor } : null;
  }
  const figure = context.said.has("growth") ? growthFigure(silent) : null;
  return figure?.unit === "%" ? { of: "growth", figure, field: growthField(context) } : null;
}

function compare(context: ClauseContext, own: Rate, scope: ReferenceScope): Fragment | null {
  const { topic, check } = context;
  const stated = fieldsFor(context, "difference").find(
    ({ against }) => against?.kind === "reference" && against.scope === scope
  );
  const reading = own.field === undefined ? null : findWhole(check, topic, own.field, scope);
  const silent = { ...context, note: () => undefined };
  const written = readOwn(reading === null ? context : silent, stated, "comparison");
  if (reading === null) {
    return (
      written &&
      worded(context, own.of, scope, figureOf(context, written, "growth", "个百分点"), null)
    );
  }
  const rate = figureOf(context, reading, "growth", "%");
  const value = subtract(own.figure.value, rate.value);
  const difference: Figure = {
    value,
    places: placesOfDifference(context, own, reading),
    unit: "个百分点",
    cells: [
      ...own.figure.cells,
      ...rate.cells,
      // The sheet's own difference goes along: a reader looks for it there.
      ...(written === null ? [] : figureOf(context, written, "growth", "").cells),
    ],
    arithmetic: `${decimalText(own.figure.value)} − ${decimalText(rate.value, "after")} = ${decimalText(value)}`,
  };
  return worded(context, own.of, scope, difference, rate);
}

function worded(
  context: ClauseContext,
  of: Rate["of"],
  scope: ReferenceScope,
  difference: Figure,
  rate: Figure | null
): Fragment | null {
  const word = WORDS[findDirection(difference.value, difference.places)][of];
  const span = { wording: word, detail: scope };
  return say(context, word, {
    reference: context.style.referenceNames[scope],
    // The reference stays the same whichever side of it the zone is on.
    rate:
      rate && printFigure(context, rate, { ...span, measure: "reference", wording: "compared" }),
    difference: printFigure(context, difference, { measure: "difference", ...span }, "magnitude"),
  });
}

/**
 * More places than the coarser of two rates are not known; some offices print those of the finer all the same. A typed 10
 * among rates of one place is 10.0: the column says how exact it is, and no office tells rates in whole percents.
 */
function placesOfDifference(
  { style, topic }: ClauseContext,
  own: Rate,
  reference: NumberReading
): number {
  const { difference, places } = style.precision;
  if (typeof difference === "number") return difference;
  const column = own.field === undefined ? undefined : topic.index.columnOf.get(own.field);
  const known = [
    Math.max(own.figure.places, column?.decimals ?? 0),
    referenceDecimals(reference),
  ].map((each) => Math.min(each, places.growth));
  const [coarser, finer] = [Math.min(...known), Math.max(...known)];
  return difference === "coarser" ? Math.max(coarser, Math.min(1, finer)) : finer;
}

/** References come from another office: their digits are those of all of them. */
function referenceDecimals({ place: { index, field }, stated }: NumberReading): number {
  const others = index.table.subjects.flatMap((subject) => {
    if (subject.role !== "reference") return [];
    const reading = readPlace(index, subject, field);
    return reading.kind === "number" ? [reading.stated.decimals] : [];
  });
  return Math.max(stated.decimals, ...others);
}
