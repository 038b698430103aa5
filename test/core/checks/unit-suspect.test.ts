import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|工业投资完成(亿元)|工业投资上年同期(亿元)";
const FINE = ["永济开发区|8.66|8.11", "闻喜开发区|20.51|19.53", "稷山开发区|9.18|8.42"];

tableOfCode(
  "unit-suspect",
  [
    ["ten times last year's is growth", [HEAD, "河津开发区|132.6|13.26", ...FINE]],
    ["a hundred times is too", [HEAD, "河津开发区|1326|13.26", ...FINE]],
    ["blank", [HEAD, "河津开发区||13.26", ...FINE]],
    ["of three rows nobody knows", [HEAD, "河津开发区|142600|13.26", ...FINE.slice(0, 2)]],
  ],
  [
    ["万元 among 亿元", [HEAD, "河津开发区|142600|13.26", ...FINE], ["warning B4"]],
    ["last year's in 万元", [HEAD, "河津开发区|14.26|132600", ...FINE], ["warning C4"]],
    ["without a base, by its column", [HEAD, "河津开发区|142600|-", ...FINE], ["warning B4"]],
    ["a thousand times", [HEAD, "河津开发区|14260|13.26", ...FINE], ["warning B4"]],
  ]
);
