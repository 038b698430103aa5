import { compose } from "../actions/index.ts";
import type { Failure, Locale, Result } from "../core/index.ts";
import { failed, success } from "../core/index.ts";
import type { Composition, HouseStyle } from "../core/narrative/compose/index.ts";
import {
  STYLE_NAMES,
  compositionToJson,
  findStyle,
  formatComposeNote,
  nearestStyle,
  parseStyle,
} from "../core/narrative/compose/index.ts";
import { directNarrator } from "../core/narrative/narrator/index.ts";
import { openBook } from "./book-file.ts";
import type { CommandEnvironment, CommandFiles } from "./environment.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT } from "./exit-code.ts";
import { failureLine } from "./failure-text.ts";
import type { Command } from "./parse-command.ts";
import { isOfRulesFile, readRulesFile } from "./rules-file.ts";

export type ComposeCommand = Extract<Command, { readonly kind: "compose" }>;

/** compose: the report's paragraphs on stdout, what was left out and what to verify on stderr. */
export async function runCompose(
  command: ComposeCommand,
  locale: Locale,
  environment: CommandEnvironment
): Promise<ExitCode> {
  const { files, stderr, stdout } = environment;
  const { book } = command;
  const fail = (file: string, failure: Failure, code: ExitCode): ExitCode => {
    if (command.format === "json") {
      stdout(compositionToJson(book, null, [{ file, failure }], locale));
    }
    stderr(failureLine(file, failure, locale));
    return code;
  };
  const style = await readStyle(files, command.style);
  if (!style.ok) {
    const code = style.failure.code === "style-unknown" ? EXIT.usage : EXIT.rules;
    return fail(command.style ?? "", style.failure, code);
  }
  const rules = await readRulesFile(files, command.rules);
  if (!rules.ok) return fail(command.rules ?? "", rules.failure, EXIT.rules);
  const opened = await openBook(files, book);
  if (!opened.ok) return fail(book, opened.failure, EXIT.fatal);
  const composed = await compose(opened.value, directNarrator(), {
    style: style.value,
    rulesFile: rules.value,
  });
  if (!composed.ok) {
    const { failure } = composed;
    const file = isOfRulesFile(failure, rules.value) ? (command.rules ?? book) : book;
    return fail(file, failure, failure.code === "rules-invalid" ? EXIT.rules : EXIT.fatal);
  }
  report(composed.value.composition, command, locale, environment);
  return EXIT.clean;
}

function report(
  composition: Composition,
  { book, format }: ComposeCommand,
  locale: Locale,
  { stdout, stderr }: CommandEnvironment
): void {
  if (format === "json") {
    stdout(compositionToJson(book, composition, [], locale));
    return;
  }
  stdout(`${composition.text}\n`);
  for (const note of composition.notes) stderr(`${formatComposeNote(note, locale)}\n`);
}

/** A style by its name, else from its file; null where none is named: then the workbook's city decides. */
async function readStyle(
  files: CommandFiles,
  asked: string | null
): Promise<Result<HouseStyle | null>> {
  if (asked === null) return success(null);
  const known = findStyle(asked);
  if (known !== undefined) return success(known);
  const isPath = /[/\\]|\.json$/iu.test(asked);
  if (!isPath && (await files.kindOf(asked)) === "absent") {
    const nearest = nearestStyle(asked);
    return failed({ code: "style-unknown", found: asked, nearest, known: STYLE_NAMES });
  }
  const bytes = await files.read(asked);
  if (!bytes.ok) return bytes;
  const parsed = parseStyle(new TextDecoder().decode(bytes.value));
  return parsed.ok
    ? parsed
    : failed({ code: "style-invalid", file: asked, problems: parsed.failure });
}
