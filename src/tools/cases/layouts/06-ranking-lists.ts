import type { LayoutCase } from "../case.ts";

/** Layout 6: two lists beside each other, ordered differently, so that one row speaks of two zones. */
export const rankingLists: LayoutCase = {
  name: "06-ranking-lists",
  layout: "two ranking lists side by side; one row holds two different zones",
  sheets: [
    {
      name: "排名",
      rows: [
        ["长治市各开发区2023年1-6月工业投资排名"],
        [null, null, null, null, null, null, "单位:亿元、%"],
        ["位次", "开发区", "工业投资完成额", null, "位次", "开发区", "工业投资增速"],
        [1, "长治高新区", 31.52, null, 1, "襄垣经开区", 24.6],
        [2, "潞城经开区", 27.08, null, 2, "壶关开发区", 19.3],
        [3, "襄垣经开区", 22.47, null, 3, "长治高新区", 15.8],
        [4, "屯留经开区", 18.9, null, 4, "上党经开区", 11.2],
        [5, "上党经开区", 14.36, null, 5, "潞城经开区", 9.7],
        [6, "壶关开发区", 9.11, null, 6, "屯留经开区", 4.1],
      ],
      merges: ["A1:G1"],
      formats: [
        ["C4:C9", "0.00"],
        ["G4:G9", "0.0"],
      ],
    },
  ],
  tables: [
    {
      sheet: "排名",
      range: "A3:C9",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ["长治高新区", "潞城经开区", "襄垣经开区", "屯留经开区", "上党经开区", "壶关开发区"],
      indicators: ["工业投资"],
      data: ["A4:A9", "C4:C9"],
    },
    {
      sheet: "排名",
      range: "E3:G9",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ["襄垣经开区", "壶关开发区", "长治高新区", "上党经开区", "潞城经开区", "屯留经开区"],
      indicators: ["工业投资"],
      data: ["E4:E9", "G4:G9"],
    },
  ],
  notEvaluable: { "growth-mismatch": 6 },
  // A growth that cannot be read has no rank either.
  notEvaluableWithFaults: { "growth-mismatch": 6, "rank-mismatch": 1 },
  faults: [
    {
      cell: "A7",
      value: 3,
      why: "two zones share the third place with 22.47 and 18.90",
      findings: [{ cell: "A7", code: "rank-mismatch", severity: "error" }],
    },
    {
      cell: "G9",
      value: "4.1%左右",
      why: "about 4.1 is no number",
      findings: [{ cell: "G9", code: "not-a-number", severity: "error" }],
    },
  ],
};
