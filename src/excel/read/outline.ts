import type { Area, OuterFormula, Sheet } from "../../core/index.ts";
import { isOwnPart } from "../own-part.ts";
import { withoutPrefixes } from "./cells.ts";

/** A workbook without its cells. */
export interface Outline {
  readonly name: string;
  readonly calculation: "automatic" | "manual";
  readonly definedNames: readonly string[];
  readonly outerFormulas: readonly OuterFormula[];
  readonly part: string | null;
  readonly sheets: readonly SheetOutline[];
}

export interface SheetOutline {
  readonly name: string;
  readonly visibility: Sheet["visibility"];
  readonly isProtected: boolean;
  /** Smallest area with every filled cell; null for an empty sheet. Cells with a format alone do not count. */
  readonly used: Area | null;
}

const VISIBILITY: Readonly<Record<string, Sheet["visibility"]>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "very-hidden",
};

function namedFormulas(
  names: Excel.NamedItemCollection,
  sheet: string | null
): readonly OuterFormula[] {
  return names.items.map(({ name, formula }) => ({
    place: { kind: "name", name, sheet },
    formula: withoutPrefixes(String(formula)),
  }));
}

/** Two round trips, whatever the number of sheets: first what there is, then what hangs on it. */
export async function readOutline(context: Excel.RequestContext): Promise<Outline> {
  const { workbook } = context;
  workbook.load("name");
  workbook.application.load("calculationMode");
  workbook.names.load("items/name,items/formula");
  const parts = workbook.customXmlParts;
  parts.load("items/id,items/namespaceUri");
  const worksheets = workbook.worksheets;
  worksheets.load("items/name,items/visibility");
  await context.sync();

  const xml = parts.items.find(isOwnPart)?.getXml();
  const loading = worksheets.items.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    sheet.protection.load("protected");
    sheet.names.load("items/name,items/formula");
    return { sheet, used };
  });
  await context.sync();

  return {
    name: workbook.name,
    calculation: workbook.application.calculationMode === "Manual" ? "manual" : "automatic",
    definedNames: workbook.names.items.map(({ name }) => name),
    outerFormulas: [
      ...namedFormulas(workbook.names, null),
      ...worksheets.items.flatMap((sheet) => namedFormulas(sheet.names, sheet.name)),
    ],
    part: xml?.value ?? null,
    sheets: loading.map(({ sheet, used }) => ({
      name: sheet.name,
      visibility: VISIBILITY[sheet.visibility] ?? "visible",
      isProtected: sheet.protection.protected,
      used: used.isNullObject
        ? null
        : {
            row: used.rowIndex,
            column: used.columnIndex,
            rows: used.rowCount,
            columns: used.columnCount,
          },
    })),
  };
}
