import { mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import type { BuildOptions } from "esbuild";
import { build } from "esbuild";

/**
 * Bundles what the workbench runs on, apart from webpack (which takes minutes over Univer; esbuild takes seconds):
 * `npm run build:workbench`, or with `-- --engine` only the engine for Node.
 */
const root = resolve(import.meta.dirname, "../..");
const workbench = join(root, "src/workbench");

/** Where the spreadsheet without a screen is put, as one CommonJS file: jest cannot load Univer's ESM dependencies. */
export const NODE_ENGINE = join(root, "build/engine/engine.cjs");

/** What both bundles are made from, besides the packages in the lock file. */
const ENGINE_SOURCES = ["src/workbench/engine", "src/core", "src/xlsx/package-book.ts"];

/** Builds the engine for Node where it is missing or older than its sources. Gives the file. */
export async function buildNodeEngine(): Promise<string> {
  if (isFresh(NODE_ENGINE, ENGINE_SOURCES)) return NODE_ENGINE;
  // Several test processes may build at once: each into a file of its own, and the last one to finish stays.
  const draft = `${NODE_ENGINE}.${process.pid}.tmp`;
  mkdirSync(dirname(NODE_ENGINE), { recursive: true });
  await build({
    ...shared(),
    entryPoints: [join(workbench, "engine/node.ts")],
    outfile: draft,
    platform: "node",
    format: "cjs",
    target: "node20",
  });
  renameSync(draft, NODE_ENGINE);
  return NODE_ENGINE;
}

function shared(): BuildOptions {
  return {
    absWorkingDir: root,
    bundle: true,
    logLevel: "warning",
    alias: {
      // The pane has React 17 at the top level; Univer's user interface runs on 18.
      react: join(workbench, "node_modules/react"),
      "react-dom": join(workbench, "node_modules/react-dom"),
    },
  };
}

/** Whether a built file is newer than all of its sources and the lock file. */
function isFresh(built: string, sources: readonly string[]): boolean {
  const builtAt = modifiedAt(built);
  const inputs = [...sources, "package-lock.json", "src/tools/build-workbench.ts"];
  return inputs.every((source) => modifiedAt(join(root, source)) < builtAt);
}

/** When a file, or anything in a folder, was last changed; 0 where it is missing. */
function modifiedAt(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path)
    .filter((name) => name !== "node_modules")
    .reduce((latest, name) => Math.max(latest, modifiedAt(join(path, name))), stats.mtimeMs);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await buildNodeEngine();
}
