/** What the functions load at first: the synchronous ones. Nothing here may reach what comes with a first call. */
export type { Grid } from "./broadcast.ts";
export type {
  FunctionId,
  FunctionRecord,
  MeasureExample,
  MeasureCall,
  MeasureFunction,
  MeasureFunctionId,
  NativeTwin,
  Parameter,
  RulePlace,
} from "./measure-function.ts";
export type { MeasureFailure, MeasureResult } from "./result.ts";
export type { MessageLocale } from "./messages.ts";
export { describeMeasureFailure } from "./messages.ts";
export { ATTAIN_CALL } from "./attainment.ts";
export { CONSISTENT_CALL } from "./consistent.ts";
export { CONTRIB_CALL } from "./contribution.ts";
export { DIFF_CALL } from "./difference.ts";
export { GAP_CALL } from "./gap.ts";
export { GROWTH_CALL } from "./growth.ts";
export { NEEDED_CALL } from "./needed.ts";
export { PACE_CALL } from "./pace.ts";
export { PRIOR_CALL } from "./prior.ts";
export { RANK_CALL } from "./rank.ts";
export { RATE_CALL } from "./rate.ts";
export { SHARE_CALL } from "./share.ts";
export { STATUS_CALL } from "./status.ts";
export { WHOLE_CALL } from "./whole.ts";
export { TARGET_CALL } from "./target.ts";
