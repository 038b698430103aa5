import { validate } from "../actions/index.ts";
import type {
  AcrossFinding,
  BookAmongOthers,
  EvaluationRequest,
  Locale,
  ReportedBook,
  ReportedFailure,
  Result,
} from "../core/index.ts";
import {
  acrossToText,
  directEvaluator,
  evaluateAcross,
  failed,
  success,
  summarise,
  toJson,
  toText,
} from "../core/index.ts";
import { expandPath, openBook } from "./book-file.ts";
import { wantsColour } from "./colour.ts";
import type { CommandEnvironment } from "./environment.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT, reachesThreshold } from "./exit-code.ts";
import { failureLine } from "./failure-text.ts";
import type { Command } from "./parse-command.ts";
import { isOfRulesFile, readRulesFile } from "./rules-file.ts";

export type ValidateCommand = Extract<Command, { readonly kind: "validate" }>;

/** validate: judges every workbook it can read, reports them together, and tells the others as failures. */
export async function runValidate(
  command: ValidateCommand,
  locale: Locale,
  environment: CommandEnvironment
): Promise<ExitCode> {
  const { files, stderr, stdout } = environment;
  const rules = await readRulesFile(files, command.rules);
  if (!rules.ok) {
    stderr(failureLine(command.rules ?? "", rules.failure, locale));
    return EXIT.rules;
  }
  const books: ReportedBook[] = [];
  const failures: ReportedFailure[] = [];
  for (const path of command.books) {
    const expanded = await expandPath(files, path);
    if (!expanded.ok) {
      failures.push({ file: path, failure: expanded.failure });
      continue;
    }
    for (const file of expanded.value) {
      const judged = await judgeBook(file, rules.value, environment);
      if (judged.ok) books.push(judged.value);
      else if (isOfRulesFile(judged.failure.failure, rules.value)) {
        // The same would befall every workbook: told once, nothing judged.
        stderr(failureLine(file, judged.failure.failure, locale));
        return EXIT.rules;
      } else failures.push(judged.failure);
    }
  }
  const across = command.scope === "together" ? evaluateAcross(books.map(asOneOfMany)) : null;
  stdout(report(command, { books, failures, across }, locale, environment));
  for (const { file, failure } of failures) stderr(failureLine(file, failure, locale));
  return exitCode(command, { books, failures, across });
}

interface Judged {
  readonly books: readonly ReportedBook[];
  readonly failures: readonly ReportedFailure[];
  /** What the books say of each other; null where nobody asked. */
  readonly across: readonly AcrossFinding[] | null;
}

function asOneOfMany({ file, evaluation }: ReportedBook): BookAmongOthers {
  return { file, tables: evaluation.tables };
}

async function judgeBook(
  file: string,
  rulesFile: EvaluationRequest["rulesFile"],
  { files }: CommandEnvironment
): Promise<Result<ReportedBook, ReportedFailure>> {
  const opened = await openBook(files, file);
  if (!opened.ok) return failed({ file, failure: opened.failure });
  const outcome = await validate(opened.value, directEvaluator(), { flags: "leave", rulesFile });
  return outcome.ok
    ? success({ file, evaluation: outcome.value.evaluation })
    : failed({ file, failure: outcome.failure.failure });
}

/** Text tells the failures on stderr alone, where they are told in any case; JSON is read by programs and holds all. */
function report(
  { format, detail }: ValidateCommand,
  { books, failures, across }: Judged,
  locale: Locale,
  environment: CommandEnvironment
): string {
  if (format === "json") return toJson(books, failures, locale, across);
  if (books.length === 0) return "";
  const colour = wantsColour(environment) ? "ansi" : "none";
  const options = { locale, colour, width: environment.columns, detail } as const;
  return toText(books, [], options) + (across === null ? "" : acrossToText(across, options));
}

function exitCode(command: ValidateCommand, { books, failures, across }: Judged): ExitCode {
  if (failures.some(({ failure }) => failure.code !== "rules-invalid")) return EXIT.fatal;
  // A 目标规则 sheet that cannot be read spoils its own workbook alone.
  if (failures.length > 0) return EXIT.rules;
  const findings = (across ?? []).map(({ finding }) => finding);
  const summaries = [...books.map(({ evaluation }) => evaluation.summary), summarise([], findings)];
  const isReached = summaries.some((summary) => reachesThreshold(summary, command.failOn));
  return isReached ? EXIT.findings : EXIT.clean;
}
