import type { Outcome } from "../evaluation/evaluation.ts";
import { roundTo } from "../model/decimal.ts";
import { displayDecimals } from "../model/display-decimals.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import type { Check, CheckContext } from "./check.ts";
import { addressOf, found, operandOf, shownDecimals } from "./describe.ts";
import { comparisonText, meets } from "./judge-target.ts";
import { aboutCell } from "./relation.ts";
import { watchedNumber, watchedOperand, watching } from "./watch.ts";
import { fieldsJudgedBy, isNotDue, targetOperand } from "./target-at.ts";
import { requirementAt } from "./requirement-at.ts";
import type { Requirement } from "./target-requirement.ts";

const ID = "target-undecided";

/**
 * Whether a target is met should not depend on weights (a total over zones with different targets, met for some and not
 * for others) or on rounding (the shown number says otherwise than the stored one, which is what is judged).
 */
export const targetUndecided: Check = {
  id: ID,
  severity: "information",
  run: (context) => {
    const indicators = new Set(context.index.table.fields.map((field) => field.indicator.id));
    return [...indicators].flatMap((indicator) =>
      context.targets
        .measuresOf(indicator)
        .flatMap((measure) => fieldsJudgedBy(context, indicator, measure))
        .flatMap((field) =>
          context.index.table.subjects.flatMap((subject) =>
            judge(context, { index: context.index, subject, field })
          )
        )
    );
  },
};

function judge(context: CheckContext, place: Place): readonly Outcome[] {
  const requirement = requirementAt(context, place);
  if (typeof requirement !== "object") return [];
  const { rule } = requirement.target;
  if (isNotDue(rule, false)) return [];
  const reading = readPlace(place.index, place.subject, place.field);
  if (reading.kind === "none") return [];
  const met = requirement.values.map((value) =>
    meets(reading.stated.value, rule.comparison, value)
  );
  if (met.includes(true) && met.includes(false)) {
    return [found(findingOf(reading, requirement, "weights", null))];
  }
  const decimals = displayDecimals(reading.observation.numberFormat);
  if (decimals === undefined) return [];
  const shown = roundTo(reading.stated.value, decimals);
  const shownMet = requirement.values.map((value) => meets(shown, rule.comparison, value));
  if (shownMet.every((one, index) => one === met[index])) return [];
  const outcome = found(findingOf(reading, requirement, "rounding", shown));
  // Of several targets one rounding decides nothing.
  const [limit] = requirement.values;
  if (limit === undefined || requirement.values.length > 1) return [outcome];
  const unit = reading.place.field.unit?.name ?? null;
  return [
    watching(outcome, {
      kind: "rounding",
      at: addressOf(place.index, reading.observation.at),
      severity: "warning",
      actual: watchedNumber("actual", reading),
      limit: watchedOperand(targetOperand(requirement.target, unit, limit)),
      comparison: rule.comparison,
      decimals,
    }),
  ];
}

function findingOf(
  reading: NumberReading,
  requirement: Requirement,
  reason: "weights" | "rounding",
  shown: number | null
) {
  const actual = operandOf("actual", reading);
  const targets = [...requirement.values].sort((a, b) => a - b);
  const { comparison } = requirement.target.rule;
  return {
    ...aboutCell(reading, {
      severity: reason === "rounding" ? "warning" : "information",
      expected: null,
      operands: [
        actual,
        ...targets.map((value) => targetOperand(requirement.target, actual.unit, value)),
      ],
      arithmetic: [
        ...targets.map((value) => comparisonText(reading.stated.value, comparison, value)),
        ...(shown === null ? [] : targets.map((value) => comparisonText(shown, comparison, value))),
      ].join("; "),
      allowed: null,
      decimals: shownDecimals(reading),
    }),
    code: ID,
    class: "target",
    params: { actual: reading.stated.value, targets, reason, shown, unit: actual.unit },
  } as const;
}
