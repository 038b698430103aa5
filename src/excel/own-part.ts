const OWN_NAMESPACE = /^urn:zone-check:workbook@\d+$/;

/** Whether a custom XML part is ours, of this version or another: what a newer one means is not decided here. */
export function isOwnPart({ namespaceUri }: { readonly namespaceUri: string }): boolean {
  return OWN_NAMESPACE.test(namespaceUri);
}
