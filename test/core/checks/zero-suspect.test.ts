import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|工业投资完成(亿元)|工业投资上年同期(亿元)";
const FINE = ["永济开发区|8.66|8.11", "闻喜开发区|20.51|19.53", "稷山开发区|9.18|8.42"];

tableOfCode(
  "zero-suspect",
  [
    ["0 last year too", [HEAD, "河津开发区|0|0", ...FINE]],
    ["none declared", [HEAD, "河津开发区|-|13.26", ...FINE]],
    ["no base", [HEAD, "河津开发区|0|-", ...FINE]],
    ["by formula", [HEAD, "河津开发区|=D4→0|13.26", ...FINE]],
    ["the least that is not zero", [HEAD, "河津开发区|0.01|13.26", ...FINE]],
    ["two of four are custom", [HEAD, "河津开发区|0|13.26", "永济开发区|0|8.11", ...FINE.slice(1)]],
    [
      "counts are often 0",
      [
        "开发区|签约项目(个)|签约项目上年同期(个)",
        "河津开发区|0|3",
        "永济开发区|8|7",
        "闻喜开发区|5|9",
      ],
    ],
  ],
  [["a level that last year was there", [HEAD, "河津开发区|0|13.26", ...FINE], ["information B4"]]]
);
