import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkDraft } from "../../../../src/core/narrative/check/index.ts";
import { STYLE_NAMES, compose } from "../../../../src/core/narrative/compose/index.ts";
import { sourceOf, styleNamed } from "./books.ts";
import { anyBook } from "./random-books.ts";
import type { AnyBook } from "./random-books.ts";
import { anyTable } from "./random-tables.ts";

/** What a book's own text says that the check does not find in the book. */
function unconfirmed({ tables, rules }: AnyBook, style: string): readonly string[] {
  const composed = compose(sourceOf(tables, rules), styleNamed(style));
  if (!composed.ok) return [];
  const { text } = composed.value;
  const { claims, coverage } = checkDraft({ draft: text, tables, rules });
  const doubtful = claims.filter(
    ({ verdict }) => verdict !== "agrees" && verdict !== "within-rounding"
  );
  return [
    ...doubtful.map((claim) => `${claim.text} ${claim.kind} ${claim.verdict} in ${text}`),
    ...coverage.unclaimed.map((span) => `${span.text} unclaimed in ${text}`),
  ];
}

test.each(STYLE_NAMES)("a text composed in %s agrees with the tables it comes from", (style) => {
  fc.assert(
    fc.property(anyBook, (book) => {
      expect(unconfirmed(book, style)).toEqual([]);
    }),
    { numRuns: 150 }
  );
});

test.each(STYLE_NAMES)("so does one of %s from a table full of holes", (style) => {
  fc.assert(
    fc.property(anyTable, (table) => {
      expect(unconfirmed({ tables: [table], rules: [] }, style)).toEqual([]);
    }),
    { numRuns: 100 }
  );
});
