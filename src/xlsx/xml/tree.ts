import { SaxesParser } from "saxes";
import type { SaxesTagNS } from "saxes";
import { brokenPart } from "../fault.ts";
import { LIMITS } from "../limits.ts";

/** An element and where it stands in the text: [start, openEnd) is its start tag, [closeStart, end) its end tag. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its own character data, joined. */
  readonly text: string;
  readonly start: number;
  readonly openEnd: number;
  /** Equal to openEnd and end where the element is self-closing. */
  readonly closeStart: number;
  readonly end: number;
}

export interface XmlAttribute {
  readonly name: string;
  readonly local: string;
  /** Empty for an attribute without a prefix. */
  readonly uri: string;
  readonly value: string;
}

export interface XmlHandlers {
  readonly open: (tag: SaxesTagNS, start: number, openEnd: number) => void;
  readonly text: (text: string) => void;
  readonly close: (tag: SaxesTagNS, closeStart: number, end: number) => void;
}

/**
 * Runs through a part's XML and tells where every tag stands. Namespaces are resolved. Throws a Fault where the text is not
 * well-formed or has a document type: OPC allows none, and so no entity but the five of XML itself is ever resolved.
 */
export function walkXml(part: string, text: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on("error", (error) => {
    throw brokenPart(part, error.message);
  });
  parser.on("doctype", () => {
    throw brokenPart(part, "has a document type");
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > LIMITS.depth) throw brokenPart(part, "elements are nested too deeply");
    const end = parser.position;
    // No attribute value holds a raw <, so the nearest one before is the tag's own.
    handlers.open(tag, text.lastIndexOf("<", end - 1), end);
  });
  parser.on("text", handlers.text);
  parser.on("cdata", handlers.text);
  parser.on("closetag", (tag) => {
    depth -= 1;
    const end = parser.position;
    handlers.close(tag, tag.isSelfClosing ? end : text.lastIndexOf("<", end - 1), end);
  });
  parser.write(text).close();
}

type Building = XmlElement & {
  readonly children: Building[];
  text: string;
  closeStart: number;
  end: number;
};

/** Builds a tree as a walk goes on. */
export interface TreeBuilder extends XmlHandlers {
  /** The root, once it was opened. */
  readonly root: () => XmlElement | undefined;
}

export function treeBuilder(): TreeBuilder {
  const stack: Building[] = [];
  let root: Building | undefined;
  return {
    root: () => root,
    open: (tag, start, openEnd) => {
      const element: Building = {
        name: tag.name,
        local: tag.local,
        uri: tag.uri,
        attributes: Object.values(tag.attributes),
        children: [],
        text: "",
        start,
        openEnd,
        closeStart: openEnd,
        end: openEnd,
      };
      const parent = stack.at(-1);
      if (parent === undefined) root = element;
      else parent.children.push(element);
      stack.push(element);
    },
    text: (text) => {
      const current = stack.at(-1);
      if (current !== undefined) current.text += text;
    },
    close: (_tag, closeStart, end) => {
      const element = stack.pop();
      if (element === undefined) return;
      element.closeStart = closeStart;
      element.end = end;
    },
  };
}

/** A whole part as a tree. Large sheets are not read this way (see sheet-scan). */
export function parseXml(part: string, text: string): XmlElement {
  const builder = treeBuilder();
  walkXml(part, text, builder);
  const root = builder.root();
  if (root === undefined) throw brokenPart(part, "is empty");
  return root;
}

/** The value of an attribute without a prefix. */
export function attributeOf(element: XmlElement, local: string): string | undefined {
  return element.attributes.find((attribute) => attribute.local === local && attribute.uri === "")
    ?.value;
}

export function childOf(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child) => child.local === local);
}

export function childrenOf(element: XmlElement | undefined, local: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

/** XML's truth values; undefined where the attribute is absent. */
export function truthOf(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value === "1" || value === "true" || value === "on";
}

/** The prefix a new child of this element needs to be in its namespace: "x:" or "". */
export function prefixOf(element: XmlElement): string {
  const colon = element.name.indexOf(":");
  return colon < 0 ? "" : element.name.slice(0, colon + 1);
}

/** Every element of a tree, the root first. */
export function* elementsOf(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) yield* elementsOf(child);
}
