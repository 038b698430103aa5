import type { SelfTestStep } from "./step.ts";
import { blank } from "./steps/blank.ts";
import { read, recalculation, write } from "./steps/cells.ts";
import { editEvent, selectionEvent } from "./steps/events.ts";
import { flags } from "./steps/flags.ts";
import { functionRecalculation, functions, spill } from "./steps/functions.ts";
import { protection, runtime, version } from "./steps/host.ts";
import { part, settings } from "./steps/stores.ts";
import { undo } from "./steps/undo.ts";

/** What is tried before there is a scratch sheet, and then on it, in this order. */
export const HOST_STEPS: readonly SelfTestStep[] = [version, runtime, protection];

export const SHEET_STEPS: readonly SelfTestStep[] = [
  write,
  read,
  recalculation,
  flags,
  editEvent,
  selectionEvent,
  settings,
  part,
  ...functions,
  spill,
  functionRecalculation,
  blank,
  undo,
];
