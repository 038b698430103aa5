import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|工业投资同比增长(%)";
const FINE = ["永济开发区|15.2", "闻喜开发区|18.3"];
const FALLS = "开发区|单位能耗降幅(%)";
const FALLING = [
  "永济开发区|3.2",
  "闻喜开发区|2.1",
  "稷山开发区|4.4",
  "新绛开发区|1.9",
  "绛县开发区|2.7",
];

tableOfCode(
  "sign-suspect",
  [
    ["下降 with a positive number", [HEAD, "河津开发区|下降17.92%", ...FINE]],
    ["增长 with a minus is style", [HEAD, "河津开发区|增长-8.92%", ...FINE]],
    ["a plain minus", [HEAD, "河津开发区|-17.92", ...FINE]],
    ["blank", [HEAD, "河津开发区|-", ...FINE]],
    ["text without a number", [HEAD, "河津开发区|下降", ...FINE]],
    ["a column of falls", [FALLS, "河津开发区|3.5", ...FALLING]],
    [
      "falls that are printed with their sign",
      [
        FALLS,
        "河津开发区|-3.5",
        "永济开发区|-3.2",
        "闻喜开发区|-2.1",
        "稷山开发区|-4.4",
        "新绛开发区|1.9",
      ],
    ],
  ],
  [
    ["下降 with a minus", [HEAD, "河津开发区|下降-17.92%", ...FINE], ["warning B4"]],
    ["负增长 with a minus", [HEAD, "河津开发区|负增长-17.92%", ...FINE], ["warning B4"]],
    [
      "one negative fall among positive ones",
      [FALLS, "河津开发区|-3.5", ...FALLING],
      ["warning B4"],
    ],
  ]
);
