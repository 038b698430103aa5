import { formatCell } from "../../core/index.ts";
import type { SampleCell, SampleSheet } from "./sample-book.ts";

const HEADER = [
  "指标",
  "口径",
  "适用",
  "比较",
  "目标值",
  "单位",
  "类型",
  "档次",
  "来源",
  "期间",
  "级别",
  "备注",
] as const;

const RATE = ["%", "增速", "考核"] as const;
const SHARE = ["%", "占比", "考核"] as const;

/** The province's targets for 2023, an exception in a row of its own under the rule it belongs to. */
const RULES: readonly (readonly (string | number | null)[])[] = [
  ["工业投资", "同比", "工业类开发区", "不低于", 17, ...RATE, "省定", "2023年", "提示", null],
  ["工业投资", "同比", "河津开发区", "不低于", 16, ...RATE, "省定", "2023年", "提示", "例外"],
  ["规上工业增加值", "同比", "工业类开发区", "不低于", 16, ...RATE, "省定", "2023年", "提示", null],
  ["规上工业增加值", "同比", "河津开发区", "不低于", 15, ...RATE, "省定", "2023年", "提示", "例外"],
  [
    "转型项目当年完成投资",
    "占工业投资",
    "工业类开发区",
    "不低于",
    82,
    ...SHARE,
    "省定",
    "2023年",
    "提示",
    null,
  ],
  [
    "转型项目当年完成投资",
    "占工业投资",
    "运城开发区",
    "不低于",
    88,
    ...SHARE,
    "省定",
    "2023年",
    "提示",
    "例外",
  ],
];

/** The 目标规则 sheet of the 运城 workbook. */
export function rulesSheet(): SampleSheet {
  const cells = new Map<string, SampleCell>();
  for (const [column, value] of HEADER.entries())
    cells.set(formatCell({ row: 0, column }), { value, look: "header" });
  for (const [row, rule] of RULES.entries()) {
    for (const [column, value] of rule.entries()) {
      const isNumber = typeof value === "number";
      cells.set(formatCell({ row: row + 1, column }), {
        value,
        look: column === 0 ? "name" : isNumber ? "number" : "centre",
        ...(isNumber ? { format: "0" } : {}),
      });
    }
  }
  return {
    name: "目标规则",
    cells,
    merges: [],
    widths: [24, 14, 16, 10, 9, 7, 9, 9, 9, 10, 8, 16],
    frozen: { rows: 1, columns: 1 },
    titleRows: "1:1",
    printArea: `A1:L${RULES.length + 1}`,
    orientation: "landscape",
  };
}
