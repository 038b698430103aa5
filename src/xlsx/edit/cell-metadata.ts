import type { Package } from "../package.ts";
import { readWorkbookPart } from "../read/workbook-part.ts";
import { attributeOf, childOf, childrenOf, parseXml } from "../xml/tree.ts";

/**
 * The cm attribute by which a cell says that its formula spills: the place (from 1) in the workbook's cell metadata of the
 * entry for dynamic arrays (XLDAPR); null where the file has none.
 */
export function spillMetadata(file: Package): string | null {
  const workbook = readWorkbookPart(file);
  const part = workbook.relationships.find(({ kind }) => kind === "sheetMetadata")?.part ?? null;
  if (part === null || file.find(part) === undefined) return null;
  const root = parseXml(part, file.text(part));
  const types = childrenOf(childOf(root, "metadataTypes"), "metadataType");
  const type = types.findIndex((each) => attributeOf(each, "name") === "XLDAPR") + 1;
  if (type === 0) return null;
  const entries = childrenOf(childOf(root, "cellMetadata"), "bk");
  const entry = entries.findIndex((each) =>
    childrenOf(each, "rc").some((record) => attributeOf(record, "t") === String(type))
  );
  return entry < 0 ? null : String(entry + 1);
}
