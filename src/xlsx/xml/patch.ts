import { escapeAttribute } from "./text.ts";
import type { XmlElement } from "./tree.ts";

/** A change to a text: [start, end) becomes `text`. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies changes that do not overlap; those at one place in the order given. All else stays as it is, character by character. */
export function applyPatches(text: string, patches: readonly Patch[]): string {
  const sorted = patches
    .map((patch, index) => ({ patch, index }))
    .sort((a, b) => a.patch.start - b.patch.start || a.index - b.index);
  const pieces: string[] = [];
  let at = 0;
  for (const { patch } of sorted) {
    if (patch.start < at) throw new Error("patches overlap");
    pieces.push(text.slice(at, patch.start), patch.text);
    at = patch.end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

export function insertAt(at: number, text: string): Patch {
  return { start: at, end: at, text };
}

export function removeElement(element: XmlElement): Patch {
  return { start: element.start, end: element.end, text: "" };
}

/** Adds content at the end of an element; opens it where it is self-closing. */
export function appendChild(text: string, element: XmlElement, content: string): Patch[] {
  if (element.closeStart < element.end) return [insertAt(element.closeStart, content)];
  const tag = text.slice(element.start, element.openEnd);
  const open = `${tag.slice(0, tag.lastIndexOf("/")).trimEnd()}>`;
  return [{ start: element.start, end: element.end, text: `${open}${content}</${element.name}>` }];
}

/** Changes attributes of an element's start tag; null takes one away, a new one goes to the end of the tag. */
export function setAttributes(
  text: string,
  element: { readonly start: number; readonly openEnd: number },
  values: Readonly<Record<string, string | null>>
): Patch {
  const { start, openEnd } = element;
  return { start, end: openEnd, text: changeTag(text.slice(start, openEnd), values) };
}

/** A start tag with other attributes. */
export function changeTag(tag: string, values: Readonly<Record<string, string | null>>): string {
  const left = new Map(Object.entries(values));
  const changed = tag.replace(
    /\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/g,
    (whole, name: string) => {
      const value = left.get(name);
      if (value === undefined) return whole;
      left.delete(name);
      return writeAttribute(name, value);
    }
  );
  const added = [...left].map(([name, value]) => writeAttribute(name, value)).join("");
  return added === "" ? changed : changed.replace(/\s*\/?>$/, (end) => added + end);
}

function writeAttribute(name: string, value: string | null): string {
  return value === null ? "" : ` ${name}="${escapeAttribute(value)}"`;
}
