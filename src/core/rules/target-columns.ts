import type { TableIndex } from "../model/table-index.ts";
import { fieldsOf, periodOf, readPlace } from "../model/table-index.ts";
import { formatPeriod } from "../model/period.ts";
import type { Period } from "../model/period.ts";
import type { Measure } from "../model/measure.ts";
import { observationAt } from "../model/table.ts";
import type { Field } from "../model/table.ts";
import { formatCell } from "../workbook/address.ts";
import { recogniseUnit } from "../catalog/index.ts";
import { parseAims } from "./limit-text.ts";
import type { TargetClause } from "./parse-limit.ts";
import { measureInUnit, targetMeasure } from "./target-measure.ts";
import type { TargetRule } from "./target-rule.ts";
import { findComparison, findStanding, findTier } from "./tier-words.ts";

/** A rule that a table brings along, which holds for one of its rows alone. */
export interface ColumnRule {
  readonly rule: TargetRule;
  readonly subject: number;
  /** The target column; of a target in the text of header, title or note, the column it is held against. */
  readonly field: Field;
  readonly stands: "in-cell" | "in-text";
}

/** The targets in a table's own target columns; a cell with "-" sets none. */
export function readTargetColumns(index: TableIndex): readonly ColumnRule[] {
  const { table } = index;
  const rules: ColumnRule[] = [];
  for (const field of table.fields) {
    if (field.measure !== "target" && field.measure !== "target-part") continue;
    rules.push(...inWords(index, field));
    const measure = targetMeasure(index, field);
    if (measure === null) continue;
    const base = describeColumn(index, field, measure);
    for (const subject of table.subjects) {
      if (subject.role === "reference" || subject.role === "average") continue;
      const reading = readPlace(index, subject, field);
      if (reading.kind === "none") continue;
      const cell = formatCell(reading.observation.at);
      const { content } = reading.observation;
      // ≤5% typed into the cell says more than the header.
      const own =
        content.kind === "number" && content.fromText !== null
          ? findComparison(content.fromText.normalize("NFKC"))
          : undefined;
      rules.push({
        subject: subject.index,
        field,
        stands: "in-cell",
        rule: {
          ...base,
          comparison: own ?? base.comparison,
          id: `${table.sheet}!${cell}`,
          value: reading.stated.value,
          zones: [subject.name],
          origin: { kind: "target-column", sheet: table.sheet, cell },
        },
      });
    }
  }
  return rules;
}

/** 高于全市平均, 进入前3位, 增长17%以上: limits in words. */
function inWords(index: TableIndex, field: Field): readonly ColumnRule[] {
  const { table } = index;
  return table.subjects.flatMap((subject): readonly ColumnRule[] => {
    const observation = observationAt(table, subject.index, field.index);
    if (observation?.content.kind !== "word") return [];
    const cell = formatCell(observation.at);
    return (parseAims(observation.content.text) ?? []).flatMap((said): readonly ColumnRule[] => {
      const clause = asFall(index, field, said);
      const measure = measureOf(index, field, clause);
      if (measure === null) return [];
      const base = describeColumn(index, field, measure);
      const rule: TargetRule = {
        ...base,
        id: `${table.sheet}!${cell}`,
        comparison: clause.comparison ?? base.comparison,
        value: clause.value,
        relativeTo: clause.relativeTo,
        unit: clause.unit,
        zones: [subject.name],
        origin: { kind: "target-column", sheet: table.sheet, cell },
      };
      return [{ subject: subject.index, field, stands: "in-cell", rule }];
    });
  });
}

const TURNED = { "at-least": "at-most", "at-most": "at-least" } as const;

/** 下降3.2% beside 下降率, where a positive number is a fall, is a fall of 3.2% or more. */
function asFall(index: TableIndex, field: Field, clause: TargetClause): TargetClause {
  const has = (measure: Measure): boolean =>
    fieldsOf(index, field.indicator.id, measure).length > 0;
  const { comparison } = clause;
  if (clause.measure !== "growth" || clause.relativeTo !== null || has("growth") || !has("fall"))
    return clause;
  return {
    ...clause,
    measure: "fall",
    value: -clause.value,
    comparison:
      comparison === "at-least" || comparison === "at-most" ? TURNED[comparison] : comparison,
  };
}

/** What a limit in words is of: a growth where neither they nor a unit nor the header say. */
function measureOf(index: TableIndex, field: Field, clause: TargetClause): Measure | null {
  if (clause.measure !== null) return clause.measure;
  if (clause.relativeTo === null)
    return measureInUnit(
      index,
      field,
      clause.unit === null ? undefined : recogniseUnit(clause.unit)
    );
  return /占比|比重/u.test(field.path.join(" ")) ? "share" : "growth";
}

type Described = Omit<TargetRule, "id" | "value" | "zones" | "origin">;

function describeColumn(index: TableIndex, field: Field, measure: Measure): Described {
  const words = field.path.join(" ");
  // The first place is the best one, whatever is ranked.
  // and the larger a fall, the better for what is better low.
  const isLow = field.indicator.direction === "lower-is-better" && measure !== "fall";
  const lowerIsBetter = measure === "rank" || isLow;
  const period = periodOf(index.table, field);
  return {
    indicator: field.indicator.id,
    measure,
    comparison: findComparison(words) ?? (lowerIsBetter ? "at-most" : "at-least"),
    unit: field.unit?.name ?? null,
    zoneKind: null,
    except: [],
    exempt: [],
    relativeTo: null,
    pace: [],
    tier: findTier(words) ?? "assessed",
    standing: findStanding(words),
    period: yearAimedAt(index, field),
    kind: kindOf(index, field, measure, period),
    remarkRequired: false,
  };
}

/** 2021年 | … | 2024年 | 2025年目标: of several years told, the one that the target is set for; else whatever is told. */
function yearAimedAt({ table }: TableIndex, { path, period }: Field): string | null {
  if (period?.kind !== "year" || !path.some((text) => text.includes(String(period.year))))
    return null;
  const years = new Set(
    table.fields.flatMap((field) =>
      field.measure === "actual" && field.period?.kind === "year" ? [field.period.year] : []
    )
  );
  return years.size > 1 ? formatPeriod(period) : null;
}

const PACED: readonly Measure[] = ["pace", "pace-difference"];

function kindOf(
  index: TableIndex,
  field: Field,
  measure: Measure,
  period: Period | null
): TargetRule["kind"] {
  if (measure === "share") return "share";
  if (measure !== "actual" || field.indicator.kind === "rate") return "rate";
  if (field.measure === "target-part") return "pace-level";
  // An amount is set for the year unless its header says another time.
  const isOfPart = field.period !== null && !isWholeYear(field.period) && period === field.period;
  // 目标 | 完成率 | 时间进度差: what is held to the time of the year is set for the year.
  const isPaced = PACED.some((paced) => fieldsOf(index, field.indicator.id, paced).length > 0);
  if (
    isOfPart &&
    !isPaced &&
    /目标|计划/u.test(field.path.join("")) &&
    !/年度|全年|年计划|[本今当]年|\d{4}年(?!\d|上半年|第?[一二三四]季)/u.test(field.path.join(""))
  ) {
    return "level";
  }
  return "annual-level";
}

/** 2023, and 1-12月 of it. */
export function isWholeYear(period: Period): boolean {
  return period.kind === "year" || (period.kind === "cumulative" && period.months === 12);
}

/** Whether a rule limited to a period holds for another: the same, or any part of its year. */
export function holdsForPeriod(limit: string | null, period: Period | null): boolean {
  if (limit === null || period === null) return true;
  const text = formatPeriod(period);
  if (text === limit) return true;
  const isUndated = text.startsWith("????") || limit.startsWith("????");
  if (isUndated && text.slice(4) === limit.slice(4)) return true;
  return /^\d{4}$/.test(limit) && (text.startsWith(limit) || isUndated);
}
