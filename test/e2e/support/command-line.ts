import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";

const root = resolve(import.meta.dirname, "../../..");

export interface JsonFinding {
  readonly code: string;
  readonly severity: string;
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
}

/** What the command line finds in a file, through the command itself. */
export function findingsOnTheCommandLine(file: string): readonly JsonFinding[] {
  const result = spawnSync(
    process.execPath,
    [
      "--import",
      "tsx",
      resolve(root, "src/cli/main.ts"),
      "validate",
      file,
      "--format",
      "json",
      "--locale",
      "zh-CN",
      "--fail-on",
      "never",
    ],
    { cwd: root, encoding: "utf8" }
  );
  if (result.status !== 0) throw new Error(result.stderr);
  const report = JSON.parse(result.stdout) as {
    readonly books: readonly { readonly findings: readonly JsonFinding[] }[];
  };
  return report.books.flatMap(({ findings }) => findings);
}
