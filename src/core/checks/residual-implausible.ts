import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Severity } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import type { Watched } from "../findings/watched.ts";
import { roundTo } from "../model/decimal.ts";
import { minus, quantityOf } from "../model/interval.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import type { Check } from "./check.ts";
import {
  addressOf,
  convertOperand,
  found,
  operandOf,
  passed,
  shownDecimals,
  written,
} from "./describe.ts";
import { aboutCell } from "./relation.ts";
import { QUESTION, beside, growthsOf, watchedRest } from "./rest-growths.ts";
import type { Growths } from "./rest-growths.ts";
import { watchedNumber, watching } from "./watch.ts";
import { isSummable } from "./summable.ts";
import { unitFactor } from "../model/unit-factor.ts";

const ID = "residual-implausible";

/** A rest that goes the other way than the zones is told: both move this much, and are this many points apart. */
const MOVING = 10;
const TELLING = 30;

/**
 * What is left of the city (or the province's zones) without the zones is not negative. The growth it implies is told
 * where it goes the other way than the zones', and asked about beyond 50 points from the city's.
 */
export const residualImplausible: Check = {
  id: ID,
  severity: "information",
  run: ({ index }) => {
    const totals = index.table.subjects.filter(({ role }) => role === "total");
    const wholes = index.table.subjects.filter(({ reference }) => reference !== null);
    return index.table.fields
      .filter((field) => field.measure === "actual" && isSummable(field))
      .flatMap((field) =>
        totals.flatMap((total) => wholes.flatMap((whole) => judge(index, field, total, whole)))
      );
  },
};

function judge(
  index: TableIndex,
  field: Field,
  total: Subject,
  whole: Subject
): readonly Outcome[] {
  const zones = readPlace(index, total, field);
  const city = readPlace(index, whole, field);
  if (zones.kind === "none" || city.kind === "none") return [];
  const rest = minus(quantityOf(city.stated), quantityOf(zones.stated));
  const at = addressOf(index, zones.observation.at);
  // A total that already equals no wider whole is another scope, if it is far beyond it.
  const severity = zones.place.field.indicator.isCatalogued ? "error" : "warning";
  const factor = unitFactor(zones.place.field.unit, city.place.field.unit) ?? 1;
  const within: Watched = {
    kind: "order",
    at,
    severity,
    upper: watchedNumber("part", zones),
    lower: watchedNumber("whole", city, 1 / factor),
  };
  if (rest.range.high.num.lt(0)) {
    const identity: Identity = { kind: "order", small: zones, large: city, factor };
    const negative = found(findingOf(zones, city, severity, null), identity);
    return [watching(negative, within, watchedRest(zones, city))];
  }
  const growths = whole.reference === "city" ? growthsOf(zones, city) : undefined;
  if (growths === undefined) return [watching(passed(ID, at, false), within)];
  const { restGrowth, wholeGrowth, zonesGrowth } = growths;
  const madeOf: Identity = {
    kind: "made-of",
    readings: [zones, city].flatMap((level) => [level, ...beside(level)]),
  };
  if (Math.abs(restGrowth - wholeGrowth) > QUESTION) {
    return [
      watching(
        found(findingOf(zones, city, "warning", growths), madeOf),
        watchedRest(zones, city),
        within
      ),
    ];
  }
  const isOpposite =
    restGrowth * zonesGrowth < 0 && Math.min(Math.abs(restGrowth), Math.abs(zonesGrowth)) >= MOVING;
  const outcome =
    isOpposite && Math.abs(restGrowth - zonesGrowth) > TELLING
      ? found(findingOf(zones, city, "information", growths), madeOf)
      : passed(ID, at, false);
  return [watching(outcome, within, watchedRest(zones, city))];
}

/** The growth of the rest, and how far it is from that of the whole. */
function growthText(growths: Growths, rest: string, before: string): string {
  const [own, whole] = [growths.restGrowth, growths.wholeGrowth].map((value) =>
    formatFixed(value, 1)
  );
  const off = formatFixed(growths.restGrowth - growths.wholeGrowth, 1);
  return `(${rest} ÷ ${before} − 1) × 100 = ${own ?? ""}; ${own ?? ""} − (${whole ?? ""}) = ${off}`;
}

function findingOf(
  zones: NumberReading,
  city: NumberReading,
  severity: Severity,
  growths: Growths | null
) {
  const part = operandOf("part", zones);
  const factor = unitFactor(city.place.field.unit, zones.place.field.unit) ?? 1;
  const whole = convertOperand(operandOf("whole", city), factor, part.unit);
  const decimals = Math.max(shownDecimals(zones), whole.decimals);
  const rest = roundTo(whole.value - part.value, decimals);
  const before = (growths?.restBefore ?? 0) * factor;
  const one = (value: number): number => Number(value.toFixed(1));
  return {
    ...aboutCell(zones, {
      severity,
      expected: null,
      operands: [part, whole],
      arithmetic: [
        `${written(whole)} − ${written(part)} = ${formatFixed(rest, decimals)}`,
        ...(growths === null
          ? []
          : [growthText(growths, formatFixed(rest, decimals), formatFixed(before, decimals))]),
      ].join("; "),
      allowed: null,
      decimals,
    }),
    code: ID,
    params: {
      rest,
      restGrowth: growths === null ? null : one(growths.restGrowth),
      wholeGrowth: growths === null ? null : one(growths.wholeGrowth),
      zonesGrowth: growths === null ? null : one(growths.zonesGrowth),
      wholeName: city.place.subject.label,
      unit: part.unit,
    },
  } as const;
}
