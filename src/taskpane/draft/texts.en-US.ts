import type { DraftTexts } from "./draft-texts.ts";

export const english: DraftTexts = {
  halves: "Report text",
  half: { compose: "Compose", check: "Check" },

  compose: "Compose",
  composeAgain: "Compose again",
  style: "Style",
  styleOfCity: "By the city",
  styleFromFile: "Open a style file…",
  styleFile: "Style file",
  composeGuidance: {
    title: "Report paragraphs out of the indicator sheets",
    text: "Every number comes from a cell: rest on a number to see where from and how, click it to go there. When the sheets change, numbers that are out of date are marked. The workbook is left as it is.",
  },
  composed: (style, numbers) => `Style ${style} · ${numbers} numbers`,
  composedText: "Composed paragraphs",
  copy: "Copy",
  save: "Save",
  insert: "New sheet",
  fileName: "zone-report.txt",
  comparing: "The workbook was changed; comparing…",
  edited: "The workbook was changed: numbers may be out of date.",
  compare: "Compare",
  upToDate: "as the sheets say",
  outdated: (count, added) =>
    `${[
      count === 0 ? "" : `${count} out of date`,
      added === 0 ? "" : `${added} more could be told now`,
    ]
      .filter(Boolean)
      .join(", ")}; the text is left as it was`,
  changed: ({ change, now }) => {
    switch (change) {
      case "number":
        return `out of date: the workbook now says ${now?.text ?? ""}`;
      case "words":
        return "out of date: the same number, but told in other words (above or below, met or not)";
      case "gone":
        return "out of date: the workbook has no such number any more";
    }
  },
  sourced: "from the sheets",
  measure: {
    period: "period",
    zones: "zones",
    count: "count",
    value: "value",
    whole: "whole",
    share: "share",
    growth: "growth",
    increase: "increase",
    reference: "compared with",
    difference: "difference",
    target: "target",
    attainment: "attainment",
    done: "done",
    remaining: "remaining",
    rate: "rate",
    rank: "rank",
    signs: "signs",
  },
  pickNumber:
    "Pick an underlined number to see its cells and arithmetic; arrow keys move on, Enter goes to the cell.",
  details: "Where it comes from",
  moreCells: (count) => `of ${count} cells`,
  notes: (count) => `Notes ${count}`,

  draft: "Draft",
  pasteHere: "Paste the draft here",
  open: "Open a file",
  openFile: "Open a .txt draft",
  check: "Check",
  checkAgain: "Check again",
  edit: "Edit",
  againstBook: "Against the workbook",
  emptyDraft: "There is no draft yet: paste it, or open a .txt file.",
  tooLong: (limit) =>
    `The draft has more than ${limit.toLocaleString("en-US")} characters; check it in parts.`,
  unreadableFile: (name) =>
    `${name} cannot be read: save it as .txt and open it again, or paste the text.`,
  coverage: (numbers, checked, unclaimed) =>
    `${numbers} numbers found, ${checked} checked, ${unclaimed} not checked`,
  against: { book: "against the workbook", text: "against itself alone" },
  editedSince: "The workbook was changed after the check.",
  checkedDraft: "Draft as checked",
  look: {
    sourced: "from the sheets",
    outdated: "out of date",
    agrees: "agrees",
    "within-rounding": "rounding",
    disagrees: "disagrees",
    unverifiable: "not in the sheets",
    lint: "wording",
    unclaimed: "not checked",
  },
  legend: "Legend",
  findings: "What was found",
  group: {
    disagrees: "Disagrees",
    "within-rounding": "Within rounding",
    unverifiable: "Not in the sheets",
    lint: "Wording",
    unclaimed: "Not checked",
  },
  notChecked: "what this number says was not understood: check it yourself",
  showMore: (count) => `Show ${count} more`,
  nothingFound: "All numbers that were checked agree, and the wording is in order.",
  noNumbers: "The draft has no number to check.",
};
