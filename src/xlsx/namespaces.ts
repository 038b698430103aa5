/** The names a package is written with: the transitional ones every program writes, and the Strict ones of ISO/IEC 29500. */
export const NAMESPACE = {
  contentTypes: "http://schemas.openxmlformats.org/package/2006/content-types",
  relationships: "http://schemas.openxmlformats.org/package/2006/relationships",
  x14: "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
} as const;

const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/** Namespace of r:id attributes and, with a name behind it, of relationship types. */
export function relationshipNamespace(kind: "transitional" | "strict"): string {
  return kind === "strict" ? STRICT : TRANSITIONAL;
}

export function isRelationshipNamespace(uri: string): boolean {
  return uri === TRANSITIONAL || uri === STRICT;
}

/** SpreadsheetML itself, of either kind. */
export const MAIN = {
  transitional: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  strict: "http://purl.oclc.org/ooxml/spreadsheetml/main",
} as const;

export const CONTENT_TYPE = {
  worksheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
  styles: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
  relationships: "application/vnd.openxmlformats-package.relationships+xml",
  customXmlProperties: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
} as const;
