import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { observationAt, roundTo } from "../../../../src/core/index.ts";
import type { Address, IndicatorTable, Observation } from "../../../../src/core/index.ts";
import {
  STYLE_NAMES,
  compareCompositions,
  compose,
  findStyle,
} from "../../../../src/core/narrative/compose/index.ts";
import type {
  ComposedSpan,
  Composition,
  HouseStyle,
} from "../../../../src/core/narrative/compose/index.ts";
import { sourceOf } from "./books.ts";
import { anyTable } from "./random-tables.ts";

const anyStyle: fc.Arbitrary<HouseStyle> = fc.constantFrom(
  ...STYLE_NAMES.map((name) => {
    const style = findStyle(name);
    if (style === undefined) throw new Error(name);
    return style;
  })
);

function textOf(table: IndicatorTable, style: HouseStyle): Composition | null {
  const result = compose(sourceOf([table]), style);
  return result.ok ? result.value : null;
}

/** Holds a law on the texts of random tables. */
function holds(law: (composition: Composition, table: IndicatorTable, style: HouseStyle) => void) {
  fc.assert(
    fc.property(anyTable, anyStyle, (table, style) => {
      const composition = textOf(table, style);
      if (composition !== null) law(composition, table, style);
    }),
    { numRuns: 120 }
  );
}

function cellAt(table: IndicatorTable, { area }: Address): Observation | undefined {
  return (
    table.cells
      .flat()
      .find((cell) => cell?.at.row === area.row && cell.at.column === area.column) ?? undefined
  );
}

const numberIn = (text: string): number => Number(/-?\d+(?:\.\d+)?/u.exec(text)?.[0]);

describe("a text composed from any table", () => {
  test("has no number that is not a span, and each span stands where it says", () => {
    holds(({ text, spans }) => {
      let end = 0;
      let rest = "";
      for (const span of spans) {
        expect(text.slice(span.start, span.end)).toBe(span.text);
        expect(span.start).toBeGreaterThanOrEqual(end);
        rest += text.slice(end, span.start);
        end = span.end;
      }
      expect(rest + text.slice(end)).not.toMatch(/\d/u);
      expect(new Set(spans.map(({ key }) => key)).size).toBe(spans.length);
    });
  });

  test("prints every copied number as its cell rounds, without its sign where a word has it", () => {
    holds(({ spans }, table, style) => {
      for (const span of spans) {
        if (!/^-?[\d.]+$/u.test(span.arithmetic) || span.value === null) continue;
        if (span.measure === "count") continue;
        const [address] = span.cells;
        const content = address && cellAt(table, address)?.content;
        if (content?.kind !== "number") throw new Error(`${span.text} has no number behind it`);
        const { value, decimals } = content.stated;
        expect(span.value).toBe(value);
        const kind = KINDS[span.measure] ?? "value";
        const places = Math.min(decimals, style.precision.places[kind]);
        const shown = span.measure === "growth" ? Math.abs(value) : value;
        const rounded = roundTo(shown, places);
        if (rounded !== 0 || value === 0) expect(numberIn(span.text)).toBe(rounded);
        else expect(numberIn(span.text)).not.toBe(0);
      }
    });
  });

  test("gives every derived number the result of its arithmetic, rounded once", () => {
    holds(({ spans }) => {
      for (const { arithmetic, value, text, measure } of spans) {
        if (!arithmetic.includes(" = ") || value === null || measure === "count") continue;
        expect(evaluateArithmetic(arithmetic)).toBeCloseTo(value, 6);
        const places = (/\.(\d+)/u.exec(text)?.[1] ?? "").length;
        expect(numberIn(text)).toBeCloseTo(Math.abs(roundTo(value, places)), 9);
      }
    });
  });

  test("says 增长 and 高 of what is above, 下降 and 低 of what is below, and never of nothing", () => {
    holds(({ text, spans }) => {
      for (const { measure, start, value, text: printed } of spans) {
        if (measure !== "growth" && measure !== "difference") continue;
        if (value === null) throw new Error("no value");
        expect(numberIn(printed)).not.toBe(0);
        const before = text.slice(0, start);
        const near = measure === "growth" ? before.slice(-2) : clauseBefore(before);
        const isUp = /增长|提高|高/u.test(near);
        const isDown = /下降|低/u.test(near);
        expect([isUp, isDown]).toEqual([value > 0, value < 0]);
      }
    });
  });

  test("says 达到 of what meets its target and 未达到 of what does not", () => {
    holds(({ text, spans }, table) => {
      for (const span of spans) {
        if (!/^target-(?:met|unmet)$/u.test(span.wording)) continue;
        const judged = span.cells.at(-1);
        const content = judged && cellAt(table, judged)?.content;
        if (content?.kind !== "number" || span.value === null) throw new Error("nothing judged");
        const isMet = content.stated.value >= span.value;
        expect(text.slice(0, span.start)).toMatch(isMet ? /(?<!未)达到省定$/u : /未达到省定$/u);
      }
    });
  });

  test("leaves no mark hanging, no bracket open and no slot unfilled", () => {
    holds(({ text }) => {
      expect(text).not.toMatch(/[,;、。(][,;、。)]|(?:^|\n)[,;、。)]|[,;、(](?:$|\n)|\n\n/u);
      expect(text).not.toMatch(/[{}[\]]|undefined|null|NaN|Infinity|e[+-]\d/u);
      for (const paragraph of text.split("\n")) expect(paragraph).toMatch(/。$/u);
      expect(text.split("(").length).toBe(text.split(")").length);
    });
  });

  test("tells of every value of its subject that is blank, unreadable or an error, with the cell", () => {
    holds(({ notes, spans }, table) => {
      // One zone speaks for itself: the text names it, not the total above it.
      const zones = table.subjects.filter(({ role }) => role === "zone");
      const total = table.subjects.find(({ role }) => role === "total");
      const subject = zones.length === 1 ? zones[0] : total;
      if (subject === undefined) return;
      const told = notes.flatMap((note) =>
        note.code === "left-out" ? note.cells.map(({ area }) => `${area.row}|${area.column}`) : []
      );
      const used = spans.flatMap(({ indicator }) => indicator ?? []);
      for (const field of table.fields) {
        if (field.measure !== "actual" || !used.includes(field.indicator.name)) continue;
        const cell = observationAt(table, subject.index, field.index);
        const kind = cell?.content.kind;
        const isDeclared = cell?.content.kind === "missing" && cell.content.reason === "declared";
        if (cell === undefined || kind === "number" || isDeclared) continue;
        expect(told).toContain(`${cell.at.row}|${cell.at.column}`);
      }
    });
  });
});

const KINDS: Partial<Record<ComposedSpan["measure"], keyof HouseStyle["precision"]["places"]>> = {
  whole: "whole",
  share: "share",
  growth: "growth",
  reference: "growth",
  target: "target",
};

/** Numbers that stand or fall with another of their clause. */
const CLAUSE_OF: Partial<Record<ComposedSpan["measure"], ComposedSpan["measure"]>> = {
  count: "target",
  whole: "share",
  reference: "difference",
};

function clauseBefore(before: string): string {
  return before.slice(before.search(/[^,;。]*$/u));
}

/** 12.5 ÷ 40 × 100 = 31.25: the side before the last =. */
function evaluateArithmetic(text: string): number {
  const [, last = text] = /^(.*) = [^=]*$/u.exec(text) ?? [];
  const tokens = last.match(/\(-[\d.]+\)|[\d.]+|[()÷×+−]|-[\d.]+/gu) ?? [];
  let at = 0;
  const atom = (): number => {
    const token = tokens[at++] ?? "";
    if (token === "(") {
      const value = sum();
      at += 1;
      return value;
    }
    return Number(token.replace(/[()]/gu, ""));
  };
  const product = (): number => {
    let value = atom();
    while (tokens[at] === "÷" || tokens[at] === "×") {
      value = tokens[at++] === "÷" ? value / atom() : value * atom();
    }
    return value;
  };
  function sum(): number {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "−") {
      value = tokens[at++] === "+" ? value + product() : value - product();
    }
    return value;
  }
  return sum();
}

describe("a stored text held against its workbook", () => {
  test("is up to date as long as nothing changes", () => {
    holds((composition, table, style) => {
      const now = textOf(table, style);
      expect(now && compareCompositions(composition, now)).toEqual({ outdated: [], added: [] });
    });
  });

  test("after one cell changes, what prints it is out of date and what does not depend on it is not", () => {
    fc.assert(
      fc.property(anyTable, fc.nat(), fc.integer({ min: 1, max: 999 }), (table, pick, by) => {
        const style = findStyle("运城");
        if (style === undefined) throw new Error("no style");
        const stored = textOf(table, style);
        const numbers = table.cells
          .flat()
          .filter((cell): cell is Observation => cell?.content.kind === "number");
        const changed = numbers[pick % Math.max(1, numbers.length)];
        if (stored === null || changed === undefined) return;
        const now = textOf(withNumber(table, changed, by), style);
        if (now === null) throw new Error("nothing left to tell");
        const { outdated } = compareCompositions(stored, now);
        const isOf = ({ cells }: ComposedSpan): boolean =>
          cells.some(
            ({ area }) => area.row === changed.at.row && area.column === changed.at.column
          );
        // A clause goes as a whole: its exceptions with the verdict that depends on the cell.
        const clauseOf = ({ indicator, measure }: ComposedSpan): string =>
          `${indicator ?? ""}|${CLAUSE_OF[measure] ?? measure}`;
        const touched = new Set(
          outdated
            .map(({ span }) => span)
            .filter(isOf)
            .map(clauseOf)
        );
        for (const { span, change } of outdated) {
          if (change === "gone") expect(touched).toContain(clauseOf(span));
          else expect([span.text, isOf(span)]).toEqual([span.text, true]);
        }
        const copied = stored.spans.filter(
          (span) => isOf(span) && span.cells.length === 1 && span.value !== null
        );
        for (const span of copied) expect(outdated.map((each) => each.span)).toContain(span);
      }),
      { numRuns: 120 }
    );
  });
});

/** The table with another number in a cell, so far off that it prints otherwise. */
function withNumber(table: IndicatorTable, changed: Observation, by: number): IndicatorTable {
  return {
    ...table,
    cells: table.cells.map((row) =>
      row.map((cell) => {
        if (cell !== changed || cell.content.kind !== "number") return cell;
        const { stated } = cell.content;
        const value = roundTo(stated.value + by, 2);
        return { ...cell, content: { ...cell.content, stated: { ...stated, value } } };
      })
    ),
  };
}
