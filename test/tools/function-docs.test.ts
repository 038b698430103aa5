import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { FUNCTION_RECORDS } from "../../src/core/measures/index.ts";
import type { DocFile } from "../../src/tools/build-function-docs.ts";

const ROOT = join(__dirname, "../..");

/** Prettier is an ES module with dynamic imports, which jest's CommonJS cannot load: the pages are made by a process. */
let pages: readonly DocFile[] = [];
beforeAll(() => {
  const script = `import { buildFunctionDocs } from "./src/tools/build-function-docs.ts";
    process.stdout.write(JSON.stringify(await buildFunctionDocs()));`;
  const output = execFileSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", script],
    { cwd: ROOT, encoding: "utf8" }
  );
  pages = JSON.parse(output) as readonly DocFile[];
}, 60_000);

describe("the functions' documentation", () => {
  test("is what the records give, in both languages", () => {
    expect(pages.map(({ path }) => path)).toEqual([
      "docs/functions.zh-CN.md",
      "docs/functions.en-US.md",
      "src/taskpane/help.html",
      "src/taskpane/help.en-US.html",
    ]);
    for (const { path, text } of pages)
      expect({ path, text: readFileSync(join(ROOT, path), "utf8") }).toEqual({ path, text });
  });

  test("shows every function with its examples and its twin", () => {
    for (const { text } of pages.filter(({ path }) => path.endsWith(".md"))) {
      for (const { id, examples } of FUNCTION_RECORDS) {
        expect(text).toContain(`## ${id}\n`);
        for (const { formula, result } of examples)
          expect(text).toContain(`\`${formula}\` → ${result}`);
      }
    }
  });
});
