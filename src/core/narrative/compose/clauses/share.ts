import { readPlace } from "../../../model/table-index.ts";
import type { NumberReading } from "../../../model/table-index.ts";
import type { Field } from "../../../model/table.ts";
import { unitFactor } from "../../../model/unit-factor.ts";
import type { ReferenceScope } from "../../../model/zone.ts";
import {
  addressOfReading,
  decimalText,
  fieldsFor,
  figureOf,
  placesFor,
  printFigure,
  readOwn,
  say,
} from "../context.ts";
import type { ClauseContext, Figure } from "../context.ts";
import { join } from "../fragment.ts";
import type { Fragment } from "../fragment.ts";
import { findWhole } from "../references.ts";
import { isWholeItself } from "../whole-itself.ts";
import { inHouseUnit, isAdditive, levelFigure, unitOf } from "./value.ts";

/** 占全市(360.4亿元)的69.66%、占全省开发区(1887.8亿元)的13.3%. */
export function shareClause(context: ClauseContext): Fragment | null {
  const { style } = context;
  const fields = fieldsFor(context, "share");
  const stated = fields.flatMap((field) => statedShare(context, field) ?? []);
  const isSaid = (scope: ReferenceScope): boolean =>
    fields.some(({ against }) => against?.kind === "reference" && against.scope === scope);
  const computed = style.references
    .filter((scope) => !isSaid(scope))
    .flatMap((scope) => computedShare(context, scope) ?? []);
  const shares = [...stated, ...computed];
  return shares.length === 0 ? null : join(shares, style.marks.share);
}

/** 占全市的61.53%, as the sheet has it; null where it is not told. */
export function statedShare(context: ClauseContext, field: Field): Fragment | null {
  const { style } = context;
  const { against } = field;
  if (against === null) return null;
  if (against.kind === "reference") {
    if (!style.references.includes(against.scope)) return null;
    // 全省 is no part of itself.
    if (isWholeItself(context.topic)) return null;
    const whole = wholeOf(context, against.scope, field);
    const share = shareFigure(context, field, whole);
    return share && wordedShare(context, against.scope, share, whole);
  }
  const share = shareFigure(context, field, null);
  if (share === null) return null;
  if (against.kind === "total") {
    const figure = printFigure(context, share, { measure: "share", wording: "share-total" });
    return say(context, "share-total", { share: figure });
  }
  const printed = printFigure(context, share, {
    measure: "share",
    wording: "share-indicator",
    detail: against.indicator.id,
  });
  const other = otherLevel(context, against.indicator.id);
  return say(context, "share-indicator", {
    reference: against.indicator.name,
    share: printed,
    whole:
      other &&
      printFigure(context, other, {
        measure: "whole",
        wording: "share-indicator",
        detail: against.indicator.id,
      }),
  });
}

function wordedShare(
  context: ClauseContext,
  scope: ReferenceScope,
  share: Figure,
  whole: Figure | null
): Fragment | null {
  const span = { wording: "share-reference", detail: scope };
  return say(context, "share-reference", {
    reference: context.style.referenceNames[scope],
    share: printFigure(context, share, { measure: "share", ...span }),
    whole: whole && printFigure(context, whole, { measure: "whole", ...span }),
  });
}

/** The sheet's own share, or that of the zones' sum. */
function shareFigure(context: ClauseContext, field: Field, whole: Figure | null): Figure | null {
  const reading = readOwn(context, field, "share");
  if (reading !== null) return figureOf(context, reading, "share", "%");
  if (context.topic.speaker.subject !== null || whole === null) return null;
  return divide(context, whole);
}

/** A share nobody wrote down, where the whole stands in the zones' own table. */
function computedShare(context: ClauseContext, scope: ReferenceScope): Fragment | null {
  const { topic } = context;
  // 每万人发明专利 of a zone is no part of the province's.
  if (topic.anchor.measure !== "actual" || !isAdditive(topic.anchor)) return null;
  const whole = wholeOf(context, scope, null);
  if (whole === null) return null;
  const isOwn = whole.cells.every(({ sheet }) => sheet === topic.index.table.sheet);
  const share = isOwn ? divide(context, whole) : null;
  return share && wordedShare(context, scope, share, whole);
}

function divide(context: ClauseContext, whole: Figure): Figure | null {
  const { style, topic } = context;
  const silent = { ...context, note: () => undefined };
  const part = levelFigure(silent, topic.anchor);
  if (part === null || part.unit === "%" || whole.value <= 0 || part.unit !== whole.unit)
    return null;
  const value = (part.value / whole.value) * 100;
  // Zones above their city are a question for the validation, not for a report.
  if (value < 0 || value > 100) return null;
  return {
    value,
    places: style.precision.places.share,
    unit: "%",
    cells: [...part.cells, ...whole.cells],
    arithmetic: `${decimalText(part.value)} ÷ ${decimalText(whole.value)} × 100 = ${decimalText(value)}`,
  };
}

/** 全市(177.53亿元): from the header of the share, else from its row, in the unit of the part. */
function wholeOf(
  context: ClauseContext,
  scope: ReferenceScope,
  field: Field | null
): Figure | null {
  const { topic, style } = context;
  const { anchor } = topic;
  if (anchor.measure !== "actual") return null;
  const printed = field?.against?.kind === "reference" ? field.against : null;
  if (field !== null && printed !== null && printed.stated !== null) {
    const { stated, statedUnit = anchor.unit } = printed;
    const figure: Figure = {
      value: stated.value,
      places: placesFor(style, stated, "whole"),
      unit: statedUnit?.name ?? unitOf(anchor),
      cells: [{ sheet: topic.index.table.sheet, area: field.header }],
      arithmetic: decimalText(stated.value),
    };
    return inHouseUnit(context, figure, statedUnit);
  }
  const reading = findWhole(context.check, topic, anchor, scope);
  return reading && wholeFigure(context, reading, anchor);
}

function wholeFigure(context: ClauseContext, reading: NumberReading, part: Field): Figure | null {
  const { field } = reading.place;
  const own = figureOf(context, reading, "whole", unitOf(field));
  const house = inHouseUnit(context, own, field.unit);
  if (house !== own) return house;
  const factor = unitFactor(field.unit, part.unit);
  if (factor === undefined) return null;
  if (factor === 1) return { ...own, unit: unitOf(part) };
  const value = Number((own.value * factor).toPrecision(15));
  return {
    ...own,
    value,
    places: context.style.precision.places.whole,
    unit: unitOf(part),
    arithmetic: `${decimalText(own.value)} × ${decimalText(factor)} = ${decimalText(value)}`,
  };
}

/** The level of the indicator that a share is of, for the same speaker. */
function otherLevel(context: ClauseContext, indicator: string): Figure | null {
  const { topic } = context;
  const { subject } = topic.speaker;
  if (subject === null) return null;
  for (const field of topic.index.table.fields) {
    if (field.indicator.id !== indicator || field.measure !== "actual") continue;
    const reading = readPlace(topic.index, subject, field);
    if (reading.kind === "number" && reading.place.field.against === null) {
      const figure = { ...figureOf(context, reading, "whole", unitOf(field)) };
      return inHouseUnit(context, { ...figure, cells: [addressOfReading(reading)] }, field.unit);
    }
  }
  return null;
}
