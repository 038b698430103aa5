/** What a number says where the indicator stands in its row and the measure over its column. */

import { combineMeasures } from "../catalog/combine-measures.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import { uncataloguedIndicator } from "../catalog/recognise.ts";
import { getUnit } from "../catalog/units.ts";
import type { IndicatorTable } from "../model/table.ts";
import { unitInFormats } from "./assemble.ts";
import { resolveField } from "./fields.ts";
import { isShareOfLastYear } from "./level-words.ts";
import { type ValueColumn } from "./indicator-columns.ts";
import { type IndicatorRow } from "./indicator-rows.ts";
import type { Layout } from "./layout.ts";
import type { Meaning } from "./meaning.ts";

/** What a value column says of a row's indicator. */
export function readField(
  layout: Pick<Layout, "sheet" | "surroundings">,
  row: IndicatorRow,
  column: Pick<ValueColumn, "column" | "meaning" | "texts">,
  period: IndicatorTable["period"],
  targets: "open" | "levels" = "open"
): ReturnType<typeof resolveField> {
  const { meaning: rowMeaning } = row;
  const { meaning } = column;
  if (isCountBesideRate(row, meaning)) return readCount(layout, row, column, period);
  const isOfLastYear = isShareOfLastYear(rowMeaning.word, meaning.word);
  const word = isOfLastYear
    ? "share"
    : meaning.word === null
      ? rowMeaning.word
      : combineMeasures(rowMeaning.word, meaning.word, "parent");
  const ofShare = rowMeaning.word === "share" ? shareUnder(meaning.word, row) : null;
  if (ofShare !== null)
    return resolveField(
      { ...meaning, ...ofShare, otherName: null, isUnknownBelow: false },
      { indicator: ofShare.indicator, period, unitLine: [], cellUnit: null }
    );
  const isContradictory = word === null && meaning.word !== null;
  const isLevel =
    word === null ||
    ![
      "growth",
      "fall",
      "share",
      "difference",
      "rate-change",
      "attainment",
      "pace",
      "rank",
      "growth-month",
      "growth-other",
    ].includes(word);
  const own = [...rowMeaning.units, ...(row.unit === null ? [] : [row.unit])];
  const isOpen = word === "target" || word === "target-part" || word === "gap";
  // 省定目标 beside a level may aim at its growth: the row's unit is the target's only where the header speaks of the year's amount.
  const isAmount = meaning.isOfAmount && !meaning.isOfRate;
  const units =
    isOpen && !isAmount && targets === "open"
      ? meaning.units
      : isLevel
        ? [...meaning.units, ...own]
        : meaning.word === null || meaning.word === "actual"
          ? [...own, ...meaning.units]
          : meaning.units;
  const cellUnit = unitInFormats(layout.sheet, [{ row: row.row.row, column: column.column }]);
  const reading = resolveField(
    {
      ...meaning,
      indicator: row.indicator,
      otherName: null,
      word: word ?? (rowMeaning.word === null && meaning.word === null ? "actual" : word),
      isContradictory: isContradictory || meaning.isContradictory || rowMeaning.isContradictory,
      isUnknownBelow: false,
      against: meaning.against ?? rowMeaning.against,
      reference: rowMeaning.reference,
      units,
      isOfRate: meaning.isOfRate || rowMeaning.isOfRate,
      period: meaning.period ?? rowMeaning.period,
      isNotMeasure: rowMeaning.isNotMeasure,
      isOfLastYear: isOfLastYear || meaning.isOfLastYear || rowMeaning.isOfLastYear,
    },
    { indicator: row.indicator, period, unitLine: layout.surroundings.units, cellUnit }
  );
  // 高于全省平均 in a row of 亿元: of the amounts as likely as of their growths.
  const isOpenDifference =
    word === "difference" &&
    meaning.units.length === 0 &&
    row.unit !== null &&
    row.unit.family !== "rate" &&
    row.unit.family !== "points" &&
    !column.texts.some((text) => /[增降]|速|率|比重|占比|百分点|%/u.test(text));
  return isOpenDifference && reading.kind === "field"
    ? { ...reading, field: { ...reading.field, unit: null } }
    : reading;
}

const RATES: ReadonlySet<MeasureWord | null> = new Set(["growth", "fall", "share"]);

/** 工业投资增速 | 未达标开发区个数: how many there are is no growth. */
function isCountBesideRate(
  { meaning: { word }, indicator }: IndicatorRow,
  { units, word: own }: Meaning
): boolean {
  const isPlain = own === null || own === "level" || own === "actual";
  const isOfRate = RATES.has(word) || indicator.kind === "rate";
  return isPlain && isOfRate && units.length > 0 && units.every(({ family }) => family === "count");
}

function readCount(
  { surroundings }: Pick<Layout, "surroundings">,
  row: IndicatorRow,
  { meaning, texts }: Pick<ValueColumn, "meaning" | "texts">,
  period: IndicatorTable["period"]
): ReturnType<typeof resolveField> {
  const [unit] = meaning.units;
  const name = `${row.texts.join("")}${texts.at(-1) ?? ""}`;
  return resolveField(
    {
      ...meaning,
      indicator: uncataloguedIndicator(name, unit?.name ?? null, "level"),
      word: "actual",
    },
    { indicator: null, period, unitLine: surroundings.units, cellUnit: null }
  );
}

/**
 * 税收占比 | 占预算% | 增减额: what stands there is of the share, and no part of the plan of the tax or more of its money.
 * null where the column says nothing of the kind.
 */
function shareUnder(
  word: ValueColumn["meaning"]["word"],
  { indicator, texts }: IndicatorRow
): Pick<ValueColumn["meaning"], "indicator" | "word" | "units" | "wordUnits"> | null {
  const points = [getUnit("个百分点")];
  if (word === "increase")
    return { indicator, word: "rate-change", units: points, wordUnits: points };
  if (word !== "attainment") return null;
  const own = uncataloguedIndicator(texts.join(""), "%", "rate");
  return { indicator: own, word: "actual", units: [getUnit("%")], wordUnits: [] };
}
