import type { SaxesTagNS } from "saxes";
import { SaxesParser } from "saxes";

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** By local name; a prefixed attribute keeps its prefix: xsi:type. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Line of the start tag, from 1. */
  readonly line: number;
  readonly parent: XmlElement | null;
}

export interface XmlFault {
  readonly line: number;
  readonly message: string;
}

/** The tree of an XML document, or where it is not well-formed. */
export function parseXml(
  text: string
): { readonly root: XmlElement } | { readonly fault: XmlFault } {
  interface Open extends XmlElement {
    children: XmlElement[];
    text: string;
  }
  const parser = new SaxesParser({ xmlns: true });
  let fault: XmlFault | undefined;
  let root: XmlElement | undefined;
  let current: Open | null = null;
  parser.on("error", (error) => {
    fault ??= { line: parser.line, message: error.message.replace(/^\d+:\d+:\s*/u, "") };
  });
  // At this event the tag's own line is known; at the next one its attributes are.
  let startLine = 1;
  parser.on("opentagstart", () => {
    startLine = parser.line;
  });
  parser.on("opentag", (tag: SaxesTagNS) => {
    const element: Open = {
      name: tag.local,
      namespace: tag.uri,
      attributes: new Map(
        Object.values(tag.attributes).map((attribute) => [attribute.name, attribute.value])
      ),
      children: [],
      text: "",
      line: startLine,
      parent: current,
    };
    if (current === null) root = element;
    else current.children.push(element);
    current = element;
  });
  parser.on("text", (piece) => {
    if (current !== null) current.text += piece;
  });
  parser.on("closetag", () => {
    current = (current?.parent ?? null) as Open | null;
  });
  parser.write(text).close();
  if (fault !== undefined) return { fault };
  if (root === undefined) return { fault: { line: 1, message: "no root element" } };
  return { root };
}

/** The element and all below it, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

/** Elements of that name anywhere below. */
export function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  return [...descendants(element)].filter((one) => one.name === name);
}

/** The element at a path of child names, the first of each. */
export function findPath(element: XmlElement, path: string): XmlElement | undefined {
  return path
    .split("/")
    .reduce<XmlElement | undefined>(
      (at, name) => at?.children.find((child) => child.name === name),
      element
    );
}
