import { validate } from "../actions/index.ts";
import type {
  EvaluationRequest,
  Locale,
  ReportedBook,
  ReportedFailure,
  Result,
} from "../core/index.ts";
import { directEvaluator, failed, success, toJson, toText } from "../core/index.ts";
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
  stdout(report(command, books, failures, locale, environment));
  for (const { file, failure } of failures) stderr(failureLine(file, failure, locale));
  return exitCode(command, books, failures);
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
  books: readonly ReportedBook[],
  failures: readonly ReportedFailure[],
  locale: Locale,
  environment: CommandEnvironment
): string {
  if (format === "json") return toJson(books, failures, locale);
  if (books.length === 0) return "";
  const colour = wantsColour(environment) ? "ansi" : "none";
  return toText(books, [], { locale, colour, width: environment.columns, detail });
}

function exitCode(
  command: ValidateCommand,
  books: readonly ReportedBook[],
  failures: readonly ReportedFailure[]
): ExitCode {
  if (failures.some(({ failure }) => failure.code !== "rules-invalid")) return EXIT.fatal;
  // A 目标规则 sheet that cannot be read spoils its own workbook alone.
  if (failures.length > 0) return EXIT.rules;
  const isReached = books.some(({ evaluation }) =>
    reachesThreshold(evaluation.summary, command.failOn)
  );
  return isReached ? EXIT.findings : EXIT.clean;
}
