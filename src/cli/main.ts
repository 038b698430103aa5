import { readFileSync } from "node:fs";
import { nodeFiles } from "./node-files.ts";
import { run } from "./run.ts";

/** The version this was built with; from source, the package's own. */
declare const ZONE_CHECK_VERSION: string | undefined;

function findVersion(): string {
  if (typeof ZONE_CHECK_VERSION === "string") return ZONE_CHECK_VERSION;
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const manifest = JSON.parse(text) as { readonly version: string };
  return manifest.version;
}

// A reader that has seen enough (head, less) closes the pipe: that is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

// Neither is there where stdout is a file or a pipe, whatever its type says.
const terminal: { readonly isTTY?: boolean; readonly columns?: number } = process.stdout;

// Not process.exit: a pipe would lose what is still on its way.
process.exitCode = await run(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  isTerminal: terminal.isTTY === true,
  columns: terminal.columns ?? 100,
  variables: process.env,
  version: findVersion(),
  now: () => new Date(),
  files: nodeFiles,
});
