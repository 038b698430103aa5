import type { Check } from "./check.ts";
import { differenceMismatch } from "./difference-mismatch.ts";
import { growthMismatch } from "./growth-mismatch.ts";
import { missingValue } from "./missing-value.ts";
import { shareMismatch } from "./share-mismatch.ts";
import { sumMismatch } from "./sum-mismatch.ts";
import { targetMismatch } from "./target-mismatch.ts";
import { targetUnmet } from "./target-unmet.ts";
import { formulaError, notANumber, textNumber } from "./unreadable-cells.ts";
import { verdictMismatch } from "./verdict-mismatch.ts";

/** Every kind of test, in the order in which findings at one cell are told. */
export const ALL_CHECKS: readonly Check[] = [
  formulaError,
  notANumber,
  missingValue,
  textNumber,
  targetMismatch,
  sumMismatch,
  shareMismatch,
  growthMismatch,
  differenceMismatch,
  verdictMismatch,
  targetUnmet,
];
