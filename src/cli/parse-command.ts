import { parseArgs } from "node:util";
import type { FailOn } from "./exit-code.ts";
import { FAIL_ON } from "./exit-code.ts";
import type { Locale } from "../core/index.ts";
import { LOCALES } from "./locale.ts";

/** What the user asked for. A locale of null: as the machine has it. */
export type Command =
  | { readonly kind: "help"; readonly locale: Locale | null }
  | { readonly kind: "version" }
  | {
      readonly kind: "validate";
      readonly books: readonly string[];
      readonly rules: string | null;
      readonly format: Format;
      readonly failOn: FailOn;
      readonly detail: "brief" | "explained";
      /** together: the books are held to each other as well. */
      readonly scope: "each" | "together";
      readonly locale: Locale | null;
    }
  | {
      readonly kind: "check-text";
      readonly draft: string;
      /** The workbook the draft is held against; null: against itself alone. */
      readonly book: string | null;
      readonly rules: string | null;
      readonly format: Format;
      readonly locale: Locale | null;
    }
  | {
      readonly kind: "flag";
      readonly input: string;
      readonly output: string;
      readonly rules: string | null;
      readonly ledger: "make" | "keep";
      readonly locale: Locale | null;
    }
  | {
      readonly kind: "compose";
      readonly book: string;
      /** Name or file; null: that of the workbook's city. */
      readonly style: string | null;
      readonly rules: string | null;
      readonly format: Format;
      readonly locale: Locale | null;
    }
  | {
      readonly kind: "clear" | "portable" | "restore";
      readonly input: string;
      readonly output: string;
      readonly locale: Locale | null;
    };

const FORMATS = ["text", "json"] as const;
type Format = (typeof FORMATS)[number];

/** Why a command line means nothing. */
export type UsageProblem =
  | { readonly code: "no-command" }
  | { readonly code: "unknown-command"; readonly found: string }
  | { readonly code: "unknown-option"; readonly option: string; readonly command: string }
  | { readonly code: "no-value"; readonly option: string }
  | { readonly code: "needless-value"; readonly option: string }
  | {
      readonly code: "bad-value";
      readonly option: string;
      readonly found: string;
      readonly known: readonly string[];
    }
  | { readonly code: "no-books" }
  | { readonly code: "needs-one-draft"; readonly found: number }
  /** Targets are set for the zones of a workbook. */
  | { readonly code: "rules-need-book" }
  | { readonly code: "needs-one-book"; readonly found: number }
  | { readonly code: "needs-in-and-out"; readonly command: string; readonly found: number };

export type Parsed =
  | { readonly ok: true; readonly command: Command }
  /** The locale is the one asked for, if the line got so far. */
  | { readonly ok: false; readonly problem: UsageProblem; readonly locale: Locale | null };

const STRINGS = ["rules", "style", "book", "format", "fail-on", "locale"] as const;
const SWITCHES = ["explain", "across", "ledger", "help", "version"] as const;
type OptionName = (typeof STRINGS)[number] | (typeof SWITCHES)[number];

/** The options each command knows. */
const KNOWN: Readonly<Record<string, readonly OptionName[]>> = {
  validate: ["rules", "format", "explain", "across", "fail-on", "locale", "help"],
  "check-text": ["book", "rules", "format", "locale", "help"],
  flag: ["rules", "ledger", "locale", "help"],
  compose: ["style", "rules", "format", "locale", "help"],
  clear: ["locale", "help"],
  portable: ["locale", "help"],
  restore: ["locale", "help"],
};

/** Reads a command line (without node and script). */
export function parseCommand(argv: readonly string[]): Parsed {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      rules: { type: "string" },
      book: { type: "string" },
      style: { type: "string" },
      format: { type: "string" },
      "fail-on": { type: "string" },
      locale: { type: "string" },
      explain: { type: "boolean" },
      across: { type: "boolean" },
      ledger: { type: "boolean" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "v" },
    },
  });
  const text = (name: (typeof STRINGS)[number]): string | null => {
    const value = values[name];
    return typeof value === "string" ? value : null;
  };
  const locale = isOneOf(LOCALES, text("locale"));
  const refuse = (problem: UsageProblem): Parsed => ({ ok: false, problem, locale });

  const [name, ...files] = positionals;
  if (values.help === true) return { ok: true, command: { kind: "help", locale } };
  if (values.version === true) return { ok: true, command: { kind: "version" } };
  if (name === "help") return { ok: true, command: { kind: "help", locale } };
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const problem = optionProblem(token.name, token.rawName, token.value, name);
    if (problem !== undefined) return refuse(problem);
  }
  if (name === undefined) return refuse({ code: "no-command" });
  const wrong = [
    valueProblem("format", text("format"), FORMATS),
    valueProblem("fail-on", text("fail-on"), FAIL_ON),
    valueProblem("locale", text("locale"), LOCALES),
  ].find((problem) => problem !== undefined);
  if (wrong !== undefined) return refuse(wrong);

  switch (name) {
    case "validate":
      if (files.length === 0) return refuse({ code: "no-books" });
      return {
        ok: true,
        command: {
          kind: "validate",
          books: files,
          rules: text("rules"),
          format: isOneOf(FORMATS, text("format")) ?? "text",
          failOn: isOneOf(FAIL_ON, text("fail-on")) ?? "error",
          detail: values.explain === true ? "explained" : "brief",
          scope: values.across === true ? "together" : "each",
          locale,
        },
      };
    case "check-text": {
      const [draft] = files;
      if (draft === undefined || files.length > 1) {
        return refuse({ code: "needs-one-draft", found: files.length });
      }
      const format = isOneOf(FORMATS, text("format")) ?? "text";
      const [book, rules] = [text("book"), text("rules")];
      if (rules !== null && book === null) return refuse({ code: "rules-need-book" });
      return { ok: true, command: { kind: name, draft, book, rules, format, locale } };
    }
    case "compose": {
      const [book] = files;
      if (book === undefined || files.length > 1) {
        return refuse({ code: "needs-one-book", found: files.length });
      }
      return {
        ok: true,
        command: {
          kind: "compose",
          book,
          style: text("style"),
          rules: text("rules"),
          format: isOneOf(FORMATS, text("format")) ?? "text",
          locale,
        },
      };
    }
    case "flag":
    case "clear":
    case "portable":
    case "restore": {
      const [input, output] = files;
      if (input === undefined || output === undefined || files.length > 2) {
        return refuse({ code: "needs-in-and-out", command: name, found: files.length });
      }
      if (name !== "flag") return { ok: true, command: { kind: name, input, output, locale } };
      const ledger = values.ledger === true ? "make" : "keep";
      const rules = text("rules");
      return { ok: true, command: { kind: "flag", input, output, rules, ledger, locale } };
    }
    default:
      return refuse({ code: "unknown-command", found: name });
  }
}

function optionProblem(
  name: string,
  option: string,
  value: string | undefined,
  command: string | undefined
): UsageProblem | undefined {
  const known = command === undefined ? undefined : KNOWN[command];
  const isOption = [...STRINGS, ...SWITCHES].some((each) => each === name);
  if (!isOption || known?.some((each) => each === name) === false) {
    return { code: "unknown-option", option, command: known === undefined ? "" : (command ?? "") };
  }
  if (!STRINGS.some((each) => each === name)) {
    return value === undefined ? undefined : { code: "needless-value", option };
  }
  // An option in a value's place is a value forgotten.
  const isValue = value !== undefined && value !== "" && !/^--?[A-Za-z]/.test(value);
  return isValue ? undefined : { code: "no-value", option };
}

function valueProblem(
  option: string,
  found: string | null,
  known: readonly string[]
): UsageProblem | undefined {
  if (found === null || known.includes(found)) return undefined;
  return { code: "bad-value", option: `--${option}`, found, known };
}

function isOneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((each) => each === value) ?? null;
}
