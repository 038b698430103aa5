import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|工业投资同比增长(%)";

tableOfCode(
  "aggregate-out-of-range",
  [
    ["the greatest itself", [HEAD, "河津开发区|20.1", "永济开发区|15.2", "合计|20.1"]],
    [
      "half a last digit of both beyond it",
      [HEAD, "河津开发区|20.1", "永济开发区|15.2", "合计|20.2"],
    ],
    ["the least itself", [HEAD, "河津开发区|20.1", "永济开发区|15.2", "合计|15.2"]],
    ["a member that declares none", [HEAD, "河津开发区|20.1", "永济开发区|-", "合计|25.3"]],
    ["a total left blank", [HEAD, "河津开发区|20.1", "永济开发区|15.2", "合计|"]],
    ["全市 is no total of the zones", [HEAD, "河津开发区|20.1", "永济开发区|15.2", "全市|7.8"]],
  ],
  [
    [
      "two last digits above the greatest",
      [HEAD, "河津开发区|20.1", "永济开发区|15.2", "合计|20.3"],
      ["warning B6"],
    ],
    [
      "three last digits below the least",
      [HEAD, "河津开发区|20.1", "永济开发区|15.2", "合计|14.9"],
      ["warning B6"],
    ],
    [
      "a sign lost among falls",
      [HEAD, "河津开发区|-20.1", "永济开发区|-15.2", "合计|17.9"],
      ["warning B6"],
    ],
  ]
);
