import { expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import type { Sheet } from "../../../src/core/index.ts";
import { FLAG_LOOKS, evaluate, formatCell, planFlags } from "../../../src/core/index.ts";
import { loadEngine } from "../../support/engine.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { packageBookOf } from "../../support/package-book.ts";

jest.setTimeout(120_000);

/** Over random forms with random faults, a real calculation paints exactly the cells the evaluation names. */
const HEADER: readonly (readonly GridCell[])[] = [
  ["运城市开发区2023年1-6月主要经济指标"],
  ["单位:亿元、%"],
  ["开发区", "工业投资", null, null, null, null, null, null, "规上工业企业", null],
  [
    null,
    "完成",
    "上年同期",
    "同比增长(%)",
    "占全市比重(%)",
    "省定目标(%)",
    "与目标差距(百分点)",
    "是否达标",
    "户数(户)",
    "其中新增(户)",
  ],
];
const ZONES = ["运城", "河津", "永济", "闻喜", "新绛", "稷山", "垣曲", "绛县"];
const FIRST_ROW = HEADER.length;
const COLUMNS = 10;

interface Zone {
  readonly now: number;
  readonly before: number;
  readonly target: number;
  readonly firms: number;
}
interface Fault {
  readonly row: number;
  readonly column: number;
  readonly kind:
    "add" | "double" | "text" | "spaced" | "unit" | "about" | "blank" | "error" | "none";
  readonly by: number;
}
interface Form {
  readonly zones: readonly Zone[];
  readonly digits: number;
  readonly isPercent: boolean;
  readonly faults: readonly Fault[];
}

const form: fc.Arbitrary<Form> = fc.record({
  zones: fc.array(
    fc.record({
      now: fc.double({ min: 1, max: 90_000, noNaN: true }),
      before: fc.double({ min: 1, max: 90_000, noNaN: true }),
      target: fc.constantFrom(15, 16, 17, 17, 17),
      firms: fc.integer({ min: 1, max: 300 }),
    }),
    { minLength: 3, maxLength: ZONES.length }
  ),
  digits: fc.integer({ min: 1, max: 3 }),
  isPercent: fc.boolean(),
  faults: fc.array(
    fc.record({
      row: fc.nat({ max: ZONES.length + 1 }),
      column: fc.integer({ min: 1, max: COLUMNS - 1 }),
      kind: fc.constantFrom<Fault["kind"]>(
        "add",
        "double",
        "text",
        "spaced",
        "unit",
        "about",
        "blank",
        "error",
        "none"
      ),
      by: fc.double({ min: -40, max: 40, noNaN: true }),
    }),
    { maxLength: 6 }
  ),
});

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** The form as an office would send it, computed and rounded, then spoilt. */
function sheetFor(name: string, { zones, digits, isPercent, faults }: Form): Sheet {
  const sum = (key: "now" | "before" | "firms"): number =>
    zones.reduce((all, zone) => all + round(zone[key], key === "firms" ? 0 : digits), 0);
  const city = { now: sum("now") * 1.6, before: sum("before") * 1.5 };
  const rate = (value: number): GridCell =>
    isPercent ? { v: value / 100, nf: `0.${"0".repeat(digits)}%` } : value;
  const line = (
    label: string,
    one: { readonly now: number; readonly before: number },
    target: number | null,
    firms: GridCell
  ): GridCell[] => {
    const growth = round((one.now / one.before - 1) * 100, digits);
    return [
      label,
      round(one.now, digits),
      round(one.before, digits),
      rate(growth),
      rate(round((one.now / city.now) * 100, digits)),
      target === null ? null : rate(target),
      target === null ? null : rate(round(growth - target, digits)),
      target === null ? null : growth >= target ? "达到" : "未达到",
      firms,
      firms === null ? null : 1,
    ];
  };
  const rows = [
    ...zones.map((zone, index) =>
      line(`${ZONES[index] ?? ""}经济技术开发区`, zone, zone.target, zone.firms)
    ),
    line("合计", { now: sum("now"), before: sum("before") }, null, sum("firms")),
    line("全市", city, null, null),
  ];
  for (const fault of faults) {
    const row = rows[fault.row % rows.length];
    const cell = row?.[fault.column];
    if (row !== undefined && cell !== undefined) row[fault.column] = spoil(cell, fault, digits);
  }
  return sheetOf(name, [...HEADER, ...rows]);
}

function spoil(cell: GridCell, { kind, by }: Fault, digits: number): GridCell {
  const isFormatted = typeof cell === "object" && cell !== null && "nf" in cell;
  const number = typeof cell === "number" ? cell : 1;
  switch (kind) {
    case "add":
      return isFormatted ? { v: by / 100, nf: "0.00%" } : round(number + by, digits);
    case "double":
      return number * 2;
    case "text":
      return String(number);
    case "spaced":
      return ` ${number}\u00a0`;
    case "unit":
      return `${number}亿元`;
    case "about":
      return `约"${number}"`;
    case "blank":
      return null;
    case "error":
      return { error: "#DIV/0!" };
    case "none":
      return "—";
  }
}

test("random forms are painted exactly where the evaluation finds something", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(form, { minLength: 10, maxLength: 10 }), async (forms) => {
      const sheets = forms.map((one, index) => sheetFor(`表${index + 1}`, one));
      const book = bookOf(...sheets);
      const evaluated = evaluate({ book, rulesFile: null, sheets: null });
      if (!evaluated.ok) throw new Error(evaluated.failure.code);
      const { findings } = evaluated.value;
      const engine = loadEngine().createNodeEngine(packageBookOf(book));
      try {
        for (const intent of planFlags(evaluated.value, null)) {
          if (intent.kind !== "put-flags") continue;
          const id = engine.sheets().find(({ name }) => name === intent.sheet)?.id ?? "";
          for (const { areas, formula, style } of [...intent.flags].reverse()) {
            engine.addConditionalFormat(id, { areas, formula, look: FLAG_LOOKS[style] });
          }
        }
        await engine.settled();
        const painted = await Promise.all(
          engine.sheets().map(async ({ id, name }) => {
            const cells = Array.from(
              { length: (FIRST_ROW + ZONES.length + 2) * COLUMNS },
              (_, i) => ({
                row: Math.floor(i / COLUMNS),
                column: i % COLUMNS,
              })
            );
            const applied = await Promise.all(
              cells.map((cell) => engine.appliedConditionalFormats(id, cell))
            );
            return cells
              .filter((_, index) => applied[index]?.length !== 0)
              .map((cell) => `${name} ${formatCell(cell)}`);
          })
        );
        const named = findings
          .filter(
            (finding) => finding.code === "target-unmet" || finding.severity !== "information"
          )
          .flatMap(({ at: { sheet, area } }) =>
            Array.from(
              { length: area.rows * area.columns },
              (_, i) =>
                `${sheet} ${formatCell({
                  row: area.row + Math.floor(i / area.columns),
                  column: area.column + (i % area.columns),
                })}`
            )
          );
        expect(painted.flat().sort()).toEqual([...new Set(named)].sort());
        expect(named.length).toBeGreaterThan(5);
      } finally {
        engine.dispose();
      }
    }),
    { numRuns: 3, endOnFailure: true }
  );
});
