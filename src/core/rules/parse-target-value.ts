import { normaliseText } from "../catalog/index.ts";
import type { Cell } from "../workbook/book.ts";
import type { Comparison } from "./target-rule.ts";
import { findComparison } from "./tier-words.ts";

/** A target as a cell gives it: 17, 17%, ≥17%, 2亿元. */
export interface TargetValue {
  readonly value: number;
  readonly unit: string | null;
  readonly comparison: Comparison | null;
}

const NONE = /^(?:[-—–−/\\×…]+|无|N\/A|不适用|不考核)?$/iu;
const NUMBER = /^([^\d+-]*?)([+-]?\d+(?:\.\d+)?)([^\d]*)$/u;

/** The value of a 目标值 cell; "none" where it sets no target; undefined where it is no number. */
export function parseTargetValue(cell: Cell): TargetValue | "none" | undefined {
  const { value, numberFormat } = cell;
  if (value === null) return "none";
  if (typeof value === "number") {
    const isPercent = numberFormat.replace(/"[^"]*"/g, "").includes("%");
    return {
      value: isPercent ? Number((value * 100).toPrecision(15)) : value,
      unit: isPercent ? "%" : null,
      comparison: null,
    };
  }
  if (typeof value !== "string") return undefined;
  const text = normaliseText(value).replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
  if (NONE.test(text)) return "none";
  const match = NUMBER.exec(text);
  if (match?.[2] === undefined) return undefined;
  const before = match[1] ?? "";
  const after = match[3] ?? "";
  const comparison = findComparison(before + after) ?? null;
  if (before !== "" && comparison === null) return undefined;
  const unit = after.replace(/以上|以内|以下|左右/u, "");
  return { value: Number(match[2]), unit: unit === "" ? null : unit, comparison };
}
