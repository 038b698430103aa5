import { tableOfCode } from "../../support/table-of-code.ts";

const DIFFERENCE = "开发区|工业投资同比增长(%)|与全市比(百分点)";
const SHARE = "开发区|工业投资完成(亿元)|占全市比重(%)";
const GROWTH = "开发区|税收收入完成(亿元)|税收收入上年同期(亿元)|税收收入同比增长(%)";
const LEVEL = "开发区|工业投资完成(亿元)";

tableOfCode(
  "precision-unsupported",
  [
    [
      "a difference at the finer place",
      [
        DIFFERENCE,
        "河津开发区|20.15|7.65",
        "永济开发区|15.2|2.7",
        "闻喜开发区|18.3|5.8",
        "全市|12.5|",
      ],
    ],
    [
      "a difference by formula",
      [
        DIFFERENCE,
        "河津开发区|20.1|=B4-B7→7.600000000000001",
        "永济开发区|15.2|=B5-B7→2.6999999999999993",
        "闻喜开发区|18.3|=B6-B7→5.800000000000001",
        "全市|12.5|",
      ],
    ],
    [
      "shares of two places over amounts of two",
      [
        SHARE,
        "河津开发区|14.26|8.03",
        "永济开发区|8.66|4.88",
        "闻喜开发区|20.51|11.55",
        "全市|177.53|",
      ],
    ],
    [
      "shares by formula with all their digits",
      [
        SHARE,
        "河津开发区|14|=B4/B$7*100→7.865168539325842",
        "永济开发区|9|=B5/B$7*100→5.056179775280898",
        "闻喜开发区|21|=B6/B$7*100→11.797752808988763",
        "全市|178|",
      ],
    ],
    [
      "growths of one place over small amounts",
      [GROWTH, "河津开发区|1.05|0.98|7.1", "永济开发区|0.86|0.81|6.2", "闻喜开发区|0.51|0.53|-3.8"],
    ],
    [
      "shares of counts, which are exact",
      [
        "开发区|规上工业企业(户)|占全市比重(%)",
        "河津开发区|14|7.87",
        "永济开发区|9|5.06",
        "闻喜开发区|21|11.80",
        "全市|178|",
      ],
    ],
    [
      "a total of the members' places",
      [
        LEVEL,
        "河津开发区|14.3",
        "永济开发区|8.7",
        "闻喜开发区|20.5",
        "稷山开发区|9.2",
        "合计|52.7",
      ],
    ],
    [
      "a total by formula",
      [
        LEVEL,
        "河津开发区|14.3",
        "永济开发区|8.7",
        "闻喜开发区|20.5",
        "稷山开发区|9.2",
        "合计|=SUM(B4:B7)→52.7",
      ],
    ],
    [
      "of two members the last digits may be 0 by chance",
      [LEVEL, "河津开发区|14.3", "永济开发区|8.7", "合计|23.04"],
    ],
    [
      "a column that does not follow is another question",
      [SHARE, "河津开发区|14|7.11", "永济开发区|9|9.22", "闻喜开发区|21|2.33", "全市|178|"],
    ],
  ],
  [
    [
      "a difference finer than both rates",
      [
        DIFFERENCE,
        "河津开发区|20.1|7.6",
        "永济开发区|15.2|2.7",
        "闻喜开发区|18.3|5.79",
        "全市|12.5|",
      ],
      ["information C6"],
    ],
    [
      "differences of two places between whole rates",
      [DIFFERENCE, "河津开发区|20|7.52", "永济开发区|15|2.48", "闻喜开发区|18|5.51", "全市|12|"],
      ["information C4", "information C5", "information C6"],
    ],
    [
      "growths of two places over whole amounts",
      [GROWTH, "河津开发区|14|13|7.52", "永济开发区|9|8|12.41", "闻喜开发区|21|20|5.13"],
      ["information D4:D6"],
    ],
    [
      "shares of three places over whole amounts",
      [SHARE, "河津开发区|14|7.871", "永济开发区|9|5.062", "闻喜开发区|21|11.793", "全市|178|"],
      ["information C4:C6"],
    ],
    [
      "a total with digits no member has",
      [
        LEVEL,
        "河津开发区|14.3",
        "永济开发区|8.7",
        "闻喜开发区|20.5",
        "稷山开发区|9.2",
        "合计|52.71",
      ],
      ["information B8"],
    ],
  ]
);
