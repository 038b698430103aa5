import { indicatorIn } from "../catalog/unit-siblings.ts";
import { recogniseUnit } from "../catalog/units.ts";
import type { Indicator } from "../model/indicator.ts";
import { formatPeriod, type Period } from "../model/period.ts";
import type { Field, IndicatorTable, Observation, Unrecognised } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { amountsOf, readObservation, toTable } from "./assemble.ts";
import { resolveField } from "./fields.ts";
import { type FieldCore } from "./field-reading.ts";
import { cellIn, type GridCell, type GridRow } from "./grid.ts";
import type { LongColumns } from "./long-columns.ts";
import { readMeaning } from "./header-meaning.ts";
import type { HeaderPath } from "./header-paths.ts";
import { refuse } from "./indicator-columns.ts";
import { titleIndicator } from "./title-indicator.ts";
import { indicatorOf } from "./indicator-rows.ts";
import { readField } from "./field-of-row.ts";
import { settleSubjects } from "./members.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import { periodIn } from "./period-rows.ts";
import { areaOf } from "./regions.ts";
import { isIndexRow } from "./row-kinds.ts";
import { readRowLabel } from "./row-labels.ts";
import { readSheetSubject } from "./sheet-subject.ts";
import { tablePeriod } from "./table-period.ts";
import type { Layout } from "./layout.ts";

/** A table of more cells than this is no extract for reading. */
const MOST_CELLS = 4_000_000;

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
  let unit: Unit | null = null;
  let [filled, read] = [0, 0];
  for (const row of region.data) {
    if (isIndexRow(row)) continue;
    zoneCell = columnOf(row, columns.zone) ?? zoneCell;
    const unitCell = columnOf(row, columns.unit);
    const named = columnOf(row, columns.indicator)?.text;
    // A name merged downwards takes its unit with it.
    if (named !== undefined || unitCell !== undefined)
      unit = recogniseUnit(unitCell?.text ?? "") ?? null;
    indicatorText = named ?? indicatorText;
    if (columns.zone !== null && zoneCell === undefined) continue;
    const subjectKey = zoneCell?.text ?? "";
    let subject = subjects.get(subjectKey);
    if (subject === undefined) {
      subject = drafts.length;
      subjects.set(subjectKey, subject);
      drafts.push(draftOf(layout, zoneCell));
    }
    const period = periodIn(columns.periods.flatMap((column) => cellIn(row, column) ?? [])) ?? told;
    const ofRow = { text: indicatorText, unit, period };
    for (const path of columns.values) {
      // A row without a value says that its observation is missing, and not that there is none.
      if (cellIn(row, path.column) !== undefined) filled += 1;
      const key = [path.column, indicatorText ?? "", unit?.name ?? "", periodKey(period)].join("|");
      const field = fieldFor(key, subject, () => readFieldOf(layout, path, row, ofRow));
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

/** 2025年 and 2024年 by turns in a table of 2025 are this year and the last. */
function inYear(text: string | null, year: number | null): string | null {
  const own = /^\s*(20\d{2})年\s*$/u.exec(text ?? "")?.[1];
  if (own === undefined || year === null) return text;
  const before = year - Number(own);
  return before === 0 ? "本年" : before === 1 ? "上年同期" : text;
}

function ofTitle({ surroundings, sheet, words }: Omit<Layout, "names">): Indicator | null {
  return surroundings.indicator ?? titleIndicator(surroundings.title, sheet.name, words);
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
  const said = inYear(about.text, layout.surroundings.period?.year ?? null);
  const rowMeaning = readMeaning(said === null ? [] : [said], layout.words);
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
            // 本年 | 上年同期 | 同比 down the rows: of what the title names.
            indicator: indicatorIn(
              indicatorOf(rowMeaning, about.text, isMeasureOnly ? ofTitle(layout) : null),
              about.unit === null || rowMeaning.indicator === null ? [] : [about.unit]
            ),
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
