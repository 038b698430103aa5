import { readCorrections } from "../corrections/parse-corrections.ts";
import { flagSheets } from "../flags/plan-flags.ts";
import { parseRulesFile } from "../rules/parse-rules-file.ts";
import { parseRulesSheet } from "../rules/parse-rules-sheet.ts";
import type { RulesProblem } from "../rules/rules-problem.ts";
import type { TargetRule } from "../rules/target-rule.ts";
import { readTables } from "../sheet/index.ts";
import { withOutsideParts } from "../sheet/outside-parts.ts";
import { findSheet } from "../workbook/book.ts";
import { failed, success } from "../workbook/failure.ts";
import type { Result } from "../workbook/failure.ts";
import { RULES_SHEET } from "../workbook/own-sheets.ts";
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

function readRules({ book, rulesFile }: EvaluationRequest): Result<readonly TargetRule[]> {
  const fromFile =
    rulesFile === null
      ? success([])
      : named(parseRulesFile(rulesFile.text, rulesFile.name), rulesFile.name);
  if (!fromFile.ok) return fromFile;
  const sheet = findSheet(book, RULES_SHEET);
  const fromSheet = sheet === undefined ? success([]) : named(parseRulesSheet(sheet), RULES_SHEET);
  if (!fromSheet.ok) return fromSheet;
  return success([...fromFile.value, ...fromSheet.value]);
}

function named(
  rules: Result<readonly TargetRule[], readonly RulesProblem[]>,
  file: string
): Result<readonly TargetRule[]> {
  return rules.ok ? rules : failed({ code: "rules-invalid", file, problems: rules.failure });
}
