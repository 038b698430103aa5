import Big from "big.js";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { FindingCode, Operand, Trace } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import type { StatedRelation } from "../model/around.ts";
import { toInterval } from "../model/interval.ts";
import type { Quantity, Verdict } from "../model/interval.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import type { NumberReading } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { addressOf, convertOperand, operandOf } from "./describe.ts";
import { findHint } from "./hint.ts";
import { aboutCell, aboutColumn } from "./relation.ts";

export const ID = "sum-mismatch";

export interface Side {
  readonly terms: readonly { readonly reading: NumberReading; readonly sign: 1 | -1 }[];
}

export interface Judged {
  readonly relation: StatedRelation;
  /** The number that is held against the others: the total of a sum, the part of an order. */
  readonly claim: NumberReading;
  readonly left: Side;
  readonly right: Side;
  readonly computed: Quantity;
  readonly verdict: Verdict;
  /** Only the digits of the column speak against it, not those of the number itself. */
  readonly isSoft: boolean;
}

/** Where all stand in one unit: Σ left − Σ right is zero, or not above it. */
export function identityOf({ relation, left, right }: Judged): Identity | null {
  const terms = [
    ...left.terms,
    ...right.terms.map(({ reading, sign }) => ({ reading, sign: -sign })),
  ];
  const [first] = terms;
  const isOneUnit = terms.every(
    ({ reading }) =>
      unitFactor(reading.place.field.unit, first?.reading.place.field.unit ?? null) === 1
  );
  if (!isOneUnit) return null;
  const halves = terms.map(({ reading: { stated } }) =>
    stated.precision === "stated"
      ? new Big(0.5).div(new Big(10).pow(stated.decimals)).toNumber()
      : 0
  );
  const slack = halves.reduce((all, half) => all + half, 0);
  return {
    kind: "linear",
    plus: terms.flatMap(({ reading, sign }) => (sign > 0 ? [reading] : [])),
    minus: terms.flatMap(({ reading, sign }) => (sign < 0 ? [reading] : [])),
    constant: 0,
    low: relation.comparison === "equal" ? -slack : -Infinity,
    high: slack,
  };
}

export function codeOf(relation: StatedRelation): FindingCode {
  if (relation.comparison === "at-most") return "order-violation";
  const isSum = relation.left.length === 1 && relation.right.every(({ sign }) => sign > 0);
  return isSum ? ID : "remainder-mismatch";
}

export function placeOf(claim: NumberReading) {
  return addressOf(claim.place.index, claim.observation.at);
}

export function findingOf(row: Judged, column: readonly Judged[] | null) {
  const { relation, claim, computed, isSoft } = row;
  const unit = claim.place.field.unit?.name ?? null;
  const operand = (role: string, reading: NumberReading): Operand =>
    convertOperand(
      operandOf(role, reading),
      unitFactor(reading.place.field.unit, claim.place.field.unit) ?? 1,
      unit
    );
  const others = [
    ...row.left.terms.filter(({ reading }) => reading !== claim),
    ...row.right.terms,
  ].map(({ reading }) => operand("member", reading));
  const stated = operand("stated", claim);
  const decimals = Math.max(stated.decimals, ...others.map((other) => other.decimals));
  const number = (value: Quantity["value"]): number => roundRatio(value, decimals).toNumber();
  const isOrder = relation.comparison === "at-most";
  const about = {
    expected: {
      low: isOrder ? null : toNumber(computed.range.low),
      high: toNumber(computed.range.high),
    },
    operands: [...others, stated],
    arithmetic: arithmeticOf(row, decimals),
    allowed: isOrder ? null : toInterval(computed.range),
    decimals,
  };
  const base =
    column === null
      ? aboutCell(claim, { ...about, severity: isSoft ? ("warning" as const) : ("error" as const) })
      : aboutColumn(
          claim,
          column.map((other) => other.claim),
          about
        );
  const trace: Trace = {
    ...base.trace,
    relation: {
      words: relation.words,
      at: addressOf(claim.place.index, relation.at),
      computed: number(computed.value),
      isLimit: isOrder,
      wholeColumn: column !== null,
    },
  };
  const common = { ...base, trace };
  const value = number(computed.value);
  const code = codeOf(relation);
  if (code === "order-violation") {
    const name = (side: Side): string =>
      side.terms.map(({ reading }) => reading.place.field.path[0] ?? "").join("+");
    return {
      ...common,
      code,
      params: {
        relation: "part",
        part: stated.value,
        whole: value,
        partName: name(row.left),
        wholeName: name(row.right),
        unit,
        wholeColumn: column !== null,
      },
    } as const;
  }
  if (code === "remainder-mismatch") {
    const done = others[0]?.value ?? 0;
    return {
      ...common,
      code,
      params: {
        done,
        parts: 1,
        total: value + done,
        computed: value,
        unit,
        wholeColumn: column !== null,
      },
    } as const;
  }
  return {
    ...common,
    code: ID,
    params: {
      stated: stated.value,
      sum: value,
      members: others.length,
      unit,
      cause: null,
      hint: column === null ? findHint(claim.stated.value, computed.value, decimals) : null,
    },
  } as const;
}

/** 2130 + 3100 = 5230, or 2310 > 2130. */
function arithmeticOf(
  { relation, claim, left, right, computed }: Judged,
  decimals: number
): string {
  const unit = claim.place.field.unit;
  const text = (side: Side, without: NumberReading | null, turn: 1 | -1): string[] =>
    side.terms
      .filter(({ reading }) => reading !== without)
      .map(({ reading, sign }) => {
        const factor = unitFactor(reading.place.field.unit, unit) ?? 1;
        const value = formatFixed(reading.stated.value * factor, decimals);
        const isMinus = sign * turn < 0;
        return `${isMinus ? "− " : "+ "}${value.startsWith("-") || value.startsWith("−") ? `(${value})` : value}`;
      });
  const joined = (terms: readonly string[]): string => terms.join(" ").replace(/^\+ /u, "");
  if (relation.comparison === "at-most")
    return `${joined(text(left, null, 1))} > ${joined(text(right, null, 1))}`;
  const terms = [...text(right, null, 1), ...text(left, claim, -1)];
  return `${joined(terms)} = ${formatFixed(toNumber(computed.value), decimals)}`;
}
