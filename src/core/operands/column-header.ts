import type { Field, IndicatorTable } from "../model/table.ts";
import type { ColumnFunction } from "./column-function.ts";
import type { OperandCell } from "./operand-pair.ts";

/**
 * What a new column is headed with, in the language of the table's own headers, so that it is read again as what it is.
 * Null where the words for it are not known.
 */
export function columnHeader(
  name: ColumnFunction,
  indicator: string | null,
  field: Field,
  second: OperandCell,
  table: IndicatorTable
): string | null {
  const isChinese = /\p{Script=Han}/u.test([...field.path, indicator ?? ""].join(""));
  const words = isChinese ? chineseWords(name, wholeOf(second, table)) : ENGLISH[name];
  if (words === null) return null;
  const text = `${indicator ?? ""}${isChinese ? "" : " "}${words}`.trim();
  // What begins otherwise may be taken for a number, a date or a formula when it is typed.
  return /^\p{L}/u.test(text) ? text : null;
}

const ENGLISH: Readonly<Record<ColumnFunction, string>> = {
  ZONE_GAP: "gap to target",
  ZONE_STATUS: "target met",
  ZONE_SHARE: "share (%)",
  ZONE_GROWTH: "growth (%)",
  ZONE_DIFF: "difference (points)",
};

function chineseWords(name: ColumnFunction, whole: string | null): string | null {
  switch (name) {
    case "ZONE_GAP":
      return "与目标差距";
    case "ZONE_STATUS":
      return "是否达到目标";
    case "ZONE_SHARE":
      return whole === null ? "占比(%)" : `占${whole}比重(%)`;
    case "ZONE_GROWTH":
      return "同比增长(%)";
    case "ZONE_DIFF":
      return whole === null ? null : `比${whole}(百分点)`;
  }
}

/** The line of its own that the second operand stands in: 全市, 合计. */
function wholeOf({ cell, line }: OperandCell, table: IndicatorTable): string | null {
  if (line === "own") return null;
  const subject = table.subjects.find(({ at }) => at.kind === "cell" && at.row === cell.row);
  return subject?.label ?? null;
}
