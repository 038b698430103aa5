/** What the functions load at first: the synchronous ones. Nothing here may reach what comes with a first call. */
export type { Grid } from "./broadcast.ts";
export type {
  FunctionId,
  FunctionRecord,
  MeasureExample,
  MeasureFunction,
  MeasureFunctionId,
  NativeTwin,
  Parameter,
  RulePlace,
} from "./measure-function.ts";
export type { MeasureFailure, MeasureResult } from "./result.ts";
export type { MessageLocale } from "./messages.ts";
export { describeMeasureFailure } from "./messages.ts";
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
export { ZONE_WHOLE } from "./whole.ts";
export type { TwinStyle } from "./twin.ts";
export { EXACT, PLAIN } from "./twin.ts";
export { ZONE_TARGET, locateTarget } from "./target.ts";
