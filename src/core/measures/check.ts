import type { FunctionRecord } from "./measure-function.ts";

/** What is to be said of ZONE_CHECK; its calculation is the whole engine and stands in core/table-check. */
export const ZONE_CHECK: FunctionRecord = {
  id: "ZONE_CHECK",
  parameters: [
    { name: { zh: "表格区域", en: "range" }, kind: "table" },
    { name: { zh: "目标规则", en: "rules" }, kind: "optional-rules" },
  ],
  formula: {
    zh: "逐条列出:级别,问题,位置,说明",
    en: "one row per finding: severity, kind, place, explanation",
  },
  source: {
    zh: "与“审核”按钮相同的检查。函数只收到单元格的值,收不到公式、格式和标题以外的工作表,所以需要它们的检查不做。位置按区域内的行、列计,说明中的单元格以区域左上角为 A1;没有发现时为一行“无问题”。认不出指标表或规则有误时为 #VALUE!,区域为空时为 #N/A。",
    en: "The checks of the Validate button. A function is handed values only, neither formulas nor formats nor other sheets, so checks that need them are not made. Places count rows and columns within the range, and cells named in an explanation count from its top left as A1; without findings there is one row. #VALUE! where no table is recognised or the rules are faulty, #N/A for an empty range.",
  },
  twin: {
    kind: "value",
    why: {
      zh: "审核无法用内置函数表示,可移植副本中保留结果。",
      en: "No built-in function validates a table; a portable copy keeps the results.",
    },
  },
  examples: [
    {
      formula: "=ZONE_CHECK(A1:D4)",
      inputs: [
        [
          ["开发区", "工业投资(亿元)", "全市工业投资(亿元)", "占全市比重(%)"],
          ["河津开发区", 14.26, 177.53, 8.03],
          ["永济开发区", 9.31, 177.53, 5.24],
          ["新绛开发区", 12.5, 177.53, 7.04],
        ],
      ],
      result: "无问题",
    },
  ],
};
