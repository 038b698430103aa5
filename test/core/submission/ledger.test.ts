import { describe, expect, test } from "@jest/globals";
import type { Book, Evaluation, Finding, PlannedCell, WritePlan } from "../../../src/core/index.ts";
import {
  LEDGER_SHEET,
  hasRemarks,
  planLedger,
  planLedgerInSlices,
  planRemoveLedger,
  readRemarks,
  remarkOn,
} from "../../../src/core/index.ts";
import { formatFinding } from "../../../src/core/findings/messages.ts";
import type { LedgerOptions } from "../../../src/core/index.ts";
import { formatPeriodWords } from "../../../src/core/submission/period-words.ts";
import type { Period } from "../../../src/core/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { evaluationOf, findingAt, unmet } from "../flags/evaluations.ts";

const OPTIONS: LedgerOptions = {
  locale: "zh-CN",
  time: "2023-07-05 10:00",
};

/** A book with the ledger a plan writes, as any adapter would show it. */
function written(plan: WritePlan, change: (rows: GridCell[][]) => void = () => undefined): Book {
  const block = plan.find((intent) => intent.kind === "write-block");
  if (block === undefined) throw new Error("the plan writes no block");
  const rows = block.cells.map((row) => row.map(shown));
  change(rows);
  return bookOf(sheetOf(LEDGER_SHEET, rows, { origin: block.at }));
}

function shown(cell: PlannedCell): GridCell {
  switch (cell.kind) {
    case "text":
      return { v: cell.text, nf: "@" };
    case "number":
      return { v: cell.value, nf: cell.numberFormat };
    case "formula":
      return { f: cell.formula };
    case "link":
      return { f: '=HYPERLINK("#x","y")', v: cell.text };
    case "blank":
      return null;
  }
}

function cells(plan: WritePlan): readonly (readonly PlannedCell[])[] {
  return plan.flatMap((intent) => (intent.kind === "write-block" ? intent.cells : []));
}

function texts(plan: WritePlan, row: number): readonly string[] {
  return (cells(plan)[row] ?? []).map((cell) =>
    cell.kind === "number" ? String(cell.value) : "text" in cell ? cell.text : ""
  );
}

/** The evaluation's ledger with a remark typed into a row's Remark cell. */
function remarked(evaluation: Evaluation, remarks: Readonly<Record<number, string>>): Book {
  return written(planLedger(evaluation, bookOf(), OPTIONS), (rows) => {
    for (const [index, text] of Object.entries(remarks)) {
      const row = rows[4 + Number(index)];
      if (row === undefined) throw new Error(`no finding ${index}`);
      row[12] = text;
    }
  });
}

const S = "经济指标";
const hejin = unmet(S, "D6", 16.5, 17, { zone: "河津开发区" });
const yongji = unmet(S, "D7", 3, 17, { zone: "永济开发区" });
const share = findingAt("growth-mismatch", S, "E6", {
  severity: "warning",
  remark: "required",
  stated: 12,
  expected: { low: 9.1, high: 9.2 },
  subject: { zone: "河津开发区", indicator: "工业投资", measure: "growth", period: "2023-01..06" },
  params: { current: 1, prior: 1, computed: 9.13, wholeColumn: false, hint: null },
});

describe("the ledger", () => {
  test("has title, facts, guide, header and a row for every finding", () => {
    const plan = planLedger(evaluationOf(hejin, share), bookOf(), OPTIONS);
    expect(plan[0]).toEqual({ kind: "ensure-sheet", sheet: LEDGER_SHEET, contents: "empty" });
    expect(texts(plan, 0)[0]).toBe("审核台账");
    expect(texts(plan, 1)[0]).toContain("审核时间:2023-07-05 10:00");
    expect(texts(plan, 3)).toEqual(
      "序号 级别 类别 代码 位置 开发区 指标 口径 期间 说明 表内数 应为 备注说明 状态".split(" ")
    );
    expect(texts(plan, 4)).toEqual([
      "1",
      "提示",
      "目标",
      "target-unmet",
      "经济指标!D6",
      "河津开发区",
      "工业投资",
      "同比增速",
      "",
      formatFinding(hejin, "zh-CN").message,
      "16.5",
      "",
      "",
      "未达目标",
    ]);
    expect(texts(plan, 5).slice(8)).toEqual([
      "2023-01..06",
      formatFinding(share, "zh-CN").message,
      "12",
      "9.10 ~ 9.20",
      "",
      "待说明",
    ]);
    expect(cells(plan)).toHaveLength(6);
  });

  test("links each row to its cell, on a sheet of any name", () => {
    const name = "'Q1' 指标!";
    const plan = planLedger(evaluationOf(unmet(name, "D6", 1, 2)), bookOf(), OPTIONS);
    expect(cells(plan)[4]?.[4]).toEqual({
      kind: "link",
      text: "'''Q1'' 指标!'!D6",
      sheet: name,
      area: { row: 5, column: 3, rows: 1, columns: 1 },
    });
  });

  test("writes texts as text, and cuts what no cell would hold", () => {
    const finding = findingAt("not-a-number", S, "A1", {
      stated: `=${"9".repeat(40_000)}`,
      params: { text: "", nearest: null },
    });
    const cell = cells(planLedger(evaluationOf(finding), bookOf(), OPTIONS))[4]?.[10];
    expect(cell?.kind).toBe("text");
    expect(cell?.kind === "text" ? cell.text : "").toMatch(/^=9{32765}…$/);
  });

  test("is the same table in English", () => {
    const plan = planLedger(evaluationOf(share), bookOf(), { ...OPTIONS, locale: "en-US" });
    expect(texts(plan, 3)).toContain("Remark");
    expect(texts(plan, 4).slice(7, 9)).toEqual(["growth, year on year", "2023-01..06"]);
    expect(texts(plan, 4)[13]).toBe("To explain");
  });
});

describe("a remark", () => {
  const again = (book: Book, ...findings: readonly Finding[]): WritePlan =>
    planLedger(evaluationOf(...findings), book, OPTIONS);

  test("comes back to its finding, wherever the cell has gone", () => {
    const book = remarked(evaluationOf(hejin, yongji), { 1: "=项目停建" });
    expect(hasRemarks(book)).toBe(true);
    const moved = unmet(S, "F9", 3, 17, { zone: "永济开发区" });
    const plan = again(book, moved, hejin);
    expect(texts(plan, 4).slice(12)).toEqual(["=项目停建", "已说明"]);
    expect(cells(plan)[4]?.[12]).toEqual({
      kind: "text",
      text: "=项目停建",
      style: "prose",
    });
    expect(texts(plan, 5).slice(12)).toEqual(["", "未达目标"]);
  });

  test("comes back after the ledger was written in the other language", () => {
    const book = remarked(evaluationOf(share), { 0: "同口径调整" });
    const english = planLedger(evaluationOf(share), book, { ...OPTIONS, locale: "en-US" });
    expect(texts(english, 4).slice(12)).toEqual(["同口径调整", "Explained"]);
    expect(texts(again(written(english), share), 4).slice(12)).toEqual(["同口径调整", "已说明"]);
  });

  test("lapses when the value it speaks of changes, and stays lapsed until its state is cleared", () => {
    const book = remarked(evaluationOf(yongji), { 0: "项目停建" });
    const changed = unmet(S, "D7", 4, 17, { zone: "永济开发区" });
    const lapsed = again(book, changed);
    expect(texts(lapsed, 4).slice(12)).toEqual(["项目停建", "已失效(原值:3)"]);
    const still = again(written(lapsed), changed);
    expect(texts(still, 4).slice(12)).toEqual(["项目停建", "已失效(原值:3)"]);
    const cleared = written(still, (rows) => {
      const row = rows[4];
      if (row !== undefined) row[13] = null;
    });
    expect(texts(again(cleared, changed), 4).slice(12)).toEqual(["项目停建", "已说明"]);
  });

  test("counts again when its value is put back", () => {
    const book = remarked(evaluationOf(yongji), { 0: "项目停建" });
    const lapsed = again(book, unmet(S, "D7", 4, 17, { zone: "永济开发区" }));
    expect(texts(again(written(lapsed), yongji), 4).slice(12)).toEqual(["项目停建", "已说明"]);
  });

  test("is kept when its finding is gone, and is there when the finding returns", () => {
    const book = remarked(evaluationOf(hejin, yongji), { 1: "项目停建" });
    const gone = again(book, hejin);
    expect(texts(gone, 5)).toEqual([
      "2",
      "",
      "",
      "target-unmet",
      "经济指标!D7",
      "永济开发区",
      "工业投资",
      "同比增速",
      "",
      "本次审核中已无此问题,原说明保留备查。",
      "3",
      "",
      "项目停建",
      "已失效(原值:3)",
    ]);
    const back = again(written(gone), yongji, hejin);
    expect(texts(back, 4).slice(12)).toEqual(["项目停建", "已说明"]);
    expect(cells(back)).toHaveLength(6);
  });

  test("of a finding that must be corrected does not make it explained", () => {
    const error = findingAt("missing-value", S, "D6", {
      class: "quality",
      params: { filledPeers: 9, peers: 10 },
    });
    const plan = again(remarked(evaluationOf(error), { 0: "未统计" }), error);
    expect(texts(plan, 4).slice(12)).toEqual(["未统计", "待更正"]);
  });

  test("goes to the finding whose value it speaks of, where two have the same subject", () => {
    const other = unmet(S, "D20", 5, 17, { zone: "河津开发区" });
    const book = remarked(evaluationOf(hejin, other), { 1: "第二张表" });
    const plan = again(book, hejin, other);
    expect(texts(plan, 4)[12]).toBe("");
    expect(texts(plan, 5).slice(12)).toEqual(["第二张表", "已说明"]);
  });

  test("given now replaces the one that stood; an empty one takes it away", () => {
    const book = remarked(evaluationOf(yongji), { 0: "旧" });
    const withNew = planLedger(evaluationOf(yongji), book, {
      ...OPTIONS,
      remarks: [remarkOn(yongji, "新")],
    });
    expect(texts(withNew, 4)[12]).toBe("新");
    const without = planLedger(evaluationOf(yongji), book, {
      ...OPTIONS,
      remarks: [remarkOn(yongji, " ")],
    });
    expect(texts(without, 4)[12]).toBe("");
  });
});

describe("reading a ledger that people have worked on", () => {
  test.each<[string, (rows: GridCell[][]) => void]>([
    ["rows above the title", (rows) => rows.unshift([null], ["市开发区建设服务中心"])],
    [
      "a column put in front",
      (rows) => {
        rows.forEach((row) => row.unshift("x"));
      },
    ],
    [
      "columns in another order",
      (rows) => {
        rows.forEach((row) => row.reverse());
      },
    ],
    ["rows in another order", (rows) => rows.splice(4, 2, ...rows.slice(4, 6).reverse())],
    ["notes below", (rows) => rows.push(["注:以上说明已经负责人审定"], [null, null, null, 5])],
    [
      "an error value in a cell",
      (rows) => {
        rows.forEach((row) => row.push({ error: "#REF!" }));
      },
    ],
  ])("finds the remarks in spite of %s", (_, change) => {
    const rowsOf = remarked(evaluationOf(hejin, yongji), { 0: "甲", 1: "乙" });
    const [sheet] = rowsOf.sheets;
    const rows = (sheet?.values ?? []).map((row): GridCell[] => [...row]);
    change(rows);
    const read = readRemarks(bookOf(sheetOf(LEDGER_SHEET, rows)));
    expect(read.map((remark) => [remark.zone, remark.text]).sort()).toEqual([
      ["永济开发区", "乙"],
      ["河津开发区", "甲"],
    ]);
  });

  test.each<[string, readonly (readonly GridCell[])[]]>([
    ["an empty sheet", []],
    [
      "a sheet of something else",
      [
        ["指标", "完成"],
        ["工业投资", 109.24],
      ],
    ],
    [
      "a header without its needed columns",
      [
        ["代码", "位置"],
        ["target-unmet", "A!B1"],
      ],
    ],
    [
      "a remark without a place",
      [
        ["代码", "位置", "备注说明"],
        ["target-unmet", null, "x"],
      ],
    ],
    [
      "a code that is none",
      [
        ["代码", "位置", "备注说明"],
        ["<script>", "A!B1", "x"],
      ],
    ],
  ])("finds no remark in %s", (_, rows) => {
    expect(readRemarks(bookOf(sheetOf(LEDGER_SHEET, rows)))).toEqual([]);
  });

  test("takes the place out of a link that nobody has calculated", () => {
    const rows: GridCell[][] = [
      ["代码", "位置", "备注说明"],
      ["target-unmet", { f: `=HYPERLINK("#'a''b'!D6","'a''b'!D6")` }, "说明"],
    ];
    expect(readRemarks(bookOf(sheetOf(LEDGER_SHEET, rows)))).toEqual([
      expect.objectContaining({ sheet: "a'b", place: "'a''b'!D6", text: "说明" }),
    ]);
  });

  test("has no remarks without a ledger", () => {
    expect(hasRemarks(bookOf(sheetOf(S, [[1]])))).toBe(false);
  });
});

describe("removing the ledger", () => {
  test("is refused while a remark stands in it", () => {
    expect(planRemoveLedger(remarked(evaluationOf(hejin), { 0: "停建" }))).toEqual({
      ok: false,
      failure: { code: "remarks-stand", count: 1 },
    });
  });

  test("takes the sheet away where no remark stands, and does nothing without one", () => {
    const ledger = written(planLedger(evaluationOf(hejin), bookOf(), OPTIONS));
    expect(planRemoveLedger(ledger)).toEqual({
      ok: true,
      value: [{ kind: "remove-sheet", sheet: LEDGER_SHEET }],
    });
    expect(planRemoveLedger(bookOf())).toEqual({ ok: true, value: [] });
  });
});

test.each<[Period, string, string]>([
  [{ kind: "cumulative", year: 2023, months: 6 }, "2023年1-6月", "Jan–Jun 2023"],
  [{ kind: "cumulative", year: null, months: 1 }, "1月", "Jan"],
  [{ kind: "cumulative", year: null, months: 6 }, "1-6月", "Jan–Jun"],
  [{ kind: "cumulative", year: 2024, months: 1 }, "2024年1月", "Jan 2024"],
  [{ kind: "month", year: 2023, month: 6 }, "2023年6月", "Jun 2023"],
  [{ kind: "month", year: 2023, month: 12 }, "2023年12月", "Dec 2023"],
  [{ kind: "quarter", year: 2023, quarter: 2 }, "2023年二季度", "Q2 2023"],
  [{ kind: "stock", year: 2023, month: 6 }, "2023年6月底", "end of Jun 2023"],
  [{ kind: "year", year: 2023 }, "2023年", "2023"],
])("the heading names the period %j as %s, %s", (period, chinese, english) => {
  expect(formatPeriodWords(period, "zh-CN")).toBe(chinese);
  expect(formatPeriodWords(period, "en-US")).toBe(english);
});

describe("a ledger of thousands of findings", () => {
  const many = evaluationOf(
    ...Array.from({ length: 2000 }, (_one, index) => unmet("指标", `D${index + 5}`, 1, 2))
  );

  test("is planned in slices, none of more than a few hundred rows", () => {
    let pauses = 0;
    const slices = planLedgerInSlices(many, bookOf(), OPTIONS);
    let step = slices.next();
    while (step.done !== true) {
      pauses += 1;
      step = slices.next();
    }
    expect(pauses).toBeGreaterThanOrEqual(2000 / 250);
    expect(step.value).toEqual(planLedger(many, bookOf(), OPTIONS));
  });
});
