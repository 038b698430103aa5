import { normaliseText } from "../catalog/normalise.ts";
import { readPhrase } from "../catalog/phrase.ts";
import { isQuotient, numeratorName, perOf } from "../catalog/quotients.ts";
import type { Per } from "../catalog/quotients.ts";
import { getUnit, partsOfQuotient } from "../catalog/units.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/measure.ts";
import { fieldsOf } from "../model/table-index.ts";
import { findField } from "../model/find-field.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";

/** Measures of a quotient that are one amount over another of the same time. */
const LEVELS: ReadonlySet<Measure> = new Set(["actual", "prior", "previous", "prior-year"]);

/** 平方米 in a 亩: 公顷 is 15 亩 and 10000 平方米. */
const FLOOR_IN_LAND = 15 / 10_000;

/** What a quotient is in, as far as its header, its unit column or its name says it. */
export interface QuotientUnit {
  readonly above: Unit | null;
  readonly below: Unit | null;
  /** Whether the unit stands there, and is not only what the catalogue expects. */
  readonly isPrinted: boolean;
}

/** 亩均税收, 地均产值, 户均投资额, 投资强度 and their like, of this year or an earlier one. */
export function isQuotientField({ indicator, measure, unit, against }: Field): boolean {
  if (!LEVELS.has(measure) || against !== null) return false;
  if (unit?.family === "rate" || unit?.family === "points") return false;
  return isQuotient(indicator) || unit?.family === "intensity";
}

/** 万元/亩 is both; 万元 behind 亩均税收 is the amount's, and 亩 the name's. */
export function unitOfQuotient({ index, field }: QuotientPlace): QuotientUnit {
  const { unit, indicator, path } = field;
  const isPrinted =
    unit !== null &&
    (index.table.orientation === "indicators-in-rows" ||
      unit.name !== indicator.unit ||
      path.some((text) =>
        readPhrase(text).some((token) => token.kind === "unit" && token.unit.name === unit.name)
      ));
  const parts = unit === null ? undefined : partsOfQuotient(unit.name);
  if (parts !== undefined) return { ...parts, isPrinted };
  return { above: unit, below: divisorOf(indicator.name), isPrinted };
}

interface QuotientPlace {
  readonly index: TableIndex;
  readonly field: Field;
}

function divisorOf(name: string): Unit | null {
  if (/亩均|每亩/u.test(name)) return getUnit("亩");
  if (/每万人/u.test(name)) return getUnit("万人");
  if (/人均|每人|劳均|全员/u.test(name)) return getUnit("人");
  if (/户均|每户|企均/u.test(name)) return getUnit("户");
  return null;
}

/** Two indicators of a table whose quotient another one may be. */
export interface QuotientWay {
  readonly part: Indicator;
  readonly whole: Indicator;
  /** The name says both: 亩均税收 is 税收 over 亩. */
  readonly isNamed: boolean;
}

/** Every pair beside a quotient that it may be made of, by what they are counted in and by their names. */
export function waysOfQuotient(index: TableIndex, quotient: Field): readonly QuotientWay[] {
  const own = unitOfQuotient({ index, field: quotient });
  const { name, id } = quotient.indicator;
  const per = perOf(name) ?? "anything";
  const levels = distinctLevels(index).filter(({ indicator }) => indicator.id !== id);
  const wholes = levels.filter((field) => mayDivide(field, per, own.below));
  const parts = levels.filter((field) => mayBeDivided(field, own.above, name));
  return parts.flatMap((part) =>
    wholes
      .filter((whole) => whole.indicator.id !== part.indicator.id)
      .map((whole) => ({
        part: part.indicator,
        whole: whole.indicator,
        isNamed: isNumerator(part.indicator.name, name),
      }))
  );
}

/** The cell of an indicator that goes with one of the quotient's. */
export function besideQuotient(
  index: TableIndex,
  indicator: Indicator,
  quotient: Field
): Field | undefined {
  return findField(index, indicator.id, quotient.measure, quotient);
}

/** The same for what divides: an area stands at a day, and the only one that is told goes with any months of this year. */
export function wholeBeside(
  index: TableIndex,
  whole: Indicator,
  quotient: Field
): Field | undefined {
  const [only, ...others] = fieldsOf(index, whole.id, "actual");
  const isOnly = quotient.measure === "actual" && others.length === 0;
  return besideQuotient(index, whole, quotient) ?? (isOnly ? only : undefined);
}

function distinctLevels(index: TableIndex): readonly Field[] {
  const levels = new Map<string, Field>();
  for (const field of index.table.fields) {
    const isLevel = field.measure === "actual" && field.against === null;
    if (isLevel && !levels.has(field.indicator.id)) levels.set(field.indicator.id, field);
  }
  return [...levels.values()];
}

const NO_AMOUNT: ReadonlySet<Unit["family"]> = new Set([
  "rate",
  "points",
  "rank",
  "score",
  "intensity",
]);
const OF_PEOPLE = /人数|人员|职工|员工|人口|劳动力|就业|用工/u;
const OF_HOLDERS = /企业|户数|主体|单位数|家数|商户|农户|家庭/u;

function mayDivide({ unit, indicator }: Field, per: Per, below: Unit | null): boolean {
  if (indicator.kind === "rate" || (unit !== null && NO_AMOUNT.has(unit.family))) return false;
  const isArea = unit?.family === "land" || unit?.family === "floor";
  const isCounted = unit?.family === "count" || unit === null;
  const { name } = indicator;
  if (below !== null && (below.family === "land" || below.family === "floor")) return isArea;
  switch (per) {
    case "land":
      return isArea;
    case "people":
      return isCounted && (OF_PEOPLE.test(name) || /^万?人$/u.test(unit?.name ?? ""));
    case "holders":
      return isCounted && (OF_HOLDERS.test(name) || /^万?[户家]$/u.test(unit?.name ?? ""));
    case "anything":
      return unit?.family === "count";
  }
}

function mayBeDivided({ unit, indicator }: Field, above: Unit | null, name: string): boolean {
  if (indicator.kind === "rate" || (unit !== null && NO_AMOUNT.has(unit.family))) return false;
  if (above !== null && unit !== null) return unit.family === above.family;
  return isNumerator(indicator.name, name) || unit?.family === "money";
}

/** 税收收入 is what 亩均税收 has of each 亩. */
function isNumerator(part: string, quotient: string): boolean {
  const [own, said] = [part, numeratorName(quotient)].map((text) =>
    normaliseText(text).replace(/收入$|总?额$|完成|累计|规上|规模以上/gu, "")
  ) as [string, string];
  if (own === "" || said === "") return false;
  return own.includes(said) || said.includes(own);
}

/**
 * What part ÷ whole is multiplied with to stand in the quotient's unit, where both of it are known: 亿元 over 公顷 in
 * 万元/亩 is 10000 ÷ 15. undefined where units do not compare, null where one of them is not told.
 */
export function factorOf(
  own: QuotientUnit,
  part: Unit | null,
  whole: Unit | null
): Factor | null | undefined {
  const above = unitRatio(part, own.above);
  const below = unitRatio(whole, own.below);
  if (above === undefined || below === undefined) return undefined;
  return above === null || below === null ? null : { above, below };
}

/** A number in the part's unit × above, one in the whole's × below: the two numbers that are divided. */
export interface Factor {
  readonly above: number;
  readonly below: number;
}

function unitRatio(from: Unit | null, to: Unit | null): number | null | undefined {
  if (from === null || to === null) return null;
  const [a, b] = [areaOf(from), areaOf(to)];
  if (a !== undefined && b !== undefined) return plain(a / b);
  if (from.family !== to.family) return undefined;
  if (from.family === "other" && from.name !== to.name) return undefined;
  return plain(from.factor / to.factor);
}

/** An area in 亩. */
function areaOf({ family, factor }: Unit): number | undefined {
  if (family === "land") return factor;
  return family === "floor" ? factor * FLOOR_IN_LAND : undefined;
}

function plain(factor: number): number {
  return Number(factor.toPrecision(12));
}
