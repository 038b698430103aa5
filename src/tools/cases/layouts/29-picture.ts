import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES: readonly (readonly [string, number, number])[] = [
  ["阳泉高新区", 5.26, 4.87],
  ["平定经开区", 3.18, 2.96],
  ["盂县经开区", 2.44, 2.31],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["阳泉市开发区2023年1-6月税收收入"],
  ["开发区", "完成(亿元)", "上年同期(亿元)", "增长(%)"],
  ...ZONES.map(([zone, now, before], index): readonly CaseCell[] => [
    zone,
    now,
    before,
    typed(`ROUND((B${3 + index}/C${3 + index}-1)*100,1)`),
  ]),
];

/** Layout 29: a sheet that is a picture has nothing to read, which is told; the other sheets are judged. */
export const picture: LayoutCase = {
  name: "29-picture",
  layout: "one sheet holds a picture under its title and no table; the other is read",
  sheets: [
    {
      name: "税收",
      rows,
      formats: [
        ["B3:C5", "0.00"],
        ["D3:D5", "0.0"],
      ],
    },
    { name: "批复扫描件", rows: [["省政府批复(扫描件)"]], picture: "B3" },
  ],
  tables: [
    {
      sheet: "税收",
      range: "A2:D5",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["税收收入"],
      data: ["B3:D5"],
    },
  ],
  unread: [{ sheet: "批复扫描件", reasons: ["picture"] }],
  faults: [
    {
      cell: "D4",
      value: 4.7,
      why: "3.18 against 2.96 is +7.4 %: two digits swapped",
      findings: [{ cell: "D4", code: "growth-mismatch", severity: "warning" }],
    },
  ],
};
