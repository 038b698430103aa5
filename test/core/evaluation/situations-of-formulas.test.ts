import { describe, expect, test } from "@jest/globals";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

const TITLE = "运城市开发区2023年1-6月主要经济指标完成情况表";

/** Sheets as typed, and everything that is said of their data. */
type Case = readonly [
  name: string,
  sheets: readonly ReturnType<typeof typed>[],
  says: readonly string[],
  calculation?: "automatic" | "manual",
];

const column = (name: string, lines: string): ReturnType<typeof typed> => typed(name, lines);

const SUMS: readonly Case[] = [
  [
    "F2: a total by formula over these very cells",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|14.26
        永济开发区|8.66
        闻喜开发区|20.5
        合计|=SUM(B3:B5)->43.42`
      ),
    ],
    [],
  ],
  [
    "F2: a total by formula from elsewhere may be n/2 last digits off",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|14.26
        永济开发区|8.66
        闻喜开发区|20.5
        合计|=市局!D9->43.4301`
      ),
    ],
    [],
  ],
  [
    "F2: and no more",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|14.26
        永济开发区|8.66
        闻喜开发区|20.51
        合计|=市局!D9->43.4601`
      ),
    ],
    ["error sum-mismatch B6"],
  ],
  [
    "S3: a range that stops before the member added below",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|14.26
        永济开发区|8.66
        闻喜开发区|20.5
        绛县开发区|6.4
        合计|=SUM(B3:B5)->43.42`
      ),
    ],
    ["error sum-mismatch B7"],
  ],
  [
    "S3: zones across",
    [
      column(
        "S",
        `${TITLE}
        指标|河津开发区|永济开发区|闻喜开发区|绛县开发区|合计
        工业投资(亿元)|14.26|8.66|20.5|6.4|=SUM(B3:D3)->43.42
        税收收入(亿元)|4.26|2.66|3.5|1.4|=SUM(B4:E4)->11.82`
      ),
    ],
    ["error sum-mismatch F3"],
  ],
  [
    "S3: even where the new cell is still 0",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|14.26
        永济开发区|8.66
        闻喜开发区|20.5
        绛县开发区|0
        合计|=SUM(B3:B5)->43.42`
      ),
    ],
    ["information formula-deviates B7"],
  ],
  [
    "S3: or blank",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)|税收收入(亿元)
        河津开发区|14.26|1.1
        永济开发区|8.66|2.2
        闻喜开发区|20.5|3.3
        绛县开发区|-|0.5
        合计|=SUM(B3:B5)->43.42|=SUM(C3:C6)->7.1`
      ),
    ],
    ["information formula-deviates B7"],
  ],
  [
    "S4: subtotals added in: twice the sum",
    [
      column(
        "S",
        `${TITLE}
        类别|开发区|工业投资(亿元)
        工业类|河津开发区|14.26
        |永济开发区|8.66
        |小计|22.92
        农业示范区|万荣农业示范区|2.5
        |临猗农业示范区|6.4
        |小计|8.9
        合计||=SUM(C3:C8)->63.64`
      ),
    ],
    ["error sum-mismatch C9"],
  ],
  [
    "S4: 其中 added in",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|14.26
        其中:铝工业园|4.1
        永济开发区|8.66
        闻喜开发区|20.5
        合计|47.52`
      ),
    ],
    ["error sum-mismatch B7"],
  ],
  [
    "S5: a text number that SUM leaves out",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|14.26
        永济开发区|'8.66
        闻喜开发区|20.5
        合计|=SUM(B3:B5)->34.76`
      ),
    ],
    ["error text-number B4"],
  ],
  [
    "a whole column of text is one finding, and its total a consequence of it",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|'14.26
        永济开发区|'8.66
        闻喜开发区|'20.5
        绛县开发区|'6.4
        合计|=SUM(B3:B6)->0`
      ),
    ],
    ["error text-number B3:B6"],
  ],
  [
    "three texts of five are three slips",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|'14.26
        永济开发区|'8.66
        闻喜开发区|'20.5
        绛县开发区|6.4
        稷山开发区|5.3`
      ),
    ],
    ["warning text-number B3", "warning text-number B4", "warning text-number B5"],
  ],
  [
    "four texts of five are the column",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|'14.26
        永济开发区|'8.66
        闻喜开发区|20.5
        绛县开发区|'6.4
        稷山开发区|'5.3`
      ),
    ],
    ["warning text-number B3:B7"],
  ],
  [
    "S22: sixty zones, off by 0.29",
    [
      column(
        "S",
        [
          TITLE,
          "开发区|工业投资(亿元)",
          ...Array.from(
            { length: 60 },
            (_, row) =>
              `${"甲乙丙丁戊己庚辛壬癸".charAt(row % 10)}${"子丑寅卯辰巳".charAt(Math.floor(row / 10))}开发区|${(
                5 +
                ((row * 37) % 60) / 7
              ).toFixed(2)}`
          ),
          `合计|${(
            Array.from({ length: 60 }, (_, row) =>
              Number((5 + ((row * 37) % 60) / 7).toFixed(2))
            ).reduce((a, b) => a + b, 0) + 0.29
          ).toFixed(2)}`,
        ].join("\n")
      ),
    ],
    ["information sum-mismatch B63"],
  ],
];

const CELLS: readonly Case[] = [
  [
    "F20: 1-6 that became 6 January is 1-6月",
    [
      column(
        "S",
        `运城市开发区2023年工业投资(单位:亿元)
        开发区|@2023-01-02|@2023-01-05|@2023-01-06
        河津开发区|2.1|10.4|14.26
        永济开发区|1.5|7.4|8.66
        闻喜开发区|3.9|16.1|20.5
        合计|7.5|33.9|43.42`
      ),
    ],
    [],
  ],
  [
    "F21: codes, phone numbers and serials as text",
    [
      column(
        "S",
        `${TITLE}
        序号|区划代码|开发区|工业投资(亿元)|联系电话
        '1|'140800|河津开发区|14.26|'03592222222
        '2|'140881|永济开发区|8.66|'03592222223
        '3|'140823|闻喜开发区|20.5|'03592222224`
      ),
    ],
    [],
  ],
  [
    'F22: a formula that gives ""',
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)|占全市(%)
        河津开发区|14.26|=IF(B3="","",B3/B$8*100)->8.0325
        永济开发区|8.66|=IF(B4="","",B4/B$8*100)->4.8781
        闻喜开发区|20.5|=IF(B5="","",B5/B$8*100)->11.5474
        绛县开发区|6.4|=IF(B6="","",B6/B$8*100)->3.605
        万荣农业示范区||=IF(B7="","",B7/B$8*100)->""
        全市|177.53|`
      ),
    ],
    [],
  ],
  [
    "S15: =C6/C18 among =C6/C$17",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)|占全市(%)
        河津开发区|14.26|=B3/B$8*100->8.0325
        永济开发区|8.66|=B4/B$8*100->4.8781
        闻喜开发区|20.5|=B5/B$9*100->5.6104
        绛县开发区|6.4|=B6/B$8*100->3.605
        稷山开发区|7.4|=B7/B$8*100->4.1683
        全市|177.53|
        全省开发区|365.4|`
      ),
    ],
    ["error share-mismatch C5"],
  ],
  [
    "S18: a value from another workbook",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|14.26
        永济开发区|='[5月报表.xlsx]开发区'!C5->8.66
        闻喜开发区|20.5`
      ),
    ],
    ["warning external-link B4"],
  ],
  [
    "S19: manual calculation, and the total is old",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)|税收收入(亿元)
        河津开发区|14.26|1.1
        永济开发区|8.66|2.2
        闻喜开发区|20.5|3.3
        合计|=SUM(B3:B5)->41.42|=SUM(C3:C5)->6.6`
      ),
    ],
    ["error stale-value B6"],
    "manual",
  ],
  [
    "S19: old across sheets",
    [
      column(
        "工业投资",
        `运城市开发区2023年1-6月工业投资
        开发区|完成(亿元)
        河津开发区|14.26
        永济开发区|8.66
        闻喜开发区|20.5`
      ),
      column(
        "汇总",
        `${TITLE}
        开发区|工业投资(亿元)
        河津开发区|=工业投资!B3->14.26
        永济开发区|=工业投资!B4->8.06
        闻喜开发区|=工业投资!B5->20.5`
      ),
    ],
    ["error stale-value 汇总!B4"],
    "manual",
  ],
];

const BOOKS: readonly Case[] = [
  [
    "F12: a zone in the main table and among the first three, equal",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)|同比(%)
        河津开发区|14.26|18.2
        永济开发区|8.66|9.3
        闻喜开发区|20.5|17.7
        绛县开发区|6.4|-2.5`
      ),
      column(
        "前三位",
        `2023年1-6月工业投资前三位
        位次|开发区|工业投资(亿元)
        1|闻喜开发区|20.5
        2|河津开发区|14.26
        3|永济开发区|8.66`
      ),
    ],
    [],
  ],
  [
    "F12: and unequal",
    [
      column(
        "S",
        `${TITLE}
        开发区|工业投资(亿元)|同比(%)
        河津开发区|14.26|18.2
        永济开发区|8.66|9.3
        闻喜开发区|20.5|17.7
        绛县开发区|6.4|-2.5`
      ),
      column(
        "前三位",
        `2023年1-6月工业投资前三位
        位次|开发区|工业投资(亿元)
        1|闻喜开发区|20.5
        2|河津开发区|14.62
        3|永济开发区|8.66`
      ),
    ],
    ["error cross-sheet-mismatch 前三位!C4"],
  ],
  [
    "F28: last year's column is not last year's own sheet",
    [
      column(
        "2023",
        `${TITLE}
        开发区|工业投资(亿元)|上年同期(亿元)
        河津开发区|14.26|12.26
        永济开发区|8.66|9.31
        闻喜开发区|20.5|18.1`
      ),
      column(
        "2022",
        `运城市开发区2022年1-6月主要经济指标完成情况表
        开发区|工业投资(亿元)
        河津开发区|12.06
        永济开发区|9.31
        闻喜开发区|18.1`
      ),
    ],
    ["warning cross-sheet-mismatch 2023!C3"],
  ],
  [
    "S7: this month's column is still last month's sheet",
    [
      column(
        "5月",
        `运城市开发区2023年1-5月主要经济指标完成情况表
        开发区|工业投资(亿元)|税收收入(亿元)
        河津开发区|12.26|1.531
        永济开发区|9.31|0.822
        闻喜开发区|18.13|2.007
        绛县开发区|6.44|0.713`
      ),
      column(
        "6月",
        `运城市开发区2023年1-6月主要经济指标完成情况表
        开发区|工业投资(亿元)|税收收入(亿元)
        河津开发区|14.26|1.531
        永济开发区|10.31|0.822
        闻喜开发区|20.13|2.007
        绛县开发区|7.44|0.713`
      ),
    ],
    ["warning repeated-values 6月!C3:C6"],
  ],
  [
    "S16: 全省开发区 has two growths",
    [
      column(
        "一",
        `${TITLE}
        开发区|工业投资(亿元)|同比(%)
        河津开发区|14.26|18.2
        永济开发区|8.66|9.3
        全省开发区|1365.4|-18.3`
      ),
      column(
        "二",
        `运城市2023年1-6月工业投资增速
        开发区|工业投资增速(%)
        河津开发区|18.2
        永济开发区|9.3
        全省开发区|-18.5`
      ),
    ],
    ["error cross-sheet-mismatch 二!B5"],
  ],
  [
    "S17: a zone that the other sheets have is not in this one",
    [
      column(
        "一",
        `运城市开发区2023年1-6月工业投资
        开发区|工业投资(亿元)
        河津开发区|14.26
        永济开发区|8.66
        闻喜开发区|20.5
        绛县开发区|6.4
        稷山开发区|7.3`
      ),
      column(
        "二",
        `运城市开发区2023年1-6月税收收入
        开发区|税收收入(亿元)
        河津开发区|1.26
        永济开发区|0.66
        绛县开发区|0.4
        稷山开发区|0.3`
      ),
    ],
    ["warning zone-missing 二!A3:A6"],
  ],
];

const QUARTERS = (third: string): string => `运城市开发区2023年上半年工业投资完成情况表
  单位:亿元
  开发区|一季度||二季度||上半年|
  |目标|完成|目标|完成|目标|完成
  河津开发区|5|5.1|6|7.2|11|12.3
  永济开发区|2|2.1|4|4.2|6|6.3
  闻喜开发区|8|8.5|9|9.1|17|${third}
  绛县开发区|2|2.5|2|2.1|4|4.6`;
const MONTHS = (sum: string): string => `运城市开发区2023年1-6月税收收入完成情况表
  单位:亿元
  开发区|本月完成|上月累计|本月累计
  河津开发区|2.1|10.2|12.3
  永济开发区|-0.1|5.2|${sum}
  闻喜开发区|3.5|14.9|18.4
  绛县开发区|1.5|4.9|6.4`;
const SHEETS_OF_MONTHS = (sum: string, title = "1-6月"): readonly ReturnType<typeof typed>[] => [
  typed(
    "5月",
    `运城市开发区2023年1-5月社会消费品零售总额
    开发区|累计(亿元)
    河津开发区|10.2
    永济开发区|5.2
    闻喜开发区|14.9
    绛县开发区|1.2`
  ),
  typed(
    "6月",
    `运城市开发区2023年${title}社会消费品零售总额
    开发区|6月(亿元)|1-6月(亿元)
    河津开发区|1.2|11.4
    永济开发区|1.3|${sum}
    闻喜开发区|1.9|16.8
    绛县开发区|0.5|1.7`
  ),
];
const STOCK = (end: string): string => `运城市开发区2023年1-6月规上工业企业情况表
  开发区|规上工业企业(年初)(户)|升规(户)|退规(户)|规上工业企业(期末)(户)
  河津开发区|102|12|3|111
  永济开发区|66|5|1|${end}
  闻喜开发区|43|5|0|48
  绛县开发区|31|2|2|31`;

const PERIODS: readonly Case[] = [
  ["一季度 + 二季度 = 上半年", [typed("S", QUARTERS("17.6"))], []],
  ["within the rounding of the three", [typed("S", QUARTERS("17.7"))], []],
  [
    "a half year that the quarters do not make",
    [typed("S", QUARTERS("17.9"))],
    ["warning sum-mismatch G7"],
  ],
  ["上月累计 + 本月 = 本月累计, the month below zero", [typed("S", MONTHS("5.1"))], []],
  ["a sum of the months that is off", [typed("S", MONTHS("5.4"))], ["warning sum-mismatch D5"]],
  ["across sheets: 1-5月 and 6月 make 1-6月", SHEETS_OF_MONTHS("6.5"), []],
  ["across sheets: and do not", SHEETS_OF_MONTHS("6.9"), ["warning sum-mismatch 6月!C4"]],
  [
    "across sheets: 1-6月 below the sheet of 1-5月 is asked once",
    SHEETS_OF_MONTHS("4.9"),
    ["warning sum-mismatch 6月!C4"],
  ],
  [
    "across sheets, without the month: 1-6月 below 1-5月",
    [
      ...SHEETS_OF_MONTHS("4.9").slice(0, 1),
      typed(
        "6月",
        `运城市开发区2023年1-6月社会消费品零售总额
        开发区|累计(亿元)
        河津开发区|11.4
        永济开发区|4.9
        闻喜开发区|16.8
        绛县开发区|1.7`
      ),
    ],
    ["warning cumulative-decrease 6月!B4"],
  ],
  ["期末 = 年初 + 升规 − 退规", [typed("S", STOCK("70"))], []],
  ["a closing stock that does not follow", [typed("S", STOCK("72"))], ["error sum-mismatch E4"]],
];

describe.each<[string, readonly Case[]]>([
  ["months, quarters and stocks", PERIODS],
  ["sums", SUMS],
  ["cells and formulas", CELLS],
  ["several sheets", BOOKS],
])("situations of %s", (_, cases) => {
  test.each(cases.map((one) => [one[0], one] as const))(
    "%s",
    (__, [, sheets, says, calculation]) => {
      const evaluation = evaluateSheets(sheets, { calculation: calculation ?? "automatic" });
      expect([...linesOf(evaluation)].sort()).toEqual([...says].sort());
    }
  );
});

describe("S17: the roster", () => {
  const SIX = ["河津", "永济", "闻喜", "绛县", "稷山", "新绛"];
  const sheet = (title: string, zones: readonly string[]) =>
    typed(
      "S",
      [
        title,
        "开发区|工业投资(亿元)|同比(%)",
        ...zones.map(
          (zone, place) => `${zone}开发区|${(10.13 + place * 1.37).toFixed(2)}|${5 + place}.1`
        ),
      ].join("\n")
    );

  test.each<[string, string, readonly string[], readonly string[]]>([
    ["as many as the title says", "运城市6个工业类开发区2023年1-6月指标", SIX, []],
    [
      "one less",
      "运城市6个工业类开发区2023年1-6月指标",
      SIX.slice(1),
      ["warning zone-missing A3:A7"],
    ],
    ["one more", "运城市五个开发区2023年1-6月指标", SIX, ["warning zone-missing A3:A8"]],
    ["another scope (F26)", "运城市12个省级开发区2023年1-6月指标", SIX, []],
  ])("%s", (_, title, zones, says) => {
    expect(linesOf(evaluateSheets([sheet(title, zones)]))).toEqual(says);
  });

  const rules = (zones: readonly string[]) => ({
    schema: "zone-check/rules@1",
    rules: [
      {
        indicator: "工业投资",
        measure: "growth",
        value: 4,
        except: [
          { zone: "河津", value: 5 },
          { zone: "闻喜", value: 5 },
          ...zones.map((zone) => ({ zone, value: 3 })),
        ],
      },
    ],
  });

  test("a zone the rules name is in no table", () => {
    const told = (...zones: readonly string[]): readonly string[] =>
      linesOf(evaluateSheets([sheet("2023年1-6月指标", SIX)], { rulesFile: rules(zones) }));
    expect(told("永济")).toEqual([]);
    expect(told("盐湖")).toEqual(["warning zone-missing A3:A8"]);
    // A province's rules.
    expect(told("盐湖", "榆次", "太谷", "平遥")).toEqual([]);
  });
});

test("S23: a hidden row is read, added and told where its place is told", () => {
  const sheet = typed(
    "S",
    `${TITLE}
    开发区|工业投资(亿元)
    河津开发区|14.26
    永济开发区|8.66
    闻喜开发区|20.5
    合计|43.42`,
    { hiddenRows: [3] }
  );
  const evaluation = evaluateSheets([sheet]);
  expect(linesOf(evaluation)).toEqual(["information sum-mismatch B6"]);
});
