import { clearFlags, makePortable, restorePortable, validate } from "../actions/index.ts";
import type { Applied, Failure } from "../core/index.ts";
import type { PortableCell } from "../core/portable/index.ts";
import { directEvaluator, wordOuterPlace } from "../core/index.ts";
import type { FilePort } from "../xlsx/index.ts";
import { openBook } from "./book-file.ts";
import type { CommandEnvironment } from "./environment.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT } from "./exit-code.ts";
import { failureLine } from "./failure-text.ts";
import type { Locale } from "../core/index.ts";
import type { Command } from "./parse-command.ts";
import { isOfRulesFile, readRulesFile } from "./rules-file.ts";
import { textsOf } from "./texts.ts";

export type ChangeCommand = Extract<
  Command,
  { readonly kind: "flag" | "clear" | "portable" | "restore" }
>;

/** flag and clear: a workbook in, a changed copy out. The original is never written to. */
export async function runChange(
  command: ChangeCommand,
  locale: Locale,
  environment: CommandEnvironment
): Promise<ExitCode> {
  const { files, stderr, stdout } = environment;
  const { input, output } = command;
  const fail = (file: string, failure: Failure): ExitCode => {
    stderr(failureLine(file, failure, locale));
    return failure.code === "rules-invalid" ? EXIT.rules : EXIT.fatal;
  };

  const refusal = await refuseOutput(command, locale, environment);
  if (refusal !== undefined) {
    stderr(`${refusal}\n`);
    return EXIT.usage;
  }
  const opened = await openBook(files, input);
  if (!opened.ok) return fail(input, opened.failure);
  const port = opened.value;
  const changed = await change(port, command, locale, environment);
  if (!changed.ok) {
    if (changed.isRules) {
      stderr(
        failureLine(
          command.kind === "flag" ? (command.rules ?? input) : input,
          changed.failure,
          locale
        )
      );
      return EXIT.rules;
    }
    return fail(input, changed.failure);
  }
  const written = await files.replace(output, port.bytes());
  if (!written.ok) return fail(output, written.failure);
  for (const warning of changed.warnings) stderr(`${warning}\n`);
  stdout(`${changed.report}\n`);
  return EXIT.clean;
}

type Changed =
  | { readonly ok: true; readonly report: string; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly failure: Failure; readonly isRules: boolean };

async function change(
  port: FilePort,
  command: ChangeCommand,
  locale: Locale,
  environment: CommandEnvironment
): Promise<Changed> {
  switch (command.kind) {
    case "flag":
      return await flag(port, command, locale, environment);
    case "clear":
      return await clear(port, command, locale);
    case "portable":
      return await portable(port, command, locale);
    case "restore":
      return await restore(port, command, locale);
  }
}

async function portable(port: FilePort, command: ChangeCommand, locale: Locale): Promise<Changed> {
  const texts = textsOf(locale);
  const made = await makePortable(port);
  if (!made.ok) return { ok: false, failure: made.failure.failure, isRules: false };
  const { cells, outer, settings } = made.value;
  const count = (kind: PortableCell["became"]["kind"]): number =>
    [...cells, ...outer].filter(({ became }) => became.kind === kind).length;
  return {
    ok: true,
    report: texts.madePortable(command.output, count("formula"), count("value")),
    warnings: [
      ...cells.flatMap(({ sheet, cell, became }) =>
        became.kind === "formula"
          ? []
          : [texts.notNative(`${sheet}!${cell}`, became.kind, became.reason)]
      ),
      ...outer.flatMap(({ place, became }) =>
        became.kind === "formula"
          ? []
          : [texts.outerNotNative(wordOuterPlace(place, locale), became)]
      ),
      ...settings.map((setting) => texts.setFormula(setting)),
    ],
  };
}

async function restore(port: FilePort, command: ChangeCommand, locale: Locale): Promise<Changed> {
  const texts = textsOf(locale);
  const outcome = await restorePortable(port);
  if (!outcome.ok) return { ok: false, failure: outcome.failure.failure, isRules: false };
  const { restored, left, outerRestored, outerLeft } = outcome.value;
  return {
    ok: true,
    report: texts.restored(command.output, restored.length + outerRestored.length),
    warnings: [
      ...left.map(({ sheet, cell, reason }) => texts.notRestored(`${sheet}!${cell}`, reason)),
      ...outerLeft.map(({ place, reason }) =>
        texts.outerNotRestored(wordOuterPlace(place, locale), reason)
      ),
    ],
  };
}

async function flag(
  port: FilePort,
  command: Extract<ChangeCommand, { readonly kind: "flag" }>,
  locale: Locale,
  { files, now }: CommandEnvironment
): Promise<Changed> {
  const texts = textsOf(locale);
  const rules = await readRulesFile(files, command.rules);
  if (!rules.ok) return { ok: false, failure: rules.failure, isRules: true };
  const outcome = await validate(port, directEvaluator(), {
    flags: "put",
    rulesFile: rules.value,
    ledger: { when: command.ledger, locale, madeAt: now() },
  });
  if (!outcome.ok) {
    const { failure } = outcome.failure;
    return { ok: false, failure, isRules: isOfRulesFile(failure, rules.value) };
  }
  const { evaluation, applied, unflagged } = outcome.value;
  const { error, warning, unmet } = evaluation.summary;
  return {
    ok: true,
    report: texts.flagged(command.output, error, warning, unmet),
    warnings: [
      ...unflagged.map((sheet) => texts.protectedSheet(sheet)),
      ...refusedSheets(applied, unflagged).map((sheet) => texts.refused(sheet)),
    ],
  };
}

async function clear(port: FilePort, command: ChangeCommand, locale: Locale): Promise<Changed> {
  const texts = textsOf(locale);
  const applied = await clearFlags(port);
  if (!applied.ok) return { ok: false, failure: applied.failure.failure, isRules: false };
  return {
    ok: true,
    report: texts.cleared(command.output),
    warnings: refusedSheets(applied.value, []).map((sheet) => texts.refused(sheet)),
  };
}

function refusedSheets(applied: Applied | null, told: readonly string[]): readonly string[] {
  const sheets = (applied?.refused ?? []).flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
  return [...new Set(sheets)].filter((sheet) => !told.includes(sheet));
}

/** Why the output cannot be where it is asked for; undefined where it can. */
async function refuseOutput(
  { input, output }: ChangeCommand,
  locale: Locale,
  { files }: CommandEnvironment
): Promise<string | undefined> {
  const texts = textsOf(locale);
  if (await files.isSame(input, output)) return texts.sameFile(input);
  if ((await files.kindOf(output)) === "folder") return texts.outputIsFolder(output);
  const extensions = [input, output].map((path) => /\.[^./\\]*$/.exec(path)?.[0].toLowerCase());
  return extensions[0] === extensions[1] ? undefined : texts.otherExtension(input, output);
}
