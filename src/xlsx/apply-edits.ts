import { failed, success } from "../core/index.ts";
import type { Failure, Refusal, Result } from "../core/index.ts";
import { calculateOnLoad, lacksValues } from "./edit/calculation.ts";
import { setCells, setFormulas, writeBlock } from "./edit/cells.ts";
import { putPart, removePart } from "./edit/custom-part.ts";
import { findWorksheet } from "./edit/find-worksheet.ts";
import { putFlags, removeFlags } from "./edit/flags.ts";
import { DONE, refused } from "./edit/outcome.ts";
import type { Outcome } from "./edit/outcome.ts";
import { swapOuterFormula } from "./edit/outer-formulas.ts";
import { setLayout } from "./edit/sheet-layout.ts";
import { ensureSheet, removeSheet } from "./edit/sheets.ts";
import { swapFormulas } from "./edit/swap-formulas.ts";
import { guarded } from "./fault.ts";
import { Package } from "./package.ts";
import type { PackageEdit } from "./package-book.ts";
import { readWorkbookPart } from "./read/workbook-part.ts";
import { refuseForeignFormat } from "./zip/foreign-format.ts";

/** What became of a list of edits. For a plan's intents this is core's Applied. */
export interface AppliedEdits<E extends PackageEdit> {
  readonly done: readonly E[];
  readonly refused: readonly {
    readonly intent: E;
    readonly reason: Refusal["reason"];
    readonly sheet: string | null;
  }[];
}

export interface EditedPackage<E extends PackageEdit> {
  readonly bytes: Uint8Array;
  readonly applied: AppliedEdits<E>;
}

/**
 * Carries out edits, in order, on the bytes of an .xlsx or .xlsm file and gives the new bytes. Parts no edit touches keep
 * their very bytes; in a touched part only the ranges in question change. All or nothing: on a failure nothing was done.
 * A protected sheet, a missing one and the like are refusals: the other edits are carried out.
 */
export function applyEdits<E extends PackageEdit>(
  bytes: Uint8Array,
  edits: readonly E[]
): Result<EditedPackage<E>, { readonly failure: Failure; readonly done: readonly never[] }> {
  const result = guarded(() => {
    refuseForeignFormat(bytes, "");
    const file = new Package(bytes);
    readWorkbookPart(file);
    const done: E[] = [];
    const refusedEdits: AppliedEdits<E>["refused"][number][] = [];
    const written = new Set<string>();
    for (const group of inGroups(edits)) {
      const outcome = applyGroup(file, group);
      if (outcome.uncalculated !== undefined) written.add(outcome.uncalculated);
      for (const edit of group) {
        if (outcome.done) done.push(edit);
        for (const refusal of outcome.refusals) refusedEdits.push({ intent: edit, ...refusal });
      }
    }
    // Asked at the end: a later edit may have brought the values.
    if ([...written].some((part) => lacksValues(file, part))) calculateOnLoad(file);
    return { bytes: file.toBytes(), applied: { done, refused: refusedEdits } };
  });
  return result.ok ? success(result.value) : failed({ failure: result.failure, done: [] });
}

/** Cells of one sheet that come in many pieces, row by row, are written in one pass. Everything else goes one by one. */
function inGroups<E extends PackageEdit>(edits: readonly E[]): readonly (readonly E[])[] {
  const groups: E[][] = [];
  for (const edit of edits) {
    const last = groups.at(-1);
    const before = last?.[0];
    const joins =
      edit.kind === "set-cells" && before?.kind === "set-cells" && before.sheet === edit.sheet;
    if (last !== undefined && joins) last.push(edit);
    else groups.push([edit]);
  }
  return groups;
}

function applyGroup(file: Package, group: readonly PackageEdit[]): Outcome {
  const [first] = group;
  if (first === undefined) return DONE;
  if (first.kind !== "set-cells") return applyEdit(file, first);
  const blocks = group.filter((edit) => edit.kind === "set-cells");
  return setCells(file, first.sheet, blocks);
}

function applyEdit(
  file: Package,
  edit: Exclude<PackageEdit, { readonly kind: "set-cells" }>
): Outcome {
  switch (edit.kind) {
    case "remove-flags":
      return removeFlags(file, edit.sheets);
    case "put-flags":
      return putFlags(file, edit.sheet, edit.flags);
    case "ensure-sheet":
      return ensureSheet(file, edit.sheet, edit.contents);
    case "write-block": {
      const outcome = writeBlock(file, edit.sheet, edit.at, edit.cells);
      if (outcome.done)
        setLayout(file, edit.sheet, {
          firstColumn: edit.at.column,
          widths: edit.columnWidths ?? [],
          frozenRows: edit.frozenRows ?? null,
        });
      return outcome;
    }
    case "set-formulas":
      return setFormulas(file, edit.sheet, edit.at, edit.formulas);
    case "swap-formulas":
      return swapFormulas(file, edit.sheet, edit.cells);
    case "swap-outer-formula":
      return swapOuterFormula(file, edit.swap);
    case "remove-sheet":
      return removeSheet(file, edit.sheet);
    case "put-part":
      putPart(file, edit.xml);
      return DONE;
    case "remove-part":
      removePart(file);
      return DONE;
    case "select":
      return findWorksheet(readWorkbookPart(file), edit.sheet) === undefined
        ? refused("sheet-missing", edit.sheet)
        : DONE;
  }
}
