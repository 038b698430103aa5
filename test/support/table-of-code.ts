import { describe, expect, test } from "@jest/globals";
import { formatArea } from "../../src/core/index.ts";
import type { Book, FindingCode } from "../../src/core/index.ts";
import { bookOfLines, findingsOf } from "./lines.ts";

/** A name and the lines or the book it stands for. */
export type Accepted = readonly [name: string, book: readonly string[] | Book];
/** …and where it is told, as "warning C5". */
export type Rejected = readonly [
  name: string,
  book: readonly string[] | Book,
  places: readonly string[],
];

/** The table of a code: what it says nothing of, and what it tells, by severity and cell; through the public door. */
export function tableOfCode(
  code: FindingCode,
  accept: readonly Accepted[],
  reject: readonly Rejected[]
): void {
  const placesOf = (book: readonly string[] | Book): readonly string[] =>
    findingsOf("sheets" in book ? book : bookOfLines(...book))
      .filter((finding) => finding.code === code)
      .map(({ severity, at }) => `${severity} ${formatArea(at.area)}`);
  describe(code, () => {
    test.each(accept)("accepts: %s", (_, book) => {
      expect(placesOf(book)).toEqual([]);
    });
    test.each(reject)("rejects: %s", (_, book, places) => {
      expect(placesOf(book)).toEqual(places);
    });
  });
}
