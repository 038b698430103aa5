import type { Package, Relationship } from "../package.ts";
import type { WorkbookPart } from "./workbook-part.ts";
import { parseXml } from "../xml/tree.ts";

/** Namespace of the one XML part that is ours. */
export const PART_NAMESPACE = "urn:zone-check:workbook@1";

export interface CustomPart {
  readonly relationship: Relationship;
  readonly part: string;
  readonly xml: string;
}

/**
 * Our XML parts among the workbook's custom ones, known by the namespace of their root (that of a later version too, so that
 * it can be told). A part of somebody else that cannot be read is none of our business.
 */
export function findCustomParts(file: Package, workbook: WorkbookPart): readonly CustomPart[] {
  return workbook.relationships
    .filter((each) => each.kind === "customXml")
    .flatMap((relationship) => {
      const part = relationship.part === null ? undefined : file.find(relationship.part);
      if (part === undefined) return [];
      const xml = ownXml(file, part);
      return xml === undefined ? [] : [{ relationship, part, xml }];
    });
}

function ownXml(file: Package, part: string): string | undefined {
  try {
    const text = file.text(part);
    if (!text.includes("urn:zone-check:workbook@")) return undefined;
    return parseXml(part, text).uri.startsWith("urn:zone-check:workbook@")
      ? text.replace(/^\uFEFF?(?:<\?xml[^>]*\?>)?\s*/, "")
      : undefined;
  } catch {
    return undefined;
  }
}
