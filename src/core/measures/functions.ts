import { ZONE_ATTAIN } from "./attainment.ts";
import { ZONE_CONSISTENT } from "./consistent.ts";
import { ZONE_CONTRIB } from "./contribution.ts";
import { ZONE_DIFF } from "./difference.ts";
import { ZONE_GAP } from "./gap.ts";
import { ZONE_GROWTH } from "./growth.ts";
import { ZONE_CHECK } from "./check.ts";
import type {
  FunctionId,
  FunctionRecord,
  MeasureFunction,
  MeasureFunctionId,
} from "./measure-function.ts";
import { ZONE_NEEDED } from "./needed.ts";
import { ZONE_PACE } from "./pace.ts";
import { ZONE_PHRASE } from "./phrase.ts";
import { ZONE_PRIOR } from "./prior.ts";
import { ZONE_RANK } from "./rank.ts";
import { ZONE_RATE } from "./rate.ts";
import { ZONE_SHARE } from "./share.ts";
import { ZONE_STATUS } from "./status.ts";
import { ZONE_TARGET } from "./target.ts";
import { ZONE_WHOLE } from "./whole.ts";

/** All functions, in the order of the menu and the documentation. */
export const MEASURE_FUNCTIONS: readonly MeasureFunction[] = [
  ZONE_GAP,
  ZONE_SHARE,
  ZONE_GROWTH,
  ZONE_DIFF,
  ZONE_PRIOR,
  ZONE_PACE,
  ZONE_ATTAIN,
  ZONE_NEEDED,
  ZONE_STATUS,
  ZONE_TARGET,
  ZONE_RATE,
  ZONE_CONTRIB,
  ZONE_RANK,
  ZONE_CONSISTENT,
  ZONE_WHOLE,
  ZONE_PHRASE,
];

/** Every function a user can type, the one that runs the engine included. */
export const FUNCTION_RECORDS: readonly FunctionRecord[] = [...MEASURE_FUNCTIONS, ZONE_CHECK];

/** The record of a function. */
export function getMeasureFunction(id: MeasureFunctionId): MeasureFunction {
  const measure = MEASURE_FUNCTIONS.find((one) => one.id === id);
  if (measure === undefined) throw new Error(`No function ${id}`);
  return measure;
}

/** The record of a function, of the one that runs the engine as well. */
export function getFunctionRecord(id: FunctionId): FunctionRecord {
  const record = FUNCTION_RECORDS.find((one) => one.id === id);
  if (record === undefined) throw new Error(`No function ${id}`);
  return record;
}
