import { wordOuterPlace } from "../../core/index.ts";
import type { FunctionsTexts } from "./functions-texts.ts";

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const english: FunctionsTexts = {
  title: {
    ZONE_GAP: "Gap to target",
    ZONE_SHARE: "Share",
    ZONE_GROWTH: "Growth, year on year",
    ZONE_DIFF: "Difference of rates",
    ZONE_PRIOR: "Base a growth implies",
    ZONE_PACE: "Ahead of or behind pace",
    ZONE_ATTAIN: "Attainment",
    ZONE_NEEDED: "Still needed this year",
    ZONE_STATUS: "Target met or not",
    ZONE_TARGET: "Target that applies",
    ZONE_RATE: "Rate with a basis",
    ZONE_CONTRIB: "Contribution to growth",
    ZONE_RANK: "Rank",
    ZONE_CONSISTENT: "Check of one number",
    ZONE_WHOLE: "Whole behind a percentage",
    ZONE_PHRASE: "Clause of a report",
    ZONE_CHECK: "Findings of a table",
  },
  offerTitle: (name, line) =>
    `${{ ZONE_GAP: "Gap", ZONE_STATUS: "Verdict", ZONE_SHARE: "Share", ZONE_GROWTH: "Growth", ZONE_DIFF: "Difference" }[name]} ${line}`,
  choose: "Function",
  noneChosen: "Choose a function…",
  close: "Close",
  more: "More",
  older:
    "This Excel has no custom functions: the equivalent built-in formula is inserted; where there is none, the computed value, which does not follow later changes.",
  notRead: "The workbook was not read.",
  retry: "Read again",
  reading: "Reading the workbook…",

  offers: "Columns and rows to add",
  offersNote: "operands chosen by what the headers mean",
  allOffers: (count) => `All ${count}`,
  ownLine: {
    column: (name) => `in column ${name}`,
    row: (name) => `in row ${name}`,
  },
  freeLine: {
    column: (name) => `new column ${name}`,
    row: (name) => `new row ${name}`,
  },

  optional: (name) => `${name} (optional)`,
  picking: "Point at cells in the sheet",
  at: "Insert at",
  cells: (count) => counted(count, "cell"),
  hundredfold: (cell) => `${cell} has a percent format: the formula says ${cell}*100`,
  problem: {
    unreadable: "Not understood. Point at a cell, or enter a number.",
    "unknown-name": "No such name or sheet in the workbook. Put texts in quotes.",
    circular: "Includes the cell to be filled: a circular reference. Choose others.",
  },

  result: "Result",
  noResultYet: "shown once the arguments are chosen",
  resultInExcel: "Excel has to calculate an argument; shown once inserted",
  spills: (rows, columns) => `The result fills ${rows} × ${columns} cells and spills`,
  willInsert: "Formula",
  guard: "Guarded against blanks: #N/A where an operand is blank, which is never taken for 0.",
  native: "The equivalent built-in formula is inserted; it recalculates without the add-in.",
  value:
    "No built-in formula says this: the present value is inserted. Insert again after changes.",
  nothing: {
    "needs-spill":
      "Formulas of this Excel do not spill. Choose a single cell for each argument, then fill down.",
    "no-value":
      "This Excel has no custom functions, and neither an equivalent formula nor a value is to be had for this one.",
    protected: "The sheet is protected and takes no formulas. Unprotect it first.",
  },
  shownAsPercent: (cell) =>
    `${cell} has a percent format and would show the result a hundredfold. Give the column a number format first.`,
  header: (cell, text) => `The header “${text}” is written into ${cell} as well.`,
  insert: "Insert",
  fill: (cells) => `Fill ${counted(cells, "cell")}`,
  inserted: (what, cells, skipped) =>
    `Written: ${{ function: "the function", native: "the built-in formula", value: "the value" }[what]}, into ${counted(cells, "cell")}${skipped > 0 ? `; ${skipped} left as they were` : ""}.`,
  headed: (cell, text) => `${cell} was given the header “${text}”.`,
  occupied: (cells) =>
    `${cells.slice(0, 6).join(", ")}${cells.length > 6 ? ` and more, ${cells.length} in all,` : ""} already hold something. Nothing was written yet.`,
  skip: "Skip them",
  replace: "Replace",
  cancel: "Cancel",

  explained: "Formula of the selected cell",
  rule: "Rule",
  operands: "From",
  arithmetic: "Sum",
  gives: "Result",
  isCopy: "The cell holds a portable copy's built-in formula or value; this is the original.",
  noName:
    "Shows #NAME?: this Excel does not have the add-in's functions. A portable copy turns them into built-in formulas.",
  noSpill: "Shows #SPILL!: there is something in the cells the result needs. Clear them.",
  blank: "blank",
  truth: { true: "TRUE", false: "FALSE" },

  portable: "Portable copy",
  portableNote:
    "Turns every ZONE_ function of the workbook into built-in formulas, which open and recalculate without the add-in. The originals are kept in the workbook and can be brought back.",
  makePortable: "Make portable",
  restore: "Restore formulas",
  kept: (count) => `The workbook keeps ${counted(count, "original formula", "original formulas")}.`,
  taken: (names) =>
    `The workbook defines ${names.join(", ")}, named like a function of ours: nobody can tell which one a formula means. Rename it in the Name Manager first.`,
  noCalls: "There is no ZONE_ formula in the workbook; nothing was changed.",
  nothingKept: "The workbook keeps no original formulas; nothing was changed.",
  madeFormulas: (count) => `${counted(count, "formula")} built in now`,
  madeValues: (count) => `${counted(count, "value")} in place of formulas`,
  madeLeft: (count) => `${count} left as they were`,
  valueReason: {
    "value-only": "no equivalent formula",
    "not-located": "the target's cell cannot be told",
    "newer-formula": "uses @ or #",
    "too-long": "the built-in formula would be too long",
    "too-deep": "the built-in formula would be nested too deep",
    intersection: "beside the function stands a range of which one cell is taken",
    unreadable: "formula not understood",
  },
  outerPlace: (place) => wordOuterPlace(place, "en-US"),
  outerReason: (became) => {
    switch (became.kind) {
      case "removed":
        return `${english.valueReason[became.reason]}; the column formula was taken off, and new rows are not filled`;
      case "left":
        switch (became.reason) {
          case "host-refused":
            return "Excel did not accept the built-in formula; without the add-in formulas that use it show #NAME?: rewrite the name";
          case "sheet-protected":
            return english.leftReason["sheet-protected"];
          default:
            return `${english.valueReason[became.reason]}; without the add-in formulas that use it show #NAME?: rewrite the name`;
        }
    }
  },
  outerNotRestoredReason: {
    "name-missing": "name is gone",
    "sheet-protected": "sheet is protected",
    changed: "changed since",
    "host-refused": "Excel did not accept the original formula",
  },
  leftReason: {
    "sheet-protected": "sheet is protected",
    "array-formula": "array formula over several cells",
    "host-refused": "Excel does not let this cell change, perhaps as part of an array formula",
    "not-calculated": "not calculated yet",
  },
  restored: (count) => `${counted(count, "formula")} restored`,
  notRestored: (count) => `${count} not restored; the originals are still kept`,
  notRestoredReason: {
    "sheet-missing": "sheet is gone",
    "sheet-protected": "sheet is protected",
    "host-refused": "Excel does not let this cell change",
    changed: "cell was changed since",
  },
  andMore: (count) => `${count} more`,
};
