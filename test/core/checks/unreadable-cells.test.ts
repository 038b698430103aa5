import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|工业投资完成(亿元)";
const FINE = ["永济开发区|8.66", "闻喜开发区|20.51", "稷山开发区|9.18"];

tableOfCode(
  "text-number",
  [
    ["a number", [HEAD, "河津开发区|14.26", ...FINE]],
    ["none declared", [HEAD, "河津开发区|—", ...FINE]],
    [
      "≥17% in a target column says how it compares",
      ["开发区|工业投资增速目标(%)", "河津开发区|≥17%", "永济开发区|17", "闻喜开发区|17"],
    ],
  ],
  [
    ["a space behind it", [HEAD, "河津开发区|'14.26 ", ...FINE], ["warning B4"]],
    ["full-width digits", [HEAD, "河津开发区|'１４.２６", ...FINE], ["warning B4"]],
    ["thousands marks", [HEAD, "河津开发区|'1,014.26", ...FINE], ["warning B4"]],
    [
      "持平 among growths",
      ["开发区|工业投资同比增长(%)", "河津开发区|持平", "永济开发区|8.6", "闻喜开发区|2.5"],
      ["warning B4"],
    ],
  ]
);

tableOfCode(
  "not-a-number",
  [
    ["a number as text", [HEAD, "河津开发区|'14.26 ", ...FINE]],
    ["none declared", [HEAD, "河津开发区|/", ...FINE]],
    ["the column's own unit", [HEAD, "河津开发区|14.26亿元", ...FINE]],
  ],
  [
    ["about twelve", [HEAD, "河津开发区|约12", ...FINE], ["error B4"]],
    ["more than twelve", [HEAD, "河津开发区|12余", ...FINE], ["error B4"]],
    ["two numbers", [HEAD, "河津开发区|12、13", ...FINE], ["error B4"]],
  ]
);

tableOfCode(
  "formula-error",
  [
    ["a formula that gives a number", [HEAD, "河津开发区|=C4→14.26", ...FINE]],
    ["an error in a cell of no indicator", [`${HEAD}|备注`, "河津开发区|14.26|#REF!", ...FINE]],
  ],
  [
    ["#REF!", [HEAD, "河津开发区|#REF!", ...FINE], ["error B4"]],
    [
      "#DIV/0! and #NAME?",
      [HEAD, "河津开发区|#DIV/0!", "永济开发区|#NAME?", "闻喜开发区|20.51"],
      ["error B4", "error B5"],
    ],
  ]
);
