import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const KINDS: readonly (readonly [string, number, number, string])[] = [
  ["巡察整改事项", 24, 21, "市委组织部"],
  ["专项审计问题", 37, 30, "市审计局"],
  ["专项整治问题", 15, 15, "市开发区办"],
  ["半拉子工程", 8, 5, "市住建局"],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["阳泉高新技术产业开发区问题整改台账汇总(截止2023年6月30日)"],
  ["问题类别", "总数", "完成", "剩余", "完成率(%)", "责任单位"],
  ...KINDS.map(([kind, all, done, office], index): readonly CaseCell[] => {
    const row = 3 + index;
    return [kind, all, done, `=B${row}-C${row}`, typed(`ROUND(C${row}/B${row}*100,1)`), office];
  }),
  ["合计", "=SUM(B3:B6)", "=SUM(C3:C6)", "=SUM(D3:D6)", "=ROUND(C7/B7*100,1)", null],
];

/** Layout 16: problems found, dealt with and left. */
export const problemList: LayoutCase = {
  name: "16-problem-list",
  layout: "kinds of problems down, their number, done and left across; 完成 + 剩余 = 总数",
  sheets: [{ name: "整改", rows, merges: ["A1:F1"], formats: [["E3:E7", "0.0"]] }],
  tables: [
    {
      sheet: "整改",
      range: "A2:F7",
      orientation: "indicators-in-rows",
      period: "2023-06-end",
      zones: ["阳泉高新技术产业开发区"],
      indicators: ["巡察整改事项", "专项审计问题", "专项整治问题", "半拉子工程", "合计"],
      data: ["B3:E7"],
    },
  ],
  faults: [
    {
      cell: "D4",
      value: 17,
      why: "37 less 30 leaves 7; the total of what is left follows",
      findings: [{ cell: "D4", code: "remainder-mismatch", severity: "error" }],
    },
    {
      cell: "E6",
      value: 65.2,
      why: "5 of 8 is 62.5 %",
      findings: [{ cell: "E6", code: "rate-mismatch", severity: "error" }],
    },
  ],
};
