/** The door of the .xlsx package: read a file, change a file, and the port that core's plans are carried out through. */
export * from "./package-book.ts";
export { openPackage } from "./open-package.ts";
export { applyEdits } from "./apply-edits.ts";
export type { AppliedEdits, EditedPackage } from "./apply-edits.ts";
export { openFilePort } from "./file-port.ts";
export type { FilePort } from "./file-port.ts";
