import type { Evaluation } from "../evaluation/evaluation.ts";
import type { Finding } from "../findings/finding.ts";
import { classLabel, severityLabel } from "../findings/labels.ts";
import type { Locale } from "../findings/locale.ts";
import { formatFinding } from "../findings/messages.ts";
import { expectedText } from "../findings/wording.ts";
import { formatAddress } from "../workbook/address.ts";
import type { Book } from "../workbook/book.ts";
import { findSheet } from "../workbook/book.ts";
import type { Result } from "../workbook/failure.ts";
import { failed, success } from "../workbook/failure.ts";
import { LEDGER_SHEET } from "../workbook/own-sheets.ts";
import type { PlannedCell, PlannedStyle, WritePlan } from "../workbook/write-plan.ts";
import { fitCell } from "./cell-text.ts";
import { ledgerMeasure } from "./ledger-measures.ts";
import { LEDGER_COLUMNS, LEDGER_WORDS, stateOf } from "./ledger-words.ts";
import { formatPeriodWords } from "./period-words.ts";
import { readRemarks } from "./read-remarks.ts";
import type { AttachedRemark, Remark } from "./remark.ts";
import { attachRemarks, mergeRemarks } from "./remark.ts";

export interface LedgerOptions {
  readonly locale: Locale;
  /** The time of the validation as it is to be printed, or null. */
  readonly time: string | null;
  /** New remarks; one on a finding that has a remark replaces it, one with an empty text takes it away. */
  readonly remarks?: readonly Remark[];
}

/** Widths in characters, by LEDGER_COLUMNS. */
const WIDTHS = [6, 12, 10, 19, 18, 16, 20, 16, 16, 60, 12, 16, 36, 22];
/** Some 25 µs each: far below what a user notices. */
const ROWS_A_SLICE = 250;
/** Title, facts, guide and header stay on the screen. */
const HEADER_ROWS = 4;
const BLANK: PlannedCell = { kind: "blank" };

/**
 * The ledger: every finding of an evaluation on a row of its own, with the remarks that stood in the ledger before put
 * back to the findings they speak of. It replaces an older ledger whole. A remark whose value has changed, or whose
 * finding is gone, stays and is marked as lapsed: nobody's words are thrown away.
 */
export function planLedger(evaluation: Evaluation, book: Book, options: LedgerOptions): WritePlan {
  const slices = planLedgerInSlices(evaluation, book, options);
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in slices of so many rows, so that whoever runs it may let something else go first in between: wording
 * thousands of findings takes longer than a pane may stand still.
 */
export function* planLedgerInSlices(
  evaluation: Evaluation,
  book: Book,
  options: LedgerOptions
): Generator<undefined, WritePlan> {
  const remarks = mergeRemarks(readRemarks(book), options.remarks ?? []);
  yield;
  const attached = attachRemarks(evaluation.findings, remarks);
  const rows: (readonly PlannedCell[])[] = [];
  for (const finding of evaluation.findings) {
    if (rows.length % ROWS_A_SLICE === 0) yield;
    rows.push(findingRow(finding, rows.length + 1, attached.of(finding), options));
  }
  for (const remark of attached.orphans) {
    if (rows.length % ROWS_A_SLICE === 0) yield;
    rows.push(orphanRow(remark, rows.length + 1, options));
  }
  return [
    { kind: "ensure-sheet", sheet: LEDGER_SHEET, contents: "empty" },
    {
      kind: "write-block",
      sheet: LEDGER_SHEET,
      at: { row: 0, column: 0 },
      cells: [...headingRows(evaluation, options), ...rows],
      columnWidths: WIDTHS,
      frozenRows: HEADER_ROWS,
    },
  ];
}

/** Why a ledger is not deleted: people's words stand in it. */
export interface RemarksStand {
  readonly code: "remarks-stand";
  readonly count: number;
}

/** Deletes the ledger, unless a remark stands in it. Without a ledger there is nothing to do. */
export function planRemoveLedger(book: Book): Result<WritePlan, RemarksStand> {
  const count = readRemarks(book).length;
  if (count > 0) return failed({ code: "remarks-stand", count });
  if (findSheet(book, LEDGER_SHEET) === undefined) return success([]);
  return success([{ kind: "remove-sheet", sheet: LEDGER_SHEET }]);
}

function headingRows(
  evaluation: Evaluation,
  options: LedgerOptions
): readonly (readonly PlannedCell[])[] {
  const words = LEDGER_WORDS[options.locale];
  const { error, warning, unmet } = evaluation.summary;
  const period = evaluation.tables.find((table) => table.period !== null)?.period ?? null;
  const facts = words.heading({
    book: evaluation.book,
    city: evaluation.tables.find((table) => table.city !== null)?.city ?? null,
    period: period === null ? null : formatPeriodWords(period, options.locale),
    time: options.time,
    error,
    warning,
    unmet,
  });
  return [
    row([textCell(words.title, "title")]),
    row([textCell(facts, "note")]),
    row([textCell(words.guide, "note")]),
    LEDGER_COLUMNS.map((column) => textCell(words.columns[column], "header")),
  ];
}

function findingRow(
  finding: Finding,
  number: number,
  attached: AttachedRemark | undefined,
  options: LedgerOptions
): readonly PlannedCell[] {
  const { locale } = options;
  const words = LEDGER_WORDS[locale];
  const { zone, indicator, measure, period } = finding.subject;
  const state =
    attached?.standing === "lapsed"
      ? words.lapsed(attached.remark.stated)
      : words.states[stateOf(finding, attached === undefined ? "unexplained" : "explained")];
  return [
    { kind: "number", value: number, numberFormat: "0" },
    textCell(severityLabel(finding.severity, locale)),
    textCell(classLabel(finding.class, locale)),
    textCell(finding.code),
    {
      kind: "link",
      text: formatAddress(finding.at),
      sheet: finding.at.sheet,
      area: finding.at.area,
    },
    textCell(zone),
    textCell(indicator),
    textCell(measure === null ? null : ledgerMeasure(measure, locale)),
    textCell(period),
    textCell(formatFinding(finding, locale).message, "prose"),
    valueCell(finding.stated),
    textCell(expectedText(finding, locale)),
    textCell(attached?.remark.text ?? null, "prose"),
    textCell(state),
  ];
}

function orphanRow(remark: Remark, number: number, options: LedgerOptions): readonly PlannedCell[] {
  const words = LEDGER_WORDS[options.locale];
  return [
    { kind: "number", value: number, numberFormat: "0" },
    BLANK,
    BLANK,
    textCell(remark.code),
    textCell(remark.place),
    textCell(remark.zone),
    textCell(remark.indicator),
    textCell(remark.measure === null ? null : ledgerMeasure(remark.measure, options.locale)),
    textCell(remark.period),
    textCell(words.gone, "prose"),
    textCell(remark.stated),
    BLANK,
    textCell(remark.text, "prose"),
    textCell(words.lapsed(remark.stated)),
  ];
}

function valueCell(stated: number | string | null): PlannedCell {
  return typeof stated === "number"
    ? { kind: "number", value: stated, numberFormat: "General" }
    : textCell(stated);
}

/** Text as text, whatever it starts with. */
function textCell(text: string | null, style?: PlannedStyle): PlannedCell {
  if (text === null || text === "") return BLANK;
  const whole = fitCell(text);
  return style === undefined ? { kind: "text", text: whole } : { kind: "text", text: whole, style };
}

function row(cells: readonly PlannedCell[]): readonly PlannedCell[] {
  return LEDGER_COLUMNS.map((_, index) => cells[index] ?? BLANK);
}
