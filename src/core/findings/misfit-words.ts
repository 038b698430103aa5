import type { Finding } from "./finding.ts";
import { formatFixed } from "./format-number.ts";
import type { Locale } from "./locale.ts";

/** What is said of a ratio that does not go with the rest of a deviating column; undefined where it is none. */
export function misfitWords(
  finding: Finding,
  locale: Locale
): { readonly message: string; readonly rule: string; readonly remedy: string } | undefined {
  const { stated, trace } = finding;
  if (trace.likely === undefined) return undefined;
  const [own, likely] = [stated, trace.likely].map((value) =>
    typeof value === "number" ? `${formatFixed(value, trace.decimals)}%` : String(value)
  );
  return locale === "zh-CN"
    ? {
        message: `表内 ${own ?? ""},与本列其余各行的口径不合:照其余各行推算约为 ${likely ?? ""}`,
        rule: "整列不能由表内数推算的,各行与推算数之比应当大致相同;与其余各行相差很大的一行单独核实。",
        remedy: "核对此格及参与计算的数,更正有误的一个;属实的请说明。",
      }
    : {
        message: `The sheet says ${own ?? ""}, which does not go with the rest of its column: that would make it about ${likely ?? ""}`,
        rule: "Where a column does not follow from the numbers beside it, all its rows are off by about one factor; a row far from that is looked at by itself.",
        remedy: "Check this cell and the numbers it is made of; correct the wrong one, or explain.",
      };
}
