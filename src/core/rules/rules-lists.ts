import { indicatorById, isAllZonesLabel, normaliseText } from "../catalog/index.ts";
import { parsePeriod } from "../catalog/periods.ts";
import type { Sheet } from "../workbook/book.ts";
import { isOwnSheet } from "../workbook/own-sheets.ts";
import { cellAt } from "../workbook/book.ts";
import { parseRulesSheet } from "./parse-rules-sheet.ts";
import { findRulesHeader } from "./rules-rows.ts";
import { findRulesColumn } from "./rules-sheet-columns.ts";
import type { TargetRule } from "./target-rule.ts";

/** What else may stand beside the columns of a list of targets; a column of what was done makes a table of it. */
const BESIDE =
  /^(?:序号|编号|类别|分类|指标类别|指标类型|责任单位|责任部门|责任人|责任领导|牵头单位|牵头部门|配合单位|数据来源|依据|权重|分值)$/u;

const known = new WeakMap<Sheet, readonly TargetRule[] | null>();

/**
 * The rules of a sheet that lists targets under whatever name an office gives it (考核目标: 考核指标 | 省定目标值 | 适用范围);
 * null for any other sheet. All of it must be readable, and an indicator known: else it stays what the reader makes of it.
 */
export function readRulesList(sheet: Sheet): readonly TargetRule[] | null {
  const before = known.get(sheet);
  if (before !== undefined) return before;
  const rules = isOwnSheet(sheet.name) ? null : read(sheet);
  known.set(sheet, rules);
  return rules;
}

function read(sheet: Sheet): readonly TargetRule[] | null {
  const header = findRulesHeader(sheet);
  if (header === undefined) return null;
  const { origin, values } = sheet;
  const heads = (values[header.row - origin.row] ?? []).flatMap((value) =>
    typeof value === "string" && value.trim() !== ""
      ? [value.normalize("NFKC").replace(/\s+/gu, "")]
      : []
  );
  if (!heads.every((head) => findRulesColumn(head) !== undefined || BESIDE.test(head))) return null;
  const head = heads.find((text) => findRulesColumn(text) === "目标值") ?? "";
  const titles = titlesOf(sheet, header.row);
  if (!AIMED.test(head) || (!header.columns.has("适用") && titles.some(isOfOneZone))) return null;
  const parsed = parseRulesSheet(sheet);
  if (!parsed.ok || !parsed.value.some(({ indicator }) => indicatorById(indicator) !== undefined))
    return null;
  // 2024年考核目标: the year that the title or the sheet's name is of.
  const year = titles.flatMap((text) => parsePeriod(text)?.year ?? [])[0];
  return parsed.value.map((rule) => ({
    ...rule,
    period: rule.period ?? (year === undefined ? null : String(year)),
  }));
}

const AIMED = /目标|任务|要求|省定|省初定|市定|下达/u;

function titlesOf(sheet: Sheet, header: number): readonly string[] {
  const titles = Array.from({ length: header - sheet.origin.row }, (_, row) => {
    const { value } = cellAt(sheet, sheet.origin.row + row, sheet.origin.column);
    return typeof value === "string" ? value : "";
  });
  return [...titles, sheet.name];
}

/** 河津经济技术开发区2024年目标任务书: one zone's targets stand in a table of its own. */
function isOfOneZone(title: string): boolean {
  const zone = /^(?:\d{4}年度?)?(.*?(?:开发区|园区|高新区|经开区|示范区|集聚区|产业园))/u.exec(
    normaliseText(title)
  )?.[1];
  return zone !== undefined && !isAllZonesLabel(zone) && !/[各全]|所有/u.test(zone);
}
