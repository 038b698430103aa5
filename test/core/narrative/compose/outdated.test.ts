import { beforeAll, describe, expect, test } from "@jest/globals";
import { parseArea } from "../../../../src/core/index.ts";
import type { Evaluation, IndicatorTable } from "../../../../src/core/index.ts";
import { findOutdated, findStyle } from "../../../../src/core/narrative/compose/index.ts";
import type {
  Composition,
  HouseStyle,
  Outdated,
} from "../../../../src/core/narrative/compose/index.ts";
import { composed, judgeSample } from "./books.ts";

let judged: Evaluation;
let stored: Composition;
let style: HouseStyle;

beforeAll(async () => {
  const found = findStyle("运城");
  if (found === undefined) throw new Error("no style");
  style = found;
  judged = await judgeSample("yuncheng-2023-h1.xlsx");
  // As kept in a file: plain data.
  stored = JSON.parse(JSON.stringify(composed(judged, style))) as Composition;
});

function against(change: (table: IndicatorTable) => IndicatorTable): Outdated {
  const tables = judged.tables.map((table) => (table.sheet === "经济指标" ? change(table) : table));
  const compared = findOutdated(stored, { ...judged, tables }, style);
  if (!compared.ok) throw new Error(compared.failure.code);
  return compared.value;
}

/** Another number in a cell; null: a blank. */
const withCell = (at: string, value: number | null) => (table: IndicatorTable) => {
  const area = parseArea(at);
  return {
    ...table,
    cells: table.cells.map((row) =>
      row.map((cell) => {
        if (cell?.at.row !== area?.row || cell?.at.column !== area?.column) return cell;
        if (value === null) {
          return { ...cell, content: { kind: "missing", reason: "blank" } as const } as typeof cell;
        }
        if (cell?.content.kind !== "number") return cell;
        const stated = { ...cell.content.stated, value };
        return { ...cell, content: { ...cell.content, stated } };
      })
    ),
  };
};

const told = ({ outdated }: Outdated): readonly string[] =>
  outdated.map(({ span, change, now }) => `${span.text} ${change} ${now?.text ?? ""}`.trim());

describe("a stored text whose workbook changed", () => {
  test("a growth takes its differences and words along", () => {
    expect(told(against(withCell("E16", -18.52)))).toEqual([
      "17.92% number 18.52%",
      "10.1个百分点 number 10.7个百分点",
      "0.4个百分点 number 0.2个百分点",
    ]);
    // As far above as it was below: the number is the same, the word is not.
    expect(told(against(withCell("E16", 2.32)))).toContain("10.1个百分点 words 10.1个百分点");
  });

  test("a growth that reaches its target turns the verdict round", () => {
    expect(told(against(withCell("E16", 18)))).toContain("17% words 17%");
  });

  test("a number that is no longer there is gone, with what was made of it", () => {
    const { outdated, added } = against(withCell("E16", null));
    expect(outdated.map(({ span, change }) => [span.text, change])).toEqual(
      ["17.92%", "-7.8%", "10.1个百分点", "-18.3%", "0.4个百分点", "17%", "16%", "17%"].map(
        (text) => [text, "gone"]
      )
    );
    expect(added).toEqual([]);
  });

  test("a number that is new is told", () => {
    const without = composed(
      { ...judged, tables: judged.tables.map(withCell("J16", null)) },
      style
    );
    const compared = findOutdated(without, judged, style);
    expect(compared.ok && compared.value.added.map(({ text }) => text)).toEqual(["251.06亿元"]);
  });

  test("rows that moved change nothing", () => {
    const moved = against((table) => ({
      ...table,
      cells: table.cells.map((row) =>
        row.map((cell) => cell && { ...cell, at: { ...cell.at, row: cell.at.row + 3 } })
      ),
    }));
    expect(moved).toEqual({ outdated: [], added: [] });
  });

  test("a zone more is another number of zones", () => {
    const { outdated } = against((table) => {
      const [first] = table.subjects;
      const [cells] = table.cells;
      const total = table.subjects.find(({ role }) => role === "total");
      if (first === undefined || cells === undefined || total === undefined) throw new Error("?");
      const index = table.subjects.length;
      const zone = { ...first, index, name: "平陆", label: "平陆开发区" };
      return {
        ...table,
        subjects: [
          ...table.subjects.map((each) =>
            each === total ? { ...each, members: [...each.members, index] } : each
          ),
          zone,
        ],
        cells: [...table.cells, cells],
      };
    });
    expect(outdated.map(({ span, now }) => [span.text, now?.text])).toContainEqual([
      "10个",
      "11个",
    ]);
  });

  test("a workbook of which nothing can be told is a failure", () => {
    const compared = findOutdated(stored, { ...judged, tables: [] }, style);
    expect(compared).toMatchObject({ ok: false, failure: { code: "nothing-to-compose" } });
  });
});
