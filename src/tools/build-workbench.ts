import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import type { BuildOptions, Plugin } from "esbuild";
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

const PAGE = join(root, "build/workbench");
const PAGE_SOURCES = ["src/workbench", "src/core", "src/xlsx", "assets/samples"];

/** Builds the workbench page where it is missing or older than its sources. Gives the folder to be served. */
export async function buildWorkbenchPage(): Promise<string> {
  const made = join(PAGE, "index.html");
  if (isFresh(made, PAGE_SOURCES)) return PAGE;
  // Beside the old one, and in its place only when it is whole: a server may be giving it out.
  const draft = `${PAGE}.${process.pid}.tmp`;
  await build({
    ...shared(),
    entryPoints: {
      main: join(workbench, "page/main.ts"),
      "main-style": join(workbench, "page/main.css"),
    },
    outdir: draft,
    format: "esm",
    splitting: true,
    minify: true,
    sourcemap: false,
    legalComments: "linked",
    target: ["chrome120", "edge120", "firefox121", "safari17"],
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff2": "file" },
    assetNames: "fonts/[name]-[hash]",
    chunkNames: "parts/[name]-[hash]",
    plugins: [woff2Only],
  });
  writeFileSync(join(draft, "samples.json"), JSON.stringify(listSamples(), null, 2));
  copyFileSync(join(workbench, "page/index.html"), join(draft, "index.html"));
  rmSync(PAGE, { recursive: true, force: true });
  renameSync(draft, PAGE);
  return PAGE;
}

/** The font's style sheets name an older format beside each file, which no browser that runs the page would take. */
const woff2Only: Plugin = {
  name: "woff2-only",
  setup(setup) {
    setup.onLoad({ filter: /@fontsource[\\/].*\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(
        /,\s*url\([^)]+\.woff\) format\('woff'\)/g,
        ""
      ),
      loader: "css",
      resolveDir: dirname(path),
    }));
  },
};

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

const SAMPLE_NAMES: Readonly<
  Record<string, { readonly "zh-CN": string; readonly "en-US": string }>
> = {
  yuncheng: { "zh-CN": "运城", "en-US": "Yuncheng" },
  jincheng: { "zh-CN": "晋城", "en-US": "Jincheng" },
};

/** The sample workbooks with their titles: 运城 2023 年上半年 out of yuncheng-2023-h1.xlsx, 含差错 where faults are planted. */
function listSamples(): readonly { file: string; title: Record<string, string> }[] {
  const folder = join(root, "assets/samples");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".xlsx"))
    .sort((a, b) => b.localeCompare(a))
    .map((file) => ({ file, title: sampleTitle(file) }));
}

function sampleTitle(file: string): Record<string, string> {
  const [, city, year, half, faults] =
    /^([a-z]+)-(\d{4})-h([12])(-faults)?\.xlsx$/.exec(file) ?? [];
  const name = city === undefined ? undefined : SAMPLE_NAMES[city];
  if (name === undefined || year === undefined) return { "zh-CN": file, "en-US": file };
  return {
    "zh-CN": `${name["zh-CN"]} ${year} 年${half === "1" ? "上" : "下"}半年${faults === undefined ? "" : "(含差错)"}`,
    "en-US": `${name["en-US"]}, ${half === "1" ? "first" : "second"} half of ${year}${faults === undefined ? "" : " (with faults)"}`,
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
  await (process.argv.includes("--engine") ? buildNodeEngine() : buildWorkbenchPage());
}
