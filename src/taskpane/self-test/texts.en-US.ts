import type { SelfTestTexts } from "./texts-shape.ts";

const quoted = (sheets: readonly string[]): string =>
  sheets.map((sheet) => `“${sheet}”`).join(", ");

export const selfTestEnUs: SelfTestTexts = {
  title: "Self-test",
  intro:
    "Tries what Excel on this machine can do, and lists what is missing and what you can still do. It takes some ten seconds.",
  tried: [
    "A sheet “ZoneCheck自检” is made, everything is tried there, and it is deleted. Your own sheets are not touched.",
    "Tried are: reading, writing, marks, events, each ZONE_ function, spilling, what is saved with the workbook, undo.",
    "The result can be copied as a page of text for whoever maintains the tool. It holds no sheet names and no values of yours.",
  ],
  undoWarning:
    "Deleting a sheet clears Excel's undo list: after the self-test, earlier changes cannot be undone with Ctrl+Z.",
  start: "Start self-test",
  again: "Test again",
  confirm: "Start now? Earlier changes can then no longer be undone.",
  begin: "Start",
  notNow: "Not now",
  back: "Back",
  copyReport: "Copy report",
  progress: (done, total) => `Testing ${done}/${total}`,
  summary: ({ passed, limited, failed, skipped }) =>
    `${passed} passed · ${limited} limited · ${failed} failed · ${skipped} not tried`,
  cancelled: "The self-test was stopped; only what was tried before stands below.",
  verdict: {
    all: "Everything works.",
    limited: "It can be used, with some limits; see below.",
    failed: "Something does not work. What is missing, and what you can still do, stands below.",
  },
  status: { passed: "passed", limited: "limited", failed: "failed", skipped: "not tried" },
  section: { host: "Excel", sheet: "Sheet", function: "Custom functions", end: "Cleaning up" },
  step: {
    version: "Excel version",
    runtime: "Shared runtime, function support",
    protection: "Protection",
    sheet: "Making a sheet",
    write: "Writing cells",
    read: "Reading cells",
    recalculation: "Recalculation",
    flags: "Marks (conditional formats)",
    "edit-event": "Edit events",
    "selection-event": "Selection events",
    settings: "Workbook settings",
    part: "Records kept with the workbook",
    function: "Function",
    spill: "Spilling",
    "function-recalculation": "Functions recalculate",
    blank: "Empty cells",
    undo: "Undo",
    removal: "Deleting the sheet",
  },
  wayOut: {
    version:
      "Update to Excel 2021 or Microsoft 365, or use Excel on the web; the command line zone-check validates files too.",
    runtime:
      "Validation, marks, targets and the ledger work. Ribbon buttons, shortcuts and ZONE_ functions do not: open the pane from Insert > My Add-ins; the Functions tab inserts the built-in formulas instead.",
    protection:
      "Validation works, findings stand in the pane. For marks or the ledger, take the protection off first (Review tab).",
    sheet:
      "Validation and marks work. The ledger and a new 目标规则 sheet cannot be made; where the structure is protected, take Protect Workbook off first (Review tab).",
    write: "“Check only” works. No ledger, no target rules, no inserted functions.",
    read: "Without reading nothing can be validated. Open the workbook again, or use the command line zone-check.",
    recalculation: "If calculation is manual, press F9 before validating.",
    flags:
      "Validation works, findings stand in the pane and in the ledger; the cells are not marked.",
    "edit-event": "The pane will not say that results are old: validate again after an edit.",
    "selection-event":
      "Validation works. The pane does not follow the selection; find cells by the addresses it lists.",
    settings: "Validation, marks and functions do not use it; nothing is lost.",
    part: "Validation works. Corrections of the reading and the originals of a portable copy cannot be kept with the workbook.",
    function:
      "For computed columns let the Functions tab insert the built-in formulas. A workbook with ZONE_ formulas can be made portable on a machine that has them (zone-check portable).",
    spill:
      "Fill the formula down row by row, or select the whole result area and enter it with Ctrl+Shift+Enter.",
    "function-recalculation": "Press Ctrl+Alt+F9 after an edit.",
    blank:
      "Guard formulas written by hand: =IF(COUNT(B2,C2)<2,NA(),ZONE_GAP(B2,C2)). Those this tool inserts are guarded, and the validation reports ZONE_ formulas that point at empty cells.",
    undo: "“Clear marks” always works, whatever undo does.",
    removal:
      "Right-click the tab of that sheet and choose Delete. It holds numbers of the test alone.",
  },
  noSheet: "There was no sheet to try it on.",
  noFunctions: "Functions do not work, so it was not tried.",
  blank: {
    null: "nothing (null)",
    text: 'an empty text ("")',
    zero: "0",
    undefined: "nothing at all (undefined)",
    empty: "empty, not 0 (functions run elsewhere: which kind is not to be seen)",
    other: "not to be told",
  },
  reason: {
    "sheet-protected": "The sheet is protected.",
    "workbook-protected": "The workbook's structure is protected: no sheet can be made or deleted.",
    "sheet-missing": "The sheet of the test has gone meanwhile.",
    "place-missing": "The name or table column has gone.",
    "host-refused": "Excel did not accept the formula.",
    unsupported: "This Excel cannot do it.",
  },
  remark: (remark) => {
    switch (remark.code) {
      case "broken":
        return `Something of ours broke: ${remark.detail}`;
      case "excel-api":
        return `ExcelApi ${remark.announced}`;
      case "excel-too-old":
        return `ExcelApi ${remark.needed} is needed, this Excel has ${remark.announced}.`;
      case "runtime-separate":
        return "There is no shared runtime (SharedRuntime 1.1).";
      case "functions-not-announced":
        return "This Excel does not announce custom functions (CustomFunctionsRuntime 1.1).";
      case "structure-protected":
        return "The workbook's structure is protected.";
      case "sheets-protected":
        return `Protected sheets: ${quoted(remark.sheets)}.`;
      case "left-before":
        return `The workbook has ${quoted(remark.sheets)} already, perhaps from a test that was cut off. It was left alone; delete it if it is not needed.`;
      case "differs":
        return `“${remark.expected}” was expected, “${remark.found}” is there.`;
      case "no-event":
        return "No event came within 5 seconds.";
      case "function-unknown":
        return "The cell shows #NAME?: Excel does not know the function.";
      case "function-unanswered":
        return "The cell stays #BUSY!: the functions' code does not answer.";
      case "function-differs":
        return `${remark.formula} should give “${remark.expected}”, it gives “${remark.found}”.`;
      case "no-spill":
        return "Only the first cell has a result: this Excel has no dynamic arrays.";
      case "blank":
      case "blank-is-zero": {
        const { cell, inRange, omitted } = remark.kinds;
        const { blank } = selfTestEnUs;
        return `Functions get for an empty cell: ${blank[cell]}; in a range: ${blank[inRange]}; for an omitted argument: ${blank[omitted]}.${
          remark.code === "blank" ? "" : " Empty cells are computed with as 0."
        }`;
      }
      case "undo":
        return remark.undo === "one-step"
          ? "The marks of one validation go with one Ctrl+Z."
          : "Whether Ctrl+Z takes marks away is for this Excel to decide; “Clear marks” always works.";
      case "flags-left":
        return `${remark.count} marks stayed after clearing.`;
      case "removed":
        return "Deleted; your selection is back.";
    }
  },
  notRemoved: (sheet, why) => `“${sheet}” was not deleted. ${why}`,
  reportTitle: "ZoneCheck self-test report",
  reportTime: "time",
  reportWayOut: "way out",
  protectedSheets: (count) =>
    count === 1 ? "One sheet is protected." : `${count} sheets are protected.`,
};
