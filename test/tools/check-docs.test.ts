import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { ALL_CHECKS } from "../../src/core/checks/all-checks.ts";
import { severityLabel } from "../../src/core/index.ts";
import type { Locale } from "../../src/core/index.ts";

/** Code and severity of every row of the table. */
function rowsOf(locale: Locale): ReadonlyMap<string, string> {
  const text = readFileSync(join(__dirname, `../../docs/checks.${locale}.md`), "utf8");
  return new Map(
    [...text.matchAll(/^\| `([a-z-]+)` *\|[^|]*\| *([^|]*?) *\|/gmu)].map((match) => [
      match[1] ?? "",
      match[2] ?? "",
    ])
  );
}

describe.each(["zh-CN", "en-US"] as const)("the page of checks in %s", (locale) => {
  test.each(ALL_CHECKS.map((check) => [check.id, check.severity] as const))(
    "has %s, with its severity",
    (id, severity) => {
      expect(rowsOf(locale).get(id)?.split(" → ")).toContain(severityLabel(severity, locale));
    }
  );
});

test("both pages list the same codes", () => {
  expect([...rowsOf("zh-CN").keys()]).toEqual([...rowsOf("en-US").keys()]);
});
