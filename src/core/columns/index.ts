/** Typed columns in, columnar findings out. */
export * from "./columnar-findings.ts";
export * from "./judge-columns.ts";
export * from "./relation.ts";
export * from "./typed-column.ts";
export * from "./verdict.ts";
