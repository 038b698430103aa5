/** The third door of core: portable copies, apart because they bring a formula parser that nothing else needs. */
export type { Original } from "./originals.ts";
export { parseOriginals, putOriginals } from "./originals.ts";
export type { PortableCell, PortableCopy } from "./portable-copy.ts";
export { findTakenNames, planPortableCopy } from "./portable-copy.ts";
export type { NotRestored, Restoration } from "./restore.ts";
export { planRestore } from "./restore.ts";
export type { ValueReason } from "./native-formula.ts";
