/** Writes the case folders of test/cases: `npm run cases`. Their data and planted faults stand in src/tools/cases. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { caseFiles } from "./cases/case-files.ts";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../../test/cases");

for (const { folder, book, rules, expected } of await caseFiles()) {
  const target = join(FOLDER, folder);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "book.xlsx"), book);
  writeFileSync(join(target, "expected.json"), expected);
  if (rules !== null) writeFileSync(join(target, "rules.json"), rules);
}
