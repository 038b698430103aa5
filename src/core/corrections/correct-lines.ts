import {
  indicatorById,
  levelMeasureOf,
  recogniseIndicator,
  recogniseUnit,
  uncataloguedIndicator,
} from "../catalog/index.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/measure.ts";
import type { Against, Field, IndicatorTable, Observation, Unrecognised } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { Subject } from "../model/zone.ts";
import { isInTable } from "../model/table.ts";
import { readObservation } from "../sheet/assemble.ts";
import type { Sheet } from "../workbook/book.ts";
import { bare, type CorrectedAgainst, type LineChange } from "./reading-correction.ts";
import type { TableLine } from "./table-lines.ts";

type Meaning = Extract<LineChange, { kind: "meaning" }>;

/** A line of a table and what the user says of it. */
export interface CorrectedLine {
  readonly line: TableLine;
  readonly change: LineChange;
}

/**
 * A table with some of its lines read as the user says: their cells are read anew, since a cell's text means one thing
 * under a growth and another under an amount. A line that was not understood becomes one of the table's own.
 */
export function correctLines(
  table: IndicatorTable,
  sheet: Sheet,
  corrected: readonly CorrectedLine[]
): IndicatorTable {
  if (corrected.length === 0) return table;
  const dropped = new Set<number>();
  const changed = new Map<number, Field>();
  const unrecognised: Unrecognised[] = [...table.unrecognised];
  const added: Added[] = [];
  for (const { line, change } of corrected) {
    if (change.kind === "set-aside") {
      for (const field of line.fields) dropped.add(field.index);
      removePart(unrecognised, line);
      unrecognised.push({ area: line.area, reason: "set-aside", text: line.path.join(" / ") });
    } else if (line.fields.length > 0) {
      for (const field of line.fields)
        changed.set(field.index, correctField(changed.get(field.index) ?? field, change));
    } else {
      const columns = addColumn(table, line, change);
      if (columns.length > 0) removePart(unrecognised, line);
      added.push(...columns);
    }
  }
  return rebuild(table, sheet, { dropped, changed, added, unrecognised });
}

/** A field for a column that had none, and the row each subject has in it. */
interface Added {
  readonly field: Field;
  readonly rows: readonly (number | null)[];
  /** Where its cells stand. */
  readonly column: number;
}

function removePart(parts: Unrecognised[], { area }: TableLine): void {
  const found = parts.findIndex(
    (part) => part.area.row === area.row && part.area.column === area.column
  );
  if (found >= 0) parts.splice(found, 1);
}

function correctField(field: Field, change: Meaning): Field {
  const indicator =
    change.indicator === null ? field.indicator : indicatorOf(change.indicator, field.unit);
  const measure =
    change.measure === null
      ? levelAs(field.measure, indicator)
      : levelAs(change.measure, indicator);
  const unit =
    change.unit === null
      ? unitOf(measure, indicator, field.measure === measure ? field.unit : null)
      : toUnit(change.unit);
  const against = change.against === null ? field.against : toAgainst(change.against, field);
  return { ...field, indicator, measure, unit, against };
}

/** With indicators in rows every row gives a field; with zones in rows the column is one. */
function addColumn(table: IndicatorTable, line: TableLine, change: Meaning): readonly Added[] {
  const header = { ...line.area, rows: Math.min(line.area.rows, line.path.length) };
  const column = line.area.column;
  if (table.orientation === "zones-in-rows") {
    const rows = table.subjects.map(({ at }) => (at.kind === "cell" ? at.row : null));
    const left = table.fields.filter((field) => field.line < column).at(-1)?.indicator;
    const named = change.indicator === null ? undefined : indicatorOf(change.indicator, null);
    const indicator =
      named ??
      recogniseIndicator(line.path.join("")) ??
      left ??
      indicatorOf(line.path.at(-1) ?? "", null);
    return [
      {
        field: newField(indicator, change, { path: line.path, header, line: column }),
        rows,
        column,
      },
    ];
  }
  const isAcross = table.orientation === "zones-in-columns";
  const subject = isAcross ? subjectOver(table, line) : table.subjects[0];
  // Whose the column is, where no zone stands over it, nobody has said.
  if (subject === undefined || (!isAcross && table.subjects.length !== 1)) return [];
  const rows = new Map<number, Field>();
  for (const cells of table.cells) {
    for (const cell of cells) {
      const field = cell === null ? undefined : table.fields[cell.field];
      if (cell !== null && field !== undefined && !rows.has(cell.at.row))
        rows.set(cell.at.row, field);
    }
  }
  return [...rows].map(([row, { indicator, path }]) => ({
    field: newField(indicator, change, {
      path: [...path.slice(0, 1), ...line.path],
      header,
      line: isAcross ? row : column,
    }),
    rows: table.subjects.map(({ index }) => (index === subject.index ? row : null)),
    column,
  }));
}

/** The zone over a column: the one its header names, of several of that name the nearest to the left. */
function subjectOver(table: IndicatorTable, line: TableLine): Subject | undefined {
  const named = new Set(line.path.map(bare));
  return table.subjects
    .filter(({ label, at }) => {
      const isLeft = at.kind === "cell" && at.column <= line.area.column;
      return isLeft && named.has(bare(label));
    })
    .at(-1);
}

function newField(
  indicator: Indicator,
  change: Meaning,
  place: Pick<Field, "path" | "header" | "line">
): Field {
  const measure = levelAs(change.measure ?? "actual", indicator);
  const field: Field = {
    ...place,
    index: 0,
    indicator,
    measure,
    against: null,
    unit: change.unit === null ? unitOf(measure, indicator, null) : toUnit(change.unit),
    period: null,
  };
  return change.against === null ? field : { ...field, against: toAgainst(change.against, field) };
}

function indicatorOf(text: string, unit: Unit | null): Indicator {
  const isRate = unit?.family === "rate" ? "rate" : "level";
  return (
    indicatorById(text) ??
    recogniseIndicator(text) ??
    uncataloguedIndicator(text.replace(/^other:/u, ""), unit?.name ?? null, isRate)
  );
}

/** 完成值 of a rate with a declared basis is the rate. */
function levelAs(measure: Measure, indicator: Indicator): Measure {
  return measure === "actual" || measure === "rate" ? levelMeasureOf(indicator) : measure;
}

const IN_PERCENT: ReadonlySet<Measure> = new Set<Measure>([
  ...([
    "growth",
    "fall",
    "growth-month",
    "growth-other",
    "share",
    "attainment",
    "pace",
    "rate",
  ] as const),
]);
const IN_POINTS: ReadonlySet<Measure> = new Set<Measure>([
  ...(["difference", "rate-change", "pace-difference"] as const),
]);

/** The unit a measure has where nobody says one; `kept` is what was read for the same measure. */
function unitOf(measure: Measure, indicator: Indicator, kept: Unit | null): Unit | null {
  if (measure === "verdict") return null;
  if (measure === "rank" || measure === "rank-change") return toUnit("位");
  if (measure === "score") return toUnit("分");
  if (IN_POINTS.has(measure)) return kept ?? toUnit("个百分点");
  if (IN_PERCENT.has(measure)) return kept ?? toUnit("%");
  const own = indicator.unit === null ? null : toUnit(indicator.unit);
  return kept !== null && (own === null || kept.family === own.family) ? kept : (own ?? kept);
}

function toUnit(name: string): Unit {
  return recogniseUnit(name) ?? { name, family: "other", factor: 1 };
}

function toAgainst(against: CorrectedAgainst, field: Field): Against | null {
  // The whole printed in the header, 占全市(177.53亿元)比重, is still that whole.
  const stated =
    field.against === null || field.against.kind === "total" ? null : field.against.stated;
  switch (against.kind) {
    case "none":
      return null;
    case "total":
      return { kind: "total" };
    case "reference":
      return { kind: "reference", scope: against.scope, stated };
    case "indicator":
      return { kind: "indicator", indicator: indicatorOf(against.indicator, null), stated };
  }
}

interface Changes {
  readonly dropped: ReadonlySet<number>;
  readonly changed: ReadonlyMap<number, Field>;
  readonly added: readonly Added[];
  readonly unrecognised: readonly Unrecognised[];
}

function rebuild(table: IndicatorTable, sheet: Sheet, changes: Changes): IndicatorTable {
  const { dropped, changed, added, unrecognised } = changes;
  const entries = [
    ...table.fields
      .filter(({ index }) => !dropped.has(index))
      .map((field) => ({
        field: changed.get(field.index) ?? field,
        from: field.index,
        rows: null,
        column: field.line,
      })),
    ...added.map(({ field, rows, column }) => ({ field, from: null, rows, column })),
  ];
  // Columns stay in their printed order: what a bare header leaves open is looked up to its left.
  const isByColumn = table.orientation === "zones-in-rows";
  if (isByColumn) entries.sort((a, b) => a.field.line - b.field.line);
  const fields = entries.map(({ field }, index) => ({ ...field, index }));
  const cells = table.subjects.map((_, subject) =>
    entries.map(({ from, rows, column, field: draft }, index): Observation | null => {
      const field = { ...draft, index };
      const old = from === null ? null : (table.cells[subject]?.[from] ?? null);
      // What a title says of 全市 is no cell of the column.
      const isKept = old !== null && !isInTable(table, old.at);
      if (from !== null && (old === null || isKept || !changed.has(from)))
        return old === null ? null : { ...old, field: index };
      const row = old?.at.row ?? rows?.[subject] ?? null;
      if (row === null) return null;
      return readObservation(sheet, old?.at ?? { row, column }, subject, field);
    })
  );
  const lost = table.unrecognised.length - unrecognised.filter(isUnread).length;
  return {
    ...table,
    fields,
    cells,
    unrecognised,
    confidence: lost > 0 && !unrecognised.some(isUnread) ? 1 : table.confidence,
  };
}

function isUnread({ reason }: Unrecognised): boolean {
  return reason !== "set-aside" && reason !== "set-aside-zone";
}
