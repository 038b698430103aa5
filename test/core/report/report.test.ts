import { describe, expect, test } from "@jest/globals";
import type { Evaluation } from "../../../src/core/evaluation/evaluation.ts";
import type { Finding } from "../../../src/core/findings/finding.ts";
import { toJson } from "../../../src/core/report/to-json.ts";
import { toText } from "../../../src/core/report/to-text.ts";
import { padTo, widthOf, wrap } from "../../../src/core/report/text-width.ts";
import { evaluateLiteral, ruleOf } from "../../support/check-cases.ts";
import type { TableLiteral } from "../../support/table.ts";

const TABLE: TableLiteral = {
  columns: [
    { of: "industrial-investment", measure: "actual", format: "0.00" },
    { of: "industrial-investment", measure: "growth", format: "0.00" },
    {
      of: "industrial-investment",
      measure: "share",
      format: "0.00",
      against: { kind: "reference", scope: "city", stated: null },
    },
  ],
  rows: [
    { name: "河津开发区", cells: [14.26, 18.5, 8.13] },
    { name: "永济开发区", cells: [8.66, -17.92, 4.88] },
    { name: "闻喜开发区", cells: [20, "-", 11.27] },
    { name: "全市", reference: "city", cells: [177.53, -7.8, null] },
  ],
};

function evaluation(): Evaluation {
  const rule = ruleOf({ indicator: "industrial-investment", measure: "growth", value: 17 });
  const judged = evaluateLiteral(TABLE, [rule]);
  const tables = judged.tables.map((table) => ({
    ...table,
    unrecognised: [
      {
        area: { row: 9, column: 0, rows: 1, columns: 3 },
        reason: "unknown-row" as const,
        text: "某某",
      },
    ],
  }));
  return { book: "经济指标.xlsx", unread: [], ...judged, tables, flags: [] };
}

const BOOKS = [{ file: "上报/经济指标.xlsx", evaluation: evaluation() }];
const FAILURES = [
  { file: "旧表.xls", failure: { code: "unsupported-format", format: "xls" } as const },
];

describe("the JSON report", () => {
  const parsed = JSON.parse(toJson(BOOKS, FAILURES, "zh-CN")) as Readonly<Record<string, unknown>>;

  test("is the documented form, with null for what is absent", () => {
    expect(parsed).toMatchObject({
      schema: "zone-check/evaluation@1",
      books: [
        {
          file: "上报/经济指标.xlsx",
          tables: [
            {
              sheet: "经济指标",
              range: "A3:Z99",
              period: "2023-01..06",
              zones: ["河津开发区", "永济开发区", "闻喜开发区"],
              indicators: ["工业投资"],
              observations: 10,
              unrecognised: [{ range: "A10:C10", reason: "这一行没有名称,或名称不能识别:某某" }],
            },
          ],
          summary: { error: 1, warning: 0, unmet: 1, information: 0 },
        },
      ],
      failures: [
        {
          file: "旧表.xls",
          code: "unsupported-format",
          message: "不能直接读取 .xls 文件。",
          wayOut: "用 Excel 或 WPS 打开,另存为 .xlsx。",
        },
      ],
    });
  });

  test("tells what was not understood on a sheet without any table, which no table can", () => {
    const area = { row: 0, column: 0, rows: 10, columns: 6 };
    const unread = [
      {
        sheet: "概况",
        unrecognised: [{ area, reason: "no-header" as const, text: "孵化企业 38 57" }],
      },
    ];
    const [own] = BOOKS.map(({ file, evaluation }) => ({
      file,
      evaluation: { ...evaluation, unread },
    }));
    if (own === undefined) throw new Error("no book");
    const { books } = JSON.parse(toJson([own], [], "zh-CN")) as { readonly books: unknown };
    expect(books).toMatchObject([
      {
        unrecognised: [
          {
            sheet: "概况",
            range: "A1:F10",
            reason: "数的上方和左侧没有表头:孵化企业 38 57",
          },
        ],
      },
    ]);
    expect(parsed["books"]).toMatchObject([{ unrecognised: [] }]);
  });

  test("gives each finding all its fields, in the documented order", () => {
    const [book] = parsed["books"] as readonly { readonly findings: readonly object[] }[];
    const [first, second] = book?.findings ?? [];
    expect(Object.keys(first ?? {})).toEqual(
      "code class severity sheet cell zone indicator measure period stated expected message needed trace alternatives consequences".split(
        " "
      )
    );
    expect(first).toMatchObject({
      code: "share-mismatch",
      class: "consistency",
      severity: "error",
      sheet: "经济指标",
      cell: "E5",
      zone: "河津开发区",
      indicator: "工业投资",
      measure: "share",
      period: "2023-01..06",
      stated: 8.13,
      expected: { low: 8.03, high: 8.04 },
      message: "表内 8.13%,按 14.26 ÷ 177.53 应为 8.03%",
      // The arithmetic cannot tell the share from its part: both would do.
      alternatives: [[{ sheet: "经济指标", cell: "C5" }]],
      consequences: [],
    });
    expect(second).toMatchObject({
      code: "target-unmet",
      stated: -17.92,
      expected: { low: 17, high: null },
      needed: {
        unit: "亿元",
        now: 3.7,
        restOfYear: null,
        base: "implied",
        zones: [],
        text: "要达到 17%,现差约 3.7 亿元(按增速推算基数)",
      },
    });
    expect(first).toMatchObject({ needed: null });
  });

  test.each([
    ["a sum's own allowance for binary noise", 224.44999977555, 2, 224.45],
    ["binary arithmetic", 0.1 + 0.2, 1, 0.3],
    ["half a last digit of three members", 100.015000000001, 2, 100.015],
    ["nothing where the digits are meant", 16.9612345, 1, 16.9612345],
    ["nothing in a number too large for it", 123456789012.34, 2, 123456789012.34],
  ])("bounds lose what is left by %s", (_, low, decimals, printed) => {
    const [first] = evaluation().findings;
    if (first === undefined) throw new Error("no finding");
    const finding = {
      ...first,
      stated: low,
      expected: { low, high: null },
      trace: { ...first.trace, decimals },
    } as Finding;
    const books = [{ file: "a.xlsx", evaluation: { ...evaluation(), findings: [finding] } }];
    expect(JSON.parse(toJson(books, [], "zh-CN"))).toMatchObject({
      books: [{ findings: [{ expected: { low: printed, high: null } }] }],
    });
  });

  test("speaks English where asked", () => {
    expect(toJson(BOOKS, FAILURES, "en-US")).toContain("The sheet says 8.13%");
  });

  test("counts nothing but what the form lists", () => {
    const [book] = parsed["books"] as readonly { readonly summary: object }[];
    expect(Object.keys(book?.summary ?? {})).toEqual(
      "error warning unmet information checked notEvaluable".split(" ")
    );
  });

  test("of no workbook at all is still a report", () => {
    expect(JSON.parse(toJson([], [], "zh-CN"))).toEqual({
      schema: "zone-check/evaluation@1",
      books: [],
      failures: [],
      across: null,
    });
  });
});

describe("the text report", () => {
  const options = { locale: "zh-CN", colour: "none", width: 80 } as const;

  test("goes by workbook, sheet and what has to be done", () => {
    expect(toText(BOOKS, FAILURES, options)).toBe(`上报/经济指标.xlsx

  经济指标
    必须更正 (1)
      E5  河津开发区 工业投资 · 占比不符
          表内 8.13%,按 14.26 ÷ 177.53 应为 8.03%
    未达到目标 (1)
      D6  永济开发区 工业投资 · 未达到目标
          -17.92%,比省定目标 17% 低 34.92 个百分点
          要达到 17%,现差约 3.7 亿元(按增速推算基数)

  没有识别的部分 (1)
    经济指标!A10:C10  这一行没有名称,或名称不能识别:某某

  共审核 14 项:强制性 1,核实性 0,未达到目标 1;另有 4 项不能审核(按可比价或同口径
  计算,由统计部门提供,不作推算 3;缺少参与计算的数 1)

不能读取的文件 (1)
  旧表.xls
    不能直接读取 .xls 文件。用 Excel 或 WPS 打开,另存为 .xlsx。
`);
  });

  test("is coloured on request only, and the same without its colours", () => {
    const coloured = toText(BOOKS, FAILURES, { ...options, colour: "ansi" });
    expect(coloured).toContain("\u001b[31m必须更正 (1)\u001b[0m");

    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(toText(BOOKS, FAILURES, options));
  });

  test("explains a finding where asked: rule, operands with cells, arithmetic, what follows, remedy", () => {
    const [book] = BOOKS;
    const [finding] = book?.evaluation.findings ?? [];
    if (book === undefined || finding === undefined) throw new Error("the book has no finding");
    // The message names six of them; what else stands at the cell itself follows from nothing.
    const follows = [1, 2, 3, 4, 5, 6, 7].map((column) => ({
      code: "rank-mismatch",
      at: { sheet: "汇总", area: { row: 5, column, rows: 1, columns: 1 } },
    }));
    const here = { code: "sum-mismatch", at: finding.at };
    const findings = [{ ...finding, consequences: [...follows, here] }];
    const books = [{ ...book, evaluation: { ...book.evaluation, findings } }];
    const told = toText(books, [], { ...options, width: 200, detail: "explained" });
    const order = ["规则:", "C5", "计算:14.26 ÷ 177.53", "本格另有:合计", "还有:汇总!H6", "办法:"];
    const places = order.map((part) => told.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    const english = toText(books, [], {
      ...options,
      locale: "en-US",
      width: 200,
      detail: "explained",
    });
    expect(english).toMatch(/Also follows from this: \S*H6 /);
  });

  test("no line is wider than the terminal", () => {
    for (const width of [40, 60, 100]) {
      for (const locale of ["zh-CN", "en-US"] as const) {
        const lines = toText(BOOKS, [], {
          locale,
          colour: "none",
          width,
          detail: "explained",
        }).split("\n");
        expect(Math.max(...lines.map((line) => widthOf(line)))).toBeLessThanOrEqual(width);
      }
    }
  });

  test("says so where there is nothing to tell, and where there was nothing to read", () => {
    const clean = { ...evaluation(), findings: [] };
    expect(toText([{ file: "a.xlsx", evaluation: clean }], [], options)).toContain("没有发现问题");
    const empty = { ...clean, tables: [] };
    expect(toText([{ file: "a.xlsx", evaluation: empty }], [], options)).toContain(
      "没有找到指标表"
    );
  });
});

describe("width on a terminal", () => {
  test.each([
    ["D6", 2],
    ["河津", 4],
    ["河津A\uFF0C\u3002", 9],
    ["\uFF08全角\uFF09", 8],
    ["河津,(A)", 8],
    ["é", 1],
  ])("%s takes %d columns", (text, width) => {
    expect(widthOf(text.normalize("NFC"))).toBe(width);
  });

  test("pads by columns, not by characters", () => {
    expect(padTo("河津", 6)).toBe("河津  ");
    expect(padTo("toolong", 3)).toBe("toolong");
  });

  test("breaks between Chinese characters and at blanks, never before closing punctuation", () => {
    expect(wrap("一二三四五,六七", 10)).toEqual(["一二三四", "五,六七"]);
    expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
    expect(wrap("", 8)).toEqual([""]);
  });
});
