import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { evaluateTables } from "../../../src/core/evaluation/evaluate-tables.ts";
import { roundTo } from "../../../src/core/model/decimal.ts";
import { formatArea } from "../../../src/core/workbook/address.ts";
import { evaluateLiteral, placesOf, ruleOf } from "../../support/check-cases.ts";
import { tableOf } from "../../support/table.ts";
import type { RowLiteral, TableLiteral } from "../../support/table.ts";

const COLUMNS: TableLiteral["columns"] = [
  { of: "tax-revenue", measure: "actual" },
  { of: "tax-revenue", measure: "prior" },
  { of: "tax-revenue", measure: "growth" },
  {
    of: "tax-revenue",
    measure: "share",
    against: { kind: "reference", scope: "city", stated: null },
  },
  {
    of: "tax-revenue",
    measure: "difference",
    unit: "个百分点",
    against: { kind: "reference", scope: "city", stated: null },
  },
  { of: "tax-revenue", measure: "target", unit: "%", path: ["税收收入", "增速目标"] },
  { of: "tax-revenue", measure: "gap", unit: "个百分点" },
];

interface Zone {
  readonly now: number;
  readonly before: number;
  readonly target: number;
}

interface City {
  readonly zones: readonly Zone[];
  readonly rest: Zone;
  readonly digits: number;
}

const zone: fc.Arbitrary<Zone> = fc.record({
  now: fc.double({ min: 20, max: 500, noNaN: true }),
  before: fc.double({ min: 20, max: 500, noNaN: true }),
  target: fc.integer({ min: -5, max: 30 }),
});
const city: fc.Arbitrary<City> = fc.record({
  zones: fc.array(zone, { minLength: 3, maxLength: 14 }),
  rest: zone,
  digits: fc.integer({ min: 1, max: 3 }),
});

/** A sheet whose numbers were computed exactly and then rounded to the digits it prints, each by itself. */
function printed({ zones, rest, digits }: City): TableLiteral {
  const sumOf = (list: readonly Zone[], key: "now" | "before"): number =>
    list.reduce((sum, one) => sum + one[key], 0);
  const total = { now: sumOf(zones, "now"), before: sumOf(zones, "before") };
  const all = { now: total.now + rest.now, before: total.before + rest.before };
  const growthOf = (one: { now: number; before: number }): number =>
    (one.now / one.before - 1) * 100;
  const text = (value: number): string => roundTo(value, digits).toFixed(digits);
  const row = (
    name: string,
    one: { now: number; before: number },
    target: number | null
  ): RowLiteral => {
    const growth = growthOf(one);
    // The gap is taken from the printed growth, the difference from the exact ones, as offices do.
    const gap = target === null ? null : text(growth - target);
    return {
      name,
      cells: [
        text(one.now),
        text(one.before),
        text(growth),
        text((one.now / all.now) * 100),
        text(growth - growthOf(all)),
        target === null ? null : String(target),
        gap,
      ],
    };
  };
  return {
    columns: COLUMNS,
    rows: [
      ...zones.map((one, index) => row(`区${index}`, one, one.target)),
      { ...row("合计", total, null), role: "total" },
      {
        name: "全市",
        reference: "city",
        cells: [text(all.now), text(all.before), text(growthOf(all)), null, null, null, null],
      },
    ],
  };
}

/** A growth of 2001.5 over 20.157, printed 20.2. */
const SMALL_BASE = {
  city: {
    zones: [
      { now: 423.6, before: 20.157, target: 12 },
      { now: 277.8, before: 150.1, target: 19 },
      { now: 500, before: 500, target: 29 },
      { now: 62.2, before: 203.3, target: 3 },
    ],
    rest: { now: 20, before: 20, target: 0 },
    digits: 1,
  },
  row: 0,
  column: 2,
  by: -7,
} as const;

describe("for every city", () => {
  test("a sheet computed exactly and rounded as printed contradicts itself nowhere", () => {
    fc.assert(
      fc.property(city, (one) => {
        const evaluation = evaluateLiteral(printed(one));
        // What is left of a city made up at random may grow as it likes, and all of its zones may happen to fall by half:
        // questions that a real sheet deserves, no contradictions.
        const questions = ["residual-implausible", "period-conflict"];
        const faults = evaluation.findings.filter(
          ({ class: kind, code }) => kind !== "target" && !questions.includes(code)
        );
        expect(faults.map((finding) => `${finding.code} ${formatArea(finding.at.area)}`)).toEqual(
          []
        );
      }),
      { numRuns: 60 }
    );
  });

  test("one number spoilt beyond all rounding is found at its cell", () => {
    const planted = fc.record({
      city,
      row: fc.nat(),
      column: fc.constantFrom(2, 3, 4, 6),
      by: fc.constantFrom(-7, 7),
    });
    fc.assert(
      fc.property(planted, ({ city: one, row, column, by }) => {
        const literal = printed(one);
        const place = row % one.zones.length;
        const rows = literal.rows.map((literalRow, index): RowLiteral => {
          if (index !== place) return literalRow;
          const cells = [...literalRow.cells];
          const shift = (at: number): void => {
            cells[at] = (Number(cells[at]) + by).toFixed(one.digits);
          };
          shift(column);
          return { ...literalRow, cells };
        });
        // Four rows and more, so that the other rows show what the column is.
        fc.pre(one.zones.length >= 4);
        // A small base with one digit allows growths of 1991.6 to 2002.5: what is wrong then is told by what is made of it.
        const half = 0.5 * 10 ** -one.digits;
        const [now = 0, before = 1, growth = 0] = (rows[place]?.cells ?? []).map(Number);
        const isAllowed =
          growth + half >= ((now - half) / (before + half) - 1) * 100 &&
          growth - half <= ((now + half) / (before - half) - 1) * 100;
        const codes = {
          2: isAllowed ? "difference-mismatch" : "growth-mismatch",
          3: "share-mismatch",
          4: "difference-mismatch",
          6: "difference-mismatch",
        } as const;
        const letter = "CDEFGHI".charAt(column);
        expect(placesOf(evaluateLiteral({ ...literal, rows }))).toContain(
          `${codes[column]} ${letter}${place + 5}`
        );
      }),
      { numRuns: 60, examples: [[SMALL_BASE]] }
    );
  });

  test("a typed total beyond all rounding is found", () => {
    fc.assert(
      fc.property(city, (one) => {
        const literal = printed(one);
        const rows = literal.rows.map((row) =>
          row.role === "total"
            ? {
                ...row,
                cells: [(Number(row.cells[0]) + 20).toFixed(one.digits), ...row.cells.slice(1)],
              }
            : row
        );
        expect(placesOf(evaluateLiteral({ ...literal, rows }), "sum-mismatch")).toEqual([
          `sum-mismatch C${one.zones.length + 5}`,
        ]);
      }),
      { numRuns: 30 }
    );
  });

  test("the order of the rows changes nothing but the places", () => {
    const shuffled = city.chain((one) =>
      fc.record({
        literal: fc.constant(printed(one)),
        spoilt: fc.nat({ max: one.zones.length - 1 }),
        order: fc.shuffledSubarray(
          one.zones.map((_, index) => index),
          {
            minLength: one.zones.length,
            maxLength: one.zones.length,
          }
        ),
      })
    );
    fc.assert(
      fc.property(shuffled, ({ literal, spoilt, order }) => {
        const zones = literal.rows.filter((row) => row.name.startsWith("区"));
        const others = literal.rows.filter((row) => !row.name.startsWith("区"));
        const faulty = zones.map((row, index) =>
          index === spoilt
            ? { ...row, cells: row.cells.map((cell, column) => (column === 3 ? "99.9" : cell)) }
            : row
        );
        const moved = order.flatMap((index) => faulty[index] ?? []);
        expect(said({ ...literal, rows: [...moved, ...others] })).toEqual(
          said({ ...literal, rows: [...faulty, ...others] })
        );
      }),
      { numRuns: 40 }
    );
  });

  test("raising a target never turns a miss into a hit", () => {
    const values = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), {
      minLength: 1,
      maxLength: 8,
    });
    const targets = fc.record({
      low: fc.integer({ min: -20, max: 20 }),
      by: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(values, targets, (growths, { low, by }) => {
        const literal: TableLiteral = {
          columns: [{ of: "industrial-investment", measure: "growth" }],
          rows: growths.map((growth, index) => ({
            name: `区${index}`,
            cells: [roundTo(growth, 2)],
          })),
        };
        const missed = (value: number): readonly string[] =>
          placesOf(
            evaluateLiteral(literal, [
              ruleOf({ indicator: "industrial-investment", measure: "growth", value }),
            ])
          );
        expect(missed(low + by)).toEqual(expect.arrayContaining([...missed(low)]));
      })
    );
  });
});

/** Findings without their places, sorted: what is said of whom. */
function said(literal: TableLiteral): readonly string[] {
  const { findings, summary } = evaluateTables([tableOf(literal)], []);
  const lines = findings.map((finding) => {
    const isColumn = finding.at.area.rows > 1;
    const numbers = isColumn ? [] : [finding.stated, finding.expected];
    return JSON.stringify([finding.code, finding.severity, finding.subject, numbers]);
  });
  return [...lines.sort(), JSON.stringify(summary)];
}
