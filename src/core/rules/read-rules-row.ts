import { levelMeasureOf, recogniseIndicator, recogniseMeasure } from "../catalog/index.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/measure.ts";
import { formatCell } from "../workbook/address.ts";
import { cellAt } from "../workbook/book.ts";
import type { Sheet } from "../workbook/book.ts";
import {
  defaultComparison,
  defaultKind,
  defaultMeasure,
  indicatorOf,
  measureOf,
  periodText,
} from "./build-rule.ts";
import { readPaceColumns } from "./pace-columns.ts";
import { parsePacePlan } from "./pace-plan.ts";
import { parseScopes } from "./parse-scope.ts";
import type { Scope } from "./parse-scope.ts";
import { parseTargetCell } from "./parse-target-cell.ts";
import type { TargetClause } from "./parse-limit.ts";
import {
  COMPARISON_WORDS,
  KIND_WORDS,
  TIER_WORDS,
  findRuleKind,
  findWord,
  knownWords,
} from "./rule-words.ts";
import type { RulesColumn } from "./rules-sheet-columns.ts";
import type { RulesProblem } from "./rules-problem.ts";
import type { Comparison, TargetRule } from "./target-rule.ts";
import { findComparison, findTier } from "./tier-words.ts";

export type Texts = ReadonlyMap<RulesColumn, string>;

/** Where the columns stand, and who set the targets where the header of theirs says it: 省定目标值. */
export interface RulesHeads {
  readonly columns: ReadonlyMap<RulesColumn, number>;
  readonly paces: ReadonlyMap<number, number>;
  readonly standing: string | null;
}

/** The texts of one row, with what it repeats of the row above. */
interface RowTexts {
  readonly sheet: Sheet;
  /** From 0. */
  readonly row: number;
  readonly heads: RulesHeads;
  readonly texts: Texts;
}

/** One rule of a row, or the zones that a "-" takes out of the rules for all. */
export type Row =
  | { readonly kind: "rule"; readonly rule: TargetRule }
  | {
      readonly kind: "exempt";
      readonly zones: readonly string[];
      readonly indicator: string;
      readonly measure: Measure | null;
    };

/** The rules one row makes; what cannot be read is told with its cell. */
export function readRulesRow(
  { sheet, row, heads, texts }: RowTexts,
  problems: RulesProblem[]
): readonly Row[] {
  const { columns } = heads;
  const cellOf = (name: RulesColumn): string =>
    formatCell({ row, column: columns.get(name) ?? columns.get("指标") ?? 0 });
  const cell = cellOf("目标值");
  const rate = rateOf(texts.get("指标") ?? "", texts.get("口径") ?? "");
  const indicator = rate ?? indicatorOf(texts.get("指标") ?? "");
  const scopes = parseScopes(texts.get("适用") ?? "");
  const parsed = parseTargetCell(cellAt(sheet, row, columns.get("目标值") ?? 0));
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
  const asWritten = word("口径", (text) => measureOf(text, indicator), [
    "同比增速",
    "占比",
    "完成值",
  ]);
  const named = rate === undefined ? asWritten : levelMeasureOf(rate);
  const spoken = measureIn(texts.get("指标") ?? "");
  if (parsed === "none") {
    const zones = scopes.flatMap((scope) => scope.zones);
    return [{ kind: "exempt", zones, indicator: indicator.id, measure: named ?? spoken ?? null }];
  }
  if (parsed === undefined) {
    const found = texts.get("目标值") ?? "";
    problems.push({ code: "unknown-word", path: cell, found, known: TARGET_EXAMPLES });
    return [];
  }
  const comparison = word(
    "比较",
    (text) => findWord(COMPARISON_WORDS, text) ?? findComparison(text),
    Object.values(COMPARISON_WORDS)
  );
  const kind = word("类型", findRuleKind, knownWords(KIND_WORDS));
  const tier = word(
    "档次",
    (text) => findWord(TIER_WORDS, text) ?? findTier(text),
    Object.values(TIER_WORDS)
  );
  const period = word("期间", periodText, ["2023年1-6月", "2023年"]);
  const standing = texts.get("来源") ?? heads.standing;
  const written = parsePacePlan(texts.get("类型") ?? "");
  const pace = written.length > 0 ? written : readPaceColumns(sheet, row, heads.paces);
  return parsed.flatMap((clause) => {
    const unit = texts.get("单位") ?? clause.unit;
    const measure = measureOfClause(clause, named ?? spoken, indicator, unit);
    return whomOf(clause, scopes).map(({ zones, kind: zoneKind, exempt }): Row => ({
      kind: "rule",
      rule: {
        id: `${sheet.name}!${cell}`,
        indicator: indicator.id,
        measure,
        comparison: comparisonOf(clause, comparison, indicator),
        value: clause.value,
        unit: clause.isYesNo ? null : unit,
        zones,
        zoneKind,
        except: [],
        exempt,
        relativeTo: clause.relativeTo,
        tier: clause.tier ?? tier ?? "assessed",
        standing,
        period: period ?? null,
        kind: clause.isYesNo
          ? "yes-no"
          : (kind ??
            (pace.length > 0 && measure === "actual"
              ? "annual-level"
              : defaultKind(indicator, measure, {
                  unit,
                  period: period ?? null,
                  relativeTo: clause.relativeTo,
                }))),
        pace,
        remarkRequired: /^(?:是|√)$|说明|核实|强制|required/iu.test(texts.get("级别") ?? ""),
        origin: { kind: "rules-sheet", sheet: sheet.name, cell },
      },
    }));
  });
}

/** 区域评估 | 完成率 and 签约项目 | 开工率: a rate that the catalogue has under both names, or under its own. */
function rateOf(name: string, measure: string): Indicator | undefined {
  if (!measure.endsWith("率") || indicatorOf(name).kind === "rate") return undefined;
  return [name + measure, measure]
    .map((text) => recogniseIndicator(text))
    .find((one) => one?.kind === "rate");
}

const SPOKEN: ReadonlySet<Measure> = new Set([
  "growth",
  "share",
  "rank",
  "rate-change",
  "difference",
]);

/** 工业投资增速: what the name itself says is judged. */
function measureIn(text: string): Measure | undefined {
  const measure = recogniseMeasure(text);
  return measure !== undefined && SPOKEN.has(measure) ? measure : undefined;
}

/** Ways a target may be written, for the message of one that cannot be read. */
const TARGET_EXAMPLES: readonly string[] = [
  "17",
  "≥17%",
  "不低于17%",
  "河津16%、其余17%",
  "高于全市平均",
  "进入前3位",
  "是",
  "-",
];

/** 进入前3位 and 是 say what they speak of, whatever the row's 口径; 增长17% only where the row says nothing. */
function measureOfClause(
  clause: TargetClause,
  named: Measure | undefined,
  indicator: Indicator,
  unit: string | null
): Measure {
  if (clause.isYesNo) return "verdict";
  if (clause.measure === "rank" || clause.measure === "rate-change") return clause.measure;
  return named ?? clause.measure ?? defaultMeasure(indicator, unit);
}

function comparisonOf(
  clause: TargetClause,
  named: Comparison | undefined,
  indicator: Indicator
): Comparison {
  // The smaller place is the better one, whatever the column says of amounts.
  if (clause.measure === "rank") return "at-most";
  return clause.comparison ?? named ?? defaultComparison(indicator);
}

/** Whom a clause speaks of: the zones in its own words, else those of the row, without what it leaves out. */
function whomOf({ scope }: TargetClause, row: readonly Scope[]): readonly Scope[] {
  if (scope === null) return row;
  if (scope.zones.length > 0 || scope.kind !== null) return [scope];
  return row.map((one) => ({ ...one, exempt: [...one.exempt, ...scope.exempt] }));
}
