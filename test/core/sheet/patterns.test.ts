import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

const CORE = join(__dirname, "../../../src/core");

test("no pattern of core looks behind: Safari before 16.4 cannot read such a file at all", () => {
  const files = readdirSync(CORE, { recursive: true, encoding: "utf8" });
  const offending = files
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => /\(\?<[!=]/u.test(readFileSync(join(CORE, file), "utf8")));
  expect(files.length).toBeGreaterThan(50);
  expect(offending).toEqual([]);
});
