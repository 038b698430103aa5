import { normaliseText } from "../catalog/normalise.ts";
import { isOfOtherTime } from "../catalog/other-times.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/measure.ts";
import type { Field, Unrecognised } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { parseLimitText } from "../rules/limit-text.ts";
import { unitInFormats } from "./assemble.ts";
import {
  fallsBelowZero,
  holdsProse,
  isBareRate,
  isTextColumn,
  tellsAmounts,
  numbersIn,
} from "./column-cells.ts";
import type { FieldContext, FieldCore, FieldReading } from "./field-reading.ts";
import { resolveField } from "./fields.ts";
import { cellIn } from "./grid.ts";
import type { GridRow } from "./grid.ts";
import { readMeaning } from "./header-meaning.ts";
import type { HeaderPath } from "./header-paths.ts";
import {
  allOfHead,
  amountToTheLeft,
  countedBySize,
  countedInForm,
  headOf,
  headsWithTotal,
  inUnitOfWhole,
  landInForm,
  openParts,
  rankedScore,
  readPart,
} from "./heads-beside.ts";
import {
  aboutOrOwn,
  borrowedIndicator,
  countedThing,
  inFirmList,
  isOfEnterpriseList,
} from "./indicator-to-the-left.ts";
import { refuse } from "./indicator-columns.ts";
import type { Layout } from "./layout.ts";
import { changeOfRank, ofPartBefore, withLeftSibling } from "./left-sibling.ts";
import type { Meaning } from "./meaning.ts";
import { readProjectField } from "./project-fields.ts";
import { isMarkSheet, withMarks } from "./score-heads.ts";
import type { Surroundings } from "./surroundings.ts";
import { withTitleWord, wordOfTitle } from "./title-word.ts";
import { firstNamed, onlyNamed, titleOf } from "./about-table.ts";
import { asAmount, readUnknown, shapeOf } from "./unknown-amounts.ts";

/** The fields that the headers of a table of zones give, each column told or read. */
export function readColumns(
  layout: Layout,
  period: Surroundings["period"],
  rows: readonly { readonly row: GridRow }[],
  unrecognised: Unrecognised[]
): readonly (Field & FieldCore)[] {
  const { region, paths, names, surroundings, words, sheet } = layout;
  const fields: (Field & FieldCore)[] = [];
  let carried: Indicator | null = null;
  let isUnderUnknown = false;
  let parts: Unit | null = null;
  const columns = paths.filter((path) => !names.all.has(path.column) && path.isOwn);
  const isProjects = names.names === "projects";
  const about = surroundings.indicator ?? onlyNamed(columns, words) ?? titleOf(layout, columns);
  const ahead = about === null && !isProjects ? firstNamed(columns, words) : null;
  const titleWord = wordOfTitle(
    surroundings.title,
    columns.map(({ texts }) => texts),
    words
  );
  const isOfList = isOfEnterpriseList(columns, words);
  const isBareGrowth = columns
    .filter(isBareRate)
    .some(({ column }) => fallsBelowZero(layout, column));
  const isOfMarks = isMarkSheet(columns);
  const totals = headsWithTotal(columns);
  for (const path of paths) {
    if (names.all.has(path.column)) continue;
    const column = path.column;
    const hasValues = region.data.some((row) => cellIn(row, column) !== undefined);
    if (!path.isOwn) {
      if (hasValues) unrecognised.push(refuse(layout, path, "no-header"));
      continue;
    }
    // 主导产业, 项目名称: words down the column are no values, whatever its head would say.
    const isOfWords = hasValues && isTextColumn(region, column, words);
    if (isProjects && isOfWords) continue;
    if (hasValues && holdsProse(path, region, words)) {
      if (tellsAmounts(path, region, words))
        unrecognised.push(refuse(layout, path, "unknown-measure"));
      continue;
    }
    const meaning: Meaning = isOfWords
      ? readMeaning(path.texts, words)
      : readPart(
          isOfList ? inFirmList(path.texts) : path.texts,
          carried,
          words,
          totals.has(headOf(path))
        );
    const cellUnit = unitInFormats(
      sheet,
      rows.map(({ row }) => ({ row: row.row, column }))
    );
    const unitLine = isProjects || isOfWords ? [] : surroundings.units;
    const titled = isProjects
      ? meaning
      : isOfMarks
        ? withMarks(meaning, path)
        : changeOfRank(
            ofPartBefore(
              withLeftSibling(
                landInForm(withTitleWord(meaning, titleWord), path, unitLine),
                path,
                fields.at(-1),
                words
              ),
              path,
              fields,
              words
            ),
            path,
            fields.at(-1),
            words
          );
    const left = fields.at(-1);
    const isBareName =
      meaning.word === null && meaning.units.length === 0 && meaning.indicator === null;
    parts = isProjects || isOfWords ? null : openParts(parts, path, left, isBareName);
    const shape = shapeOf(numbersIn(layout, column));
    const said = asAmount(
      isProjects
        ? titled
        : asItself(isBareRate(path) && isBareGrowth ? withGrowth(titled) : titled, path, left),
      unitLine,
      countedBefore(left),
      parts,
      shape
    );
    const inWhole = countedInForm(
      countedBySize(allOfHead(inUnitOfWhole(said, path, parts, left, shape), path), path, left),
      path,
      unitLine,
      shape
    );
    const ofLeft: Indicator | null = isProjects
      ? null
      : (amountToTheLeft(said, path, fields, words) ?? rankedScore(said, carried, columns, words));
    const indicator: Indicator | null =
      isUnderUnknown && meaning.indicator === null
        ? null
        : (borrowedIndicator(path, fields, carried, words, isOfList) ??
          aboutOrOwn(about, path, words) ??
          (isAhead(meaning) && path.texts.length === 1 ? ahead : null));
    const counted = countedThing(said, path, indicator);
    const context: FieldContext = {
      indicator: counted ?? indicator,
      period,
      unitLine: surroundings.units,
      cellUnit,
    };
    const known: FieldReading = isProjects
      ? readProjectField(path, columns, words, { ...context, indicator: carried })
      : resolveField(
          ofLeft === null ? inWhole : { ...said, indicator: ofLeft, otherName: null },
          context
        );
    const reading: FieldReading =
      known.kind === "unrecognised" && isNumbers(layout, column)
        ? (readUnknown(inWhole, context, path.texts.at(-1) ?? "") ?? known)
        : known;
    if (
      isOfWords &&
      reading.kind === "field" &&
      !mayHoldWords(reading.field.measure, layout, column)
    )
      continue;
    if (reading.kind === "field") {
      const named: Indicator = reading.field.indicator;
      if (named.isCatalogued || !isOfOtherTime(named.name)) carried = named;
      isUnderUnknown = false;
      fields.push({
        ...reading.field,
        index: fields.length,
        path: path.texts,
        line: column,
        header: path.area,
      });
    } else if (reading.kind === "unrecognised") {
      // What follows a name we could not read (备案项目 | 同比) must not be taken for the indicator before it.
      if (reading.reason === "unknown-measure")
        isUnderUnknown = meaning.otherName !== null && path.texts.length === 1;
      // 包联领导: what holds nothing but words is no measure that was not understood.
      if (!isOfWords) unrecognised.push(refuse(layout, path, reading.reason));
    }
  }
  return fields;
}

/** A plan, or a time alone: 年度计划, 一季度. */
function isAhead({ word, period }: Meaning): boolean {
  return word === "target" || ((word === null || word === "actual") && period !== null);
}

/** Nothing but numbers, in two rows or more: whatever the head is called, these are values of it. */
function isNumbers({ region }: Layout, column: number): boolean {
  const cells = region.data.flatMap((row) => cellIn(row, column) ?? []);
  return cells.length >= 2 && cells.every(({ kind }) => kind === "number");
}

function withGrowth(meaning: Meaning): Meaning {
  return meaning.word === null && !meaning.isContradictory
    ? { ...meaning, word: "growth", isOfRate: true, wordUnits: meaning.units }
    : meaning;
}

const OF_POINTS =
  /^(?:小计|合计|加分|减分|扣分|加减分|加扣分|奖励分|附加分|倒扣分)(?:项)?(?:得分)?$/u;

const OF_ALL = /^(?:小计|合计|总计|共计)$/u;

/** 小计, 加分 and 扣分 among points, 合计 among amounts: of all before them, and no measure of the last of these. */
function asItself(meaning: Meaning, { texts }: HeaderPath, before: Field | undefined): Meaning {
  const name = normaliseText(texts[0] ?? "");
  if (texts.length !== 1 || before === undefined) return meaning;
  if (before.measure === "score" && OF_POINTS.test(name))
    return { ...meaning, indicator: null, otherName: name, word: "score", isContradictory: false };
  const { unit } = before;
  if (before.measure !== "actual" || unit === null || !OF_ALL.test(name)) return meaning;
  return { ...meaning, indicator: null, otherName: name, word: "level", units: [unit] };
}

function countedBefore(field: Field | undefined): Unit | null {
  return field?.measure === "actual" && field.unit?.family === "count" ? field.unit : null;
}

/** Verdicts are words, and so are some targets: 高于全市平均. */
function mayHoldWords(measure: Measure, { region }: Layout, column: number): boolean {
  if (measure === "verdict") return true;
  return (
    measure === "target" &&
    region.data.some((row) => parseLimitText(cellIn(row, column)?.text ?? "") !== undefined)
  );
}
