import { parseArea } from "../../src/core/workbook/address.ts";
import {
  indicatorById,
  recogniseUnit,
  uncataloguedIndicator,
} from "../../src/core/catalog/index.ts";
import { NOTHING_AROUND } from "../../src/core/model/around.ts";
import { countDecimals } from "../../src/core/model/decimal.ts";
import type { Indicator } from "../../src/core/model/indicator.ts";
import type { Measure } from "../../src/core/model/measure.ts";
import type { Period } from "../../src/core/model/period.ts";
import type { StatedNumber } from "../../src/core/model/stated-number.ts";
import type {
  Against,
  Content,
  Field,
  IndicatorTable,
  Observation,
} from "../../src/core/model/table.ts";
import type { ReferenceScope, Subject, SubjectRole, ZoneKind } from "../../src/core/model/zone.ts";

/** A column of a table literal. */
export interface ColumnLiteral {
  /** Catalogue id, or a printed name. */
  readonly of: string;
  readonly measure: Measure;
  readonly against?: Against;
  readonly unit?: string;
  readonly period?: Period;
  readonly path?: readonly string[];
  /** The cells' number format; decides the digits shown. */
  readonly format?: string;
  /** Printed column with indicators in rows. */
  readonly line?: number;
}

/** A cell of a table literal: a number, a number as printed ("14.20"), a content, or nothing. */
export type CellLiteral = number | string | Content | CellWithFormula | null;

export interface CellWithFormula {
  readonly formula: string;
  readonly value: number;
}

export interface RowLiteral {
  readonly name: string;
  /** As printed; without it, the name. */
  readonly label?: string;
  readonly role?: SubjectRole;
  readonly kind?: ZoneKind;
  readonly reference?: ReferenceScope;
  /** Names of the rows a total adds up; without it, all zones. */
  readonly members?: readonly string[];
  readonly cells: readonly CellLiteral[];
}

export interface TableLiteral {
  readonly sheet?: string;
  readonly columns: readonly ColumnLiteral[];
  readonly rows: readonly RowLiteral[];
  readonly period?: Period | null;
  readonly orientation?: IndicatorTable["orientation"];
}

export const H1: Period = { kind: "cumulative", year: 2023, months: 6 };

/**
 * An IndicatorTable with zones in rows, its first data cell at C5: columns of the literal stand in C, D, E …, rows in
 * 5, 6, 7 …, names in B. Only for tests.
 */
export function tableOf(literal: TableLiteral): IndicatorTable {
  const fields = literal.columns.map(fieldOf);
  const subjects = literal.rows.map((row, index) => subjectOf(row, index, literal.rows));
  return {
    sheet: literal.sheet ?? "经济指标",
    area: parseArea("A3:Z99") ?? { row: 2, column: 0, rows: 1, columns: 1 },
    orientation: literal.orientation ?? "zones-in-rows",
    title: "运城市开发区2023年1-6月主要经济指标完成情况表",
    period: literal.period === undefined ? H1 : literal.period,
    city: "运城",
    subjects,
    fields,
    cells: literal.rows.map((row, subject) =>
      fields.map((field) => {
        const cell = row.cells[field.index];
        return cell === undefined ? null : observationOf(cell, subject, field.index, literal);
      })
    ),
    unrecognised: [],
    confidence: 1,
    rowDivisions: [],
    around: NOTHING_AROUND,
  };
}

function fieldOf(column: ColumnLiteral, index: number): Field {
  const indicator: Indicator =
    indicatorById(column.of) ?? uncataloguedIndicator(column.of, null, "level");
  const isRate = ["growth", "share", "fall", "target", "attainment"].includes(column.measure);
  const unitName = column.unit ?? (isRate ? "%" : indicator.unit);
  return {
    index,
    indicator,
    measure: column.measure,
    against: column.against ?? null,
    unit: unitName === null ? null : (recogniseUnit(unitName) ?? null),
    period: column.period ?? null,
    path: column.path ?? [indicator.name, column.measure],
    line: column.line ?? index + 2,
    header: { row: 3, column: index + 2, rows: 1, columns: 1 },
  };
}

function subjectOf(row: RowLiteral, index: number, rows: readonly RowLiteral[]): Subject {
  const role = row.role ?? (row.reference === undefined ? "zone" : "reference");
  const isMember = (other: RowLiteral): boolean =>
    row.members?.includes(other.name) ?? (other.role ?? "zone") === "zone";
  const members =
    role === "total" || role === "subtotal"
      ? rows.flatMap((other, place) =>
          other !== row && other.reference === undefined && isMember(other) ? [place] : []
        )
      : [];
  return {
    index,
    role,
    name: row.name,
    label: row.label ?? row.name,
    kind: row.kind ?? null,
    reference: row.reference ?? null,
    members,
    at: { kind: "cell", row: index + 4, column: 1 },
  };
}

function observationOf(
  cell: CellLiteral,
  subject: number,
  field: number,
  literal: TableLiteral
): Observation {
  const column = literal.columns[field];
  const format = column?.format ?? "General";
  return {
    subject,
    field,
    content: contentOf(cell, format, column),
    at: { row: subject + 4, column: field + 2 },
    formula: isFormula(cell) ? cell.formula : null,
    numberFormat: format,
    isHidden: false,
  };
}

function isFormula(cell: CellLiteral): cell is CellWithFormula {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}

function contentOf(cell: CellLiteral, format: string, column: ColumnLiteral | undefined): Content {
  if (cell === null) return { kind: "missing", reason: "blank" };
  if (cell === "-") return { kind: "missing", reason: "declared" };
  if (typeof cell === "object" && "kind" in cell) return cell;
  const isCount =
    column !== undefined &&
    indicatorById(column.of)?.kind === "count" &&
    column.measure === "actual";
  if (typeof cell === "string") {
    const decimals = cell.includes(".") ? cell.length - cell.indexOf(".") - 1 : 0;
    return number({ value: Number(cell), decimals, origin: "typed", precision: "stated" });
  }
  const value = typeof cell === "number" ? cell : cell.value;
  const stored = countDecimals(value);
  const shown = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const isFormulaCell = typeof cell === "object";
  return number({
    value,
    decimals: Math.max(stored, shown),
    origin: isFormulaCell ? "formula" : "typed",
    precision: isCount ? "count" : isFormulaCell && stored > 6 ? "exact" : "stated",
  });
}

function number(stated: StatedNumber): Content {
  return { kind: "number", stated, fromText: null };
}

/** A number typed as text. */
export function textNumber(text: string, value: number): Content {
  return {
    kind: "number",
    stated: { value, decimals: countDecimals(value), origin: "typed", precision: "stated" },
    fromText: text,
  };
}
