import { bookOf } from "../../support/grid.ts";
import { sheetOfLines } from "../../support/lines.ts";
import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|工业投资完成(亿元)";
const MANY = [
  "河津开发区|14.26",
  "永济开发区|8.66",
  "闻喜开发区|20.51",
  "稷山开发区|9.18",
  "新绛开发区|12.07",
  "绛县开发区|6.43",
];
const TWO = ["河津开发区|14.26", "永济开发区|8.66"];

tableOfCode(
  "zone-missing",
  [
    ["as many as stated", [HEAD, ...TWO, "2个开发区合计|22.92"]],
    ["in words", [HEAD, ...TWO, "两个开发区合计|22.92"]],
    ["no number stated", [HEAD, ...TWO, "合计|22.92"]],
    [
      "a table of fewer zones that is meant so",
      bookOf(
        sheetOfLines("经济指标", [HEAD, ...TWO]),
        sheetOfLines("汇总", [HEAD, ...TWO, "闻喜开发区|20.51"])
      ),
    ],
  ],
  [
    ["one fewer", [HEAD, ...TWO, "3个开发区合计|22.92"], ["warning A6"]],
    ["one more", [HEAD, ...TWO, "闻喜开发区|20.51", "2个开发区合计|43.43"], ["warning A7"]],
    [
      "the only zone of six that one table lacks",
      bookOf(
        sheetOfLines("经济指标", [HEAD, ...MANY.slice(0, 5)]),
        sheetOfLines("汇总", [HEAD, ...MANY])
      ),
      ["warning A4:A8"],
    ],
  ]
);
