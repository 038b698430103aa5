import { spawn } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";
import { buildWorkbenchPage } from "../build-workbench.ts";
import type { SiteFolders } from "./serve.ts";

/** Builds what `npm start` and the browser tests serve: the add-in as it ships, with a CJK font for machines that have none. */
export async function buildSite(root: string): Promise<SiteFolders> {
  const addin = resolve(root, "build/site");
  const [, workbench] = await Promise.all([
    buildAddin(root, addin, "with-cjk-font"),
    buildWorkbenchPage(),
  ]);
  return { addin, workbench, samples: resolve(root, "assets/samples") };
}

/** Builds the add-in alone, as it ships or with the font. */
export function buildAddin(
  root: string,
  folder: string,
  variant: "shipped" | "with-cjk-font"
): Promise<void> {
  const webpack = resolve(root, "node_modules/webpack/bin/webpack.js");
  const child = spawn(
    process.execPath,
    [
      webpack,
      "--mode",
      "production",
      ...(variant === "with-cjk-font" ? ["--env", "testfonts"] : []),
      "--output-path",
      folder,
      "--stats",
      "errors-warnings",
    ],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"] }
  );
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => {
      if (code === 0) done();
      else fail(new Error(`webpack ended with code ${String(code)}`));
    });
  });
}
