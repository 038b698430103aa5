import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Mark } from "../../src/taskpane/draft/marks.ts";
import { toParagraphs } from "../../src/taskpane/draft/marks.ts";

function mark(start: number, end: number, look: Mark["look"] = "agrees"): Mark {
  return { start, end, look, isLinted: look === "lint", label: "", hint: "", cells: [] };
}

/** Pieces as text[mark]; a stop has a star. */
function shown(text: string, marks: readonly Mark[]): readonly string[] {
  return toParagraphs(text, marks).map(({ pieces }) =>
    pieces
      .map((piece) =>
        piece.mark === null ? piece.text : `[${piece.text}]${piece.mark}${piece.isStop ? "*" : ""}`
      )
      .join("")
  );
}

describe("a text cut at its marks", () => {
  test("has a paragraph a line, and a piece a mark", () => {
    expect(shown("增长5%\n\n下降3%", [mark(2, 4), mark(8, 10)])).toEqual([
      "增长[5%]0*",
      "",
      "下降[3%]1*",
    ]);
  });

  test("gives a place to the shortest of the marks over it; the longer one is still a stop", () => {
    const marks = [mark(0, 8, "lint"), mark(2, 4)];
    expect(shown("增长5%下降两次", marks)).toEqual(["[增长]0*[5%]1*[下降两次]0"]);
    const [paragraph] = toParagraphs("增长5%下降两次", marks);
    expect(paragraph?.pieces.map(({ isLinted }) => isLinted)).toEqual([true, true, true]);
  });

  test("keeps a mark over a line break in two pieces with one stop", () => {
    expect(shown("的69\n.66%", [mark(1, 8)])).toEqual(["的[69]0*", "[.66%]0"]);
  });

  test("loses no character and reaches every mark that is the shortest somewhere, for any marks", () => {
    const arbitrary = fc
      .tuple(
        fc.stringMatching(/^[增长5%。\n]{0,60}$/u),
        fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })), { maxLength: 12 })
      )
      .map(([text, places]) => ({
        text,
        marks: places
          .map(([start, length]) => mark(start, start + length))
          .filter(({ end }) => end <= text.length)
          .sort((a, b) => a.start - b.start || a.end - b.end),
      }));
    fc.assert(
      fc.property(arbitrary, ({ text, marks }) => {
        const paragraphs = toParagraphs(text, marks);
        const joined = paragraphs.map(({ pieces }) => pieces.map((piece) => piece.text).join(""));
        expect(joined.join("\n")).toBe(text);
        const pieces = paragraphs.flatMap((paragraph) => paragraph.pieces);
        const marked = new Set(pieces.flatMap((piece) => piece.mark ?? []));
        const stops = pieces.filter(({ isStop }) => isStop).map((piece) => piece.mark);
        expect([...stops].sort()).toEqual([...marked].sort());
      })
    );
  });
});
