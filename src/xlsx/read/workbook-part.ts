import { brokenPart, Fault } from "../fault.ts";
import { isRelationshipNamespace, MAIN } from "../namespaces.ts";
import type { Package, Relationship } from "../package.ts";
import { attributeOf, childOf, childrenOf, parseXml, truthOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";

/** The workbook part: what sheets there are and where, what they are named, and how the book is calculated. */
export interface WorkbookPart {
  readonly part: string;
  readonly strict: boolean;
  readonly root: XmlElement;
  readonly text: string;
  readonly relationships: readonly Relationship[];
  /** All tabs, chart sheets too: names limited to a sheet count them by place. */
  readonly tabs: readonly Tab[];
  readonly date1904: boolean;
  readonly calculation: "automatic" | "manual";
  readonly structureLocked: boolean;
}

export interface Tab {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  readonly sheetId: number;
  readonly relationshipId: string;
  /** Path of the sheet's part where it is a worksheet; null for chart sheets, dialogs and macro sheets. */
  readonly worksheet: string | null;
  readonly element: XmlElement;
}

const BINARY = /sheet\.binary/;

/** Finds the workbook by the package's relationships. Throws a Fault where there is none, or of a kind that is not read. */
export function readWorkbookPart(file: Package): WorkbookPart {
  refuseOpenDocument(file);
  const start = file.relationships("").find((each) => each.kind === "officeDocument");
  if (start === undefined) throw new Fault({ code: "not-a-workbook" });
  const part = start.part === null ? undefined : file.find(start.part);
  if (part === undefined)
    throw new Fault({ code: "broken-relationship", part: start.part ?? "officeDocument" });
  if (part.toLowerCase().endsWith(".bin") || BINARY.test(file.contentType(part) ?? ""))
    throw new Fault({ code: "unsupported-format", format: "xlsb" });
  const text = file.text(part);
  const root = parseXml(part, text);
  if (root.local !== "workbook" || (root.uri !== MAIN.transitional && root.uri !== MAIN.strict))
    throw new Fault({ code: "not-a-workbook" });
  const relationships = file.relationships(part);
  const tabs = childrenOf(childOf(root, "sheets"), "sheet").map((element) =>
    readTab(file, part, element, relationships)
  );
  const properties = childOf(root, "workbookPr");
  const calculation = childOf(root, "calcPr");
  const protection = childOf(root, "workbookProtection");
  return {
    part,
    strict: root.uri === MAIN.strict,
    root,
    text,
    relationships,
    tabs,
    date1904: properties !== undefined && truthOf(attributeOf(properties, "date1904")) === true,
    calculation:
      calculation !== undefined && attributeOf(calculation, "calcMode") === "manual"
        ? "manual"
        : "automatic",
    structureLocked:
      protection !== undefined && truthOf(attributeOf(protection, "lockStructure")) === true,
  };
}

function refuseOpenDocument(file: Package): void {
  const name = file.find("mimetype");
  if (name === undefined) return;
  if (file.text(name).startsWith("application/vnd.oasis.opendocument"))
    throw new Fault({ code: "unsupported-format", format: "ods" });
}

function readTab(
  file: Package,
  part: string,
  element: XmlElement,
  relationships: readonly Relationship[]
): Tab {
  const name = attributeOf(element, "name");
  const id = element.attributes.find(
    (attribute) => attribute.local === "id" && isRelationshipNamespace(attribute.uri)
  )?.value;
  if (name === undefined || id === undefined) throw brokenPart(part, "a sheet has no name or id");
  const relationship = relationships.find((each) => each.id === id);
  if (relationship === undefined) throw new Fault({ code: "broken-relationship", part: name });
  const isWorksheet = relationship.kind === "worksheet";
  const worksheet = isWorksheet && relationship.part !== null ? file.find(relationship.part) : null;
  if (worksheet === undefined)
    throw new Fault({ code: "broken-relationship", part: relationship.part ?? name });
  const state = attributeOf(element, "state");
  return {
    name,
    visibility: state === "hidden" ? "hidden" : state === "veryHidden" ? "very-hidden" : "visible",
    sheetId: Number(attributeOf(element, "sheetId") ?? 0),
    relationshipId: id,
    worksheet,
    element,
  };
}

/** The part a kind of relationship leads to, or undefined where the workbook has none. */
export function relatedPart(
  file: Package,
  workbook: WorkbookPart,
  kind: string
): string | undefined {
  const related = workbook.relationships.find((each) => each.kind === kind);
  if (related === undefined) return undefined;
  const found = related.part === null ? undefined : file.find(related.part);
  if (found === undefined)
    throw new Fault({ code: "broken-relationship", part: related.part ?? kind });
  return found;
}
