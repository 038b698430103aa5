import fc from "fast-check";
import type { IndicatorTable } from "../../../../src/core/index.ts";
import { tableOf } from "../../../support/table.ts";
import type { CellLiteral, ColumnLiteral, RowLiteral } from "../../../support/table.ts";

/** Indicators of every kind, and one that no catalogue has. */
const INDICATORS = [
  "industrial-investment",
  "industrial-value-added",
  "fixed-asset-investment",
  "public-budget-revenue",
  "organic-coverage",
  "large-industrial-enterprises",
  "低空经济产值",
] as const;

const ZONES = ["运城", "盐湖", "河津", "永济", "闻喜", "新绛", "稷山", "垣曲"];

const level = fc.integer({ min: 1, max: 99_999 }).map((hundredths) => hundredths / 100);
const rate = fc.oneof(
  fc.integer({ min: -5000, max: 5000 }).map((hundredths) => hundredths / 100),
  fc.constantFrom(0, 0.004, -0.004, 16, -7.8, 12.5)
);
const share = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100);
const target = fc.constantFrom(10, 15, 16, 17, 17.5);

/** A cell: mostly a number; else blank, declared to be none, an error or words. */
function cell(number: fc.Arbitrary<number>): fc.Arbitrary<CellLiteral> {
  return fc.oneof(
    { weight: 12, arbitrary: number },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant("-") },
    {
      weight: 1,
      arbitrary: fc.constantFrom<CellLiteral>(
        { kind: "error", error: "#REF!" },
        { kind: "unreadable", text: "约12", nearest: 12 }
      ),
    }
  );
}

interface Shape {
  readonly columns: readonly ColumnLiteral[];
  readonly cells: readonly fc.Arbitrary<CellLiteral>[];
}

function columnsOf(of: string, parts: readonly string[]): Shape {
  const columns: ColumnLiteral[] = [];
  const cells: fc.Arbitrary<CellLiteral>[] = [];
  const add = (column: ColumnLiteral, number: fc.Arbitrary<number>): void => {
    columns.push(column);
    cells.push(cell(number));
  };
  const isCount = of === "large-industrial-enterprises";
  const isRate = of === "organic-coverage";
  if (parts.includes("actual")) {
    const number = isCount ? fc.integer({ min: 1, max: 999 }) : isRate ? share : level;
    add({ of, measure: "actual" }, number);
  }
  if (!isRate && parts.includes("share")) {
    const against = { kind: "reference", scope: "city", stated: null } as const;
    add({ of, measure: "share", against }, share);
  }
  if (!isRate && parts.includes("growth")) {
    add({ of, measure: "growth" }, rate);
    if (parts.includes("target")) add({ of, measure: "target", path: [of, "省定目标%"] }, target);
  }
  return { columns, cells };
}

/** A table as the reader gives it: zones with or without a total, references or none, holes anywhere. */
export const anyTable: fc.Arbitrary<IndicatorTable> = fc
  .record({
    zones: fc.integer({ min: 1, max: ZONES.length }),
    hasTotal: fc.boolean(),
    references: fc.subarray(["city", "province-zones"] as const),
    indicators: fc.uniqueArray(
      fc.record({
        of: fc.constantFrom(...INDICATORS),
        parts: fc.subarray(["actual", "share", "growth", "target"], { minLength: 1 }),
      }),
      { minLength: 1, maxLength: 4, selector: ({ of }) => of }
    ),
  })
  .chain(({ zones, hasTotal, references, indicators }) => {
    const shapes = indicators.map(({ of, parts }) => columnsOf(of, parts));
    const columns = shapes.flatMap((shape) => shape.columns);
    const cells = shapes.flatMap((shape) => shape.cells);
    const row = fc.tuple(...cells);
    const rows: fc.Arbitrary<RowLiteral>[] = ZONES.slice(0, zones).map((name) =>
      row.map((values) => ({ name, label: `${name}开发区`, cells: values }))
    );
    if (hasTotal) {
      rows.push(row.map((values) => ({ name: "合计", role: "total" as const, cells: values })));
    }
    for (const reference of references) {
      const name = reference === "city" ? "全市" : "全省开发区";
      rows.push(row.map((values) => ({ name, reference, cells: values })));
    }
    return fc.tuple(...rows).map((filled) => tableOf({ columns, rows: filled }));
  });
