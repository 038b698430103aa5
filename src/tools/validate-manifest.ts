/**
 * Checks the manifest offline: `npm run validate` or `npm run validate -- --dist dist`.
 * Microsoft's own checker sends the file to a web service, and misses what Excel then refuses without a word.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { checkManifest } from "./manifest/check-manifest.ts";
import type { ReadFile } from "./manifest/problem.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** What src/commands associates with Office.actions. */
export const COMMANDS = [
  "openPane",
  "validateAll",
  "validateSelection",
  "clearFlags",
  "insertZoneGap",
  "insertZoneShare",
  "insertZoneGrowth",
  "insertZoneDiff",
  "insertZoneStatus",
  "insertZoneTarget",
] as const;

/** Files of a folder, by path. */
export function folderReader(folder: string): ReadFile {
  return (path) => {
    const file = join(folder, path);
    return existsSync(file) && statSync(file).isFile()
      ? new Uint8Array(readFileSync(file))
      : undefined;
  };
}

/** Prints each problem with its line; the exit code is 1 where there is one. */
export function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { dist: { type: "string" } },
    allowPositionals: true,
  });
  const { dist } = values;
  const file =
    positionals[0] ??
    (dist === undefined ? join(ROOT, "manifest.xml") : join(dist, "manifest.xml"));
  const name = relative(process.cwd(), file);
  if (!existsSync(file)) {
    console.error(`${name}: no such file`);
    return 1;
  }
  const problems = checkManifest(readFileSync(file, "utf8"), {
    source: folderReader(ROOT),
    build: dist === undefined ? null : folderReader(dist),
    commands: COMMANDS,
    otherLocale: "en-US",
  });
  for (const { line, message } of problems) console.error(`${name}:${line}: ${message}`);
  if (problems.length === 0) console.log(`${name}: no problems`);
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = main(process.argv.slice(2));
}
