/** The door of ZONE_CHECK: the whole engine, in a chunk that is loaded when the function is first called. */
export { checkTable } from "./check-table.ts";
