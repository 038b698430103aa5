import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";
import { build } from "esbuild";

/**
 * `npm run bench`: bundles the measurement as the product is bundled, and runs it in a process of its own, without the
 * loader that would run TypeScript as it stands.
 */
const root = resolve(import.meta.dirname, "../..");
const outfile = resolve(root, "build/bench/main.mjs");
await build({
  entryPoints: [resolve(import.meta.dirname, "main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
});
const memory = "--max-old-space-size=4096";
const { status } = spawnSync(process.execPath, [memory, outfile, ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
