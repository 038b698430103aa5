import { readPlace } from "../../../model/table-index.ts";
import type { NumberReading } from "../../../model/table-index.ts";
import type { Field } from "../../../model/table.ts";
import { addressOfReading, figureOf, printFigure, say } from "../context.ts";
import type { ClauseContext } from "../context.ts";
import { join } from "../fragment.ts";
import type { Fragment } from "../fragment.ts";
import { countNumeral } from "../numerals.ts";
import type { WordKey } from "../words.ts";
import { zoneLabel } from "../zone-label.ts";
import { growthField } from "./growth.ts";
import { isRateField, unitOf } from "./value.ts";

/** 增速前三位的分别是…,后三位的分别是…; only where every zone has a number and the two ends do not meet. */
export function rankingClause(context: ClauseContext, of: "growth" | "value"): Fragment | null {
  const { topic, style } = context;
  const field = of === "growth" ? growthField(context) : topic.anchor;
  const isKnown = field !== undefined && (of === "growth" || topic.anchor.measure === "actual");
  if (!isKnown || topic.indicator.direction === "lower-is-better") return null;
  const readings = topic.speaker.members.flatMap((member) => {
    const reading = readPlace(topic.index, member, field);
    return reading.kind === "number" ? [reading] : [];
  });
  const isWhole = readings.length === topic.speaker.members.length;
  if (!isWhole || readings.length < 2 * style.rankedPlaces) return null;
  const ordered = [...readings].sort((a, b) => b.stated.value - a.stated.value);
  const ends = [
    wordEnd(context, field, ordered, `${of}-top`),
    wordEnd(context, field, [...ordered].reverse(), `${of}-bottom`),
  ].flatMap((end) => end ?? []);
  // A comma would run the two lists into one.
  if (ends.length === 2) return join(ends, style.marks.indicator);
  const cells = readings.map(addressOfReading);
  context.note({
    code: "left-out",
    clause: `${of}-ranking`,
    indicator: context.name,
    reason: "tie",
    cells,
  });
  return null;
}

type EndWord = "growth-top" | "growth-bottom" | "value-top" | "value-bottom";

const SINGLE = {
  "growth-top": "growth-highest",
  "growth-bottom": "growth-lowest",
  "value-top": "value-highest",
  "value-bottom": "value-lowest",
} as const satisfies Readonly<Record<EndWord, WordKey>>;

function wordEnd(
  context: ClauseContext,
  field: Field,
  ordered: readonly NumberReading[],
  word: EndWord
): Fragment | null {
  const { style } = context;
  const places = placesBeforeTie(ordered, style.rankedPlaces);
  if (places === 0) return null;
  const isGrowth = word.startsWith("growth");
  const unit = isGrowth ? "%" : unitOf(field);
  const kind = isGrowth ? "growth" : isRateField(context, field) ? "rate" : "value";
  const entries = ordered.slice(0, places).flatMap((reading) => {
    const zone = zoneLabel(reading.place.subject);
    const span = { measure: "rank", wording: word, detail: `${word}|${zone}`, zone } as const;
    const number = printFigure(context, figureOf(context, reading, kind, unit), span);
    return say(context, "ranked", { zone, number }) ?? [];
  });
  // With the bottom first the list would start with the best of the last.
  const listed = word.endsWith("bottom") ? [...entries].reverse() : entries;
  const zones = join(listed, style.marks.list);
  return places === 1
    ? say(context, SINGLE[word], { zones })
    : say(context, word, { places: countNumeral(places), zones });
}

/** As many places as no zone behind them shares. */
function placesBeforeTie(ordered: readonly NumberReading[], most: number): number {
  for (let places = most; places > 0; places -= 1) {
    if (ordered[places - 1]?.stated.value !== ordered[places]?.stated.value) return places;
  }
  return 0;
}
