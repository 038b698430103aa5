import type { Univer } from "@univerjs/core";

/**
 * What differs between Node and the browser: which plugins Univer carries, and what only a screen has.
 * The engine itself (univer.ts) is the same in both, so that a test in Node says something about the page.
 */
export interface SpreadsheetPlatform {
  /** A fresh Univer with its plugins registered and no workbook yet. The engine disposes of it. */
  readonly univer: Univer;
  /** Whether a plugin already moves conditional formats along with inserted rows; in Node none does. */
  readonly conditionalFormatsFollow: "by-plugin" | "by-engine";
  /** Fonts that stand in, in this order, where a workbook's own are missing on the machine. */
  readonly fallbackFonts: readonly string[];
  /** Whether the user is typing in a cell right now. */
  isEditing(): boolean;
}
