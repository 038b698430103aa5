import { describe, expect, test } from "@jest/globals";
import Big from "big.js";
import fc from "fast-check";
import { meets } from "../../../src/core/checks/judge-target.ts";
import { judgeDifferences } from "../../../src/core/columns/difference.ts";
import { createColumn, KIND, putNumber, VERDICT } from "../../../src/core/columns/index.ts";
import type {
  DifferenceRelation,
  RatioRelation,
  TypedColumn,
} from "../../../src/core/columns/index.ts";
import { judgeRatios } from "../../../src/core/columns/ratio.ts";
import { judgeSum } from "../../../src/core/columns/sum.ts";
import { judgeTargets } from "../../../src/core/columns/target.ts";
import { createTally } from "../../../src/core/columns/verdict.ts";
import type { Verdicts } from "../../../src/core/columns/verdict.ts";
import { toDecimal } from "../../../src/core/model/decimal.ts";
import {
  growthOf,
  judge,
  judgeExactly,
  minus,
  quantityOf,
  scale,
  shareOf,
} from "../../../src/core/model/interval.ts";
import type { Quantity } from "../../../src/core/model/interval.ts";
import { toNumber } from "../../../src/core/model/ratio.ts";
import type { StatedNumber } from "../../../src/core/model/stated-number.ts";

const createVerdicts = (rows: number): Verdicts => ({
  codes: new Uint8Array(rows),
  tally: createTally(),
});
const places = fc.integer({ min: 0, max: 4 });
const printed: fc.Arbitrary<StatedNumber> = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: -9_999, max: 9_999 }),
      fc.integer({ min: -999_999_999, max: 999_999_999 })
    ),
    places
  )
  .map(([digits, decimals]) => stated(digits, decimals));
const counted = fc
  .integer({ min: 0, max: 5_000 })
  .map((value): StatedNumber => ({ value, decimals: 0, origin: "typed", precision: "count" }));
const computed = fc
  .oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: 0.9999999999, max: 1.0000000001, noNaN: true }),
    fc.constantFrom(Number.MIN_VALUE, 2 * Number.MIN_VALUE, 2.2250738585072014e-308)
  )
  .map((value): StatedNumber => ({ value, decimals: 9, origin: "formula", precision: "exact" }));
const number = fc.oneof(
  { weight: 5, arbitrary: printed },
  { weight: 1, arbitrary: counted },
  { weight: 2, arbitrary: computed }
);
const factor = fc.constantFrom(1, 1, 1, 1e4, 1e-4, 100);

function stated(digits: number, decimals: number): StatedNumber {
  const value = Number((digits / 10 ** decimals).toFixed(decimals));
  return { value, decimals, origin: "typed", precision: "stated" };
}

function columnOf(...numbers: readonly StatedNumber[]): TypedColumn {
  const column = createColumn(numbers.length);
  numbers.forEach((one, row) => {
    putNumber(column, row, one);
  });
  return column;
}

/** Printed numbers at, beside and around the edges of what operands allow, where doubles go wrong first. */
function claimsAround(quantity: Quantity, decimals: number, own: StatedNumber): StatedNumber[] {
  const ends = [quantity.value, quantity.range.low, quantity.range.high].map(toNumber);
  const near = ends.flatMap((end) => {
    const digit = Math.round(end * 10 ** decimals);
    return [-2, -1, 0, 1, 2].map((step) => stated(digit + step, decimals));
  });
  const exact = ends.map((value): StatedNumber => ({
    value,
    decimals: 9,
    origin: "formula",
    precision: "exact",
  }));
  const edge = exact.map((one) => ({ ...one, value: one.value * (1 + 1e-9) }));
  return [...near, ...exact, ...edge, own].filter(({ value }) => Number.isFinite(value));
}

function ratioOf(
  kind: RatioRelation["kind"],
  top: Quantity,
  bottom: Quantity
): Quantity | undefined {
  if (kind === "share") return shareOf(top, bottom);
  const growth = growthOf(top, bottom);
  return growth === undefined || kind === "growth" ? growth : scale(growth, -1);
}

function codeOf(claim: StatedNumber, quantity: Quantity | undefined): number {
  if (quantity === undefined) return VERDICT.noBase;
  return judgeExactly(claim, quantity) === "disagrees" ? VERDICT.disagrees : VERDICT.fits;
}

describe("columns are judged in doubles as they would be in decimals", () => {
  test("shares, growths and falls, near the edges of their intervals too", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<RatioRelation["kind"][]>("share", "growth", "fall"),
        number,
        number,
        factor,
        factor,
        number,
        places,
        (kind, top, bottom, topScale, bottomScale, own, decimals) => {
          const upper = scale(quantityOf(top), topScale);
          const quantity = ratioOf(kind, upper, scale(quantityOf(bottom), bottomScale));
          const claims = quantity === undefined ? [own] : claimsAround(quantity, decimals, own);
          const verdicts = createVerdicts(claims.length);
          const relation: RatioRelation = {
            kind,
            rows: { from: 0, to: claims.length },
            claim: columnOf(...claims),
            top: { column: columnOf(top), row: 0, scale: topScale },
            bottom: { column: columnOf(bottom), row: 0, scale: bottomScale },
          };
          judgeRatios(relation, relation.rows, verdicts);
          for (const claim of quantity === undefined ? [] : claims) {
            expect(judge(claim, quantity ?? upper)).toBe(judgeExactly(claim, quantity ?? upper));
          }
          expect([...verdicts.codes]).toEqual(claims.map((claim) => codeOf(claim, quantity)));
        }
      ),
      { numRuns: 1000 }
    );
  });

  test("differences, to a rounded number and to an exact target", () => {
    fc.assert(
      fc.property(
        number,
        number,
        factor,
        fc.constantFrom<DifferenceRelation["otherIs"][]>("rounded", "exact"),
        number,
        places,
        (from, taken, otherScale, otherIs, own, decimals) => {
          const other: StatedNumber =
            otherIs === "exact" ? { ...taken, precision: "count" } : taken;
          const quantity = minus(quantityOf(from), scale(quantityOf(other), otherScale));
          const claims = claimsAround(quantity, decimals, own);
          const verdicts = createVerdicts(claims.length);
          const relation: DifferenceRelation = {
            kind: "difference",
            rows: { from: 0, to: claims.length },
            claim: columnOf(...claims),
            own: { column: columnOf(from), row: 0, scale: 1 },
            other: { column: columnOf(taken), row: 0, scale: otherScale },
            otherIs,
          };
          judgeDifferences(relation, relation.rows, verdicts);
          for (const claim of claims) {
            expect(judge(claim, quantity)).toBe(judgeExactly(claim, quantity));
          }
          expect([...verdicts.codes]).toEqual(claims.map((claim) => codeOf(claim, quantity)));
        }
      ),
      { numRuns: 1000 }
    );
  });

  test("sums, at and beside the last digit that rounding allows", () => {
    fc.assert(
      fc.property(
        fc.array(printed, { minLength: 1, maxLength: 12 }),
        places,
        fc.integer({ min: -8, max: 8 }),
        (members, kept, steps) => {
          const half = (one: StatedNumber): Big =>
            new Big("0.5").div(new Big(10).pow(Math.max(kept, one.decimals)));
          const sum = members.reduce((all, { value }) => all.plus(toDecimal(value)), new Big(0));
          const total = stated(Math.round(sum.toNumber() * 10 ** kept) + steps, kept);
          const allowed = members.reduce(
            (all, one) => all.plus(half(one)).plus(toDecimal(one.value).abs().times("1e-9")),
            half(total)
          );
          const isOff = toDecimal(total.value).minus(sum).abs().gt(allowed);
          const verdict = judgeSum({
            kind: "sum",
            column: columnOf(...members, total),
            total: members.length,
            members: { from: 0, to: members.length },
            decimals: kept,
          });
          expect(verdict).toBe(isOff ? VERDICT.disagrees : VERDICT.fits);
        }
      ),
      { numRuns: 1000 }
    );
  });

  test("targets, met to the digit and missed by the last one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(printed, computed), { minLength: 1, maxLength: 8 }),
        printed,
        printed,
        fc.constantFrom("at-least", "above", "at-most", "below"),
        fc.constantFrom(0, 1e-15, -1e-15, 1e-14, 1e-10),
        (values, { value: limit }, { value: exception }, comparison, noise) => {
          const beside = [limit, limit * (1 + noise), limit + noise, -limit];
          const numbers = [...values.map(({ value }) => value), ...beside];
          const claim = columnOf(
            ...numbers.map((value): StatedNumber => ({
              value,
              decimals: 9,
              origin: "formula",
              precision: "exact",
            }))
          );
          const verdicts = createVerdicts(numbers.length);
          judgeTargets(
            {
              kind: "target",
              rows: { from: 0, to: numbers.length },
              claim,
              comparison,
              limit,
              exceptions: [{ row: 0, limit: exception }],
            },
            { from: 0, to: numbers.length },
            verdicts
          );
          const expected = numbers.map((value, row) =>
            meets(value, comparison, row === 0 ? exception : limit)
              ? VERDICT.fits
              : VERDICT.disagrees
          );
          expect([...verdicts.codes]).toEqual(expected);
          expect(verdicts.tally[VERDICT.disagrees]).toBe(
            expected.filter((code) => code === VERDICT.disagrees).length
          );
        }
      ),
      { numRuns: 1000 }
    );
  });

  test("a half is rounded away from zero on its decimals: 320.155 is 320.16, and exactly known no 320.15", () => {
    const verdicts = createVerdicts(3);
    const claim = columnOf(stated(32016, 2), stated(32015, 2), stated(32017, 2));
    const one = { value: 1, decimals: 0, origin: "typed", precision: "count" } as const;
    const exact = { ...one, value: 320.155 };
    judgeDifferences(
      {
        kind: "difference",
        rows: { from: 0, to: 3 },
        claim,
        own: { column: columnOf(exact), row: 0, scale: 1 },
        other: { column: columnOf({ ...one, value: 0 }), row: 0, scale: 1 },
        otherIs: "exact",
      },
      { from: 0, to: 3 },
      verdicts
    );
    expect([...verdicts.codes]).toEqual([VERDICT.fits, VERDICT.disagrees, VERDICT.disagrees]);
  });
});

describe("what cannot be judged is said to be", () => {
  const kinds = [KIND.blank, KIND.word, KIND.pending, KIND.unreadable, KIND.error] as const;
  const holding = (kind: number): TypedColumn => {
    const column = createColumn(1);
    column.kinds[0] = kind;
    return column;
  };
  const five = columnOf(stated(500, 2));
  const verdictOf = (claim: TypedColumn, top: TypedColumn, bottom: TypedColumn): number => {
    const verdicts = createVerdicts(1);
    const each = (column: TypedColumn) => ({ column, row: null, scale: 1 });
    const rows = { from: 0, to: 1 };
    judgeRatios(
      { kind: "growth", rows, claim, top: each(top), bottom: each(bottom) },
      rows,
      verdicts
    );
    return verdicts.codes[0] ?? -1;
  };

  test("a blank and a word claim nothing; a number to come, a text and an error value leave it open", () => {
    const { nothing, missing, unreadable, error } = VERDICT;
    const told = kinds.map((kind) => verdictOf(holding(kind), five, five));
    expect(told).toEqual([nothing, nothing, missing, unreadable, error]);
  });

  test("so does an operand of any of these kinds, and a base that is absent or not above zero", () => {
    const { noBase, missing, unreadable, error } = VERDICT;
    const tops = kinds.map((kind) => verdictOf(five, holding(kind), five));
    expect(tops).toEqual([missing, unreadable, missing, unreadable, error]);
    const bases = kinds.map((kind) => verdictOf(five, five, holding(kind)));
    expect(bases).toEqual([noBase, unreadable, noBase, unreadable, error]);
    expect(verdictOf(five, five, columnOf(stated(0, 2)))).toBe(noBase);
    expect(verdictOf(five, five, columnOf(stated(-3, 2)))).toBe(noBase);
  });
});
