import type { Outcome } from "../evaluation/evaluation.ts";
import type { Operand } from "../findings/finding.ts";
import { roundTo } from "../model/decimal.ts";
import { findField } from "../model/find-field.ts";
import { periodOf, readPlace } from "../model/table-index.ts";
import type { Place } from "../model/table-index.ts";
import type { CheckContext } from "./check.ts";
import { standingOf } from "./column-verdict.ts";
import { addressOf, found, looseOperand, notEvaluable, operandOf, passed } from "./describe.ts";
import { ownPaceBeside } from "./own-pace.ts";
import { ID, findingOf } from "./verdict-finding.ts";
import type { Judged } from "./verdict-finding.ts";

export interface JudgedByPace extends Pick<
  Judged,
  "place" | "observation" | "word" | "reading" | "limit" | "met" | "verdict"
> {
  readonly kind: "by-pace";
  readonly wanted: Operand;
}

const OF_PACE = /序时|时序|时间进度|均衡进度|时间过半|双过半/u;

/** 是否达序时: the attainment beside it against the pace that the sheet prints, or the office has set, else against months over 12. */
export function judgeByPace(
  context: CheckContext,
  place: Place,
  said: Pick<Judged, "observation" | "word"> & { readonly met: boolean; readonly isOfPace: boolean }
): JudgedByPace | undefined {
  const { index, subject, field } = place;
  if (!said.isOfPace && !OF_PACE.test(field.path.at(-1) ?? "")) return undefined;
  const { id } = field.indicator;
  const reading = readPlace(index, subject, findField(index, id, "attainment", field));
  if (reading.kind === "none") return undefined;
  const printed = readPlace(index, subject, findField(index, id, "pace", field));
  const period = periodOf(index.table, field);
  const months = period?.kind === "cumulative" ? period.months : undefined;
  const own = printed.kind === "number" ? undefined : ownPaceBeside(context, subject, field);
  if (printed.kind === "none" && own === undefined && months === undefined) return undefined;
  const limit =
    printed.kind === "number"
      ? printed.stated.value
      : (own?.value ?? roundTo(((months ?? 0) * 100) / 12, 2));
  const wanted =
    printed.kind === "number"
      ? operandOf("pace", printed)
      : looseOperand(
          "pace",
          own?.words ?? `${months ?? 0}/12`,
          own ?? { value: limit, decimals: 2 },
          "%"
        );
  const { value, decimals } = reading.stated;
  const met = value >= limit;
  // 91.7 against 11/12, which others write 91.67, is either.
  const isClose = Math.abs(value - limit) < 10 ** -Math.min(decimals, 1);
  const verdict = met === said.met || isClose ? "agrees" : "disagrees";
  return { ...said, place, reading, wanted, limit, met, verdict, kind: "by-pace" };
}

/** An office may go by a plan of its own: only a column that follows the pace is held to it. */
export function judgePaces(rows: readonly JudgedByPace[]): Outcome[] {
  const isJudged = standingOf(rows) === "established";
  return rows.map((row) => {
    const at = addressOf(row.place.index, row.observation.at);
    if (!isJudged) return notEvaluable(ID, at, "undecided");
    if (row.verdict === "agrees") return passed(ID, at, false);
    return found(findingOf({ ...row, comparison: "at-least" }));
  });
}
