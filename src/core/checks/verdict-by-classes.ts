import { lightOf, parseVerdictClasses } from "../catalog/verdict-classes.ts";
import type { VerdictClass } from "../catalog/verdict-classes.ts";
import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import { findField } from "../model/find-field.ts";
import { rangeOf, toInterval } from "../model/interval.ts";
import { readPlace } from "../model/table-index.ts";
import type { Column, NumberReading, Place, TableIndex } from "../model/table-index.ts";
import type { Measure } from "../model/measure.ts";
import { observationAt } from "../model/table.ts";
import type { Observation } from "../model/table.ts";
import { standingOf } from "./column-verdict.ts";
import { addressOf, found, looseOperand, notEvaluable, passed } from "./describe.ts";
import { ID, findingOf } from "./verdict-finding.ts";

/** A light, the number it may be of, and the limits of its class. */
interface Lit {
  readonly place: Place;
  readonly observation: Observation;
  readonly word: string;
  readonly reading: NumberReading;
  readonly own: VerdictClass;
  readonly verdict: "agrees" | "disagrees";
}

/** What a light may be shown for, beside it. */
const SHOWN_FOR: readonly Measure[] = ["attainment", "growth", "rate", "share"];

/**
 * 绿灯 and 红灯 by limits that the sheet's own title or notes state: of the columns beside it the light is for the one that
 * nearly all rows follow. undefined where no limits are stated, or no column follows them.
 */
export function judgeByClasses(index: TableIndex, column: Column): readonly Outcome[] | undefined {
  const { above, notes } = index.table.around;
  const [classes] = [...notes, ...above].flatMap(({ text }) =>
    text.split(/[。\n]/u).flatMap((sentence) => {
      const parsed = parseVerdictClasses(sentence);
      return parsed === undefined ? [] : [parsed];
    })
  );
  if (classes === undefined) return undefined;
  const ways = SHOWN_FOR.map((measure) => litRows(index, column, classes, measure));
  const shown = ways.find((rows) => standingOf(rows) === "established");
  return shown?.map(judge);
}

function litRows(
  index: TableIndex,
  column: Column,
  classes: readonly VerdictClass[],
  measure: Measure
): readonly Lit[] {
  return column.fields.flatMap((field) =>
    index.table.subjects.flatMap((subject): Lit[] => {
      const observation = observationAt(index.table, subject.index, field.index);
      if (observation?.content.kind !== "word") return [];
      const word = observation.content.text;
      const light = lightOf(word);
      const own = classes.find((one) => one.light === light);
      const beside = findField(index, field.indicator.id, measure, field);
      const reading = readPlace(index, subject, beside);
      if (own === undefined || reading.kind === "none") return [];
      const verdict = mayBe(reading, own) ? "agrees" : "disagrees";
      return [{ place: { index, subject, field }, observation, word, reading, own, verdict }];
    })
  );
}

/** 90.0 may be 89.96, and belongs to either class of the limit 90. */
function mayBe({ stated }: NumberReading, { low, high }: VerdictClass): boolean {
  const range = toInterval(rangeOf(stated));
  return (low === null || range.high >= low) && (high === null || range.low <= high);
}

function judge(row: Lit): Outcome {
  const { place, observation, word, reading, own } = row;
  const at = addressOf(place.index, observation.at);
  if (row.verdict === "agrees") return passed(ID, at, false, identityOf(row));
  const isBelow = own.low !== null && reading.stated.value < own.low;
  const limit = isBelow ? own.low : own.high;
  if (limit === null) return notEvaluable(ID, at, "undecided");
  const wanted = looseOperand("target", "", { value: limit, decimals: 0 }, "%");
  const said = { place, observation, word, reading, limit, met: !isBelow, wanted };
  return found(findingOf({ ...said, comparison: "at-least" }), identityOf(row));
}

/** The number lies on the side of the limits that the light says: of 黄灯 the nearer one. */
function identityOf({ reading, own: { low, high } }: Lit): Identity {
  const isLow =
    high === null ||
    (low !== null && Math.abs(reading.stated.value - low) < Math.abs(reading.stated.value - high));
  return isLow
    ? { kind: "order", small: pointAt(low ?? 0), large: reading, factor: 1 }
    : { kind: "order", small: reading, large: pointAt(high), factor: 1 };
}

function pointAt(value: number): { readonly low: number; readonly high: number } {
  return { low: value, high: value };
}
