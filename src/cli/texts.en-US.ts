import type { CommandTexts } from "./command-texts.ts";

const VALUE_REASONS = {
  "value-only": "no built-in formula says the same",
  "not-located": "the target stands in no cell that could be pointed at",
  "newer-formula": "the formula uses @ or #, and the cells they mean cannot be told",
  "too-long": "with built-in formulas it would be longer than Excel allows",
  "too-deep": "with built-in formulas it would be nested more than 64 levels deep",
  intersection:
    "beside the function stands a range of which the formula takes one cell, which an array formula would not",
  unreadable: "the formula cannot be read",
  "sheet-protected": "the sheet is protected",
  "host-refused": "the formula was not accepted",
  "array-formula": "it is an array formula, which can only be changed as a whole",
  "not-calculated": "the formula has no result; open and save the file in Excel first",
} as const;

const SETTINGS = {
  validation: "a data validation",
  condition: "a conditional format",
  chart: "a chart",
} as const;

const LEFT_REASONS = {
  "sheet-missing": "the sheet is gone",
  "sheet-protected": "the sheet is protected",
  changed: "the cell was changed after the copy was made",
  "name-missing": "the name is gone",
  "host-refused": "the formula was not accepted",
} as const;

export const enUS: CommandTexts = {
  help: `ZoneCheck - validates the indicator sheets of development zones

Usage
  zone-check validate BOOK.xlsx... [options]    validate; the report goes to standard output
  zone-check check-text DRAFT.txt [options]     check every number of a report text
  zone-check flag  IN.xlsx OUT.xlsx [options]   validate and flag the cells in a copy
  zone-check compose BOOK.xlsx [options]        write the report's paragraphs in a house style
  zone-check clear IN.xlsx OUT.xlsx             take the flags off in a copy (the ledger stays)
  zone-check portable IN.xlsx OUT.xlsx          a copy with built-in formulas for the ZONE_ functions
  zone-check restore IN.xlsx OUT.xlsx           bring the original formulas of such a copy back

Options of validate
  --rules FILE      target rules (JSON)
  --format FORMAT   text (default) or json
  --explain         under each finding of the text report: rule, operands, arithmetic,
                    what follows from it, and what to do
  --across          also hold the workbooks to each other: figures of the province, zones of
                    one city, a book equal to last period's, one zone in two cities
  --fail-on LEVEL   error (default), warning, unmet or never: exit code 2 from this level on
                    warning includes error; unmet means an error or an unmet target
Options of check-text
  --book BOOK       hold the draft against this workbook too; without it, against itself
  --rules FILE      target rules (JSON), together with --book
  --format FORMAT   text (default) or json; exit code 2 where a number disagrees
Options of flag
  --rules FILE      target rules (JSON)
  --ledger          also make the ledger sheet 审核台账 (one that exists is always brought up
                    to date, its remarks kept)
Options of compose
  --style STYLE     运城 (yuncheng), 晋城 (jincheng), 通用 (general), or a style file (JSON);
                    default: that of the workbook's city
  --rules FILE      target rules (JSON)
  --format FORMAT   text (default, the text alone) or json (cells and arithmetic of every number)
All
  --locale LOCALE   zh-CN or en-US (default: the system's language, else Chinese)
  -h, --help        show this help
  -v, --version     show the version

Exit codes
  0 clean   1 a file could not be read or written   2 findings at or above the level
  64 wrong usage   78 wrong rules or style file
`,
  usageProblem: (problem) => {
    switch (problem.code) {
      case "no-command":
        return "No command given. The commands are validate, check-text, flag, compose, clear, portable and restore.";
      case "unknown-command":
        return `There is no command "${problem.found}". The commands are validate, check-text, flag, compose, clear, portable and restore.`;
      case "unknown-option":
        return problem.command === ""
          ? `There is no option ${problem.option}.`
          : `${problem.command} has no option ${problem.option}.`;
      case "no-value":
        return `Option ${problem.option} needs a value.`;
      case "needless-value":
        return `Option ${problem.option} takes no value.`;
      case "bad-value":
        return `Option ${problem.option} does not take "${problem.found}"; use ${problem.known.join(", ")}.`;
      case "no-books":
        return "No workbook to validate. Example: zone-check validate half-year.xlsx";
      case "needs-one-draft":
        return `check-text needs one draft, found ${problem.found}. For example: zone-check check-text half-year.txt --book half-year.xlsx`;
      case "rules-need-book":
        return "Target rules are for the zones of a workbook: name it with --book. For example: zone-check check-text half-year.txt --book half-year.xlsx --rules targets.json";
      case "needs-one-book":
        return problem.found === 0
          ? "No workbook to write about. Example: zone-check compose half-year.xlsx"
          : `compose takes one workbook; ${problem.found} given. Example: zone-check compose half-year.xlsx`;
      case "needs-in-and-out":
        return `${problem.command} needs two files, IN and OUT; ${problem.found} given. Example: zone-check ${problem.command} half-year.xlsx half-year-result.xlsx`;
    }
  },
  seeHelp: "See zone-check --help",
  outputIsFolder: (path) =>
    `The output "${path}" is a folder. Name a file, for example ${path}/half-year-result.xlsx`,
  sameFile: (path) =>
    `The output must not be the input "${path}". Choose another name; the original is never changed.`,
  otherExtension: (input, output) =>
    `"${output}" has another extension than "${input}", and Excel would refuse to open it. Use the same extension.`,
  failure: (file, message) => `${file}: ${message}`,
  flagged: (file, error, warning, unmet) =>
    `Wrote ${file}: ${error} to correct, ${warning} to verify, ${unmet} targets unmet.`,
  cleared: (file) => `Wrote ${file}: all flags taken off.`,
  madePortable: (file, formulas, values) =>
    formulas + values === 0
      ? `Wrote ${file}: no ZONE_ functions, nothing changed.`
      : `Wrote ${file}: ${formulas} formulas are built-in now, ${values} are values. zone-check restore brings them back.`,
  notNative: (place, became, reason) =>
    became === "value"
      ? `${place}: ${VALUE_REASONS[reason]}; it holds its value now.`
      : `${place}: ${VALUE_REASONS[reason]}; it was left as it is.`,
  outerNotNative: (place, became) =>
    became.kind === "removed"
      ? `${place}: ${VALUE_REASONS[became.reason]}; the column formula was taken off, and new rows are not filled.`
      : `${place}: ${VALUE_REASONS[became.reason]}; it was left as it is. Without the add-in formulas that use it show #NAME?: rewrite it and try again.`,
  setFormula: ({ kind, sheet, where, formula }) =>
    `${sheet}${where === "" ? "" : `!${where}`}: the formula ${formula} of ${SETTINGS[kind]} calls a ZONE_ function, which Excel supports in cells alone; it was left as it is. Use a built-in formula, or point at a cell that holds the result.`,
  outerNotRestored: (place, reason) =>
    `${place}: ${reason === "changed" ? "it was changed after the copy was made" : LEFT_REASONS[reason]}; it was left, and its original is still kept.`,
  restored: (file, count) =>
    count === 0
      ? `Wrote ${file}: no formulas to bring back, nothing changed.`
      : `Wrote ${file}: ${count} formulas are back.`,
  notRestored: (place, reason) =>
    `${place}: ${LEFT_REASONS[reason]}; it was left, and its original is still kept.`,
  protectedSheet: (sheet) =>
    `Sheet "${sheet}" is protected and has no flags. Unprotect it and try again.`,
  refused: (sheet) =>
    `Sheet "${sheet}" does not allow writing; this part was left out. Unprotect it and try again.`,
};
