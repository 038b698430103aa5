import type { OuterFormula, OuterPlace, SheetTable } from "../../core/index.ts";
import { putPrefixes, stripPrefixes } from "../formula/prefixes.ts";
import type { Package } from "../package.ts";
import { decodeCellText } from "../xml/text.ts";
import { attributeOf, childOf, childrenOf, parseXml, truthOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";
import { parseAreas } from "./conditional-formats.ts";
import type { Tab, WorkbookPart } from "./workbook-part.ts";

/** A formula outside of the cells and the element that holds it. */
export interface FoundFormula {
  readonly formula: OuterFormula;
  readonly part: string;
  readonly text: string;
  /** undefined where a table keeps none for the column. */
  readonly element: XmlElement | undefined;
  /** The column's element, of a table. */
  readonly column?: XmlElement;
}

/** Names people gave; print areas, filters and what Excel hides for itself are none. */
export function findNames(workbook: WorkbookPart): readonly FoundFormula[] {
  return childrenOf(childOf(workbook.root, "definedNames"), "definedName").flatMap((element) => {
    const name = attributeOf(element, "name") ?? "";
    if (name === "" || /^_xl/i.test(name)) return [];
    const local = attributeOf(element, "localSheetId");
    const sheet = local === undefined ? null : (workbook.tabs[Number(local)]?.name ?? null);
    const formula = outerFormula({ kind: "name", name, sheet }, element);
    return [{ formula, part: workbook.part, text: workbook.text, element }];
  });
}

const KEPT = [
  ["table-column", "calculatedColumnFormula"],
  ["table-total", "totalsRowFormula"],
] as const;

/** What the tables of a sheet keep for their columns (ECMA-376 part 1, 18.5.1.1 and 18.5.1.6). */
export function findTableFormulas(file: Package, tab: Tab): readonly FoundFormula[] {
  const { worksheet } = tab;
  if (worksheet === null) return [];
  const related = file.relationships(worksheet).filter(({ kind }) => kind === "table");
  return related.flatMap((relationship): readonly FoundFormula[] => {
    const part = relationship.part === null ? undefined : file.find(relationship.part);
    if (part === undefined) return [];
    const text = file.text(part);
    const root = parseXml(part, text);
    const table = attributeOf(root, "displayName") ?? attributeOf(root, "name") ?? "";
    const columns = childrenOf(childOf(root, "tableColumns"), "tableColumn");
    return columns.flatMap((column) =>
      KEPT.map(([kind, local]): FoundFormula => {
        const element = childOf(column, local);
        const name = decodeCellText(attributeOf(column, "name") ?? "");
        const place = { kind, sheet: tab.name, table, column: name };
        return { formula: outerFormula(place, element), part, text, element, column };
      })
    );
  });
}

/** The tables of a sheet, where they lie and what their columns are called. */
export function findTables(file: Package, tab: Tab): readonly SheetTable[] {
  const { worksheet } = tab;
  if (worksheet === null) return [];
  return file.relationships(worksheet).flatMap(({ kind, part }): readonly SheetTable[] => {
    if (kind !== "table" || part === null || file.find(part) === undefined) return [];
    const root = parseXml(part, file.text(part));
    const [area] = parseAreas(attributeOf(root, "ref") ?? "");
    if (area === undefined) return [];
    return [
      {
        name: attributeOf(root, "displayName") ?? attributeOf(root, "name") ?? "",
        sheet: tab.name,
        area,
        headerRows: Number(attributeOf(root, "headerRowCount") ?? 1),
        totalRows: Number(attributeOf(root, "totalsRowCount") ?? 0),
        columns: childrenOf(childOf(root, "tableColumns"), "tableColumn").map((column) =>
          decodeCellText(attributeOf(column, "name") ?? "")
        ),
      },
    ];
  });
}

function outerFormula(place: OuterPlace, element: XmlElement | undefined): OuterFormula {
  if (element === undefined) return { place, formula: null };
  const raw = element.text;
  const formula = `=${stripPrefixes(raw.trim())}`;
  return {
    place,
    formula,
    ...(isSpeltOtherwise(raw) ? { stored: raw } : {}),
    ...(truthOf(attributeOf(element, "array")) === true ? { isArray: true } : {}),
  };
}

/** Other programs write our functions without the prefix by which Excel marks those of add-ins. */
export function isSpeltOtherwise(stored: string): boolean {
  if (!/ZONE_/iu.test(stored)) return false;
  const excels = putPrefixes(stripPrefixes(stored.trim()), (name) => /^ZONE_/iu.test(name));
  return excels !== stored;
}
