import { bookOf } from "../../support/grid.ts";
import { sheetOfLines } from "../../support/lines.ts";
import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|工业投资完成(亿元)";
const ROWS = ["河津开发区|14.26", "永济开发区|8.66", "闻喜开发区|20.51"];
const BESIDE = "开发区|工业投资完成(亿元)|工业投资上年同期(亿元)";

tableOfCode(
  "period-conflict",
  [
    ["the sheet's name says the same", bookOf(sheetOfLines("2023年1-6月", [HEAD, ...ROWS]))],
    ["上半年 is 1-6月", bookOf(sheetOfLines("2023年上半年", [HEAD, ...ROWS]))],
    ["a year alone", bookOf(sheetOfLines("2023年", [HEAD, ...ROWS]))],
    ["no period in the name", bookOf(sheetOfLines("Sheet1", [HEAD, ...ROWS]))],
    [
      "falls of 30 % are ordinary",
      [BESIDE, "河津开发区|14.2|20.3", "永济开发区|8.6|12.4", "闻喜开发区|20.5|29.1"],
    ],
    ["two rows say nothing", [BESIDE, "河津开发区|14.2|28.3", "永济开发区|8.6|17.2"]],
  ],
  [
    ["another month", bookOf(sheetOfLines("2023年1-5月", [HEAD, ...ROWS])), ["warning A3"]],
    ["another year", bookOf(sheetOfLines("2022年1-6月", [HEAD, ...ROWS])), ["warning A3"]],
    [
      "last year's column holds the whole year",
      [BESIDE, "河津开发区|14.2|28.3", "永济开发区|8.6|17.4", "闻喜开发区|20.5|40.2"],
      ["warning C4:C6"],
    ],
  ]
);
