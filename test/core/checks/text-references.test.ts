import { describe, expect, test } from "@jest/globals";
import { fieldLine, judgedGrid, readTableOf, subjectLines } from "../sheet/reading.ts";
import type { GridCell } from "../../support/grid.ts";

const _ = null;
const TITLE = "运城市开发区2023年1-6月工业投资完成情况";
const HEADS = ["占全市(%)", "与全市比(百分点)", "比全省开发区±"];
const ZONES: readonly (readonly [string, number, number])[] = [
  ["河津经济技术开发区", 45.37, -9.2],
  ["永济经济技术开发区", 20.16, 3.41],
  ["闻喜经济技术开发区", 14.26, -17.37],
  ["绛县经济技术开发区", 9.83, 8.11],
];

type Grid = readonly (readonly GridCell[])[];

function round(value: number): number {
  return Number(value.toFixed(2));
}

/** Shares of 177.53亿元, differences to −7.8 % and −18.3 %; a fault is 1.1 too much in one cell of a column. */
function table(
  options: {
    readonly fault?: number;
    readonly heads?: readonly string[];
    readonly inWan?: true;
  } = {}
): Grid {
  const { fault, heads = HEADS, inWan } = options;
  const scale = inWan === true ? 10_000 : 1;
  return [
    ["开发区", `工业投资(${inWan === true ? "万元" : "亿元"})`, "同比(%)", ...heads],
    ...ZONES.map(([zone, value, growth], i) =>
      [
        zone,
        round(value * scale),
        growth,
        round((value / 177.53) * 100),
        round(growth + 7.8),
        round(growth + 18.3),
      ].map((cell, column) =>
        typeof cell === "number" && i === 1 && column === fault ? round(cell + 1.1) : cell
      )
    ),
  ];
}

const LINES = [
  "全市:工业投资177.53亿元,-7.8%;全省开发区:-18.3%",
  "注:全市工业投资177.53亿元,同比下降7.8%;全省开发区工业投资同比下降18.3%。",
  "(全市177.53亿元、-7.8%;全省开发区-18.3%)",
];

describe("what a title or note says of 全市 is what shares and differences are held to", () => {
  test.each(LINES)("%s", (line) => {
    expect(judgedGrid([[TITLE], [line], ...table()])).toEqual([]);
    expect(judgedGrid([[TITLE], [line], ...table({ fault: 3 })])).toEqual([
      "share-mismatch error D5",
    ]);
    expect(judgedGrid([[TITLE], [line], ...table({ fault: 4 })])).toEqual([
      "difference-mismatch error E5",
    ]);
    expect(judgedGrid([[TITLE], [line], ...table({ fault: 5 })])).toEqual([
      "difference-mismatch error F5",
    ]);
  });

  test("below the table as well, and inside the title", () => {
    const note = "注:全市工业投资177.53亿元,同比下降7.8%;全省开发区-18.3%";
    expect(judgedGrid([[TITLE], ...table({ fault: 3 }), [note]])).toEqual([
      "share-mismatch error D4",
    ]);
    const title = `${TITLE}表(全市177.53亿元,-7.8%;全省开发区-18.3%)`;
    expect(judgedGrid([[title], ...table({ fault: 4 })])).toEqual(["difference-mismatch error E4"]);
  });

  test("亿元 in the text over a table in 万元", () => {
    const line = LINES[0] ?? "";
    expect(judgedGrid([[TITLE], [line], ...table({ inWan: true })])).toEqual([]);
    expect(judgedGrid([[TITLE], [line], ...table({ inWan: true, fault: 3 })])).toEqual([
      "share-mismatch error D5",
    ]);
  });

  test("it is a reference of its own, outside the rows", () => {
    const read = readTableOf([[TITLE], [LINES[0] ?? ""], ...table()]);
    expect(subjectLines(read).slice(-2)).toEqual(["reference 全市", "reference 全省开发区"]);
  });

  test("another period's, another indicator's and a target are none", () => {
    for (const line of [
      "2022年全市工业投资385.1亿元",
      "全市固定资产投资601.2亿元,同比下降3.2%",
      "省定目标:全市17%",
    ]) {
      const read = readTableOf([[TITLE], [line], ...table()]);
      expect(read.subjects.filter(({ role }) => role === "reference")).toEqual([]);
    }
  });

  test("a row that says otherwise is asked about, one that says it more exactly is not", () => {
    const rows = [...table(), ["全市", 177.53, -7.8, _, _, _]];
    expect(judgedGrid([[TITLE], ["全市:工业投资177.5亿元,-7.8%"], ...rows])).toEqual([]);
    expect(judgedGrid([[TITLE], ["全市:工业投资177.35亿元,-7.8%"], ...rows])).toEqual([
      "cross-sheet-mismatch warning B8",
    ]);
  });
});

describe("a number in a header keeps its sign and unit", () => {
  const heads = ["占全市(177.53亿元)比重", "与全市(-7.8%)比", "比全省开发区(-18.3%)±"];

  test("as it is read", () => {
    const lines = readTableOf([[TITLE], ...table({ heads })]).fields.map(fieldLine);
    expect(lines.slice(2)).toEqual([
      "工业投资 share to city=177.53 (%)",
      "工业投资 difference to city=-7.8 (个百分点)",
      "工业投资 difference to province-zones=-18.3 (个百分点)",
    ]);
    const open = readTableOf([
      [TITLE],
      ...table({ heads: ["占全市177.53亿元比重", "与全市-7.8%比", "比全省开发区-18.3%±"] }),
    ]);
    expect(open.fields.map(fieldLine)).toEqual(lines);
  });

  test("each column is held to it, in 亿元 or in 万元", () => {
    expect(judgedGrid([[TITLE], ...table({ heads })])).toEqual([]);
    expect(judgedGrid([[TITLE], ...table({ heads, inWan: true })])).toEqual([]);
    expect(judgedGrid([[TITLE], ...table({ heads, fault: 3 })])).toEqual([
      "share-mismatch error D4",
    ]);
    expect(judgedGrid([[TITLE], ...table({ heads, fault: 4 })])).toEqual([
      "difference-mismatch error E4",
    ]);
    expect(judgedGrid([[TITLE], ...table({ heads, fault: 5 })])).toEqual([
      "difference-mismatch error F4",
    ]);
  });

  test("万元 printed for 亿元 is one question for the column", () => {
    const wrong = ["占全市(177.53万元)比重", "与全市(-7.8%)比", "比全省开发区(-18.3%)±"];
    expect(judgedGrid([[TITLE], ...table({ heads: wrong })])).toEqual([
      "unit-conflict warning B3:B6",
    ]);
  });

  test("a row of 全市 that says otherwise is asked about", () => {
    const rows = [...table({ heads }), ["全市", 177.35, -7.8, _, _, _]];
    expect(judgedGrid([[TITLE], ...rows])).toEqual(["cross-sheet-mismatch warning B7"]);
  });
});
