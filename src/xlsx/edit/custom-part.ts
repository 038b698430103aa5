import { CONTENT_TYPE, relationshipNamespace } from "../namespaces.ts";
import { DECLARATION } from "../package.ts";
import type { Package } from "../package.ts";
import { findCustomParts, PART_NAMESPACE } from "../read/custom-part.ts";
import { readWorkbookPart } from "../read/workbook-part.ts";

/** Custom XML is told apart by an id; ours is one per workbook, and the same everywhere. */
const ITEM_ID = "{5D9D1E6B-6C1F-4B3A-9A53-2F0C7E2B8A41}";
const PROPERTIES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

/** Puts our XML part, in place of the one that is there. */
export function putPart(file: Package, xml: string): void {
  const content = xml.replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>)?\s*/, "");
  const [existing, ...doubles] = findCustomParts(file, readWorkbookPart(file));
  for (const double of doubles) removeItem(file, double.part, double.relationship.id);
  if (existing !== undefined) {
    file.write(existing.part, content);
    return;
  }
  const workbook = readWorkbookPart(file);
  const base = relationshipNamespace(workbook.strict ? "strict" : "transitional");
  let number = 1;
  while (isTaken(file, number)) number += 1;
  const item = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  file.write(item, content);
  file.write(
    properties,
    `${DECLARATION}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${PROPERTIES_NAMESPACE}"><ds:schemaRefs><ds:schemaRef ds:uri="${PART_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`
  );
  if (file.contentType(item) === undefined) file.setContentType(item, "application/xml");
  file.setContentType(properties, CONTENT_TYPE.customXmlProperties);
  file.relate(item, properties, `${base}/customXmlProps`);
  file.relate(workbook.part, item, `${base}/customXml`);
}

function isTaken(file: Package, number: number): boolean {
  return ["item", "itemProps"].some(
    (name) => file.find(`customXml/${name}${number}.xml`) !== undefined
  );
}

/** Takes our XML part away, with its properties and its relationship. */
export function removePart(file: Package): void {
  for (const each of findCustomParts(file, readWorkbookPart(file)))
    removeItem(file, each.part, each.relationship.id);
}

function removeItem(file: Package, part: string, relationshipId: string): void {
  for (const related of file.relationships(part))
    if (related.part !== null) file.remove(related.part);
  file.unrelate(readWorkbookPart(file).part, relationshipId);
  file.remove(part);
}
