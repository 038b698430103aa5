import type { Evaluation, SheetFlags } from "../evaluation/evaluation.ts";
import type { Finding } from "../findings/finding.ts";
import type { FailingTest, Watched } from "../findings/watched.ts";
import type { IndicatorTable } from "../model/table.ts";
import type { Book, Sheet } from "../workbook/book.ts";
import type { Flag, FlagStyle, WriteIntent, WritePlan } from "../workbook/write-plan.ts";
import { unchangedBlockTest } from "./cell-test.ts";
import { followingTests, testOf, testsByCell } from "./finding-test.ts";
import { renderFormula } from "./native-formula.ts";
import type { Mark } from "./mark.ts";
import { groupBy, shareFlags } from "./share-flags.ts";
import { sceneOf } from "./term.ts";
import { styleOfWatched, watchedMarks } from "./watched-marks.ts";

/** Formats come in this order, and the first that applies to a cell wins what two of them set. */
const WORST_FIRST: readonly FlagStyle[] = ["error", "warning", "unmet"];

/** What a run says of a workbook's cells. */
export interface Judged {
  readonly tables: readonly IndicatorTable[];
  readonly findings: readonly Finding[];
  /** Tests that do not fail and whose flags wait. */
  readonly watched: readonly Watched[];
  /** Tests that fail, whose flags go with their cells. */
  readonly failing: readonly FailingTest[];
}

/**
 * The conditional formats that show what was judged, sheet by sheet: on the cells of the findings, and waiting on the
 * cells that may come to fail. A protected sheet takes no formats and gets none.
 */
export function flagSheets(
  { tables, findings, watched, failing }: Judged,
  book: Book
): readonly SheetFlags[] {
  const findingsOf = bySheet(findings, ({ at }) => at.sheet);
  const watchedOf = bySheet(watched, ({ at }) => at.sheet);
  const failingOf = bySheet(failing, (test) => test.watched.at.sheet);
  const tablesOf = bySheet(tables, ({ sheet }) => sheet);
  return book.sheets.flatMap((sheet): readonly SheetFlags[] => {
    if (sheet.isProtected) return [];
    const { name } = sheet;
    const own = {
      findings: findingsOf.get(name) ?? [],
      watched: watchedOf.get(name) ?? [],
      failing: failingOf.get(name) ?? [],
    };
    const flags = flagsOn(sheet, { ...own, tables: tablesOf.get(name) ?? [] });
    return flags.length === 0 ? [] : [{ sheet: name, flags }];
  });
}

/**
 * Puts an evaluation's flags on its workbook: ours are taken away first, so that a second run replaces the first, on the
 * sheets that were evaluated (null: all).
 */
export function planFlags(evaluation: Evaluation, sheets: readonly string[] | null): WritePlan {
  return [
    { kind: "remove-flags", sheets: sheets ?? "all" },
    ...evaluation.flags.map(({ sheet, flags }): WriteIntent => ({
      kind: "put-flags",
      sheet,
      flags,
    })),
  ];
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

function flagsOn(
  sheet: Sheet,
  { tables, findings, watched, failing: tests }: Judged
): readonly Flag[] {
  if (findings.length === 0 && watched.length === 0) return [];
  const scene = sceneOf(sheet, tables);
  const tested = testsByCell(tests);
  const failing = findings.flatMap((finding): readonly Mark[] => {
    const style = styleOf(finding);
    if (style === null) return [];
    const { area } = finding.at;
    const unchanged = unchangedBlockTest(sheet, area);
    const own = { area, unchanged, writtenFor: null };
    return [
      { ...own, style, ...testOf(finding, scene, tested) },
      ...followingTests(finding, scene, tested).map(({ watched, test }): Mark => ({
        ...own,
        style: styleOfWatched(watched),
        ...test,
      })),
    ];
  });
  const marks = [...withoutRepeats(failing), ...watchedMarks(watched, scene)];
  return WORST_FIRST.flatMap((style) => shareFlags(marks.filter((mark) => mark.style === style)));
}

function bySheet<T>(
  items: readonly T[],
  sheetOf: (item: T) => string
): ReadonlyMap<string, readonly T[]> {
  return new Map(
    groupBy(items, sheetOf).flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [[sheetOf(first), group] as const];
    })
  );
}

/** How a finding is marked; null: it is told, not marked. */
function styleOf(finding: Finding): FlagStyle | null {
  if (finding.code === "target-unmet" || finding.code === "target-behind-pace") return "unmet";
  if (finding.severity === "error") return "error";
  return finding.severity === "warning" ? "warning" : null;
}

/** Two findings with the same test on the same cell need one format. */
function withoutRepeats(marks: readonly Mark[]): readonly Mark[] {
  return groupBy(marks, (mark) => {
    const { row, column, rows, columns } = mark.area;
    return `${mark.style}|${row},${column},${rows},${columns}|${renderFormula(mark.test, mark.area, "down")}`;
  }).flatMap((group) => group.slice(0, 1));
}
