/** The second door of core: the custom functions, without the engine. */
export * from "./synchronous.ts";
export { ZONE_ATTAIN } from "./attainment.ts";
export { ZONE_CONSISTENT } from "./consistent.ts";
export { ZONE_CONTRIB } from "./contribution.ts";
export { ZONE_DIFF } from "./difference.ts";
export { ZONE_GAP } from "./gap.ts";
export { ZONE_GROWTH } from "./growth.ts";
export { ZONE_NEEDED } from "./needed.ts";
export { ZONE_PACE } from "./pace.ts";
export { ZONE_PRIOR } from "./prior.ts";
export { ZONE_RANK } from "./rank.ts";
export { ZONE_RATE } from "./rate.ts";
export { ZONE_SHARE } from "./share.ts";
export { ZONE_STATUS } from "./status.ts";
export { ZONE_TARGET, locateTarget } from "./target.ts";
export type { AskedWords, TargetsFound } from "./locate-targets.ts";
export { locateTargets, lookUpTargets } from "./locate-targets.ts";
export { ZONE_WHOLE } from "./whole.ts";
export type { NamedCells, TwinStyle } from "./twin.ts";
export { EXACT, PLAIN } from "./twin.ts";
export { ZONE_CHECK } from "./check.ts";
export { ZONE_PHRASE } from "./phrase.ts";
export {
  FUNCTION_RECORDS,
  MEASURE_FUNCTIONS,
  getFunctionRecord,
  getMeasureFunction,
} from "./functions.ts";
export { formatCall, guardedFormula } from "./formula.ts";
