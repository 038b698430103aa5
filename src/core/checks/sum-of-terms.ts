import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { SumCause } from "../findings/finding.ts";
import { roundTo } from "../model/decimal.ts";
import { formatFixed } from "../findings/format-number.ts";
import { minus, scale, toInterval } from "../model/interval.ts";
import { printedHalf } from "../model/printed-half.ts";
import type { Quantity } from "../model/interval.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import type { NumberReading } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { claimOf, standingOf } from "./column-verdict.ts";
import type { Claim } from "./column-verdict.ts";
import {
  addressOf,
  convertOperand,
  found,
  notEvaluable,
  operandOf,
  passed,
  written,
  writtenAfter,
} from "./describe.ts";
import { findHint } from "./hint.ts";
import { aboutCell, asCount, quantityIn } from "./relation.ts";

const ID = "sum-mismatch";

export interface Term {
  readonly reading: NumberReading;
  readonly sign: 1 | -1;
}

/** A printed number and the numbers that should make it, added or taken away. */
export interface TermSum extends Claim {
  readonly terms: readonly Term[];
  /** What claim and terms make together where no cell prints it: 100 of shares that leave nothing out. */
  readonly together?: number;
}

/** undefined where the terms are not of one kind of unit. */
export function sumOfTerms(claim: NumberReading, terms: readonly Term[]): TermSum | undefined {
  const { unit } = claim.place.field;
  let computed: Quantity | undefined;
  for (const { reading, sign } of terms) {
    const own = quantityIn(asCount(reading), unit);
    if (own === undefined) return undefined;
    const signed = scale(own, sign);
    computed = computed === undefined ? signed : minus(computed, scale(signed, -1));
  }
  return computed === undefined ? undefined : { ...claimOf(asCount(claim), computed), terms };
}

/** What a column of such sums is worth: how many rows must follow before one that does not is told, and how gravely. */
export interface Worth {
  readonly cause: Extract<
    SumCause,
    { readonly kind: "periods" | "stock" | "since-start" | "parts" | "columns" }
  >;
  /** Of a column that follows. */
  readonly established: "error" | "warning";
  /** Of one or two rows whose headers name the relation; null: nothing is said. */
  readonly open: "warning" | null;
}

/** Column first, then cell. A column in which no row follows adds up something else: nothing is said of it. */
export function judgeTermSums(rows: readonly TermSum[], worth: Worth): readonly Outcome[] {
  const standing = standingOf(rows);
  const severity =
    standing === "established" ? worth.established : standing === "open" ? worth.open : null;
  return rows.map((row) => judgeTermSum(row, severity, worth.cause));
}

/** One sum by itself; `severity` null: where it does not follow, nothing is said. */
export function judgeTermSum(
  row: TermSum,
  severity: "error" | "warning" | null,
  cause: Worth["cause"]
): Outcome {
  const at = addressOf(row.claim.place.index, row.claim.observation.at);
  if (row.verdict !== "disagrees") {
    return passed(ID, at, row.verdict !== "agrees", identityOf(row));
  }
  return severity === null
    ? notEvaluable(ID, at, "relation-not-established")
    : found(findingOf(row, severity, cause), identityOf(row));
}

/** Known only where all stand in one unit. */
function identityOf({ claim, terms, together = 0 }: TermSum): Identity | null {
  const { unit } = claim.place.field;
  const isOneUnit = terms.every(({ reading }) => unitFactor(reading.place.field.unit, unit) === 1);
  if (!isOneUnit) return null;
  const slack = [claim, ...terms.map(({ reading }) => reading)].reduce(
    (sum, reading) => sum + printedHalf(asCount(reading).stated),
    0
  );
  const added = terms.filter(({ sign }) => sign > 0).map(({ reading }) => reading);
  const taken = terms.filter(({ sign }) => sign < 0).map(({ reading }) => reading);
  return {
    kind: "linear",
    plus: [claim, ...taken],
    minus: added,
    constant: -together,
    low: -slack,
    high: slack,
  };
}

function findingOf(
  { claim, terms, computed, together }: TermSum,
  severity: "error" | "warning",
  cause: Worth["cause"]
) {
  const { unit } = claim.place.field;
  const operands = terms.map(({ reading }) =>
    convertOperand(
      operandOf("member", reading),
      unitFactor(reading.place.field.unit, unit) ?? 1,
      unit?.name ?? null
    )
  );
  const stated = operandOf("total", claim);
  const decimals = Math.max(stated.decimals, ...operands.map((operand) => operand.decimals));
  const sum = roundRatio(computed.value, decimals).toNumber();
  const text = operands
    .map((operand, place) =>
      place === 0
        ? together === undefined
          ? written(operand)
          : `${together} − ${writtenAfter(operand)}`
        : `${(terms[place]?.sign ?? 1) > 0 ? "+" : "−"} ${writtenAfter(operand)}`
    )
    .join(" ");
  return {
    ...aboutCell(claim, {
      severity,
      expected: { low: toNumber(computed.range.low), high: toNumber(computed.range.high) },
      operands: [...operands, stated],
      arithmetic: `${text} = ${formatFixed(sum, decimals)}`,
      allowed: toInterval(computed.range),
      decimals,
    }),
    code: ID,
    params: {
      // Of shares it is told what all of them come to.
      stated:
        together === undefined
          ? claim.stated.value
          : roundTo(together + claim.stated.value - sum, decimals),
      sum: together ?? sum,
      members: terms.length + (together === undefined ? 0 : 1),
      unit: unit?.name ?? null,
      cause,
      hint: findHint(claim.stated.value, computed.value, decimals),
    },
  } as const;
}
