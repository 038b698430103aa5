import { isQuotient } from "../catalog/quotients.ts";
import { readAttainedPlan, statedPlan } from "../catalog/attained-plan.ts";
import type { RateBasis } from "../findings/finding.ts";
import { withYear } from "../catalog/periods.ts";
import type { TableIndex } from "../model/table-index.ts";
import { periodOf } from "../model/table-index.ts";
import { isSamePeriod } from "../model/same-period.ts";
import { observationAt } from "../model/table.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { funnelQuotients } from "./funnel-ways.ts";
import { targetMeasure } from "../rules/target-measure.ts";

/** One way to compute a rate: which column is divided by which, and what that counts. */
export interface RateWay {
  /** The same for the same kind of quotient all over a column. */
  readonly key: string;
  readonly basis: RateBasis;
  readonly part: Field;
  readonly whole: Field;
  /** Nothing in the words beside it says that it is meant: it counts where the column shows it. */
  readonly isGuess: boolean;
}

const STAGE_RATE =
  /(?:签约|履约|开工|开复工|复工|投产|投用|竣工|达效|达产|到位|整改|评估完成|使用|利用|完成|建成|供地|开发|办结|验收|入驻|出租|盘活|处置)率/u;
/** Words of a part: what is already done of a whole. */
const PART_WORD = /已|完成|落地|投用|投产|入统|达效|销号|到位|其中|使用/u;
/** Farther columns belong to something else. */
const REACH = 8;

/** 开工率, 投产率, 达效率, 完成率 …: rates whose numerator and denominator stand beside them. */
export function isRateField(field: Field): boolean {
  const { indicator, measure } = field;
  if (measure === "rate") return true;
  // 占年度目标(2.4亿元)%: its plan stands in its own header.
  if (measure === "attainment" && statedPlan(field.path.at(-1) ?? "") !== undefined) return false;
  if (measure === "attainment") return indicator.kind !== "rate" || isQuotient(indicator);
  return (
    measure === "actual" &&
    indicator.kind === "rate" &&
    STAGE_RATE.test(field.path.at(-1) ?? indicator.name)
  );
}

/** The basis the header declares: 开工率(按投资). */
export function declaredBasis(field: Field): RateBasis | null {
  const words = field.path.at(-1) ?? "";
  const declared = /按([^)）]*)/u.exec(words)?.[1] ?? "";
  if (/产值/u.test(declared)) return "output";
  if (/完成投资/u.test(declared)) return "completed-investment";
  if (/投资|金额/u.test(declared)) return "investment";
  return /个|项目数|户|数量/u.test(declared) ? "count" : null;
}

/** Everything beside a rate that it may be the quotient of. */
export function waysOf(index: TableIndex, rate: Field): readonly RateWay[] {
  const near = index.table.fields.filter((field) => isNear(index, field, rate));
  const parts = near.filter((field) => isPart(field, rate));
  const wholes = plansOf(index, near, rate);
  const told = parts.flatMap((own) => {
    const isBare = isBareCount(index, own);
    return wholes.flatMap((whole) => {
      const part = isBare && whole.unit?.family === "count" ? { ...own, unit: whole.unit } : own;
      return whole !== own && isWhole(index, whole, part, rate)
        ? [
            {
              key: keyOf(index, part, whole),
              basis: basisOf(part, whole),
              part,
              whole,
              isGuess: false,
            },
          ]
        : [];
    });
  });
  const known = new Set(told.map(({ key }) => key));
  const guessed = funnelQuotients(index, rate).map(({ part, whole }) => ({
    key: keyOf(index, part, whole),
    basis: basisOf(part, whole),
    part,
    whole,
    isGuess: true,
  }));
  return [...told, ...guessed.filter(({ key }) => !known.has(key))];
}

/** 个数 | 投资额(亿元) | 已开工: a word without a unit over whole numbers counts projects, whatever stands before it. */
export function isBareCount(index: TableIndex, { measure, unit, path, index: at }: Field): boolean {
  if (measure !== "done" || unit?.family !== "money" || index.table.orientation !== "zones-in-rows")
    return false;
  if (/[(（]|投资|资金|金额|产值|元/u.test(path.at(-1) ?? "")) return false;
  const numbers = index.table.subjects.flatMap((subject) => {
    const content = observationAt(index.table, subject.index, at)?.content;
    return content?.kind === "number" ? [content.stated.value] : [];
  });
  return numbers.length > 0 && numbers.every(Number.isInteger);
}

/** 完成前三季度目标 is held to that plan, and 完成年度目标 to the year's: of several plans the one its words name. */
function plansOf(index: TableIndex, all: readonly Field[], rate: Field): readonly Field[] {
  const near = rate.measure === "attainment" ? namedPlans(all, rate) : all;
  const plan = rate.measure === "attainment" ? readPlan(rate) : undefined;
  if (plan === undefined || plan.plan === "open") return near;
  const hasPlans = near.some(({ measure }) => measure === "target" || measure === "target-part");
  if (!hasPlans) return near;
  const year = index.table.period?.year ?? null;
  return near.filter((field) => {
    if (plan.plan === "year") return field.measure !== "target-part";
    if (field.measure !== "target-part") return false;
    const own = periodOf(index.table, field);
    return (
      plan.period === null ||
      own === null ||
      isSamePeriod(withYear(plan.period, own.year ?? year), own)
    );
  });
}

/** What tells one of several plans from the others: 年初预算 and 调整预算, 省定 and 市定. */
const STANDING_OF_PLAN = /基本|年初|调整|变动|省定|市定|区定|自定|考核|奋斗|力争|底线|必保|责任/u;

/** 为调整预算的% beside 年初预算数 and 调整预算数: of the one that its words name. */
function namedPlans(near: readonly Field[], rate: Field): readonly Field[] {
  const [named] = STANDING_OF_PLAN.exec(rate.path.at(-1) ?? "") ?? [];
  if (named === undefined) return near;
  const isPlan = ({ measure }: Field): boolean => measure === "target";
  const isNamed = ({ path }: Field): boolean => (path.at(-1) ?? "").includes(named);
  return near.some((field) => isPlan(field) && isNamed(field))
    ? near.filter((field) => !isPlan(field) || isNamed(field))
    : near;
}

/** Which plan a column of progress is held to, by the last words of its header. */
export function readPlan(field: Field): ReturnType<typeof readAttainedPlan> {
  return readAttainedPlan(field.path.at(-1) ?? "");
}

function isNear(index: TableIndex, field: Field, rate: Field): boolean {
  if (field === rate || field.unit?.family === "rate" || field.unit?.family === "points")
    return false;
  const [own, other] = [periodOf(index.table, rate), periodOf(index.table, field)];
  const isPlan = field.measure === "target" || field.measure === "target-part";
  if (rate.measure === "attainment" && isPlan) return field.indicator.id === rate.indicator.id;
  if (own !== null && other !== null && !isSamePeriod(own, other)) return false;
  if (index.table.orientation === "indicators-in-rows" || rate.measure === "attainment") {
    return field.indicator.id === rate.indicator.id;
  }
  const isGrouped = rate.path.length > 1;
  if (isGrouped && field.path[0] !== rate.path[0]) return false;
  return Math.abs(field.line - rate.line) <= REACH;
}

function isPart(field: Field, rate: Field): boolean {
  if (field.measure === "done") return true;
  if (field.measure !== "actual") return false;
  return rate.measure === "attainment" || PART_WORD.test(field.path.at(-1) ?? "");
}

function isWhole(index: TableIndex, whole: Field, part: Field, rate: Field): boolean {
  // 总数 | 完成 | 剩余 of one thing are counted alike, whatever in.
  const isOneThing =
    part.measure === "done" && part.indicator.id === whole.indicator.id && whole.unit === null;
  if (part.unit === null ? !isOneThing : unitFactor(part.unit, whole.unit) === undefined)
    return false;
  if (whole.measure === "target" || whole.measure === "target-part") {
    // 处置任务 | 已处置 | 处置率: the task by whose name the rate goes.
    const isOwnTask = `${whole.indicator.name}率` === rate.indicator.name;
    return (rate.measure === "attainment" || isOwnTask) && targetMeasure(index, whole) === "actual";
  }
  if (whole.measure !== "actual") return false;
  // 完成 ÷ 完成 is no rate: what is divided by is a whole.
  if (rate.measure === "attainment") return part.measure === "done";
  return !/已/u.test(whole.path.at(-1) ?? "");
}

function keyOf(index: TableIndex, part: Field, whole: Field): string {
  return index.table.orientation === "indicators-in-rows"
    ? `${part.measure}|${whole.measure}|${whole.path.at(-1) ?? ""}`
    : `${part.index}|${whole.index}`;
}

/** What a quotient of two columns counts. */
export function basisOf(part: Field, whole: Field): RateBasis {
  const words = `${part.path.join(" ")} ${whole.path.join(" ")}`;
  if (part.unit?.family === "count") return "count";
  if (part.unit?.family !== "money") return "amount";
  if (/产值/u.test(words)) return "output";
  if (/target/u.test(whole.measure)) return "amount";
  return /完成/u.test(part.path.at(-1) ?? "") ? "completed-investment" : "investment";
}
