import type { Outcome } from "../evaluation/evaluation.ts";
import { constant, quantityOf, shareOf } from "../model/interval.ts";
import type { Watched, WatchedNumber } from "../findings/watched.ts";
import { compareRatio, ratioOf, roundRatio, timesRatio } from "../model/ratio.ts";
import { findField } from "../model/find-field.ts";
import { periodOf, readPlace } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import type { Target } from "../rules/target.ts";
import type { TargetRule } from "../rules/target-rule.ts";
import { formatFixed } from "../findings/format-number.ts";
import type { Check, CheckContext } from "./check.ts";
import { addressOf, found, looseOperand, operandOf, passed, written } from "./describe.ts";
import { monthsOf, ownPace } from "./own-pace.ts";
import { aboutCell } from "./relation.ts";
import { watchedNumber, watchedOperand, watching } from "./watch.ts";
import { fieldsJudgedBy, inUnitOf, targetAt, targetOperand } from "./target-at.ts";

const ID = "target-behind-pace";

/**
 * Progress towards an amount or a number set for the year is not below its pace: months over 12, or the office's own
 * plan where the sheet prints it (a printed pace may be rounded). Growth, shares, coverage and rates are never scaled.
 */
export const targetBehindPace: Check = {
  id: ID,
  severity: "information",
  run: (context) => {
    const indicators = new Set(context.index.table.fields.map((field) => field.indicator.id));
    return [...indicators].flatMap((indicator) => {
      if (!context.targets.measuresOf(indicator).includes("actual")) return [];
      return fieldsJudgedBy(context, indicator, "actual").flatMap((field) =>
        context.index.table.subjects.flatMap((subject) =>
          judge(context, { index: context.index, subject, field })
        )
      );
    });
  },
};

function judge(context: CheckContext, place: Place): readonly Outcome[] {
  const { index, subject, field } = place;
  const target = yearTarget(context, place);
  if (target === undefined || field.indicator.kind === "rate") return [];
  const { comparison } = target.rule;
  // A ceiling is not approached by pace.
  if (comparison !== "at-least" && comparison !== "above") return [];
  const months = monthsOf(periodOf(index.table, field));
  const limit = inUnitOf(target, field.unit);
  if (months === undefined || limit === undefined || limit <= 0) return [];
  const reading = readPlace(index, subject, field);
  if (reading.kind === "none") return [];
  const at = addressOf(index, reading.observation.at);
  const progress = shareOf(constant(reading.stated.value), constant(limit));
  if (progress === undefined) return [];
  const pace = paceAt(place, months, target.rule);
  const actual = operandOf("actual", reading);
  const wanted = targetOperand(target, actual.unit, limit);
  const watched: Watched = {
    kind: "pace",
    at,
    actual: watchedNumber("actual", reading),
    limit: watchedOperand(wanted),
    pace: watchedPace(pace),
  };
  if (compareRatio(progress.value, pace.lowest) >= 0) {
    return [watching(passed(ID, at, false), watched)];
  }
  const decimals = 2;
  const shown = roundRatio(progress.value, decimals).toNumber();
  return [
    watching(
      found({
        ...aboutCell(reading, {
          severity: "information",
          expected: null,
          operands: [actual, wanted, pace.operand],
          arithmetic: `${written(actual)} ÷ ${written(wanted)} × 100 = ${formatFixed(shown, decimals)} < ${formatFixed(pace.value, decimals)}`,
          allowed: null,
          decimals,
        }),
        code: ID,
        class: "target",
        remark: target.rule.remarkRequired ? "required" : "optional",
        params: {
          actual: reading.stated.value,
          target: limit,
          progress: shown,
          pace: pace.value,
          unit: actual.unit,
        },
      }),
      watched
    ),
  ];
}

/** The amount set for the year: a zone's own, a total's only where its row prints one. */
function yearTarget(context: CheckContext, place: Place): Target | undefined {
  const { subject, field, index } = place;
  const target =
    subject.role === "zone"
      ? targetAt(context, place)
      : subject.role === "total" || subject.role === "subtotal"
        ? context.targets.written(
            index,
            subject.index,
            field.indicator.id,
            field.measure,
            periodOf(index.table, field)
          )
        : undefined;
  return target?.rule.kind === "annual-level" ? target : undefined;
}

interface Pace {
  readonly value: number;
  /** A printed pace may stand for a little less. */
  readonly lowest: ReturnType<typeof ratioOf>;
  readonly operand: ReturnType<typeof looseOperand>;
}

/** The pace the sheet prints beside the zone, else the one it states for all or the plan of the rule, else months over 12. */
function paceAt({ index, subject, field }: Place, months: number, rule: TargetRule): Pace {
  const printed = readPlace(index, subject, findField(index, field.indicator.id, "pace", field));
  if (printed.kind === "number") return printedPace(printed);
  const own = ownPace(index, rule, months);
  if (own !== undefined) {
    const operand = looseOperand("pace", own.words, own, "%");
    return { value: own.value, lowest: ratioOf(own.value), operand };
  }
  const value = Number(((months / 12) * 100).toPrecision(15));
  const exact = timesRatio(ratioOf(months * 100), { num: ratioOf(1).num, den: ratioOf(12).num });
  const operand = looseOperand("pace", `${months}/12`, { value, decimals: 2 }, "%");
  return { value, lowest: exact, operand };
}

/** A pace that is printed may stand for half a digit less; one of months or of a plan is exact. */
function watchedPace({ operand }: Pace): WatchedNumber {
  const number = watchedOperand(operand);
  return operand.at === null ? { ...number, isExact: true } : number;
}

function printedPace(reading: NumberReading): Pace {
  return {
    value: reading.stated.value,
    lowest: quantityOf(reading.stated).range.low,
    operand: operandOf("pace", reading),
  };
}
