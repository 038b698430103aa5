import type { PaneTexts } from "./pane-texts.ts";

const quoted = (sheets: readonly string[]): string =>
  sheets.map((sheet) => `“${sheet}”`).join(", ");
const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

export const textsEnUs: PaneTexts = {
  productName: "ZoneCheck",
  validate: "Validate",
  clearFlags: "Clear flags",
  more: "More actions",
  makeLedger: "Make ledger",
  checkOnly: "Check without flagging",
  otherLanguage: "中文",
  copyDiagnostics: "Copy diagnostics",
  cancel: "Cancel",
  retry: "Try again",
  dismiss: "Dismiss",
  views: { audit: "Validate", targets: "Targets", functions: "Functions", draft: "Report" },
  selfTest: "Self-test",
  viewsLabel: "Views",
  loading: "Loading…",
  starting: "Connecting to Excel…",
  noHost: {
    title: "Open this in Excel or in the workbench",
    text: "This page is the task pane of an Excel add-in and reads no workbook by itself. In Excel choose Open pane on the Zones tab; without Excel use the workbench page.",
  },
  empty: {
    title: "This workbook has not been validated yet",
    steps: [
      "Open the indicator sheet you already have. Headers, units and totals stay as they are; there is no template.",
      "Targets may stand in the sheet (a target column) or in a 目标规则 sheet.",
      "Choose Validate. Problems are marked on the cells; no value is changed.",
    ],
    note: "Flags are conditional formats: they go when the value is right, and Clear flags leaves no trace.",
  },
  clean: {
    title: "Nothing found",
    text: (checked) => `${plural(checked, "test was", "tests were")} made and passed.`,
  },
  nothingRead: {
    title: "Nothing to validate",
    text: "No indicators were read that can be compared. Table reading lists why: usually a header lacks words such as 同比, 占比 or 目标, or numbers have no header above them.",
  },
  noMatch: "No finding matches the filters.",
  clearFilters: "Clear filters",
  working: {
    validate: "Validating…",
    "check-only": "Checking…",
    clear: "Clearing flags…",
    ledger: "Making the ledger…",
    "go-to": "Going to the cell…",
    insert: "Inserting the function…",
    correct: "Keeping the correction…",
    rules: "Target rules…",
    "self-test": "Self-test…",
    portable: "Writing built-in formulas…",
    restore: "Bringing the formulas back…",
    compose: "Composing…",
    "check-text": "Checking the draft…",
    "insert-text": "Inserting the text…",
  },
  readingProgress: (percent) => `Reading the sheets ${percent}%`,
  evaluating: "Evaluating…",
  writing: "Flagging cells…",
  summary: (checked, passed) => `${checked} checked, ${passed} passed`,
  announce: (counts, checked) =>
    `Validation done, ${checked} checked: ${counts.error} to correct, ${counts.warning} to explain, ${counts.unmet} off target, ${counts["not-evaluable"]} not evaluable.`,
  level: {
    error: "To correct",
    warning: "To explain",
    unmet: "Off target",
    information: "Information",
    "not-evaluable": "No verdict",
  },
  counterLabel: (level, count) => `${level}: ${count}, show only these`,
  stale: "The sheet was edited after this run; results may have changed.",
  manualCalculation:
    "The workbook calculates manually: results of formulas may be old. Press F9, then validate again.",
  validateAgain: "Validate again",
  recognition: "Table reading",
  recognitionSummary: (tables, unrecognised) =>
    `${plural(tables, "table", "tables")} read` +
    (unrecognised === 0 ? "" : `, ${plural(unrecognised, "place", "places")} not recognised`),
  orientation: {
    "zones-in-rows": "zones in rows",
    "indicators-in-rows": "indicators in rows",
    "zones-in-columns": "zones in columns",
  },
  tableSize: (subjects, fields) =>
    `${plural(subjects, "subject", "subjects")} × ${plural(fields, "field", "fields")}`,
  unreadSheet: "No indicator table was found in this sheet",
  allRead: "Every row and column was recognised",
  moreUnrecognised: (count) => `and ${plural(count, "place", "places")} more`,
  search: "Filter",
  searchLabel: "Filter by text",
  zoneFilter: "Filter by zone",
  allZones: "All zones",
  findings: "Findings",
  goTo: (address) => `Go to ${address}`,
  targetLabel: "target",
  bullet: (actual, target) => `actual ${actual}, target ${target}`,
  trace: {
    rule: "Rule",
    target: "Target",
    operands: "From",
    arithmetic: "How",
    rounding: "Rounded",
    allowed: "Allowed",
    passes: "Passes",
    needed: "Needed",
    remedy: "To do",
  },
  sameCell: "Also here",
  consequences: "Follows from this",
  alternatives: "May be wrong instead",
  andMore: (count) => `and ${count} more`,
  passes: (low, high) => {
    if (low !== null && high !== null) return low === high ? `at ${low}` : `from ${low} to ${high}`;
    if (low !== null) return `at ${low} or more`;
    return high === null ? "—" : `at ${high} or less`;
  },
  allowed: (low, high) => (low === high ? low : `${low} to ${high}`),
  verdict: {
    "target-unmet": "Off target",
    "target-mismatch": "Target differs",
    "sum-mismatch": "Sum differs",
    "share-mismatch": "Share differs",
    "growth-mismatch": "Growth differs",
    "difference-mismatch": "Gap differs",
    "verdict-mismatch": "Verdict differs",
    "missing-value": "Missing",
    "text-number": "Text",
    "not-a-number": "No number",
    "formula-error": "Formula error",
    "target-behind-pace": "Behind pace",
    "target-undecided": "Undecided",
    "rate-mismatch": "Rate differs",
    "rank-mismatch": "Rank differs",
    "order-violation": "Part above whole",
    "aggregate-out-of-range": "Out of range",
    "cumulative-decrease": "Falls",
    "remainder-mismatch": "Remainder differs",
    "cross-sheet-mismatch": "Tables differ",
    "integer-infeasible": "No whole number",
    "residual-implausible": "Odd rest",
    "small-base": "Small base",
    "zone-missing": "Zone or row missing",
    "period-conflict": "Period conflict",
    "unit-conflict": "Unit conflict",
    "unit-suspect": "Unit?",
    "precision-unsupported": "Digits",
    "duplicate-entry": "Entered twice",
    "sign-suspect": "Sign?",
    "zero-suspect": "Zero?",
    "repeated-values": "Repeated",
    "shifted-rows": "Shifted",
    "formula-deviates": "Formula differs",
    "external-link": "External link",
    "stale-value": "Not recalculated",
    "rule-contradiction": "Contradiction",
    "rule-redundant": "Redundant",
    "rule-never-fires": "Never used",
    "rule-unknown-name": "Unknown name",
  },
  tested: {
    "target-unmet": "Target",
    "target-mismatch": "Target against the rule",
    "sum-mismatch": "Sum",
    "share-mismatch": "Share",
    "growth-mismatch": "Growth",
    "difference-mismatch": "Difference",
    "verdict-mismatch": "Verdict",
    "missing-value": "Completeness",
    "text-number": "Number stored as text",
    "not-a-number": "Number",
    "formula-error": "Formula",
    "target-behind-pace": "Pace",
    "target-undecided": "Target verdict",
    "rate-mismatch": "Rate",
    "rank-mismatch": "Rank",
    "order-violation": "Order",
    "aggregate-out-of-range": "Range of the total",
    "cumulative-decrease": "Cumulative value",
    "remainder-mismatch": "Remainder",
    "cross-sheet-mismatch": "Across tables",
    "integer-infeasible": "Whole numbers",
    "residual-implausible": "Rest of the city",
    "small-base": "Base",
    "zone-missing": "Roster of zones",
    "period-conflict": "Period",
    "unit-conflict": "Unit of the column",
    "unit-suspect": "Unit",
    "precision-unsupported": "Digits",
    "duplicate-entry": "Entered twice",
    "sign-suspect": "Sign",
    "zero-suspect": "Zero",
    "repeated-values": "Repeated values",
    "shifted-rows": "Rows",
    "formula-deviates": "Formula",
    "external-link": "External link",
    "stale-value": "Recalculation",
    "rule-contradiction": "Rules",
    "rule-redundant": "Rules",
    "rule-never-fires": "Use of the rule",
    "rule-unknown-name": "Names in the rules",
  },
  comparison: {
    "at-least": (value) => `≥ ${value}`,
    above: (value) => `> ${value}`,
    "at-most": (value) => `≤ ${value}`,
    below: (value) => `< ${value}`,
  },
  listed: ", ",
  lastRun: (time) => `Last run ${time}`,
  marked: "flagged",
  notMarked: "not flagged",
  cleared: "Flags cleared; none of ours is left in the workbook.",
  ledgerMade: "The 审核台账 sheet is ready to print or keep.",
  inserted: (name, becomes) =>
    becomes === "function"
      ? `${name} inserted with the cells to its left as arguments; please check them.`
      : `This Excel has no custom functions: instead of ${name}, ${
          becomes === "native"
            ? "the equivalent built-in formula was inserted"
            : "built-in formulas were inserted, and the computed value where there is none, which does not follow later changes"
        }, with the cells to its left as arguments; please check them.`,
  textCopied: "Text copied.",
  textSaved: (name) => `Saved as ${name} in the browser's downloads.`,
  textInserted: (sheet) => `The text stands in the new sheet ${sheet}.`,
  copied: "Diagnostics copied. They hold no cell values.",
  copyByHand: "The browser does not allow copying. Select the text below and copy it:",
  broken: "Something broke inside this tool",
  brokenWayOut:
    "The workbook is not affected. Copy the diagnostics for whoever maintains it, then try again.",
  taskFailed: {
    validate: "The validation did not finish",
    "check-only": "The check did not finish",
    clear: "Not all flags were cleared",
    ledger: "The ledger was not made",
    "go-to": "The cell could not be shown",
    insert: "The function was not inserted",
    correct: "The correction was not kept",
    rules: "The target rules were not read or written",
    "self-test": "The self-test did not finish",
    portable: "The portable copy was not made",
    restore: "The formulas were not brought back",
    compose: "No text was composed",
    "check-text": "The draft was not checked",
    "insert-text": "The text was not inserted",
  },
  doneBefore: (steps) => `Done before it stopped: ${steps.join("; ")}.`,
  doneNothing: "Nothing in the workbook was changed.",
  step: {
    "flags-removed": "earlier flags removed",
    "flags-put": "flags written",
    "sheet-made": "sheet made or emptied",
    "block-written": "table written",
    "formulas-set": "formulas written",
    "outer-formulas-set": "formulas of names and table columns written",
    "sheet-removed": "our sheet deleted",
    "part-written": "record written",
    selected: "cell selected",
  },
  refused: (task, reason, sheets) => {
    switch (reason) {
      case "sheet-protected":
        if (task !== "validate")
          return `${quoted(sheets)} is protected, so nothing was written. Unprotect the sheet and try again.`;
        return `${quoted(sheets)} ${sheets.length === 1 ? "is" : "are"} protected and got no flags; the findings are listed all the same. Unprotect the sheet and validate again to have flags.`;
      case "workbook-protected":
        return "The workbook's structure is protected, so no sheet can be added. Unprotect the workbook and try again.";
      case "sheet-missing":
        if (task === "insert")
          return `This function needs the sheet ${quoted(sheets)}, which the workbook does not have. Make it first.`;
        return `${quoted(sheets)} ${sheets.length === 1 ? "is" : "are"} no longer in the workbook. Validate again.`;
      case "place-missing":
        return "A name or table column to be written is no longer in the workbook.";
      case "host-refused":
        return "Excel did not accept one of the formulas; the others were written.";
      case "unsupported":
        return "This version of Excel does not support one of the steps; the others were done.";
    }
  },
  refusedSelection: (sheet) =>
    `A cell of “${sheet}” cannot be selected: the sheet is hidden, deleted or protected.`,
};
