/**
 * The third door of core: formulas that call our functions — portable copies, what such a formula says, and how one is
 * written. Apart because they bring a formula parser that nothing else needs.
 */
export type { ArgumentProblem, ArgumentText } from "./argument-text.ts";
export { readArgumentText } from "./argument-text.ts";
export { wordArithmetic } from "./arithmetic.ts";
export type { CallResult, ExplainedCall, ExplainedFormula } from "./explain-formula.ts";
export { computeCall, explainFormula } from "./explain-formula.ts";
export type { CallOperand } from "./operand.ts";
export { readOperand } from "./operand.ts";
export { shiftFormula } from "./shift-formula.ts";
export type { Original } from "./originals.ts";
export { parseOriginals, putOriginals } from "./originals.ts";
export type { PortableCell, PortableCopy } from "./portable-copy.ts";
export { locatorOf } from "./locate-target.ts";
export { findTakenNames, planPortableCopy } from "./portable-copy.ts";
export type { NotRestored, Restoration } from "./restore.ts";
export { planRestore } from "./restore.ts";
export type { OuterNotRestored, PortableOuter } from "./outer-formulas.ts";
export { planOuterRestore } from "./outer-formulas.ts";
export type { OuterOriginal } from "./outer-originals.ts";
export { isSamePlace, parseOuterOriginals, putOuterOriginals } from "./outer-originals.ts";
export type { ValueReason } from "./native-formula.ts";
