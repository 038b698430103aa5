import { push } from "../model/push.ts";
import { cellAt } from "../workbook/book.ts";
import type { Sheet } from "../workbook/book.ts";
import { failed, success } from "../workbook/failure.ts";
import type { Result } from "../workbook/failure.ts";
import { parseScopes } from "./parse-scope.ts";
import { readRulesRow } from "./read-rules-row.ts";
import type { Row, RulesHeads, Texts } from "./read-rules-row.ts";
import { findRulesHeader } from "./rules-rows.ts";
import type { RulesColumn } from "./rules-sheet-columns.ts";
import type { RulesProblem } from "./rules-problem.ts";
import type { TargetRule, ZoneException } from "./target-rule.ts";
import { findStanding } from "./tier-words.ts";

/**
 * Reads the 目标规则 sheet: an ordinary table whose columns stand in any order. A row that names zones is an exception
 * of the row for all zones with the same indicator and measure, or a rule of its own where there is none; "-" for zones
 * by name takes them out of it. A row without a value sets no target. A blank 指标 repeats the one above, and a row that
 * only names zones and a value repeats everything else of it.
 */
export function parseRulesSheet(
  sheet: Sheet
): Result<readonly TargetRule[], readonly RulesProblem[]> {
  const header = findRulesHeader(sheet);
  if (header === undefined) return missingHeader(sheet);
  const problems: RulesProblem[] = [];
  const rows: Row[] = [];
  const heads: RulesHeads = {
    columns: header.columns,
    paces: header.paces,
    standing: findStanding(textAt(sheet, header.row, header.columns.get("目标值") ?? 0)),
  };
  const last = sheet.origin.row + sheet.values.length;
  let above: Texts = new Map();
  for (let row = header.row + 1; row < last; row += 1) {
    const texts = readTexts(sheet, row, header.columns);
    const isContinued = !texts.has("指标") && texts.has("适用") && texts.has("目标值");
    const named = isContinued
      ? new Map([...texts, ["指标", above.get("指标") ?? ""] as const])
      : texts;
    if ((named.get("指标") ?? "") === "" || !named.has("目标值")) continue;
    const whole = withDefaults(named, above);
    above = whole;
    rows.push(...readRulesRow({ sheet, row, heads, texts: whole }, problems));
  }
  return problems.length > 0 ? failed(problems) : success(mergeExceptions(rows));
}

function missingHeader(sheet: Sheet): Result<readonly TargetRule[], readonly RulesProblem[]> {
  const isEmpty = sheet.values.every((row) => row.every((value) => value === null || value === ""));
  if (isEmpty) return success([]);
  return failed(
    ["指标", "目标值"].map((column) => ({ code: "missing-column", path: "A1", column }))
  );
}

function textAt(sheet: Sheet, row: number, column: number): string {
  const { value } = cellAt(sheet, row, column);
  if (value === null || typeof value === "object") return "";
  return String(value).normalize("NFKC").replace(/\s+/gu, "");
}

/** Names below each other in one cell are a list. */
function listAt(sheet: Sheet, row: number, column: number): string {
  const { value } = cellAt(sheet, row, column);
  return typeof value === "string" ? value.trim().replace(/\s*[\r\n]+\s*/gu, "、") : "";
}

function readTexts(sheet: Sheet, row: number, columns: ReadonlyMap<RulesColumn, number>): Texts {
  const texts = new Map<RulesColumn, string>();
  for (const [name, column] of columns) {
    const text = name === "适用" ? listAt(sheet, row, column) : textAt(sheet, row, column);
    if (text !== "") texts.set(name, text);
  }
  return texts;
}

const REPEATED: readonly RulesColumn[] = [
  ..."口径 比较 单位 类型 档次 来源 期间 级别".split(" "),
] as readonly RulesColumn[];

/**
 * 工业投资 | 河津 | 16 under 工业投资 | 同比 | 全部 | 不低于 | 17 | %: what a row for zones by name leaves blank is that of
 * the row above of the same indicator, unless it names a measure or a unit of its own.
 */
function withDefaults(texts: Texts, above: Texts): Texts {
  const isOfAbove = texts.get("指标") === above.get("指标");
  const namesZones = parseScopes(texts.get("适用") ?? "").some(({ zones }) => zones.length > 0);
  const isSame = (name: RulesColumn): boolean =>
    !texts.has(name) || texts.get(name) === above.get(name);
  if (!isOfAbove || !namesZones || !isSame("口径") || !isSame("单位")) return texts;
  const unit = unitIn(texts.get("目标值") ?? "");
  if (unit !== null && unit !== (above.get("单位") ?? unitIn(above.get("目标值") ?? "")))
    return texts;
  const repeated = REPEATED.flatMap((name) => {
    const text = above.get(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return new Map([...repeated, ...texts]);
}

function unitIn(text: string): string | null {
  return /\d(%|个?百分点|[\p{Script=Han}]+)/u.exec(text)?.[1]?.replace(/以[上下内]$/u, "") ?? null;
}

/** Gives a row that names zones to the row it is an exception of. */
function mergeExceptions(rows: readonly Row[]): readonly TargetRule[] {
  const own = rows.flatMap((row) => (row.kind === "rule" ? [row.rule] : []));
  const exceptions = new Map<TargetRule, ZoneException[]>();
  const bases = new Map<string, TargetRule>();
  for (const rule of own) {
    if (rule.zones.length === 0 && !bases.has(keyOf(rule))) bases.set(keyOf(rule), rule);
  }
  const rules: TargetRule[] = [];
  for (const rule of own) {
    const base = rule.zones.length === 0 ? undefined : bases.get(keyOf(rule));
    if (base === undefined) {
      rules.push(rule);
      continue;
    }
    for (const zone of rule.zones)
      push(exceptions, base, { zone, value: rule.value, origin: rule.origin });
  }
  return rules.map((rule) => ({
    ...rule,
    except: exceptions.get(rule) ?? [],
    exempt: [...new Set([...rule.exempt, ...exemptOf(rule, rows)])],
  }));
}

/** Zones whose own row says "-". */
function exemptOf(rule: TargetRule, rows: readonly Row[]): readonly string[] {
  if (rule.zones.length > 0) return [];
  return rows.flatMap((row) =>
    row.kind === "exempt" &&
    row.indicator === rule.indicator &&
    (row.measure === null || row.measure === rule.measure)
      ? row.zones
      : []
  );
}

function keyOf(rule: TargetRule): string {
  const { indicator, measure, comparison, unit, tier, period, relativeTo, standing, kind } = rule;
  return [indicator, measure, comparison, unit, tier, period, relativeTo, standing, kind].join("|");
}
