import type { Sections } from "../corrections/own-part.ts";
import type { OuterPlace } from "../workbook/book.ts";

/** A formula outside of the cells that a portable copy took out, and what stands in its place. */
export interface OuterOriginal {
  readonly place: OuterPlace;
  /** Character for character, with its leading =. */
  readonly formula: string;
  /** How the file spelt it, where not as Excel would. */
  readonly stored: string | null;
  /** The formula in its place; null: a table keeps none for the column. */
  readonly now: string | null;
  /** array: the formula in its place is entered as an array, which the original was not. */
  readonly entry?: "array";
}

/** Section of our XML part beside that of the cells' originals: a JSON list. */
export const OUTER_SECTION = "portable-outer";
const MOST = 50_000;

/** The originals kept; a list that is not ours, or was changed by hand into something else, gives undefined. */
export function parseOuterOriginals(sections: Sections): readonly OuterOriginal[] | undefined {
  const text = sections.get(OUTER_SECTION);
  if (text === undefined) return [];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(json) || json.length > MOST) return undefined;
  const originals = json.map(readOriginal);
  return originals.includes(undefined)
    ? undefined
    : originals.filter((one): one is OuterOriginal => one !== undefined);
}

/** The sections with these originals kept; none leaves no trace. */
export function putOuterOriginals(
  sections: Sections,
  originals: readonly OuterOriginal[]
): Sections {
  const changed = new Map(sections);
  if (originals.length === 0) changed.delete(OUTER_SECTION);
  else changed.set(OUTER_SECTION, JSON.stringify(originals));
  return changed;
}

/** Whether two places are one; Excel's names are the same in either case. */
export function isSamePlace(a: OuterPlace, b: OuterPlace): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(place: OuterPlace): string {
  const parts =
    place.kind === "name"
      ? [place.kind, place.sheet, place.name]
      : [place.kind, place.sheet, place.table, place.column];
  return JSON.stringify(parts).toLowerCase();
}

function readOriginal(json: unknown): OuterOriginal | undefined {
  const { place, formula, stored = null, now, entry } = recordOf(json);
  const at = readPlace(place);
  if (at === undefined || typeof formula !== "string" || !formula.startsWith("=")) return undefined;
  if (now !== null && typeof now !== "string") return undefined;
  if (stored !== null && typeof stored !== "string") return undefined;
  const original = { place: at, formula, stored, now };
  return entry === "array" ? { ...original, entry } : original;
}

function readPlace(json: unknown): OuterPlace | undefined {
  const { kind, name, sheet, table, column } = recordOf(json);
  if (kind === "name") {
    if (typeof name !== "string" || (sheet !== null && typeof sheet !== "string")) return undefined;
    return { kind, name, sheet };
  }
  if (kind !== "table-column" && kind !== "table-total") return undefined;
  if (typeof sheet !== "string" || typeof table !== "string" || typeof column !== "string") {
    return undefined;
  }
  return { kind, sheet, table, column };
}

function recordOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {};
}
