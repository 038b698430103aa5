import { insertAt } from "./patch.ts";
import type { Patch } from "./patch.ts";
import type { XmlElement } from "./tree.ts";

/** Children of worksheet in the order the schema demands (ECMA-376 part 1, A.2 CT_Worksheet): Excel repairs a file that breaks it. */
export const WORKSHEET_ORDER: readonly string[] = [
  ...["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"],
  ...["sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"],
  ...["dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"],
  ...["dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter"],
  ...["rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags"],
  ...["drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects"],
  ...["controls", "webPublishItems", "tableParts", "extLst"],
];

/** Children of styleSheet (CT_Stylesheet). */
export const STYLES_ORDER: readonly string[] = [
  ...["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"],
  ...["tableStyles", "colors", "extLst"],
];

/** Children of workbook (CT_Workbook). */
export const WORKBOOK_ORDER: readonly string[] = [
  ...["fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets"],
  ...["functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize"],
  ...["customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing"],
  ...["fileRecoveryPr", "webPublishObjects", "extLst"],
];

/**
 * Puts a child where the schema wants it: in front of the first child that comes no earlier in the order. A child the
 * order does not know (mc:AlternateContent around controls) counts as late.
 */
export function insertChild(
  root: XmlElement,
  order: readonly string[],
  local: string,
  content: string
): Patch {
  const rank = order.indexOf(local);
  const next = root.children.find((child) => {
    const other = order.indexOf(child.local);
    return other < 0 || other >= rank;
  });
  return insertAt(next?.start ?? root.closeStart, content);
}
