import { describe, expect, test } from "@jest/globals";
import {
  evaluate,
  formatOwnPart,
  formatCell,
  linesOfSheet,
  putCorrections,
  readCorrections,
  readTables,
  subjectsOfSheet,
} from "../../../src/core/index.ts";
import type {
  IndicatorTable,
  LineChange,
  ReadingCorrection,
  Sheet,
  SubjectChange,
} from "../../../src/core/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";

const S = "经济指标";
const KEEP = { indicator: null, measure: null, unit: null, against: null };

const ZONES = sheetOf(S, [
  ["运城市开发区2023年1-6月主要经济指标", null, null, null, null, null],
  ["开发区", "工业投资(亿元)", "同比", "备用", "固定资产投资(亿元)", "同比"],
  ["河津", 14.26, 9.3, 15, 20, 1],
  ["永济", 5.5, -21.37, 7, 8, 2],
  ["闻喜", 6, 3, 5, 9, 3],
  ["合计", 25.76, null, 27, 37, null],
]);

const INDICATORS = sheetOf("河津", [
  ["河津经济技术开发区2023年1-6月主要经济指标", null, null, null],
  ["指标", "单位", "完成", "数一"],
  ["工业投资", "亿元", 14.26, 9.3],
  ["固定资产投资", "亿元", 20, 1],
  ["进出口总额", "亿元", 3, 4],
]);

function line(
  path: readonly string[],
  nth: number,
  change: LineChange,
  sheet = S
): ReadingCorrection {
  return { kind: "line", sheet, path, nth, change };
}

function subject(label: string, change: SubjectChange, nth = 0): ReadingCorrection {
  return { kind: "subject", sheet: S, label, nth, change };
}

function read(sheet: Sheet, ...corrections: readonly ReadingCorrection[]): IndicatorTable {
  const [reading] = readTables(bookOf(sheet), { sheets: null, corrections });
  const table = reading?.tables[0];
  if (table === undefined) throw new Error("no table");
  return table;
}

/** Fields as "indicator measure unit column: first value". */
function fieldsOf(table: IndicatorTable): readonly string[] {
  return table.fields.map(({ indicator, measure, unit, index }) => {
    const cell = table.cells.find((cells) => (cells[index] ?? null) !== null)?.[index];
    const value = cell?.content.kind === "number" ? cell.content.stated.value : null;
    const place = cell === undefined || cell === null ? "-" : formatCell(cell.at);
    return `${indicator.name} ${measure} ${unit?.name ?? "-"} ${place}: ${value}`;
  });
}

describe("a corrected reading", () => {
  test("is the plain one where nothing was corrected", () => {
    expect(read(ZONES)).toEqual(read(ZONES, line(["没有此列"], 0, { kind: "set-aside" })));
    expect(fieldsOf(read(ZONES))).toEqual([
      "工业投资 actual 亿元 B3: 14.26",
      "工业投资 growth % C3: 9.3",
      "固定资产投资 actual 亿元 E3: 20",
      "固定资产投资 growth % F3: 1",
    ]);
  });

  test("reads a column that was not understood as what the user says", () => {
    const table = read(ZONES, line(["备用"], 0, { kind: "meaning", ...KEEP, measure: "prior" }));
    expect(fieldsOf(table)).toContain("工业投资 prior 亿元 D3: 15");
    expect(table.fields.map(({ line: column }) => column)).toEqual([1, 2, 3, 4, 5]);
    expect(table.unrecognised).toEqual([]);
    expect(table.confidence).toBe(1);
  });

  test("tells two columns with the same words apart by their order", () => {
    const table = read(ZONES, line(["同比"], 1, { kind: "meaning", ...KEEP, measure: "share" }));
    expect(table.fields.map(({ measure }) => measure)).toEqual([
      "actual",
      "growth",
      "actual",
      "share",
    ]);
  });

  test("takes another indicator, by name or id or one of the office's own, and its unit with it", () => {
    const one = read(
      ZONES,
      line(["工业投资(亿元)"], 0, { kind: "meaning", ...KEEP, indicator: "规上工业企业" })
    );
    expect(one.fields[0]?.indicator.isCatalogued).toBe(true);
    expect(one.fields[0]?.unit?.name).toBe("户");
    const own = read(
      ZONES,
      line(["工业投资(亿元)"], 0, { kind: "meaning", ...KEEP, indicator: "电商交易额" })
    );
    expect(own.fields[0]?.indicator.id).toBe("other:电商交易额");
    expect(own.fields[0]?.unit?.name).toBe("亿元");
  });

  test("takes another unit, and what a share divides by", () => {
    const table = read(
      ZONES,
      line(["工业投资(亿元)"], 0, { kind: "meaning", ...KEEP, unit: "万元" }),
      line(["同比"], 0, {
        kind: "meaning",
        ...KEEP,
        measure: "share",
        against: { kind: "reference", scope: "city" },
      })
    );
    expect(table.fields[0]?.unit).toMatchObject({ name: "万元", family: "money" });
    expect(table.fields[1]?.against).toEqual({ kind: "reference", scope: "city", stated: null });
  });

  test("reads words in cells as the new measure reads them", () => {
    const words = sheetOf(S, [
      ["开发区", "工业投资(亿元)", "变化"],
      ["河津", 1, "下降5%"],
      ["永济", 2, "持平"],
    ]);
    const table = read(words, line(["变化"], 0, { kind: "meaning", ...KEEP, measure: "growth" }));
    const values = table.cells.map((cells) => cells[1]?.content);
    expect(values).toMatchObject([
      { kind: "number", stated: { value: -5 } },
      { kind: "number", stated: { value: 0 } },
    ]);
  });

  test("leaves a column aside that is no data, and can still say which it was", () => {
    const table = read(ZONES, line(["同比"], 0, { kind: "set-aside" }));
    expect(fieldsOf(table)).toHaveLength(3);
    const keys = linesOfSheet([read(ZONES)])[0]?.map(({ key }) => key);
    expect(linesOfSheet([table])[0]?.map(({ key }) => key)).toEqual(keys);
  });

  test("follows its words when rows and columns are inserted", () => {
    const moved = sheetOf(
      S,
      ZONES.values.map((row) => row.map((value) => value as string | number | null)),
      { origin: { row: 4, column: 3 } }
    );
    const table = read(moved, line(["备用"], 0, { kind: "meaning", ...KEEP, measure: "prior" }));
    expect(fieldsOf(table)).toContain("工业投资 prior 亿元 G7: 15");
  });

  test("with indicators in rows a row gives the indicator and a column the measure", () => {
    const table = read(
      INDICATORS,
      line(["数一"], 0, { kind: "meaning", ...KEEP, measure: "growth" }, "河津"),
      line(
        ["进出口总额"],
        0,
        { kind: "meaning", ...KEEP, indicator: "外贸总值", unit: "万美元" },
        "河津"
      )
    );
    expect(fieldsOf(table)).toEqual(
      expect.arrayContaining(["工业投资 growth % D3: 9.3", "固定资产投资 growth % D4: 1"])
    );
    const trade = table.fields.find(
      ({ path, measure }) => path[0] === "进出口总额" && measure === "actual"
    );
    expect(trade?.unit?.name).toBe("万美元");
  });

  test("lists rows and columns with the words a correction is tied to", () => {
    const [lines = []] = linesOfSheet([read(INDICATORS)]);
    expect(lines.map(({ kind, path }) => `${kind} ${path.join("/")}`)).toEqual(
      expect.arrayContaining(["row 工业投资", "row 固定资产投资", "column 完成"])
    );
  });

  test("makes a zone a reference, which no total adds up any more", () => {
    const table = read(ZONES, subject("永济", { kind: "subject", name: null, role: "reference" }));
    expect(table.subjects[1]).toMatchObject({ role: "reference", reference: "city" });
    expect(table.subjects[3]?.members).toEqual([0, 2]);
  });

  test("makes the zone again of what was made a total, and gives a new total its members", () => {
    const table = read(
      ZONES,
      subject("合计", { kind: "subject", name: "盐湖开发区", role: "zone" }),
      subject("闻喜", { kind: "subject", name: null, role: "total" })
    );
    expect(table.subjects.map(({ name, role }) => `${name} ${role}`)).toEqual([
      "河津 zone",
      "永济 zone",
      "闻喜 total",
      "盐湖 zone",
    ]);
    expect(table.subjects[2]?.members).toEqual([0, 1, 3]);
  });

  test("leaves a row aside, and places and members move up", () => {
    const table = read(ZONES, subject("永济", { kind: "set-aside" }));
    expect(table.subjects.map(({ label, index }) => `${label} ${index}`)).toEqual([
      "河津 0",
      "闻喜 1",
      "合计 2",
    ]);
    expect(table.subjects[2]?.members).toEqual([0, 1]);
    expect(table.cells[1]?.[0]).toMatchObject({ subject: 1, at: { row: 4, column: 1 } });
    expect(subjectsOfSheet([table])[0]?.map(({ key }) => key)).toEqual(
      subjectsOfSheet([read(ZONES)])[0]
        ?.map(({ key }) => key)
        .filter((key) => !key.includes("永济"))
    );
  });

  test("speaks of its own sheet alone", () => {
    const book = bookOf(ZONES, { ...ZONES, name: "二" });
    const corrections = [line(["同比"], 0, { kind: "set-aside" })];
    const [first, second] = readTables(book, { sheets: null, corrections });
    expect(first?.tables[0]?.fields).toHaveLength(3);
    expect(second?.tables[0]?.fields).toHaveLength(4);
  });

  test("reaches the judging through the workbook's part, and is told with the evaluation", () => {
    const corrections = [line(["同比"], 0, { kind: "set-aside" })];
    const part = formatOwnPart(putCorrections(new Map(), corrections));
    const evaluated = evaluate({ book: { ...bookOf(ZONES), part }, rulesFile: null, sheets: null });
    if (!evaluated.ok) throw new Error(evaluated.failure.code);
    expect(evaluated.value.tables[0]?.fields).toHaveLength(3);
    expect(evaluated.value.kept).toEqual({ part: "read", corrections });
  });
});

describe("corrections kept in a part", () => {
  const all: readonly ReadingCorrection[] = [
    line(["a", "b\u0000\u2028\uFFFF<&>"], 0, { kind: "set-aside" }),
    line(["a"], 2, {
      kind: "meaning",
      indicator: "x",
      measure: "share",
      unit: "%",
      against: { kind: "indicator", indicator: "y" },
    }),
    line(["a"], 3, { kind: "meaning", ...KEEP, against: { kind: "total" } }),
    line(["a"], 4, { kind: "meaning", ...KEEP, against: { kind: "none" } }),
    subject("河津", { kind: "set-aside" }),
    subject("河津", { kind: "subject", name: "河津", role: "total" }, 1),
  ];

  test("come back as they were", () => {
    const xml = formatOwnPart(putCorrections(new Map(), all));
    expect(xml).not.toMatch(/[\u0000\u2028\uFFFF]/);
    expect(readCorrections(xml)).toEqual({ part: "read", corrections: all });
  });

  test("leave the other sections of the part alone", () => {
    const sections = new Map([["receipt", "R"]]);
    expect([...putCorrections(sections, all)].map(([name]) => name)).toEqual([
      "receipt",
      "corrections",
    ]);
    expect([...putCorrections(putCorrections(sections, all), [])]).toEqual([["receipt", "R"]]);
  });

  test.each([
    ["no JSON", "["],
    ["no list", '{"kind":"line"}'],
    ["no object", "[1,null,[]]"],
    ["an unknown kind", '[{"kind":"cell","sheet":"s","nth":0}]'],
    ["no place", '[{"kind":"line","sheet":"s","nth":0,"change":{"kind":"set-aside"}}]'],
    [
      "half a count",
      '[{"kind":"subject","sheet":"s","label":"a","nth":0.5,"change":{"kind":"set-aside"}}]',
    ],
    [
      "an unknown measure",
      '[{"kind":"line","sheet":"s","path":["a"],"nth":0,"change":{"kind":"meaning","measure":"kpi"}}]',
    ],
    [
      "a path of numbers",
      '[{"kind":"line","sheet":"s","path":[1],"nth":0,"change":{"kind":"set-aside"}}]',
    ],
    [
      "a prototype",
      '[{"__proto__":{"kind":"subject"},"sheet":"s","label":"a","nth":0,"change":{"kind":"set-aside"}}]',
    ],
    [
      "a name longer than any",
      `[{"kind":"subject","sheet":"s","label":"${"a".repeat(501)}","nth":0,"change":{"kind":"set-aside"}}]`,
    ],
  ])("leave out what is %s", (_, json) => {
    expect(readCorrections(formatOwnPart(new Map([["corrections", json]])))).toEqual({
      part: "read",
      corrections: [],
    });
  });
});

describe("a column of a zone that stands across", () => {
  const ACROSS = sheetOf(S, [
    ["2023年1-6月主要经济指标", null, null, null, null, null],
    ["指标", "单位", "河津开发区", null, "永济开发区", null],
    [null, null, "完成", "备用", "完成", "备用"],
    ["工业投资", "亿元", 14.26, 9.3, 5.5, 4.5],
    ["税收收入", "亿元", 4.26, 3.3, 1.5, 1.4],
  ]);

  test("is told where nobody knows its head", () => {
    const table = read(ACROSS);
    expect(fieldsOf(table)).toEqual([
      "工业投资 actual 亿元 C4: 14.26",
      "税收收入 actual 亿元 C5: 4.26",
    ]);
    expect(table.unrecognised.map(({ text }) => text)).toEqual([
      "河津开发区 / 备用",
      "永济开发区 / 备用",
    ]);
  });

  test("becomes the zone's own as the user says", () => {
    const prior = { kind: "meaning", ...KEEP, measure: "prior" } as const;
    const table = read(ACROSS, line(["永济开发区", "备用"], 0, prior));
    expect(fieldsOf(table).slice(2)).toEqual([
      "工业投资 prior 亿元 F4: 4.5",
      "税收收入 prior 亿元 F5: 1.4",
    ]);
    expect(table.cells[0]?.slice(2)).toEqual([null, null]);
    expect(table.unrecognised.map(({ text }) => text)).toEqual(["河津开发区 / 备用"]);
  });
});
