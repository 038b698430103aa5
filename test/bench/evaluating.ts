import { evaluateTables } from "../../src/core/evaluation/evaluate-tables.ts";
import type { IndicatorTable } from "../../src/core/index.ts";
import { formOf, FOURTEEN, TWELVE } from "./form.ts";
import type { Form } from "./form.ts";
import type { Report } from "./report.ts";
import { exponentOf, formatSpread, timesOf } from "./statistics.ts";
import { rulesOf, toTable } from "./to-table.ts";
import { differenceOf, findingLines, plantedLines } from "./truth.ts";

const RULES = rulesOf();
const SIZES = [
  { rows: 1_000, rounds: 8 },
  { rows: 10_000, rounds: 2 },
] as const;
const BOOKS = 20;

/** Minutes on a busy machine, and hardly a sheet that anybody has: measured when it is asked for. */
const LARGEST = { rows: 100_000, rounds: 1 } as const;

/**
 * The whole product from tables on: every check, root causes, order, what is still needed. A table is one object a
 * cell, as the reader of a sheet gives it; no loop by hand does as much, so that the times stand by themselves.
 */
export function measureEvaluation(report: Report, extent: "usual" | "largest"): void {
  report.title("tables → findings: every check, root causes, what flags wait on");
  const books = Array.from({ length: BOOKS }, (_, seed) => formOf(TWELVE, 58, seed + 1, 20));
  measure(report, `${BOOKS} books of 60 × 12`, books, 3);
  const sizes = extent === "largest" ? [...SIZES, LARGEST] : SIZES;
  const measured = sizes.map(({ rows, rounds }) => {
    const form = formOf(FOURTEEN, rows - 2, 20230706, 250);
    return { size: rows, time: measure(report, `${rows} rows × 14`, [form], rounds) };
  });
  const [small, large] = measured.slice(-2);
  if (small === undefined || large === undefined) return;
  const exponent = exponentOf(small, large).toFixed(3);
  report.line("growth", `from ${small.size} to ${large.size} rows: exponent ${exponent}`);
}

function measure(report: Report, name: string, forms: readonly Form[], rounds: number): number {
  const tables = forms.map((form) => toTable(form));
  forms.forEach((form, place) => {
    const table = tables[place];
    const found = table === undefined ? [] : evaluateTables([table], RULES).findings;
    report.truth(name, differenceOf(plantedLines(form), findingLines(found)));
  });
  const times = timesOf(rounds, 0, () => {
    tables.forEach(evaluateOne);
  });
  report.line(name, `${formatSpread(times)} ms`);
  return times[0] ?? NaN;
}

function evaluateOne(table: IndicatorTable): number {
  const { findings, watched } = evaluateTables([table], RULES);
  return findings.length + watched.length;
}
