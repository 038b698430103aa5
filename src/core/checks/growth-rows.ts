import { isQuotient } from "../catalog/quotients.ts";
import type { NotEvaluableReason } from "../evaluation/evaluation.ts";
import { growthOf, quantityOf, scale } from "../model/interval.ts";
import { formatPeriod } from "../model/period.ts";
import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import { fieldsOf, periodOf, readPlace } from "../model/table-index.ts";
import { findField, findYearBefore } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import type { Column, NumberReading, TableIndex } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Subject } from "../model/zone.ts";
import type { CheckContext } from "./check.ts";
import { claimOf, standingOf } from "./column-verdict.ts";
import type { Claim, FollowedRatio } from "./column-verdict.ts";
import { operandOf } from "./describe.ts";
import { readClaim } from "./read-claim.ts";

/** Which levels a growth of a measure is taken from. */
export interface Levels {
  readonly current: Measure;
  readonly prior: Measure;
}

const CUMULATIVE: Levels = { current: "actual", prior: "prior" };
/** The two levels a growth is taken from: a month's own growth from the month's. */
export const LEVELS_OF: Readonly<Partial<Record<Measure, Levels>>> & { readonly growth: Levels } = {
  growth: CUMULATIVE,
  fall: CUMULATIVE,
  "growth-other": CUMULATIVE,
  "growth-month": { current: "actual-month", prior: "prior-month" },
};

/** 单位能耗下降率 is the fall of what another name gives. */
const LEVELS_UNDER: Readonly<Record<string, string | undefined>> = {
  "energy-intensity-fall": "energy-intensity",
};

/** A printed growth with the two levels it is taken from. */
export interface JudgedGrowth extends Claim {
  readonly current: NumberReading;
  readonly prior: NumberReading;
}

/**
 * nominal: recomputable · same-scope: where the column follows, else a question · shown: where the column follows, else
 * nothing · given: never.
 */
export type Basis = "nominal" | "same-scope" | "shown" | "given";

/** The growths of a column with their two levels, where the column follows from them; none where it does not. */
export function followedGrowths(context: CheckContext, column: Column): readonly FollowedRatio[] {
  const { index } = context;
  const judged = column.fields.flatMap((field) => {
    const { current, prior } = levelsFor(index, field);
    return index.table.subjects.flatMap((subject): JudgedGrowth[] => {
      const claim = readClaim("growth-mismatch", { index, subject, field });
      if (subject.role !== "zone" || claim.kind !== "number" || field.against !== null) return [];
      if (basisOf(field, subject, index) === "given") return [];
      const row = judgeGrowth(context, subject, claim.reading, current, prior);
      return typeof row === "string" ? [] : [row];
    });
  });
  return standingOf(judged) !== "established"
    ? []
    : judged.map(({ claim, computed, current, prior }) => ({
        claim,
        computed,
        operands: [operandOf("actual", current), operandOf("prior", prior)],
      }));
}

/** The two levels of a growth: last year's from a column of its own, or from the row or column of the year before. */
export function levelsFor(
  index: TableIndex,
  field: Field
): { readonly current: Field | undefined; readonly prior: Field | undefined } {
  const { current: now, prior: before } = LEVELS_OF[field.measure] ?? LEVELS_OF.growth;
  const id = LEVELS_UNDER[field.indicator.id] ?? field.indicator.id;
  if (isOnOpening(index, field))
    return {
      current: findField(index, id, now, field),
      prior: findField(index, id, "opening", field),
    };
  if (field.measure === "growth-other")
    return levelsBefore(index, field) ?? levelsOfYears(index, field);
  return {
    current: findField(index, id, now, field),
    prior:
      findField(index, id, before, field, isPriorPeriod) ?? findYearBefore(index, id, now, field),
  };
}

/** 上年末 | 本年末 | 增长%: the growth of a stock within the year, where last year's is nowhere told. */
function isOnOpening(index: TableIndex, field: Field): boolean {
  const { id } = field.indicator;
  return (
    field.measure === "growth" &&
    !/同比|同期/u.test(field.path.join("")) &&
    fieldsOf(index, id, "prior").length === 0 &&
    fieldsOf(index, id, "opening").length === 1
  );
}

const BASES: readonly (readonly [words: RegExp, base: Measure])[] = [
  [/环比|[比较]上[月期季周旬]/u, "previous"],
  [/[比较](?:年初|期初|上年末|上年底|去年底|去年末)/u, "opening"],
];

/** 本月 | 上月 | 环比%, 年初在库 | 期末在库 | 较年初增长: the level before, that the header names, beside the level now. */
function levelsBefore(index: TableIndex, field: Field): ReturnType<typeof levelsFor> | undefined {
  const words = field.path.join("");
  const base = BASES.find(([named]) => named.test(words))?.[1];
  if (base === undefined) return undefined;
  const { id } = field.indicator;
  const isAny = (): boolean => true;
  if (base === "previous" && field.period?.kind === "quarter")
    return quartersOf(index, field, field.period.quarter);
  const prior = findField(index, id, base, field, isAny);
  if (base === "previous" && prior === undefined) {
    const months = twoMonths(index, field);
    if (months !== undefined) return months;
  }
  const month =
    base === "previous" ? findField(index, id, "actual-month", field, isAny) : undefined;
  return { current: month ?? findField(index, id, "actual", field), prior };
}

/** 6月 | 5月 | 环比%: the later of the only two months, that follow each other, on the earlier. */
function twoMonths(index: TableIndex, field: Field): ReturnType<typeof levelsFor> | undefined {
  const months = fieldsOf(index, field.indicator.id, "actual-month").flatMap((level) => {
    const { period } = level;
    return period?.kind === "month"
      ? [{ level, month: (period.year ?? 0) * 12 + period.month }]
      : [];
  });
  const [one, other] = months.sort((a, b) => b.month - a.month);
  if (months.length !== 2 || one === undefined || one.month - 1 !== other?.month) return undefined;
  return { current: one.level, prior: other.level };
}

/** 一季度 | 二季度 | 二季度环比: one quarter on the one before, the first of which is the year so far. */
function quartersOf(
  index: TableIndex,
  { indicator, measure, period }: Field,
  quarter: number
): ReturnType<typeof levelsFor> {
  const levels = [...OF_YEARS, "actual-month" as const].flatMap((level) =>
    fieldsOf(index, indicator.id, level)
  );
  const find = (wanted: number): Field | undefined =>
    levels.find(({ period: own, measure: level }) =>
      own?.year === period?.year && level !== measure
        ? own?.kind === "quarter"
          ? own.quarter === wanted
          : own?.kind === "cumulative" && own.months === 3 && wanted === 1
        : false
    );
  return { current: find(quarter), prior: find(quarter - 1) };
}

/** 2022年 | 2023年 | 同比 | 2024年 | 同比: an earlier year's growth, between the two years' own columns. */
function levelsOfYears(index: TableIndex, field: Field): ReturnType<typeof levelsFor> {
  const { period } = field;
  const isOfYears =
    period !== null && period.year !== null && !OTHER_BASE.test(field.path.join(""));
  if (!isOfYears || period.year === index.table.period?.year)
    return { current: undefined, prior: undefined };
  const levels = OF_YEARS.flatMap((measure) => fieldsOf(index, field.indicator.id, measure));
  const find = (year: number): Field | undefined => {
    const wanted = formatPeriod({ ...period, year });
    return levels.find((level) => {
      const own = periodOf(index.table, level);
      return own !== null && level.against === null && formatPeriod(own) === wanted;
    });
  };
  return { current: find(period.year), prior: find(period.year - 1) };
}

const OF_YEARS: readonly Measure[] = ["actual", "prior", "prior-year", "previous"];
/** A change that is not taken from the year before. */
const OTHER_BASE = /环比|两年|三年|五年|年均|平均|比上[月期季]|较上[月期季]|比20|较20|累计增/u;

/** Whether a growth may be recomputed from the levels beside it. */
export function basisOf(field: Field, subject: Subject, index: TableIndex): Basis {
  const { table } = index;
  const { growthBasis, isCatalogued, kind } = field.indicator;
  if (field.indicator.id in LEVELS_UNDER) return "shown";
  const isOfQuotient = isQuotient(field.indicator);
  // 单位增加值能耗 is a quotient of its own unit, whose growth may be of constant prices: the rows tell.
  if (kind === "rate" && !isOfQuotient && field.measure === "growth" && isIntensity(field, index))
    return "shown";
  // 现价增速 is taken of the very amounts beside it, whatever prices the indicator's own growth is in.
  if (growthBasis === "constant-price" && field.path.some((text) => /现价|名义/u.test(text)))
    return "shown";
  if ((kind === "rate" && !isOfQuotient) || growthBasis === "constant-price") return "given";
  // A header that declares the basis settles it: no question is left.
  if (field.path.some((text) => /可比|同口径|不变价/.test(text))) return "given";
  if (table.around.givenGrowth.includes(field.indicator.id)) return "given";
  if (field.measure === "growth-other" && BASES.some(([named]) => named.test(field.path.join(""))))
    return "shown";
  if (isOnOpening(index, field)) return "shown";
  const isNominal = (growthBasis === "nominal" && isCatalogued) || growthBasis === "count";
  const isOfRow = subject.role === "zone" || subject.role === "part" || subject.role === "project";
  // 实际增速 is growth without prices, or only no target beside it: the rows tell.
  if (field.path.some((text) => text.includes("实际增"))) {
    return isNominal || isOfRow ? "shown" : "given";
  }
  if (isNominal) return "nominal";
  // 亩均税收 of 合计 and of 全市 grows as its own two values do, where the column shows that growths follow.
  if (isOfQuotient) return "same-scope";
  if (isOfRow) return "same-scope";
  // A total's or 全市's growth is made from growths we do not see, unless its own history shows how.
  return table.subjects.length === 1 ? "shown" : "given";
}

/** Whether what grows is printed in a unit that is no percentage: 吨标准煤/万元. */
function isIntensity({ indicator }: Field, index: TableIndex): boolean {
  return fieldsOf(index, indicator.id, "actual").some(({ unit }) => unit?.family === "intensity");
}

/** A growth held against its two levels, or why it cannot be. */
export function judgeGrowth(
  context: CheckContext,
  subject: Subject,
  claim: NumberReading,
  currentField: Field | undefined,
  priorField: Field | undefined
): JudgedGrowth | NotEvaluableReason {
  const current = readPlace(context.index, subject, currentField);
  if (current.kind === "none") return current.reason;
  const prior = readPlace(context.index, subject, priorField);
  if (prior.kind === "none")
    return priorField === undefined ? "missing-operand" : noBase(prior.reason);
  const factor = unitFactor(prior.place.field.unit, current.place.field.unit);
  if (factor === undefined) return "relation-not-established";
  const growth = growthOf(quantityOf(current.stated), scale(quantityOf(prior.stated), factor));
  if (growth === undefined) return "no-base";
  const isFall = claim.place.field.measure === "fall";
  return { ...claimOf(claim, isFall ? scale(growth, -1) : growth), current, prior };
}

/** A base that is not there (新增, —) leaves growth undefined; an unreadable one is another thing. */
function noBase(reason: NotEvaluableReason): NotEvaluableReason {
  return reason === "missing-operand" ? "no-base" : reason;
}
