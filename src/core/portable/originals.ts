import type { Sections } from "../corrections/own-part.ts";
import { formatArea, parseArea } from "../workbook/address.ts";
import type { Area } from "../workbook/address.ts";

/** A formula a portable copy took out, and what stands in its place. */
export interface Original {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  /** Character for character, with its leading =. */
  readonly formula: string;
  /** How the file spelt it, where not as Excel would. */
  readonly stored: string | null;
  /** The element the file wrote it in, where that says more: which cells share the formula. */
  readonly element?: string;
  /** The formula in its place; null: its value alone. */
  readonly now: string | null;
  /** What it filled, where it spilled. */
  readonly fills: Area | null;
  /** array: the formula in its place was entered as an array over the cell alone, which the original was not. */
  readonly entry?: "array";
}

/** Section of our XML part that keeps the originals of a portable copy: a JSON list. */
export const PORTABLE_SECTION = "portable";
const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}$/u;
const MOST = 200_000;

/** The originals kept; a list that is not ours, or was changed by hand into something else, gives undefined. */
export function parseOriginals(sections: Sections): readonly Original[] | undefined {
  const text = sections.get(PORTABLE_SECTION);
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
    : originals.filter((one): one is Original => one !== undefined);
}

/** The sections with these originals kept; none leaves no trace. */
export function putOriginals(sections: Sections, originals: readonly Original[]): Sections {
  const changed = new Map(sections);
  if (originals.length === 0) changed.delete(PORTABLE_SECTION);
  else {
    const entries = originals.map(({ fills, ...rest }) => ({
      ...rest,
      fills: fills === null ? null : formatArea(fills),
    }));
    changed.set(PORTABLE_SECTION, JSON.stringify(entries));
  }
  return changed;
}

function readOriginal(json: unknown): Original | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  const {
    sheet,
    cell,
    formula,
    stored = null,
    now,
    fills,
    entry,
    element,
  } = json as Readonly<Record<string, unknown>>;
  if (typeof sheet !== "string" || typeof cell !== "string" || !CELL.test(cell)) return undefined;
  if (typeof formula !== "string" || !formula.startsWith("=")) return undefined;
  if (now !== null && typeof now !== "string") return undefined;
  if (stored !== null && typeof stored !== "string") return undefined;
  const area = typeof fills === "string" ? parseArea(fills) : null;
  if (area === undefined) return undefined;
  return {
    sheet,
    cell,
    formula,
    stored,
    ...(typeof element === "string" ? { element } : {}),
    now,
    fills: area,
    ...(entry === "array" ? { entry } : {}),
  };
}
