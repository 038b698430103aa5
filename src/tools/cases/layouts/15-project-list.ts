import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

type Project = readonly [
  zone: string | null,
  name: string,
  content: string,
  size: number,
  plan: number,
  month: number,
  done: number,
  progress: string,
];

/** A zone stands beside the first of its projects only. */
const PROJECTS: readonly Project[] = [
  [
    "侯马开发区",
    "年产10万吨精密铸件",
    "占地300亩,厂房3.2万平方米",
    52_000,
    20_000,
    2_100,
    10_500,
    "主体完工80%",
  ],
  [null, "智能仓储二期", "新建仓库4座", 31_000, 12_000, 1_050, 6_240, "设备安装"],
  [null, "冷链物流园", "一期5万平方米", 28_500, 9_500, 640, 4_370, "基础施工"],
  ["洪洞开发区", "焦炉煤气制甲醇", "年产20万吨", 86_000, 30_000, 2_800, 15_900, "管道安装"],
  [null, "装备制造园标准厂房", "12栋", 24_000, 8_000, 905, 4_120, "主体施工"],
];
const FIRST = 5;
const LAST = FIRST + PROJECTS.length - 1;

const attained = (row: number): CaseCell => typed(`ROUND(H${row}/F${row}*100,1)`);

const rows: readonly (readonly CaseCell[])[] = [
  ["临汾市开发区2023年1-6月重点项目建设进展情况表"],
  ["单位:万元"],
  [
    "序号",
    "开发区",
    "项目名称",
    "建设内容",
    "总投资",
    "年度计划",
    "本月完成",
    "累计完成",
    "占年计划%",
    "形象进度",
    "备注",
  ],
  [
    null,
    "合计",
    null,
    null,
    ...["E", "F", "G", "H"].map((column) => `=SUM(${column}${FIRST}:${column}${LAST})`),
    attained(4),
    null,
    null,
  ],
  ...PROJECTS.map(
    ([zone, name, content, size, plan, month, done, progress], index): readonly CaseCell[] => [
      index + 1,
      zone,
      name,
      content,
      size,
      plan,
      month,
      done,
      attained(FIRST + index),
      progress,
      null,
    ]
  ),
];

/** Layout 15: a list of projects. */
export const projectList: LayoutCase = {
  name: "15-project-list",
  layout:
    "projects down, their zone merged downwards, 合计 in the first row, numbers inside words; 占年计划 is 累计 of the year's plan",
  sheets: [
    {
      name: "项目",
      rows,
      merges: ["A1:K1", "A2:K2", "B5:B7", "B8:B9"],
      formats: [[`I4:I${LAST}`, "0.0"]],
    },
  ],
  tables: [
    {
      sheet: "项目",
      range: "A3:K9",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: [],
      indicators: ["项目总投资", "项目投资"],
      data: ["E4:I9"],
    },
  ],
  // The plan of the year is not due in June.
  notEvaluable: { "target-unmet": 1 },
  faults: [
    {
      cell: "I6",
      value: 62,
      why: "6240 of 12000 is 52 %",
      findings: [{ cell: "I6", code: "rate-mismatch", severity: "error" }],
    },
    {
      cell: "G9",
      value: 9_050,
      why: "a digit too many: more in June than from January to June",
      findings: [{ cell: "G9", code: "order-violation", severity: "warning" }],
    },
    {
      cell: "F4",
      value: 97_500,
      why: "typed over: the plans add up to 79500",
      findings: [
        { cell: "F4", code: "sum-mismatch", severity: "error" },
        // Against such a plan June is behind.
        { cell: "H4", code: "target-behind-pace", severity: "information" },
      ],
    },
  ],
};
