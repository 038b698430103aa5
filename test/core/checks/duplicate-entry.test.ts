import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|工业投资完成(亿元)|税收收入完成(亿元)";
const FINE = ["河津开发区|14.26|3.11", "永济开发区|8.66|2.12"];

tableOfCode(
  "duplicate-entry",
  [
    ["the same number twice", [HEAD, ...FINE, "河津开发区|14.26|3.11"]],
    ["nothing the second time", [HEAD, ...FINE, "河津开发区||3.11"]],
    ["none declared the second time", [HEAD, ...FINE, "河津开发区|-|3.11"]],
    ["another zone of a like name", [HEAD, ...FINE, "河津经济技术开发区|14.62|3.31"]],
  ],
  [
    ["one last digit apart", [HEAD, ...FINE, "河津开发区|14.27|3.11"], ["error B6"]],
    ["two columns apart are one finding", [HEAD, ...FINE, "河津开发区|14.62|3.31"], ["error B6"]],
  ]
);
