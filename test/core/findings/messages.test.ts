import { describe, expect, test } from "@jest/globals";
import type { FindingCode } from "../../../src/core/findings/finding.ts";
import { formatFinding } from "../../../src/core/findings/messages.ts";
import type { TargetRule } from "../../../src/core/rules/target-rule.ts";
import { evaluateLiteral, onlyFinding, ruleOf } from "../../support/check-cases.ts";
import { textNumber } from "../../support/table.ts";
import type { CellLiteral, ColumnLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

const RULE = ruleOf({ indicator: "industrial-investment", measure: "growth", value: 16 });
const GROWTH: ColumnLiteral = { of: "industrial-investment", measure: "growth", format: "0.00" };
const LEVEL: ColumnLiteral = { of: "industrial-investment", measure: "actual", format: "0.00" };
const SHARE: ColumnLiteral = {
  of: "industrial-investment",
  measure: "share",
  format: "0.00",
  against: { kind: "reference", scope: "city", stated: null },
};
const DIFFERENCE: ColumnLiteral = {
  ...SHARE,
  measure: "difference",
  unit: "个百分点",
  format: "0.0",
};
const zone = (name: string, ...cells: CellLiteral[]): RowLiteral => ({ name, cells });
const city = (...cells: CellLiteral[]): RowLiteral => ({ name: "全市", reference: "city", cells });
const table = (columns: readonly ColumnLiteral[], ...rows: RowLiteral[]): TableLiteral => ({
  columns,
  rows,
});

type Case = readonly [
  what: string,
  code: FindingCode,
  table: TableLiteral,
  rules: readonly TargetRule[],
  chinese: string,
  english: string,
];

const CASES: readonly Case[] = [
  [
    "an unmet target",
    "target-unmet",
    table([GROWTH], zone("河津", 9.3)),
    [RULE],
    "9.30%,比省定目标 16% 低 6.70 个百分点",
    "9.30%, 6.70 percentage points below the 省定 target of 16%",
  ],
  [
    "an unmet target that rounding hides",
    "target-unmet",
    table([{ ...GROWTH, format: "0.0" }], zone("河津", 15.96)),
    [RULE],
    "15.96%,比省定目标 16% 低 0.04 个百分点;单元格按显示位数看似达到,按存储值未达到",
    "15.96%, 0.04 percentage points below the 省定 target of 16%; the cell shows a number that would meet it, the stored one does not",
  ],
  [
    "a target that must be exceeded",
    "target-unmet",
    table([GROWTH], zone("河津", 16)),
    [{ ...RULE, comparison: "above" }],
    "16.00%,等于省定目标 16%,按要求应高于目标",
    "16.00%, equal to the 省定 target of 16%, which has to be exceeded",
  ],
  [
    "an amount below its target",
    "target-unmet",
    table([{ ...LEVEL }], zone("河津", 6.2)),
    [
      ruleOf({
        indicator: "industrial-investment",
        measure: "actual",
        value: 8,
        unit: "亿元",
        kind: "level",
        standing: null,
      }),
    ],
    "6.20 亿元,比目标 8 亿元 低 1.80 亿元",
    "6.20 hundred million yuan, 1.80 hundred million yuan below the target of 8 hundred million yuan",
  ],
  [
    "a share",
    "share-mismatch",
    table([LEVEL, SHARE], zone("河津", 14.26, 8.13), zone("永济", 8.66, 4.88), city(177.53, null)),
    [],
    "表内 8.13%,按 14.26 ÷ 177.53 应为 8.03%",
    "The sheet says 8.13%; 14.26 ÷ 177.53 gives 8.03%",
  ],
  [
    "a total",
    "sum-mismatch",
    table([LEVEL], zone("河津", 14.26), zone("永济", 8.66), {
      name: "合计",
      role: "total",
      cells: [22.29],
    }),
    [],
    "表内 22.29 亿元,2 项相加应为 22.92 亿元;疑似数字颠倒",
    "The sheet says 22.29 hundred million yuan; its 2 members add up to 22.92 hundred million yuan; two digits may be swapped",
  ],
  [
    "a total whose range stops short",
    "sum-mismatch",
    table([LEVEL], zone("河津", 14.26), zone("永济", 8.66), {
      name: "合计",
      role: "total",
      cells: [{ formula: "=SUM(C5:C5)", value: 14.26 }],
    }),
    [],
    "表内 14.26 亿元,2 项相加应为 22.92 亿元;求和范围漏了 C6",
    "The sheet says 14.26 hundred million yuan; its 2 members add up to 22.92 hundred million yuan; the SUM leaves out C6",
  ],
  [
    "a growth",
    "growth-mismatch",
    table(
      [
        { of: "tax-revenue", measure: "actual", format: "0.00" },
        { of: "tax-revenue", measure: "prior", format: "0.00" },
        { of: "tax-revenue", measure: "growth", format: "0.0" },
      ],
      zone("河津", 9, 10, 10),
      zone("永济", 11, 10, 10)
    ),
    [],
    "表内 10.0%,按 9.00 ÷ 10.00 应为 -10.0%;疑似漏写负号",
    "The sheet says 10.0%; 9.00 ÷ 10.00 gives -10.0%; a minus sign may be missing",
  ],
  [
    "a difference to 全市",
    "difference-mismatch",
    table(
      [GROWTH, DIFFERENCE],
      zone("河津", -17.92, -10.3),
      zone("永济", 5.25, 13.1),
      zone("闻喜", 1.3, 9.1),
      city("-7.8", null)
    ),
    [],
    "表内 -10.3,而 -17.92% 比全市 -7.8% 低 10.12 个百分点",
    "The sheet says -10.3, but -17.92% is 10.12 percentage points below 全市's -7.8%",
  ],
  [
    "a verdict",
    "verdict-mismatch",
    table(
      [GROWTH, { of: "industrial-investment", measure: "verdict" }],
      zone("河津", 9.3, { kind: "word", text: "达到" })
    ),
    [RULE],
    "表内写“达到”,实际 9.30% 未达到目标 16%",
    "The sheet says “达到”, but 9.30% misses the target of 16%",
  ],
  [
    "a written target",
    "target-mismatch",
    table(
      [GROWTH, { of: "industrial-investment", measure: "target", path: ["工业投资", "省定目标"] }],
      zone("河津", 18, 17)
    ),
    [RULE],
    "表内目标 17%,按目标规则应为 16%",
    "The sheet's target is 17%; the rule sets 16%",
  ],
  [
    "a blank",
    "missing-value",
    table([LEVEL], zone("河津", 1), zone("永济", 2), zone("闻喜", null)),
    [],
    "此处为空,同类 2 个中有 2 个已填",
    "Blank, though 2 of 2 others of its kind give a value",
  ],
  [
    "a number stored as text",
    "text-number",
    table([LEVEL], zone("河津", textNumber("14.26 ", 14.26))),
    [],
    "“14.26 ”是以文本存储的数,审核按 14.26 计;Excel 求和时不会计入",
    "“14.26 ” is a number stored as text; it is read as 14.26, but Excel's SUM leaves it out",
  ],
  [
    "a column of text",
    "text-number",
    table(
      [LEVEL],
      zone("河津", textNumber("14.26 ", 14.26)),
      zone("永济", textNumber("8.66 ", 8.66)),
      zone("闻喜", textNumber("20.5 ", 20.5))
    ),
    [],
    "整列 3 个数以文本存储(如“14.26 ”),审核按数值计;Excel 求和时不会计入",
    "3 numbers of the column are stored as text (“14.26 ” is the first); they are read as numbers, but Excel's SUM leaves them out",
  ],
  [
    "words",
    "not-a-number",
    table([LEVEL], zone("河津", { kind: "unreadable", text: "约12", nearest: 12 })),
    [],
    "“约12”不能确定是哪个数,未参加审核;最接近的读法是 12",
    "“约12” is no definite number and was not used; the nearest reading is 12",
  ],
  [
    "an error",
    "formula-error",
    table([LEVEL], zone("河津", { kind: "error", error: "#REF!" })),
    [],
    "公式结果为 #REF!",
    "The formula gives #REF!",
  ],
];

describe("findings in words", () => {
  test.each(CASES)("%s", (_, code, literal, rules, chinese, english) => {
    const finding = onlyFinding(evaluateLiteral(literal, rules), code);
    expect(formatFinding(finding, "zh-CN").message).toBe(chinese);
    expect(formatFinding(finding, "en-US").message).toBe(english);
  });

  test.each(CASES)(
    "%s: title, rule and remedy are there in both languages",
    (_, code, literal, rules) => {
      const finding = onlyFinding(evaluateLiteral(literal, rules), code);
      for (const locale of ["zh-CN", "en-US"] as const) {
        const { title, rule, remedy } = formatFinding(finding, locale);
        expect([title, rule, remedy].every((text) => text.length >= 2)).toBe(true);
        expect(/\p{Script=Han}/u.test(title + rule + remedy)).toBe(locale === "zh-CN");
      }
    }
  );

  test("the trace names every cell, the arithmetic, the room and what would pass", () => {
    const literal = table(
      [LEVEL, SHARE],
      zone("河津", 14.26, 8.13),
      zone("永济", 8.66, 4.88),
      city(177.53, null)
    );
    const finding = onlyFinding(evaluateLiteral(literal), "share-mismatch");
    const { trace } = formatFinding(finding, "zh-CN");
    expect(trace).toEqual([
      "部分:14.26 亿元,河津 工业投资 actual(经济指标!C5)",
      "总体:177.53 亿元,全市 工业投资 actual(经济指标!C7)",
      "表内:8.13%,河津 工业投资 share(经济指标!D5)",
      "计算:14.26 ÷ 177.53 × 100 = 8.0324",
      "按各数的位数,结果可能在 8.02940 至 8.03549 之间",
      "修约:四舍五入到 2 位小数为 8.03,表内 8.13",
      "通过条件:8.03 ~ 8.04",
      "也可能有误(改其中一处同样能吻合):C5",
    ]);
  });

  test("a total over mixed targets tells them all", () => {
    const rule = { ...RULE, value: 17, except: [{ zone: "河津", value: 16, origin: RULE.origin }] };
    const literal = table([GROWTH], zone("河津", 20), zone("永济", 20), {
      name: "合计",
      role: "total",
      cells: [-17.92],
    });
    const finding = onlyFinding(evaluateLiteral(literal, [rule]), "target-unmet");
    expect(formatFinding(finding, "zh-CN").message).toBe(
      "-17.92%,比省定目标 17% 低 34.92 个百分点(各开发区目标 16%、17%,按任何权重都未达到)"
    );
  });

  test("a whole column is asked once, with an example", () => {
    const columns = ["actual", "prior", "growth"] as const;
    const literal = table(
      columns.map((measure) => ({ of: "industrial-investment", measure, format: "0.0" })),
      zone("河津", 11, 10, 3.4),
      zone("永济", 9, 10, -2.2),
      zone("闻喜", 5, 4, 7.1)
    );
    const finding = onlyFinding(evaluateLiteral(literal), "growth-mismatch");
    expect(formatFinding(finding, "zh-CN").message).toBe(
      "本列增速不能由上年同期值推算(如表内 3.4%,按 11.0 ÷ 10.0 为 10.0%),是否按可比口径计算?"
    );
  });
});
