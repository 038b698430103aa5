import type { Field } from "../../../model/table.ts";
import { columnWords } from "../column-words.ts";
import { figureOf, printFigure, readOwn, say } from "../context.ts";
import type { ClauseContext } from "../context.ts";
import { join } from "../fragment.ts";
import type { Fragment } from "../fragment.ts";
import { inHouseUnit, unitOf } from "./value.ts";

/** 已开工32个, 剩余11个: in the words of the column. */
export function progressClause(
  context: ClauseContext,
  measure: "done" | "remaining"
): Fragment | null {
  return joinAll(context, measure, (field) => {
    const reading = readOwn(context, field, measure);
    if (reading === null) return null;
    const unit = field.unit?.name ?? context.topic.anchor.unit?.name ?? "";
    const figure = inHouseUnit(context, figureOf(context, reading, "value", unit), field.unit);
    const span = { measure, wording: measure, detail: String(field.index) };
    return say(context, measure, {
      label: columnWords(field),
      [measure]: printFigure(context, figure, span),
    });
  });
}

/** 完成率95.53%: rates the sheet gives beside a value; the attainment of a target is told with the target. */
export function rateClause(context: ClauseContext): Fragment | null {
  return joinAll(context, "rate", (field) => {
    const reading = readOwn(context, field, "rate");
    if (reading === null || field === context.topic.anchor) return null;
    const figure = figureOf(context, reading, "rate", unitOf(field) === "" ? "%" : unitOf(field));
    const span = { measure: "rate", wording: "rate", detail: String(field.index) } as const;
    return say(context, "rate", {
      label: rateWords(field),
      rate: printFigure(context, figure, span),
    });
  });
}

function joinAll(
  context: ClauseContext,
  measure: "done" | "remaining" | "rate",
  sayOne: (field: Field) => Fragment | null
): Fragment | null {
  const { topic, said, style } = context;
  const fields = topic.fields.filter(
    (field) =>
      field.measure === measure ||
      (measure === "rate" && field.measure === "attainment" && !said.has("attainment"))
  );
  const phrases = fields.flatMap((field) => sayOne(field) ?? []);
  return phrases.length === 0 ? null : join(phrases, style.marks.clause);
}

/** 完成年度目标%: 完成年度目标的65.34%. */
function rateWords(field: Field): string {
  const words = columnWords(field);
  const isOfGoal = field.measure === "attainment" && /(?:目标|任务|计划)$/u.test(words);
  return isOfGoal ? `${words}的` : words;
}
