import { addressOfOrigin } from "../../../checks/target-at.ts";
import { countDecimals } from "../../../model/decimal.ts";
import { periodOf } from "../../../model/table-index.ts";
import type { Field } from "../../../model/table.ts";
import type { Target } from "../../../rules/target.ts";
import { isWholeYear } from "../../../rules/target-columns.ts";
import { decimalText, printFigure } from "../context.ts";
import type { ClauseContext, Figure } from "../context.ts";
import type { Fragment } from "../fragment.ts";
import type { WordKey } from "../words.ts";
import { inHouseUnit, unitOf } from "./value.ts";

export function isInWords({ rule }: Target): boolean {
  return rule.kind === "yes-no" || rule.relativeTo !== null || rule.measure === "rank";
}

export function isOfWholeYear({ topic }: ClauseContext, field: Field): boolean {
  const period = periodOf(topic.index.table, field);
  return period !== null && isWholeYear(period);
}

/** The target as printed; the cells judged by it go along, since its words say how they stand to it. */
export function targetFragment(
  context: ClauseContext,
  field: Field,
  target: Target,
  value: number,
  word: WordKey,
  judged: Figure["cells"]
): Fragment {
  const figure = targetFigure(context, field, target, value);
  const printed = { ...figure, cells: [...figure.cells, ...judged] };
  return printFigure(context, printed, { measure: "target", wording: word });
}

export function targetFigure(
  context: ClauseContext,
  field: Field,
  target: Target,
  value: number
): Figure {
  const own = addressOfOrigin(target.origin);
  const figure: Figure = {
    value,
    places: Math.min(countDecimals(value), context.style.precision.places.target),
    unit: field.unit?.family === "points" ? "%" : unitOf(field),
    cells: own === null ? [] : [own],
    arithmetic: decimalText(value),
  };
  return inHouseUnit(context, figure, field.unit);
}
