import { describe, expect, test } from "@jest/globals";
import { localeOf } from "../../src/cli/locale.ts";
import { reachesThreshold } from "../../src/cli/exit-code.ts";
import { parseCommand } from "../../src/cli/parse-command.ts";

const parse = (line: string) => parseCommand(line.split(" ").filter((word) => word !== ""));

describe("a command line", () => {
  test("validates with text, errors and the machine's language where nothing else is said", () => {
    expect(parse("validate a.xlsx")).toEqual({
      ok: true,
      command: {
        kind: "validate",
        books: ["a.xlsx"],
        rules: null,
        format: "text",
        failOn: "error",
        detail: "brief",
        scope: "each",
        locale: null,
      },
    });
  });

  test("takes options before, between and after the workbooks, with = or a blank", () => {
    const line =
      "--format=json validate a.xlsx --explain --rules r.json b.xlsx --fail-on unmet --locale en-US";
    expect(parse(line)).toEqual({
      ok: true,
      command: {
        kind: "validate",
        books: ["a.xlsx", "b.xlsx"],
        rules: "r.json",
        format: "json",
        failOn: "unmet",
        detail: "explained",
        scope: "each",
        locale: "en-US",
      },
    });
  });

  test("takes a file named like an option after --", () => {
    const parsed = parse("validate -- --help");
    expect(parsed).toMatchObject({ ok: true, command: { books: ["--help"] } });
  });

  test.each([
    ["flag in.xlsx out.xlsx", { kind: "flag", ledger: "keep", rules: null }],
    ["flag --ledger in.xlsx out.xlsx --rules r.json", { ledger: "make", rules: "r.json" }],
    ["clear in.xlsx out.xlsx", { kind: "clear", input: "in.xlsx", output: "out.xlsx" }],
    ["compose a.xlsx", { kind: "compose", book: "a.xlsx", style: null, format: "text" }],
    [
      "compose --style 晋城 a.xlsx --format json --rules r.json",
      { style: "晋城", format: "json", rules: "r.json" },
    ],
    ["--help", { kind: "help" }],
    ["validate -h", { kind: "help" }],
    ["validate --across a.xlsx b.xlsx", { books: ["a.xlsx", "b.xlsx"], scope: "together" }],
    ["validate --explain a.xlsx", { books: ["a.xlsx"], detail: "explained" }],
    ["help --locale en-US", { kind: "help", locale: "en-US" }],
    ["--version", { kind: "version" }],
  ])("%s", (line, command) => {
    expect(parse(line)).toMatchObject({ ok: true, command });
  });

  test.each([
    ["", { code: "no-command" }],
    ["check a.xlsx", { code: "unknown-command", found: "check" }],
    ["validate", { code: "no-books" }],
    ["validate a.xlsx --explain=yes", { code: "needless-value", option: "--explain" }],
    ["clear a.xlsx b.xlsx --explain", { code: "unknown-option", option: "--explain" }],
    ["validate a.xlsx --sheet x", { code: "unknown-option", option: "--sheet" }],
    ["validate a.xlsx -q", { code: "unknown-option", option: "-q" }],
    [
      "validate a.xlsx --ledger",
      { code: "unknown-option", option: "--ledger", command: "validate" },
    ],
    [
      "clear a.xlsx b.xlsx --rules r",
      { code: "unknown-option", option: "--rules", command: "clear" },
    ],
    ["validate a.xlsx --format", { code: "no-value", option: "--format" }],
    ["validate a.xlsx --rules --format json", { code: "no-value", option: "--rules" }],
    ["validate a.xlsx --rules=", { code: "no-value", option: "--rules" }],
    ["validate a.xlsx --format xml", { code: "bad-value", found: "xml", known: ["text", "json"] }],
    ["validate a.xlsx --fail-on all", { code: "bad-value", option: "--fail-on" }],
    ["validate a.xlsx --locale zh", { code: "bad-value", option: "--locale" }],
    ["flag in.xlsx", { code: "needs-in-and-out", command: "flag", found: 1 }],
    ["clear a.xlsx b.xlsx c.xlsx", { code: "needs-in-and-out", found: 3 }],
    ["flag a.xlsx b.xlsx --ledger=yes", { code: "needless-value", option: "--ledger" }],
  ])("means nothing: %s", (line, problem) => {
    expect(parse(line)).toMatchObject({ ok: false, problem });
  });
});

test.each([
  [{ LANG: "zh_CN.UTF-8" }, "zh-CN"],
  [{ LANG: "en_GB.UTF-8" }, "en-US"],
  [{ LANG: "de_DE" }, "en-US"],
  [{ LANG: "C.UTF-8" }, "zh-CN"],
  [{ LANG: "POSIX" }, "zh-CN"],
  [{ LANG: "" }, "zh-CN"],
  [{}, "zh-CN"],
  [{ LC_ALL: "en_US", LANG: "zh_CN" }, "en-US"],
  [{ LC_ALL: "", LC_MESSAGES: "zh_TW", LANG: "en_US" }, "zh-CN"],
  [{ LANG: "ca_ES" }, "en-US"],
])("the machine %j speaks %s", (variables, locale) => {
  expect(localeOf(variables)).toBe(locale);
});

describe("a threshold", () => {
  const summary = (error: number, warning: number, unmet: number) => ({
    error,
    warning,
    unmet,
    information: 9,
    checked: 9,
    passed: 0,
    notEvaluable: 9,
  });

  test.each([
    ["error", summary(1, 0, 0), true],
    ["error", summary(0, 1, 1), false],
    ["warning", summary(0, 1, 0), true],
    ["warning", summary(1, 0, 0), true],
    ["warning", summary(0, 0, 1), false],
    ["unmet", summary(0, 0, 1), true],
    ["unmet", summary(1, 0, 0), true],
    ["unmet", summary(0, 1, 0), false],
    ["never", summary(1, 1, 1), false],
  ] as const)("of %s with %j is reached: %s", (failOn, counts, isReached) => {
    expect(reachesThreshold(counts, failOn)).toBe(isReached);
  });
});
