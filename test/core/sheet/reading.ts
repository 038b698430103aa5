import {
  evaluate,
  formatArea,
  formatCell,
  formatPeriod,
  readTables,
  type Content,
  type Field,
  type IndicatorTable,
  type SheetReading,
} from "../../../src/core/index.ts";
import { bookOf, sheetOf, type GridCell, type SheetOptions } from "../../support/grid.ts";

/** What the reader makes of one literal grid. */
export function readGridOf(
  rows: readonly (readonly GridCell[])[],
  options: SheetOptions & { readonly name?: string } = {}
): SheetReading {
  const [reading] = readTables(bookOf(sheetOf(options.name ?? "Sheet1", rows, options)), {
    sheets: null,
  });
  if (reading === undefined) throw new Error("the sheet was not read");
  return reading;
}

/** The only table of a grid. */
export function readTableOf(
  rows: readonly (readonly GridCell[])[],
  options: SheetOptions & { readonly name?: string } = {}
): IndicatorTable {
  const { tables } = readGridOf(rows, options);
  const [table] = tables;
  if (table === undefined || tables.length > 1)
    throw new Error(`${tables.length} tables were read`);
  return table;
}

/** What the product says of one literal grid, beside unmet targets: code, severity and place. */
export function judgedGrid(
  rows: readonly (readonly GridCell[])[],
  options: SheetOptions & { readonly name?: string } = {}
): readonly string[] {
  const book = bookOf(sheetOf(options.name ?? "Sheet1", rows, options));
  const result = evaluate({ book, rulesFile: null, sheets: null });
  if (!result.ok) throw new Error("the book was not judged");
  return result.value.findings
    .filter((finding) => finding.class !== "target")
    .map(({ code, severity, at }) => `${code} ${severity} ${formatArea(at.area)}`);
}

/** A field in one line: 工业投资 share of city (%) @2023-01..06. */
export function fieldLine(field: Field): string {
  const { against } = field;
  const whole =
    against === null
      ? ""
      : against.kind === "reference"
        ? ` to ${against.scope}${against.stated === null ? "" : `=${against.stated.value}`}`
        : against.kind === "indicator"
          ? ` to ${against.indicator.name}`
          : " to total";
  return `${field.indicator.name} ${field.measure}${whole} (${field.unit?.name ?? ""})`;
}

/** Subjects with role, name and members: total 合计 [0,1]. */
export function subjectLines(table: IndicatorTable): readonly string[] {
  return table.subjects.map(
    (subject) =>
      `${subject.role} ${subject.name}${subject.members.length > 0 ? ` [${subject.members.join()}]` : ""}`
  );
}

/** Cells of one field over the subjects: B3=12.5. */
export function cellLines(table: IndicatorTable, field: number): readonly string[] {
  return table.cells.flatMap((row) => {
    const observation = row[field] ?? null;
    return observation === null
      ? []
      : [`${formatCell(observation.at)}=${contentText(observation.content)}`];
  });
}

function contentText(content: Content): string {
  switch (content.kind) {
    case "number":
      return String(content.stated.value);
    case "word":
      return content.text;
    case "missing":
      return content.reason;
    case "unreadable":
      return `?${content.text}`;
    case "error":
      return content.error;
  }
}

export function periodText(table: IndicatorTable): string | null {
  return table.period === null ? null : formatPeriod(table.period);
}

export function refusals(reading: {
  readonly unrecognised: SheetReading["unrecognised"];
}): readonly string[] {
  return reading.unrecognised.map((part) => `${formatArea(part.area)} ${part.reason} ${part.text}`);
}
