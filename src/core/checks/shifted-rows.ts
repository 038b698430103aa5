import type { Outcome } from "../evaluation/evaluation.ts";
import { quantityOf, scale, shareOf, judge } from "../model/interval.ts";
import { findField, readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check, CheckContext } from "./check.ts";
import { found, operandOf, shownDecimals } from "./describe.ts";
import { isNonEmpty, qualityOver, significantDigits } from "./quality.ts";
import { findWholes } from "./wholes.ts";
import type { Whole } from "./wholes.ts";
import { zoneNumbers } from "./zone-rows.ts";

const ID = "shifted-rows";
const FEWEST_ROWS = 3;

/** Numbers stand in the row of their zone: three shares running that fit the row below and not their own are shifted. */
export const shiftedRows: Check = {
  id: ID,
  severity: "warning",
  run: (context) =>
    context.index.table.orientation === "indicators-in-rows"
      ? []
      : context.index.table.fields
          .filter(({ measure }) => measure === "share")
          .flatMap((field) => judgeField(context, field)),
};

function judgeField(context: CheckContext, field: Field): Outcome[] {
  const { index } = context;
  const partField = findField(index, field.indicator.id, "actual", field);
  const whole = findWholes(context, field).find(
    (one) => one.isNamed && one.part === null && one.key !== "indicator"
  );
  if (partField === undefined || whole === undefined) return [];
  const shares = zoneNumbers(index, field);
  const parts = shares.map((share) => readPlace(index, share.place.subject, partField));
  const fits = (share: NumberReading, part: (typeof parts)[number] | undefined): boolean =>
    part?.kind === "number" && isShare(share, part, whole);
  for (const by of [1, -1] as const) {
    let run: NumberReading[] = [];
    let longest: NumberReading[] = [];
    shares.forEach((share, place) => {
      const isShifted =
        significantDigits(share.stated.value) >= 2 &&
        fits(share, parts[place + by]) &&
        !fits(share, parts[place]);
      run = isShifted ? [...run, share] : [];
      if (run.length > longest.length) longest = run;
    });
    if (longest.length < FEWEST_ROWS || !isNonEmpty(longest)) continue;
    const [first] = longest;
    return [
      found({
        ...qualityOver(longest, {
          severity: "warning",
          remark: "required",
          stated: first.stated.value,
          expected: null,
          operands: longest.slice(0, 6).map((share) => operandOf("stated", share)),
          arithmetic: null,
          decimals: shownDecimals(first),
        }),
        code: ID,
        params: { rows: longest.length, by },
      }),
    ];
  }
  return [];
}

function isShare(share: NumberReading, part: NumberReading, whole: Whole): boolean {
  const value = whole.valueFor(share.place.subject);
  if (value === undefined) return false;
  const factor = unitFactor(part.place.field.unit, value.unit);
  if (factor === undefined) return false;
  const computed = shareOf(
    scale(quantityOf(part.stated), factor),
    scale(quantityOf(value.stated), value.scale)
  );
  return computed !== undefined && judge(share.stated, computed) !== "disagrees";
}
