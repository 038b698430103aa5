import { parseXml } from "./tree.ts";
import type { XmlElement } from "./tree.ts";

/** What an element says, without how it says it: prefixes, the order of attributes, comments and blanks between tags. */
export function canonicalOf(element: XmlElement): string {
  const attributes = element.attributes
    .filter((each) => each.name !== "xmlns" && !each.name.startsWith("xmlns:"))
    .map((each) => `${each.local}=${JSON.stringify(each.value)}`)
    .sort();
  const text = element.children.length > 0 ? element.text.trim() : element.text;
  const inner = element.children.map(canonicalOf).join("");
  return `<${element.local} ${attributes.join(" ")}>${inner}${text}</>`;
}

/** Parses a piece of XML as it would be read inside `root`. */
export function parseFragment(root: XmlElement, prefix: string, xml: string): XmlElement {
  const declaration = prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`;
  const holder = parseXml(
    "fragment",
    `<${prefix}x ${declaration}="${root.uri}">${xml}</${prefix}x>`
  );
  const [first] = holder.children;
  if (first === undefined) throw new Error("a fragment holds one element");
  return first;
}
