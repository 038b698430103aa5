import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import process from "node:process";
import { findBrowser } from "./browser/launch.ts";
import { buildSite } from "./site/build.ts";
import { localCertificate } from "./site/certificate.ts";
import { serveSite } from "./site/serve.ts";

/**
 * `npm run test:e2e [-- jest arguments]`: builds the site, serves it on a free port, unpacks one Chromium, and runs
 * test/e2e against them. All three happen once for all test files.
 */
const root = resolve(import.meta.dirname, "../..");

async function main(): Promise<number> {
  const folders = await buildSite(root);
  const certificate = await localCertificate(resolve(root, "build/certificate"), new Date());
  const site = await serveSite(folders, { ...certificate }, 3900);
  const program = await findBrowser();
  try {
    return await runJest({
      ZONE_CHECK_SITE: site.origin,
      ZONE_CHECK_BROWSER_PROGRAM: JSON.stringify(program),
    });
  } finally {
    await site.close();
    if (
      program.kind === "path" &&
      /zone-check-browser-/.test(program.path) &&
      existsSync(program.path)
    ) {
      rmSync(dirname(program.path), { recursive: true, force: true });
    }
  }
}

function runJest(environment: Record<string, string>): Promise<number> {
  const jest = resolve(root, "node_modules/jest/bin/jest.js");
  const child = spawn(
    process.execPath,
    [jest, "--config", "test/e2e/jest.config.mjs", "--runInBand", ...process.argv.slice(2)],
    { cwd: root, stdio: "inherit", env: { ...process.env, ...environment } }
  );
  return new Promise((done) => {
    child.on("exit", (code) => {
      done(code ?? 1);
    });
  });
}

process.exitCode = await main();
