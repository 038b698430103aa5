import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { evaluate, formatArea, formatCell, readTables } from "../../../../src/core/index.ts";
import type { Finding } from "../../../../src/core/index.ts";
import { bookOf, sheetOf } from "../../../support/grid.ts";
import { createDraw } from "./draw.ts";
import { lineOf, withSlip, type MadeBook, type MadeSheet, type Printed } from "./laid-out.ts";
import { makeCity } from "./made-city.ts";
import { FORMS } from "./forms.ts";
import { TABLES } from "./tables.ts";

const RUNS = Number(process.env["FAMILY_RUNS"] ?? 12);
const SEEDS = fc.integer({ min: 1, max: 2 ** 31 - 1 });

function toBook(sheets: readonly MadeSheet[]): ReturnType<typeof bookOf> {
  return bookOf(...sheets.map(({ name, rows }) => sheetOf(name, rows)));
}

function readBack(sheets: readonly MadeSheet[]): readonly string[] {
  return readTables(toBook(sheets), { sheets: null }).flatMap(({ sheet, tables }) =>
    tables.flatMap((table) =>
      table.cells.flat().flatMap((observation) => {
        if (observation?.content.kind !== "number") return [];
        const subject = table.subjects[observation.subject];
        const field = table.fields[observation.field];
        const name = subject?.role === "total" ? "合计" : (subject?.name ?? "");
        const value = observation.content.stated.value;
        // Values of earlier months are told apart by their months.
        const { period = null, measure = "", indicator } = field ?? {};
        const months = table.fields.some(
          (other) => other.measure === measure && other.indicator === indicator && other !== field
        )
          ? `:${period?.kind === "cumulative" ? period.months : ""}`
          : "";
        return [
          `${name}|${indicator?.id ?? ""}|${measure}${months} ${sheet}!${formatCell(observation.at)}=${value}`,
        ];
      })
    )
  );
}

function unread(sheets: readonly MadeSheet[]): readonly string[] {
  return readTables(toBook(sheets), { sheets: null }).flatMap((reading) =>
    [...reading.unrecognised, ...reading.tables.flatMap((table) => table.unrecognised)].map(
      ({ area, reason, text }) => `${formatArea(area)} ${reason} ${text}`
    )
  );
}

function judge(sheets: readonly MadeSheet[]): readonly Finding[] {
  const result = evaluate({ book: toBook(sheets), rulesFile: null, sheets: null });
  if (!result.ok) throw new Error("the book was not judged");
  // What is left of a city made up at random may grow as it likes.
  return result.value.findings.filter(
    ({ class: kind, code }) => kind !== "target" && code !== "residual-implausible"
  );
}

function covers(finding: Finding, at: Printed): boolean {
  return [finding.at, ...finding.alternatives.flat()].some(
    ({ sheet, area }) =>
      sheet === at.sheet &&
      area.row <= at.row &&
      at.row < area.row + area.rows &&
      area.column <= at.column &&
      at.column < area.column + area.columns
  );
}

function said(findings: readonly Finding[]): readonly string[] {
  return findings.map(
    ({ code, severity, at }) => `${code} ${severity} ${at.sheet}!${formatArea(at.area)}`
  );
}

const FAMILIES: readonly (readonly [string, (seed: number) => MadeBook])[] = [
  ...TABLES.map(
    ([name, layOut]) => [name, (seed: number): MadeBook => layOut(makeCity(seed))] as const
  ),
  ...FORMS,
];

describe.each(FAMILIES)("%s", (_, made) => {
  test("is read back number for number, whatever its words, order and unit", () => {
    fc.assert(
      fc.property(SEEDS, (seed) => {
        const book = made(seed);
        // A form that says nothing of its cells is but to be understood whole.
        if (book.printed.length > 0)
          expect([...readBack(book.sheets)].sort()).toEqual(book.printed.map(lineOf).sort());
        expect(unread(book.sheets)).toEqual([]);
      }),
      { numRuns: RUNS }
    );
  });

  test("contradicts itself nowhere", () => {
    fc.assert(
      fc.property(SEEDS, (seed) => {
        expect(said(judge(made(seed).sheets))).toEqual([]);
      }),
      { numRuns: RUNS }
    );
  });

  test("one slip is found at its cell, or among cells that explain it as well", () => {
    fc.assert(
      fc.property(SEEDS, (seed) => {
        const book = made(seed);
        if (book.derived.length === 0) return;
        const { at, slip } = createDraw(seed).oneOf(book.derived);
        const findings = judge(withSlip(book, at, Number(slip.toFixed(2))));
        expect({
          at: lineOf(at),
          slip,
          found: findings.some((finding) => covers(finding, at)),
        }).toEqual({
          at: lineOf(at),
          slip,
          found: true,
        });
      }),
      { numRuns: RUNS }
    );
  });
});
