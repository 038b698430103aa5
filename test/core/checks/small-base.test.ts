import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|税收收入完成(亿元)|税收收入上年同期(亿元)|税收收入同比增长(%)";
const FINE = ["永济开发区|9.42|9.87|-4.6", "闻喜开发区|7.31|6.55|11.6"];

tableOfCode(
  "small-base",
  [
    ["a growth just below 1000 %", [HEAD, "河津开发区|0.54|0.05|980", ...FINE]],
    ["a base that is not small", [HEAD, "河津开发区|60.5|5.05|1098", ...FINE]],
    ["no base", [HEAD, "河津开发区|3.05|-|100", ...FINE]],
    ["a base of 0", [HEAD, "河津开发区|3.05|0|100", ...FINE]],
    ["growth left open", [HEAD, "河津开发区|3.05|0.01|-", ...FINE]],
  ],
  [
    ["305 times as much", [HEAD, "河津开发区|3.05|0.01|30400", ...FINE], ["warning D4"]],
    ["just above 1000 %", [HEAD, "河津开发区|0.61|0.05|1120", ...FINE], ["warning D4"]],
  ]
);
