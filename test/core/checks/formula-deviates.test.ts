import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|工业投资完成(亿元)|工业投资计划(亿元)|完成率(%)";
const RUN = [
  "河津开发区|14.26|20|=B4/C4*100→71.3",
  "永济开发区|8.66|20|=B5/C5*100→43.3",
  "闻喜开发区|20.52|20|=B6/C6*100→102.6",
  "稷山开发区|9.18|20|=B7/C7*100→45.9",
];

tableOfCode(
  "formula-deviates",
  [
    ["a run that agrees", [HEAD, ...RUN]],
    ["a blank at its end", [HEAD, ...RUN, "新绛开发区|12.08|20|"]],
    ["none declared at its end", [HEAD, ...RUN, "新绛开发区|12.08|-|-"]],
    ["three formulas make no run", [HEAD, ...RUN.slice(0, 3), "新绛开发区|12.08|20|60.4"]],
  ],
  [
    ["a number among formulas", [HEAD, ...RUN, "新绛开发区|12.08|20|60.4"], ["warning D8"]],
    [
      "a formula of another row",
      [HEAD, ...RUN, "新绛开发区|12.08|20|=B8/C7*100→60.4"],
      ["warning D8"],
    ],
    [
      "a SUM that stops before a blank member",
      [
        HEAD.split("|").slice(0, 2).join("|"),
        "河津开发区|14.26",
        "永济开发区|8.66",
        "闻喜开发区|20.51",
        "稷山开发区|0",
        "合计|=SUM(B4:B6)→43.43",
      ],
      ["information B8"],
    ],
  ]
);
