import type { Locale } from "../../findings/locale.ts";
import { formatRulesProblem } from "../../findings/rules-problem-messages.ts";
import { STYLE_SCHEMA } from "./style-schema.ts";
import type { StyleProblem } from "./style-problem.ts";

/** One problem of a style file, with its place. */
export function formatStyleProblem(problem: StyleProblem, locale: Locale): string {
  const isChinese = locale === "zh-CN";
  const { path: at } = problem;
  switch (problem.code) {
    case "wrong-style-schema":
      return isChinese
        ? `schema 应为 ${STYLE_SCHEMA},现为 ${problem.found ?? "空"}`
        : `schema must be ${STYLE_SCHEMA}, not ${problem.found ?? "absent"}`;
    case "unknown-slot": {
      const known = problem.known.map((slot) => `{${slot}}`);
      if (known.length === 0) {
        return isChinese
          ? `${at} 里不能用 {${problem.found}},这里没有可填的`
          : `${at}: {${problem.found}} has no place here; nothing is filled in`;
      }
      return isChinese
        ? `${at} 里没有 {${problem.found}},可用:${known.join("、")}`
        : `${at}: there is no {${problem.found}}; known are ${known.join(", ")}`;
    }
    case "bad-brackets":
      return isChinese
        ? `${at} 的“${problem.found}”不成对,或套在另一对里`
        : `${at}: “${problem.found}” does not pair, or stands inside another pair`;
    case "control-character":
      return isChinese
        ? `${at} 里有换行或控制字符`
        : `${at} holds a line break or control character`;
    case "out-of-range":
      return isChinese
        ? `${at} 应为 ${problem.low} 到 ${problem.high} 的整数`
        : `${at} must be a whole number from ${problem.low} to ${problem.high}`;
    default:
      return formatRulesProblem(problem, locale);
  }
}
