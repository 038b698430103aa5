import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import process from "node:process";

import type * as NodeEngine from "../../src/workbench/engine/node.ts";

const root = resolve(__dirname, "../..");
let loaded: typeof NodeEngine | undefined;

/**
 * The workbench's spreadsheet, without a screen. Jest cannot load Univer's ESM dependencies, so it is bundled into one
 * file first, where that is missing or older than its sources; in a process of its own, because jest's realm breaks esbuild.
 */
export function loadEngine(): typeof NodeEngine {
  if (loaded !== undefined) return loaded;
  const build = resolve(root, "src/tools/build-workbench.ts");
  execFileSync(process.execPath, ["--import", "tsx", build, "--engine"], { cwd: root });
  loaded = createRequire(resolve(root, "package.json"))(
    resolve(root, "build/engine/engine.cjs")
  ) as typeof NodeEngine;
  return loaded;
}
