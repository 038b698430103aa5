import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|2023年1-5月工业投资完成(亿元)|2023年1-6月工业投资完成(亿元)";
const FINE = ["永济开发区|6.11|7.42", "闻喜开发区|6.31|7.92"];

tableOfCode(
  "cumulative-decrease",
  [
    ["the same as before", [HEAD, "河津开发区|5.32|5.32", ...FINE]],
    ["less by what rounding explains", [HEAD, "河津开发区|5.32|5.31", ...FINE]],
    ["blank", [HEAD, "河津开发区|5.32|", ...FINE]],
    ["none declared", [HEAD, "河津开发区|-|5.01", ...FINE]],
    [
      "another year",
      [
        "开发区|2022年1-6月工业投资完成(亿元)|2023年1-6月工业投资完成(亿元)",
        "河津开发区|5.32|5.01",
        ...FINE,
      ],
    ],
  ],
  [
    ["less by three last digits", [HEAD, "河津开发区|5.32|5.29", ...FINE], ["warning C4"]],
    [
      "two zones at once",
      [HEAD, "河津开发区|5.32|5.01", "永济开发区|6.11|6.02", "闻喜开发区|6.31|7.92"],
      ["warning C4", "warning C5"],
    ],
  ]
);
