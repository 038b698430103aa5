/** The door of the .xlsx package: read a file, change a file, and the port that core's plans are carried out through. */
export * from "./package-book.ts";
export { openPackage } from "./open-package.ts";
