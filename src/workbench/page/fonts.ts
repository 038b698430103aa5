import type { PackageBook } from "../../xlsx/package-book.ts";

/** Comes with the page, in pieces that load as their characters are needed. */
export const FALLBACK_FONTS = ["Noto Sans SC"] as const;

/** The grid is drawn whether its fonts are there or not; nobody waits longer than this for them. */
const PATIENCE_MS = 2500;

/**
 * Loads the pieces of the fallback font a workbook needs. The grid is a canvas, which asks for no font by itself:
 * drawn too early, Chinese text would be boxes on a machine without Chinese fonts.
 */
export async function loadFontsFor(workbook: PackageBook): Promise<void> {
  const characters = new Set<string>("0123456789.,%-+()");
  for (const sheet of workbook.book.sheets) {
    for (const character of sheet.name) characters.add(character);
    for (const value of sheet.values.flat()) {
      if (typeof value === "string") for (const character of value) characters.add(character);
    }
  }
  await loadCharacters([...characters].join(""));
}

async function loadCharacters(text: string): Promise<void> {
  const faces = FALLBACK_FONTS.flatMap((name) => [`11pt "${name}"`, `bold 11pt "${name}"`]);
  const loaded = Promise.all(faces.map((face) => document.fonts.load(face, text)));
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([loaded, patience]).catch(() => undefined);
}
