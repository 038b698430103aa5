import type { RulesFieldType, RulesProblem } from "../rules/rules-problem.ts";
import type { Locale } from "./locale.ts";

const TYPES: Readonly<Record<Locale, Readonly<Record<RulesFieldType, string>>>> = {
  "zh-CN": { object: "对象", array: "列表", text: "文字", number: "数", boolean: "true 或 false" },
  "en-US": {
    object: "an object",
    array: "a list",
    text: "a text",
    number: "a number",
    boolean: "true or false",
  },
};

/** One problem of a rules file or a 目标规则 sheet, with its place. */
export function formatRulesProblem(problem: RulesProblem, locale: Locale): string {
  return locale === "zh-CN" ? problemInChinese(problem) : problemInEnglish(problem);
}

function problemInChinese(problem: RulesProblem): string {
  const at = problem.path === "" ? "文件" : problem.path;
  switch (problem.code) {
    case "not-json":
      return "文件不是 JSON";
    case "wrong-schema":
      return `schema 应为 zone-check/rules@1,现为 ${problem.found ?? "空"}`;
    case "unknown-field":
      return `${at} 是未知字段`;
    case "missing-field":
      return `缺少 ${at}`;
    case "wrong-type":
      return `${at} 应为${TYPES["zh-CN"][problem.expected]}`;
    case "unknown-word":
      return `${at} 的“${problem.found}”不能识别,可用:${problem.known.join("、")}`;
    case "missing-column":
      return `缺少“${problem.column}”列`;
    case "too-many":
      return `${at} 超过 ${problem.limit} 项`;
  }
}

function problemInEnglish(problem: RulesProblem): string {
  const at = problem.path === "" ? "the file" : problem.path;
  switch (problem.code) {
    case "not-json":
      return "the file is no JSON";
    case "wrong-schema":
      return `schema must be zone-check/rules@1, not ${problem.found ?? "absent"}`;
    case "unknown-field":
      return `${at} is an unknown field`;
    case "missing-field":
      return `${at} is missing`;
    case "wrong-type":
      return `${at} must be ${TYPES["en-US"][problem.expected]}`;
    case "unknown-word":
      return `${at}: “${problem.found}” is unknown; known are ${problem.known.join(", ")}`;
    case "missing-column":
      return `the column “${problem.column}” is missing`;
    case "too-many":
      return `${at} has more than ${problem.limit} entries`;
  }
}
