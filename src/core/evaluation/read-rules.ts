import { parseRulesFile } from "../rules/parse-rules-file.ts";
import { parseRulesSheet } from "../rules/parse-rules-sheet.ts";
import { readRulesList } from "../rules/rules-lists.ts";
import type { RulesProblem } from "../rules/rules-problem.ts";
import type { TargetRule } from "../rules/target-rule.ts";
import { findSheet } from "../workbook/book.ts";
import { failed, success } from "../workbook/failure.ts";
import type { Result } from "../workbook/failure.ts";
import { RULES_SHEET } from "../workbook/own-sheets.ts";
import type { EvaluationRequest } from "./evaluation.ts";

/** The rules of a rules file, of the workbook's rules sheet and of its other lists of targets. One that cannot be read is a failure of them all. */
export function readRules({
  book,
  rulesFile,
}: Pick<EvaluationRequest, "book" | "rulesFile">): Result<readonly TargetRule[]> {
  const fromFile =
    rulesFile === null
      ? success([])
      : named(parseRulesFile(rulesFile.text, rulesFile.name), rulesFile.name);
  if (!fromFile.ok) return fromFile;
  const sheet = findSheet(book, RULES_SHEET);
  const fromSheet = sheet === undefined ? success([]) : named(parseRulesSheet(sheet), RULES_SHEET);
  if (!fromSheet.ok) return fromSheet;
  const fromLists = book.sheets.flatMap((one) => readRulesList(one) ?? []);
  return success([...fromFile.value, ...fromSheet.value, ...fromLists]);
}

function named(
  rules: Result<readonly TargetRule[], readonly RulesProblem[]>,
  file: string
): Result<readonly TargetRule[]> {
  return rules.ok ? rules : failed({ code: "rules-invalid", file, problems: rules.failure });
}
