import { brokenPart, Fault } from "./fault.ts";
import { parseXml, attributeOf, prefixOf, childrenOf } from "./xml/tree.ts";
import type { XmlElement } from "./xml/tree.ts";
import { appendChild, applyPatches, removeElement } from "./xml/patch.ts";
import { decodePart, encodePart, escapeAttribute } from "./xml/text.ts";
import type { Encoding } from "./xml/text.ts";
import { readArchive, unpack } from "./zip/archive.ts";
import type { Archive, ArchiveEntry } from "./zip/archive.ts";
import { writeArchive } from "./zip/write-archive.ts";
import { CONTENT_TYPE, NAMESPACE } from "./namespaces.ts";

/** A relationship of a part: what it is (the last word of its type), and the part it leads to. */
export interface Relationship {
  readonly id: string;
  /** Full type, a URL. */
  readonly type: string;
  /** Last word of the type: worksheet, styles, customXml … the same for transitional and Strict files. */
  readonly kind: string;
  /** Path of the part; null where it leads out of the package. */
  readonly part: string | null;
}

/**
 * An Office package (OPC): parts, how they are related, what type each is — and the changes made to it since it was opened.
 * Part names are compared without regard to case, as OPC says.
 */
export class Package {
  private readonly archive: Archive;
  private readonly entries = new Map<string, ArchiveEntry>();
  private readonly changes = new Map<string, Uint8Array | null>();
  /** Texts of changed parts, so that a second change need not decode again. */
  private readonly texts = new Map<
    string,
    { readonly text: string; readonly encoding: Encoding }
  >();

  constructor(bytes: Uint8Array) {
    this.archive = readArchive(bytes);
    for (const entry of this.archive.entries)
      if (!entry.name.endsWith("/")) this.entries.set(entry.name.toLowerCase(), entry);
  }

  /** Names of all parts there are now. */
  names(): readonly string[] {
    const kept = [...this.entries.values()]
      .map((entry) => entry.name)
      .filter((name) => this.changes.get(name) !== null);
    const known = new Set(kept);
    const added = [...this.changes].filter(([name, bytes]) => bytes !== null && !known.has(name));
    return [...kept, ...added.map(([name]) => name)];
  }

  /** The name as the package writes it, or undefined where there is no such part. */
  find(name: string): string | undefined {
    const written = this.entries.get(name.toLowerCase())?.name ?? name;
    const change = this.changes.get(written);
    if (change === null) return undefined;
    return change !== undefined || this.entries.has(name.toLowerCase()) ? written : undefined;
  }

  bytes(name: string): Uint8Array {
    const written = this.find(name);
    if (written === undefined) throw new Fault({ code: "broken-relationship", part: name });
    const changed = this.changes.get(written);
    if (changed !== undefined && changed !== null) return changed;
    const entry = this.entries.get(written.toLowerCase());
    if (entry === undefined) throw new Fault({ code: "broken-relationship", part: name });
    return unpack(this.archive, entry);
  }

  text(name: string): string {
    const kept = this.texts.get(this.find(name) ?? name);
    return kept?.text ?? decodePart(name, this.bytes(name)).text;
  }

  /** Puts a new text into a part (in the encoding the part has), or makes the part. */
  write(name: string, text: string): void {
    const written = this.find(name) ?? name;
    const encoding =
      this.texts.get(written)?.encoding ??
      (this.find(name) === undefined ? "utf-8" : decodePart(written, this.bytes(written)).encoding);
    this.texts.set(written, { text, encoding });
    this.changes.set(written, encodePart({ text, encoding }));
  }

  /** Takes a part out, with its relationships and its content type. */
  remove(name: string): void {
    const written = this.find(name);
    if (written === undefined) return;
    const relationships = this.find(relationshipPart(written));
    for (const gone of relationships === undefined ? [written] : [written, relationships]) {
      this.texts.delete(gone);
      if (this.entries.has(gone.toLowerCase())) this.changes.set(gone, null);
      else this.changes.delete(gone);
    }
    this.removeOverride(written);
  }

  toBytes(): Uint8Array {
    if (this.changes.size === 0) return this.archive.bytes;
    return writeArchive(this.archive, this.changes);
  }

  /** Relationships of a part; of the package itself for "". */
  relationships(part: string): readonly Relationship[] {
    const name = this.find(relationshipPart(part));
    if (name === undefined) return [];
    return childrenOf(parseXml(name, this.text(name)), "Relationship").map((element) =>
      readRelationship(part, element)
    );
  }

  /** Relates a part to another; makes the relationships part where there is none. Gives the id. */
  relate(from: string, to: string, type: string): string {
    const wanted = relationshipPart(from);
    const name = this.find(wanted) ?? wanted;
    if (this.find(wanted) === undefined) {
      this.write(name, `${DECLARATION}<Relationships xmlns="${NAMESPACE.relationships}"/>`);
      this.ensureDefault("rels", CONTENT_TYPE.relationships);
    }
    const ids = new Set(this.relationships(from).map((each) => each.id));
    let number = ids.size + 1;
    while (ids.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    this.appendTo(
      name,
      (prefix) =>
        `<${prefix}Relationship Id="${id}" Type="${type}" Target="${escapeAttribute(relativeTarget(from, to))}"/>`
    );
    return id;
  }

  unrelate(from: string, id: string): void {
    const name = this.find(relationshipPart(from));
    if (name === undefined) return;
    const text = this.text(name);
    const gone = childrenOf(parseXml(name, text), "Relationship").filter(
      (element) => attributeOf(element, "Id") === id
    );
    this.write(name, applyPatches(text, gone.map(removeElement)));
  }

  contentType(name: string): string | undefined {
    const types = this.find(TYPES);
    if (types === undefined) return undefined;
    const root = parseXml(types, this.text(types));
    const override = this.overrideOf(root, name);
    if (override !== undefined) return attributeOf(override, "ContentType");
    const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    const fallback = childrenOf(root, "Default").find(
      (each) => attributeOf(each, "Extension")?.toLowerCase() === extension
    );
    return fallback === undefined ? undefined : attributeOf(fallback, "ContentType");
  }

  setContentType(name: string, type: string): void {
    if (this.contentType(name) === type) return;
    this.appendTo(
      TYPES,
      (prefix) => `<${prefix}Override PartName="/${escapeAttribute(name)}" ContentType="${type}"/>`
    );
  }

  private ensureDefault(extension: string, type: string): void {
    if (this.contentType(`any.${extension}`) !== undefined) return;
    this.appendTo(
      TYPES,
      (prefix) => `<${prefix}Default Extension="${extension}" ContentType="${type}"/>`
    );
  }

  private removeOverride(part: string): void {
    const types = this.find(TYPES);
    if (types === undefined) return;
    const text = this.text(types);
    const override = this.overrideOf(parseXml(types, text), part);
    if (override !== undefined) this.write(types, applyPatches(text, [removeElement(override)]));
  }

  private overrideOf(root: XmlElement, part: string): XmlElement | undefined {
    const wanted = `/${part}`.toLowerCase();
    return childrenOf(root, "Override").find(
      (each) => attributeOf(each, "PartName")?.toLowerCase() === wanted
    );
  }

  private appendTo(name: string, content: (prefix: string) => string): void {
    const written = this.find(name);
    if (written === undefined) throw new Fault({ code: "broken-relationship", part: name });
    const text = this.text(written);
    const root = parseXml(written, text);
    this.write(written, applyPatches(text, appendChild(text, root, content(prefixOf(root)))));
  }
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = "[Content_Types].xml";

/** xl/workbook.xml → xl/_rels/workbook.xml.rels; "" → _rels/.rels */
function relationshipPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function readRelationship(from: string, element: XmlElement): Relationship {
  const type = attributeOf(element, "Type") ?? "";
  const target = attributeOf(element, "Target") ?? "";
  const external = attributeOf(element, "TargetMode") === "External";
  return {
    id: attributeOf(element, "Id") ?? "",
    type,
    kind: type.slice(type.lastIndexOf("/") + 1),
    part: external ? null : resolveTarget(from, target),
  };
}

/** Path of a part from the part it is named in: relative, or from the root with a leading slash. */
function resolveTarget(from: string, target: string): string {
  const path = decodePath(target.replaceAll("\\", "/").replace(/#.*$/, ""));
  const base = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
  const steps = [...base];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    throw brokenPart(path, "is no part name");
  }
}

function relativeTarget(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
}
