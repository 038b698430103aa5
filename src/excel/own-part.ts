/** Namespace of our one custom XML part. */
export const PART_NAMESPACE = "urn:zone-check:workbook@1";
