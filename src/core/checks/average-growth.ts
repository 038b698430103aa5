import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { GrowthMismatch } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import { growthOf, quantityOf, scale, toInterval } from "../model/interval.ts";
import { printedHalf } from "../model/printed-half.ts";
import { ratioOf, toNumber } from "../model/ratio.ts";
import { roundTo } from "../model/decimal.ts";
import { readPlace } from "../model/table-index.ts";
import type { Column, NumberReading } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { overYears, yearSpans } from "./average-spans.ts";
import type { YearSpan } from "./average-spans.ts";
import type { CheckContext } from "./check.ts";
import { claimOf, countFits, standingOf } from "./column-verdict.ts";
import type { Claim } from "./column-verdict.ts";
import {
  addressOf,
  convertOperand,
  found,
  operandOf,
  passed,
  shownDecimals,
  written,
} from "./describe.ts";
import { basisOf } from "./growth-rows.ts";
import { findHint } from "./hint.ts";
import { readClaim } from "./read-claim.ts";
import { aboutCell } from "./relation.ts";

const ID = "growth-mismatch";

/** A printed growth over several years, as the growth of all of them, held against the first and the last. */
interface Row extends Claim {
  /** As it is printed, a year's mean or the whole. */
  readonly printed: NumberReading;
  readonly to: NumberReading;
  readonly from: NumberReading;
  readonly span: YearSpan;
  /** The years the printed growth is the mean of; 1: of none. */
  readonly power: number;
  readonly isNominal: boolean;
}

/**
 * 年均增长, 两年平均增速, 比2020年增长: the growth from one year to another, and its yearly mean (V ÷ V₀)^(1/n) − 1. Which two
 * years a column takes its header may say; its rows show it. What is given at constant prices is never recomputed.
 */
export function judgeYears(context: CheckContext, column: Column): readonly Outcome[] {
  const rows = column.fields.flatMap((field) => readRows(context, field));
  const chosen = bestSpan(rows);
  if (chosen.length === 0) return [];
  const isFew =
    chosen.length < 3 && chosen.every(({ span, isNominal }) => span.isNamed && isNominal);
  if (standingOf(chosen) !== "established" && !isFew) return [];
  // One 同口径 amount among customs' and counts may be on another base than the page prints.
  const follows = chosen.some((row) => !row.isNominal && row.verdict !== "disagrees");
  return chosen.flatMap((row) => judgeRow(row, row.isNominal || follows));
}

function readRows({ index }: CheckContext, field: Column["fields"][number]): readonly Row[] {
  const kind = overYears(field);
  if (kind === null || field.against !== null) return [];
  const spans = yearSpans(index, field);
  return index.table.subjects.flatMap((subject): Row[] => {
    const claim = readClaim(ID, { index, subject, field });
    const basis = basisOf(field, subject, index);
    if (claim.kind !== "number" || basis === "given") return [];
    return spans.flatMap((span): Row[] => {
      const [to, from] = [span.to, span.from].map((level) => readPlace(index, subject, level));
      if (to?.kind !== "number" || from?.kind !== "number") return [];
      const factor = unitFactor(from.place.field.unit, to.place.field.unit);
      if (factor === undefined || to.stated.value <= 0) return [];
      const computed = growthOf(quantityOf(to.stated), scale(quantityOf(from.stated), factor));
      if (computed === undefined) return [];
      const power = kind === "mean" ? span.years : 1;
      const whole = wholeGrowth(claim.reading, power);
      const isNominal = basis === "nominal";
      const printed = claim.reading;
      return [{ ...claimOf(whole, computed), printed, to, from, span, power, isNominal }];
    });
  });
}

/** The rows by the span that most of them follow; of two, the likelier one. */
function bestSpan(rows: readonly Row[]): readonly Row[] {
  const bySpan = new Map<string, Row[]>();
  for (const row of rows) {
    const own = bySpan.get(row.span.key);
    if (own === undefined) bySpan.set(row.span.key, [row]);
    else own.push(row);
  }
  let best: readonly Row[] = [];
  for (const own of bySpan.values())
    if (best.length === 0 || countFits(own) > countFits(best)) best = own;
  return best;
}

/** 8.5 a year for four years is 38.6 in all, and its half digit grows with it. */
function wholeGrowth(reading: NumberReading, power: number): NumberReading {
  if (power === 1) return reading;
  const { stated } = reading;
  const grown = (yearly: number): number => ((1 + yearly / 100) ** power - 1) * 100;
  const half = printedHalf(stated) + (stated.spread ?? 0);
  const value = roundTo(grown(stated.value), 9);
  const spread = grown(stated.value + half) - value;
  return { ...reading, stated: { ...stated, value, decimals: 9, spread } };
}

function judgeRow(row: Row, isTold: boolean): readonly Outcome[] {
  const { index } = row.printed.place;
  const at = addressOf(index, row.printed.observation.at);
  if (row.verdict !== "disagrees")
    return [passed(ID, at, row.verdict !== "agrees", identityOf(row))];
  return isTold ? [found(findingOf(row), identityOf(row))] : [];
}

/** The yearly growth as a line of the quotient: through what is printed and what the two years give, so that either may be solved for. */
function identityOf({ printed, to, from, power, computed }: Row): Identity {
  const factor = unitFactor(from.place.field.unit, to.place.field.unit) ?? 1;
  const quotient = 1 + toNumber(computed.value) / 100;
  const yearly = quotient ** (1 / power);
  const claimed = Math.max(1e-6, 1 + printed.stated.value / 100);
  const apart = claimed ** power - quotient;
  const slope =
    Math.abs(apart) < 1e-6 * quotient ? yearly / (power * quotient) : (claimed - yearly) / apart;
  return {
    kind: "ratio",
    claim: printed,
    top: to,
    bottom: from,
    factor: (100 * slope) / factor,
    base: 100 * (slope * quotient - (yearly - 1)),
    sign: 1,
  };
}

function findingOf({ printed, to, from, power, computed }: Row): GrowthMismatch {
  const decimals = shownDecimals(printed);
  const unit = to.place.field.unit;
  const current = operandOf("actual", to);
  const factor = unitFactor(from.place.field.unit, unit) ?? 1;
  const prior = convertOperand(operandOf("prior", from), factor, unit?.name ?? null);
  const yearly = (whole: number): number => ((1 + whole / 100) ** (1 / power) - 1) * 100;
  const range = toInterval(computed.range);
  const allowed = { low: yearly(range.low), high: yearly(range.high) };
  const value = yearly(toNumber(computed.value));
  const quotient = `${written(current)} ÷ ${written(prior)}`;
  const grown = power === 1 ? quotient : `(${quotient})^(1/${String(power)})`;
  return {
    ...aboutCell(printed, {
      severity: "warning",
      expected: { low: roundTo(allowed.low, decimals), high: roundTo(allowed.high, decimals) },
      operands: [current, prior, operandOf("stated", printed)],
      arithmetic: `(${grown} − 1) × 100 = ${formatFixed(value, decimals + 2)}`,
      allowed,
      decimals,
    }),
    code: ID,
    params: {
      current: current.value,
      prior: prior.value,
      computed: roundTo(value, decimals),
      wholeColumn: false,
      years: power,
      hint: findHint(printed.stated.value, ratioOf(roundTo(value, 9)), decimals),
    },
  };
}
