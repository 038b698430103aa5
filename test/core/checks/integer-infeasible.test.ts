import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|规上工业企业(户)|占全市比重(%)";
const FINE = ["永济开发区|9|75", "闻喜开发区|9|60"];

tableOfCode(
  "integer-infeasible",
  [
    ["90 of 120", [HEAD, "河津开发区|90|75", ...FINE]],
    ["81 of 117 or 118", [HEAD, "河津开发区|81|69", ...FINE]],
    ["71 of 96", [HEAD, "河津开发区|71|74", ...FINE]],
    ["213 of 622 or 623", [HEAD, "河津开发区|213|34.2", ...FINE]],
    ["no share", [HEAD, "河津开发区|7|-", ...FINE]],
    ["text in its place", [HEAD, "河津开发区|7|约74", ...FINE]],
    [
      "amounts are divisible",
      ["开发区|工业投资完成(亿元)|占全市比重(%)", "河津开发区|7|74", "永济开发区|9|75"],
    ],
  ],
  [
    ["7 of 9 is 78, of 10 is 70", [HEAD, "河津开发区|7|74", ...FINE], ["warning C4"]],
    [
      "two at once",
      [HEAD, "河津开发区|7|74", "永济开发区|5|77", "闻喜开发区|9|60"],
      ["warning C4", "warning C5"],
    ],
  ]
);
