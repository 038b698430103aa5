import { describe, expect, test } from "@jest/globals";
import { directEvaluator } from "../../../src/core/evaluation/direct-evaluator.ts";
import { evaluate } from "../../../src/core/evaluation/evaluate.ts";
import type { Evaluation, EvaluationRequest } from "../../../src/core/evaluation/evaluation.ts";
import { formatCell } from "../../../src/core/workbook/address.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";

/** An ordinary form: title, unit line, a header of two rows, three zones, total, reference, signature. */
const FORM: readonly (readonly GridCell[])[] = [
  ["运城市开发区2023年1-6月主要经济指标完成情况表"],
  ["填报单位:(盖章)", null, null, null, null, null, "单位:亿元、%"],
  ["序号", "开发区", "工业投资", null, null, null, null],
  [null, null, "完成", "同比±%", "占全市%", "省定目标(%)", "与目标差距"],
  [1, "河津经济技术开发区", 14.26, 18.5, 8.13, 16, 2.5],
  [2, "永济经济技术开发区", 8.66, 9.3, 4.88, 17, -7.7],
  [3, "闻喜经济技术开发区", 20.5, 17, 11.55, 17, 0],
  [null, "合计", 43.52, 15.2, 24.46, null, null],
  [null, "全市", 177.53, -7.8, null, null, null],
  ["填表人:", null, null, "审核人:", null, null, "负责人:"],
];

function request(more: Partial<EvaluationRequest> = {}): EvaluationRequest {
  const book = bookOf(sheetOf("经济指标", FORM), sheetOf("说明", [["本表由各开发区填报"]]));
  return { book, rulesFile: null, sheets: null, ...more };
}

function evaluationOf(more: Partial<EvaluationRequest> = {}): Evaluation {
  const result = evaluate(request(more));
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const placesOf = ({ findings }: Evaluation): readonly string[] =>
  findings.map(({ code, at }) => `${code} ${at.sheet}!${formatCell(at.area)}`);

/** 河津's own 16 and the 17 of the others, as a province would hand them out. */
const RULES = JSON.stringify({
  schema: "zone-check/rules@1",
  rules: [
    {
      indicator: "工业投资",
      measure: "growth",
      value: 20,
      except: [{ zone: "河津", value: 16 }],
      unit: "%",
    },
  ],
});

describe("a workbook is validated", () => {
  test("by its own target column and its own arithmetic", () => {
    expect(placesOf(evaluationOf())).toEqual([
      "share-mismatch 经济指标!E5",
      "sum-mismatch 经济指标!C8",
      "target-unmet 经济指标!D6",
      "target-unmet 经济指标!D8",
    ]);
  });

  test("by a rules file, which beats the target column, and the column is told", () => {
    const places = placesOf(evaluationOf({ rulesFile: { name: "rules.json", text: RULES } }));
    expect(places).toContain("target-mismatch 经济指标!F6");
    expect(places).toContain("target-mismatch 经济指标!F7");
    expect(places).not.toContain("target-mismatch 经济指标!F5");
    expect(places).toContain("target-unmet 经济指标!D7");
  });

  test("by a 目标规则 sheet, which is never read as a form", () => {
    const rules = sheetOf("目标规则", [
      ["指标", "口径", "适用", "目标值", "单位"],
      ["工业投资", "同比", "全部", 19, "%"],
    ]);
    const evaluation = evaluationOf({ book: bookOf(sheetOf("经济指标", FORM), rules) });
    expect(evaluation.tables.map(({ sheet }) => sheet)).toEqual(["经济指标"]);
    expect(placesOf(evaluation)).toContain("target-unmet 经济指标!D5");
  });

  test("names the sheets in which no table was found", () => {
    expect(evaluationOf().unread.map(({ sheet }) => sheet)).toEqual(["说明"]);
  });

  test("is limited to the sheets asked for", () => {
    expect(evaluationOf({ sheets: ["说明"] })).toMatchObject({ tables: [], findings: [] });
  });

  test("counts what it says", () => {
    const { findings, summary, notEvaluable } = evaluationOf();
    expect(summary.error).toBe(findings.filter(({ severity }) => severity === "error").length);
    expect(summary.unmet).toBe(findings.filter(({ code }) => code === "target-unmet").length);
    // A test that only fails because of another cell was made all the same.
    const folded = findings.flatMap(({ consequences }) => consequences);
    expect(folded.length).toBeGreaterThan(0);
    expect(summary.checked).toBe(summary.passed + findings.length + folded.length);
    expect(summary.notEvaluable).toBe(notEvaluable.length);
    expect(summary.information).toBe(0);
  });

  test("tells errors before the rest, each in reading order", () => {
    const { findings } = evaluationOf();
    const ranks = findings.map(({ severity }) =>
      ["error", "warning", "information"].indexOf(severity)
    );
    expect(ranks).toEqual([...ranks].sort());
  });

  test("says the same twice, and through the evaluator", async () => {
    expect(evaluationOf()).toEqual(evaluationOf());
    await expect(directEvaluator().evaluate(request())).resolves.toEqual(evaluate(request()));
  });

  test("survives an empty book", () => {
    expect(evaluationOf({ book: bookOf() })).toMatchObject({
      tables: [],
      findings: [],
      unread: [],
    });
  });
});

describe("rules that cannot be read are a failure, with their places", () => {
  test("of a file", () => {
    const result = evaluate(request({ rulesFile: { name: "rules.json", text: "{}" } }));
    expect(result).toMatchObject({
      ok: false,
      failure: { code: "rules-invalid", file: "rules.json" },
    });
  });

  test("of the sheet", () => {
    const rules = sheetOf("目标规则", [
      ["指标", "目标值"],
      ["工业投资", "很多"],
    ]);
    const result = evaluate(request({ book: bookOf(sheetOf("经济指标", FORM), rules) }));
    expect(result).toMatchObject({
      ok: false,
      failure: {
        code: "rules-invalid",
        file: "目标规则",
        problems: [{ code: "unknown-word", path: "B2" }],
      },
    });
  });
});

describe("one sheet of a workbook is validated", () => {
  const other = [
    ["2023年1-6月固定资产投资"],
    ["开发区", "固定资产投资(亿元)", "同比增长(%)"],
    ["河津经济技术开发区", 24.1, 3],
    ["永济经济技术开发区", 18.2, 19],
    ["合计", 42.9, 8.1],
  ] as const;
  const rules = [
    ["指标", "口径", "目标值", "单位"],
    ["工业投资", "同比增速", 17, "%"],
    ["固定资产投资", "同比增速", 18, "%"],
  ] as const;
  const book = bookOf(
    sheetOf("经济指标", FORM),
    sheetOf("固投", other),
    sheetOf("目标规则", rules)
  );
  const whole = evaluationOf({ book });
  const alone = evaluationOf({ book, sheets: ["固投"] });

  test("it says of that sheet what a run over the whole book says of it, and nothing of the others", () => {
    const ofSheet = whole.findings.filter(({ at }) => at.sheet === "固投");
    expect(ofSheet.map(({ code }) => code)).toEqual([
      "sum-mismatch",
      "target-unmet",
      "target-unmet",
    ]);
    expect(alone.findings).toEqual(ofSheet);
    expect(alone.tables.map(({ sheet }) => sheet)).toEqual(["固投"]);
  });

  test("a rule that only the other sheets need is not told as one that never fires", () => {
    expect(alone.findings.filter((finding) => finding.class === "rules")).toEqual([]);
  });
});
