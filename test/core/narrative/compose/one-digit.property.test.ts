import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkDraft } from "../../../../src/core/narrative/check/index.ts";
import type { Claim } from "../../../../src/core/narrative/check/index.ts";
import { STYLE_NAMES, compose } from "../../../../src/core/narrative/compose/index.ts";
import type { ComposedSpan, HouseStyle } from "../../../../src/core/narrative/compose/index.ts";
import { sourceOf, styleNamed } from "./books.ts";
import { anyBook } from "./random-books.ts";
import type { AnyBook } from "./random-books.ts";

const anyStyle: fc.Arbitrary<HouseStyle> = fc.constantFrom(...STYLE_NAMES.map(styleNamed));

/**
 * The digits that say something of the sheet: those of every number the composer gives an origin, but for the time and the
 * names of zones. No digit is put in front that nobody would write: 0 before other whole digits.
 */
function eligibleDigits(spans: readonly ComposedSpan[]): readonly Digit[] {
  return spans.flatMap((span) =>
    span.measure === "period" || span.measure === "zones"
      ? []
      : [...span.text.matchAll(/\d/gu)].map(({ index }) => ({ span, index }))
  );
}

interface Digit {
  readonly span: ComposedSpan;
  readonly index: number;
}

interface Change {
  readonly span: ComposedSpan;
  readonly before: readonly Claim[];
  readonly after: readonly Claim[];
}

/** Checks a book's text before and after one of its digits is another; undefined where it has none, or would be no number. */
function changed(
  { tables, rules }: AnyBook,
  style: HouseStyle,
  pick: number,
  by: number
): Change | undefined {
  const composed = compose(sourceOf(tables, rules), style);
  if (!composed.ok) return undefined;
  const { text, spans } = composed.value;
  const digits = eligibleDigits(spans);
  const digit = digits[pick % Math.max(1, digits.length)];
  if (digit === undefined) return undefined;
  const { span, index } = digit;
  const other = (Number(span.text.charAt(index)) + by) % 10;
  const now = `${span.text.slice(0, index)}${other}${span.text.slice(index + 1)}`;
  if (/^-?0\d/u.test(now)) return undefined;
  const draft = text.slice(0, span.start) + now + text.slice(span.end);
  const check = (each: string): readonly Claim[] =>
    checkDraft({ draft: each, tables, rules }).claims;
  return { span, before: check(text), after: check(draft) };
}

function isAt({ start, end }: Claim, span: ComposedSpan): boolean {
  return start < span.end && end > span.start;
}

const verdictOf = (claim: Claim): string => `${claim.start} ${claim.kind} ${claim.verdict}`;

function holds(law: (change: Change) => void): void {
  fc.assert(
    fc.property(
      anyBook,
      anyStyle,
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      (book, style, pick, by) => {
        const change = changed(book, style, pick, by);
        if (change !== undefined) law(change);
      }
    ),
    { numRuns: 400 }
  );
}

test("a changed digit is told at its number: 不符, or 尾差 where rounding permits it", () => {
  holds(({ span, after }) => {
    const own = after.filter((claim) => isAt(claim, span)).map(({ verdict }) => verdict);
    expect(own.some((each) => each === "disagrees" || each === "within-rounding")).toBe(true);
  });
});

test("and no claim changes that the number is no operand of", () => {
  holds(({ span, before, after }) => {
    const isIndependent = (claim: Claim): boolean =>
      !isAt(claim, span) && !claim.from.includes(span.text);
    const expected = before.filter(isIndependent).map(verdictOf);
    const now = new Set(after.filter((claim) => !isAt(claim, span)).map(verdictOf));
    expect(expected.filter((each) => !now.has(each))).toEqual([]);
    // Nor is anything said of another number that was not said of it before.
    const starts = new Set(before.map(({ start }) => start));
    const added = after.filter((claim) => !isAt(claim, span) && !starts.has(claim.start));
    expect(added.filter(({ verdict }) => verdict === "disagrees")).toEqual([]);
  });
});
