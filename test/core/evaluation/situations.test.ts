import { describe, expect, test } from "@jest/globals";
import { LAYOUTS, namedLines } from "../../support/layouts.ts";
import type { Contents } from "../../support/layouts.ts";
import { evaluateSheets } from "../../support/typed-sheet.ts";
import type { FindingClass } from "../../../src/core/findings/finding.ts";

const DATA: readonly FindingClass[] = ["consistency", "quality"];
const TITLE = "运城市开发区2023年1-6月主要经济指标完成情况表";

/** A situation of a sheet, and everything that is said of its data. */
interface Situation {
  readonly name: string;
  readonly contents: Contents;
  readonly says: readonly string[];
  readonly classes: readonly FindingClass[];
  /** Layouts in which no office puts it. */
  readonly notIn: readonly string[];
}

type About = Partial<Contents> & Partial<Pick<Situation, "classes" | "notIn">>;

function situation(
  name: string,
  columns: string,
  rows: readonly string[],
  says: readonly string[] = [],
  { classes = DATA, notIn = [], ...rest }: About = {}
): Situation {
  const contents = { title: TITLE, columns: columns.split(" "), rows, ...rest };
  return { name, contents, says, classes, notIn };
}

const NOMINAL = "税收收入/完成(亿元) 税收收入/上年同期(亿元) 税收收入/同比(%)";
const SCOPED = "工业投资/完成(亿元) 工业投资/上年同期(亿元) 工业投资/同比(%)";
const GIVEN = "规上工业增加值/完成(亿元) 规上工业增加值/上年同期(亿元) 规上工业增加值/同比(%)";

const FINE: readonly Situation[] = [
  situation(
    "F1: a growth of 0.4 among growths of 5 to 20 is a growth",
    "工业投资/完成(亿元) 工业投资/同比(%)",
    ["河津开发区|14.26|0.4", "永济开发区|8.66|9.3", "闻喜开发区|20.5|17.2", "绛县开发区|6.4|5.1"]
  ),
  situation("F2: a typed total may be off by (n+1)/2 last digits", "工业投资/完成(亿元)", [
    "河津开发区|14.26",
    "永济开发区|8.66",
    "闻喜开发区|20.51",
    "绛县开发区|6.43",
    "稷山开发区|9.18",
    "新绛开发区|12.07",
    "盐湖开发区|11.35",
    "临猗开发区|5.72",
    "芮城开发区|13.66",
    "垣曲开发区|7.4",
    "合计|109.23",
  ]),
  situation(
    "F3: investment growth that follows from no zone's levels is one question",
    SCOPED,
    [
      "河津开发区|14.26|12.26|11.2",
      "永济开发区|8.66|9.3|3.4",
      "闻喜开发区|20.5|18.1|7.7",
      "绛县开发区|6.4|6.1|-2.5",
    ],
    ["warning growth-mismatch * 工业投资/同比(%)"]
  ),
  situation(
    "F3: and none where the header declares 可比口径",
    "工业投资/完成(亿元) 工业投资/上年同期(亿元) 工业投资/可比口径同比(%)",
    [
      "河津开发区|14.26|12.26|11.2",
      "永济开发区|8.66|9.3|3.4",
      "闻喜开发区|20.5|18.1|7.7",
      "绛县开发区|6.4|6.1|-2.5",
    ]
  ),
  situation(
    "F4: the same of 营业收入 and last year's published level",
    "规上工业营业收入/完成(亿元) 规上工业营业收入/上年同期(亿元) 规上工业营业收入/同比(%)",
    [
      "河津开发区|114.26|102.26|7.2",
      "永济开发区|88.66|79.3|3.4",
      "闻喜开发区|120.5|118.1|6.7",
      "绛县开发区|46.4|46.1|-2.5",
    ],
    ["warning growth-mismatch * 规上工业营业收入/同比(%)"]
  ),
  situation("F5: 增加值 grows while its levels fall", GIVEN, [
    "河津开发区|14.26|15.2|13.97",
    "永济开发区|8.66|9.3|4.1",
    "闻喜开发区|20.5|21.1|7.7",
    "绛县开发区|6.4|6.9|2.5",
  ]),
  situation(
    "F6: 工业投资 is blank for 农业示范区, target and rank in 合计 and 全市",
    "工业投资/完成(亿元) 工业投资/省定目标(亿元) 工业投资/位次",
    [
      "河津开发区|14.26|30|2",
      "永济开发区|8.66|20|3",
      "闻喜开发区|20.5|40|1",
      "绛县开发区|6.4|15|4",
      "万荣农业示范区|||",
      "临猗农业示范区|||",
      "合计|49.82||",
      "全市|177.53||",
    ]
  ),
  situation(
    "F7: a dash in the target column sets no target",
    "工业投资/完成(亿元) 工业投资/同比(%) 工业投资/省定目标(%)",
    [
      "河津开发区|14.26|18.2|16",
      "永济开发区|8.66|-9.3|-",
      "闻喜开发区|20.5|17.7|17",
      "绛县开发区|6.4|-2.5|—",
    ],
    [],
    { classes: ["consistency", "quality", "target"] }
  ),
  situation(
    "F8: 12.3 is ranked fifth and sixth",
    "工业投资/完成(亿元) 工业投资/同比(%) 工业投资/位次",
    [
      "河津开发区|14.26|18.2|1",
      "永济开发区|8.66|15.1|2",
      "闻喜开发区|20.5|14.7|3",
      "绛县开发区|6.4|13.5|4",
      "稷山开发区|6.5|12.3|5",
      "新绛开发区|7.4|12.3|6",
      "盐湖开发区|9.4|11.3|7",
    ]
  ),
  situation(
    "F9: 全省位次 31 in a sheet of five rows cannot be judged",
    "工业投资/完成(亿元) 工业投资/同比(%) 工业投资/全省位次",
    [
      "河津开发区|14.26|18.2|5",
      "永济开发区|8.66|15.1|31",
      "闻喜开发区|20.5|14.7|12",
      "绛县开发区|6.4|13.5|18",
      "稷山开发区|6.5|12.3|44",
    ]
  ),
  situation(
    "F10: attainment of 126, growth of 994.56",
    "税收收入/年度目标(亿元) 税收收入/完成(亿元) 税收收入/完成率(%) 税收收入/上年同期(亿元) 税收收入/同比(%)",
    [
      "河津开发区|10|12.6|126.0|11.51|9.47",
      "永济开发区|24|28.01|116.7|26.05|7.52",
      "闻喜开发区|20|9.96|49.8|0.91|994.51",
      "绛县开发区|16|6.4|40.0|6.1|4.92",
    ]
  ),
  situation("F11: 构成 adds up to 99.98", "固定资产投资/完成(亿元) 固定资产投资/构成(%)", [
    "河津开发区|14.26|33.33",
    "永济开发区|14.26|33.33",
    "闻喜开发区|14.26|33.33",
    "合计|42.78|99.98",
  ]),
  situation("F11: shares of 全市 add up to 61.5", "工业投资/完成(亿元) 工业投资/占全市(%)", [
    "河津开发区|40.12|22.60",
    "永济开发区|38.66|21.78",
    "闻喜开发区|30.46|17.16",
    "合计|109.24|61.53",
    "全市|177.53|",
  ]),
  situation("F13: a row of 全市 larger than the zones' sum", "工业投资/完成(亿元)", [
    "河津开发区|14.26",
    "永济开发区|8.66",
    "闻喜开发区|20.5",
    "全市|177.53",
  ]),
  situation(
    "F14: a month below zero and 1-6月 below 1-5月 are asked once",
    "固定资产投资/本月(亿元) 固定资产投资/1-5月(亿元) 固定资产投资/1-6月(亿元)",
    [
      "河津开发区|2.14|12.12|14.26",
      "永济开发区|-0.32|8.98|8.66",
      "闻喜开发区|3.5|17.0|20.5",
      "绛县开发区|1.1|5.3|6.4",
    ],
    ["warning cumulative-decrease 永济开发区 固定资产投资/1-6月(亿元)"],
    { notIn: ["zones across"] }
  ),
  situation(
    "F15: a base of 0.01 and a growth of 29900 is told to be of a small base",
    NOMINAL,
    [
      "河津开发区|14.26|12.26|16.3",
      "永济开发区|8.66|9.3|-6.9",
      "闻喜开发区|3.00|0.01|29900.0",
      "绛县开发区|6.4|6.1|4.9",
    ],
    ["warning small-base 闻喜开发区 税收收入/同比(%)"]
  ),
  situation("F16: growth on no base is blank, a dash, 新增 or 100", NOMINAL, [
    "河津开发区|14.26|12.26|16.3",
    "永济开发区|8.66|0|100",
    "闻喜开发区|3.00|0|新增",
    "绛县开发区|6.4|-0.5|—",
    "稷山开发区|7.4|6.1|21.3",
    "新绛开发区|0.4|0|",
  ]),
  situation(
    "F17: 单位能耗下降率 4.5 has met 3",
    "单位能耗下降率/完成(%) 单位能耗下降率/目标(%)",
    ["河津开发区|4.5|3", "永济开发区|3.2|3", "闻喜开发区|3.0|3"],
    [],
    { classes: ["consistency", "quality", "target"] }
  ),
  situation(
    "F17: growth of 能耗 of -4.5 has met -3",
    "万元产值能耗/完成(吨标准煤/万元) 万元产值能耗/同比(%) 万元产值能耗/目标(%)",
    ["河津开发区|0.45|-4.5|-3", "永济开发区|0.32|-3.2|-3", "闻喜开发区|0.3|-3|-3"],
    [],
    { classes: ["consistency", "quality", "target"] }
  ),
  situation(
    "F18: a gap shown as the size of the shortfall",
    "工业投资/同比(%) 工业投资/省定目标(%) 工业投资/差距(百分点)",
    [
      "河津开发区|9.3|16|6.7",
      "永济开发区|10.1|17|6.9",
      "闻喜开发区|-2.0|17|19.0",
      "绛县开发区|12.5|17|4.5",
    ]
  ),
  situation(
    "F18: a gap shown with its sign",
    "工业投资/同比(%) 工业投资/省定目标(%) 工业投资/差距(百分点)",
    [
      "河津开发区|9.3|16|-6.7",
      "永济开发区|10.1|17|-6.9",
      "闻喜开发区|-2.0|17|-19.0",
      "绛县开发区|18.5|17|1.5",
    ]
  ),
  situation(
    "F19: 0.6153 under a percent format is 61.53",
    "工业投资/完成(亿元) 工业投资/占全市(%)",
    [
      "河津开发区|40.12|22.60%",
      "永济开发区|38.66|21.78%",
      "闻喜开发区|30.46|17.16%",
      "全市|177.53|",
    ]
  ),
  situation(
    "F23: exactly on target is met",
    "工业投资/同比(%) 工业投资/省定目标(%) 工业投资/是否达标",
    [
      "河津开发区|16.00|16|是",
      "永济开发区|17.00|17|是",
      "闻喜开发区|16.9|17|否",
      "绛县开发区|17.1|17|是",
    ],
    ["information target-unmet 闻喜开发区 工业投资/同比(%)"],
    { classes: ["consistency", "quality", "target"] }
  ),
  situation(
    "F24: 转型项目 may be all of 工业投资; more is a question of scope",
    "工业投资/完成(亿元) 转型项目当年完成投资/完成(亿元) 转型项目当年完成投资/占工业投资(%)",
    [
      "河津开发区|14.26|14.26|100.00",
      "永济开发区|8.66|7.3|84.30",
      "闻喜开发区|20.5|21.1|102.93",
      "绛县开发区|6.4|6.1|95.31",
    ],
    ["warning order-violation 闻喜开发区 转型项目当年完成投资/完成(亿元)"]
  ),
  situation("F25: a zone set up this year", SCOPED, [
    "河津开发区|14.26|12.26|16.3",
    "永济开发区|8.66|9.3|-6.9",
    "闻喜开发区|3.00||—",
    "绛县开发区|6.4|6.1|4.9",
    "稷山开发区|7.4|6.1|21.3",
  ]),
  situation(
    "F26: twelve zones in the text, ten industrial ones in the table",
    "工业投资/完成(亿元)",
    [
      "河津开发区|14.26",
      "永济开发区|8.66",
      "闻喜开发区|20.5",
      "绛县开发区|6.4",
      "4个工业类开发区|49.82",
    ],
    [],
    {
      title: "运城市6个省级开发区2023年1-6月主要经济指标",
      note: "注:全市共有12个省级开发区,其中工业类10个",
    }
  ),
  situation(
    "F27: the rest of the city grows by 14.9 while the zones fall by 17.9",
    "工业投资/完成(亿元) 工业投资/上年同期(亿元)",
    [
      "河津开发区|40.12|49.21",
      "永济开发区|38.66|47.22",
      "闻喜开发区|30.46|36.66",
      "合计|109.24|133.09",
      "全市|177.53|192.55",
    ],
    ["information residual-implausible 合计 工业投资/完成(亿元)"]
  ),
  situation(
    "F27: a negative rest is an error",
    "工业投资/完成(亿元)",
    ["河津开发区|40.12", "永济开发区|38.66", "闻喜开发区|30.46", "合计|109.24", "全市|77.53"],
    ["error residual-implausible 全市 工业投资/完成(亿元)"]
  ),
  situation(
    "F29: 30.9 in a column of two decimals is 30.90",
    "工业投资/完成(亿元) 转型项目当年完成投资/完成(亿元) 转型项目当年完成投资/占工业投资(%)",
    [
      "河津开发区|14.26|13.10|91.87",
      "永济开发区|30.9|29.46|95.24",
      "闻喜开发区|20.55|19.77|96.20",
      "绛县开发区|6.41|6.09|95.01",
    ]
  ),
  situation(
    "F30: 合计 of growth, rank and target is blank",
    "工业投资/完成(亿元) 工业投资/同比(%) 工业投资/位次",
    [
      "河津开发区|14.26|18.2|1",
      "永济开发区|8.66|-9.3|4",
      "闻喜开发区|20.5|17.7|2",
      "绛县开发区|6.4|-2.5|3",
      "合计|49.82||",
    ]
  ),
  situation("F31: the growth of 合计 lies between its members'", SCOPED, [
    "河津开发区|14.26|12.26|16.3",
    "永济开发区|8.66|9.3|-6.9",
    "闻喜开发区|3.00|2.8|7.1",
    "绛县开发区|6.4|6.1|4.9",
    "合计|32.32|30.46|9.9",
  ]),
  situation(
    "F32: a percentage of amounts needs no whole denominator",
    "战新项目总投资/完成(亿元) 战新项目总投资/占比(%)",
    ["河津开发区|7.5|71", "永济开发区|8.66|69", "闻喜开发区|3.3|33"]
  ),
];

const FAULTS: readonly Situation[] = [
  situation(
    "S1: one zone in 万元 among 亿元",
    "工业投资/完成(亿元) 工业投资/上年同期(亿元) 工业投资/同比(%)",
    [
      "河津开发区|14.26|12.26|16.3",
      "永济开发区|86600|9.30|-6.9",
      "闻喜开发区|20.50|18.10|13.3",
      "绛县开发区|6.40|6.10|4.9",
      "稷山开发区|9.18|8.02|14.5",
    ],
    ["warning unit-suspect 永济开发区 工业投资/完成(亿元)"]
  ),
  situation(
    "S1: the same without last year's, where the total tells",
    "工业投资/完成(亿元)",
    [
      "河津开发区|14.26",
      "永济开发区|86600",
      "闻喜开发区|20.50",
      "绛县开发区|6.40",
      "稷山开发区|9.18",
      "合计|59.00",
    ],
    ["error unit-suspect 永济开发区 工业投资/完成(亿元)"]
  ),
  situation(
    "S2: a whole column in 万元 under 亿元, from last year",
    "工业投资/完成(亿元) 工业投资/上年同期(亿元)",
    [
      "河津开发区|142600|12.26",
      "永济开发区|86600|9.30",
      "闻喜开发区|205000|18.10",
      "绛县开发区|64000|6.10",
    ],
    ["warning unit-conflict * 工业投资/完成(亿元)"]
  ),
  situation(
    "S2: a whole column in 万元 under 亿元, from its shares of 全市",
    "工业投资/完成(亿元) 工业投资/占全市(%)",
    [
      "河津开发区|142600|8.03",
      "永济开发区|86600|4.88",
      "闻喜开发区|205000|11.55",
      "绛县开发区|64000|3.60",
      "全市|177.53|100.00",
    ],
    ["warning unit-conflict * 工业投资/完成(亿元)"]
  ),
  situation(
    "S2: a whole column in 万元 under 亿元, from the row of 全市",
    "工业投资/完成(亿元) 固定资产投资/完成(亿元)",
    [
      "河津开发区|142600|30.1",
      "永济开发区|86600|20.2",
      "闻喜开发区|205000|40.3",
      "绛县开发区|64000|12.4",
      "全市|177.53|402.6",
    ],
    ["warning unit-conflict * 工业投资/完成(亿元)"]
  ),
  situation(
    "S6: 上年同期 holds a whole year",
    SCOPED,
    [
      "河津开发区|14.26|28.26|-49.5",
      "永济开发区|8.66|16.9|-48.8",
      "闻喜开发区|20.5|42.1|-51.3",
      "绛县开发区|6.4|13.1|-51.1",
    ],
    ["warning period-conflict * 工业投资/上年同期(亿元)"]
  ),
  situation(
    "S7: this year's column is still last year's",
    "工业投资/完成(亿元) 工业投资/上年同期(亿元)",
    [
      "河津开发区|14.26|14.26",
      "永济开发区|8.66|8.66",
      "闻喜开发区|20.55|20.55",
      "绛县开发区|6.41|6.41",
    ],
    ["warning repeated-values * 工业投资/完成(亿元)"]
  ),
  situation(
    "S8: two zones equal in three cells",
    "工业投资/完成(亿元) 税收收入/完成(亿元) 固定资产投资/完成(亿元)",
    [
      "河津开发区|14.26|3.118|31.07",
      "永济开发区|8.66|2.031|22.51",
      "闻喜开发区|14.26|3.118|31.07",
      "绛县开发区|6.41|1.557|12.93",
    ],
    ["warning repeated-values 闻喜开发区 *"]
  ),
  situation(
    "S8: shares fit the next row's values",
    "工业投资/完成(亿元) 工业投资/占全市(%)",
    [
      "河津开发区|14.26|4.88",
      "永济开发区|8.66|11.55",
      "闻喜开发区|20.5|3.60",
      "绛县开发区|6.4|5.17",
      "稷山开发区|9.18|6.86",
      "新绛开发区|12.18|8.03",
      "全市|177.53|",
    ],
    ["warning shifted-rows * 工业投资/占全市(%)"]
  ),
  situation(
    "S9: the minus is lost",
    NOMINAL,
    [
      "河津开发区|14.26|12.26|16.3",
      "永济开发区|8.66|9.3|6.9",
      "闻喜开发区|20.5|18.1|13.3",
      "绛县开发区|6.4|6.1|4.9",
    ],
    ["warning growth-mismatch 永济开发区 税收收入/同比(%)"]
  ),
  situation(
    "S10: 109.42 for 109.24",
    "工业投资/完成(亿元) 工业投资/占全市(%)",
    [
      "河津开发区|109.42|61.53",
      "永济开发区|8.66|4.88",
      "闻喜开发区|20.5|11.55",
      "绛县开发区|6.4|3.61",
      "合计|144.80|81.56",
      "全市|177.53|",
    ],
    ["error sum-mismatch 河津开发区 工业投资/完成(亿元)"]
  ),
  situation(
    "S11: the growth of 合计 is outside all members'",
    "规上工业增加值/完成(亿元) 规上工业增加值/同比(%)",
    [
      "河津开发区|14.26|8.1",
      "永济开发区|8.66|4.2",
      "闻喜开发区|20.5|6.6",
      "绛县开发区|6.4|2.9",
      "合计|49.82|9.4",
    ],
    ["warning aggregate-out-of-range 合计 规上工业增加值/同比(%)"]
  ),
  situation(
    "S12: 达到 stays after the number changed",
    "工业投资/同比(%) 工业投资/省定目标(%) 工业投资/是否达标",
    [
      "河津开发区|18.2|16|达到",
      "永济开发区|9.3|17|达到",
      "闻喜开发区|17.7|17|达到",
      "绛县开发区|-2.5|17|未达到",
    ],
    ["error verdict-mismatch 永济开发区 工业投资/是否达标"]
  ),
  situation(
    "S12: a stale rank",
    "工业投资/完成(亿元) 工业投资/同比(%) 工业投资/同比位次",
    [
      "河津开发区|14.26|18.2|1",
      "永济开发区|8.66|9.3|5",
      "闻喜开发区|20.5|17.7|2",
      "绛县开发区|6.4|-2.5|4",
      "稷山开发区|6.5|12.3|3",
      "新绛开发区|6.6|-5.3|6",
    ],
    [
      "error rank-mismatch 永济开发区 工业投资/同比位次",
      "error rank-mismatch 绛县开发区 工业投资/同比位次",
    ]
  ),
  situation(
    "S14: the title is last month's, the headers are not",
    "工业投资/1-6月(亿元) 工业投资/同比(%)",
    ["河津开发区|14.26|18.2", "永济开发区|8.66|9.3", "闻喜开发区|20.5|17.7"],
    ["warning period-conflict 表头 工业投资/1-6月(亿元)"],
    {
      title: "运城市开发区2023年1-5月主要经济指标完成情况表",
      notIn: ["zones across"],
    }
  ),
  situation(
    "S15: one share divides by another whole",
    "工业投资/完成(亿元) 工业投资/占全市(%)",
    [
      "河津开发区|14.26|8.03",
      "永济开发区|8.66|4.88",
      "闻喜开发区|20.5|5.61",
      "绛县开发区|6.4|3.61",
      "全市|177.53|",
      "全省开发区|365.4|",
    ],
    ["error share-mismatch 闻喜开发区 工业投资/占全市(%)"]
  ),
  situation(
    "S17: three rows under 4个",
    "工业投资/完成(亿元)",
    ["河津开发区|14.26", "永济开发区|8.66", "闻喜开发区|20.5", "4个工业类开发区合计|43.42"],
    ["warning zone-missing 4个工业类开发区合计 ?"]
  ),
  situation(
    "S20: 其中 is larger than its whole",
    "新增市场主体/完成(户) 新增企业/完成(户)",
    ["河津开发区|142|31", "永济开发区|86|92", "闻喜开发区|205|66", "绛县开发区|64|20"],
    ["error order-violation 永济开发区 新增企业/完成(户)"]
  ),
  situation(
    "S20: done is larger than the total",
    "审计问题/总数(个) 审计问题/已完成(个)",
    ["河津开发区|14|12", "永济开发区|8|9", "闻喜开发区|20|19", "绛县开发区|6|6"],
    ["error order-violation 永济开发区 审计问题/已完成(个)"]
  ),
  situation(
    "S20: new is larger than the stock",
    "规上工业企业/期末(户) 新增规上工业企业/完成(户)",
    ["河津开发区|142|12", "永济开发区|8|9", "闻喜开发区|20|19", "绛县开发区|64|6"],
    ["error order-violation 永济开发区 新增规上工业企业/完成(户)"]
  ),
  situation(
    "S21: 0 for not known",
    NOMINAL,
    [
      "河津开发区|14.26|12.26|16.3",
      "永济开发区|0|9.3|-100.0",
      "闻喜开发区|20.5|18.1|13.3",
      "绛县开发区|6.4|6.1|4.9",
    ],
    ["information zero-suspect 永济开发区 税收收入/完成(亿元)"]
  ),
];

describe.each(LAYOUTS)("situations of an office's sheet, %s", (layout, layOut) => {
  const situations = [...FINE, ...FAULTS].filter(({ notIn }) => !notIn.includes(layout));
  test.each(situations.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const laidOut = layOut(one.contents);
    const evaluation = evaluateSheets([laidOut.sheet]);
    expect(namedLines(evaluation, laidOut, one.classes)).toEqual([...one.says].sort());
  });
});
