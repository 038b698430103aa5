import { requirementAt } from "../../../checks/requirement-at.ts";
import { readPlace } from "../../../model/table-index.ts";
import { addressOfReading, decimalText, figureOf, printFigure, say } from "../context.ts";
import type { ClauseContext, Figure } from "../context.ts";
import type { Fragment } from "../fragment.ts";
import { isInWords, targetFigure } from "./target-figure.ts";

/** 完成年度目标(20亿元)的54.62%: how much of the year's amount is done. */
export function attainmentClause(context: ClauseContext): Fragment | null {
  const { topic, check, style } = context;
  const { anchor, speaker } = topic;
  const { subject } = speaker;
  if (subject === null || anchor.measure !== "actual" || !context.said.has("value")) return null;
  const requirement = requirementAt(check, { index: topic.index, subject, field: anchor });
  if (requirement === undefined || typeof requirement === "string") return null;
  const { target } = requirement;
  if (target.rule.kind !== "annual-level" || isInWords(target)) return null;
  const [limit] = requirement.values;
  const reading = readPlace(topic.index, subject, anchor);
  if (limit === undefined || limit <= 0 || reading.kind === "none") return null;
  const field = topic.fields.find(({ measure }) => measure === "attainment");
  const stated = field === undefined ? undefined : readPlace(topic.index, subject, field);
  const value = (reading.stated.value / limit) * 100;
  const span = { wording: "attainment" };
  const attainment: Figure =
    stated?.kind === "number"
      ? figureOf(context, stated, "attainment", "%")
      : {
          value,
          places: style.precision.places.attainment,
          unit: "%",
          cells: [addressOfReading(reading), ...targetFigure(context, anchor, target, limit).cells],
          arithmetic: `${decimalText(reading.stated.value)} ÷ ${decimalText(limit)} × 100 = ${decimalText(value)}`,
        };
  return say(context, "attainment", {
    standing: target.rule.standing,
    target: printFigure(context, targetFigure(context, anchor, target, limit), {
      measure: "target",
      detail: "year",
      ...span,
    }),
    attainment: printFigure(context, attainment, { measure: "attainment", ...span }),
  });
}
