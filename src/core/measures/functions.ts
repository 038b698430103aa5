import { ZONE_DIFF } from "./difference.ts";
import { ZONE_GAP } from "./gap.ts";
import { ZONE_GROWTH } from "./growth.ts";
import type { MeasureFunction, MeasureFunctionId } from "./measure-function.ts";
import { ZONE_SHARE } from "./share.ts";
import { ZONE_STATUS } from "./status.ts";
import { ZONE_TARGET } from "./target.ts";

/** All functions, in the order of the menu and the documentation. */
export const MEASURE_FUNCTIONS: readonly MeasureFunction[] = [
  ZONE_GAP,
  ZONE_SHARE,
  ZONE_GROWTH,
  ZONE_DIFF,
  ZONE_STATUS,
  ZONE_TARGET,
];

/** The record of a function. */
export function getMeasureFunction(id: MeasureFunctionId): MeasureFunction {
  const measure = MEASURE_FUNCTIONS.find((one) => one.id === id);
  if (measure === undefined) throw new Error(`No function ${id}`);
  return measure;
}
