import type { Package } from "../package.ts";
import { isNotCalculated } from "../read/cell-values.ts";
import { scanSheet } from "../read/sheet-scan.ts";
import { readWorkbookPart } from "../read/workbook-part.ts";
import { insertChild, WORKBOOK_ORDER } from "../xml/order.ts";
import { applyPatches, setAttributes } from "../xml/patch.ts";
import { childOf, prefixOf } from "../xml/tree.ts";

/**
 * Takes the calculation chain away, with its relationship and content type: a chain that names a cell without a formula
 * makes Excel repair the file, and a missing one is simply built again.
 */
export function dropCalculationChain(file: Package): void {
  const workbook = readWorkbookPart(file);
  for (const related of workbook.relationships) {
    if (related.kind !== "calcChain") continue;
    file.unrelate(workbook.part, related.id);
    if (related.part !== null) file.remove(related.part);
  }
}

/** Whether a sheet that formulas were written to still has one without its value. */
export function lacksValues(file: Package, part: string): boolean {
  if (file.find(part) === undefined) return false;
  const scan = scanSheet(part, file.text(part));
  return scan.rows.some((row) => row.cells.some(isNotCalculated));
}

/**
 * Asks for a calculation when the file is opened: formulas were written without values. Not where the user calculates by
 * hand: everything else would then change under their eyes.
 */
export function calculateOnLoad(file: Package): void {
  const workbook = readWorkbookPart(file);
  if (workbook.calculation === "manual") return;
  const { root, text, part } = workbook;
  const existing = childOf(root, "calcPr");
  const patch =
    existing === undefined
      ? insertChild(root, WORKBOOK_ORDER, "calcPr", `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>`)
      : setAttributes(text, existing, { fullCalcOnLoad: "1" });
  file.write(part, applyPatches(text, [patch]));
}
