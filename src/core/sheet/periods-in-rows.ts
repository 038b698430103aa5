import { getUnit } from "../catalog/units.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/measure.ts";
import type { Field, IndicatorTable, Observation, Unrecognised } from "../model/table.ts";
import { amountsOf, readObservation, toTable } from "./assemble.ts";
import { settleDone, settleIncrease } from "./settle-beside.ts";
import { type FieldCore } from "./field-reading.ts";
import { cellIn, type GridCell } from "./grid.ts";
import type { PeriodColumns } from "./period-columns.ts";
import { fieldKey, readAcross } from "./periods-and-zones.ts";
import {
  headerTimes,
  periodOfField,
  readPeriodRows,
  type PeriodRow,
  type SaidOfRow,
} from "./period-rows.ts";
import { settleLastYear } from "./last-year.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { LongColumns } from "./long-columns.ts";
import { settleSubjects } from "./members.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import { splitPairs } from "./paired-cells.ts";
import { areaOf } from "./regions.ts";
import { readRowLabel } from "./row-labels.ts";
import { settleMonths } from "./settle-months.ts";
import { settlePace, settleUnits } from "./settle-units.ts";
import { readSheetSubject } from "./sheet-subject.ts";
import type { Layout } from "./layout.ts";
import type { Words } from "./words.ts";
import { readColumns } from "./zone-columns.ts";
import { namesZones, subjectLevel } from "./zones-across.ts";

/** A table of more cells than this is no extract for reading. */
const MOST_CELLS = 4_000_000;

/**
 * Reads a table whose rows are periods: the history of one zone (年份 | 工业投资 | 同比增长), of the zones across
 * (时期 | 河津 | 永济 | 合计), or of those that a second column names. Each field of the header becomes one for every
 * period. undefined where nothing could be read.
 */
export function readPeriodsInRows(
  given: Omit<Layout, "names">,
  { periods, zone }: LongColumns
): IndicatorTable | undefined {
  const all = new Set(zone === null ? periods : [...periods, zone]);
  const [column = 0] = periods;
  const names = {
    names: "zones",
    column: zone ?? column,
    unitColumn: null,
    measureColumn: null,
    groupColumn: null,
    isOfCategories: false,
    all,
  } as const;
  const layout: Layout = { ...given, names };
  const { region, sheet, surroundings, words } = layout;
  const unrecognised: Unrecognised[] = [];
  const rows = readPeriodRows(layout, periods, unrecognised);
  const open = layout.paths.filter(({ column: each }) => !all.has(each));
  const isAcross = zone === null && isOverZones(open, words);
  const found = isAcross ? readAcross(layout, unrecognised) : readDown(layout, rows, unrecognised);
  const read = settlePace(settleUnits(settleIncrease(settleDone(settleMonths(found.fields)))));
  const settled = zone === null && !isAcross ? settleShares(read) : read;
  const times = headerTimes(settled);
  const drafts: SubjectDraft[] = [...found.subjects];
  const subjects = new Map<string, number>();
  if (zone === null && drafts.length === 0) drafts.push(ofSheet(layout));
  const fields: (Field & FieldCore)[] = [];
  const places = new Map<string, number>();
  const cells = new Map<string, Observation>();
  let zoneCell: GridCell | undefined;
  for (const { row, period, isWhole, said } of rows) {
    zoneCell = zone === null ? undefined : (cellIn(row, zone) ?? zoneCell);
    if (zone !== null && zoneCell === undefined) continue;
    const named = zoneCell === undefined ? 0 : subjectOf(zoneCell);
    for (const { column: at, subject, field } of found.columns) {
      const own = said === null ? inRow(settled[field], isWhole) : below(settled[field], said);
      const time = times[field];
      if (own === undefined || time === undefined) continue;
      // Nothing is missed below the rows of the periods: 累计 needs no sum.
      if ((isWhole || said !== null) && cellIn(row, at) === undefined) continue;
      const of = subject ?? named;
      const dated = { ...own, period: periodOfField(own, period, time) };
      const line = isAcross ? row.row : own.line;
      const index = placeOf(`${field}|${isAcross ? row.row : ""}|${fieldKey(dated)}`, of, () => ({
        ...dated,
        line,
      }));
      const dest = fields[index];
      if (dest === undefined) continue;
      if (drafts.length * fields.length > MOST_CELLS) return undefined;
      cells.set(`${of}|${index}`, readObservation(sheet, { row: row.row, column: at }, of, dest));
    }
  }
  if (fields.length === 0 || drafts.length === 0) return undefined;
  const grid = drafts.map((_, s) => fields.map((_field, f) => cells.get(`${s}|${f}`) ?? null));
  const split = splitPairs(
    sheet,
    { fields: settleLastYear(fields, grid), cells: grid },
    layout.notes
  );
  unrecognised.push(...split.unrecognised);
  const valued = new Set(found.columns.map(({ column: each }) => each));
  const lost = new Set(unrecognised.filter(({ area }) => area.rows > 1).map((p) => p.area.column));
  const known = new Set(rows.map(({ row }) => row.row));
  const filled = region.data.flatMap((row) =>
    row.cells.filter((cell) => valued.has(cell.column) || lost.has(cell.column))
  );
  return toTable({
    ...layout,
    area: areaOf([...region.header, ...region.data]),
    orientation: isAcross ? "zones-in-columns" : "zones-in-rows",
    period: surroundings.period,
    subjects: settleSubjects(drafts, amountsOf(split.fields, split.cells)),
    fields: split.fields,
    cells: split.cells,
    unrecognised,
    filled: filled.length,
    lost: filled.filter((cell) => lost.has(cell.column) || !known.has(cell.row)).length,
  });

  function subjectOf(cell: GridCell): number {
    const before = subjects.get(cell.text);
    if (before !== undefined) return before;
    const label = readRowLabel(cell.text, surroundings.city);
    const at = { kind: "cell", row: cell.row, column: cell.column } as const;
    subjects.set(cell.text, drafts.length);
    drafts.push({ label, at, group: null, kind: label.kind });
    return drafts.length - 1;
  }

  /** A second observation of the same zone, indicator and period is a field of its own. */
  function placeOf(key: string, subject: number, make: () => Field & FieldCore): number {
    for (let n = 1; ; n++) {
      const known = places.get(`${key}#${n}`);
      if (known !== undefined && cells.has(`${subject}|${known}`)) continue;
      if (known !== undefined) return known;
      places.set(`${key}#${n}`, fields.length);
      fields.push({ ...make(), index: fields.length });
      return fields.length - 1;
    }
  }
}

type Read = Field & FieldCore;

/** What a column of single months holds in the row of all of them. */
const OF_ALL: Readonly<Partial<Record<Measure, Measure>>> = {
  "actual-month": "actual",
  "prior-month": "prior",
  "growth-month": "growth",
};

function inRow(field: Read | undefined, isWhole: boolean): Read | undefined {
  const measure = field === undefined || !isWhole ? undefined : OF_ALL[field.measure];
  return field === undefined || measure === undefined ? field : { ...field, measure };
}

/** 年均增长, 占比 or 同比 below amounts; below rates it says nothing. */
function below(field: Read | undefined, { measure, label }: SaidOfRow): Read | undefined {
  const isAmount = field?.measure === "actual" || field?.measure === "actual-month";
  if (field === undefined || !isAmount || field.indicator.kind === "rate") return undefined;
  const against = measure === "share" ? { kind: "total" as const } : null;
  return { ...field, measure, against, unit: getUnit("%"), path: [...field.path, label] };
}

/** Zones over most columns: 合计 among the names of 三次产业 names none. */
function isOverZones(paths: readonly HeaderPath[], words: Words): boolean {
  if (!namesZones(paths, words)) return false;
  const open = paths.filter(({ texts, isOwn }) => isOwn && texts.length > 0);
  const named = open.filter((path) => subjectLevel(path, open, words) >= 0);
  return named.length * 2 > open.length;
}

/** 构成 of 第一产业 beside 生产总值 is its part of that: a history has no rows that would add up. */
function settleShares<F extends Field>(fields: readonly F[]): readonly F[] {
  return fields.map((field) => {
    if (field.measure !== "share" || field.against?.kind !== "total") return field;
    const whole = wholeIn(fields, field.indicator.partOf);
    return whole === undefined
      ? field
      : { ...field, against: { kind: "indicator", indicator: whole, stated: null } };
  });
}

/** 全部工业增加值 is part of 第二产业, whose 构成 is that of 生产总值: the outermost whole. */
function wholeIn(fields: readonly Field[], id: string | null): Indicator | undefined {
  const whole = fields.find(({ indicator }) => indicator.id === id)?.indicator;
  return whole === undefined ? undefined : (wholeIn(fields, whole.partOf) ?? whole);
}

/** Headers that name indicators and measures, as over the zones of an ordinary table. */
function readDown(
  layout: Layout,
  rows: readonly PeriodRow[],
  unrecognised: Unrecognised[]
): PeriodColumns {
  const fields = readColumns(layout, null, rows, unrecognised);
  const columns = fields.map(({ line }, field) => ({ column: line, subject: null, field }));
  return { fields, columns, subjects: [] };
}

function ofSheet({ surroundings, sheet }: Layout): SubjectDraft {
  const label = readSheetSubject(surroundings, sheet.name);
  return { label, at: { kind: "sheet" }, group: null, kind: label.kind };
}
