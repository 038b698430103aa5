import { describe, expect, test } from "@jest/globals";
import { evaluate, evaluateAcross, formatArea, formatFinding } from "../../../src/core/index.ts";
import { bookOf } from "../../support/grid.ts";
import { typed } from "../../support/typed-sheet.ts";

/** What several books say of each other: file, severity, code and cell. */
function across(...books: readonly (readonly [file: string, sheet: string])[]): readonly string[] {
  return findings(books).map(
    ({ file, finding: { severity, code, at } }) =>
      `${file} ${severity} ${code} ${at.sheet}!${formatArea(at.area)}`
  );
}

function findings(books: readonly (readonly [file: string, sheet: string])[]) {
  return evaluateAcross(
    books.map(([file, sheet]) => {
      const evaluated = evaluate({
        book: bookOf(typed("表1", sheet)),
        rulesFile: null,
        sheets: null,
      });
      if (!evaluated.ok) throw new Error(evaluated.failure.code);
      return { file, tables: evaluated.value.tables };
    })
  );
}

const form = (city: string, months: string, ...rows: readonly string[]): string =>
  [
    `${city}市开发区2023年${months}工业投资完成情况`,
    "单位:亿元、%",
    "开发区|工业投资|同比增长",
    ...rows,
  ].join("\n");

const YUNCHENG = form(
  "运城",
  "1-6月",
  "河津|8.66|12.1",
  "永济|5.42|3.9",
  "闻喜|7.31|8.4",
  "全市|177.53|-7.8",
  "全省开发区|803.77|-18.3"
);

describe("workbooks held to each other, as the level above must", () => {
  test("agree where they say the same, and where they speak of other zones", () => {
    expect(
      across(
        ["运城.xlsx", YUNCHENG],
        [
          "临汾.xlsx",
          form(
            "临汾",
            "1-6月",
            "侯马|9.12|4.5",
            "洪洞|6.33|2.2",
            "全市|201.4|3.3",
            "全省开发区|803.77|-18.3"
          ),
        ]
      )
    ).toEqual([]);
  });

  test("S24: two cities carry different figures of the province's zones", () => {
    const books = [
      ["运城.xlsx", YUNCHENG],
      [
        "临汾.xlsx",
        form("临汾", "1-6月", "侯马|9.12|4.5", "洪洞|6.33|2.2", "全省开发区|830.77|-18.3"),
      ],
    ] as const;
    expect(across(...books)).toEqual(["临汾.xlsx error cross-sheet-mismatch 表1!B6"]);
    const [first] = findings(books);
    if (first === undefined) throw new Error("nothing was found");
    expect(formatFinding(first.finding, "zh-CN").message).toContain("[运城.xlsx]表1");
  });

  test("of three books the one that stands alone is told, wherever it comes", () => {
    const other = (file: string, city: string, value: string): [string, string] => [
      file,
      form(city, "1-6月", `全省|${value}|2.1`, `${city}城南|9.12|4.5`),
    ];
    expect(
      across(
        other("甲.xlsx", "临汾", "1520.6"),
        other("乙.xlsx", "长治", "1502.6"),
        other("丙.xlsx", "晋城", "1502.6")
      )
    ).toEqual(["甲.xlsx error cross-sheet-mismatch 表1!B4"]);
  });

  test.each<[string, string, string, readonly string[]]>([
    [
      "one city's zone has two values",
      form("运城", "1-6月", "河津|8.66|12.1", "永济|5.42|3.9"),
      form("运城", "1-6月", "河津|8.99|12.1", "永济|5.42|3.9"),
      ["乙.xlsx error cross-sheet-mismatch 表1!B4"],
    ],
    [
      "经开区 of two cities are two zones",
      form("运城", "1-6月", "经济技术开发区|8.66|12.1", "高新区|5.42|3.9"),
      form("临汾", "1-6月", "经济技术开发区|9.01|4.4", "高新区|5.42|3.1"),
      [],
    ],
    [
      "全市 of two cities are two wholes",
      form("运城", "1-6月", "河津|8.66|12.1", "全市|177.53|-7.8"),
      form("临汾", "1-6月", "侯马|9.12|4.5", "全市|201.40|3.3"),
      [],
    ],
    [
      "a zone is counted by two cities",
      form("运城", "1-6月", "河津|8.66|12.1", "垣曲|5.42|3.9"),
      form("临汾", "1-6月", "侯马|9.12|4.5", "垣曲|5.42|3.9"),
      ["乙.xlsx warning duplicate-entry 表1!B5"],
    ],
    [
      "a book is still that of the period before",
      form("运城", "1-5月", "河津|8.66|12.1", "永济|5.42|3.9", "闻喜|7.31|8.4"),
      form("运城", "1-6月", "河津|8.66|12.1", "永济|5.42|3.9", "闻喜|7.31|8.4"),
      ["乙.xlsx warning repeated-values 表1!B4:B6"],
    ],
    [
      "a value so far is below that of the book before",
      form("运城", "1-5月", "河津|8.66|12.1", "永济|5.42|3.9", "闻喜|7.31|8.4"),
      form("运城", "1-6月", "河津|7.66|12.1", "永济|6.42|3.9", "闻喜|8.31|8.4"),
      ["乙.xlsx warning cumulative-decrease 表1!B4"],
    ],
    [
      "other periods are other numbers",
      form("运城", "1-5月", "河津|8.66|12.1", "全省开发区|703.77|-18.3"),
      form("运城", "1-6月", "河津|9.66|12.1", "全省开发区|803.77|-17.2"),
      [],
    ],
  ])("%s", (_name, first, second, expected) => {
    expect(across(["甲.xlsx", first], ["乙.xlsx", second])).toEqual(expected);
  });

  test("what a book says within itself is not told again", () => {
    const twice = form("运城", "1-6月", "河津|8.66|12.1", "河津|8.99|12.1", "永济|5.42|3.9");
    expect(across(["甲.xlsx", twice], ["乙.xlsx", form("临汾", "1-6月", "侯马|9.12|4.5")])).toEqual(
      []
    );
  });
});
