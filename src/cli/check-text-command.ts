import type { IndicatorTable, Locale, Result } from "../core/index.ts";
import { failed, readCorrections, readTables, success } from "../core/index.ts";
import { checkDraft, draftToJson, draftToText } from "../core/narrative/check/index.ts";
import { openBook } from "./book-file.ts";
import { wantsColour } from "./colour.ts";
import type { CommandEnvironment } from "./environment.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT } from "./exit-code.ts";
import { failureLine } from "./failure-text.ts";
import type { Command } from "./parse-command.ts";
import { decodeText } from "./text-file.ts";

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
  const tables = await tablesOf(command.book, environment);
  if (!tables.ok) {
    stderr(failureLine(command.book ?? "", tables.failure, locale));
    return EXIT.fatal;
  }
  const draft = decodeText(bytes.value);
  const check = checkDraft({ draft, tables: tables.value });
  const colour = wantsColour(environment) ? "ansi" : "none";
  stdout(
    command.format === "json"
      ? draftToJson(check, locale)
      : draftToText(draft, check, { locale, colour, width: environment.columns })
  );
  return check.claims.some(({ verdict }) => verdict === "disagrees") ? EXIT.findings : EXIT.clean;
}

/** The indicator tables of the workbook, read as a validation reads them; null where none is named. */
async function tablesOf(
  path: string | null,
  { files }: CommandEnvironment
): Promise<Result<readonly IndicatorTable[] | null>> {
  if (path === null) return success(null);
  const opened = await openBook(files, path);
  if (!opened.ok) return opened;
  const book = await opened.value.read();
  if (!book.ok) return book;
  const { corrections } = readCorrections(book.value.part);
  return success(
    readTables(book.value, { sheets: null, corrections }).flatMap(({ tables }) => tables)
  );
}
