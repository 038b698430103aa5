import type { EvaluationRequest, Failure, Result } from "../core/index.ts";
import { success } from "../core/index.ts";
import type { CommandFiles } from "./environment.ts";

type RulesFile = EvaluationRequest["rulesFile"];

/** The rules file named on the command line, as text; null where none is named. UTF-8, with or without a mark. */
export async function readRulesFile(
  files: CommandFiles,
  path: string | null
): Promise<Result<RulesFile>> {
  if (path === null) return success(null);
  const bytes = await files.read(path);
  if (!bytes.ok) return bytes;
  return success({ name: path, text: new TextDecoder().decode(bytes.value) });
}

/** Whether a failure is about the rules file: it would befall every workbook alike. */
export function isOfRulesFile(failure: { readonly code: string }, rules: RulesFile): boolean {
  return (
    rules !== null &&
    failure.code === "rules-invalid" &&
    (failure as Extract<Failure, { code: "rules-invalid" }>).file === rules.name
  );
}
