import { formatArea, formatPeriod } from "../../src/core/index.ts";
import type { Evaluation, IndicatorTable } from "../../src/core/index.ts";
import type { Expected, ExpectedTable } from "../../src/tools/cases/to-files.ts";

/** What an evaluation says, in the shape of expected.json. */
export function reportOf(
  evaluation: Evaluation
): Omit<Expected, "layout" | "planted"> & { readonly unrecognised: readonly string[] } {
  return {
    tables: evaluation.tables.map(tableOf),
    unrecognised: evaluation.tables.flatMap(({ sheet, unrecognised }) =>
      unrecognised.map(({ area, reason, text }) => `${sheet}!${formatArea(area)} ${reason} ${text}`)
    ),
    unread: evaluation.unread.map(({ sheet, unrecognised }) => ({
      sheet,
      reasons: unrecognised.map(({ reason }) => reason),
    })),
    findings: evaluation.findings
      .map(({ at, code, severity }) => `${at.sheet}!${formatArea(at.area)} ${code} ${severity}`)
      .sort(),
    notEvaluable: countBy(evaluation.notEvaluable.map(({ check }) => check)),
  };
}

function tableOf(table: IndicatorTable): ExpectedTable {
  const zones = table.subjects.filter(({ role }) => role === "zone").map(({ label }) => label);
  return {
    sheet: table.sheet,
    range: formatArea(table.area),
    orientation: table.orientation,
    period: table.period === null ? null : formatPeriod(table.period),
    zones,
    indicators: [...new Set(table.fields.map(({ indicator }) => indicator.name))],
    observations: table.cells
      .flat()
      .filter((observation) => observation !== null && observation.content.kind !== "missing")
      .length,
  };
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
