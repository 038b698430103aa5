/** The second door of core: the custom functions, without the engine. */
export * from "./synchronous.ts";
export { ZONE_CHECK } from "./check.ts";
export { ZONE_PHRASE } from "./phrase.ts";
export {
  FUNCTION_RECORDS,
  MEASURE_FUNCTIONS,
  getFunctionRecord,
  getMeasureFunction,
} from "./functions.ts";
export { formatCall, guardedFormula } from "./formula.ts";
