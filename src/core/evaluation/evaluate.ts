import { readCorrections } from "../corrections/parse-corrections.ts";
import { flagSheets } from "../flags/plan-flags.ts";
import { readTables } from "../sheet/index.ts";
import { withOutsideParts } from "../sheet/outside-parts.ts";
import { success } from "../workbook/failure.ts";
import type { Result } from "../workbook/failure.ts";
import { readRules } from "./read-rules.ts";
import { evaluateTables } from "./evaluate-tables.ts";
import type { Evaluation, EvaluationRequest } from "./evaluation.ts";

/**
 * Validates a workbook: reads its tables, brings the rules of file, sheet and target columns into force, runs every
 * check. Pure and deterministic. Rules that cannot be read are a failure: half of them would judge wrongly.
 */
export function evaluate(request: EvaluationRequest): Result<Evaluation> {
  const { book } = request;
  const rules = readRules(request);
  if (!rules.ok) return rules;
  const kept = readCorrections(book.part);
  const readings = readTables(book, { sheets: null, corrections: kept.corrections });
  const tables = readings.flatMap(withOutsideParts);
  const unread = readings
    .filter(({ sheet }) => request.sheets?.includes(sheet) ?? true)
    .filter((reading) => reading.tables.length === 0)
    .map(({ sheet, unrecognised }) => ({ sheet, unrecognised }));
  const { watched, failing, ...judged } = evaluateTables(
    tables,
    rules.value,
    book.calculation,
    request.sheets
  );
  const flags = flagSheets({ ...judged, watched, failing }, book);
  return success({ book: book.name, unread, kept, ...judged, flags });
}
