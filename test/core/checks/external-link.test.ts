import { tableOfCode } from "../../support/table-of-code.ts";

const HEAD = "开发区|工业投资完成(亿元)";
const FINE = ["永济开发区|8.66", "闻喜开发区|20.51"];

tableOfCode(
  "external-link",
  [
    ["another sheet of this workbook", [HEAD, "河津开发区|=开发区!C5→14.26", ...FINE]],
    ["a column of a table", [HEAD, "河津开发区|=SUM(表1[完成])→14.26", ...FINE]],
    [
      "brackets in a text",
      [HEAD, '河津开发区|=IF(1=1,14.26,"[5月.xlsx]开发区!C5")→14.26', ...FINE],
    ],
  ],
  [
    [
      "another workbook",
      [HEAD, "河津开发区|=[5月报表.xlsx]开发区!C5→14.26", ...FINE],
      ["warning B4"],
    ],
    [
      "by its path",
      [HEAD, "河津开发区|='D:\\报表\\[5月报表.xlsx]开发区'!C5→14.26", ...FINE],
      ["warning B4"],
    ],
    [
      "three of a column are one question",
      [
        HEAD,
        ...["河津", "永济", "闻喜"].map(
          (name, row) => `${name}开发区|=[5月报表.xlsx]开发区!C${row + 5}→1${row}.26`
        ),
      ],
      ["warning B4:B6"],
    ],
  ]
);
