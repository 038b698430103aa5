import type { CheckContext } from "../../checks/check.ts";
import type { Measure } from "../../model/measure.ts";
import { toDecimal } from "../../model/decimal.ts";
import type { StatedNumber } from "../../model/stated-number.ts";
import type { NumberReading } from "../../model/table-index.ts";
import { readPlace } from "../../model/table-index.ts";
import { observationAt } from "../../model/table.ts";
import type { Field } from "../../model/table.ts";
import type { Subject } from "../../model/zone.ts";
import { areaOfCell } from "../../workbook/address.ts";
import type { Address, CellRef } from "../../workbook/address.ts";
import type { ComposedSpan, ComposeNote, SpanMeasure } from "./composition.ts";
import { fill, spanned } from "./fragment.ts";
import type { Fragment, Slots } from "./fragment.ts";
import { placesOf, printNumber } from "./printed-number.ts";
import type { ClauseKind, IndicatorStyle, NumberKind, Style } from "./style.ts";
import { parseTemplate } from "./template.ts";
import type { Topic } from "./topics.ts";
import type { WordKey } from "./words.ts";
import { WORD_SLOTS } from "./words.ts";

/** Everything a clause is made of. */
export interface ClauseContext {
  readonly style: Style;
  readonly check: CheckContext;
  readonly topic: Topic;
  /** What the style has for this indicator alone. */
  readonly own: IndicatorStyle | undefined;
  /** The name the text calls it by. */
  readonly name: string;
  /** Kinds of clause that were said already. */
  readonly said: ReadonlySet<ClauseKind>;
  readonly key: string;
  readonly note: (note: ComposeNote) => void;
}

/** A number that goes into the text. */
export interface Figure {
  /** Not rounded, in the unit printed. */
  readonly value: number;
  /** The places it is printed with at most. */
  readonly places: number;
  readonly unit: string;
  readonly cells: readonly Address[];
  readonly arithmetic: string;
}

/** A phrase of the style with its slots filled; null where something it needs is not there. */
export function say(
  { style, own }: Pick<ClauseContext, "style" | "own">,
  word: WordKey,
  slots: Slots
): Fragment | null {
  const text = own?.words[word] ?? style.words[word];
  return fill(parseTemplate(text, WORD_SLOTS[word]).parts, slots);
}

/** A number as it is printed, with its origin; `magnitude` for 下降17.92%, whose sign is in the word. */
export function printFigure(
  context: ClauseContext,
  figure: Figure,
  span: {
    readonly measure: SpanMeasure;
    readonly wording: string;
    readonly detail?: string;
    readonly zone?: string;
  },
  sign: "signed" | "magnitude" = "signed"
): Fragment {
  const shown = sign === "signed" ? figure.value : Math.abs(figure.value);
  const { zeros } = context.style.precision;
  const text = `${printNumber(shown, { places: figure.places, zeros })}${figure.unit}`;
  return spanned(text, spanOf(context, figure, span));
}

function spanOf(
  { topic, name, key }: ClauseContext,
  { value, cells, arithmetic }: Pick<Figure, "value" | "cells" | "arithmetic">,
  {
    measure,
    wording,
    detail = "",
    zone,
  }: {
    readonly measure: SpanMeasure;
    readonly wording: string;
    readonly detail?: string;
    readonly zone?: string;
  }
): Omit<ComposedSpan, "start" | "end" | "text"> {
  const speaker = topic.speaker.subject?.label ?? null;
  return {
    measure,
    indicator: name,
    zone: zone ?? speaker,
    value,
    cells,
    arithmetic,
    wording,
    key: `${key}|${topic.indicator.id}|${topic.name}|${measure}|${detail}`,
  };
}

/** A cell's number as it is. */
export function figureOf(
  { style }: ClauseContext,
  reading: NumberReading,
  kind: NumberKind,
  unit: string
): Figure {
  const { stated } = reading;
  return {
    value: stated.value,
    places: placesFor(style, stated, kind),
    unit,
    cells: [addressOfReading(reading)],
    arithmetic: decimalText(stated.value),
  };
}

export function placesFor(
  style: Style,
  stated: Pick<StatedNumber, "decimals">,
  kind: NumberKind
): number {
  return placesOf(stated, style.precision.places[kind]);
}

export function addressOfReading({ place, observation }: NumberReading): Address {
  return addressIn(place.index.table.sheet, observation.at);
}

export function addressIn(sheet: string, at: CellRef): Address {
  return { sheet, area: areaOfCell(at) };
}

/** A number in an arithmetic: all digits it has, at most so many that matter. */
export function decimalText(value: number, position: "first" | "after" = "first"): string {
  const text = toDecimal(Number(value.toPrecision(10))).toFixed();
  return position === "after" && value < 0 ? `(${text})` : text;
}

/** The fields of a topic for a measure. */
export function fieldsFor({ topic }: ClauseContext, measure: Measure): readonly Field[] {
  return topic.fields.filter((field) => field.measure === measure);
}

/**
 * The number of the topic's speaker in a field. What is blank or cannot be read is told, what the office declared not
 * to exist is not; null where there is no row for it.
 */
export function readOwn(
  context: ClauseContext,
  field: Field | undefined,
  clause: ClauseKind
): NumberReading | null {
  const { topic, note, name } = context;
  const { subject } = topic.speaker;
  if (field === undefined || subject === null) return null;
  const reading = readPlace(topic.index, subject, field);
  if (reading.kind === "number") return reading;
  const reason = missingReason(topic, subject, field);
  if (reason === null) return null;
  const at = observationAt(topic.index.table, subject.index, field.index)?.at;
  const cells = at === undefined ? [] : [addressIn(topic.index.table.sheet, at)];
  note({ code: "left-out", clause, indicator: name, reason, cells });
  return null;
}

/** Why a cell gives no number; null where none is expected there. */
export function missingReason(
  { index }: Topic,
  subject: Subject,
  field: Field
): Extract<ComposeNote, { code: "left-out" }>["reason"] | null {
  const content = observationAt(index.table, subject.index, field.index)?.content;
  switch (content?.kind) {
    case "missing":
      return content.reason === "declared" ? null : content.reason;
    case "unreadable":
    case "word":
      return "unreadable";
    case "error":
      return "error";
    case "number":
    case undefined:
      return null;
  }
}
