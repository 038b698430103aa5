import type { Outcome } from "../evaluation/evaluation.ts";
import { formatFixed } from "../findings/format-number.ts";
import { quantityOf, scale, shareOf, judge } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import { toNumber } from "../model/ratio.ts";
import { findField } from "../model/find-field.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check, CheckContext } from "./check.ts";
import { convertOperand, found, operandOf, shownDecimals, written } from "./describe.ts";
import { isNonEmpty, qualityOver, significantDigits } from "./quality.ts";
import { findWholes } from "./wholes.ts";
import type { Whole } from "./whole.ts";
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
    const place = shares.indexOf(first);
    const [own, neighbour] = [parts[place], parts[place + by]].map((part) =>
      part?.kind === "number" ? part : undefined
    );
    return [
      found({
        ...qualityOver(longest, {
          severity: "warning",
          remark: "required",
          stated: first.stated.value,
          expected: null,
          operands: [
            ...longest.slice(0, 6).map((share) => operandOf("stated", share)),
            ...[own, neighbour].flatMap((part) =>
              part === undefined ? [] : [operandOf("part", part)]
            ),
          ],
          arithmetic: [own, neighbour]
            .flatMap((part) => (part === undefined ? [] : [shareText(first, part, whole)]))
            .join("; "),
          decimals: shownDecimals(first),
        }),
        code: ID,
        params: { rows: longest.length, by },
      }),
    ];
  }
  return [];
}

/** "14.26 ÷ 177.53 × 100 = 8.03 ≠ 4.88": one part's share, held against the printed one. */
function shareText(share: NumberReading, part: NumberReading, whole: Whole): string {
  const computed = computedShare(share, part, whole);
  const value = whole.valueFor(share.place.subject);
  if (computed === undefined || value === undefined) return "";
  const own = operandOf("part", part);
  const scaled = convertOperand(
    own,
    unitFactor(part.place.field.unit, value.unit) ?? 1,
    value.unit?.name ?? null
  );
  const decimals = shownDecimals(share);
  const sign = judge(share.stated, computed) === "disagrees" ? "≠" : "≈";
  const divisor = formatFixed(value.stated.value * value.scale, value.stated.decimals);
  const shown = formatFixed(toNumber(computed.value), decimals + 2);
  return `${written(scaled)} ÷ ${divisor} × 100 = ${shown} ${sign} ${formatFixed(share.stated.value, decimals)}`;
}

function isShare(share: NumberReading, part: NumberReading, whole: Whole): boolean {
  const computed = computedShare(share, part, whole);
  return computed !== undefined && judge(share.stated, computed) !== "disagrees";
}

function computedShare(
  share: NumberReading,
  part: NumberReading,
  whole: Whole
): Quantity | undefined {
  const value = whole.valueFor(share.place.subject);
  if (value === undefined) return undefined;
  const factor = unitFactor(part.place.field.unit, value.unit);
  if (factor === undefined) return undefined;
  return shareOf(
    scale(quantityOf(part.stated), factor),
    scale(quantityOf(value.stated), value.scale)
  );
}
