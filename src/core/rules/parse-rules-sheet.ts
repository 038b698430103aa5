import { canonicalZoneName } from "../catalog/index.ts";
import type { Measure } from "../model/measure.ts";
import type { ZoneKind } from "../model/zone.ts";
import { formatCell } from "../workbook/address.ts";
import { cellAt } from "../workbook/book.ts";
import type { Sheet } from "../workbook/book.ts";
import { failed, success } from "../workbook/failure.ts";
import type { Result } from "../workbook/failure.ts";
import {
  defaultComparison,
  defaultKind,
  defaultMeasure,
  indicatorOf,
  measureOf,
  periodText,
} from "./build-rule.ts";
import { parseTargetValue } from "./parse-target-value.ts";
import {
  COMPARISON_WORDS,
  KIND_WORDS,
  TIER_WORDS,
  findRuleKind,
  findWord,
  findZoneKind,
  knownWords,
} from "./rule-words.ts";
import { findRulesColumn } from "./rules-sheet-columns.ts";
import type { RulesColumn } from "./rules-sheet-columns.ts";
import type { RulesProblem } from "./rules-problem.ts";
import type { TargetRule, ZoneException } from "./target-rule.ts";
import { findComparison, findTier } from "./tier-words.ts";

const HEADER_WITHIN = 20;

/**
 * Reads the 目标规则 sheet: an ordinary table whose columns stand in any order. A row that names zones is an exception
 * of the row for all zones with the same indicator and measure, or a rule of its own where there is none. A row
 * without a value, or with "-", sets no target. A blank 指标 repeats the one above.
 */
export function parseRulesSheet(
  sheet: Sheet
): Result<readonly TargetRule[], readonly RulesProblem[]> {
  const header = findHeader(sheet);
  if (header === undefined) return missingHeader(sheet);
  const problems: RulesProblem[] = [];
  const rows: Row[] = [];
  const last = sheet.origin.row + sheet.values.length;
  let above: Texts = new Map();
  for (let row = header.row + 1; row < last; row += 1) {
    const texts = readTexts(sheet, row, header.columns);
    const isContinued = !texts.has("指标") && texts.has("适用") && texts.has("目标值");
    const whole = isContinued ? inherit(texts, above) : texts;
    if (!whole.has("指标") || !whole.has("目标值")) continue;
    above = whole;
    const read = readRow(sheet, row, header.columns, whole, problems);
    if (read !== undefined) rows.push(read);
  }
  return problems.length > 0 ? failed(problems) : success(mergeExceptions(rows));
}

type Columns = ReadonlyMap<RulesColumn, number>;
type Texts = ReadonlyMap<RulesColumn, string>;
interface Row {
  readonly rule: TargetRule;
}

function findHeader(sheet: Sheet): { readonly row: number; readonly columns: Columns } | undefined {
  const { origin, values } = sheet;
  for (let row = origin.row; row < origin.row + Math.min(HEADER_WITHIN, values.length); row += 1) {
    const columns = new Map<RulesColumn, number>();
    const width = values[row - origin.row]?.length ?? 0;
    for (let column = origin.column; column < origin.column + width; column += 1) {
      const name = findRulesColumn(textAt(sheet, row, column));
      if (name !== undefined && !columns.has(name)) columns.set(name, column);
    }
    if (columns.has("指标") && columns.has("目标值")) return { row, columns };
  }
  return undefined;
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
  if (typeof value !== "string" && typeof value !== "number") return "";
  return String(value).normalize("NFKC").replace(/\s+/gu, "");
}

function readTexts(sheet: Sheet, row: number, columns: Columns): Texts {
  const texts = new Map<RulesColumn, string>();
  for (const [name, column] of columns) {
    const text = textAt(sheet, row, column);
    if (text !== "") texts.set(name, text);
  }
  return texts;
}

function inherit(texts: Texts, above: Texts): Texts {
  return new Map([...above, ...texts]);
}

function readRow(
  sheet: Sheet,
  row: number,
  columns: Columns,
  texts: Texts,
  problems: RulesProblem[]
): Row | undefined {
  const cellOf = (name: RulesColumn): string =>
    formatCell({ row, column: columns.get(name) ?? columns.get("指标") ?? 0 });
  const valueCell = cellAt(sheet, row, columns.get("目标值") ?? 0);
  const parsed = parseTargetValue(valueCell);
  if (parsed === "none") return undefined;
  if (parsed === undefined) {
    problems.push({ code: "wrong-type", path: cellOf("目标值"), expected: "number" });
    return undefined;
  }
  const word = <T>(
    name: RulesColumn,
    find: (text: string) => T | undefined,
    known: readonly string[]
  ): T | undefined => {
    const text = texts.get(name);
    if (text === undefined) return undefined;
    const found = find(text);
    if (found === undefined) {
      problems.push({ code: "unknown-word", path: cellOf(name), found: text, known });
    }
    return found;
  };
  const indicator = indicatorOf(texts.get("指标") ?? "");
  const unit = texts.get("单位") ?? parsed.unit;
  const measure: Measure =
    word("口径", (text) => measureOf(text, indicator), ["同比增速", "占比", "完成值"]) ??
    defaultMeasure(indicator, unit);
  const comparison =
    word(
      "比较",
      (text) => findWord(COMPARISON_WORDS, text) ?? findComparison(text),
      Object.values(COMPARISON_WORDS)
    ) ??
    parsed.comparison ??
    defaultComparison(indicator);
  const kind = word("类型", findRuleKind, knownWords(KIND_WORDS));
  const tier = word(
    "档次",
    (text) => findWord(TIER_WORDS, text) ?? findTier(text),
    Object.values(TIER_WORDS)
  );
  const period = word("期间", periodText, ["2023年1-6月", "2023年"]);
  const scope = parseScope(texts.get("适用") ?? "");
  const cell = cellOf("目标值");
  return {
    rule: {
      id: `${sheet.name}!${cell}`,
      indicator: indicator.id,
      measure,
      comparison,
      value: parsed.value,
      unit,
      zones: scope.zones,
      zoneKind: scope.kind,
      except: [],
      tier: tier ?? "assessed",
      standing: texts.get("来源") ?? null,
      period: period ?? null,
      kind: kind ?? defaultKind(indicator, measure, unit),
      remarkRequired: /说明|核实|强制|required/iu.test(texts.get("级别") ?? ""),
      origin: { kind: "rules-sheet", sheet: sheet.name, cell },
    },
  };
}

const ALL_ZONES =
  /^(?:全部|所有|默认|其余|其他|缺省|各)?(?:开发区|省级开发区|园区)?$|^全市(?:开发区)?$|^all$/iu;

/** Who a rule is for: everybody, a kind of zones, or zones by name. */
function parseScope(text: string): {
  readonly zones: readonly string[];
  readonly kind: ZoneKind | null;
} {
  const names = text.split(/[、,;;\n/]|和(?=\p{Script=Han}{2})/u).filter((name) => name !== "");
  if (names.length === 0 || names.some((name) => ALL_ZONES.test(name))) {
    return { zones: [], kind: null };
  }
  const [first] = names;
  const kind = names.length === 1 && first !== undefined ? findZoneKind(first) : undefined;
  if (kind !== undefined) return { zones: [], kind };
  return { zones: [...new Set(names.map(canonicalZoneName))], kind: null };
}

/** Gives a row that names zones to the row it is an exception of. */
function mergeExceptions(rows: readonly Row[]): readonly TargetRule[] {
  const exceptions = new Map<TargetRule, ZoneException[]>();
  const bases = new Map<string, TargetRule>();
  for (const { rule } of rows) {
    if (rule.zones.length === 0 && !bases.has(keyOf(rule))) bases.set(keyOf(rule), rule);
  }
  const rules: TargetRule[] = [];
  for (const { rule } of rows) {
    const base = rule.zones.length === 0 ? undefined : bases.get(keyOf(rule));
    if (base === undefined) {
      rules.push(rule);
      continue;
    }
    const own = rule.zones.map((zone) => ({ zone, value: rule.value, origin: rule.origin }));
    exceptions.set(base, [...(exceptions.get(base) ?? []), ...own]);
  }
  return rules.map((rule) => ({ ...rule, except: exceptions.get(rule) ?? [] }));
}

function keyOf(rule: TargetRule): string {
  const { indicator, measure, comparison, unit, tier, period } = rule;
  return [indicator, measure, comparison, unit, tier, period].join("|");
}
