import type {
  Applied,
  Book,
  Failure,
  Result,
  RulesEdit,
  RulesProblem,
  RulesRow,
  TargetRule,
  WorkbookPort,
} from "../core/index.ts";
import {
  RULES_SHEET,
  RULES_TEMPLATE,
  areaOfCell,
  failed,
  findSheet,
  mergeRules,
  parseRulesFile,
  parseRulesSheet,
  planRulesEdit,
  readRulesRows,
  success,
} from "../core/index.ts";
import type { ActionResult } from "./action-result.ts";
import { NOTHING_WRITTEN, nothingDone } from "./action-result.ts";

/** The 目标规则 sheet as it stands: its rows, and the rules they make or why they make none. */
export interface RulesReading {
  /** absent: the workbook has none yet. */
  readonly sheet: "there" | "absent";
  readonly rows: readonly RulesRow[];
  readonly rules: readonly TargetRule[];
  readonly problems: readonly RulesProblem[];
}

const NO_RULES: RulesReading = { sheet: "absent", rows: [], rules: [], problems: [] };

/** Reads the 目标规则 sheet of the workbook. */
export async function readRules(port: WorkbookPort): Promise<Result<RulesReading>> {
  const read = await port.read();
  return read.ok ? success(rulesOf(read.value)) : read;
}

function rulesOf(book: Book): RulesReading {
  const sheet = findSheet(book, RULES_SHEET);
  if (sheet === undefined) return NO_RULES;
  const parsed = parseRulesSheet(sheet);
  return {
    sheet: "there",
    rows: readRulesRows(sheet),
    rules: parsed.ok ? parsed.value : [],
    problems: parsed.ok ? [] : parsed.failure,
  };
}

/** Makes a 目标规则 sheet: with the headers alone, or with targets to start from. One that is there is left as it is. */
export async function insertRules(
  port: WorkbookPort,
  content: "template" | "empty"
): Promise<ActionResult<Applied>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const sheet = findSheet(read.value, RULES_SHEET);
  if (sheet !== undefined && readRulesRows(sheet).length > 0) return success(NOTHING_WRITTEN);
  const added = content === "template" ? RULES_TEMPLATE : [];
  const plan = planRulesEdit(sheet, { changed: [], added, removed: [] });
  if (!plan.ok) return nothingDone(plan.failure);
  return await port.apply([
    ...plan.value,
    { kind: "select", sheet: RULES_SHEET, area: areaOfCell({ row: 0, column: 0 }) },
  ]);
}

/** Writes an edit into the 目标规则 sheet, which stays the truth: it is read again first, and only what differs is written. */
export async function saveRules(
  port: WorkbookPort,
  edit: RulesEdit
): Promise<ActionResult<Applied>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  return await applyEdit(port, read.value, edit);
}

/** Brings a rules file into the 目标规则 sheet; nothing of a file with a problem is used. */
export async function importRules(
  port: WorkbookPort,
  file: { readonly name: string; readonly text: string }
): Promise<ActionResult<Applied>> {
  const parsed = parseRulesFile(file.text, file.name);
  if (!parsed.ok) return nothingDone(invalid(file.name, parsed.failure));
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const standing = rulesOf(read.value);
  if (standing.problems.length > 0) return nothingDone(invalid(RULES_SHEET, standing.problems));
  return await applyEdit(port, read.value, mergeRules(standing.rows, standing.rules, parsed.value));
}

function invalid(file: string, problems: readonly RulesProblem[]): Failure {
  return { code: "rules-invalid", file, problems };
}

async function applyEdit(
  port: WorkbookPort,
  book: Book,
  edit: RulesEdit
): Promise<ActionResult<Applied>> {
  const plan = planRulesEdit(findSheet(book, RULES_SHEET), edit);
  if (!plan.ok) return failed({ failure: plan.failure, done: [] });
  return plan.value.length === 0 ? success(NOTHING_WRITTEN) : await port.apply(plan.value);
}
