import { chmod, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Bundles the command line into one file that any Node from 20 on runs, without node_modules: the package's bin.
 * `prepare` calls it, so that a fresh install has the command.
 */
const root = new URL("../../", import.meta.url);
const outfile = fileURLToPath(new URL("build/cli/zone-check.mjs", root));
const manifest = JSON.parse(await readFile(new URL("package.json", root), "utf8")) as {
  readonly version: string;
};

await build({
  entryPoints: [fileURLToPath(new URL("src/cli/main.ts", root))],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  charset: "utf8",
  // The licences of what is bundled go along with it.
  legalComments: "eof",
  banner: { js: "#!/usr/bin/env node" },
  define: { ZONE_CHECK_VERSION: JSON.stringify(manifest.version) },
  logLevel: "warning",
});
await chmod(outfile, 0o755);
