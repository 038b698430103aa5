import { runChange } from "./change-command.ts";
import { runCheckText } from "./check-text-command.ts";
import { runCompose } from "./compose-command.ts";
import type { CommandEnvironment } from "./environment.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT } from "./exit-code.ts";
import { localeOf } from "./locale.ts";
import { parseCommand } from "./parse-command.ts";
import { textsOf } from "./texts.ts";
import { runValidate } from "./validate-command.ts";

/**
 * The command line: arguments (without node and script) in, exit code out. stdout is the report, stderr what went
 * wrong. Everything else of the machine comes in through the environment.
 */
export async function run(
  argv: readonly string[],
  environment: CommandEnvironment
): Promise<ExitCode> {
  const parsed = parseCommand(argv);
  const asked = parsed.ok
    ? "locale" in parsed.command
      ? parsed.command.locale
      : null
    : parsed.locale;
  const locale = asked ?? localeOf(environment.variables);
  const texts = textsOf(locale);
  if (!parsed.ok) {
    environment.stderr(`${texts.usageProblem(parsed.problem)}\n${texts.seeHelp}\n`);
    return EXIT.usage;
  }
  const { command } = parsed;
  switch (command.kind) {
    case "help":
      environment.stdout(texts.help);
      return EXIT.clean;
    case "version":
      environment.stdout(`${environment.version}\n`);
      return EXIT.clean;
    case "validate":
      return await runValidate(command, locale, environment);
    case "check-text":
      return await runCheckText(command, locale, environment);
    case "compose":
      return await runCompose(command, locale, environment);
    case "flag":
    case "clear":
    case "portable":
    case "restore":
      return await runChange(command, locale, environment);
  }
}
