import { checkText, decodeText } from "../actions/index.ts";
import type { Locale } from "../core/index.ts";
import { failed, success } from "../core/index.ts";
import { draftToJson, draftToText } from "../core/narrative/check/index.ts";
import { directNarrator } from "../core/narrative/narrator/index.ts";
import { openBook } from "./book-file.ts";
import { wantsColour } from "./colour.ts";
import type { CommandEnvironment } from "./environment.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT } from "./exit-code.ts";
import { failureLine } from "./failure-text.ts";
import type { Command } from "./parse-command.ts";
import { isOfRulesFile, readRulesFile } from "./rules-file.ts";

export type CheckTextCommand = Extract<Command, { readonly kind: "check-text" }>;

/** check-text: every number of a draft, held against the others and against a workbook. A number that disagrees is a finding. */
export async function runCheckText(
  command: CheckTextCommand,
  locale: Locale,
  environment: CommandEnvironment
): Promise<ExitCode> {
  const { files, stderr, stdout } = environment;
  const bytes =
    (await files.kindOf(command.draft)) === "folder"
      ? failed({ code: "is-a-folder", file: command.draft } as const)
      : await files.read(command.draft);
  if (!bytes.ok) {
    stderr(failureLine(command.draft, bytes.failure, locale));
    return EXIT.fatal;
  }
  const rules = await readRulesFile(files, command.rules);
  if (!rules.ok) {
    stderr(failureLine(command.rules ?? "", rules.failure, locale));
    return EXIT.rules;
  }
  const opened = command.book === null ? success(null) : await openBook(files, command.book);
  const draft = decodeText(bytes.value);
  const request = { draft, rulesFile: rules.value };
  const checked = opened.ok ? await checkText(opened.value, directNarrator(), request) : opened;
  if (!checked.ok) {
    const { failure } = checked;
    const file = isOfRulesFile(failure, rules.value) ? command.rules : command.book;
    stderr(failureLine(file ?? command.draft, failure, locale));
    return failure.code === "rules-invalid" ? EXIT.rules : EXIT.fatal;
  }
  const check = checked.value;
  const colour = wantsColour(environment) ? "ansi" : "none";
  stdout(
    command.format === "json"
      ? draftToJson(check, locale)
      : draftToText(draft, check, { locale, colour, width: environment.columns })
  );
  return check.claims.some(({ verdict }) => verdict === "disagrees") ? EXIT.findings : EXIT.clean;
}
