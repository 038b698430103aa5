import { parsePeriod } from "../catalog/periods.ts";
import { recogniseUnit } from "../catalog/units.ts";
import { formatPeriod, type Period } from "../model/period.ts";
import type { Field, IndicatorTable, Observation, Unrecognised } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { amountsOf, readObservation, toTable } from "./assemble.ts";
import { resolveField, type FieldCore } from "./fields.ts";
import { cellIn, type GridCell, type GridRow } from "./grid.ts";
import { readMeaning } from "./header-meaning.ts";
import type { HeaderPath } from "./header-paths.ts";
import { refuse } from "./indicator-columns.ts";
import { indicatorOf } from "./indicator-rows.ts";
import { readField } from "./indicators-in-rows.ts";
import { settleSubjects } from "./members.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import { periodIn } from "./period-rows.ts";
import { areaOf, type Region } from "./regions.ts";
import { isDataCell, isIndexRow } from "./row-kinds.ts";
import { readRowLabel } from "./row-labels.ts";
import { readSheetSubject } from "./sheet-subject.ts";
import type { Word, Words } from "./words.ts";
import { tablePeriod } from "./zones-in-rows.ts";
import type { Layout } from "./layout.ts";

/** The columns of a long-form extract: what each row speaks of, and where its numbers stand. */
export interface LongColumns {
  readonly zone: number | null;
  readonly indicator: number | null;
  readonly unit: number | null;
  /** 年份, 月份, 期别: together they give the period of a row. */
  readonly periods: readonly number[];
  readonly values: readonly HeaderPath[];
}

const SAMPLE_ROWS = 200;
/** A table of more cells than this is no extract for reading. */
const MOST_CELLS = 4_000_000;

/**
 * Columns of a table whose rows are single observations: 年份 | 期别 | 开发区 | 指标 | 单位 | 数值, or periods down the rows.
 * undefined where it is no such table.
 */
export function findLongColumns(
  region: Region,
  paths: readonly HeaderPath[],
  words: Words
): LongColumns | undefined {
  const heads = paths.map((path) => ({
    path,
    words: path.isOwn ? path.texts.map((text) => words(text)) : [],
    ...countCells(region, path.column, words),
  }));
  const named = heads.filter(({ texts, data }) => texts > data);
  const zone = named.find((head) => head.words.some((word) => word.head === "zones"));
  const indicator =
    named.find((head) => head.words.some((word) => word.head === "indicators")) ??
    // 开发区 | 项目 with 完成 and 同比 by turns: a row for each measure of a zone.
    (zone === undefined
      ? undefined
      : named.find((head) => head !== zone && head.measures >= head.texts && head.distinct >= 2));
  const [leftmost] = heads.filter(({ all }) => all > 0);
  const periods = heads.filter(
    (head) =>
      // 年份 over years; or a column of nothing but years at the left, whatever its head.
      (head.words.some((word) => word.isPeriodHead) ||
        (head === leftmost && head.distinct >= 2 && !isOfValues(head.words))) &&
      head.periods >= (head.all - head.totals) * 0.8 &&
      head.periods > head.totals
  );
  const isRepeated = periods.some(({ distinct }) => distinct >= 2);
  if (!(zone !== undefined && indicator !== undefined) && !isRepeated) return undefined;
  const unit = heads.find(({ units, texts }) => texts > 0 && units >= texts * 0.6);
  const taken = new Set([zone, indicator, unit, ...periods].map((head) => head?.path.column));
  const values = heads.filter(
    (head) =>
      !taken.has(head.path.column) &&
      head.path.isOwn &&
      !head.words.every((word) => word.isNotMeasure) &&
      (head.data > 0 || head.words.some((word) => word.hasMeasure || word.hasIndicator))
  );
  if (values.length === 0) return undefined;
  return {
    zone: zone?.path.column ?? null,
    indicator: indicator?.path.column ?? null,
    unit: unit?.path.column ?? null,
    periods: periods.map(({ path }) => path.column),
    values: values.map(({ path }) => path),
  };
}

function countCells(
  region: Region,
  column: number,
  words: Words
): {
  all: number;
  texts: number;
  data: number;
  units: number;
  periods: number;
  measures: number;
  totals: number;
  distinct: number;
} {
  const count = { all: 0, texts: 0, data: 0, units: 0, periods: 0, measures: 0, totals: 0 };
  const seen = new Set<string>();
  for (const row of region.data.slice(0, SAMPLE_ROWS)) {
    const cell = cellIn(row, column);
    if (cell === undefined) continue;
    count.all += 1;
    if (cell.kind === "number" || isDataCell(cell, words)) count.data += 1;
    else count.texts += 1;
    if (recogniseUnit(cell.text) !== undefined) count.units += 1;
    if (isPeriodCell(cell)) count.periods += 1;
    const word = words(cell.text);
    if (word.isTotal) count.totals += 1;
    if (word.hasMeasure && !word.hasIndicator && !word.isNotMeasure) count.measures += 1;
    seen.add(cell.text);
  }
  return { ...count, distinct: seen.size };
}

/** 序号 1 2 3 are no months, nor are counts under the name of an indicator. */
function isOfValues(heads: readonly Word[]): boolean {
  return heads.some((word) => word.hasIndicator || word.hasMeasure || word.isNotMeasure);
}

function isPeriodCell(cell: GridCell): boolean {
  if (cell.kind === "text" || cell.isDate)
    return parsePeriod(cell.text) !== undefined || /^(?:1[0-2]|[1-9])$/u.test(cell.text);
  const { value } = cell;
  return (
    typeof value === "number" &&
    Number.isInteger(value) &&
    ((value >= 1 && value <= 12) || (value >= 1949 && value <= 2099))
  );
}

/** Reads a long-form extract: a field for each indicator, measure, unit and period that occurs. */
export function readLongForm(
  layout: Omit<Layout, "names">,
  columns: LongColumns
): IndicatorTable | undefined {
  const { region, sheet } = layout;
  // 2025年上半年 | 2024年上半年 | 增速: without a title the headers over the values tell the time.
  const told =
    columns.periods.length > 0
      ? layout.surroundings.period
      : tablePeriod({ ...layout, paths: columns.values });
  const unrecognised: Unrecognised[] = [];
  const drafts: SubjectDraft[] = [];
  const subjects = new Map<string, number>();
  const fields: (Field & FieldCore)[] = [];
  const places = new Map<string, number>();
  const cells = new Map<number, Observation>();
  let [zoneCell, indicatorText]: [GridCell | undefined, string | null] = [undefined, null];
  let [filled, read] = [0, 0];
  for (const row of region.data) {
    if (isIndexRow(row)) continue;
    zoneCell = columnOf(row, columns.zone) ?? zoneCell;
    indicatorText = columnOf(row, columns.indicator)?.text ?? indicatorText;
    if (columns.zone !== null && zoneCell === undefined) continue;
    const subjectKey = zoneCell?.text ?? "";
    let subject = subjects.get(subjectKey);
    if (subject === undefined) {
      subject = drafts.length;
      subjects.set(subjectKey, subject);
      drafts.push(draftOf(layout, zoneCell));
    }
    const period = periodIn(columns.periods.flatMap((column) => cellIn(row, column) ?? [])) ?? told;
    const unit = recogniseUnit(columnOf(row, columns.unit)?.text ?? "") ?? null;
    for (const path of columns.values) {
      // A row without a value says that its observation is missing, and not that there is none.
      if (cellIn(row, path.column) !== undefined) filled += 1;
      const key = [path.column, indicatorText ?? "", unit?.name ?? "", periodKey(period)].join("|");
      const field = fieldFor(key, subject, () =>
        readFieldOf(layout, path, row, { text: indicatorText, unit, period })
      );
      if (field === undefined) continue;
      if (drafts.length * fields.length > MOST_CELLS) return undefined;
      const own = fields[field];
      if (own === undefined) continue;
      if (cellIn(row, path.column) !== undefined) read += 1;
      cells.set(
        place(subject, field),
        readObservation(sheet, { row: row.row, column: path.column }, subject, own)
      );
    }
  }
  if (fields.length === 0) return undefined;
  const grid = drafts.map((_, s) => fields.map((_field, f) => cells.get(place(s, f)) ?? null));
  const common = new Set(fields.map((field) => periodKey(field.period)));
  return toTable({
    ...layout,
    area: areaOf([...region.header, ...region.data]),
    orientation: "zones-in-rows",
    period: common.size === 1 ? (fields[0]?.period ?? null) : null,
    subjects: settleSubjects(drafts, amountsOf(fields, grid)),
    fields,
    cells: grid,
    unrecognised,
    filled,
    lost: filled - read,
  });

  function place(subject: number, field: number): number {
    return subject * 1_000_000 + field;
  }

  /** A second observation of the same zone, indicator and period is a field of its own. */
  function fieldFor(
    key: string,
    subject: number,
    read: () => ReturnType<typeof readFieldOf>
  ): number | undefined {
    for (let n = 1; ; n++) {
      const known = places.get(`${key}#${n}`);
      if (known !== undefined && known >= 0 && cells.has(place(subject, known))) continue;
      if (known !== undefined) return known < 0 ? undefined : known;
      const made = read();
      if (made.kind === "field") {
        places.set(`${key}#${n}`, fields.length);
        fields.push({ ...made.field, index: fields.length });
        return fields.length - 1;
      }
      places.set(`${key}#${n}`, -1);
      if (made.part !== null) unrecognised.push(made.part);
      return undefined;
    }
  }
}

function columnOf(row: GridRow, column: number | null): GridCell | undefined {
  return column === null ? undefined : cellIn(row, column);
}

function draftOf(layout: Omit<Layout, "names">, cell: GridCell | undefined): SubjectDraft {
  if (cell === undefined) {
    const label = readSheetSubject(layout.surroundings, layout.sheet.name);
    return { label, at: { kind: "sheet" }, group: null, kind: label.kind };
  }
  const label = readRowLabel(cell.text, layout.surroundings.city);
  const at = { kind: "cell", row: cell.row, column: cell.column } as const;
  return { label, at, group: null, kind: label.kind };
}

function periodKey(period: Period | null): string {
  return period === null ? "" : formatPeriod(period);
}

/** 累计值 in the row of May: the months up to it. */
function runningPeriod(period: Period | null, texts: readonly string[]): Period | null {
  const isRunning = texts.some((text) => /累计|年初|1-本月/u.test(text));
  return isRunning && period?.kind === "month"
    ? { kind: "cumulative", year: period.year, months: period.month }
    : period;
}

function readFieldOf(
  layout: Omit<Layout, "names">,
  path: HeaderPath,
  row: GridRow,
  about: {
    readonly text: string | null;
    readonly unit: Unit | null;
    readonly period: Period | null;
  }
):
  | { readonly kind: "field"; readonly field: Omit<Field & FieldCore, "index"> }
  | { readonly kind: "none"; readonly part: Unrecognised | null } {
  const meaning = readMeaning(path.texts, layout.words);
  const period = runningPeriod(about.period, path.texts);
  const rowMeaning = readMeaning(about.text === null ? [] : [about.text], layout.words);
  const isMeasureOnly =
    rowMeaning.word !== null && rowMeaning.indicator === null && rowMeaning.otherName === null;
  const isOfColumn = isMeasureOnly && (meaning.indicator ?? meaning.otherName) !== null;
  const own =
    isOfColumn && about.text !== null
      ? readMeaning([...path.texts, about.text], layout.words)
      : meaning;
  const reading =
    about.text === null || isOfColumn
      ? resolveField(own, {
          indicator: layout.surroundings.indicator,
          period,
          unitLine: layout.surroundings.units,
          cellUnit: about.unit,
        })
      : readField(
          layout,
          {
            row,
            indicator: indicatorOf(rowMeaning, about.text, null),
            meaning: rowMeaning,
            unit: about.unit,
            texts: [about.text],
          },
          { column: path.column, meaning, texts: path.texts },
          period
        );
  if (reading.kind === "field") {
    const texts = about.text === null ? path.texts : [about.text, ...path.texts];
    return {
      kind: "field",
      field: { ...reading.field, path: texts, line: path.column, header: path.area },
    };
  }
  const isTold = reading.kind === "unrecognised";
  return { kind: "none", part: isTold ? refuse(layout, path, reading.reason) : null };
}
