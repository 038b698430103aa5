import { describe, expect, test } from "@jest/globals";
import { evaluateTables } from "../../../src/core/evaluation/evaluate-tables.ts";
import type { StillNeeded } from "../../../src/core/needed/still-needed.ts";
import {
  impliedBase,
  neededForGrowth,
  neededForLevel,
} from "../../../src/core/needed/still-needed.ts";
import { quantityOf } from "../../../src/core/model/interval.ts";
import type { StatedNumber } from "../../../src/core/model/stated-number.ts";
import { indicatorById } from "../../../src/core/catalog/index.ts";
import type { Against } from "../../../src/core/model/table.ts";
import { formatArea } from "../../../src/core/workbook/address.ts";
import { tableOf } from "../../support/table.ts";
import type { TableLiteral } from "../../support/table.ts";

function stated(text: string): StatedNumber {
  const decimals = text.split(".")[1]?.length ?? 0;
  return { value: Number(text), decimals, origin: "typed", precision: "stated" };
}

/** "place: now/rest base, zone amount …" of every unmet target. */
function neededIn(...literals: readonly TableLiteral[]): readonly string[] {
  const { findings } = evaluateTables(literals.map(tableOf), []);
  return findings.flatMap((finding) => {
    if (finding.code !== "target-unmet") return [];
    const { needed } = finding.params;
    const place = formatArea(finding.at.area);
    return [`${place}: ${needed === undefined ? "-" : inWords(needed)}`];
  });
}

function inWords({ now, rest, base, shortfalls }: StillNeeded): string {
  const amount = (of: StillNeeded["now"]): string =>
    of === null ? "-" : of.value.toFixed(of.decimals);
  const zones = shortfalls.map((one) => `, ${one.zone} ${amount(one.amount)}`).join("");
  return `${amount(now)}/${amount(rest)} ${base}${zones}`;
}

const II = "industrial-investment";

describe("what a growth target still asks for", () => {
  test("is 46.5 亿元 for 运城's 工业投资 at mid-year: 109.24 at −17.92 % against +17 %", () => {
    const actual = stated("109.24");
    const base = impliedBase(actual, stated("-17.92"));
    if (base === undefined) throw new Error("no base");
    expect(neededForGrowth(actual, { quantity: base, decimals: 2 }, 17)).toEqual({
      value: 46.5,
      decimals: 1,
    });
  });

  test("has no more digits than the coarser operand", () => {
    const base = { quantity: quantityOf(stated("100")), decimals: 0 };
    expect(neededForGrowth(stated("109.24"), base, 17)).toEqual({ value: 8, decimals: 0 });
  });

  test("is nothing where the target is reached", () => {
    const base = { quantity: quantityOf(stated("100.0")), decimals: 1 };
    expect(neededForGrowth(stated("117.0"), base, 17)).toBeNull();
  });

  test("has no implied base at −100 %", () => {
    expect(impliedBase(stated("0.00"), stated("-100.00"))).toBeUndefined();
  });
});

describe("what a level target still asks for", () => {
  test("is target less actual, in the digits of the actual", () => {
    expect(neededForLevel(stated("1.33"), 2)).toEqual({ value: 0.67, decimals: 2 });
    expect(neededForLevel(stated("2.00"), 2)).toBeNull();
  });
});

describe("still needed, on the findings", () => {
  test("uses the base in the table where the printed growth is on it, and last year's whole for the rest of the year", () => {
    expect(
      neededIn({
        columns: [
          { of: II, measure: "actual" },
          { of: II, measure: "prior" },
          { of: II, measure: "prior-year" },
          { of: II, measure: "growth" },
          { of: II, measure: "target", unit: "%" },
        ],
        rows: [{ name: "河津", cells: ["110.00", "100.00", "250.00", "10.00", 17] }],
      })
    ).toEqual(["F5: 7.0/182.5 stated"]);
  });

  test("works the base back from the growth where the printed level is of another scope", () => {
    expect(
      neededIn({
        columns: [
          { of: II, measure: "actual" },
          { of: II, measure: "prior" },
          { of: II, measure: "growth" },
          { of: II, measure: "target", unit: "%" },
        ],
        rows: [
          { name: "河津", cells: ["109.24", "90.00", "-17.92", 17] },
          { name: "永济", cells: ["109.24", null, "-17.92", 17] },
        ],
      })
    ).toEqual(["E5: 46.5/- implied", "E6: 46.5/- implied"]);
  });

  test("of a share is what the part lacks of its whole, and of the whole's amount for the year", () => {
    const TI = "transformation-investment";
    const whole = indicatorById(II);
    if (whole === undefined) throw new Error("no such indicator");
    const against: Against = {
      kind: "indicator",
      indicator: whole,
      stated: null,
    };
    expect(
      neededIn({
        columns: [
          { of: II, measure: "actual" },
          { of: TI, measure: "actual" },
          { of: TI, measure: "share", against },
          { of: TI, measure: "target", unit: "%", path: ["转型项目投资", "省定占比目标"] },
        ],
        rows: [
          { name: "河津", cells: ["20.00", "15.00", "75.00", 82] },
          { name: "永济", cells: ["10.00", "9.00", "90.00", 82] },
          { name: "闻喜", cells: ["10.00", "6.00", "60.00", 82] },
          { name: "稷山", cells: ["10.00", "6.00", "75.00", 82] },
          { name: "合计", role: "total", cells: ["50.00", "36.00", "72.00", 82] },
        ],
      })
    ).toEqual([
      "E5: 1.40/- whole",
      "E7: 2.20/- whole",
      // A share its whole does not give says nothing.
      "E8: -",
      "E9: 5.00/- whole, 闻喜 2.20, 河津 1.40",
    ]);
  });

  test("says nothing without the level in the book", () => {
    expect(
      neededIn({
        columns: [
          { of: II, measure: "growth" },
          { of: II, measure: "target", unit: "%" },
        ],
        rows: [{ name: "河津", cells: ["9.30", 16] }],
      })
    ).toEqual(["C5: -"]);
  });

  test("finds the level on another sheet of the book", () => {
    expect(
      neededIn(
        {
          columns: [
            { of: II, measure: "growth" },
            { of: II, measure: "target", unit: "%" },
          ],
          rows: [{ name: "河津", cells: ["-17.92", 17] }],
        },
        {
          sheet: "总量",
          columns: [{ of: II, measure: "actual" }],
          rows: [{ name: "河津", cells: ["109.24"] }],
        }
      )
    ).toEqual(["C5: 46.5/- implied"]);
  });

  test("names the zones whose shortfall makes the city's, the largest first, and none that has reached its target", () => {
    expect(
      neededIn({
        columns: [
          { of: II, measure: "actual" },
          { of: II, measure: "prior" },
          { of: II, measure: "growth" },
          { of: II, measure: "target", unit: "%" },
        ],
        rows: [
          { name: "河津", cells: ["110.0", "100.0", "10.0", 16] },
          { name: "永济", cells: ["80.0", "100.0", "-20.0", 17] },
          { name: "闻喜", cells: ["150.0", "100.0", "50.0", 17] },
          { name: "合计", role: "total", cells: ["340.0", "300.0", "13.3", 17] },
        ],
      }).at(-1)
    ).toMatch(/^E8: 11\/- stated, 永济 37(\.0)?, 河津 6(\.0)?$/);
  });
});
