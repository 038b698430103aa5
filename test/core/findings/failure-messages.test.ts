import { describe, expect, test } from "@jest/globals";
import { formatFailure } from "../../../src/core/findings/failure-messages.ts";
import type { RulesProblem } from "../../../src/core/rules/rules-problem.ts";
import type { Failure } from "../../../src/core/workbook/failure.ts";

const FAILURES: readonly Failure[] = [
  { code: "cell-edit-mode" },
  { code: "payload-too-large" },
  { code: "api-missing", member: "Worksheet.foo" },
  { code: "access-denied" },
  { code: "session-lost" },
  { code: "modal-open" },
  { code: "cancelled" },
  { code: "host-error", detail: "stack" },
  { code: "file-not-found", file: "a.xlsx" },
  { code: "file-unreadable", file: "a.xlsx", detail: "EACCES" },
  { code: "file-unwritable", file: "a.xlsx", detail: "EACCES" },
  { code: "not-a-workbook" },
  { code: "not-a-zip" },
  { code: "truncated" },
  { code: "encrypted" },
  { code: "zip-bomb" },
  { code: "too-large", what: "sheet1.xml", limit: 10 },
  { code: "broken-part", part: "sheet1.xml", detail: "x" },
  { code: "broken-relationship", part: "sheet1.xml" },
  { code: "unsupported-format", format: "xls" },
  {
    code: "rules-invalid",
    file: "rules.json",
    problems: [{ code: "not-json", path: "", detail: "x" }],
  },
  { code: "part-too-new", version: 9 },
];

describe("every failure says what happened and the way out", () => {
  test.each(FAILURES.map((failure) => [failure.code, failure] as const))("%s", (_, failure) => {
    const chinese = formatFailure(failure, "zh-CN");
    const english = formatFailure(failure, "en-US");
    expect(chinese.message).toMatch(/\p{Script=Han}/u);
    expect(chinese.wayOut).toMatch(/\p{Script=Han}/u);
    expect(english.message + english.wayOut).not.toMatch(/\p{Script=Han}/u);
    expect(english.wayOut.length).toBeGreaterThan(5);
  });

  test("technical detail stays out of it", () => {
    const failure: Failure = { code: "file-unreadable", file: "a.xlsx", detail: "EACCES" };
    expect(formatFailure(failure, "en-US").message).not.toContain("EACCES");
  });
});

describe("rules problems are told with their place", () => {
  const text = (problem: RulesProblem, locale: "zh-CN" | "en-US"): string =>
    formatFailure({ code: "rules-invalid", file: "r.json", problems: [problem] }, locale).message;

  test.each<[RulesProblem, string, string]>([
    [
      { code: "missing-field", path: "rules[0].value" },
      "缺少 rules[0].value",
      "rules[0].value is missing",
    ],
    [
      { code: "unknown-field", path: "rules[0].taget" },
      "rules[0].taget 是未知字段",
      "rules[0].taget is an unknown field",
    ],
    [{ code: "wrong-type", path: "E5", expected: "number" }, "E5 应为数", "E5 must be a number"],
    [
      { code: "unknown-word", path: "D5", found: "大概", known: ["不低于", "高于"] },
      "D5 的“大概”不能识别,可用:不低于、高于",
      "D5: “大概” is unknown; known are 不低于, 高于",
    ],
    [
      { code: "missing-column", path: "A1", column: "目标值" },
      "缺少“目标值”列",
      "the column “目标值” is missing",
    ],
    [
      { code: "wrong-schema", path: "schema", found: null },
      "schema 应为 zone-check/rules@1,现为 空",
      "schema must be zone-check/rules@1, not absent",
    ],
    [
      { code: "too-many", path: "rules", limit: 10 },
      "rules 超过 10 项",
      "rules has more than 10 entries",
    ],
  ])("%j", (problem, chinese, english) => {
    expect(text(problem, "zh-CN")).toContain(chinese);
    expect(text(problem, "en-US")).toContain(english);
  });

  test("of very many only the first are listed, and their number", () => {
    const problems = Array.from({ length: 30 }, (_, index): RulesProblem => ({
      code: "unknown-field",
      path: `x${index}`,
    }));
    const { message } = formatFailure({ code: "rules-invalid", file: "r.json", problems }, "en-US");
    expect(message).toContain("x9 ");
    expect(message).not.toContain("x10 ");
    expect(message).toContain("(30)");
  });
});
