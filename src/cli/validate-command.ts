import { validate } from "../actions/index.ts";
import type { Evaluation, EvaluationRequest, Failure, Locale } from "../core/index.ts";
import { directEvaluator, toJson, toText } from "../core/index.ts";
import type { PathFailure } from "./book-file.ts";
import { expandPath, openBook } from "./book-file.ts";
import type { CommandEnvironment } from "./environment.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT, reachesThreshold } from "./exit-code.ts";
import { failureText } from "./failure-text.ts";
import type { Command } from "./parse-command.ts";
import { isOfRulesFile, readRulesFile } from "./rules-file.ts";
import { textsOf } from "./texts.ts";

export type ValidateCommand = Extract<Command, { readonly kind: "validate" }>;

interface JudgedBook {
  readonly file: string;
  readonly evaluation: Evaluation;
}

interface FailedBook {
  readonly file: string;
  readonly failure: Failure | PathFailure;
}

/** validate: judges every workbook it can read, reports them together, and tells the others as failures. */
export async function runValidate(
  command: ValidateCommand,
  locale: Locale,
  environment: CommandEnvironment
): Promise<ExitCode> {
  const { files, stderr, stdout } = environment;
  const texts = textsOf(locale);
  const rules = await readRulesFile(files, command.rules);
  if (!rules.ok) {
    stderr(`${failureText(rules.failure, locale)}\n`);
    return EXIT.rules;
  }
  const books: JudgedBook[] = [];
  const failures: FailedBook[] = [];
  for (const path of command.books) {
    const expanded = await expandPath(files, path);
    if (!expanded.ok) {
      failures.push({ file: path, failure: expanded.failure });
      continue;
    }
    for (const file of expanded.value) {
      const judged = await judgeBook(file, rules.value, environment);
      if (judged.ok) books.push({ file, evaluation: judged.evaluation });
      else if (isOfRulesFile(judged.failure, rules.value)) {
        // The same would befall every workbook: told once, nothing judged.
        stderr(`${failureText(judged.failure, locale)}\n`);
        return EXIT.rules;
      } else failures.push({ file, failure: judged.failure });
    }
  }
  stdout(report(command, books, failures, locale, environment));
  for (const { file, failure } of failures) {
    stderr(`${texts.failure(file, failureText(failure, locale))}\n`);
  }
  return exitCode(command, books, failures);
}

type Judged =
  | { readonly ok: true; readonly evaluation: Evaluation }
  | { readonly ok: false; readonly failure: Failure | PathFailure };

async function judgeBook(
  file: string,
  rulesFile: EvaluationRequest["rulesFile"],
  { files }: CommandEnvironment
): Promise<Judged> {
  const opened = await openBook(files, file);
  if (!opened.ok) return { ok: false, failure: opened.failure };
  const outcome = await validate(opened.value, directEvaluator(), { flags: "leave", rulesFile });
  return outcome.ok
    ? { ok: true, evaluation: outcome.value.evaluation }
    : { ok: false, failure: outcome.failure.failure };
}

function exitCode(
  command: ValidateCommand,
  books: readonly JudgedBook[],
  failures: readonly FailedBook[]
): ExitCode {
  if (failures.some(({ failure }) => failure.code !== "rules-invalid")) return EXIT.fatal;
  // A 目标规则 sheet that cannot be read spoils its own workbook alone.
  if (failures.length > 0) return EXIT.rules;
  const isReached = books.some(({ evaluation }) =>
    reachesThreshold(evaluation.summary, command.failOn)
  );
  return isReached ? EXIT.findings : EXIT.clean;
}

/** Colour on a terminal only, and not where the user has said no (https://no-color.org). */
function wantsColour({ isTerminal, variables }: CommandEnvironment): boolean {
  return isTerminal && (variables.NO_COLOR ?? "") === "" && variables.TERM !== "dumb";
}
