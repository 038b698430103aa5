import type { Evaluation } from "../evaluation/evaluation.ts";
import type { Finding } from "../findings/finding.ts";
import type { Book, Sheet } from "../workbook/book.ts";
import type { Flag, FlagStyle, WriteIntent, WritePlan } from "../workbook/write-plan.ts";
import { unchangedBlockTest } from "./cell-test.ts";
import { testOf } from "./finding-test.ts";
import { renderFormula } from "./native-formula.ts";
import type { Mark } from "./share-flags.ts";
import { groupBy, shareFlags } from "./share-flags.ts";
import { sceneOf } from "./term.ts";

/** Formats come in this order, and the first that applies to a cell wins what two of them set. */
const WORST_FIRST: readonly FlagStyle[] = ["error", "warning", "unmet"];

/**
 * The conditional formats that show an evaluation on its workbook: ours are taken away first, so that a second run
 * replaces the first. A protected sheet takes no formats and gets none.
 */
export function planFlags(evaluation: Evaluation, book: Book): WritePlan {
  const intents = book.sheets.flatMap((sheet): readonly WriteIntent[] => {
    if (sheet.isProtected) return [];
    const flags = flagsOn(sheet, evaluation);
    return flags.length === 0 ? [] : [{ kind: "put-flags", sheet: sheet.name, flags }];
  });
  return [{ kind: "remove-flags", sheets: "all" }, ...intents];
}

/** Takes every flag off again; the ledger, and all that is not ours, stays. */
export function planClear(): WritePlan {
  return [{ kind: "remove-flags", sheets: "all" }];
}

/** Sheets with findings to show that take no flags because they are protected. */
export function findUnflaggable(evaluation: Evaluation, book: Book): readonly string[] {
  return book.sheets
    .filter((sheet) => sheet.isProtected)
    .filter((sheet) =>
      evaluation.findings.some(
        (finding) => finding.at.sheet === sheet.name && styleOf(finding) !== null
      )
    )
    .map((sheet) => sheet.name);
}

function flagsOn(sheet: Sheet, evaluation: Evaluation): readonly Flag[] {
  const findings = evaluation.findings.filter((finding) => finding.at.sheet === sheet.name);
  if (findings.length === 0) return [];
  const scene = sceneOf(sheet, evaluation.tables);
  const marks = findings.flatMap((finding): readonly Mark[] => {
    const style = styleOf(finding);
    if (style === null) return [];
    const { area } = finding.at;
    const unchanged = unchangedBlockTest(sheet, area);
    return [{ area, style, unchanged, ...testOf(finding, scene) }];
  });
  return WORST_FIRST.flatMap((style) =>
    shareFlags(withoutRepeats(marks.filter((mark) => mark.style === style)))
  );
}

/** How a finding is marked; null: it is told, not marked. */
function styleOf(finding: Finding): FlagStyle | null {
  if (finding.class === "target") return "unmet";
  if (finding.severity === "error") return "error";
  return finding.severity === "warning" ? "warning" : null;
}

/** Two findings with the same test on the same cell need one format. */
function withoutRepeats(marks: readonly Mark[]): readonly Mark[] {
  return groupBy(marks, (mark) => {
    const { row, column, rows, columns } = mark.area;
    return `${row},${column},${rows},${columns}|${renderFormula(mark.test, mark.area, "down")}`;
  }).flatMap((group) => group.slice(0, 1));
}
